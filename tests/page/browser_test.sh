#!/bin/bash
# Writes the pages and reports of both bundled networks and looks at them in Debian's Chromium (browser_test.mjs). Needs
# chromium, nodejs and npm, and fetches axe-core and puppeteer-core, of these versions, from npm.
#
#   tests/page/browser_test.sh SAMVERKA
set -euo pipefail
cd "$(dirname -- "$0")/../.."
samverka=$(realpath "$1")
modules=build/page-check
pages=$modules/pages
rm -rf "$pages"
mkdir -p "$pages"
npm install --prefix "$modules" --silent --no-audit --no-fund axe-core@4.14.1 puppeteer-core@24.43.1 ||
  { echo "npm could not fetch axe-core and puppeteer-core"; exit 1; }
files=()
page() { # NAME WORDS...: of exempellan and Sweden alike
  local name=$1
  shift
  "$samverka" "$@" -o "$pages/$name.html" --quiet >/dev/null
  files+=("$pages/$name.html")
}
example=datasets/exempellan-2025.json
page map-sv export $example
page network-dark-en export $example --view network --theme dark --lang en
page sweden-sv export datasets/sverige-2025.json
page dalarna-en export datasets/sverige-2025.json --zoom 20 --filter county=20 --lang en --theme dark
page meeting-sv report $example --kind meeting
page meeting-dalarna-sv report datasets/sverige-2025.json --kind meeting --county 20
page county-en report $example --kind county --county 99 --lang en
page annual-sv report $example --kind annual --of k-granby
page activity-sv report $example --kind activity
node tests/page/browser_test.mjs "$modules" "$(command -v chromium)" "${files[@]}"

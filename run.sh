#!/bin/bash
# Sets up, builds and opens Samverka: ./run.sh [FILE]. Without a display it draws the pictures into out/ instead.
set -euo pipefail
file=$(realpath -m -- "${1:-$(dirname -- "$0")/datasets/sverige-2025.json}")
cd "$(dirname -- "$0")"
. .ci/setup.sh

if [ $# -gt 1 ]; then
  say "Usage: ./run.sh [FILE]" >&2
  exit 2
fi
samverka=build/release/samverka

# A file with errors that can still be used ends with 1: it is drawn all the same, and the errors are told once.
told=
draw() { # OUT COMMAND...
  local status=0
  "${@:2}" 2>"$logs/drawing.log" || status=$?
  if [ "$status" -gt 1 ]; then
    cat "$logs/drawing.log" >&2
    say "Could not write $1 (exit $status)." >&2
    exit "$status"
  fi
  if [ "$status" -eq 1 ] && [ -z "$told" ]; then
    cat "$logs/drawing.log" >&2
    told=1
  fi
  say "  $1"
}

write_info() { "$samverka" info "$file" >out/info.txt; }

draw_all() {
  local view format
  mkdir -p out
  for view in map network; do
    for format in svg png; do
      draw "out/$view.$format" "$samverka" snapshot "$file" --view "$view" -o "out/$view.$format"
    done
  done
  draw out/window.png "$samverka" --screenshot out/window.png "$file"
  draw out/info.txt write_info
}

need_packages "${build_packages[@]}"
step "Building" build release samverka
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  say "Opening $file"
  status=0
  "$samverka" "$file" || status=$?
  [ "$status" -eq 2 ] || exit "$status"
  say "The window could not be opened."
fi
say "No display: drawing $file into out/"
draw_all

# shellcheck shell=bash disable=SC2034
# What run.sh, test.sh and .ci/run share: the packages, and steps that are quiet until something fails.
# Sourced from the repository's root by bash.

build_packages=(g++ cmake make ninja-build ccache pkg-config libimgui-dev libstb-dev libglfw3-dev libfreetype-dev
  libcairo2-dev libutf8proc-dev libxlsxwriter-dev libepoxy-dev libegl-dev libgl-dev libboost-dev nlohmann-json3-dev libcli11-dev
  doctest-dev libgl1-mesa-dri libglx-mesa0 libegl-mesa0)
test_packages=(python3 python3-jsonschema python3-networkx python3-openpyxl xvfb xauth xdotool)
check_packages=(clang-format-14 clang-tidy-14 strace python3-igraph libreoffice-calc-nogui chromium)

logs=build/logs
tick=0.3
if [ -t 1 ]; then on_terminal=1; else on_terminal=; fi

say() { printf '%s\n' "$*"; }

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing_of() {
  local package
  for package; do is_installed "$package" || printf '%s\n' "$package"; done
}

# What the job is at: the last "[12/240]" of ninja or "12/240 Test" of ctest in its log.
place_in() { tail -c 4000 "$1" 2>/dev/null | grep -oE '[0-9]+/[0-9]+( Test|\])' | tail -n 1 | tr -d '] Tes'; }

show_progress() { # WORDS LOG JOB
  while kill -0 "$3" 2>/dev/null; do
    [ -z "$on_terminal" ] || printf '\r%s %s\033[K' "$1" "$(place_in "$2")"
    sleep "$tick"
  done
  [ -z "$on_terminal" ] || printf '\r\033[K'
}

# step WORDS COMMAND...: one line when it has worked. When it has not: which step, and the end of its log.
step() {
  local words=$1 log status=0 began=$SECONDS
  shift
  mkdir -p "$logs"
  log="$logs/$(printf '%s' "$words" | tr -cs '[:alnum:]' '-' | tr '[:upper:]' '[:lower:]').log"
  "$@" >"$log" 2>&1 &
  local job=$!
  trap 'kill "$job" 2>/dev/null; exit 130' INT TERM
  show_progress "$words" "$log" "$job"
  wait "$job" || status=$?
  trap - INT TERM
  if [ "$status" -eq 0 ]; then
    say "$words: done in $((SECONDS - began)) s"
  else
    say "$words: FAILED. The end of $log:"
    tail -n 60 "$log"
    say "$words: FAILED (exit $status). All of it: $log"
  fi
  return "$status"
}

apt_install() { # RUNNER PACKAGE...
  local runner=$1
  shift
  $runner env DEBIAN_FRONTEND=noninteractive apt-get update -q
  $runner env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

# Installs what is missing; asks for nothing and needs no rights where nothing is.
need_packages() {
  local missing runner=
  mapfile -t missing < <(missing_of "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    runner=sudo
    if ! command -v sudo >/dev/null || ! sudo -v; then
      say "These Debian packages are missing, and installing them needs root or sudo: ${missing[*]}"
      say "As root:  apt-get install --no-install-recommends ${missing[*]}"
      return 1
    fi
  fi
  step "Installing ${#missing[@]} Debian packages" apt_install "$runner" "${missing[@]}"
}

build() { # PRESET [TARGET...]: what CMake and ninja need to do, and no more
  local preset=$1
  shift
  cmake --preset "$preset" -DSAMVERKA_WERROR="${SAMVERKA_WERROR:-OFF}" &&
    cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}

# CTest's own last words on the tests: how many passed, which failed, how long it took.
closing_lines() { sed -n '/^[0-9]*% tests passed/,$p' "$logs/testing.log"; }

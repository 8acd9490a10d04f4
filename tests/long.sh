#!/bin/bash
# Checks that are worth more the longer they run: tests/long.sh [TIMES], 1 000 unless said; .ci/run does 20.
#  1. A picture is saved over another and the program killed at a random moment: one of the two is there, whole.
#  2. A layout on one core and on all has the same bytes, for seed after seed.
#  3. tests/faults.py: every fault of every system call of saving, and half as many kills of an editing session.
#  4. A thousand random events for each time in the headless window, in build/asan where that is built.
# The last two only from 500 times on; .ci/run and the tests themselves do a part of them.
set -uo pipefail
cd "$(dirname -- "$0")/.." || exit
times=${1:-1000}
samverka=build/release/samverka
network=datasets/exempellan-2025.json
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
faults=0

fault() {
  echo "FAILED: $*"
  faults=$((faults + 1))
}

save() { "$samverka" snapshot "$network" --theme "$1" -o "$2"; } # light and dark are two pictures

save_and_kill() { # moment
  "$samverka" snapshot "$network" --theme "$2" -o "$folder/picture.svg" &
  sleep "$1"
  kill -9 $! 2>/dev/null
  wait $! 2>/dev/null
}

killed_while_saving() {
  local i theme
  { save light "$folder/light.svg" && save dark "$folder/dark.svg"; } || fault "no picture to begin with"
  cp "$folder/light.svg" "$folder/picture.svg"
  for ((i = 0; i < times; i++)); do
    if ((i % 2)); then theme=light; else theme=dark; fi
    save_and_kill "0.$(printf %03d $((RANDOM % 150)))" "$theme"
    cmp -s "$folder/picture.svg" "$folder/light.svg" || cmp -s "$folder/picture.svg" "$folder/dark.svg" ||
      fault "neither the old picture nor the new one after kill $i"
  done
}

same_on_any_number_of_cores() {
  local seed
  for ((seed = 0; seed < times; seed += 10)); do
    cmp -s <(taskset -c 0 "$samverka" layout "$network" --seed "$seed") <("$samverka" layout "$network" --seed "$seed") ||
      fault "layout with seed $seed differs by the number of cores"
  done
}

faults_while_saving() {
  python3 -B tests/faults.py "$samverka" build/release/test_app $((times / 2)) || fault "tests/faults.py"
}

random_events() {
  local test_ui=build/release/test_ui
  [ -x build/asan/test_ui ] && test_ui=build/asan/test_ui
  SAMVERKA_EVENTS=$((times * 1000)) SAMVERKA_SEED=$RANDOM "$test_ui" -tc='whatever is clicked and typed*' ||
    fault "random events"
}

killed_while_saving 2>/dev/null
same_on_any_number_of_cores
if [ "$times" -ge 500 ]; then
  faults_while_saving
  random_events
fi
echo "$times rounds, $faults failures"
[ "$faults" -eq 0 ]

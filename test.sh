#!/bin/bash
# Sets up, builds and runs all tests.
set -euo pipefail
cd "$(dirname -- "$0")"
. .ci/setup.sh

need_packages "${build_packages[@]}" "${test_packages[@]}"
step "Building" build release
status=0
step "Testing" ctest --test-dir build/release -j "$(nproc)" --output-on-failure --no-tests=error || status=$?
[ "$status" -ne 0 ] || closing_lines
exit "$status"

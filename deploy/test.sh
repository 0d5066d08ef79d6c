#!/bin/bash
# Run every test: those of tests/unit beside those that need a node, which wait more than they compute.
#
#   deploy/test.sh PYTHON [PYTEST-ARGUMENT...]
#
# What the unit tests print comes at the end. Fails if one of the two runs fails, after both.
set -euo pipefail
python=$1
shift
others=(tests/contract tests/integration tests/e2e tests/fault)
output=$(mktemp)
units=
trap 'kill $units 2>/dev/null || true; rm -f "$output"' EXIT

# with job control, since a job in the background has Ctrl-C ignored otherwise, and so have the programs that tests start
set -m
"$python" -m pytest "$@" tests/unit >"$output" 2>&1 &
units=$!
set +m
failed=0
"$python" -m pytest "$@" "${others[@]}" || failed=$?
wait "$units" || failed=$?
cat "$output"
exit "$failed"

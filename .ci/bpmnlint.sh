#!/usr/bin/env bash
# Lints every process model. bpmnlint looks for its configuration and plugins in the working directory: here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

mapfile -t models < <(find ../processes -name '*.bpmn' | sort)
if [ "${#models[@]}" -eq 0 ]; then
  echo "No process models to lint."
  exit 0
fi
./node_modules/.bin/bpmnlint "$@" "${models[@]}"
echo "${#models[@]} process models linted."

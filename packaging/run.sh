#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds the Release program and starts it.
#
#   packaging/run.sh [PROJECT|MEDIA…]              opens the workstation; without arguments on the demo project
#   packaging/run.sh --headless [MEDIA…]           does the main job in this terminal and prints what it did:
#                                                  media added, pre-labels, submissions scored, batch exported
#
# The demo project lies in ~/Plumbline/demo.plumb and is made when it is not there; PLUMBLINE_DEMO names another place.
# PLUMBLINE_MODEL names a model (folder or .onnx) for --headless; without it people are found without any weights.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

headless=0
arguments=()
for argument in "$@"; do
    case "$argument" in
        --headless) headless=1 ;;
        -h | --help) sed -n '5,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) arguments+=("$argument") ;;
    esac
done
if [ "$headless" = 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    die "there is no display here. Start it in a desktop session, or run: bash packaging/run.sh --headless"
fi
if [ "$headless" = 1 ]; then
    for path in ${arguments[@]+"${arguments[@]}"}; do
        [ -e "$path" ] || die "$path does not exist"
    done
fi

bash "$root/packaging/setup.sh"
bash "$root/packaging/build.sh" release
bin=$root/build/release/bin
project=${PLUMBLINE_DEMO:-$HOME/Plumbline/demo.plumb}

# verb WORDS ARGUMENTS…: one call of the command line. Exit 3 means done, with problems that it has listed.
verb() {
    local words=$1 status=0
    shift
    say "$words"
    "$bin/plumbline-cli" "$@" || status=$?
    case "$status" in
        0) ;;
        3) say "$words: done; some records have the problems listed above" ;;
        *) die "plumbline-cli $1 ended with $status" ;;
    esac
}

if [ ! -e "$project" ]; then
    mkdir -p "$(dirname "$project")"
    verb "making the demo project $project" demo "$project"
fi

if [ "$headless" = 0 ]; then
    [ ${#arguments[@]} -gt 0 ] || arguments=("$project")
    say "starting the workstation"
    exec "$bin/plumbline" "${arguments[@]}"
fi

batch=headless-$(date -u +%Y%m%d-%H%M%S)
output=$(dirname "$project")/exports/$batch
[ ${#arguments[@]} = 0 ] || verb "adding media" add "$project" "${arguments[@]}"
verb "what is in the project" info "$project"
verb "devices" devices
if [ -n "${PLUMBLINE_MODEL:-}" ]; then
    verb "pre-labeling with $PLUMBLINE_MODEL" prelabel "$project" --engine onnx --model "$PLUMBLINE_MODEL"
else
    verb "pre-labeling people, without weights" prelabel "$project" --engine classical
fi
verb "scores against gold" score "$project"
mkdir -p "$output"
verb "exporting the batch $batch" export "$project" --format coco --out "$output" --batch "$batch"
say "done. Project: $project"
say "done. Batch $batch: $output"

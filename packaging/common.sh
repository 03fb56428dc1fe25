# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# Shared by the scripts of this folder, which source it: `source packaging/common.sh`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pinned=${PLUMBLINE_PINNED_DIR:-$root/.pinned}

say() { printf '==> %s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# step WORDS COMMAND…: runs a command between a line that says what and a line that says how long it took.
# The command must be a script or program: `set -e` does not reach into a function that is called here.
step() {
    local words=$1 started=$SECONDS status=0
    shift
    say "$words"
    "$@" || status=$?
    if [ "$status" = 0 ]; then
        say "$words: done in $((SECONDS - started)) s"
    else
        say "$words: FAILED after $((SECONDS - started)) s (exit $status)"
        exit "$status"
    fi
}

# retry COMMAND…: up to three times, for what goes over a network.
retry() {
    local try
    for try in 1 2 3; do
        "$@" && return 0
        [ "$try" = 3 ] || { say "that failed, trying again in $((try * 10)) s"; sleep $((try * 10)); }
    done
    return 1
}

# One job a core, and at least 1.5 GiB of memory for each.
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1572864) }' /proc/meminfo)
    [ "${memory:-1}" -ge 1 ] || memory=1
    printf '%s\n' "$((cores < memory ? cores : memory))"
}

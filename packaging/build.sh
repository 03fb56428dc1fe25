#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Configures and builds one preset of CMakePresets.json into build/PRESET: packaging/build.sh PRESET [TARGET…]
# PLUMBLINE_JOBS sets how many compilers run at once.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export LC_ALL=C.UTF-8

[ $# -ge 1 ] || { echo "usage: build.sh PRESET [TARGET…]" >&2; exit 2; }
preset=$1
shift
cd "$root"

# Results are shared between checkouts: paths below the source folder are made relative before hashing.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root} CCACHE_NOHASHDIR=1
statistics=$(mktemp)
trap 'rm -f "$statistics"' EXIT
export CCACHE_STATSLOG=$statistics

log=$root/build/$preset-configure.log
mkdir -p "$root/build"
configure() {
    cmake --preset "$preset" -DPLUMBLINE_PINNED_DIR="$pinned" >"$log" 2>&1 || { cat "$log"; return 1; }
}
step "configuring preset $preset" configure
step "building preset $preset" cmake --build --preset "$preset" --parallel "${PLUMBLINE_JOBS:-$(build_jobs)}" ${1:+--target "$@"}
if command -v ccache >/dev/null; then
    say "compiler cache: hits$(ccache --show-log-stats 2>/dev/null | sed -n 's/^ *Hits: *//p' | head -1 | tr -s ' ' | sed 's/^/ /; s/( /(/')"
fi

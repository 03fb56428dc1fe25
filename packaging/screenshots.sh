#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes pictures of every page of the workstation: dark and light, English and Chinese, 1× and 2×.
#   screenshots.sh BUILD_DIR [TARGET_DIR]      all of them, for looking at
#   screenshots.sh --docs BUILD_DIR            the four of the guide, into docs/pictures
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
docs=
[ "${1:-}" = --docs ] && { docs=1; shift; }
build=${1:?"screenshots.sh [--docs] BUILD_DIR [TARGET_DIR]"}
target=${2:-$build/screenshots}
tour=$build/tests/bin/screenshottour
[ -x "$tour" ] || { echo "screenshots: build the target screenshottour first" >&2; exit 2; }

take() { # THEME LANGUAGE SCALE WIDTHxHEIGHT FOLDER
    QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=$3 PLUMBLINE_PLUGIN_PATH=$build/lib/plumbline/plugins LC_ALL=C.UTF-8 \
        xvfb-run -a -s "-screen 0 $4x24 +extension GLX" "$tour" --theme "$1" --language "$2" "$5"
}

if [ -n "$docs" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    take dark en 1 1440x900 "$work"
    mkdir -p "$here/docs/pictures"
    for name in start image-view gauge export; do cp "$work/$name.png" "$here/docs/pictures/"; done
    exit
fi
for theme in dark light; do
    take $theme en 1 1600x1000 "$target/$theme-en-1x"
done
take dark en 2 3200x2000 "$target/dark-en-2x"
take light zh_CN 1 1280x800 "$target/light-zh-1x"

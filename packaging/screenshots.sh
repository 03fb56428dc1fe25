#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes pictures of every page of the workstation: dark and light, English and Chinese, 1× and 2×.
#   screenshots.sh BUILD_DIR [TARGET_DIR]      all of them, for looking at
#   screenshots.sh --docs BUILD_DIR            the four of the guide, into docs/pictures
#   screenshots.sh --session BUILD_DIR         those of the labeling session, into docs/pictures; the sample data must be here
#   screenshots.sh --calibration BUILD_DIR     those of the calibration session, into docs/pictures
#   screenshots.sh --scenes BUILD_DIR          those of the scene session, into docs/pictures
#   screenshots.sh --review BUILD_DIR          those of the review session, into docs/pictures
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
docs= session=
[ "${1:-}" = --docs ] && { docs=1; shift; }
[ "${1:-}" = --session ] && { session=session; shift; }
[ "${1:-}" = --calibration ] && { session=calibration; shift; }
[ "${1:-}" = --scenes ] && { session=scene; shift; }
[ "${1:-}" = --review ] && { session=review; shift; }
build=${1:?"screenshots.sh [--docs|--session|--calibration|--scenes|--review] BUILD_DIR [TARGET_DIR]"}
target=${2:-$build/screenshots}
if [ -n "$session" ]; then
    for needed in xvfb-run convert; do
        command -v $needed >/dev/null || { echo "screenshots: $needed is missing (packages xvfb, imagemagick)" >&2; exit 2; }
    done
    test=tst_session
    [ "$session" = calibration ] && test=tst_calibrationsession
    [ "$session" = scene ] && test=tst_scenesession
    [ "$session" = review ] && test=tst_reviewsession
    [ -x "$build/tests/bin/$test" ] || { echo "screenshots: build the target $test first" >&2; exit 2; }
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    PLUMBLINE_SHOTS=$work LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb \
        xvfb-run -a -s "-screen 0 1280x800x24 +extension GLX" "$build/tests/bin/$test"
    # Three quarters of the size, and as many colours as fit: a page of pictures must not weigh megabytes. The strip below
    # keeps the colours of classes and marks among those that stay; it is cut off again.
    kept=(xc:'#56b4e9' xc:'#e69f00' xc:'#cc79a7' xc:'#f0e442' xc:'#0072b2' xc:'#d55e00' xc:'#009e73' xc:'#6ea8fe' xc:white xc:'#f0f2f4')
    for shot in "$work/$session"-*.png; do
        picture=$here/docs/pictures/$(basename "$shot")
        for colours in 256 128 96 64 48 32; do
            convert \( "$shot" -resize 75% \) \( -size 96x60 "${kept[@]}" +append \) -append +dither -colors $colours \
                -crop 960x600+0+0 +repage -define png:compression-level=9 "PNG8:$picture"
            [ "$(stat -c %s "$picture")" -le 150000 ] && break
        done
    done
    exit
fi
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

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts ONNX Runtime into DEST/onnxruntime/{include,lib}: packaging/fetch-onnxruntime.sh DEST
#
# The library comes out of an npm package by exact version and hash (no install script runs); the headers come from the
# next Debian release. The library's C API is versioned and keeps answering to older headers. Does nothing when the files
# are there already and hash as they should.
set -euo pipefail

npm_package=onnxruntime-node@1.30.0
npm_sha256=6e3390d6b783e7be946fad629292799da28d0b42f84856e50d2c1b0383291e75
member=package/bin/napi-v6/linux/x64/libonnxruntime.so.1
library_sha256=ffb75a925ba05e47b235bb66e3e3911714a80b328a9c9425539feb204aa32a23
headers_package=libonnxruntime-dev
headers_version=1.21.0+dfsg-1
headers_sha256=14f7d959d5deacbcf1504830d4189f91fc67382b399ed9ae9d3aa9c4050ced08

say() { printf 'fetch-onnxruntime: %s\n' "$*"; }
die() { printf 'fetch-onnxruntime: %s\n' "$*" >&2; exit 1; }

[ $# = 1 ] || { printf 'usage: fetch-onnxruntime.sh DEST\n' >&2; exit 2; }
mkdir -p "$1"
dest=$(cd "$1" && pwd)/onnxruntime
here=$(cd "$(dirname "$0")" && pwd)
[ "$(uname -m)" = x86_64 ] || die "only x86-64 is prepared; this machine is $(uname -m). Plumbline builds without ONNX Runtime there."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

hash_of() { [ -f "$1" ] && sha256sum "$1" | cut -d' ' -f1; }

# A file is moved into place in one step, so that an interrupted run leaves nothing half-written.
place() { # SOURCE TARGET
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2.part"
    chmod 644 "$2.part"
    mv -f "$2.part" "$2"
}

library=$dest/lib/libonnxruntime.so.1
if [ "$(hash_of "$library" || true)" = "$library_sha256" ]; then
    say "library is there"
else
    command -v npm >/dev/null || die "npm is missing; install the package npm"
    for try in 1 2 3 4; do
        (cd "$work" && npm pack "$npm_package" --ignore-scripts --silent >/dev/null) && break
        [ "$try" = 4 ] && die "npm could not fetch $npm_package"
        say "npm failed, trying again"
        sleep $((try * 5))
    done
    tarball=("$work"/*.tgz)
    found=$(hash_of "${tarball[0]}")
    [ "$found" = "$npm_sha256" ] || die "$npm_package hashes to $found, $npm_sha256 was expected: refused"
    tar -xzf "${tarball[0]}" -C "$work" "$member"
    found=$(hash_of "$work/$member")
    [ "$found" = "$library_sha256" ] || die "libonnxruntime.so.1 hashes to $found, $library_sha256 was expected: refused"
    place "$work/$member" "$library"
    say "library from $npm_package: $library"
fi

# The list of what was put there last time guards the headers against edits and half-made folders.
if [ -s "$dest/headers.sha256" ] && (cd "$dest" && sha256sum --quiet --check headers.sha256 >/dev/null 2>&1); then
    say "headers are there"
else
    bash "$here/next-release.sh" "$headers_package" "$headers_version" "$headers_sha256" "$work/headers"
    header=$(find "$work/headers/usr/include" -name onnxruntime_cxx_api.h | head -1)
    [ -n "$header" ] || die "$headers_package holds no onnxruntime_cxx_api.h"
    rm -rf "$dest/include.part" "$dest/include" "$dest/headers.sha256"
    mkdir -p "$dest"
    cp -rL "$(dirname "$header")" "$dest/include.part"
    mv "$dest/include.part" "$dest/include"
    place "$work/headers/usr/share/doc/$headers_package/copyright" "$dest/copyright"
    (cd "$dest" && find include -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) >"$work/headers.sha256"
    place "$work/headers.sha256" "$dest/headers.sha256"
    say "headers: $dest/include"
fi

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts a software Vulkan driver into DEST/swiftshader, for tests of the GPU path: packaging/fetch-swiftshader.sh DEST
#
# SwiftShader is part of the package chromium-common. Its current version is downloaded by apt from this machine's own
# sources and only two files of it are unpacked; nothing is installed. Does nothing when both files are there.
set -euo pipefail

say() { printf 'fetch-swiftshader: %s\n' "$*"; }
die() { printf 'fetch-swiftshader: %s\n' "$*" >&2; exit 1; }

[ $# = 1 ] || { printf 'usage: fetch-swiftshader.sh DEST\n' >&2; exit 2; }
mkdir -p "$1"
dest=$(cd "$1" && pwd)/swiftshader
package=chromium-common
files=(libvk_swiftshader.so vk_swiftshader_icd.json)

if [ -s "$dest/sha256" ] && (cd "$dest" && sha256sum --quiet --check sha256 >/dev/null 2>&1); then
    say "driver is there"
    exit 0
fi
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || die "apt and dpkg are missing"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir -m 777 "$work/download"

system=(apt-get -q -o Acquire::Retries=3)
# The machine's lists may be missing or point at a version that was replaced since: then fresh lists in a folder of our own.
private=("${system[@]}" -o "Dir::State=$work/state" -o "Dir::State::Lists=$work/state/lists"
    -o "Dir::State::status=$work/state/status" -o "Dir::Cache=$work/cache" -o Debug::NoLocking=1
    -o APT::Update::Post-Invoke-Success= -o APT::Update::Post-Invoke= -o Acquire::Languages=none)
[ "$(id -u)" = 0 ] || private+=(-o APT::Sandbox::User=)

fetch_fresh() {
    mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial"
    : >"$work/state/status"
    "${private[@]}" update >>"$work/log" 2>&1 || true # another source of the machine may be down; the download decides
    (cd "$work/download" && "${private[@]}" download "$package") >>"$work/log" 2>&1
}

if ! (cd "$work/download" && "${system[@]}" download "$package") >"$work/log" 2>&1; then
    rm -f "$work"/download/*
    for try in 1 2 3; do
        fetch_fresh && break
        [ "$try" = 3 ] && { cat "$work/log" >&2; die "$package could not be fetched by this machine's package sources"; }
        say "no answer, trying again"
        sleep $((try * 5))
    done
fi
deb=("$work"/download/*.deb)
[ -f "${deb[0]}" ] || die "apt left no package file"
version=$(dpkg-deb -f "${deb[0]}" Version)
mkdir "$work/unpacked"
for file in "${files[@]}"; do
    dpkg-deb --fsys-tarfile "${deb[0]}" | tar -x -C "$work/unpacked" "./usr/lib/chromium/$file" \
        || die "$package $version holds no $file"
done
rm -rf "$dest"
mkdir -p "$dest"
for file in "${files[@]}"; do
    cp "$work/unpacked/usr/lib/chromium/$file" "$dest/$file"
done
(cd "$dest" && sha256sum "${files[@]}" >"$work/sha256")
cp "$work/sha256" "$dest/sha256"
say "SwiftShader from $package $version: $dest"

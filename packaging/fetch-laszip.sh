#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts LASzip into DEST/laszip/{include,lib}, which Debian 12 does not have: packaging/fetch-laszip.sh DEST
#
# Library and headers come from the next Debian release by exact version and hash; nothing is installed. Does nothing when
# the files are there already and hash as they did. Without them Plumbline builds and says that it cannot read LAZ.
set -euo pipefail

version=3.5.0-2+b1
library_package=liblaszip8
library_sha256=bc4c3bdb3c7d16700b734db0dda9b886e28af3d07d0f97de9f89960c1f58daa8
headers_package=liblaszip-dev
headers_sha256=53d577232d18f22a54993850dcb72fca599150c092df839ded1eafd88ba98688

say() { printf 'fetch-laszip: %s\n' "$*"; }
die() { printf 'fetch-laszip: %s\n' "$*" >&2; exit 1; }

[ $# = 1 ] || { printf 'usage: fetch-laszip.sh DEST\n' >&2; exit 2; }
mkdir -p "$1"
dest=$(cd "$1" && pwd)/laszip
here=$(cd "$(dirname "$0")" && pwd)
[ "$(uname -m)" = x86_64 ] || die "only x86-64 is prepared; this machine is $(uname -m). Plumbline builds without LAZ there."

if [ -s "$dest/sha256" ] && grep -qxF "# $version" "$dest/sha256" \
    && (cd "$dest" && grep -v '^#' sha256 | sha256sum --quiet --check - >/dev/null 2>&1); then
    say "LASzip $version is there"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash "$here/next-release.sh" "$library_package" "$version" "$library_sha256" "$work/library"
bash "$here/next-release.sh" "$headers_package" "$version" "$headers_sha256" "$work/headers"
library=$(find "$work/library/usr/lib" -name 'liblaszip.so.8.*' -type f | head -1)
header=$(find "$work/headers/usr/include" -name laszip_api.h | head -1)
[ -n "$library" ] || die "$library_package holds no liblaszip.so.8"
[ -n "$header" ] || die "$headers_package holds no laszip_api.h"

# Moved into place at once, so that an interrupted run leaves nothing half-written.
mkdir -p "$work/laszip/lib" "$work/laszip/include"
install -m 644 "$library" "$work/laszip/lib/liblaszip.so.8"
cp -r "$(dirname "$header")" "$work/laszip/include/laszip"
install -m 644 "$work/library/usr/share/doc/$library_package/copyright" "$work/laszip/copyright"
(cd "$work/laszip" && { printf '# %s\n' "$version"; find include lib copyright -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum; } \
    >"$work/sha256")
mv "$work/sha256" "$work/laszip/sha256"
rm -rf "$dest.part"
cp -r "$work/laszip" "$dest.part"
rm -rf "$dest"
mv "$dest.part" "$dest"
say "LASzip $version: $dest"

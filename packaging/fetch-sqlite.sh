#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts the SQLite amalgamation into DEST/sqlite: packaging/fetch-sqlite.sh DEST
#
# It lies in the source of an npm package, taken by exact version and hash; no install script runs (docs/adr/0003). Does
# nothing when the files are there already and hash as they should.
set -euo pipefail

package=better-sqlite3-multiple-ciphers@13.0.3 # SQLite 3.53.4
sha256=24a11e221247fc003f755ad0f82126bc6b0295d0be1c06f3cb3e48d9db8eb898
files=(sqlite3.c sqlite3.h)

say() { printf 'fetch-sqlite: %s\n' "$*"; }
die() { printf 'fetch-sqlite: %s\n' "$*" >&2; exit 1; }

[ $# = 1 ] || { printf 'usage: fetch-sqlite.sh DEST\n' >&2; exit 2; }
mkdir -p "$1"
dest=$(cd "$1" && pwd)/sqlite

if [ -s "$dest/sha256" ] && grep -qxF "# $package" "$dest/sha256" \
    && (cd "$dest" && grep -v '^#' sha256 | sha256sum --quiet --check - >/dev/null 2>&1); then
    say "$package is there"
    exit 0
fi
command -v npm >/dev/null || die "npm is missing; install the package npm"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for try in 1 2 3 4; do
    (cd "$work" && npm pack "$package" --ignore-scripts --silent >/dev/null) && break
    [ "$try" = 4 ] && die "npm could not fetch $package"
    say "npm failed, trying again"
    sleep $((try * 5))
done
tarball=("$work"/*.tgz)
found=$(sha256sum "${tarball[0]}" | cut -d' ' -f1)
[ "$found" = "$sha256" ] || die "$package hashes to $found, $sha256 was expected: refused"
tar -xzf "${tarball[0]}" -C "$work" "${files[@]/#/package/deps/sqlite3/}"

# Moved into place at once, so that an interrupted run leaves nothing half-written.
mkdir "$work/sqlite"
for file in "${files[@]}"; do
    install -m 644 "$work/package/deps/sqlite3/$file" "$work/sqlite/$file"
done
(cd "$work/sqlite" && { printf '# %s\n' "$package"; sha256sum "${files[@]}"; } >"$work/sha256" && mv "$work/sha256" sha256)
rm -rf "$dest.part"
cp -r "$work/sqlite" "$dest.part"
rm -rf "$dest"
mv "$dest.part" "$dest"
say "$package: $dest"

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Downloads one package of the next Debian release and unpacks it, without installing anything.
#
#   packaging/next-release.sh NAME VERSION SHA256 DEST
#
# The archive is the one this machine's apt is configured for, with only the suite replaced; apt checks the archive's
# signature as always. The system's own apt state is neither read nor changed, so an ordinary user can run this.
# The pinned VERSION is taken when the archive still has it and must then hash to SHA256; otherwise the archive's
# candidate is taken, and the output says so. ELF files that need a newer C or C++ library than this machine has are
# refused (exit 3). PLUMBLINE_NEXT_SUITE names another suite than trixie.
set -euo pipefail

say() { printf 'next-release: %s\n' "$*"; }
die() { printf 'next-release: %s\n' "$*" >&2; exit "${code:-1}"; }

[ $# = 4 ] || code=2 die "usage: next-release.sh NAME VERSION SHA256 DEST"
name=$1 version=$2 sha256=$3 dest=$4
suite=${PLUMBLINE_NEXT_SUITE:-trixie}
for tool in apt-get dpkg dpkg-deb sha256sum readelf; do
    command -v "$tool" >/dev/null || die "$tool is missing; install apt, dpkg, coreutils and binutils"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work" # apt fetches as its own user when run by root
umask 022

# Package lists are kept between calls: they are ten megabytes and change rarely.
state=${XDG_CACHE_HOME:-${HOME:-$work}/.cache}/plumbline/next-release/$suite
[ "$(id -u)" = 0 ] && state=/var/cache/plumbline/next-release/$suite # where apt's own user can write, too
mkdir -p "$state" 2>/dev/null && [ -w "$state" ] || state=$work/state
mkdir -p "$state/lists/partial" "$state/cache/archives/partial" "$work/download" "$work/unpacked"
: >"$state/status"

codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
[ -n "$codename" ] || die "/etc/os-release names no release"
mapfile -t archives < <(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Release: $codename" \
    'Component: main' | awk '!seen[$0]++')
[ ${#archives[@]} -gt 0 ] || die "apt has no source for $codename main on this machine"

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
signed=
[ -r "$keyring" ] && signed="[signed-by=$keyring]"

apt=(apt-get -q -o "Dir::State=$state" -o "Dir::State::Lists=$state/lists" -o "Dir::State::status=$state/status"
    -o "Dir::Cache=$state/cache" -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null -o APT::Default-Release=
    -o APT::Update::Post-Invoke-Success= -o APT::Update::Post-Invoke= -o Acquire::Languages=none
    -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false -o Acquire::Retries=3 -o Debug::NoLocking=1)
[ "$(id -u)" = 0 ] || apt+=(-o APT::Sandbox::User=)

download() { # NAME[=VERSION]; apt-get download writes to the current folder
    (cd "$work/download" && chmod 777 . && "${apt[@]}" download "$1") >>"$work/log" 2>&1
}

# Says which version was fetched in $taken; one attempt on one archive.
attempt() {
    printf 'deb %s %s %s main\n' "$signed" "$1" "$suite" >"$work/sources.list"
    "${apt[@]}" update --error-on=any >>"$work/log" 2>&1 || return 1
    if download "$name=$version"; then
        taken="the pinned version $version"
    elif download "$name"; then
        taken=candidate
    else
        return 1
    fi
}

taken=
for try in 1 2 3; do
    for archive in "${archives[@]}"; do
        attempt "$archive" && break 2
    done
    [ "$try" = 3 ] || { say "no answer, trying again"; sleep $((try * 5)); }
done
if [ -z "$taken" ]; then
    cat "$work/log" >&2
    die "$name could not be fetched from $suite by this machine's package sources"
fi

deb=("$work"/download/*.deb)
[ ${#deb[@]} = 1 ] && [ -f "${deb[0]}" ] || die "apt left no package file"
found=$(sha256sum "${deb[0]}" | cut -d' ' -f1)
got=$(dpkg-deb -f "${deb[0]}" Version)
if [ "$got" = "$version" ]; then
    [ "$found" = "$sha256" ] || die "$name $version hashes to $found, $sha256 was expected: refused"
else
    taken="the archive's candidate $got, because the pinned $version is no longer there"
fi
dpkg-deb -x "${deb[0]}" "$work/unpacked"

# Highest symbol version with this prefix that a file needs, or that a library offers.
highest() { # PREFIX FILE
    { readelf -VW "$2" 2>/dev/null || true; } | grep -oE "\\b$1_[0-9]+(\\.[0-9]+)*" | sed "s/^$1_//" | sort -Vu | tail -1
}
newer() { [ -n "$1" ] && [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | tail -1)" = "$1" ]; }
have_glibc=$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)
libstdcxx=$({ /sbin/ldconfig -p 2>/dev/null || true; } | awk '$1 == "libstdc++.so.6" { print $NF; exit }')
have_glibcxx=
[ -n "$libstdcxx" ] && have_glibcxx=$(highest GLIBCXX "$libstdcxx")
elves=0
while IFS= read -r -d '' file; do
    [ "$(head -c 4 "$file" | od -An -tx1 | tr -d ' ')" = 7f454c46 ] || continue
    elves=$((elves + 1))
    need=$(highest GLIBC "$file")
    if newer "$need" "$have_glibc"; then
        code=3 die "${file#"$work"/unpacked} needs GLIBC $need, this machine has $have_glibc"
    fi
    need=$(highest GLIBCXX "$file")
    if newer "$need" "${have_glibcxx:-0}"; then
        code=3 die "${file#"$work"/unpacked} needs GLIBCXX $need, this machine has ${have_glibcxx:-none}"
    fi
done < <(find "$work/unpacked" -type f -print0)

mkdir -p "$dest"
cp -a "$work/unpacked/." "$dest/"
say "$name: took $taken ($suite, SHA-256 $found); $elves ELF files fit GLIBC $have_glibc, GLIBCXX ${have_glibcxx:-none}"
say "$name: unpacked into $dest"

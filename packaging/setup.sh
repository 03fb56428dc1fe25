#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what building Plumbline needs and this machine lacks: packaging/setup.sh [--tests]
#
# Packages come through apt (with sudo when not root); the libraries that Debian 12 lacks or has too old are fetched by
# exact version and hash into .pinned/ (PLUMBLINE_PINNED_DIR names another folder). Running it again costs a second.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export LC_ALL=C.UTF-8

tests=0
case "${1:-}" in
    '') ;;
    --tests) tests=1 ;;
    *) echo "usage: setup.sh [--tests]" >&2; exit 2 ;;
esac

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        sudo --preserve-env=http_proxy,https_proxy,no_proxy env DEBIAN_FRONTEND=noninteractive "$@"
    else
        die "not root and no sudo: ask an administrator to run: $*"
    fi
}

apt=(apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)

update_lists() { as_root "${apt[@]}" -qq update; }
install_packages() {
    as_root "${apt[@]}" install -y --no-install-recommends "$@" \
        | { grep -E '^([0-9]+ upgraded|Need to get|After this|Fetched|E:|W:|dpkg: )' || true; }
}

# Prints the packages of the named lists that are not installed.
missing_packages() {
    local name installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
    sed 's/#.*//' "$@" | awk 'NF { print $1 }' | while read -r name; do
        grep -qxF "$name" <<<"$installed" || printf '%s\n' "$name"
    done
}

command -v apt-get >/dev/null || die "this needs apt (Debian 12). Elsewhere, install what packaging/packages-build.txt lists."

lists=("$root/packaging/packages-build.txt")
[ "$tests" = 0 ] || lists+=("$root/packaging/packages-test.txt")
mapfile -t missing < <(missing_packages "${lists[@]}")
# npm is only for fetching. Node from elsewhere brings its own, and Debian's would be in conflict with it.
if [ ! -s "$pinned/sqlite/sqlite3.c" ] || [ ! -s "$pinned/onnxruntime/lib/libonnxruntime.so.1" ]; then
    command -v npm >/dev/null || missing+=(npm)
fi

started=$SECONDS
if [ ${#missing[@]} -gt 0 ]; then
    say "installing packages: ${missing[*]}"
    retry update_lists || die "the package lists could not be updated"
    retry install_packages "${missing[@]}" || die "the packages could not be installed"
    [ -z "$(missing_packages "${lists[@]}")" ] || die "still missing: $(missing_packages "${lists[@]}" | tr '\n' ' ')"
    say "installing packages: done in $((SECONDS - started)) s"
else
    say "all packages are installed"
fi

fetches=(sqlite onnxruntime)
[ "$tests" = 0 ] || fetches+=(swiftshader)
for name in "${fetches[@]}"; do
    script=$root/packaging/fetch-$name.sh
    if [ -e "$script" ]; then
        step "fetching $name" bash "$script" "$pinned"
    fi
done
# Compressed LAS files are one format of many: without LASzip the program says that it cannot read them.
bash "$root/packaging/fetch-laszip.sh" "$pinned" || say "LASzip could not be fetched: this build will not read LAZ files"

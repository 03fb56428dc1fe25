#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds everything and runs every everyday test without a screen: packaging/test.sh
# Arguments go to ctest, e.g. `packaging/test.sh -R tst_mask`. Long tests have a preset of their own: `ctest --preset long`.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export LC_ALL=C.UTF-8

unset DISPLAY WAYLAND_DISPLAY
bash "$root/packaging/setup.sh" --tests
bash "$root/packaging/build.sh" ci
cd "$root"
step "running the tests" ctest --preset ci "$@"
say "everything took $SECONDS s"

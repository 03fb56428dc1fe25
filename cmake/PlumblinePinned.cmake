# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Libraries that the distribution does not have in the version we need; packaging/fetch-pinned.sh puts them here.
set(PLUMBLINE_PINNED_DIR "${CMAKE_SOURCE_DIR}/.pinned" CACHE PATH "Where packaging/fetch-pinned.sh unpacked its files")

if(NOT EXISTS "${PLUMBLINE_PINNED_DIR}/sqlite/sqlite3.c")
    message(FATAL_ERROR "${PLUMBLINE_PINNED_DIR} has no SQLite. Run packaging/setup.sh first.")
endif()

# Compiled in, with hidden symbols: the distribution's copy lies in the range of the WAL-reset bug (docs/adr/0003).
add_library(plumbline-sqlite STATIC "${PLUMBLINE_PINNED_DIR}/sqlite/sqlite3.c")
target_include_directories(plumbline-sqlite SYSTEM PUBLIC "${PLUMBLINE_PINNED_DIR}/sqlite")
target_compile_definitions(plumbline-sqlite PRIVATE
    SQLITE_DQS=0 SQLITE_THREADSAFE=2 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_ENABLE_FTS5 SQLITE_ENABLE_RTREE
    SQLITE_ENABLE_SNAPSHOT SQLITE_TRUSTED_SCHEMA=0 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_OMIT_SHARED_CACHE SQLITE_USE_URI=1)
target_compile_options(plumbline-sqlite PRIVATE -w -O2)
target_link_libraries(plumbline-sqlite PRIVATE Threads::Threads m)
set_target_properties(plumbline-sqlite PROPERTIES AUTOMOC OFF AUTORCC OFF)

# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler, linker and output settings shared by every target.
include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
# moc needs nothing of what a target links, so it need not wait for that to be built.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

# The build tree has the layout of an installation, so programs find plugins and resources in both.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/${CMAKE_INSTALL_BINDIR}")
set(PLUMBLINE_PLUGIN_DIR "${CMAKE_INSTALL_LIBDIR}/plumbline/plugins")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR}")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/archive")
file(RELATIVE_PATH PLUMBLINE_PLUGINS_FROM_BIN
    "/prefix/${CMAKE_INSTALL_BINDIR}" "/prefix/${PLUMBLINE_PLUGIN_DIR}")
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)

find_program(PLUMBLINE_CCACHE ccache)
if(PLUMBLINE_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${PLUMBLINE_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${PLUMBLINE_CCACHE})
endif()
find_program(PLUMBLINE_MOLD mold)
if(PLUMBLINE_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_link_options(-fuse-ld=mold)
endif()

add_library(plumbline-settings INTERFACE)
target_compile_definitions(plumbline-settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    PLUMBLINE_VERSION="${PROJECT_VERSION}")
# Logging is everywhere, and its definitions must be the same wherever the precompiled header is used.
target_link_libraries(plumbline-settings INTERFACE spdlog::spdlog)
target_compile_options(plumbline-settings INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align)
# PCH and ccache: timestamps of the header must not invalidate hits.
target_compile_options(plumbline-settings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
if(PLUMBLINE_WARNINGS_AS_ERRORS)
    # GCC 12 sees uninitialised members in every moved std::variant (its bug 105562 and relatives).
    target_compile_options(plumbline-settings INTERFACE -Werror -Wno-error=maybe-uninitialized)
endif()
if(PLUMBLINE_SANITIZE)
    list(JOIN PLUMBLINE_SANITIZE "," _sanitizers)
    add_compile_options(-fsanitize=${_sanitizers} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${_sanitizers})
endif()
if(PLUMBLINE_TIDY)
    find_program(PLUMBLINE_CLANG_TIDY NAMES clang-tidy-19 clang-tidy REQUIRED)
    set(CMAKE_CXX_CLANG_TIDY ${PLUMBLINE_CLANG_TIDY} --quiet)
endif()

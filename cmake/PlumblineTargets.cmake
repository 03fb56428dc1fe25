# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
# plumbline_add_{library,program,plugin,test,benchmark}: named arguments, unknown ones are fatal.

macro(_plumbline_parse options one many)
    cmake_parse_arguments(ARG "${options}" "${one}" "${many}" ${ARGN})
    if(ARG_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "${CMAKE_CURRENT_FUNCTION}: unknown arguments: ${ARG_UNPARSED_ARGUMENTS}")
    endif()
endmacro()

# A library of the program. SHARED ones carry the type identity that plugins rely on.
#   plumbline_add_library(plumbline-core SHARED SOURCES … PUBLIC libs… PRIVATE libs…)
function(plumbline_add_library name)
    _plumbline_parse("SHARED;STATIC" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    if(ARG_SHARED)
        add_library(${name} SHARED ${ARG_SOURCES})
        set_target_properties(${name} PROPERTIES
            VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR} BUILD_RPATH "\$ORIGIN" INSTALL_RPATH "\$ORIGIN")
        install(TARGETS ${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} NAMELINK_SKIP)
    else()
        add_library(${name} STATIC ${ARG_SOURCES})
    endif()
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE plumbline-settings ${ARG_PRIVATE})
endfunction()

# Precompiled headers HOST-pch for everything that links HOST. HOST needs its own: GCC refuses a precompiled header where
# a definition of the target that made it is missing, and HOST has private ones.
#   plumbline_add_precompiled(plumbline-core HEADERS <QString> …)
function(plumbline_add_precompiled host)
    _plumbline_parse("" "" "HEADERS" ${ARGN})
    set(source "${CMAKE_CURRENT_BINARY_DIR}/${host}-pch.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// Carries the precompiled header.\n" @ONLY)
    add_library(${host}-pch OBJECT "${source}")
    set_target_properties(${host}-pch PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_include_directories(${host}-pch PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${host}-pch PRIVATE plumbline-settings ${host})
    target_precompile_headers(${host}-pch PRIVATE ${ARG_HEADERS})
endfunction()

#   plumbline_add_program(plumbline-cli SOURCES … LINK libs…)
function(plumbline_add_program name)
    _plumbline_parse("" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE plumbline-settings ${ARG_LINK})
    set_target_properties(${name} PROPERTIES
        INSTALL_RPATH "\$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
    install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# What a module and the program must have in common to share C++ objects. Sanitizers count: their runtimes end a program
# that loads an instrumented module without being instrumented itself.
string(REGEX MATCH "^[0-9]+" PLUMBLINE_COMPILER_ID "${CMAKE_CXX_COMPILER_VERSION}")
string(PREPEND PLUMBLINE_COMPILER_ID "${CMAKE_CXX_COMPILER_ID}-")
foreach(sanitizer IN LISTS PLUMBLINE_SANITIZE)
    string(APPEND PLUMBLINE_COMPILER_ID "+${sanitizer}")
endforeach()

# A loadable module in a folder of its own, plus a widget-free static library of its logic that tests link.
#   plumbline_add_plugin(coco SOURCES cocoplugin.cpp LOGIC cocoreader.cpp … LINK libs… [UI])
# The metadata file is NAME.json beside the CMakeLists; Q_PLUGIN_METADATA names it, moc adds the compiler to it.
function(plumbline_add_plugin name)
    _plumbline_parse("UI" "" "SOURCES;LOGIC;LINK" ${ARGN})
    if(ARG_UI)
        set(host plumbline-widgets)
    else()
        set(host plumbline-core)
    endif()
    add_library(plugin-${name} MODULE ${ARG_SOURCES} ${name}.json)
    set_target_properties(plugin-${name} PROPERTIES
        PREFIX "" OUTPUT_NAME ${name} AUTOMOC_MOC_OPTIONS "-Mcompiler=${PLUMBLINE_COMPILER_ID}"
        AUTOGEN_PARALLEL 2
        LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/${PLUMBLINE_PLUGIN_DIR}"
        INSTALL_RPATH "\$ORIGIN:\$ORIGIN/../..")
    set_property(TARGET plugin-${name} APPEND PROPERTY AUTOMOC_DEPEND_FILTERS
        "Q_PLUGIN_METADATA" "FILE *\"([^\"]+)\"")
    if(ARG_LOGIC)
        add_library(plugin-${name}-logic STATIC ${ARG_LOGIC})
        target_include_directories(plugin-${name}-logic PUBLIC "${CMAKE_SOURCE_DIR}")
        target_link_libraries(plugin-${name}-logic PUBLIC ${host} PRIVATE plumbline-settings ${ARG_LINK})
        target_precompile_headers(plugin-${name}-logic REUSE_FROM ${host}-pch)
        target_link_libraries(plugin-${name} PRIVATE plugin-${name}-logic)
    endif()
    target_link_libraries(plugin-${name} PRIVATE plumbline-settings ${host} ${ARG_LINK})
    target_include_directories(plugin-${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_precompile_headers(plugin-${name} REUSE_FROM ${host}-pch)
    install(TARGETS plugin-${name} LIBRARY DESTINATION ${PLUMBLINE_PLUGIN_DIR})
    if(PLUMBLINE_BUILD_TESTS AND EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/tests/CMakeLists.txt")
        enable_testing()
        add_subdirectory(tests)
    endif()
endfunction()

# One test executable per subject. WINDOW runs it under Xvfb; LONG keeps it out of the everyday run.
#   plumbline_add_test(tst_sha256 SOURCES tst_sha256.cpp LINK libs… [WINDOW] [TIMEOUT seconds])
function(plumbline_add_test name)
    _plumbline_parse("WINDOW;LONG" "TIMEOUT" "SOURCES;LINK;ARGUMENTS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE plumbline-settings plumbline-testsupport Qt6::Test ${ARG_LINK})
    target_precompile_headers(${name} REUSE_FROM plumbline-core-pch)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests/bin")
    if(ARG_WINDOW)
        add_test(NAME ${name} COMMAND xvfb-run -a -s "-screen 0 1600x1000x24 +extension GLX"
            $<TARGET_FILE:${name}> ${ARG_ARGUMENTS})
        set(platform xcb)
    else()
        add_test(NAME ${name} COMMAND ${name} ${ARG_ARGUMENTS})
        set(platform offscreen)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=${platform};LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=900000")
    if(ARG_LONG)
        set_tests_properties(${name} PROPERTIES LABELS long)
    endif()
endfunction()

#   plumbline_add_benchmark(bench_commit SOURCES … LINK …)
function(plumbline_add_benchmark name)
    _plumbline_parse("" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE plumbline-settings plumbline-core ${ARG_LINK})
    target_precompile_headers(${name} REUSE_FROM plumbline-core-pch)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests/bin")
endfunction()

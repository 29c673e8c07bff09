# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# n3x_add_test(name SOURCES … LIBRARIES … [LABELS …] [SKIP code] [TIMEOUT seconds] [ARGUMENTS …] [FATAL_WARNINGS])
#   One QtTest program. SKIP is the exit status with which it says "not here" (shown as skipped, never as passed).
#   FATAL_WARNINGS ends the program at the first Qt warning that the test did not announce.
# n3x_add_test_again(name suffix VARIABLE=value …)
#   The same program once more, as name.suffix, in another environment.
# n3x_add_tests_of_room(room LIBRARIES … [LABELS …] [SKIP code])
#   Every *_test.cpp under tests/room, and every CMakeLists.txt there for what needs its own words.

function(n3x_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "FATAL_WARNINGS" "SKIP;TIMEOUT" "SOURCES;LIBRARIES;LABELS;ARGUMENTS")
  add_executable(${name} ${test_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/tests)
  target_link_libraries(${name} PRIVATE ${test_LIBRARIES} n3x_test_support Qt6::Test)
  n3x_reuse_precompiled(${name} "${test_LIBRARIES}")

  set(environment
    QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software QT_FORCE_STDERR_LOGGING=1 LC_ALL=C.UTF-8
    N3X_SOURCE_DIR=${PROJECT_SOURCE_DIR} N3X_BINARY_DIR=${CMAKE_BINARY_DIR}
    # Nothing that a test saves or reads is the developer's own.
    XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/test-home/config XDG_DATA_HOME=${CMAKE_BINARY_DIR}/test-home/data
    XDG_STATE_HOME=${CMAKE_BINARY_DIR}/test-home/state XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/test-home/cache)
  if(test_FATAL_WARNINGS)
    list(APPEND environment QT_FATAL_WARNINGS=1)
  endif()
  if(NOT test_TIMEOUT)
    set(test_TIMEOUT 300)
  endif()
  add_test(NAME ${name} COMMAND ${name} ${test_ARGUMENTS})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}" TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}")
  if(test_SKIP)
    set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE ${test_SKIP})
  endif()
  string(REGEX MATCH "^[a-z]+" room ${name})
  if(NOT TARGET tests-${room})
    add_custom_target(tests-${room})
  endif()
  add_dependencies(tests-${room} ${name})
endfunction()

function(n3x_add_test_again name suffix)
  add_test(NAME ${name}.${suffix} COMMAND ${name})
  foreach(property ENVIRONMENT TIMEOUT LABELS)
    get_test_property(${name} ${property} value)
    set_property(TEST ${name}.${suffix} PROPERTY ${property} "${value}")
  endforeach()
  set_property(TEST ${name}.${suffix} APPEND PROPERTY ENVIRONMENT ${ARGN})
  set_property(TEST ${name} ${name}.${suffix} PROPERTY RESOURCE_LOCK ${name}) # they share their settings
endfunction()

function(n3x_add_tests_of_room room)
  file(GLOB_RECURSE own CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/CMakeLists.txt)
  set(claimed "")
  foreach(list IN LISTS own)
    get_filename_component(folder ${list} DIRECTORY)
    list(APPEND claimed ${folder}/)
    get_property(known GLOBAL PROPERTY n3x_test_folders)
    if(NOT folder IN_LIST known) # app/cli is asked for by itself and as a part of app
      set_property(GLOBAL APPEND PROPERTY n3x_test_folders ${folder})
      add_subdirectory(${folder})
    endif()
  endforeach()
  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/*_test.cpp)
  foreach(test IN LISTS tests)
    set(free TRUE)
    foreach(folder IN LISTS claimed)
      string(FIND ${test} ${folder} position)
      if(position EQUAL 0)
        set(free FALSE)
      endif()
    endforeach()
    if(free)
      file(RELATIVE_PATH name ${CMAKE_CURRENT_SOURCE_DIR} ${test})
      string(REGEX REPLACE "_test\\.cpp$" "" name ${name})
      string(REPLACE "/" "." name ${name})
      if(NOT TARGET ${name})
        n3x_add_test(${name} SOURCES ${test} ${ARGN})
      endif()
    endif()
  endforeach()
endfunction()

# One precompiled file for all tests without a window, one for all with it: their definitions differ, and a
# precompiled QTest knows whether it has Gui.
function(n3x_reuse_precompiled name libraries)
  if("n3x::app" IN_LIST libraries)
    set(owner n3x_test_precompiled_window)
    set(with n3x::app)
    set(side window)
    set(headers <QAbstractItemModelTester> <QSignalSpy>)
  else()
    set(owner n3x_test_precompiled)
    set(with n3x::generators)
    set(side core)
    set(headers "")
  endif()
  if(NOT TARGET ${owner})
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${owner}.cpp CONTENT "// Only here to carry a precompiled header.\n")
    add_library(${owner} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${owner}.cpp)
    target_link_libraries(${owner} PRIVATE ${with} n3x_test_support Qt6::Test)
    n3x_precompile(${owner} ${side} <QTest> ${headers} <rapidcheck.h>)
  endif()
  target_precompile_headers(${name} REUSE_FROM ${owner})
endfunction()

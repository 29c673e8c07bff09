# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Every target of ours links n3x_options: the language level, the warnings, the sanitizers and the include root.

add_library(n3x_options INTERFACE)
target_compile_features(n3x_options INTERFACE cxx_std_23)
target_compile_options(n3x_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
# Immer and RapidCheck use std::aligned_storage in templates; clang blames that on the file that instantiates them.
target_compile_options(n3x_options INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
target_include_directories(n3x_options INTERFACE ${PROJECT_SOURCE_DIR})
target_link_libraries(n3x_options INTERFACE Threads::Threads)

if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(n3x_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

if(N3X_SANITIZE)
  target_compile_options(n3x_options INTERFACE -fsanitize=${N3X_SANITIZE} -fno-omit-frame-pointer)
  if(N3X_SANITIZE MATCHES "undefined")
    target_compile_options(n3x_options INTERFACE -fno-sanitize-recover=all)
  endif()
  # g++ says of its flow warnings that they err where a sanitizer has changed the code; the other presets keep them.
  target_compile_options(n3x_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overread>)
  if(N3X_SANITIZE MATCHES "thread") # Qt's registry of compiled QML has a fence, which the sanitizer does not follow
    target_compile_options(n3x_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  endif()
  target_link_options(n3x_options INTERFACE -fsanitize=${N3X_SANITIZE})
endif()

find_program(N3X_MOLD mold)
mark_as_advanced(N3X_MOLD)
if(N3X_MOLD AND NOT N3X_SANITIZE)
  target_link_options(n3x_options INTERFACE -fuse-ld=mold)
endif()

# ccache with paths relative to this tree, so that several work trees of one clone share what they compiled.
find_program(N3X_CCACHE ccache)
mark_as_advanced(N3X_CCACHE)
if(N3X_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${N3X_CCACHE} base_dir=${PROJECT_SOURCE_DIR} hash_dir=false
    "sloppiness=pch_defines,time_macros,include_file_mtime,include_file_ctime" pch_external_checksum=true)
endif()

# n3x_precompile(target core|window): the headers that nearly every file reads. Only headers of the system may
# stand here: the checksum below, by which ccache knows the precompiled file, names versions and not contents.
# (A .gch file differs from one work tree to the next; without the checksum nothing behind it would be shared.)
function(n3x_precompile target side)
  set(headers <algorithm> <array> <compare> <cstdint> <expected> <filesystem> <format> <functional> <map> <memory>
    <optional> <ranges> <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>)
  if(side STREQUAL "window")
    list(APPEND headers <QAbstractItemModel> <QAction> <QColor> <QCoreApplication> <QDir> <QHash> <QLabel> <QLayout>
      <QList> <QObject> <QPainter> <QPointer> <QQuickItem> <QSettings> <QString> <QStringList> <QTimer> <QToolButton>
      <QVariant> <QWidget>)
  endif()
  target_precompile_headers(${target} PRIVATE ${headers} ${ARGN})
  n3x_precompiled_checksum(${target} "${headers};${ARGN}")
endfunction()

function(n3x_precompiled_checksum target headers)
  get_target_property(definitions ${target} COMPILE_DEFINITIONS)
  get_target_property(libraries ${target} LINK_LIBRARIES)
  string(SHA256 sum "${headers};${definitions};${libraries};${CMAKE_CXX_COMPILER_ID};${CMAKE_CXX_COMPILER_VERSION};\
${CMAKE_BUILD_TYPE};${CMAKE_CXX_FLAGS_${CMAKE_BUILD_TYPE}};${CMAKE_CXX_FLAGS};${N3X_SANITIZE};${Qt6_VERSION}")
  set(extension gch)
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    set(extension pch)
  endif()
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.${extension}.sum
    CONTENT "${sum}\n")
endfunction()

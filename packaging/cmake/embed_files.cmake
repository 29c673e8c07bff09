# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Writes OUTPUT, a C++ source with the bytes of the files that LIST names below BASE; see n3x_embed.cmake.
# Arrays of characters, not literals: a literal may end at 64 KiB, and needs quoting that these bytes do not.
cmake_minimum_required(VERSION 3.31)

file(STRINGS ${LIST} paths ENCODING UTF-8)
set(arrays "")
set(rows "")
set(number 0)
foreach(path IN LISTS paths)
  file(READ ${BASE}/${path} bytes HEX)
  if(bytes STREQUAL "")
    string(APPEND rows "    {\"${path}\", {}},\n")
    continue()
  endif()
  string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char file${number}[] = {\n${bytes}};\n")
  string(APPEND rows "    {\"${path}\", {file${number}, sizeof file${number}}},\n")
  math(EXPR number "${number} + 1")
endforeach()

list(LENGTH paths count)
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[// Made by packaging/cmake/embed_files.cmake; a change here is lost.
#include "@HEADER@"

#include <array>

namespace n3x {
namespace {
@arrays@
constexpr std::array<EmbeddedFile, @count@> files{{
@rows@}};
} // namespace

std::span<const EmbeddedFile> @FUNCTION@() { return files; }
} // namespace n3x
]] @ONLY)

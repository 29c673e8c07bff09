# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# n3x_embed(target HEADER header FUNCTION function BASE folder FILES file…)
# Gives `target` a source that defines `std::span<const n3x::EmbeddedFile> n3x::function()`, declared in `header`:
# the FILES in the order of their paths below BASE. Made anew when one of them, or the list, changes.

set(N3X_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake)

function(n3x_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 embed "" "HEADER;FUNCTION;BASE" "FILES")
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${embed_FUNCTION}.cpp)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${embed_FUNCTION}.list)
  set(relatives "")
  foreach(file IN LISTS embed_FILES)
    file(RELATIVE_PATH relative ${embed_BASE} ${file})
    list(APPEND relatives ${relative})
  endforeach()
  list(SORT relatives)
  list(JOIN relatives "\n" lines)
  file(CONFIGURE OUTPUT ${list} CONTENT "${lines}\n" @ONLY)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D LIST=${list} -D BASE=${embed_BASE} -D HEADER=${embed_HEADER}
      -D FUNCTION=${embed_FUNCTION} -D OUTPUT=${source} -P ${N3X_EMBED_SCRIPT}
    DEPENDS ${embed_FILES} ${list} ${N3X_EMBED_SCRIPT}
    COMMENT "Embedding the files of ${embed_FUNCTION}()" VERBATIM)
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
endfunction()

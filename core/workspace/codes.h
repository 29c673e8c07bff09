// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/checks/codes.h"
#include "core/workspace/changes.h"
#include "core/workspace/file_system.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace n3x {

// The codes of problems with the folder, its files and their export: N3X7001 and on.
[[nodiscard]] std::span<const CodeInfo> workspaceProblemCodes();

// Whether a folder that could not be opened for these can still be opened for reading.
[[nodiscard]] bool keepOnlyWritersOut(const Problems& problems);

// Their sentences, one function each. Paths are shown as they are given.
namespace workspace_problems {

[[nodiscard]] Problem noProject(std::string_view folder);                              // N3X7001
[[nodiscard]] Problem unreadable(std::string_view path, int number);                   // N3X7002
[[nodiscard]] Problem unwritable(const DiskError& error);                              // N3X7003, 7004, 7006 or 7017
[[nodiscard]] Problem noFolder(std::string_view path, int number);                     // N3X7003 or 7004
[[nodiscard]] Problem generatedInPart(std::string_view folder, const DiskError& error);  // as unwritable
[[nodiscard]] Problem inUse(std::string_view folder, std::string_view holder);         // N3X7005
[[nodiscard]] Problem unsafePath(std::string_view path);                               // N3X7006
[[nodiscard]] Problem changedByOthers(std::string_view path);                          // N3X7007
[[nodiscard]] Problem changedSinceWorkBegan(std::string_view path);                    // N3X7007
[[nodiscard]] Problem commentsWouldGo(std::string_view path);                          // N3X7008
[[nodiscard]] Problem contentsWouldGo(std::string_view path);                          // N3X7009
[[nodiscard]] Problem missingWouldBeWritten(std::string_view path);                    // N3X7009
[[nodiscard]] Problem conflict(const Change& change);                                  // N3X7010 to 7013
[[nodiscard]] Problem noFolderThere(std::string_view path);                            // N3X7012
[[nodiscard]] Problem sourceInTheWay(std::string_view path);                           // N3X7011
[[nodiscard]] Problem manifestUnreadable();                                            // N3X7013
[[nodiscard]] Problem interrupted();                                                   // N3X7014
[[nodiscard]] Problem gitIndex(std::string_view why);                                  // N3X7015
[[nodiscard]] Problem ignoredByGit(std::string_view path, bool areMore);                // N3X7015
[[nodiscard]] Problem projectThere(std::string_view folder);                           // N3X7016
[[nodiscard]] Problem stoppedHalfway(const DiskError& error);                          // N3X7018
[[nodiscard]] Problem keptByRecovery(std::string_view path);                           // N3X7019
[[nodiscard]] Problem approvalWrong(const FilePosition& where, Text what);             // N3X7020
[[nodiscard]] Problem approvalExpired(const FilePosition& where, const ObjectPath& object, std::string_view code,
                                      std::string_view until);                         // N3X7021
[[nodiscard]] Problem readOnly();                                                      // N3X7022
[[nodiscard]] Problem viewUnreadable(std::string_view path);                           // N3X7023
[[nodiscard]] Problem noSourceFile(std::string_view path);                             // N3X7024
[[nodiscard]] Problem hardwareElsewhere(std::string_view path);                        // N3X7025
[[nodiscard]] Problem unlistedWouldGo(std::string_view path);                          // N3X7026

} // namespace workspace_problems
} // namespace n3x

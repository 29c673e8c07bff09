// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/types/choice.h"

// What menus and keys do to the profile in sight: an edit of the core, and the selection that people expect after it.
namespace n3x {

class Document;
class ObjectPath;

void addNode(Document& document, Role role); // and selects it
void addNetwork(Document& document);
void addUplink(Document& document);

[[nodiscard]] bool canDuplicateSelected(const Document& document);
void duplicateSelected(Document& document); // nodes and networks
void selectAllNodes(Document& document);

[[nodiscard]] ObjectPath currentProfilePath(const Document& document);
void addProfile(Document& document); // and shows it
void duplicateProfile(Document& document);
void removeProfile(Document& document);
void deployProfile(Document& document, bool deploy);
void showProfileBeside(Document& document, int step);

} // namespace n3x

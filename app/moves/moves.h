// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/document/document.h"

#include <QAction>
#include <QKeySequence>

class QMenu;

// The order of profiles, nodes, networks, uplinks and own hardware targets, changed by one place at a time: what menus
// and keys do wherever such an object is in hand.
namespace n3x {

enum class Step : std::uint8_t { Up, Down };

[[nodiscard]] QKeySequence moveKeys(Step step);

// Does nothing where it cannot go that way.
void moveObject(Document& document, const ObjectPath& object, Step step);

// The only object that is selected; nothing where there are none or several.
[[nodiscard]] std::optional<ObjectPath> objectInHand(const Document& document);

// For an entry of a menu: disabled with the reason where the object cannot go that way.
void showMove(QAction& action, const Document& document, const ObjectPath& object, Step step);
void addMoves(QMenu& menu, Document& document, const ObjectPath& object);

} // namespace n3x

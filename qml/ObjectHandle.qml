// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick

// A node or lane for those who do not see pixels: nothing to see, everything to hear.
Item {
    id: handle

    required property string key
    required property string name
    required property string description
    required property rect shape
    required property bool selected
    required property bool focused

    signal activated

    x: shape.x
    y: shape.y
    width: shape.width
    height: shape.height

    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: description
    Accessible.selectable: true
    Accessible.selected: selected
    Accessible.focusable: true
    Accessible.focused: focused
    Accessible.onPressAction: handle.activated()
}

// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import N3x.Canvas

// A button of the canvas: quiet until it is pointed at, or the main action of what it stands in.
Rectangle {
    id: button

    required property CanvasView view
    required property string text
    property string hint: text
    property string keys: "" // that do the same on the canvas
    property bool isMain: false
    property bool isBordered: false

    signal clicked

    // A label that says it all needs no second one.
    function explain(isPointedAt: bool): void {
        const words = button.keys === "" ? button.hint : qsTr("%1 (%2)").arg(button.hint).arg(button.keys);
        button.view.explain(isPointedAt && words !== button.text ? words : "", button.mapToItem(button.view, 0, button.height - 14));
    }

    onActiveFocusChanged: button.explain(activeFocus)
    implicitWidth: label.implicitWidth + 20
    implicitHeight: Math.max(26, label.implicitHeight + 10)
    radius: 4
    color: isMain ? view.accent : press.pressed || hover.hovered ? view.hoverTint : isBordered ? view.paper : "transparent"
    border.width: activeFocus ? 2 : isBordered && !isMain ? 1 : 0
    border.color: activeFocus ? (isMain ? view.ink : view.accent) : view.edge
    activeFocusOnTab: true

    Accessible.role: Accessible.Button
    Accessible.name: hint
    Accessible.focusable: true
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
    Keys.onSpacePressed: button.clicked()

    Text {
        id: label

        anchors.centerIn: parent
        text: button.text
        color: button.isMain ? button.view.onAccent : button.view.ink
        font.pixelSize: 12
        font.weight: button.isMain ? Font.DemiBold : Font.Normal
    }

    HoverHandler {
        id: hover

        onHoveredChanged: button.explain(hovered)
    }

    TapHandler {
        id: press

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: button.clicked()
    }
}

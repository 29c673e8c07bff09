// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import N3x.Canvas

// One thing of the palette: a click adds it, dragging takes it to its place on the canvas, Escape puts it back, and so
// does dropping it on the palette.
Rectangle {
    id: entry

    required property CanvasView view
    required property Item home // the palette
    property alias isDragging: area.isDragging
    required property string icon
    required property string hint

    signal added
    signal dragged

    function explain(isPointedAt: bool): void {
        entry.view.explain(isPointedAt && !area.pressed ? qsTr("%1, or drag it to its place").arg(entry.hint) : "", entry.mapToItem(entry.view, 0, entry.height - 14));
    }

    onActiveFocusChanged: entry.explain(activeFocus)

    width: 26
    height: 24
    radius: 4
    color: area.containsMouse || area.pressed ? view.hoverTint : "transparent"
    border.width: activeFocus ? 2 : 0
    border.color: view.accent
    activeFocusOnTab: true

    Accessible.role: Accessible.Button
    Accessible.name: hint
    Accessible.focusable: true
    Accessible.onPressAction: entry.added()
    Keys.onReturnPressed: entry.added()
    Keys.onEnterPressed: entry.added()
    Keys.onSpacePressed: entry.added()
    Keys.onEscapePressed: entry.view.cancelGesture()

    CanvasIcon {
        anchors.centerIn: parent
        width: 16
        height: 16
        name: entry.icon
        colour: entry.view.quietInk
    }

    MouseArea {
        id: area

        property point from
        property bool isDragging: false

        anchors.fill: parent
        hoverEnabled: true
        preventStealing: true
        cursorShape: Qt.OpenHandCursor
        onContainsMouseChanged: entry.explain(containsMouse)
        onPressed: mouse => {
            from = Qt.point(mouse.x, mouse.y);
            isDragging = false;
            entry.forceActiveFocus();
            entry.explain(false);
        }
        onPositionChanged: mouse => {
            if (pressed && !isDragging && Math.abs(mouse.x - from.x) + Math.abs(mouse.y - from.y) > Application.styleHints.startDragDistance) {
                isDragging = true;
                entry.dragged();
            }
            if (isDragging)
                entry.view.dragTo(mapToItem(entry.view, mouse.x, mouse.y));
        }
        onReleased: mouse => {
            const wasDragging = isDragging;
            isDragging = false;
            if (wasDragging && entry.home.contains(mapToItem(entry.home, mouse.x, mouse.y)))
                entry.view.cancelGesture();
            else if (wasDragging)
                entry.view.drop();
            else if (containsMouse)
                entry.added();
        }
        onCanceled: {
            isDragging = false;
            entry.view.cancelGesture();
        }
    }
}

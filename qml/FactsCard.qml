// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import N3x.Canvas

// What an object is, after the pointer rested on it.
Rectangle {
    id: card

    required property CanvasView view

    readonly property real wantedX: view.factsAt.x + 14
    readonly property real wantedY: view.factsAt.y + 18

    visible: view.showsFacts
    width: Math.min(Math.max(title.implicitWidth, lines.implicitWidth) + 24, 340)
    height: column.implicitHeight + 18
    x: Math.max(6, Math.min(wantedX, view.width - width - 6))
    y: wantedY + height > view.height - 6 ? Math.max(6, view.factsAt.y - height - 10) : wantedY
    radius: 6
    color: view.paper
    border.width: 1
    border.color: view.edge

    Accessible.role: Accessible.ToolTip
    Accessible.name: view.factsTitle
    Accessible.description: view.factsText

    Column {
        id: column

        x: 12
        y: 9
        width: card.width - 24
        spacing: 3

        Text {
            id: title

            width: parent.width
            text: card.view.factsTitle
            textFormat: Text.PlainText
            color: card.view.ink
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            font.pixelSize: 12
            font.weight: Font.DemiBold
        }
        Text {
            id: lines

            visible: text !== ""
            width: parent.width
            text: card.view.factsText
            textFormat: Text.PlainText
            font.weight: Font.Normal
            color: card.view.quietInk
            wrapMode: Text.Wrap
            font.pixelSize: 11
            lineHeight: 1.25
        }
    }
}

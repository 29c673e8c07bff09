// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import N3x.Canvas

// Where new nodes and networks are taken from: dragged to their place, or added where there is room with a click.
Rectangle {
    id: board

    required property CanvasView view
    required property TargetModel targets

    property bool isOpen: view.width > 1000
    property bool isDragging: false // something from here: what is below is where it may go

    width: isOpen ? 236 : Math.ceil(toggle.implicitWidth) + 4 // of part of a pixel no border is painted
    height: Math.ceil(isOpen ? entries.y + entries.height + 4 : toggle.implicitHeight + 4)
    radius: 6
    color: view.paper
    border.width: 1
    border.color: view.edge
    clip: true
    opacity: isDragging ? 0.15 : 1

    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Palette")

    HoverHandler { // nor what is pointed at
        blocking: true
    }

    MouseArea { // what is pressed here is not meant for the canvas
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }

    CanvasButton {
        id: toggle

        x: 2
        y: 2
        view: board.view
        text: board.isOpen ? qsTr("Add ▾") : qsTr("Add ▸")
        hint: board.isOpen ? qsTr("Close the palette") : qsTr("Open the palette")
        onClicked: {
            board.isOpen = !board.isOpen;
            if (!board.isOpen)
                board.view.forceActiveFocus(); // what had the keyboard may be out of sight
        }
    }

    Loader { // a palette that was not opened costs nothing
        id: entries

        x: 4
        y: toggle.height + 4
        active: board.isOpen
        sourceComponent: Column {
            id: column

            width: board.width - 8

            Repeater {
                model: board.targets

                delegate: Item {
                    id: row

                    required property string name
                    required property string title

                    width: column.width
                    height: Math.max(26, label.implicitHeight + 4)

                    Text {
                        id: label

                        objectName: "title"
                        anchors.verticalCenter: parent.verticalCenter
                        x: 8
                        width: parent.width - 70
                        text: row.title
                        textFormat: Text.PlainText
                        color: board.view.quietInk
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        lineHeight: 0.95
                        font.pixelSize: 11
                        font.hintingPreference: Font.PreferNoHinting // as the canvas: its glyphs are there already
                    }
                    PaletteEntry {
                        anchors.verticalCenter: parent.verticalCenter
                        x: parent.width - 58
                        view: board.view
                        home: board
                        onIsDraggingChanged: board.isDragging = isDragging
                        icon: "server"
                        hint: qsTr("Add server on %1").arg(row.title)
                        onAdded: board.view.addServer(row.name)
                        onDragged: board.view.beginServer(row.name)
                    }
                    PaletteEntry {
                        anchors.verticalCenter: parent.verticalCenter
                        x: parent.width - 29
                        view: board.view
                        home: board
                        onIsDraggingChanged: board.isDragging = isDragging
                        icon: "agent"
                        hint: qsTr("Add agent on %1").arg(row.title)
                        onAdded: board.view.addAgent(row.name)
                        onDragged: board.view.beginAgent(row.name)
                    }
                }
            }

            Item {
                width: column.width
                height: 28

                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    x: 8
                    text: qsTr("Network")
                    color: board.view.quietInk
                    font.pixelSize: 11
                    font.hintingPreference: Font.PreferNoHinting
                }
                PaletteEntry {
                    x: parent.width - 29
                    anchors.verticalCenter: parent.verticalCenter
                    view: board.view
                    home: board
                    onIsDraggingChanged: board.isDragging = isDragging
                    icon: "add-network"
                    hint: qsTr("Add network")
                    onAdded: board.view.addNetwork()
                    onDragged: board.view.beginNetwork()
                }
            }
        }
    }
}

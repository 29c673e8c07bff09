// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import N3x.Canvas

Rectangle {
    id: bar

    required property CanvasView view

    implicitWidth: row.implicitWidth + 4
    implicitHeight: row.implicitHeight + 4
    radius: 6
    color: view.paper
    border.width: 1
    border.color: view.edge

    HoverHandler { // nor what is pointed at
        blocking: true
    }

    MouseArea { // what is pressed here is not meant for the canvas
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }

    Row {
        id: row

        anchors.centerIn: parent

        CanvasButton {
            view: bar.view
            text: bar.view.zoomText
            hint: qsTr("Zoom to 100 %, now %1").arg(bar.view.zoomText)
            keys: "0"
            onClicked: bar.view.zoomToActualSize()
        }
        CanvasButton {
            view: bar.view
            text: qsTr("fit")
            hint: qsTr("Fit the profile into the view")
            keys: "F"
            onClicked: bar.view.fit()
        }
        CanvasButton {
            view: bar.view
            text: "−"
            hint: qsTr("Zoom out")
            keys: "−"
            onClicked: bar.view.zoomOut()
        }
        CanvasButton {
            view: bar.view
            text: "+"
            hint: qsTr("Zoom in")
            keys: "+"
            onClicked: bar.view.zoomIn()
        }
    }
}

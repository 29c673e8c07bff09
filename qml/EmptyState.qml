// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import N3x.Canvas

// What to do first in a profile without nodes, and the two buttons that do it.
Rectangle {
    id: empty

    required property CanvasView view

    width: 420
    height: column.implicitHeight + 32
    radius: 7
    color: view.paper
    border.width: 1
    border.color: view.edge

    Column {
        id: column

        x: 20
        y: 16
        width: empty.width - 40
        spacing: 10

        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: empty.view.session !== null && empty.view.session.hasProfile ? qsTr("This profile has no nodes yet") : qsTr("This project has no profile yet")
            color: empty.view.ink
            font.pixelSize: 16
            font.weight: Font.DemiBold
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: empty.view.session !== null && empty.view.session.hasNetworks ? qsTr("Add the first server: it founds the cluster and takes the first address of each network.")
                                                                                : qsTr("Add a network first, then a server: the server founds the cluster and takes the network's first address.")
            color: empty.view.quietInk
            font.pixelSize: 12
            visible: empty.view.session !== null && empty.view.session.hasProfile && !empty.view.session.isReadOnly
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 10
            visible: empty.view.session !== null && empty.view.session.hasProfile && !empty.view.session.isReadOnly

            CanvasButton {
                view: empty.view
                text: qsTr("Add network")
                isBordered: true
                isMain: empty.view.session !== null && !empty.view.session.hasNetworks
                onClicked: empty.view.addNetwork()
            }
            CanvasButton {
                view: empty.view
                text: qsTr("Add server")
                isBordered: true
                isMain: empty.view.session !== null && empty.view.session.hasNetworks
                onClicked: empty.view.addServer("")
            }
        }
    }
}

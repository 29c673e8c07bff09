// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

pragma ComponentBehavior: Bound

import QtQuick
import N3x.Canvas

// The topology of a profile. The painted item does the work; what stands here lies over it.
CanvasView {
    id: view

    required property TargetModel targets

    rightInset: board.visible && board.isOpen ? board.width + 12 : 0

    Accessible.role: Accessible.Canvas
    Accessible.name: qsTr("Topology")
    Accessible.description: qsTr("Arrows move between nodes and networks, Enter renames, the menu key shows what can be done.")

    PinchHandler {
        target: null
        onScaleChanged: delta => view.zoomAt(centroid.position, delta)
        onTranslationChanged: delta => view.pan(delta.x, delta.y)
    }

    Item { // objects, in their own coordinates
        x: view.origin.x
        y: view.origin.y
        scale: view.zoom
        transformOrigin: Item.TopLeft

        Repeater {
            model: view.cards
            delegate: ObjectHandle {
                id: node

                onActivated: view.reveal(node.key)
            }
        }

        Repeater {
            model: view.lanes
            delegate: ObjectHandle {
                id: lane

                onActivated: view.reveal(lane.key)
            }
        }
    }

    Loader { // what is seldom seen is made when it is: each text costs the start its part
        id: empty

        readonly property CanvasView canvas: view
        readonly property bool hasLanes: view.session !== null && view.session.hasNetworks

        anchors.horizontalCenter: parent.horizontalCenter
        y: hasLanes ? Math.max(8, view.cardsRect.y + Math.min((view.cardsRect.height - height) / 2, view.cardsRect.height - height - 8)) : (view.height - height) / 2
        active: view.session !== null && view.session.isEmpty
        sourceComponent: EmptyState {
            view: empty.canvas
        }
    }

    NodePalette {
        id: board

        anchors {
            top: parent.top
            right: parent.right
            margins: 12
        }
        view: view
        targets: view.targets
        visible: view.session !== null && view.session.hasProfile && !view.session.isReadOnly && view.width > 420
    }

    ZoomBar {
        anchors {
            right: parent.right
            bottom: parent.bottom
            margins: 8
        }
        view: view
    }

    Loader {
        id: facts

        readonly property CanvasView canvas: view

        active: view.showsFacts
        sourceComponent: FactsCard {
            view: facts.canvas
        }
    }

    Loader {
        id: rename

        readonly property CanvasView canvas: view

        active: view.isRenaming
        sourceComponent: RenameField {
            view: rename.canvas
        }
    }
}

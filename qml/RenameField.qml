// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

import QtQuick
import N3x.Canvas

// The name of an object, edited where it stands. Enter takes it, Escape leaves it, a refused name stays with the reason.
Rectangle {
    id: field

    required property CanvasView view

    readonly property string refusal: view.isRenaming ? view.renameRefusal(input.text) : ""

    visible: view.isRenaming
    x: Math.max(2, Math.min(view.renamedRect.x, view.width - width - 2))
    y: view.renamedRect.y
    width: view.renamedRect.width
    height: view.renamedRect.height
    radius: 4
    color: view.paper
    border.width: 2
    border.color: refusal === "" ? view.accent : view.error

    // Here for one renaming; another that follows at once may find it still there.
    function begin(): void {
        if (field.view.isRenaming) {
            input.text = field.view.renamedName;
            input.forceActiveFocus();
            input.selectAll();
        }
    }

    Component.onCompleted: begin()

    Connections {
        target: field.view
        function onRenamingChanged(): void {
            field.begin();
        }
    }

    TextInput {
        id: input

        anchors.fill: parent
        anchors.leftMargin: 5
        anchors.rightMargin: 5
        verticalAlignment: TextInput.AlignVCenter
        color: field.view.ink
        selectionColor: field.view.accent
        selectedTextColor: field.view.onAccent
        selectByMouse: true
        clip: true
        font.pixelSize: 13
        font.weight: Font.DemiBold
        maximumLength: 253

        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Name")
        Accessible.description: field.refusal
        Keys.onReturnPressed: field.view.finishRename(text)
        Keys.onEnterPressed: field.view.finishRename(text)
        Keys.onEscapePressed: field.view.cancelRename()
        onActiveFocusChanged: {
            if (!activeFocus && field.view.isRenaming)
                field.view.cancelRename();
        }
    }

    Rectangle {
        visible: field.refusal !== ""
        x: 0
        y: field.height + 4
        width: Math.min(reason.implicitWidth + 16, 320)
        height: reason.height + 10
        radius: 4
        color: field.view.paper
        border.width: 1
        border.color: field.view.error

        Text {
            id: reason

            x: 8
            y: 5
            width: 304
            text: field.refusal
            textFormat: Text.PlainText
            color: field.view.error
            wrapMode: Text.Wrap
            font.pixelSize: 11
        }
    }
}

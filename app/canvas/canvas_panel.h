// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QQuickWidget;

namespace n3x {

class CanvasSession;
class CanvasView;
class Document;

// The topology of the current profile: the centre of the window. A QWidget with the Qt Quick canvas inside.
class CanvasPanel final : public QWidget {
    Q_OBJECT

public:
    explicit CanvasPanel(Document& document, QWidget* parent = nullptr);
    ~CanvasPanel() override;

    [[nodiscard]] CanvasView* view() const { return view_; }
    [[nodiscard]] CanvasSession* session() const { return session_; }
    [[nodiscard]] QQuickWidget* quick() const { return quick_; }

    // For the window's menus and tool bar.
    void addServer();
    void addAgent();
    void addNetwork();
    void removeSelected();
    void selectAll();
    void renameSelected();
    void zoomIn();
    void zoomOut();
    void zoomToActualSize();
    void fit();

protected:
    void changeEvent(QEvent* event) override;

private:
    void followPalette();
    void showMenu(QPointF at);

    Document& document_;
    CanvasSession* session_;
    QQuickWidget* quick_;
    CanvasView* view_ = nullptr;
};

} // namespace n3x

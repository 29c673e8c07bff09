// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QQmlComponent;

namespace n3x {

class CanvasSession;
class CanvasView;
class Document;
class QuickCanvas;

// The topology of the current profile: the centre of the window. A QWidget with the Qt Quick canvas inside, which is
// read from its files on another thread while the window around it is made.
class CanvasPanel final : public QWidget {
    Q_OBJECT

public:
    explicit CanvasPanel(Document& document, QWidget* parent = nullptr);
    ~CanvasPanel() override;

    [[nodiscard]] CanvasView* view();
    [[nodiscard]] CanvasSession* session() const { return session_; }
    [[nodiscard]] QuickCanvas* quick() const { return quick_; }

    // For the window's menus.
    void zoomIn();
    void zoomOut();
    void zoomToActualSize();
    void fit();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeView();
    void followPalette();
    void takeKeyboardBack();
    void showMenu(QPointF at);

    Document& document_;
    CanvasSession* session_;
    QuickCanvas* quick_;
    QQmlComponent* component_ = nullptr; // until the view is made of it
    CanvasView* view_ = nullptr;
};

} // namespace n3x

// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;
class QWidget;

namespace n3x {

class DockTitle;

// The docks of the window: where they stand at first, what is remembered, how they go back.
class Docks final : public QObject {
    Q_OBJECT

public:
    enum class Place : std::uint8_t { Left, RightTop, RightBottom, Bottom };

    explicit Docks(QMainWindow& window);

    // `id` names it in the settings and never changes. Docks of one place at the bottom become tabs.
    QDockWidget* add(const QString& id, const QString& title, Place place, QWidget* panel, bool shownAtFirst = true);
    void addTo(QMenu& menu) const; // an action to show and hide each
    void keepRoomForCentre();
    void reset();                  // the first layout
    void restore();                // as it was left, or the first layout
    void remember() const;
    void setShown(bool shown);     // all of them; hidden ones come back as they were
    void setEnabled(bool enabled); // what is in them
    void raise(const QString& id); // shows it in front of its tabs
    void floatFocused();           // the one with the keyboard: out of the window, or back into it
    void focusNext(int direction); // takes the keyboard from panel to panel, the canvas among them

private:
    struct Entry {
        QString id;
        QDockWidget* dock;
        DockTitle* title;
        Place place;
        bool shownAtFirst;
    };

    QMainWindow& window_;
    QList<Entry> entries_;
    [[nodiscard]] QStringList inFront() const; // of their tabs; none while nobody sees the window
    void bringToFront(const QStringList& ids);

    QByteArray hiddenState_;  // of the window, while setShown(false)
    QStringList hiddenFront_; // and what was in front, which that state does not bring back
};

} // namespace n3x

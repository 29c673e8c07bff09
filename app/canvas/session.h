// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/canvas/hits.h"
#include "app/canvas/scene.h"
#include "app/canvas/shape_model.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QtQmlIntegration>

#include <functional>
#include <memory>
#include <unordered_map>

namespace n3x {

class Document;

// The current profile of a document as the canvas shows it: follows every edit, selection and problem, keeps cards
// where they stand, and lets a gesture show what it would do before it is done. Knows no pixels and no mouse.
class CanvasSession final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the panel, with its document")
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY emptyChanged FINAL)
    Q_PROPERTY(bool hasProfile READ hasProfile NOTIFY emptyChanged FINAL)
    Q_PROPERTY(bool isReadOnly READ isReadOnly NOTIFY readOnlyChanged FINAL)
    Q_PROPERTY(bool hasNetworks READ hasNetworks NOTIFY emptyChanged FINAL)

public:
    explicit CanvasSession(Document& document, QObject* parent = nullptr);

    [[nodiscard]] Document& document() const { return document_; }
    [[nodiscard]] const Scene& scene() const { return staged_ ? *staged_ : scene_; } // as painted
    [[nodiscard]] const Scene& settled() const { return scene_; }                    // without what a gesture shows
    [[nodiscard]] bool isStaged() const { return staged_ != nullptr; }

    [[nodiscard]] bool hasProfile() const { return hasProfile_; }
    [[nodiscard]] bool isEmpty() const { return scene_.view.nodes.empty(); }
    [[nodiscard]] bool hasNetworks() const { return !scene_.view.networks.empty(); }

    [[nodiscard]] bool isReadOnly() const;

    void setKeyboard(bool isHere); // the focus is shown only then
    void setColours(const Colours& colours);
    void setReducedMotion(bool isReduced) { isMotionReduced_ = isReduced; }

    // Where the keyboard is, what the pointer is over, which bond is shown from inside.
    [[nodiscard]] const Hit& focused() const { return focused_; }
    void setFocused(const Hit& hit);
    void setHovered(const Hit& hit);
    [[nodiscard]] const Hit& hovered() const { return hovered_; }

    [[nodiscard]] ObjectPath pathOf(const Hit& hit) const;
    [[nodiscard]] Hit hitOf(const ObjectPath& path) const;
    [[nodiscard]] std::vector<Hit> selectedHits() const;
    [[nodiscard]] QString key(const Hit& hit) const { return QString::fromStdString(pathOf(hit).text()); }

    // A gesture shows a changed copy of the scene until unstage(); nothing of it is kept.
    void stage(const std::function<void(Scene&)>& change);
    void unstage();
    // The scene that the document would have after an edit, with cards where these places say. For staging.
    [[nodiscard]] Scene preview(const Project& project, const Places& places) const;

    // Keeps cards where they were put, in the document's view of the profile.
    // Of all nodes; those that were moved give the step its name.
    void keepPlaces(const QHash<QString, Place>& places, const QStringList& moved, const QString& mergeKey = {});
    // Lets every card go where it stands by itself.
    void arrange();

    // Names and sentences of what stands there, for rows of ShapeModel and for tests.
    [[nodiscard]] ShapeModel::Row rowOf(const Hit& hit, int bank = -1) const;

signals:
    void sceneChanged();   // paint again
    void shapesChanged();  // objects came, went or moved
    void profileChanged(); // another profile is shown
    void emptyChanged();
    void readOnlyChanged();

private:
    void follow();     // the project or the profile
    [[nodiscard]] std::vector<NetworkStyle> stylesOf(const ClusterView& view) const;
    void remark();     // selection, problems, changes, focus, hover
    void startMotion(const Layout& settled);
    void moveOn();
    [[nodiscard]] Places askedPlaces(const ClusterView& view) const;
    void markChanged();
    void markProblems();

    Document& document_;
    ClusterViewer viewer_;
    Scene scene_;
    std::unique_ptr<Scene> staged_;
    bool hasProfile_ = false;
    QString profile_;
    QHash<QString, QHash<QString, Place>> kept_; // by profile: where cards stand by themselves
    bool hasKeyboard_ = true;
    Hit focused_;
    Hit hovered_;
    Project baseline_; // what "changed" is measured against
    std::vector<std::optional<Severity>> nodeProblems_;
    std::vector<std::optional<Severity>> laneProblems_;
    std::vector<bool> nodeChanges_;
    std::vector<bool> laneChanges_;

    // Motion: cards on their way from where they stood.
    bool isMotionReduced_ = false;
    QTimer frames_;
    QElapsedTimer since_;
    Layout goal_;
    std::unordered_map<const NodeView*, std::shared_ptr<const CardShape>> origins_;
    std::vector<LaneShape> laneOrigins_;
};

// A card a share of the way from one shape to another; the other where they do not correspond.
[[nodiscard]] CardShape between(const CardShape& from, const CardShape& to, qreal share);

// Places as the document keeps them: points, a row every so many units.
[[nodiscard]] QPointF pointOf(const Place& place);
[[nodiscard]] Place placeOf(QPointF point);

} // namespace n3x

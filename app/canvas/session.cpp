// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/canvas/session.h"

#include "app/canvas/paint.h"
#include "app/document/document.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace n3x {
namespace {

constexpr qreal rowUnit = 160; // of a kept position

std::string_view utf8(const QByteArray& bytes) { return {bytes.data(), static_cast<std::size_t>(bytes.size())}; }

} // namespace

QPointF pointOf(const Place& place) { return {place.x, place.row * rowUnit}; }
Place placeOf(QPointF point)
{
    return {std::isfinite(point.x()) ? std::clamp(point.x(), -1e6, 1e6) : 0,
            std::isfinite(point.y()) ? static_cast<int>(std::clamp(std::round(point.y() / rowUnit), 0.0, 4096.0)) : 0};
}

CanvasSession::CanvasSession(Document& document, QObject* parent)
    : QObject(parent), document_(document), baseline_(document.project())
{
    scene_.colours = coloursOf(lightPalette());
    frames_.setInterval(16);
    connect(&frames_, &QTimer::timeout, this, &CanvasSession::moveOn);
    connect(&document, &Document::readOnlyChanged, this, &CanvasSession::readOnlyChanged);
    connect(&document, &Document::projectChanged, this, &CanvasSession::follow);
    connect(&document, &Document::currentProfileChanged, this, &CanvasSession::follow);
    connect(&document, &Document::positionsChanged, this, &CanvasSession::follow);
    connect(&document, &Document::projectReset, this, [this] {
        baseline_ = document_.project();
        kept_.clear();
        profile_.clear(); // whatever its name, it is another profile
        follow();
    });
    connect(&document, &Document::saved, this, [this](const Project& saved) {
        baseline_ = saved;
        markChanged();
        remark();
    });
    connect(&document, &Document::problemsChanged, this, [this] {
        markProblems();
        remark();
    });
    connect(&document, &Document::selectionChanged, this, [this] {
        if (document_.selection().size() == 1)
            if (const Hit hit = hitOf(document_.selection().front()); hit.kind != HitKind::Nothing) focused_ = hit;
        remark();
    });
    follow();
}

Places CanvasSession::askedPlaces(const ClusterView& view) const
{
    Places places{.at = kept_.value(view.profile), .yielding = {}};
    const auto found = document_.views().find(utf8(view.profile.toUtf8()));
    if (found != document_.views().end())
        for (const auto& [node, position] : found->second.cards)
            places.at.insert(QString::fromStdString(node), placeOf({position.x, position.y}));
    return places;
}

std::vector<NetworkStyle> CanvasSession::stylesOf(const ClusterView& view) const
{
    const std::string profile = view.profile.toStdString();
    std::vector<NetworkStyle> styles;
    styles.reserve(view.networks.size());
    for (const NetworkView& network : view.networks)
        styles.push_back(networkStyle(document_.networkPlace(profile, network.name.toStdString()), scene_.colours));
    return styles;
}

void CanvasSession::follow()
{
    const Profile* profile = document_.profile();
    const bool wasEmpty = isEmpty(), had = hasProfile_, hadNetworks = hasNetworks();
    hasProfile_ = profile != nullptr;
    const ClusterView before = std::move(scene_.view);
    scene_.view = profile ? viewer_.view(document_.project(), *profile) : ClusterView();
    const bool isOther = profile_ != document_.currentProfile();
    profile_ = document_.currentProfile();

    Places places = askedPlaces(scene_.view);
    if (!isOther && before.nodes.size() == scene_.view.nodes.size()) // a renamed node stays where it stood
        for (std::size_t at = 0; at < before.nodes.size(); ++at) {
            const QString& old = before.nodes[at]->name;
            const QString& now = scene_.view.nodes[at]->name;
            if (old != now && !places.at.contains(now) && places.at.contains(old))
                places.at.insert(now, places.at.value(old));
        }
    frames_.stop();
    const Layout earlier = goal_.cards.empty() ? std::move(scene_.layout) : std::move(goal_);
    goal_ = {};
    scene_.layout = layOut(scene_.view, places, isOther ? nullptr : &earlier);
    // What was put somewhere and is taken back stands where it stood by itself.
    const auto said = document_.views().find(utf8(scene_.view.profile.toUtf8()));
    const auto isPut = [&](const QString& node) {
        return said != document_.views().end() && said->second.cards.contains(node.toStdString());
    };
    QHash<QString, Place> standing = scene_.layout.places().at;
    QHash<QString, Place>& kept = kept_[scene_.view.profile];
    standing.removeIf([&](const auto& at) { return isPut(at.key()) && !kept.contains(at.key()); });
    for (const auto& [node, place] : standing.asKeyValueRange())
        if (isPut(node)) place = kept.value(node);
    kept = standing;

    scene_.styles = stylesOf(scene_.view);
    for (Hit* hit : {&focused_, &hovered_}) *hit = isOther ? Hit() : followed(*hit, before, scene_.view);
    markChanged();
    markProblems();
    if (!isOther) startMotion(earlier);
    remark();
    emit shapesChanged();
    if (isOther) emit profileChanged();
    if (wasEmpty != isEmpty() || had != hasProfile_ || hadNetworks != hasNetworks()) emit emptyChanged();
}

void CanvasSession::remark()
{
    scene_.cards.assign(scene_.view.nodes.size(), {});
    scene_.lanes.assign(scene_.view.networks.size(), {});
    for (std::size_t at = 0; at < scene_.cards.size(); ++at) {
        scene_.cards[at].worst = nodeProblems_[at];
        scene_.cards[at].isChanged = nodeChanges_[at];
    }
    for (std::size_t at = 0; at < scene_.lanes.size(); ++at) {
        scene_.lanes[at].worst = laneProblems_[at];
        scene_.lanes[at].isChanged = laneChanges_[at];
    }
    scene_.selectedUplink.clear();
    const auto markOf = [this](const Hit& hit) -> Mark* {
        if (hit.index < 0) return nullptr;
        return hit.kind == HitKind::Lane ? &scene_.lanes[static_cast<std::size_t>(hit.index)]
                                         : &scene_.cards[static_cast<std::size_t>(hit.index)];
    };
    for (const Hit& hit : selectedHits()) {
        if (hit.kind == HitKind::Bond) {
            scene_.selectedUplink = scene_.layout.cards[static_cast<std::size_t>(hit.index)]
                                        ->node->cables[static_cast<std::size_t>(hit.part)]
                                        .uplink;
        } else if (Mark* mark = markOf(hit)) {
            mark->isSelected = true;
        }
    }
    scene_.fanned = {};
    for (const Hit& hit : {focused_, hovered_})
        if (hit.kind == HitKind::Bond) scene_.fanned = {hit.index, hit.part};
    if (Mark* mark = markOf(focused_); mark && hasKeyboard_ && focused_.kind != HitKind::Bond) mark->isFocused = true;
    if (Mark* mark = markOf(hovered_); mark && (hovered_.kind == HitKind::Lane || hovered_.kind == HitKind::Card))
        mark->isHovered = true;
    emit sceneChanged();
}

void CanvasSession::setColours(const Colours& colours)
{
    if (colours == scene_.colours) return;
    scene_.colours = colours;
    scene_.styles = stylesOf(scene_.view);
    emit sceneChanged();
}

void CanvasSession::setKeyboard(bool isHere)
{
    if (hasKeyboard_ == isHere) return;
    hasKeyboard_ = isHere;
    remark();
}

void CanvasSession::setFocused(const Hit& hit)
{
    if (hit == focused_) return;
    focused_ = hit;
    remark();
    emit shapesChanged();
}

void CanvasSession::setHovered(const Hit& hit)
{
    if (hit == hovered_) return;
    hovered_ = hit;
    if (!staged_) remark();
}

ObjectPath CanvasSession::pathOf(const Hit& hit) const
{
    if (!hasProfile_ || hit.kind == HitKind::Nothing || hit.index < 0) return {};
    const ObjectPath profile = ObjectPath::of({"profiles", utf8(scene_.view.profile.toUtf8())});
    const auto at = static_cast<std::size_t>(hit.index);
    if (hit.kind == HitKind::Lane)
        return at < scene_.view.networks.size() ? profile / "networks" / utf8(scene_.view.networks[at].name.toUtf8())
                                                : ObjectPath();
    if (at >= scene_.view.nodes.size()) return {};
    const NodeView& node = *scene_.view.nodes[at];
    if (hit.kind == HitKind::Bond)
        return profile / "uplinks" / utf8(node.cables[static_cast<std::size_t>(hit.part)].uplink.toUtf8());
    return profile / "nodes" / utf8(node.name.toUtf8());
}

Hit CanvasSession::hitOf(const ObjectPath& path) const
{
    const std::vector<std::string> names = path.names();
    if (names.size() < 4 || names[0] != "profiles" || QString::fromStdString(names[1]) != scene_.view.profile)
        return {};
    const QString name = QString::fromStdString(names[3]);
    if (names[2] == "nodes") {
        for (std::size_t at = 0; at < scene_.view.nodes.size(); ++at)
            if (scene_.view.nodes[at]->name == name) return {HitKind::Card, static_cast<int>(at)};
    } else if (names[2] == "networks") {
        for (std::size_t at = 0; at < scene_.view.networks.size(); ++at)
            if (scene_.view.networks[at].name == name) return {HitKind::Lane, static_cast<int>(at)};
    } else if (names[2] == "uplinks") {
        if (focused_.kind == HitKind::Bond && pathOf(focused_) == path)
            return focused_; // of the many rings the one in hand
        for (std::size_t at = 0; at < scene_.view.nodes.size(); ++at)
            for (std::size_t cable = 0; cable < scene_.view.nodes[at]->cables.size(); ++cable)
                if (scene_.view.nodes[at]->cables[cable].uplink == name &&
                    !scene_.view.nodes[at]->cables[cable].bond.isEmpty())
                    return {HitKind::Bond, static_cast<int>(at), static_cast<int>(cable)};
    }
    return {};
}

std::vector<Hit> CanvasSession::selectedHits() const
{
    std::vector<Hit> hits;
    const QList<ObjectPath>& selection = document_.selection();
    if (selection.size() < 16) {
        for (const ObjectPath& path : selection)
            if (const Hit hit = hitOf(path); hit.kind != HitKind::Nothing) hits.push_back(hit);
        return hits;
    }
    QHash<QString, Hit> known; // many are selected: one pass instead of one for each
    for (int at = static_cast<int>(scene_.view.nodes.size()); at-- > 0;)
        known.insert(key({HitKind::Card, at}), {HitKind::Card, at});
    for (int at = static_cast<int>(scene_.view.networks.size()); at-- > 0;)
        known.insert(key({HitKind::Lane, at}), {HitKind::Lane, at});
    for (const ObjectPath& path : selection)
        if (const auto hit = known.constFind(QString::fromStdString(path.text())); hit != known.cend())
            hits.push_back(*hit);
    return hits;
}

void CanvasSession::stage(const std::function<void(Scene&)>& change)
{
    auto scene = std::make_unique<Scene>(scene_);
    if (!goal_.cards.empty()) scene->layout = goal_;
    change(*scene);
    staged_ = std::move(scene);
    emit sceneChanged();
}

void CanvasSession::unstage()
{
    if (!staged_) return;
    staged_.reset();
    emit sceneChanged();
}

Scene CanvasSession::preview(const Project& project, const Places& more) const
{
    Scene scene = scene_;
    const Profile* profile = find(project.profiles, utf8(scene_.view.profile.toUtf8()));
    if (!profile) return scene;
    ClusterViewer viewer = viewer_;
    scene.view = viewer.view(project, *profile);
    Places places = askedPlaces(scene.view);
    for (auto at = more.at.cbegin(); at != more.at.cend(); ++at) places.at.insert(at.key(), at.value());
    places.yielding = more.yielding;
    scene.layout = layOut(scene.view, places, goal_.cards.empty() ? &scene_.layout : &goal_);
    // Marks follow their objects; what is new has none.
    std::unordered_map<QString, Mark> marks;
    for (std::size_t at = 0; at < scene_.cards.size(); ++at)
        marks.emplace(scene_.view.nodes[at]->name, scene_.cards[at]);
    scene.cards.assign(scene.view.nodes.size(), {});
    for (std::size_t at = 0; at < scene.cards.size(); ++at)
        if (const auto mark = marks.find(scene.view.nodes[at]->name); mark != marks.end())
            scene.cards[at] = mark->second;
    scene.lanes.assign(scene.view.networks.size(), {});
    for (std::size_t at = 0; at < scene.lanes.size(); ++at)
        for (std::size_t old = 0; old < scene_.lanes.size(); ++old)
            if (scene_.view.networks[old].name == scene.view.networks[at].name) scene.lanes[at] = scene_.lanes[old];
    scene.fanned = {};
    scene.styles = stylesOf(scene.view);
    return scene;
}

bool CanvasSession::isReadOnly() const { return document_.isReadOnly(); }

void CanvasSession::keepPlaces(const QHash<QString, Place>& places, const QStringList& moved, const QString& mergeKey)
{
    if (places == scene_.layout.places().at) return;
    QHash<QString, QPointF> points;
    for (auto at = places.cbegin(); at != places.cend(); ++at) points.insert(at.key(), pointOf(at.value()));
    document_.setPositions(scene_.view.profile, points, mergeKey, moved);
}

void CanvasSession::arrange()
{
    if (document_.isReadOnly()) return;
    kept_.remove(scene_.view.profile);
    document_.apply({N3X_TEXT("Arrange automatically"), std::identity()}, {},
                    [profile = scene_.view.profile.toStdString()](Views& views) {
                        if (const auto view = views.find(profile); view != views.end()) view->second.cards.clear();
                    });
    follow(); // though nothing was ever moved by hand
}

} // namespace n3x

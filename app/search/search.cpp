// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/search/search.h"

#include "app/document/document.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/theme/network_icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>

namespace n3x {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Search)
};

// Among equals, what stands on the canvas comes before files, and files before actions.
enum class Rank : std::uint8_t { Object = 6, Action = 3, File = 0 };

class Hits {
public:
    Hits(const QString& query, std::size_t most) : query_(query), most_(most) {}

    // `make` gives the hit only when the name fits well enough to be shown.
    template <class Make> void offer(QStringView name, Rank rank, Make&& make)
    {
        const int fit = fitness(query_, name);
        if (fit < 0) return;
        const int score = fit + static_cast<int>(rank);
        if (hits_.size() == most_ && score <= hits_.back().score) return;
        SearchHit hit = make();
        hit.score = score;
        const auto place = std::ranges::upper_bound(hits_, score, std::ranges::greater(), &SearchHit::score);
        hits_.insert(place, std::move(hit));
        if (hits_.size() > most_) hits_.pop_back();
    }

    std::vector<SearchHit> take() { return std::move(hits_); }

private:
    QString query_;
    std::size_t most_;
    std::vector<SearchHit> hits_;
};

// Whether the letters stand in the path in their order: what is asked of a hundred thousand paths at every key.
bool mayFit(std::string_view lowerQuery, std::string_view path)
{
    for (const char letter : path) {
        if (lowerQuery.empty()) return true;
        const char lower = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        if (lower == lowerQuery.front()) lowerQuery.remove_prefix(1);
    }
    return lowerQuery.empty();
}

template <class T>
void offerObjects(Hits& hits, Document& document, const Sequence<T>& objects, const ObjectPath& list,
                  const QString& detail, FoundOn foundOn, const std::function<QString(const T&)>& iconName)
{
    for (const auto& object : objects) {
        const QString name = QString::fromStdString(object->name.text());
        hits.offer(name, Rank::Object, [&] {
            return SearchHit{name, detail, icon(iconName(*object)),
                             [&document, path = list / name.toStdString()] { document.reveal(path); }, foundOn};
        });
    }
}

// The pages of the project, by what people look for.
void offerPages(Hits& hits, Document& document)
{
    const std::pair<QString, const char*> pages[] = {
        {Tr::tr("K3s settings"), "k3s/version"},  {Tr::tr("Add-ons"), "k3s/addons"},
        {Tr::tr("Secrets"), "admins/age"},        {Tr::tr("Deployment"), "deploy"},
        {Tr::tr("Administrators"), "admins/ssh"}, {Tr::tr("Caches and mirrors"), "caches/substituters"}};
    for (const auto& page : pages)
        hits.offer(page.first, Rank::Object, [&document, name = page.first, path = ObjectPath(page.second)] {
            return SearchHit{name, Tr::tr("page of the project"), icon(QStringLiteral("project")),
                             [&document, path] { document.reveal(path); }};
        });
}

void offerProfile(Hits& hits, Document& document, const Profile& profile)
{
    const QString name = QString::fromStdString(profile.name.text());
    const ObjectPath path = ObjectPath("profiles") / profile.name.text();
    hits.offer(name, Rank::Object, [&] {
        return SearchHit{name, Tr::tr("profile"), icon(QStringLiteral("profile")),
                         [&document, path] { document.reveal(path); }, FoundOn::Canvas};
    });
    offerObjects<Node>(hits, document, profile.nodes, path / "nodes", Tr::tr("node in %1").arg(name), FoundOn::Canvas,
                       [](const Node& node) {
                           const auto* role = node.role.get();
                           return role != nullptr && role->kind() == Role::Server ? QStringLiteral("server")
                                                                                  : QStringLiteral("agent");
                       });
    for (const auto& network : profile.networks) {
        const QString title = QString::fromStdString(network->name.text());
        hits.offer(title, Rank::Object, [&] {
            return SearchHit{
                title, Tr::tr("network in %1").arg(name),
                networkIcon(document.networkPlace(profile.name.text(), network->name.text()),
                            coloursOf(QGuiApplication::palette())),
                [&document, object = path / "networks" / network->name.text()] { document.reveal(object); },
                FoundOn::Canvas};
        });
    }
    offerObjects<Uplink>(hits, document, profile.uplinks, path / "uplinks", Tr::tr("uplink in %1").arg(name),
                         FoundOn::Canvas, [](const Uplink&) { return QStringLiteral("uplink"); });
    for (const auto& uplink : profile.uplinks) { // a ring on the canvas has the bond's name
        if (!uplink->bond || uplink->bond->text() == uplink->name.text()) continue;
        const QString bond = QString::fromStdString(uplink->bond->text());
        hits.offer(bond, Rank::Object, [&] {
            return SearchHit{bond, Tr::tr("bond in %1").arg(name), icon(QStringLiteral("uplink")),
                             [&document, object = path / "uplinks" / uplink->name.text()] { document.reveal(object); },
                             FoundOn::Canvas};
        });
    }
}

} // namespace

int fitness(QStringView query, QStringView text)
{
    if (query.isEmpty()) return 0;
    const QString lower = text.toString().toLower();
    const QString wanted = query.toString().toLower();
    if (const qsizetype at = lower.indexOf(wanted); at >= 0) {
        const bool wordStart = at == 0 || !lower[at - 1].isLetterOrNumber();
        const auto tail = static_cast<int>(std::min<qsizetype>(lower.size() - wanted.size(), 60));
        return 200 + (at == 0 ? 60 : 0) + (wordStart ? 40 : 0) + (lower.size() == wanted.size() ? 80 : 0) - tail;
    }
    int score = 100;
    qsizetype from = 0;
    qsizetype last = -1;
    for (const QChar letter : wanted) {
        if (letter.isSpace()) continue;
        const qsizetype at = lower.indexOf(letter, from);
        if (at < 0) return -1;
        const bool wordStart = at == 0 || !lower[at - 1].isLetterOrNumber();
        if (last >= 0 && at != last + 1) score -= wordStart ? 1 : static_cast<int>(std::min<qsizetype>(at - last, 12));
        last = at;
        from = at + 1;
    }
    return std::max(score - static_cast<int>(std::min<qsizetype>(lower.size(), 60)) / 4, 0);
}

std::vector<SearchHit> search(Document& document, const QList<QAction*>& actions, const QString& query,
                              std::size_t most)
{
    Hits hits(query.trimmed(), most);
    // The profile in sight first, so that among equals its objects come first.
    if (const Profile* profile = document.profile()) offerProfile(hits, document, *profile);
    for (const auto& profile : document.project().profiles)
        if (QString::fromStdString(profile->name.text()) != document.currentProfile())
            offerProfile(hits, document, *profile);
    if (!query.trimmed().isEmpty()) offerPages(hits, document);
    const auto targets = [](const HardwareTarget&) { return QStringLiteral("hardware"); };
    offerObjects<HardwareTarget>(hits, document, document.project().hardware, ObjectPath("hardware"),
                                 Tr::tr("own hardware target"), FoundOn::Elsewhere, targets);
    offerObjects<HardwareTarget>(hits, document, builtInHardware(), ObjectPath("hardware"), Tr::tr("hardware target"),
                                 FoundOn::Elsewhere, targets);
    for (QAction* action : actions) {
        if (!action->isEnabled()) continue;
        const QString name = action->text().remove(u'&');
        hits.offer(name, Rank::Action, [&] {
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            return SearchHit{name, keys.isEmpty() ? Tr::tr("action") : Tr::tr("action · %1").arg(keys), action->icon(),
                             [action] { action->trigger(); }};
        });
    }
    if (!query.trimmed().isEmpty()) {
        const std::string letters = query.toLower().remove(u' ').toStdString();
        document.generation()->outputs.forEach([&](std::string_view path, const FileText&) {
            if (!mayFit(letters, path)) return;
            const QString file = QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()));
            hits.offer(file, Rank::File, [&] {
                const qsizetype slash = file.lastIndexOf(u'/');
                return SearchHit{file.mid(slash + 1), slash < 0 ? QString() : file.left(slash),
                                 icon(QStringLiteral("file")), [&document, file] { document.showOutput(file); },
                                 FoundOn::Preview};
            });
        });
    }
    return hits.take();
}

} // namespace n3x

// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/picture.h"

#include "app/document/translated.h"
#include "app/window/main_window.h"
#include "core/edits/renames.h"
#include "core/files/field_info.h"
#include "core/workspace/codes.h"

#include <QApplication>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

#include <optional>
#include <utility>

namespace n3x {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

constexpr int patience = 20'000; // ms
constexpr int calm = 400;        // ms without anything left to do, so that animations have ended

// Runs the event loop until `done` holds; false when it does not in time.
template <class Done> bool waitUntil(Done done)
{
    QElapsedTimer time;
    time.start();
    QEventLoop loop;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        if (done() || time.elapsed() > patience) loop.quit();
    });
    tick.start(20);
    loop.exec();
    return done();
}

void rest()
{
    QEventLoop loop;
    QTimer::singleShot(calm, &loop, &QEventLoop::quit);
    loop.exec();
}

void complain(const QString& sentence) { QTextStream(stderr) << "n3x-studio: " << sentence << '\n'; }

// Waits for the project that was asked for and what follows from it. Returns an exit status.
int settle(MainWindow& window, const LaunchOptions& options)
{
    window.show();
    std::optional<Problems> failure;
    const QObject here; // what listens goes with this function
    bool forReading = false;
    QObject::connect(&window.session().folder(), &ProjectFolder::openFailed, &here,
                     [&](const QString& folder, const Problems& problems) {
                         // To be looked at, a project may be open elsewhere.
                         if (std::exchange(forReading, true) || !keepOnlyWritersOut(problems))
                             failure = problems;
                         else
                             window.session().open(folder, Access::ReadOnly);
                     });
    if (options.sample || !options.folder.isEmpty()) {
        Session& session = window.session();
        const bool there = waitUntil([&] {
            return failure.has_value() ||
                   (session.isOpen() && !session.document().isGenerating() && session.document().changes().has_value());
        });
        for (const Problem& problem : failure.value_or(Problems()))
            complain(translated(problem.what) + u' ' + translated(problem.advice));
        if (!there) complain(Tr::tr("The project could not be opened in time."));
        if (!there || failure) return 3;
        if (const auto shown = showView(window, options); !shown) {
            complain(shown.error());
            return 2;
        }
    }
    rest();
    return 0;
}

// An object of the project, or a value that it can have.
bool isThere(const Project& project, const ObjectPath& path)
{
    return holds(project, path) && describeField(path).has_value();
}

} // namespace

std::expected<void, QString> showView(MainWindow& window, const LaunchOptions& options)
{
    Document& document = window.session().document();
    if (!options.profile.isEmpty() && find(document.project().profiles, options.profile.toStdString()) == nullptr)
        return std::unexpected(Tr::tr("There is no profile %1 in this project.").arg(options.profile));
    if (!options.select.isEmpty() && !isThere(document.project(), ObjectPath(options.select.toStdString())))
        return std::unexpected(Tr::tr("There is no object %1 in this project.").arg(options.select));
    if (!options.preview.isEmpty() && !document.generation()->outputs.find(options.preview.toStdString()))
        return std::unexpected(Tr::tr("No file %1 is generated from this project.").arg(options.preview));
    if (!options.profile.isEmpty()) document.setCurrentProfile(options.profile);
    if (!options.select.isEmpty()) document.reveal(ObjectPath(options.select.toStdString()));
    if (!options.preview.isEmpty()) document.showOutput(options.preview);
    return {};
}

void showOnceOpened(MainWindow& window, const LaunchOptions& options)
{
    const auto show = [&window](const LaunchOptions& asked) {
        const auto shown = showView(window, asked);
        if (shown) return true;
        complain(shown.error());
        QCoreApplication::exit(2);
        return false;
    };
    const auto showAll = [&window, options, show] {
        LaunchOptions atOnce = options;
        atOnce.preview.clear();
        if (!show(atOnce) || options.preview.isEmpty()) return;
        // A file is there when it was generated, of this project and not of the empty one before.
        QObject::connect(
            &window.session().document(), &Document::generationChanged, &window, [options, show] { show(options); },
            Qt::SingleShotConnection);
    };
    QObject::connect(&window.session(), &Session::opened, &window, showAll, Qt::SingleShotConnection);
}

int paintPicture(MainWindow& window, const LaunchOptions& options)
{
    if (const int status = settle(window, options); status != 0) return status;
    if (window.grab().save(options.picture, "PNG")) return 0;
    QTextStream(stderr) << "n3x-studio: the picture could not be written to " << options.picture << '\n';
    return 3;
}

int testSelf(MainWindow& window, const LaunchOptions& options)
{
    if (const int status = settle(window, options); status != 0) return status;
    const QPixmap picture = window.grab();
    const Document& document = window.session().document();
    QTextStream(stdout) << "n3x-studio " << QApplication::applicationVersion() << ": window " << picture.width() << 'x'
                        << picture.height() << ", " << document.project().profiles.size() << " profiles, "
                        << document.generation()->outputs.fileCount() << " files\n";
    return picture.isNull() ? 3 : 0;
}

} // namespace n3x

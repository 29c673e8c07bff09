// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/picture.h"

#include "app/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

namespace n3x {

namespace {

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

// Whether the project that was asked for is there, and what follows from it.
bool settle(MainWindow& window, const LaunchOptions& options)
{
    window.show();
    bool failed = false;
    QObject::connect(&window.session().folder(), &ProjectFolder::openFailed, &window, [&failed] { failed = true; });
    if (options.sample || !options.folder.isEmpty()) {
        Session& session = window.session();
        const bool there = waitUntil([&] {
            return failed ||
                   (session.isOpen() && !session.document().isGenerating() && session.document().changes().has_value());
        });
        if (!there || failed) {
            QTextStream(stderr) << "n3x-studio: the project could not be opened\n";
            return false;
        }
        showView(window, options);
    }
    rest();
    return true;
}

} // namespace

void showView(MainWindow& window, const LaunchOptions& options)
{
    Document& document = window.session().document();
    if (!options.profile.isEmpty()) document.setCurrentProfile(options.profile);
    if (!options.select.isEmpty()) document.reveal(ObjectPath(options.select.toStdString()));
    if (!options.preview.isEmpty()) document.showOutput(options.preview);
}

void showOnceOpened(MainWindow& window, const LaunchOptions& options)
{
    const auto show = [&window](const LaunchOptions& asked) { return [&window, asked] { showView(window, asked); }; };
    LaunchOptions atOnce = options;
    atOnce.preview.clear();
    QObject::connect(&window.session(), &Session::opened, &window, show(atOnce), Qt::SingleShotConnection);
    if (options.preview.isEmpty()) return; // a file is there when it was generated
    QObject::connect(&window.session().document(), &Document::generationChanged, &window, show(options),
                     Qt::SingleShotConnection);
}

int paintPicture(MainWindow& window, const LaunchOptions& options)
{
    if (!settle(window, options)) return 3;
    if (window.grab().save(options.picture, "PNG")) return 0;
    QTextStream(stderr) << "n3x-studio: the picture could not be written to " << options.picture << '\n';
    return 3;
}

int testSelf(MainWindow& window, const LaunchOptions& options)
{
    if (!settle(window, options)) return 3;
    const QPixmap picture = window.grab();
    const Document& document = window.session().document();
    QTextStream(stdout) << "n3x-studio " << QApplication::applicationVersion() << ": window " << picture.width() << 'x'
                        << picture.height() << ", " << document.project().profiles.size() << " profiles, "
                        << document.generation()->outputs.fileCount() << " files\n";
    return picture.isNull() ? 3 : 0;
}

} // namespace n3x

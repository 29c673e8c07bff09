// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/studio.h"

#include "app/launch/first_paint.h"
#include "app/launch/options.h"
#include "app/launch/picture.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/theme/style.h"
#include "app/window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

#include <thread>

namespace n3x {

namespace {

void addTranslations(QApplication& application)
{
    auto* qt = new QTranslator(&application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qt);
    // English too: it knows "1 node" from "2 nodes".
    auto* own = new QTranslator(&application);
    if (own->load(QLocale(), QStringLiteral("n3x-studio"), QStringLiteral("_"), QStringLiteral(":/translations")) ||
        own->load(QStringLiteral(":/translations/n3x-studio_en.qm")))
        application.installTranslator(own);
}

void dress(Appearance appearance)
{
    const bool isUndressed = // nobody says how it should look
        qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORMTHEME");
    if (appearance != Appearance::Desktop)
        QApplication::setPalette(appearance == Appearance::Dark ? darkPalette() : lightPalette());
    else if (isUndressed)
        QApplication::setPalette(lightPalette());
    QApplication::setStyle(new Style);
    // Drawn by us: Qt would load a plugin to read one picture.
    QApplication::setWindowIcon(icon(QStringLiteral("hicolor/scalable/apps/io.github.n3x.Studio")));
    QFont font = QApplication::font();
    if (isUndressed) { // whether it is there is found out when the first text is laid out
        font.setFamilies(QStringList{QStringLiteral("Inter")} + font.families());
        QApplication::setFont(font);
    } else if (!QFontInfo(font).exactMatch() && QFontDatabase::hasFamily(QStringLiteral("Inter"))) {
        font.setFamily(QStringLiteral("Inter"));
        QApplication::setFont(font);
    }
}

constexpr int patience = 150; // ms, before a window is shown without its project

// A project is read sooner than a window is painted: the first frame has it, not an empty one before.
void showWithProject(MainWindow& window)
{
    const auto show = [&window] {
        if (!window.isVisible()) window.show();
    };
    QObject::connect(&window.session(), &Session::opened, &window, show, Qt::SingleShotConnection);
    QObject::connect(&window.session().folder(), &ProjectFolder::openFailed, &window, show, Qt::SingleShotConnection);
    QTimer::singleShot(patience, &window, show);
}

} // namespace

int runStudio(QApplication& application)
{
    const auto options = parseOptions(QApplication::arguments());
    if (!options) {
        QTextStream(stderr) << "n3x-studio: " << options.error() << '\n';
        return 2;
    }
    // Which fonts there are is read while everything that needs none is made.
    const std::jthread fonts([] { QFontDatabase::families(); });
    addTranslations(application);
    dress(options->appearance);

    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const bool opens = options->sample || !options->folder.isEmpty();
    const auto begin = [&](Session& session) {
        const QString sample = data + QStringLiteral("/sample");
        if (!options->sample)
            session.open(QFileInfo(options->folder).absoluteFilePath());
        else if (QFileInfo::exists(sample + QStringLiteral("/n3x.yaml")))
            session.open(sample);
        else
            session.create(sample, "sample", QStringLiteral("edge-lab"));
    };
    MainWindow window(data, opens ? std::function<void(Session&)>(begin) : nullptr);
    if (!options->size.isEmpty()) window.resize(options->size);
    if (!options->picture.isEmpty()) return paintPicture(window, *options);
    if (options->selfTest) return testSelf(window, *options);
    if (opens) {
        showOnceOpened(window, *options);
        showWithProject(window);
    } else {
        window.show();
    }
    if (options->firstPaint) return waitForFirstPaint(window, opens);
    return QApplication::exec();
}

} // namespace n3x

// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/options.h"
#include "app/launch/studio.h"

#include <QApplication>

#include <csignal>

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is a refusal to tell of, not the end
    n3x::prepareEnvironment(argc, argv);
    QApplication::setApplicationName(QStringLiteral("n3x-studio"));
    QApplication::setApplicationDisplayName(QStringLiteral("n3x Studio"));
    QApplication::setOrganizationName(QStringLiteral("n3x-studio"));
    QApplication::setApplicationVersion(QStringLiteral(N3X_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.n3x.Studio"));
    n3x::answerWithoutDisplay(argc, argv);
    QApplication application(argc, argv);
    return n3x::runStudio(application);
}

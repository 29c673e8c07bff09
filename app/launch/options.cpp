// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <string_view>

namespace n3x {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Options)
};

std::optional<QSize> sizeOf(const QString& text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2) return {};
    const QSize size(parts[0].toInt(), parts[1].toInt());
    return size.width() > 0 && size.height() > 0 ? std::optional(size) : std::nullopt;
}

// "nan" is a number to Qt, and neither too small nor too large.
std::optional<double> scaleOf(const QByteArray& text)
{
    const double scale = text.toDouble();
    return scale >= 0.5 && scale <= 8 ? std::optional(scale) : std::nullopt;
}

// A file manager opens the file, not the folder that it makes a project.
QString folderOf(const QString& said)
{
    const QFileInfo file(said);
    return file.fileName() == QLatin1String("n3x.yaml") && file.isFile() ? file.path() : said;
}

} // namespace

std::expected<LaunchOptions, QString> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Tr::tr("Draw a K3s cluster, watch every configuration file follow, export the whole repository."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("folder"), Tr::tr("Folder of the project to open."),
                                 QStringLiteral("[FOLDER]"));
    parser.addOptions({
        {QStringLiteral("sample"), Tr::tr("Open the sample project, a copy in the data folder.")},
        {QStringLiteral("picture"), Tr::tr("Paint the window into a PNG file and end; needs no display."),
         Tr::tr("FILE")},
        {QStringLiteral("size"), Tr::tr("Size of the window, such as 1440x900."), Tr::tr("WxH")},
        {QStringLiteral("theme"), Tr::tr("light or dark, instead of the desktop's."), Tr::tr("THEME")},
        {QStringLiteral("scale"), Tr::tr("Factor for everything on screen, such as 2."), Tr::tr("FACTOR")},
        {QStringLiteral("profile"), Tr::tr("Show this profile first."), Tr::tr("NAME")},
        {QStringLiteral("select"), Tr::tr("Select this object first, such as profiles/vlans/networks/storage."),
         Tr::tr("PATH")},
        {QStringLiteral("preview"), Tr::tr("Show this generated file first."), Tr::tr("PATH")},
        {QStringLiteral("self-test"), Tr::tr("Load everything, report, and end.")},
        {QStringLiteral("first-paint"), Tr::tr("End as soon as the window is painted, to measure the start.")},
    });
    if (!parser.parse(arguments)) return std::unexpected(parser.errorText());
    parser.process(arguments); // help and version

    LaunchOptions options;
    const QStringList folders = parser.positionalArguments();
    if (folders.size() > 1) return std::unexpected(Tr::tr("Name one folder, not %1.").arg(folders.size()));
    if (!folders.isEmpty()) options.folder = folderOf(folders.front());
    options.sample = parser.isSet(QStringLiteral("sample"));
    options.picture = parser.value(QStringLiteral("picture"));
    options.selfTest = parser.isSet(QStringLiteral("self-test"));
    options.firstPaint = parser.isSet(QStringLiteral("first-paint"));
    options.profile = parser.value(QStringLiteral("profile"));
    options.select = parser.value(QStringLiteral("select"));
    options.preview = parser.value(QStringLiteral("preview"));
    if (parser.isSet(QStringLiteral("size"))) {
        const auto size = sizeOf(parser.value(QStringLiteral("size")));
        if (!size)
            return std::unexpected(
                Tr::tr("--size is not like 1440x900: %1.").arg(parser.value(QStringLiteral("size"))));
        options.size = *size;
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        const QString theme = parser.value(QStringLiteral("theme"));
        if (theme != QLatin1String("light") && theme != QLatin1String("dark"))
            return std::unexpected(Tr::tr("--theme is light or dark, not %1.").arg(theme));
        options.appearance = theme == QLatin1String("dark") ? Appearance::Dark : Appearance::Light;
    }
    if (parser.isSet(QStringLiteral("scale"))) {
        const auto scale = scaleOf(parser.value(QStringLiteral("scale")).toUtf8());
        if (!scale) return std::unexpected(Tr::tr("--scale is a number from 0.5 to 8."));
        options.scale = *scale;
    }
    const bool showsSome = !options.profile.isEmpty() || !options.select.isEmpty() || !options.preview.isEmpty();
    if (showsSome && options.folder.isEmpty() && !options.sample)
        return std::unexpected(Tr::tr("--profile, --select and --preview show a part of a project: name its folder."));
    return options;
}

void answerWithoutDisplay(int argc, char** argv)
{
    constexpr std::array questions{"-h", "--help", "--help-all", "-v", "--version"};
    if (std::none_of(argv + 1, argv + argc, [&](const std::string_view argument) {
            return std::ranges::find(questions, argument) != questions.end();
        }))
        return;
    const QCoreApplication application(argc, argv);
    static_cast<void>(parseOptions(QCoreApplication::arguments())); // ends with the answer, where it was a question
}

void prepareEnvironment(int argc, char** argv)
{
    bool paintsPicture = false;
    for (int at = 1; at < argc; ++at) {
        const std::string_view argument = argv[at];
        const auto value = [&](std::string_view name) -> QByteArray {
            if (argument == name && at + 1 < argc) return argv[at + 1];
            if (argument.starts_with(name) && argument.size() > name.size() && argument[name.size()] == '=')
                return QByteArray(argument.substr(name.size() + 1).data());
            return {};
        };
        if (const QByteArray scale = value("--scale"); scaleOf(scale)) qputenv("QT_SCALE_FACTOR", scale);
        paintsPicture = paintsPicture || argument == "--self-test" || argument.starts_with("--picture");
    }
    if (paintsPicture && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
}

} // namespace n3x

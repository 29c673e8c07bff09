// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/start/start_page.h"

#include "app/document/translated.h"
#include "app/start/recent_projects.h"
#include "app/start/second_press.h"
#include "app/start/two_lines.h"
#include "app/theme/colours.h"
#include "app/theme/icons.h"
#include "app/theme/style.h"
#include "core/files/templates.h"
#include "core/types/names.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

namespace n3x {

namespace {

constexpr int dataRole = Qt::UserRole;

QLabel* makeTitle(const QString& text, double scale)
{
    auto* title = new QLabel(text);
    QFont font = title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * scale);
    title->setFont(font);
    return title;
}

QString summaryOf(const QString& name)
{
    if (name == QLatin1String("sample")) return StartPage::tr("All four profiles, to look around");
    const Project project = templateProject(name.toStdString());
    return project.profiles.empty() ? QString() : QString::fromStdString(project.profiles[0]->summary.text());
}

// As it is typed, ~ for the user's own.
QString wholeFolder(const QString& typed)
{
    const QString folder = typed.trimmed();
    const bool isHome = folder == QLatin1String("~") || folder.startsWith(QLatin1String("~/"));
    return QDir::cleanPath(isHome ? QDir::homePath() + folder.sliced(1) : folder);
}

QString shortFolder(const QString& folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + u'/') ? QStringLiteral("~") + folder.mid(home.size()) : folder;
}

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Start"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(48);
    columns->addWidget(makeRecent(), 1);
    columns->addWidget(makeNew(), 1);

    auto* sheet = new QWidget;
    sheet->setMaximumWidth(980);
    sheet->setMaximumHeight(620);
    auto* sheetLayout = new QVBoxLayout(sheet);
    sheetLayout->setSpacing(6);
    sheetLayout->addWidget(makeTitle(tr("n3x Studio"), 1.9));
    auto* subtitle =
        new QLabel(tr("Draw a K3s cluster, watch every configuration file follow, export the whole repository."));
    subtitle->setForegroundRole(QPalette::PlaceholderText);
    subtitle->setWordWrap(true);
    sheetLayout->addWidget(subtitle);
    sheetLayout->addSpacing(22);
    sheetLayout->addLayout(columns, 1);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(40, 32, 40, 32);
    layout->addStretch(1);
    layout->addWidget(sheet, 20);
    layout->addStretch(1);
    refresh();
    proposeFolder();
    checkNew();
}

QWidget* StartPage::makeRecent()
{
    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeTitle(tr("Recent projects"), 1.1));
    recent_ = new QListWidget;
    recent_->setAccessibleName(tr("Recent projects"));
    recent_->setFrameShape(QFrame::NoFrame);
    recent_->setUniformItemSizes(true);
    recent_->setIconSize(QSize(20, 20));
    recent_->setItemDelegate(new TwoLines(recent_));
    layout->addWidget(recent_, 1);
    noRecent_ = new QLabel(tr("Nothing here yet. Make a project from a template, or open the folder of one."));
    noRecent_->setWordWrap(true);
    noRecent_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    noRecent_->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(noRecent_, 1);
    auto* open = new QPushButton(icon(QStringLiteral("open")), tr("Open folder…"));
    open->setAccessibleName(tr("Open folder"));
    open->setToolTip(tr("Open a folder that holds an n3x.yaml (Ctrl+O)"));
    layout->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &StartPage::chooseFolderRequested);
    const auto choose = [this](const QListWidgetItem* item) { emit openRequested(item->data(dataRole).toString()); };
    connect(recent_, &QListWidget::itemActivated, this, choose);
    connect(recent_, &QListWidget::itemClicked, this, [this, choose](const QListWidgetItem* item) {
        const QRect entry = recent_->visualItemRect(item);
        ignoreSecondPress(QRect(recent_->viewport()->mapToGlobal(entry.topLeft()), entry.size()), *window());
        choose(item);
    });
    return part;
}

QWidget* StartPage::makeNew()
{
    auto* part = new QWidget;
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeTitle(tr("New project"), 1.1));
    templates_ = new QListWidget;
    templates_->setAccessibleName(tr("Template"));
    templates_->setFrameShape(QFrame::NoFrame);
    templates_->setUniformItemSizes(true);
    templates_->setIconSize(QSize(20, 20));
    templates_->setItemDelegate(new TwoLines(templates_));
    for (const std::string_view name : templateNames()) {
        const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        auto* item = new QListWidgetItem(icon(QStringLiteral("profile")), text);
        item->setData(dataRole, text);
        item->setData(TwoLines::DetailRole, summaryOf(text));
        item->setToolTip(summaryOf(text));
        item->setData(Qt::AccessibleTextRole, text);
        templates_->addItem(item);
    }
    templates_->setCurrentRow(0);
    layout->addWidget(templates_, 1);

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    name_ = new QLineEdit(QStringLiteral("edge-lab"));
    name_->setAccessibleName(tr("Project name"));
    name_->setToolTip(tr("Names the cluster: small letters, digits and hyphens"));
    folder_ = new QLineEdit;
    folder_->setAccessibleName(tr("Project folder"));
    folder_->setToolTip(tr("A new or empty folder; the repository is exported into it"));
    auto* choose = new QToolButton;
    choose->setIcon(icon(QStringLiteral("open")));
    choose->setAccessibleName(tr("Choose project folder"));
    choose->setToolTip(tr("Choose the folder around it"));
    auto* folderRow = new QHBoxLayout;
    folderRow->addWidget(folder_, 1);
    folderRow->addWidget(choose);
    form->addRow(tr("Name"), name_);
    form->addRow(tr("Folder"), folderRow);
    layout->addLayout(form);

    hint_ = new QLabel;
    hint_->setWordWrap(true);
    hint_->setAccessibleName(tr("What is missing"));
    create_ = new QPushButton(tr("Create project"));
    create_->setAccessibleName(tr("Create project"));
    create_->setToolTip(tr("Make the folder, save the project there and open it"));
    makeMainAction(*create_);
    auto* last = new QHBoxLayout;
    last->addWidget(hint_, 1);
    last->addWidget(create_, 0, Qt::AlignTop);
    layout->addLayout(last);

    connect(name_, &QLineEdit::textChanged, this, [this] {
        proposeFolder();
        checkNew();
    });
    connect(folder_, &QLineEdit::textChanged, this, &StartPage::checkNew);
    for (QLineEdit* field : {name_, folder_}) connect(field, &QLineEdit::textChanged, this, &StartPage::edited);
    connect(templates_, &QListWidget::itemActivated, this, &StartPage::create);
    connect(folder_, &QLineEdit::textEdited, this, [this](const QString& text) { folderIsOwn_ = !text.isEmpty(); });
    connect(name_, &QLineEdit::returnPressed, this, &StartPage::create);
    connect(folder_, &QLineEdit::returnPressed, this, &StartPage::create);
    connect(create_, &QPushButton::clicked, this, &StartPage::create);
    connect(choose, &QToolButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Folder for the new project"), QDir::homePath());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& around) {
            folderIsOwn_ = true;
            folder_->setText(around + u'/' + name_->text());
        });
        dialog->open();
    });
    return part;
}

void StartPage::refresh()
{
    recent_->clear();
    for (const RecentProject& project : recentProjects()) {
        auto* item = new QListWidgetItem(icon(QStringLiteral("folder")), project.name);
        item->setData(TwoLines::DetailRole, shortFolder(project.folder));
        item->setData(dataRole, project.folder);
        item->setData(Qt::AccessibleTextRole, project.name);
        item->setToolTip(project.folder);
        recent_->addItem(item);
    }
    recent_->setVisible(recent_->count() > 0);
    noRecent_->setVisible(recent_->count() == 0);
}

void StartPage::proposeFolder()
{
    if (folderIsOwn_) return;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString around = documents.isEmpty() ? QDir::homePath() : documents;
    folder_->setText(QDir::toNativeSeparators(around + u'/' + name_->text()));
}

void StartPage::checkNew()
{
    const auto name = Entered<DnsLabel>::from(name_->text().toStdString());
    QString missing;
    if (!name.valid())
        missing = QStringLiteral("%1 %2").arg(translated(name.refusal().what), translated(name.refusal().advice));
    else if (folder_->text().trimmed().isEmpty())
        missing = tr("Say a folder for the project.");
    else if (QDir::isRelativePath(wholeFolder(folder_->text())))
        missing = tr("Say the whole folder, from / or ~/ on.");
    create_->setEnabled(missing.isEmpty());
    say(missing);
}

void StartPage::say(const QString& message)
{
    hint_->setText(message);
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, coloursOf(palette()).error);
    hint_->setPalette(tinted);
}

void StartPage::create()
{
    if (!create_->isEnabled()) return;
    emit newRequested(chosenTemplate(), name_->text(), wholeFolder(folder_->text()));
}

void StartPage::beginNew()
{
    name_->setFocus(Qt::ShortcutFocusReason);
    name_->selectAll();
}

QString StartPage::chosenTemplate() const
{
    const QListWidgetItem* item = templates_->currentItem();
    return item != nullptr ? item->data(dataRole).toString() : QStringLiteral("sample");
}

} // namespace n3x

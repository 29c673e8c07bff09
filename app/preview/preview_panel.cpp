// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/preview_panel.h"

#include "app/document/document.h"
#include "app/find/find_bar.h"
#include "app/preview/code_view.h"
#include "app/preview/what_changed.h"
#include "app/theme/eliding_label.h"
#include "app/theme/icons.h"
#include "generators/repo/repo.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace n3x {
namespace {

constexpr int leastOfOwner = 12; // letters, however long the name of the file is

std::vector<ObjectPath> pathsOf(const QList<ObjectPath>& selection) { return {selection.begin(), selection.end()}; }

// With the profile where it is not the one in sight.
QString ownerText(const std::string& path, const QString& current)
{
    const auto owner = ownerOf(path);
    if (!owner) return {};
    const QString profile = QString::fromStdString(owner->profile);
    const QString node = QString::fromStdString(owner->node);
    const QString whose = node.isEmpty()       ? profile
                          : profile == current ? node
                                               : PreviewPanel::tr("%1 of %2").arg(node, profile);
    if (owner->isShared) return PreviewPanel::tr("%1 · both backends").arg(whose);
    return owner->backend == Backend::Nixos ? PreviewPanel::tr("%1 · NixOS").arg(whose)
                                            : PreviewPanel::tr("%1 · Debian").arg(whose);
}

// Who opens a node's file asks for all of it.
std::optional<PreviewSubject> subjectOfFile(const std::string& path)
{
    const auto owner = ownerOf(path);
    if (!owner || owner->node.empty()) return {};
    return PreviewSubject{.profile = owner->profile, .node = owner->node};
}

QToolButton* button(const QString& picture, const QString& name, const QString& tip, QWidget* parent)
{
    auto* made = new QToolButton(parent);
    made->setIcon(icon(picture));
    made->setAutoRaise(true);
    made->setAccessibleName(name);
    made->setToolTip(tip);
    return made;
}

} // namespace

PreviewPanel::PreviewPanel(Document& document, WhatChanged& whatChanged, QWidget* parent)
    : QWidget(parent), document_(document), whatChanged_(whatChanged)
{
    setAccessibleName(tr("Preview"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    splitter_ = new QSplitter(Qt::Vertical, this);
    splitter_->setChildrenCollapsible(false);
    shown_ = makeSide(tr("Generated file"));
    other_ = makeSide(tr("The same link in the other backend"));
    other_.box->hide();
    setFocusProxy(shown_.code);
    connect(shown_.code, &QPlainTextEdit::cursorPositionChanged, this, &PreviewPanel::followReader);
    connect(shown_.code->verticalScrollBar(), &QScrollBar::valueChanged, this, &PreviewPanel::followReader);
    buildHeader();
    notice_ = new QLabel(this);
    notice_->setWordWrap(true);
    notice_->setAlignment(Qt::AlignCenter);
    notice_->setMargin(24);
    notice_->setAccessibleName(tr("Why nothing is shown"));
    column->addWidget(notice_, 1);
    column->addWidget(splitter_, 1);

    connect(&document, &Document::generationChanged, this, &PreviewPanel::followGeneration);
    connect(&document, &Document::writtenAhead, this,
            [this](const std::shared_ptr<const OutputBlock>& files) { showAhead(*files); });
    connect(&document, &Document::left, this, [this] {
        shown_.path.clear();
        lastNode_.clear();
    });
    connect(&document, &Document::selectionChanged, this, &PreviewPanel::followSelection);
    connect(&document, &Document::currentProfileChanged, this, &PreviewPanel::followSelection);
    connect(&whatChanged, &WhatChanged::baselineChanged, this, [this] {
        markLines(shown_);
        markLines(other_);
    });
    followGeneration();
}

PreviewPanel::Side PreviewPanel::makeSide(const QString& accessibleName)
{
    Side side;
    side.box = new QWidget(splitter_);
    auto* column = new QVBoxLayout(side.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(10, 4, 6, 4);
    header->setSpacing(6); // a layout in a layout takes over the spacing of that one
    // Siblings differ at the end, and there stands what kind of file it is, and of which backend.
    side.name = new ElidingLabel(side.box, Qt::ElideMiddle);
    side.name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    side.name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = side.name->font();
    bold.setBold(true);
    side.name->setFont(bold);
    side.owner = new ElidingLabel(side.box, Qt::ElideMiddle);
    side.owner->setForegroundRole(QPalette::PlaceholderText);
    side.owner->setMinimumWidth(side.owner->fontMetrics().averageCharWidth() * leastOfOwner);
    header->addWidget(side.name);
    header->addWidget(side.owner, 1);
    column->addLayout(header);
    side.code = new CodeView(side.box);
    side.code->setAccessibleName(accessibleName);
    column->addWidget(side.code, 1);
    column->addWidget(new FindBar(*side.code));
    splitter_->addWidget(side.box);
    return side;
}

void PreviewPanel::buildHeader()
{
    auto* header = static_cast<QHBoxLayout*>(shown_.box->layout()->itemAt(0)->layout());
    previousChange_ = button(QStringLiteral("up"), tr("Previous change"), tr("Previous changed line (Shift+F3)"), this);
    nextChange_ = button(QStringLiteral("down"), tr("Next change"), tr("Next changed line (F3)"), this);
    auto* copy = button(QStringLiteral("copy"), tr("Copy file"), tr("Copy the whole file"), this);
    sideBySide_ = button(QStringLiteral("swap"), tr("Same link in the other backend"),
                         tr("Show the same link in the other backend beside this file (Ctrl+Shift+B)"), this);
    sideBySide_->setCheckable(true);
    sideBySide_->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+B")));
    previousChange_->setShortcut(QKeySequence(QStringLiteral("Shift+F3")));
    nextChange_->setShortcut(QKeySequence(QStringLiteral("F3")));
    for (QToolButton* each : {previousChange_, nextChange_, copy, sideBySide_}) header->addWidget(each);
    connect(previousChange_, &QToolButton::clicked, this, [this] { stepToChange(-1); });
    connect(nextChange_, &QToolButton::clicked, this, [this] { stepToChange(1); });
    connect(copy, &QToolButton::clicked, this, &PreviewPanel::copyText);
    connect(sideBySide_, &QToolButton::toggled, this, &PreviewPanel::showOther);
}

void PreviewPanel::openFile(const QString& path)
{
    isChosen_ = true;
    shown_.subject = subjectOfFile(path.toStdString());
    if (shown_.subject) lastNode_ = shown_.subject->node;
    showFile(shown_, path.toStdString());
    showOther();
}

void PreviewPanel::followSelection()
{
    const Generation& generation = *document_.generation();
    isChosen_ = false;
    shown_.subject = subjectOf(generation, pathsOf(document_.selection()), lastNode_);
    if (shown_.subject) {
        lastNode_ = shown_.subject->node;
        showFile(shown_, fileFor(generation, *shown_.subject, shown_.path.toStdString()));
    } else {
        // Nothing that has a file: stay, unless the file is another profile's, or its node is gone.
        const std::string profile = document_.currentProfile().toStdString();
        std::string path = shown_.path.toStdString();
        const auto owner = ownerOf(path);
        const bool isGone = generation.plans.contains(profile) && !generation.outputs.find(path);
        if (!owner || owner->profile != profile || isGone) path = profileDataPath(profile);
        shown_.subject = subjectOfFile(path);
        showFile(shown_, path);
    }
    showOther();
}

void PreviewPanel::followGeneration()
{
    const std::string path = shown_.path.toStdString();
    // An edit may have renamed or removed what is shown, or what is selected has files only now, or there is no file of
    // the profile in sight; the selection knows what to show instead.
    if (path.empty() || !isChosen_ || !document_.generation()->outputs.find(path)) return followSelection();
    showFile(shown_, path);
    showOther();
}

// The text at once; what is marked in it comes with the generation, which holds the same text.
void PreviewPanel::showAhead(const OutputBlock& files)
{
    for (Side* side : {&shown_, &other_}) {
        const std::string path = side->path.toStdString();
        for (std::size_t at = 0; side->text && at < files.fileCount(); ++at) {
            if (files.file(at).path != path) continue;
            side->text.reset();
            const std::string_view text = files.file(at).text;
            side->code->updateText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        }
    }
}

void PreviewPanel::showFile(Side& side, const std::string& path)
{
    const auto file = path.empty() ? std::nullopt : document_.generation()->outputs.find(path);
    if (&side == &shown_) {
        notice_->setVisible(!file);
        splitter_->setVisible(file.has_value());
        if (!file) {
            const bool hasErrors = !document_.currentProfile().isEmpty() && !document_.isGenerating() &&
                                   !document_.generation()->plans.contains(document_.currentProfile().toStdString());
            notice_->setText(
                hasErrors
                    ? tr("Nothing is generated from %1 while it has errors.\nThe Problems list says what to mend.")
                          .arg(document_.currentProfile())
                    : tr("Select a node, a network or a bond to see its files."));
        }
    }
    if (!file) return; // the path stays: the file comes back when the error is mended
    const QString name = QString::fromStdString(path);
    const bool isSame = name == side.path && side.text && *side.text == *file;
    side.text = *file;
    if (isSame) {
        // Nothing to read again: a shared file has many thousand lines.
    } else if (name == side.path) {
        side.code->updateText(QString::fromStdString(file->text()));
    } else {
        side.path = name;
        side.code->openFile(name, QString::fromStdString(file->text()));
        side.name->setWhole(name.section(QLatin1Char('/'), -1), name);
        side.owner->setWhole(ownerText(path, document_.currentProfile()));
        if (&side == &shown_) {
            const auto owner = ownerOf(path);
            document_.watch(owner ? owner->profile : std::string(), owner ? owner->node : std::string(), path);
            emit pathChanged(name);
        }
    }
    markLines(side);
}

void PreviewPanel::showOther()
{
    const auto owner = ownerOf(shown_.path.toStdString());
    const bool possible = shown_.subject && owner && !owner->node.empty() && splitter_->isVisibleTo(this);
    sideBySide_->setEnabled(possible || sideBySide_->isChecked());
    if (!possible || !sideBySide_->isChecked()) return other_.box->hide();
    const Backend wanted = owner->backend == Backend::Nixos && !owner->isShared ? Backend::Debian : Backend::Nixos;
    const Generation& generation = *document_.generation();
    read_ = readLinkAt(generation, shown_.path.toStdString(), shown_.code->readLine());
    // What is selected, or else what is read.
    const bool asksForLink = !shown_.subject->isWholeNode();
    other_.subject = read_ && !asksForLink ? read_->subject : shown_.subject;
    other_.unit = read_ && read_->subject == other_.subject ? read_->unit : std::string();
    const std::string current = wanted == Backend::Debian && !other_.unit.empty()
                                    ? unitPath(*other_.subject, other_.unit)
                                    : other_.path.toStdString();
    const std::string path = fileFor(generation, *other_.subject, current, wanted);
    const bool wasHidden = other_.box->isHidden();
    other_.box->setVisible(!path.empty());
    showFile(other_, path);
    if (!wasHidden || path.empty()) return;
    // With half of the room each, the link has to come into sight again.
    QTimer::singleShot(0, this, [this] {
        shown_.code->revealOrigins();
        other_.code->revealOrigins();
    });
}

// Past the blocks of a module, the other file goes along.
void PreviewPanel::followReader()
{
    if (!sideBySide_->isChecked() || other_.box->isHidden()) return;
    if (readLinkAt(*document_.generation(), shown_.path.toStdString(), shown_.code->readLine()) != read_) showOther();
}

void PreviewPanel::markLines(Side& side)
{
    if (side.path.isEmpty()) return;
    const std::string path = side.path.toStdString();
    side.code->setChangedLines(whatChanged_.linesOf(path));
    const Generation& generation = *document_.generation();
    const PreviewSubject subject = side.subject.value_or(PreviewSubject{});
    std::optional<std::size_t> network;
    if (!subject.network.empty()) network = document_.networkPlace(subject.profile, subject.network);
    std::vector<LineRange> lines = linesFor(generation, subject, path);
    const int first = firstLineOf(lines, generation, subject, path, side.unit);
    side.code->setOriginLines(std::move(lines), network, first);
    if (&side != &shown_) return;
    const bool hasChanges = !side.code->changedLineRanges().empty();
    previousChange_->setEnabled(hasChanges);
    nextChange_->setEnabled(hasChanges);
}

void PreviewPanel::stepToChange(int direction)
{
    const auto& ranges = shown_.code->changedLineRanges();
    if (ranges.empty()) return;
    const int line = shown_.code->textCursor().blockNumber();
    const LineRange* target = direction > 0 ? &ranges.front() : &ranges.back(); // round the end
    if (direction > 0) {
        for (const LineRange& range : ranges)
            if (range.first > line) {
                target = &range;
                break;
            }
    } else {
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range)
            if (range->first < line) {
                target = &*range;
                break;
            }
    }
    QTextCursor cursor(shown_.code->document()->findBlockByNumber(target->first));
    shown_.code->setTextCursor(cursor);
    shown_.code->centerCursor();
}

void PreviewPanel::copyText() { QGuiApplication::clipboard()->setText(shown_.code->text()); }

} // namespace n3x

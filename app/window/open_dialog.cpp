// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/open_dialog.h"

#include <QCompleter>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QLineEdit>
#include <QPushButton>

namespace n3x {

namespace {

// Completes what is typed where it stands. A list that hangs below the field would take the first click on the button
// for itself, and Qt's own completer says a folder in another way than it was typed.
class FolderCompleter final : public QCompleter {
public:
    FolderCompleter(QFileSystemModel& folders, QLineEdit& typed, const QFileDialog& dialog)
        : QCompleter(&folders, &typed), typed_(typed), dialog_(dialog)
    {
        setCompletionMode(InlineCompletion);
    }

    [[nodiscard]] QString pathFromIndex(const QModelIndex& index) const override
    {
        const QString path = index.data(QFileSystemModel::FilePathRole).toString();
        return QDir::isRelativePath(typed_.text()) ? dialog_.directory().relativeFilePath(path) : path;
    }

    [[nodiscard]] QStringList splitPath(const QString& path) const override
    {
        QStringList names =
            QCompleter::splitPath(QDir::isRelativePath(path) ? dialog_.directory().filePath(path) : path);
        if (path.isEmpty() || path.endsWith(u'/')) names.last() = u'/'; // no name begins with it: none was begun
        return names;
    }

private:
    QLineEdit& typed_;
    const QFileDialog& dialog_;
};

class OpenDialog final : public QFileDialog {
public:
    OpenDialog(QWidget& window, const QString& title, const QString& startFolder)
        : QFileDialog(&window, title, startFolder)
    {
        setFileMode(Directory);
        setOption(ShowDirsOnly);
        typed_ = findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        if (typed_ == nullptr) return; // the dialog of the desktop
        if (auto* folders = findChild<QFileSystemModel*>())
            typed_->setCompleter(new FolderCompleter(*folders, *typed_, *this));
        connect(typed_, &QLineEdit::textChanged, this, [this] {
            const auto* buttons = findChild<QDialogButtonBox*>();
            if (buttons == nullptr || folderOfFile().isEmpty()) return;
            for (QAbstractButton* button : buttons->buttons())
                if (buttons->buttonRole(button) == QDialogButtonBox::AcceptRole) button->setEnabled(true);
        });
    }

protected:
    void accept() override
    {
        if (const QString folder = folderOfFile(); !folder.isEmpty()) {
            typed_->setFocus(); // else the list of folders answers with a selection of its own
            typed_->setText(folder);
        }
        QFileDialog::accept();
    }

private:
    [[nodiscard]] QString folderOfFile() const
    {
        if (typed_ == nullptr) return {};
        const QFileInfo file(directory(), typed_->text());
        return file.isFile() && file.fileName() == QLatin1String("n3x.yaml") ? file.absolutePath() : QString();
    }

    QLineEdit* typed_ = nullptr;
};

} // namespace

QFileDialog* makeOpenDialog(QWidget& window, const QString& startFolder)
{
    const QString title = QCoreApplication::translate("OpenDialog", "Open the folder of a project");
    auto* dialog = new OpenDialog(window, title, startFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace n3x

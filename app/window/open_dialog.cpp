// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/open_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

namespace n3x {

namespace {

class OpenDialog final : public QFileDialog {
public:
    OpenDialog(QWidget& window, const QString& title, const QString& startFolder)
        : QFileDialog(&window, title, startFolder)
    {
        setFileMode(Directory);
        setOption(ShowDirsOnly);
        typed_ = findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        if (typed_ == nullptr) return; // the dialog of the desktop
        // A list that hangs below the field would take the first click on the button for itself.
        typed_->setCompleter(nullptr);
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

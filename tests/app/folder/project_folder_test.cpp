// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/folder/project_folder.h"
#include "core/edits/values.h"
#include "core/files/templates.h"
#include "tests/app/support/find_control.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <future>
#include <string>

using namespace n3x;

class ProjectFolderTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theSameFolderByAnotherNameIsTheSame_data();
    void theSameFolderByAnotherNameIsTheSame();
    void afterAFailedReopeningThereIsStillSomethingToSaveTo();
    void anotherProjectTakesThePlaceOfTheFirst();
    void positionsFollowWhatWasSaved();
    void whatIsClosedStaysClosed();
    void onlyTheNewestComparisonIsAnswered();
    void namesThatAreNoTextAreNoReasonToEnd();
    void approvalsOfOthersAreNoticed();

private:
    std::unique_ptr<QTemporaryDir> place_;
    std::unique_ptr<ProjectFolder> folder_;
    QString path_;
    int opened_ = 0;
    int saved_ = 0;
    Problems failure_;
};

namespace {

const ObjectPath storageVlan("profiles/vlans/networks/storage/vlan");

Project sample() { return templateProject("sample"); }

} // namespace

void ProjectFolderTest::init()
{
    folder_.reset();
    place_ = std::make_unique<QTemporaryDir>();
    path_ = place_->filePath(QStringLiteral("lab"));
    folder_ = std::make_unique<ProjectFolder>();
    opened_ = 0;
    saved_ = 0;
    failure_.clear();
    connect(folder_.get(), &ProjectFolder::opened, this, [this] { ++opened_; });
    connect(folder_.get(), &ProjectFolder::saved, this, [this] { ++saved_; });
    connect(folder_.get(), &ProjectFolder::openFailed, this,
            [this](const QString&, const Problems& problems) { failure_ = problems; });
    connect(folder_.get(), &ProjectFolder::saveRefused, this,
            [this](const Problems& problems) { failure_ = problems; });
    folder_->create(path_, sample());
    N3X_EVENTUALLY(opened_ == 1);
}

// The answer to what was asked before closing comes after it.
void ProjectFolderTest::whatIsClosedStaysClosed()
{
    bool isClosed = false;
    connect(folder_.get(), &ProjectFolder::closed, this, [&] { isClosed = true; });
    folder_->reload();
    QVERIFY(folder_->isOpening());
    folder_->close();
    N3X_EVENTUALLY(isClosed && !folder_->isOpening());
    QVERIFY(!folder_->isOpen());
    QCOMPARE(opened_, 1);
    folder_->open(path_);
    N3X_EVENTUALLY(opened_ == 2);
    QVERIFY(folder_->isOpen());
}

// Not one that is overtaken while it runs, nor while its answer waits for the window.
void ProjectFolderTest::onlyTheNewestComparisonIsAnswered()
{
    const QSignalSpy compared(folder_.get(), &ProjectFolder::compared);
    const auto generation = std::make_shared<Generation>();
    const auto answerWaits = [&] {
        folder_->compare(generation, sample());
        std::promise<void> reached;
        folder_->readText({}, [&](const std::optional<std::string>&) { reached.set_value(); }, [] {});
        reached.get_future().wait(); // the comparison is made, and its answer is on the way
    };
    answerWaits();
    folder_->compare(generation, sample());
    N3X_EVENTUALLY(!compared.isEmpty());
    QTest::qWait(50);
    QCOMPARE(compared.size(), 1);
    answerWaits();
    folder_->close();
    QTest::qWait(50);
    QCOMPARE(compared.size(), 1);
}

void ProjectFolderTest::namesThatAreNoTextAreNoReasonToEnd()
{
    QFile file(path_ + QStringLiteral("/profiles/vlans.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string bad = (path_ + QStringLiteral("/profiles/bad")).toStdString() + "\xff.yaml";
    std::FILE* copy = std::fopen(bad.c_str(), "wb");
    QVERIFY(copy != nullptr);
    const QByteArray text = file.readAll();
    QCOMPARE(std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), copy),
             static_cast<std::size_t>(text.size()));
    QCOMPARE(std::fclose(copy), 0);
    folder_->reload();
    N3X_EVENTUALLY(opened_ == 2);
    folder_->save(sample(), {});
    N3X_EVENTUALLY(saved_ == 1 || !failure_.empty());
}

void ProjectFolderTest::approvalsOfOthersAreNoticed()
{
    QSignalSpy changed(folder_.get(), &ProjectFolder::changedOnDisk);
    QVERIFY(QDir().mkpath(path_ + QStringLiteral("/.n3x")));
    folder_->reload();
    N3X_EVENTUALLY(opened_ == 2);
    const QStringList expected{QStringLiteral(".n3x/approvals.yaml")};
    const auto isNoticed = [&] { return !changed.isEmpty() && changed.last().at(0).toStringList() == expected; };
    // What is watched is asked on the folder's thread: somebody may write before that.
    for (int attempt = 0; attempt < 50 && !isNoticed(); ++attempt) {
        QFile file(path_ + QStringLiteral("/.n3x/approvals.yaml"));
        file.remove(); // a folder tells what comes and goes in it
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("n3x: approvals/1\napprovals: []\n");
        file.close();
        static_cast<void>(QTest::qWaitFor(isNoticed, 400));
    }
    QVERIFY(isNoticed());
}

void ProjectFolderTest::theSameFolderByAnotherNameIsTheSame_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << QStringLiteral("lab");
    QTest::newRow("slash at the end") << QStringLiteral("lab/");
    QTest::newRow("through a link") << QStringLiteral("link");
    QTest::newRow("through a link, slash at the end") << QStringLiteral("link/");
    QTest::newRow("a way round") << QStringLiteral("lab/../lab/.");
}

void ProjectFolderTest::theSameFolderByAnotherNameIsTheSame()
{
    QFETCH(QString, name);
    QVERIFY(QFile::link(path_, place_->filePath(QStringLiteral("link"))));
    folder_->open(place_->path() + u'/' + name);
    N3X_EVENTUALLY(opened_ == 2 || !failure_.empty());
    QVERIFY2(failure_.empty(), failure_.empty() ? "" : failure_[0].what.pattern.data());
    QCOMPARE(folder_->path(), path_);
    folder_->save(edits::setValue(storageVlan, "150").apply(sample()), {});
    N3X_EVENTUALLY(saved_ == 1);
}

void ProjectFolderTest::afterAFailedReopeningThereIsStillSomethingToSaveTo()
{
    const QString file = path_ + QStringLiteral("/n3x.yaml");
    QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
    folder_->open(path_ + u'/');
    N3X_EVENTUALLY(opened_ == 2 || !failure_.empty());
    QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
    if (opened_ == 2) return; // told as a project without its file: nothing failed
    failure_.clear();
    folder_->save(edits::setValue(storageVlan, "150").apply(sample()), {});
    N3X_EVENTUALLY(saved_ == 1 || !failure_.empty());
    QCOMPARE(saved_, 1);
}

void ProjectFolderTest::anotherProjectTakesThePlaceOfTheFirst()
{
    const QString second = place_->filePath(QStringLiteral("second"));
    folder_->create(second, sample());
    N3X_EVENTUALLY(opened_ == 2);
    QCOMPARE(folder_->path(), second);
    // The first one's lock went with it.
    QVERIFY(Workspace::open(path_.toStdString(), Access::Write).has_value());
    QVERIFY(!Workspace::open(second.toStdString(), Access::Write).has_value());
}

void ProjectFolderTest::positionsFollowWhatWasSaved()
{
    const auto before = folder_->positions().position(storageVlan);
    QVERIFY(before.has_value());
    QCOMPARE(before->file, std::string("profiles/vlans.yaml"));
    folder_->save(edits::setValue(ObjectPath("profiles/vlans/summary"), "Said\nin more\nlines").apply(sample()), {});
    N3X_EVENTUALLY(saved_ == 1);
    const auto after = folder_->positions().position(storageVlan);
    QVERIFY(after.has_value());
    QFile file(path_ + QStringLiteral("/profiles/vlans.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY(lines[after->line - 1].contains("100"));
}

QTEST_GUILESS_MAIN(ProjectFolderTest)
#include "project_folder_test.moc"

// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/generated_outputs.h"
#include "core/files/templates.h"
#include "tests/core/workspace/scratch.h"

#include <QtTest>

#include <cerrno>

using namespace n3x;

namespace {

// A disk behind a network, which keeps what is written and says only at the end that there is no room.
class FullAtTheEnd final : public FileSystem {
public:
    int close(int file) override
    {
        FileSystem::close(file);
        errno = ENOSPC;
        return -1;
    }
};

} // namespace

class OutputsTest final : public QObject {
    Q_OBJECT

private slots:
    void whatTheDiskRefusesAtTheEndIsSaid()
    {
        const test::Scratch scratch;
        const Generation generation = generate(templateProject("vlans"));
        FullAtTheEnd disk;
        const auto failure = cli::writeOutputs(generation, scratch.path() / "out", disk);
        QVERIFY(failure.has_value());
        QCOMPARE(failure->number, ENOSPC);
        QVERIFY(!cli::writeOutputs(generation, scratch.path() / "out"));
    }
};

QTEST_APPLESS_MAIN(OutputsTest)
#include "outputs_test.moc"

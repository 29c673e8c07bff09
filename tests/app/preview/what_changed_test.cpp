// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "app/preview/what_changed.h"

#include "app/document/document.h"
#include "core/edits/values.h"
#include "core/files/templates.h"

#include <QTest>

using namespace n3x;

namespace {

constexpr std::string_view unit =
    "backends/debian/meta-n3x/recipes-support/systemd-networkd-config/files/vlans/agent-1/20-vlan-storage.netdev";

Edit vlan(std::string_view id) { return edits::setValue(ObjectPath("profiles/vlans/networks/storage/vlan"), id); }

} // namespace

class WhatChangedTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasEditedWhileItWasSavedStaysMarked_data()
    {
        QTest::addColumn<bool>("waits");
        QTest::newRow("generated before it was saved") << true;
        QTest::newRow("still on its way") << false;
    }

    void whatWasEditedWhileItWasSavedStaysMarked()
    {
        QFETCH(bool, waits);
        Document document(templateProject("vlans"));
        const WhatChanged changed(document);
        const auto settle = [&] { QVERIFY(QTest::qWaitFor([&] { return !document.isGenerating(); })); };
        settle();
        document.apply(vlan("150"));
        if (waits) settle();
        const Project written = document.project();
        document.apply(vlan("151"));
        if (waits) settle();
        document.markSaved(written, document.views());
        settle();
        QVERIFY(QTest::qWaitFor([&] { return changed.before(unit).value_or("").contains("Id=150"); }));
        QVERIFY(changed.isChanged(unit));
        QVERIFY(QTest::qWaitFor([&] { return changed.paths()->contains(unit); }));
        // And nothing else is: the outputs differ from what was saved where the number stands.
        document.apply(vlan("150"));
        settle();
        QVERIFY(QTest::qWaitFor([&] { return changed.paths()->empty(); }));
    }
};

QTEST_GUILESS_MAIN(WhatChangedTest)
#include "what_changed_test.moc"

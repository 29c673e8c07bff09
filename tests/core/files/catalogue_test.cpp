// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/project.h"

#include <QTest>

using namespace n3x;

namespace {

// What spec/nixos-backend.md (“What to emit for each target of the catalogue”) and spec/debian-backend.md (machine
// confs, hardware) say of each. The V3000's console is the Debian machine's: a target has one list, and ttyS4 is where
// that board has its UART.
struct Row {
    std::string_view target, arch, backends, consoles, boot, device, layout, images, machine;
};

constexpr std::array rows{
    Row{"amd-v3c18i", "x86_64", "debian nixos", "ttyS4,115200n8", "systemd-boot", "/dev/nvme0n1", "standard",
        "raw-efi iso-installer", "amd-v3c18i"},
    Row{"ec2-graviton", "aarch64", "nixos", "ttyS0,115200n8", "grub", "", "image", "amazon", ""},
    Row{"ec2-x86_64", "x86_64", "nixos", "ttyS0,115200n8", "grub", "", "image", "amazon", ""},
    Row{"jetson-orin-nano", "aarch64", "nixos debian", "ttyTCU0,115200", "systemd-boot", "/dev/nvme0n1", "standard",
        "iso-installer", "jetson-orin-nano"},
    Row{"n100", "x86_64", "nixos", "ttyS0,115200n8 tty0", "systemd-boot", "/dev/nvme0n1", "standard",
        "raw-efi iso-installer", ""},
    Row{"qemu-amd64", "x86_64", "nixos debian", "ttyS0,115200n8", "systemd-boot", "/dev/vda", "standard", "qemu-efi",
        "qemuamd64"},
    Row{"qemu-arm64", "aarch64", "nixos debian", "ttyAMA0,115200n8", "systemd-boot", "/dev/vda", "standard", "qemu-efi",
        "qemuarm64"},
};

template <class T> std::string joined(const std::vector<Entered<T>>& values)
{
    std::string text;
    for (const auto& value : values) text += (text.empty() ? "" : " ") + value.text();
    return text;
}

template <class T> std::string said(const std::optional<Entered<T>>& value) { return value ? value->text() : ""; }

class CatalogueTest final : public QObject {
    Q_OBJECT

private slots:
    void isThatOfTheSpec_data()
    {
        QTest::addColumn<std::size_t>("index");
        for (std::size_t at = 0; at < rows.size(); ++at) QTest::newRow(rows[at].target.data()) << at;
    }

    void isThatOfTheSpec()
    {
        QFETCH(const std::size_t, index);
        const Row& row = rows[index];
        const HardwareTarget* target = find(builtInHardware(), row.target);
        QVERIFY(target != nullptr);
        QCOMPARE(target->arch.text(), std::string(row.arch));
        QCOMPARE(joined(target->backends), std::string(row.backends));
        QCOMPARE(joined(target->console), std::string(row.consoles));
        QCOMPARE(said(target->boot), std::string(row.boot));
        QCOMPARE(said(target->disk.device), std::string(row.device));
        QCOMPARE(said(target->disk.layout), std::string(row.layout));
        QCOMPARE(joined(target->nixos.image), std::string(row.images));
        QCOMPARE(said(target->debian.machine), std::string(row.machine));
        QCOMPARE(target->emulated, row.target.starts_with("qemu-"));
        QCOMPARE(said(target->cloud), std::string(row.target.starts_with("ec2-") ? "ec2" : ""));
    }

    void nothingElseIsInIt() { QCOMPARE(builtInHardware().size(), rows.size()); }
};

} // namespace

QTEST_APPLESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"

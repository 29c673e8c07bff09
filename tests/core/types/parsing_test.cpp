// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/types/duration.h"
#include "core/types/ip_address.h"
#include "core/types/kubernetes.h"
#include "core/types/mac_address.h"
#include "core/types/names.h"
#include "core/types/number.h"
#include "core/types/plain_text.h"
#include "core/types/reserved_ranges.h"
#include "core/types/subnet.h"
#include "tests/support/hostile_texts.h"

#include <QTest>

using namespace n3x;

namespace {

// One row: a type's name, a text, and the text that the value gives back; none where the type refuses it.
struct Row {
    const char* type;
    std::string text;
    std::optional<std::string> value;
};

template <class T> std::optional<std::string> parsed(std::string_view text)
{
    const auto value = T::parse(text);
    return value ? std::optional(value->text()) : std::nullopt;
}

using Parse = std::optional<std::string> (*)(std::string_view);
const std::map<std::string_view, Parse> parsers{{"DnsLabel", parsed<DnsLabel>},
                                                {"DnsName", parsed<DnsName>},
                                                {"InterfaceName", parsed<InterfaceName>},
                                                {"IpAddress", parsed<IpAddress>},
                                                {"Subnet", parsed<Subnet>},
                                                {"MacAddress", parsed<MacAddress>},
                                                {"VlanId", parsed<VlanId>},
                                                {"Mtu", parsed<Mtu>},
                                                {"JobCount", parsed<JobCount>},
                                                {"Duration", parsed<Duration>},
                                                {"K3sVersion", parsed<K3sVersion>},
                                                {"LabelKey", parsed<LabelKey>},
                                                {"LabelValue", parsed<LabelValue>},
                                                {"Taint", parsed<Taint>},
                                                {"Line", parsed<Line>},
                                                {"Word", parsed<Word>},
                                                {"Url", parsed<Url>},
                                                {"SshKey", parsed<SshKey>},
                                                {"AgeRecipient", parsed<AgeRecipient>},
                                                {"CacheKey", parsed<CacheKey>},
                                                {"RegistryMirror", parsed<RegistryMirror>}};

const std::optional<std::string> refused;

const std::vector<Row> rows{
    {"DnsLabel", "a", "a"},
    {"DnsLabel", "server-1", "server-1"},
    {"DnsLabel", std::string(63, 'x'), std::string(63, 'x')},
    {"DnsLabel", std::string(64, 'x'), refused},
    {"DnsLabel", "", refused},
    {"DnsLabel", "-a", refused},
    {"DnsLabel", "a-", refused},
    {"DnsLabel", "A", refused},
    {"DnsLabel", "a.b", refused},
    {"DnsLabel", "a_b", refused},
    {"DnsLabel", "é", refused},
    {"DnsName", "edge.example", "edge.example"},
    {"DnsName", "edge..example", refused},
    {"DnsName", "edge.example.", refused},
    {"DnsName", std::string(254, 'a'), refused},
    {"InterfaceName", "eth0", "eth0"},
    {"InterfaceName", "enP8p1s0", "enP8p1s0"},
    {"InterfaceName", "eth1.200", "eth1.200"},
    {"InterfaceName", "fifteen-bytes-x", "fifteen-bytes-x"},
    {"InterfaceName", "sixteen-bytes-xx", refused},
    {"InterfaceName", "a/b", refused},
    {"InterfaceName", "a b", refused},
    {"InterfaceName", "eth0:1", refused},
    {"InterfaceName", "%i", refused},
    {"InterfaceName", "..", refused},
    {"InterfaceName", ".", refused},
    {"InterfaceName", "123", refused},
    {"InterfaceName", "", refused},
    {"InterfaceName", "br_lan-2", "br_lan-2"},
    {"InterfaceName", "-a", refused},
    {"InterfaceName", "all", refused},
    {"InterfaceName", "lo", refused},
    {"InterfaceName", "lo1", "lo1"},
    {"InterfaceName", "bonding_masters", refused},
    {"InterfaceName", "e;id$x&", refused}, // a firewall script would run it
    {"IpAddress", "192.168.1.1", "192.168.1.1"},
    {"IpAddress", "0.0.0.0", "0.0.0.0"},
    {"IpAddress", "255.255.255.255", "255.255.255.255"},
    {"IpAddress", "256.1.1.1", refused},
    {"IpAddress", "01.1.1.1", refused},
    {"IpAddress", "1.1.1", refused},
    {"IpAddress", "1.1.1.1.1", refused},
    {"IpAddress", "1.1.1.1 ", refused},
    {"IpAddress", "2001:DB8:0:0:0:0:0:1", "2001:db8::1"},
    {"IpAddress", "::", "::"},
    {"IpAddress", "::1", "::1"},
    {"IpAddress", "1:0:0:2:0:0:0:3", "1:0:0:2::3"},
    {"IpAddress", "fe80::1%eth0", refused},
    {"IpAddress", "1::2::3", refused},
    {"IpAddress", ":::", refused},
    {"IpAddress", "12345::", refused},
    {"IpAddress", "1:2:3:4:5:6:7", refused},
    {"IpAddress", "1:2:3:4:5:6:7:8:9", refused},
    {"IpAddress", "", refused},
    {"Subnet", "10.0.0.0/8", "10.0.0.0/8"},
    {"Subnet", "0.0.0.0/0", "0.0.0.0/0"},
    {"Subnet", "10.0.0.1/32", "10.0.0.1/32"},
    {"Subnet", "10.0.0.1/24", refused},
    {"Subnet", "10.0.0.0/33", refused},
    {"Subnet", "10.0.0.0/08", refused},
    {"Subnet", "10.0.0.0/", refused},
    {"Subnet", "10.0.0.0", refused},
    {"Subnet", "fd00::/64", "fd00::/64"},
    {"Subnet", "fd00::/129", refused},
    {"Subnet", "fd00::1/64", refused},
    {"MacAddress", "52:54:00:01:01:01", "52:54:00:01:01:01"},
    {"MacAddress", "52-54-00-AB-CD-EF", "52:54:00:ab:cd:ef"},
    {"MacAddress", "52:54:00:01:01", refused},
    {"MacAddress", "52:54:00:01:01:0g", refused},
    {"MacAddress", "01:00:5e:00:00:01", refused},
    {"MacAddress", "00:00:00:00:00:00", refused},
    {"MacAddress", "ff:ff:ff:ff:ff:ff", refused},
    {"VlanId", "1", "1"},
    {"VlanId", "4094", "4094"},
    {"VlanId", "0", refused},
    {"VlanId", "4095", refused},
    {"VlanId", "007", refused},
    {"VlanId", "-1", refused},
    {"VlanId", "0x10", refused},
    {"VlanId", "1.0", refused},
    {"VlanId", "99999999999999999999", refused},
    {"VlanId", "", refused},
    {"Mtu", "1500", "1500"},
    {"Mtu", "68", "68"},
    {"Mtu", "67", refused},
    {"Mtu", "65536", refused},
    {"JobCount", "4", "4"},
    {"JobCount", "0", refused},
    {"Duration", "100ms", "100ms"},
    {"Duration", "1000ms", "1s"},
    {"Duration", "12h", "12h"},
    {"Duration", "90min", "90min"},
    {"Duration", "0ms", "0ms"},
    {"Duration", "100", refused},
    {"Duration", "1.5s", refused},
    {"Duration", "1 s", refused},
    {"Duration", "366d", refused},
    {"Duration", "18446744073709551615d", refused},
    {"K3sVersion", "v1.35.0+k3s3", "v1.35.0+k3s3"},
    {"K3sVersion", "v1.35.0-rc1+k3s1", "v1.35.0-rc1+k3s1"},
    {"K3sVersion", "1.35.0+k3s3", refused},
    {"K3sVersion", "v1.35.0", refused},
    {"K3sVersion", "v1.35+k3s1", refused},
    {"K3sVersion", "latest", refused},
    {"LabelKey", "node.longhorn.io/create-default-disk", "node.longhorn.io/create-default-disk"},
    {"LabelKey", "zone", "zone"},
    {"LabelKey", "/zone", refused},
    {"LabelKey", "a/b/c", refused},
    {"LabelKey", "-zone", refused},
    {"LabelKey", "", refused},
    {"LabelValue", "", ""},
    {"LabelValue", "true", "true"},
    {"LabelValue", "a b", refused},
    {"LabelValue", std::string(64, 'a'), refused},
    {"Taint", "dedicated=storage:NoSchedule", "dedicated=storage:NoSchedule"},
    {"Taint", "key:NoExecute", "key:NoExecute"},
    {"Taint", "key=:PreferNoSchedule", "key=:PreferNoSchedule"},
    {"Taint", "key", refused},
    {"Taint", "key:Never", refused},
    {"Taint", "=x:NoSchedule", refused},
    {"Line", "", ""},
    {"Line", "käse 🚀 ${x} '' \"", "käse 🚀 ${x} '' \""},
    {"Line", "a\nb", refused},
    {"Line", std::string("a\0b", 3), refused},
    {"Line", "\x1b[31m", refused},
    {"Line", "\xff", refused},
    {"Line", "\xed\xa0\x80", refused},
    {"Line",
     "a\xe2\x80\xa8"
     "b",
     refused},
    {"Word", "raw-efi", "raw-efi"},
    {"Word", ".wic.zst", ".wic.zst"},
    {"Word", "-x", refused},
    {"Word", "a b", refused},
    {"Word", "$(x)", refused},
    {"Word", "", refused},
    {"Url", "https://cache.nixos.org", "https://cache.nixos.org"},
    {"Url", "http://cache.example:3142/x", "http://cache.example:3142/x"},
    {"Url", "cache.nixos.org", refused},
    {"Url", "javascript://x", refused},
    {"Url", "https://", refused},
    {"Url", "https://user:secret@host/", refused},
    {"Url", "https://a b/", refused},
    {"SshKey", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ me@host", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ me@host"},
    {"SshKey", "ssh-ed25519", refused},
    {"SshKey", "-----BEGIN OPENSSH PRIVATE KEY-----", refused},
    {"SshKey", "ssh-ed25519 AAAA\nssh-ed25519 BBBB", refused},
    {"AgeRecipient", "age1qqqsyqcyq5rqwzqfpg9scrgwpug", "age1qqqsyqcyq5rqwzqfpg9scrgwpug"},
    {"AgeRecipient", "AGE-SECRET-KEY-1QQQQ", refused},
    {"AgeRecipient", "age1b", refused},
    {"CacheKey", "cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY=",
     "cache.nixos.org-1:6NCHdD59X431o0gWypbMrAURkbJ16ZPMQFGspcDShjY="},
    {"CacheKey", ":abc=", refused},
    {"CacheKey", "name", refused},
    {"RegistryMirror", "docker.io=https://mirror.example", "docker.io=https://mirror.example"},
    {"RegistryMirror", "registry.example:5000=http://10.0.0.1:5000/v2",
     "registry.example:5000=http://10.0.0.1:5000/v2"},
    {"RegistryMirror", "*=https://mirror.example", "*=https://mirror.example"},
    {"RegistryMirror", "*.io=https://mirror.example", refused},
    {"RegistryMirror", "docker.io", refused},
    {"RegistryMirror", "docker.io=", refused},
    {"RegistryMirror", "=https://mirror.example", refused},
    {"RegistryMirror", "Docker.io=https://mirror.example", refused},
    {"RegistryMirror", "docker.io/library=https://mirror.example", refused},
    {"RegistryMirror", "docker.io=mirror.example", refused},
    {"RegistryMirror", "docker.io=ssh://mirror.example", refused},
    {"RegistryMirror", "docker.io=https://user:secret@mirror.example", refused},
    {"RegistryMirror", "docker.io=https://a b", refused},
    {"RegistryMirror", std::string(256, 'a') + "=https://mirror.example", refused},
};

} // namespace

class ParsingTest : public QObject {
    Q_OBJECT
private slots:
    void row_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t index = 0; index < rows.size(); ++index)
            QTest::newRow(
                qPrintable(QString::fromStdString(std::string(rows[index].type) + " " + rows[index].text.substr(0, 30))
                               .simplified() +
                           QString::number(index)))
                << static_cast<int>(index);
    }
    void row()
    {
        QFETCH(int, index);
        const Row& expected = rows[static_cast<std::size_t>(index)];
        const auto value = parsers.at(expected.type)(expected.text);
        QCOMPARE(value.has_value(), expected.value.has_value());
        if (value) QCOMPARE(*value, *expected.value);
    }

    // Whatever is taken reads back as itself, and nothing that is taken can break a line.
    void hostileTexts()
    {
        for (const auto& [type, parse] : parsers)
            for (const std::string& text : test::hostileStrings())
                if (const auto value = parse(text)) {
                    QCOMPARE(parse(*value), value);
                    QVERIFY(value->find_first_of(std::string_view("\n\r\0", 3)) == std::string::npos);
                }
    }

    void utf8()
    {
        QCOMPARE(firstNotUtf8("abc"), std::optional<std::size_t>());
        QCOMPARE(firstNotUtf8("ab\xff"), std::optional<std::size_t>(2));
        QCOMPARE(firstNotUtf8("\xc3\xa9\xc3"), std::optional<std::size_t>(2));
        QCOMPARE(toUtf8("a\xff\xfe z"), std::string("a\xef\xbf\xbd\xef\xbf\xbd z"));
        QCOMPARE(toUtf8("\xe4\xb8"), std::string("\xef\xbf\xbd\xef\xbf\xbd"));
        for (const std::string& text : test::hostileStrings()) QCOMPARE(toUtf8(text), text);
    }

    void subnets()
    {
        const Subnet subnet = *Subnet::parse("10.0.0.0/28");
        QVERIFY(subnet.contains(*IpAddress::parse("10.0.0.15")));
        QVERIFY(!subnet.contains(*IpAddress::parse("10.0.0.16")));
        QVERIFY(!subnet.contains(*IpAddress::parse("::1")));
        QVERIFY(subnet.overlaps(*Subnet::parse("10.0.0.8/29")));
        QVERIFY(!subnet.overlaps(*Subnet::parse("10.0.0.16/28")));
        QVERIFY(!subnet.overlaps(*Subnet::parse("::/0")));
        QCOMPARE(subnet.last().text(), std::string("10.0.0.15"));
        QCOMPARE(subnet.hostPart(*IpAddress::parse("10.0.0.5")), std::optional<std::uint64_t>(5));
        QCOMPARE(subnet.address(5)->text(), std::string("10.0.0.5"));
        QVERIFY(!subnet.address(16));
        QVERIFY(!Subnet::parse("10.0.0.0/31")->hasBroadcast());
        QCOMPARE(Subnet::parse("0.0.0.0/0")->last().text(), std::string("255.255.255.255"));
        QCOMPARE(Subnet::parse("::/0")->last().text(), std::string("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));
    }

    void reservedRanges()
    {
        for (const char* text : {"0.0.0.0/8", "127.0.0.1/32", "224.0.0.0/24", "255.255.255.255/32", "0.0.0.0/0",
                                 "::/64", "::1/128", "::ffff:a00:0/120", "fe80::/64", "ff02::/16", "::/0"})
            QVERIFY2(unusableRangeIn(*Subnet::parse(text)), text);
        for (const char* text : {"1.0.0.0/8", "10.0.0.0/8", "128.0.0.0/2", "169.254.0.0/16", "240.0.0.0/8", "::2/128",
                                 "fd00::/8", "2001:db8::/32", "fec0::/10"})
            QVERIFY2(!unusableRangeIn(*Subnet::parse(text)), text);
        QVERIFY(isLinkLocal(*IpAddress::parse("169.254.1.1")) && isLinkLocal(*IpAddress::parse("fe80::1")));
        QVERIFY(isLinkLocal(*IpAddress::parse("febf::1")) && !isLinkLocal(*IpAddress::parse("fec0::1")));
        QVERIFY(!isLinkLocal(*IpAddress::parse("169.253.1.1")) && !isLinkLocal(*IpAddress::parse("a9fe::1")));
    }
};

QTEST_APPLESS_MAIN(ParsingTest)
#include "parsing_test.moc"

// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/workspace/sha256.h"

#include <QtTest>

using namespace n3x;

class Sha256Test : public QObject {
    Q_OBJECT

private slots:
    void sumsOfTheStandard()
    {
        QCOMPARE(hexText(sha256("")), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(hexText(sha256("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(hexText(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(hexText(sha256(std::string(1'000'000, 'a'))),
                 std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }

    void hexadecimalIsReadBack()
    {
        for (const char* text : {"", "a", "n3x"}) QCOMPARE(parseSha256(hexText(sha256(text))), sha256(text));
    }

    void onlyLowerCaseDigitsCount()
    {
        const std::string right = hexText(sha256("n3x"));
        QVERIFY(!parseSha256(right.substr(1)));
        QVERIFY(!parseSha256(right + "0"));
        for (std::size_t at = 0; at < right.size(); ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text = right;
                text[at] = static_cast<char>(byte);
                const bool isDigit = std::string_view("0123456789abcdef").contains(text[at]);
                QCOMPARE(parseSha256(text).has_value(), isDigit);
            }
    }
};

QTEST_GUILESS_MAIN(Sha256Test)
#include "sha256_test.moc"

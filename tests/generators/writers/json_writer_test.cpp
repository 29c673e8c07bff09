// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "generators/writers/json_writer.h"

#include <QtTest/QtTest>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace n3x;

class JsonWriterTest : public QObject {
    Q_OBJECT

private slots:
    void writesInTheOrderOfTheCalls()
    {
        std::string text;
        JsonWriter json(text);
        json.openObject();
        json.name("b");
        json.openArray();
        json.string("x");
        json.string("y");
        json.closeArray();
        json.name("a");
        json.openObject();
        json.closeObject();
        json.name("c");
        json.string("z");
        json.closeObject();
        json.endLine();
        QCOMPARE(text, "{\n  \"b\": [\n    \"x\",\n    \"y\"\n  ],\n  \"a\": {},\n  \"c\": \"z\"\n}\n");
    }

    void anyTextComesBack()
    {
        const auto comesBack = [](const std::string& value) {
            std::string text;
            JsonWriter json(text);
            json.openArray();
            json.string(value);
            json.string("");
            json.closeArray();
            return nlohmann::json::parse(text)[0].get<std::string>() == value;
        };
        QVERIFY(rc::check("ASCII with control characters", [&] {
            RC_ASSERT(comesBack(*rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127))));
        }));
        QVERIFY(comesBack("\x7f\"\\/\b\f\n\r\t größe 𝄞 \u2028"));
    }
};

QTEST_APPLESS_MAIN(JsonWriterTest)
#include "json_writer_test.moc"

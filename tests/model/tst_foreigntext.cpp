// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/model/codec.h"
#include "core/model/foreigntext.h"

#include <QTest>

#include <bit>
#include <limits>

using namespace plumbline;

class ForeignTextTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsEmpty()
    {
        model::ForeignText text("coco");
        QVERIFY(text.text().isEmpty());
        text.add(model::ForeignText("coco"));
        QVERIFY(text.text().isEmpty());
    }

    // Equal values must have equal bytes, whichever way they were written.
    void isWhatTheLibraryWrites()
    {
        const std::vector<double> numbers{0, -0.0, 1, 10.5, 1e-7, 123456789012345678.0, std::numeric_limits<double>::max(), -3.25};
        model::ForeignText kept("coco");
        kept.add("bbox", std::span(numbers));
        model::ForeignText text("coco");
        text.add("id", std::numeric_limits<std::int64_t>::min());
        text.add(kept);
        text.add("area", 12.5);
        text.add("none", std::numeric_limits<double>::quiet_NaN());
        text.add("text", Json("a \"quoted\" ü"));
        text.addForeign("na\"me", Json{{"deep", Json::array({1, nullptr, true})}});
        Json expected;
        Json &coco = expected["coco"];
        coco["id"] = std::numeric_limits<std::int64_t>::min();
        coco["bbox"] = numbers;
        coco["area"] = 12.5;
        coco["none"] = std::numeric_limits<double>::quiet_NaN();
        coco["text"] = "a \"quoted\" ü";
        coco["na\"me"] = Json{{"deep", Json::array({1, nullptr, true})}};
        QCOMPARE(text.text(), base::toJsonLine(expected));
        text.clear();
        QVERIFY(text.text().isEmpty());
    }

    void anyDouble()
    {
        base::SeededRandom random(7);
        model::ForeignText text("x");
        for (int i = 0; i < 20000; ++i) {
            const auto value = i % 2 == 0 ? std::bit_cast<double>(random.next()) : random.uniform(-1000, 1000);
            text.clear();
            text.add("v", value);
            Json expected;
            expected["x"]["v"] = value;
            QCOMPARE(text.text(), base::toJsonLine(expected));
        }
    }

    void standsForExtra()
    {
        model::Annotation annotation;
        annotation.geometry = geometry::Box{1, 2, 3, 4};
        model::ForeignText text("coco");
        text.add("id", std::int64_t{18});
        text.add("area", 2.5);
        base::CborWriter writer;
        model::encodeInto(writer, annotation, text.text());
        annotation.extra = Json{{"coco", {{"id", 18}, {"area", 2.5}}}};
        QCOMPARE(writer.take(), model::encode(annotation));
    }
};

QTEST_GUILESS_MAIN(ForeignTextTest)
#include "tst_foreigntext.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/goldscore.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace plumbline;
using model::Annotation;
using quality::AnnotatorScore;
using quality::explainAgainstGold;
using quality::GoldKey;
using quality::GoldOutcome;
using quality::GoldRemark;
using quality::scoreAgainstGold;
using Annotations = std::vector<Annotation>;

namespace {

ClassId classNamed(const char *name)
{
    return ClassId{Uuid::fromName("test", name)};
}

Annotation box(const char *className, double x, double y, double w, double h, model::Role role = model::Role::Object)
{
    Annotation annotation;
    annotation.labelClass = classNamed(className);
    annotation.geometry = geometry::Box{x, y, w, h};
    annotation.role = role;
    return annotation;
}

Annotation tag(const char *className)
{
    Annotation annotation;
    annotation.labelClass = classNamed(className);
    annotation.geometry = geometry::ItemLabel{};
    return annotation;
}

bool addsUp(const GoldOutcome &o)
{
    return o.wrong == o.missed + o.invented + o.wrongClass + o.loose + o.cannotLabelWrong;
}

GoldOutcome randomOutcome(base::SeededRandom &random)
{
    const char *names[] = {"car", "bus", "person"};
    Annotations truth;
    Annotations said;
    for (std::uint64_t i = random.below(6); i > 0; --i) {
        truth.push_back(box(names[random.below(3)], random.uniform(0, 300), random.uniform(0, 300), 50, 50));
        if (random.below(8) != 0) {
            said.push_back(truth.back());
            auto &shape = std::get<geometry::Box>(said.back().geometry);
            shape.x += random.normal(0, 6);
            if (random.below(6) == 0)
                said.back().labelClass = classNamed(names[random.below(3)]);
        }
    }
    if (random.below(5) == 0)
        said.push_back(box("car", 600, 0, 20, 20));
    const auto confidence = random.below(3) == 0 ? std::optional<double>() : std::optional<double>(random.uniform());
    return scoreAgainstGold({{truth}, random.below(9) == 0}, said, random.below(12) == 0, confidence);
}

}  // namespace

class TestGoldScore final : public QObject
{
    Q_OBJECT

private slots:
    void everyKindOfDecision()
    {
        const GoldKey key{{{box("car", 0, 0, 100, 100), box("car", 200, 0, 100, 100), box("bus", 400, 0, 100, 100), box("dog", 600, 0, 100, 100)}},
                          false};
        const Annotations said{
            box("car", 0, 0, 100, 100),    // right
            box("car", 260, 0, 100, 100),  // IoU 1/4: loose
            box("car", 400, 0, 100, 100),  // a bus: wrong class
            box("cat", 0, 500, 50, 50),    // invented
        };
        const GoldOutcome outcome = scoreAgainstGold(key, said, false, 0.75);
        QCOMPARE(outcome.right, 1);
        QCOMPARE(outcome.loose, 1);
        QCOMPARE(outcome.wrongClass, 1);
        QCOMPARE(outcome.missed, 1);
        QCOMPARE(outcome.invented, 1);
        QCOMPARE(outcome.wrong, 4);
        QVERIFY(addsUp(outcome));
        QVERIFY(!outcome.allRight);
        QCOMPARE(outcome.iouSum, 1.0);
        QCOMPARE(outcome.iouCount, 1);
        QCOMPARE(outcome.confidence, std::optional<double>(0.75));
        const ClassId none;
        const quality::ConfusionCounts expected{{{classNamed("car"), classNamed("car")}, 1}, {{classNamed("car"), none}, 1},
                                                {{classNamed("bus"), classNamed("car")}, 1}, {{classNamed("dog"), none}, 1},
                                                {{none, classNamed("cat")}, 1}};
        QCOMPARE(outcome.confusion, expected);

        const std::vector<GoldRemark> remarks = explainAgainstGold(key, said, false);
        QCOMPARE(remarks.size(), std::size_t(4));
        QCOMPARE(remarks[0].kind, GoldRemark::Kind::Loose);
        QCOMPARE(remarks[0].iou, 0.25);
        QCOMPARE(*remarks[0].said, said[1]);
        QCOMPARE(remarks[1].kind, GoldRemark::Kind::WrongClass);
        QCOMPARE(*remarks[1].truth, key.answers[0][2]);
        QCOMPARE(remarks[2].kind, GoldRemark::Kind::Missed);
        QVERIFY(!remarks[2].said);
        QCOMPARE(remarks[3].kind, GoldRemark::Kind::Invented);
        QVERIFY(!remarks[3].truth);
    }

    void looseLimits()
    {
        const GoldKey key{{{box("car", 0, 0, 100, 100)}}, false};
        // Overlap 20 of 180: IoU 1/9, above 0.1; 18 of 182 is below.
        QCOMPARE(scoreAgainstGold(key, {box("car", 80, 0, 100, 100)}, false).wrong, 1);
        QCOMPARE(scoreAgainstGold(key, {box("car", 82, 0, 100, 100)}, false).wrong, 2);
        // Loose and of another class: nothing says that it was meant for this object.
        const GoldOutcome both = scoreAgainstGold(key, {box("bus", 60, 0, 100, 100)}, false);
        QCOMPARE(both.missed, 1);
        QCOMPARE(both.invented, 1);
        QCOMPARE(scoreAgainstGold(key, {box("car", 60, 0, 100, 100)}, false, {}, {0.25, 0.5, 0.1}).right, 1);
        // Two loose outlines of one object: one is meant for it, the other is invented.
        const GoldOutcome twice = scoreAgainstGold(key, {box("car", 60, 0, 100, 100), box("car", 0, 60, 100, 100)}, false);
        QCOMPARE(twice.loose, 1);
        QCOMPARE(twice.invented, 1);
        QCOMPARE(twice.missed, 0);
    }

    void nothingToFind()
    {
        const GoldOutcome empty = scoreAgainstGold({}, {}, false);
        QCOMPARE(empty.right, 1);
        QVERIFY(empty.allRight);
        QVERIFY(empty.confusion.empty());
        QCOMPARE(scoreAgainstGold({{{}}, false}, {}, false).right, 1);
        const GoldOutcome invented = scoreAgainstGold({}, {box("car", 0, 0, 5, 5)}, false);
        QCOMPARE(invented.right, 0);
        QCOMPARE(invented.invented, 1);
        // Only what an ignore region excuses: still nothing to find.
        const GoldKey ignoring{{{box("car", 0, 0, 90, 90, model::Role::Ignore)}}, false};
        QCOMPARE(scoreAgainstGold(ignoring, {box("car", 5, 5, 9, 9)}, false).right, 1);
    }

    void cannotLabel()
    {
        const GoldKey labels{{{box("car", 0, 0, 9, 9), box("car", 50, 0, 9, 9)}}, false};
        const GoldKey never{{}, true};
        const GoldKey either{labels.answers, true};

        const GoldOutcome gaveUp = scoreAgainstGold(labels, {}, true);
        QCOMPARE(gaveUp.n(), 1);
        QCOMPARE(gaveUp.cannotLabelWrong, 1);
        QVERIFY(addsUp(gaveUp));
        QCOMPARE(explainAgainstGold(labels, {}, true).at(0).kind, GoldRemark::Kind::ShouldNotBeCannotLabel);

        QVERIFY(scoreAgainstGold(never, {}, true).allRight);
        QVERIFY(explainAgainstGold(never, {}, true).empty());
        for (const Annotations &said : {Annotations{}, Annotations{box("car", 0, 0, 9, 9), box("car", 50, 0, 9, 9)}}) {
            const GoldOutcome tried = scoreAgainstGold(never, said, false);
            QCOMPARE(tried.wrong, 1);
            QCOMPARE(tried.n(), 1);
            QCOMPARE(explainAgainstGold(never, said, false).at(0).kind, GoldRemark::Kind::ShouldBeCannotLabel);
        }

        QVERIFY(scoreAgainstGold(either, {}, true).allRight);
        QCOMPARE(scoreAgainstGold(either, labels.answers[0], false).right, 2);
        QCOMPARE(scoreAgainstGold(either, {}, false).missed, 2);
    }

    void severalAnswers()
    {
        const Annotations whole{box("car", 0, 0, 100, 100)};
        const Annotations parts{box("car", 0, 0, 50, 100), box("car", 50, 0, 50, 100)};
        const GoldKey key{{whole, parts}, false};
        QVERIFY(scoreAgainstGold(key, whole, false).allRight);
        QCOMPARE(scoreAgainstGold(key, parts, false).right, 2);
        // Half of the parts: one right and one missed (share 1/2) beats the whole (IoU 1/2 is right, share 1).
        QCOMPARE(scoreAgainstGold(key, {parts[0]}, false).right, 1);
        QVERIFY(scoreAgainstGold(key, {parts[0]}, false).allRight);
        // Too thin for the whole: the parts explain it better.
        const GoldOutcome thin = scoreAgainstGold(key, {box("car", 0, 0, 40, 100)}, false);
        QCOMPARE(thin.right, 1);
        QCOMPARE(thin.missed, 1);
        QCOMPARE(explainAgainstGold(key, {box("car", 0, 0, 40, 100)}, false).at(0).truth, std::optional<Annotation>(parts[1]));
        // Equal shares: the tighter answer counts.
        const GoldKey close{{{box("car", 10, 0, 100, 100)}, {box("car", 1, 0, 100, 100)}}, false};
        QCOMPARE(scoreAgainstGold(close, whole, false).iouSum, 99.0 / 101.0);
    }

    void tagsAndKindsNotJudged()
    {
        const GoldKey day{{{tag("day")}}, false};
        const GoldOutcome right = scoreAgainstGold(day, {tag("day")}, false);
        QVERIFY(right.allRight);
        QCOMPARE(right.iouCount, 0);
        const GoldOutcome wrong = scoreAgainstGold(day, {tag("night")}, false);
        QCOMPARE(wrong.n(), 1);
        QCOMPARE(wrong.wrongClass, 1);
        Annotation line = tag("lane");
        line.geometry = geometry::Polyline{{{0, 0}, {5, 5}}};
        const GoldOutcome unjudged = scoreAgainstGold({{{line}}, false}, {}, false);
        QCOMPARE(unjudged.n(), 0);
        QVERIFY(!unjudged.allRight);
    }

    void confidenceIsChecked()
    {
        for (const double bad : {-0.1, 1.5, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
            QVERIFY(!scoreAgainstGold({}, {}, false, bad).confidence);
    }

    void sumEqualsDecisions()
    {
        base::SeededRandom random(41);
        AnnotatorScore score;
        for (int i = 0; i < 300; ++i) {
            const GoldOutcome outcome = randomOutcome(random);
            QVERIFY(addsUp(outcome));
            score.add(outcome);
        }
        std::int64_t entries = 0;
        for (const auto &[classes, count] : score.confusion())
            entries += count;
        QVERIFY(entries > 300 && entries <= score.n());
        std::int64_t rowEntries = 0;
        for (const auto &[labelClass, perClass] : score.perClass()) {
            QVERIFY(perClass.right <= perClass.n);
            rowEntries += perClass.n;
        }
        QCOMPARE(rowEntries, entries - score.invented());
        QCOMPARE(score.items(), 300);
        QVERIFY(score.meanIou().value() > 0.5 && score.meanIou().value() <= 1);
    }

    // After any sequence of arrivals and withdrawals the sum equals the batch over what is left, exactly.
    void incrementalEqualsBatch()
    {
        base::SeededRandom random(7);
        std::vector<GoldOutcome> outcomes;
        for (int i = 0; i < 120; ++i)
            outcomes.push_back(randomOutcome(random));
        for (int round = 0; round < 60; ++round) {
            for (std::size_t i = outcomes.size() - 1; i > 0; --i)
                std::swap(outcomes[i], outcomes[random.below(i + 1)]);
            AnnotatorScore incremental;
            std::vector<GoldOutcome> present;
            for (const GoldOutcome &outcome : outcomes) {
                incremental.add(outcome);
                present.push_back(outcome);
                if (random.below(3) == 0) {
                    const auto gone = present.begin() + static_cast<std::ptrdiff_t>(random.below(present.size()));
                    incremental.remove(*gone);
                    present.erase(gone);
                }
                if (random.below(10) == 0) {
                    AnnotatorScore batch;
                    for (const GoldOutcome &o : present)
                        batch.add(o);
                    QVERIFY(incremental == batch);
                    QCOMPARE(incremental.perClass(), batch.perClass());
                }
            }
            for (const GoldOutcome &outcome : present)
                incremental.remove(outcome);
            QVERIFY(incremental == AnnotatorScore());
        }
    }

    void storedForms()
    {
        base::SeededRandom random(99);
        AnnotatorScore score;
        for (int i = 0; i < 50; ++i) {
            const GoldOutcome outcome = randomOutcome(random);
            score.add(outcome);
            base::CborWriter writer;
            encode(writer, outcome);
            base::CborReader reader(writer.data());
            QCOMPARE(quality::decodeGoldOutcome(reader), outcome);
            QVERIFY(reader.complete());
        }
        base::CborWriter writer;
        score.encode(writer);
        base::CborReader reader(writer.data());
        QVERIFY(AnnotatorScore::decode(reader) == score);
        QVERIFY(reader.complete());
        for (qsizetype length = 0; length < writer.data().size(); ++length) {
            base::CborReader cut(QByteArrayView(writer.data()).first(length));
            QVERIFY(AnnotatorScore::decode(cut) == AnnotatorScore());
            QVERIFY(cut.failed());
        }
        GoldOutcome impossible;
        impossible.missed = -1;
        base::CborWriter bad;
        encode(bad, impossible);
        base::CborReader badReader(bad.data());
        QCOMPARE(quality::decodeGoldOutcome(badReader), GoldOutcome());
        QVERIFY(badReader.failed());
    }
};

QTEST_GUILESS_MAIN(TestGoldScore)
#include "tst_goldscore.moc"

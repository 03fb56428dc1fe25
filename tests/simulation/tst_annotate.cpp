// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/overlap.h"
#include "core/simulation/street.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::simulation;

namespace {

constexpr int pictures = 2000;

// Small pictures: what people do does not depend on the size.
const std::vector<StreetScene> &scenes()
{
    static const std::vector<StreetScene> list = [] {
        std::vector<StreetScene> made;
        for (std::uint64_t seed = 0; seed < 200; ++seed)
            made.push_back(makeStreet(seed, {320, 200, 3, 9}));
        return made;
    }();
    return list;
}

struct Tally {
    int objects = 0;
    int wrong = 0;
    int inventions = 0;
};

Tally work(const AnnotatorProfile &profile, std::uint64_t seed)
{
    base::SeededRandom random(seed);
    Tally tally;
    for (int i = 0; i < pictures; ++i) {
        const StreetScene &scene = scenes()[static_cast<std::size_t>(i) % scenes().size()];
        const SimulatedWork done = annotate(scene, profile, random);
        tally.objects += static_cast<int>(scene.objects.size());
        tally.wrong += done.wrongDecisions - done.inventions;
        tally.inventions += done.inventions;
    }
    return tally;
}

AnnotatorProfile profileOf(double miss, double wrongClass, double loose, double invent)
{
    AnnotatorProfile profile;
    profile.missRate = miss;
    profile.wrongClassRate = wrongClass;
    profile.looseRate = loose;
    profile.inventRate = invent;
    return profile;
}

}  // namespace

class TestAnnotate : public QObject
{
    Q_OBJECT

private slots:
    void wrongDecisionsMatchTheErrorRate_data()
    {
        QTest::addColumn<double>("miss");
        QTest::addColumn<double>("wrongClass");
        QTest::addColumn<double>("loose");
        QTest::addColumn<double>("invent");
        QTest::newRow("perfect") << 0.0 << 0.0 << 0.0 << 0.0;
        QTest::newRow("misses") << 0.2 << 0.0 << 0.0 << 0.0;
        QTest::newRow("wrong classes") << 0.0 << 0.1 << 0.0 << 0.0;
        QTest::newRow("loose") << 0.0 << 0.0 << 0.3 << 0.0;
        QTest::newRow("mixed") << 0.08 << 0.05 << 0.08 << 0.15;
        QTest::newRow("hopeless") << 1.0 << 1.0 << 1.0 << 1.0;
    }

    void wrongDecisionsMatchTheErrorRate()
    {
        QFETCH(double, miss);
        QFETCH(double, wrongClass);
        QFETCH(double, loose);
        QFETCH(double, invent);
        const AnnotatorProfile profile = profileOf(miss, wrongClass, loose, invent);
        const Tally tally = work(profile, 11);
        QVERIFY(tally.objects > 3 * pictures);
        // Four standard errors of a share.
        const auto tolerance = [](double rate, int count) { return 4 * std::sqrt(rate * (1 - rate) / count) + 1e-12; };
        const double measured = static_cast<double>(tally.wrong) / tally.objects;
        QVERIFY2(std::abs(measured - profile.errorRate()) <= tolerance(profile.errorRate(), tally.objects),
                 qPrintable(QStringLiteral("%1 instead of %2").arg(measured).arg(profile.errorRate())));
        const double inventions = static_cast<double>(tally.inventions) / pictures;
        // A full picture leaves no room for an invention: seldom, and never the other way.
        QVERIFY(inventions <= invent + tolerance(invent, pictures));
        QVERIFY2(inventions >= invent * 0.97 - tolerance(invent, pictures), qPrintable(QString::number(inventions)));
    }

    void aRightLabelOverlapsWell()
    {
        AnnotatorProfile shaky;
        shaky.jitterPixels = 6;
        base::SeededRandom random(5);
        int moved = 0;
        for (const StreetScene &scene : scenes()) {
            const auto truth = truthOf(scene);
            const SimulatedWork done = annotate(scene, shaky, random);
            QCOMPARE(done.labels.size(), truth.size());
            QCOMPARE(done.wrongDecisions, 0);
            for (std::size_t i = 0; i < truth.size(); ++i) {
                QCOMPARE(done.labels[i].className, truth[i].className);
                QCOMPARE(done.labels[i].geometry.index(), truth[i].geometry.index());
                QCOMPARE(geometry::whyInvalid(done.labels[i].geometry), QString());
                QVERIFY(geometry::iou(truth[i].geometry, done.labels[i].geometry) > 0.7);
                moved += done.labels[i].geometry != truth[i].geometry;
            }
        }
        QVERIFY(moved > static_cast<int>(scenes().size()));
    }

    void aLooseLabelIsLooseButNear()
    {
        base::SeededRandom random(6);
        double lowest = 1;
        double highest = 0;
        for (const StreetScene &scene : scenes()) {
            const auto truth = truthOf(scene);
            const SimulatedWork done = annotate(scene, profileOf(0, 0, 1, 0), random);
            QCOMPARE(done.labels.size(), truth.size());
            for (std::size_t i = 0; i < truth.size(); ++i) {
                const double iou = geometry::iou(truth[i].geometry, done.labels[i].geometry);
                lowest = std::min(lowest, iou);
                highest = std::max(highest, iou);
                QVERIFY2(iou >= 0.1 && iou <= 0.4, qPrintable(QStringLiteral("IoU %1").arg(iou)));
                QCOMPARE(geometry::whyInvalid(done.labels[i].geometry), QString());
            }
        }
        QVERIFY(lowest < 0.2 && highest > 0.3);
    }

    void everyLabelLiesInsideThePicture()
    {
        base::SeededRandom random(7);
        for (const StreetScene &scene : scenes())
            for (const SimulatedLabel &label : annotate(scene, profileOf(0, 0.1, 0.5, 1), random).labels) {
                const auto box = geometry::boundsOf(label.geometry);
                QVERIFY(box && box->w > 0 && box->h > 0);
                QVERIFY(box->x >= 0 && box->y >= 0 && box->right() <= scene.width + 1e-9 && box->bottom() <= scene.height + 1e-9);
                QVERIFY(streetClasses().contains(label.className));
            }
    }

    void wrongClassesAreWrongAndAllOccur()
    {
        base::SeededRandom random(8);
        QStringList given;
        for (const StreetScene &scene : scenes()) {
            const auto truth = truthOf(scene);
            const SimulatedWork done = annotate(scene, profileOf(0, 1, 0, 0), random);
            for (std::size_t i = 0; i < truth.size(); ++i) {
                QVERIFY(done.labels[i].className != truth[i].className);
                if (!given.contains(done.labels[i].className))
                    given.append(done.labels[i].className);
            }
        }
        QCOMPARE(given.size(), streetClasses().size());
    }

    void inventionsStandApart()
    {
        base::SeededRandom random(9);
        for (const StreetScene &scene : scenes()) {
            const SimulatedWork done = annotate(scene, profileOf(1, 0, 0, 1), random);
            QCOMPARE(static_cast<int>(done.labels.size()), done.inventions);
            QCOMPARE(done.wrongDecisions, static_cast<int>(scene.objects.size()) + done.inventions);
            for (const SimulatedLabel &label : done.labels)
                for (const SimulatedLabel &real : truthOf(scene))
                    QVERIFY(geometry::iou(label.geometry, real.geometry) < 0.5);
        }
    }

    void confidenceIsTheChanceOfBeingRight()
    {
        AnnotatorProfile profile = profileOf(0.02, 0.02, 0.02, 0);
        base::SeededRandom random(10);
        double stated = 0;
        int right = 0;
        for (int i = 0; i < pictures; ++i) {
            const SimulatedWork done = annotate(scenes()[static_cast<std::size_t>(i) % scenes().size()], profile, random);
            stated += done.confidence;
            right += done.wrongDecisions == 0;
        }
        QVERIFY(std::abs(stated - right) / pictures < 0.04);
        profile.confidenceBias = 5;
        QCOMPARE(annotate(scenes().front(), profile, random).confidence, 1.0);
        profile.confidenceBias = -5;
        QCOMPARE(annotate(scenes().front(), profile, random).confidence, 0.0);
    }

    void theSameSeedWorksTheSame()
    {
        const AnnotatorProfile profile = profileOf(0.2, 0.2, 0.2, 0.2);
        base::SeededRandom a(3);
        base::SeededRandom b(3);
        for (const StreetScene &scene : scenes()) {
            const SimulatedWork first = annotate(scene, profile, a);
            const SimulatedWork second = annotate(scene, profile, b);
            QCOMPARE(first.labels.size(), second.labels.size());
            for (std::size_t i = 0; i < first.labels.size(); ++i)
                QVERIFY(first.labels[i].geometry == second.labels[i].geometry
                        && first.labels[i].className == second.labels[i].className);
        }
    }
};

QTEST_APPLESS_MAIN(TestAnnotate)
#include "tst_annotate.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/rulefindings.h"
#include "plugins/views/scene/tests/scenefixture.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;

/// Checks while labeling in a real window: what is found appears, is stepped to, and goes away when it is put right.
class TestSceneChecks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        theme::applyTheme(*qApp, theme::darkTheme());
    }
    void standsASunkenBoxOnTheGround();
    void stepsThroughAllFrames();
    void givesATrackItsSize();
    void saysWhatCannotBeDone();
};

void TestSceneChecks::standsASunkenBoxOnTheGround()
{
    GeneratedStreet street;
    SceneFixture f(street);
    itemmodels::RuleFindings findings;
    findings.setEditing(&f.document());
    geometry::Cuboid sunken = street.cars(0)[0];
    sunken.centre[2] -= 0.6;
    const AnnotationId id = f.document().add(sunken).id;
    f.document().add(street.cars(0)[1]);
    QTRY_COMPARE(findings.broken().size(), std::size_t(1));
    QCOMPARE(findings.broken()[0].rule, QStringLiteral("scene.ground"));
    QCOMPARE(findings.broken()[0].labels, std::vector{id});
    const QString text = findings.broken()[0].text;
    QVERIFY2(text.contains(QStringLiteral("below the ground")), qPrintable(text));
    // The generated ground is flat but for 1 cm of noise.
    const double said = text.section(QLatin1Char(' '), -5, -5).toDouble();
    QVERIFY2(std::abs(said - 0.6) < 0.06, qPrintable(text));
    QVERIFY(f.document().marks().flagged.contains(id));
    f.key(Qt::Key_F4);
    QVERIFY(f.document().selection() == QSet<AnnotationId>{id});
    QCOMPARE(f.surface().overlay().content().remarks, QStringList{text});
    QVERIFY(f.host.hints.last().contains(QStringLiteral("puts it right")));
    f.shot("scene-finding");
    const std::size_t pushes = f.document().pushes();
    f.key(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(f.document().pushes(), pushes + 1);
    QTRY_VERIFY(findings.broken().empty());
    QVERIFY(std::abs(f.cuboidOf(id).centre[2] - street.cars(0)[0].centre[2]) < 0.06);
    QVERIFY(!f.document().marks().flagged.contains(id));
    QVERIFY(f.surface().overlay().content().remarks.isEmpty());
    f.shot("scene-finding-fixed");
    f.document().undo();
    QTRY_COMPARE(findings.broken().size(), std::size_t(1));
    f.document().redo();
    QTRY_VERIFY(findings.broken().empty());
}

void TestSceneChecks::stepsThroughAllFrames()
{
    GeneratedStreet street;
    SceneFixture f(street);
    itemmodels::RuleFindings findings;
    findings.setEditing(&f.document());
    QSignalSpy changes(&findings, &itemmodels::IssueSource::changed);
    // In frames 1 and 3, which nobody has looked at.
    std::vector<AnnotationId> ids;
    for (const int frame : {1, 3}) {
        geometry::Cuboid empty = street.cars(frame)[0];
        empty.centre[0] = 90 + frame;  // further than any point
        const AnnotationId id = f.document().add(empty).id;
        f.document().change(id, [&](model::Annotation &label) { label.frame = f.document().frameRef(frame); });
        ids.push_back(id);
    }
    QTRY_VERIFY(!f.view->checks().isCounting());
    QVERIFY(findings.broken().empty());
    f.key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(findings.broken().size(), std::size_t(2));
    QVERIFY(changes.count() > 0);
    QCOMPARE(findings.broken()[0].text, QStringLiteral("No point lies in car."));
    QCOMPARE(findings.findings()[1].issue.place, QStringLiteral("frame 4"));
    QVERIFY(f.host.hints.last().contains(QStringLiteral("boxes with findings: 2")));
    f.key(Qt::Key_F4);
    QCOMPARE(f.document().frame(), std::int64_t(1));
    QVERIFY(f.document().selection() == QSet<AnnotationId>{ids[0]});
    f.key(Qt::Key_F4);
    QCOMPARE(f.document().frame(), std::int64_t(3));
    f.key(Qt::Key_F4);  // round to the first
    QCOMPARE(f.document().frame(), std::int64_t(1));
    f.key(Qt::Key_F4, Qt::ShiftModifier);
    QCOMPARE(f.document().frame(), std::int64_t(3));
    QVERIFY(f.host.hints.last().startsWith(QStringLiteral("2 of 2")));
    // Nothing of it is left for another item.
    model::Item other = *f.document().item();
    other.id = f.document().identity.ids.make<ItemId>();
    f.document().showItem(other);
    QVERIFY(findings.broken().empty());
    QVERIFY(f.document().boxPoints().isEmpty());
}

void TestSceneChecks::givesATrackItsSize()
{
    GeneratedStreet street;
    SceneFixture f(street);
    itemmodels::RuleFindings findings;
    findings.setEditing(&f.document());
    const auto track = f.document().newTrackId();
    std::vector<AnnotationId> ids;
    for (int frame = 0; frame < 3; ++frame) {
        geometry::Cuboid car = street.cars(frame)[0];
        if (frame == 2) {
            car.size = {5, car.size[1], 2.5};
            car.centre[2] += 0.5;
        }
        ids.push_back(f.document().add(car).id);
        f.document().change(ids.back(), [&](model::Annotation &label) {
            label.frame = f.document().frameRef(frame);
            label.track = track;
        });
    }
    QTRY_COMPARE(findings.broken().size(), std::size_t(1));
    QCOMPARE(findings.broken()[0].rule, QStringLiteral("scene.track-size"));
    f.document().setFrame(2);
    f.waitForPoints();
    f.document().select({ids[2]});
    f.key(Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(findings.broken().empty());
    const geometry::Cuboid fixed = f.cuboidOf(ids[2]);
    const geometry::Cuboid truth = street.cars(2)[0];
    QVERIFY(fixed.size == truth.size);
    for (std::size_t axis = 0; axis < 3; ++axis)
        QVERIFY(std::abs(fixed.centre[axis] - truth.centre[axis]) < 1e-9);
}

void TestSceneChecks::saysWhatCannotBeDone()
{
    GeneratedStreet street(1);
    SceneFixture f(street);
    itemmodels::RuleFindings findings;
    findings.setEditing(&f.document());
    f.key(Qt::Key_F4);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("Nothing is found")));
    f.key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("no boxes")));
    f.key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(f.host.hints.last().contains(QStringLiteral("can be put right")));
    QCOMPARE(f.document().pushes(), std::size_t(0));
    geometry::Cuboid sunken = street.cars(0)[0];
    sunken.centre[2] -= 0.6;
    const AnnotationId id = f.document().add(sunken).id;
    QTRY_COMPARE(findings.broken().size(), std::size_t(1));
    f.document().select({id});
    f.document().open = false;  // submitted
    f.key(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(f.document().pushes(), std::size_t(0));
    QVERIFY(f.host.hints.last().contains(QStringLiteral("cannot be changed")));
    // A sweep that is not there.
    f.document().open = true;
    QVERIFY(QFile::remove(street.folder.filePath(QStringLiteral("sweep0.bin"))));
    f.key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.host.hints.last().contains(QStringLiteral("sweep0.bin")));
}

QTEST_MAIN(TestSceneChecks)
#include "tst_scenechecks.moc"

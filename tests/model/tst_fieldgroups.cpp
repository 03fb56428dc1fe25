// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "tests/model/randomvalues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::model;
using test::RandomValues;

namespace {

// What no operation changes.
Annotation withIdentityOf(Annotation annotation, const Annotation &from)
{
    annotation.id = from.id;
    annotation.item = from.item;
    annotation.layer = from.layer;
    annotation.createdMicroseconds = from.createdMicroseconds;
    annotation.revision = from.revision;
    return annotation;
}

}  // namespace

class TestFieldGroups : public QObject
{
    Q_OBJECT

private slots:
    void allChangedGroupsMakeTheNewValue()
    {
        RandomValues values(1);
        const Schema schema = test::sampleSchema();
        for (int i = 0; i < 500; ++i) {
            const Annotation before = values.annotation(schema);
            Annotation after = withIdentityOf(values.annotation(schema), before);
            if (values.flag())
                after.attributes = before.attributes;
            Annotation folded = before;
            const QStringList groups = changedGroups(before, after);
            for (const QString &group : groups)
                QVERIFY_RESULT(applyGroup(folded, group, encodeGroup(after, group)));
            QVERIFY(folded == after);
            QVERIFY(changedGroups(folded, after).isEmpty());
            // And back: undo writes the before values.
            for (const QString &group : groups)
                QVERIFY_RESULT(applyGroup(folded, group, encodeGroup(before, group)));
            QVERIFY(folded == before);
        }
    }

    void oneChangeIsOneGroup_data()
    {
        QTest::addColumn<QString>("group");
        for (const char *group : {"class", "extra", "frame", "geometry", "group", "order", "origin", "role", "score", "track", "unsure",
                                  "verdict", "attribute:colour", "attribute:"})
            QTest::newRow(group) << QString::fromLatin1(group);
    }

    void oneChangeIsOneGroup()
    {
        QFETCH(QString, group);
        Annotation before;
        before.attributes[QStringLiteral("other")] = true;
        Annotation after = before;
        if (group == QLatin1String("class"))
            after.labelClass = ClassId{Uuid::fromName("c", "1")};
        else if (group == QLatin1String("extra"))
            after.extra = {{"a", 1}};
        else if (group == QLatin1String("frame"))
            after.frame = FrameRef{};
        else if (group == QLatin1String("geometry"))
            after.geometry = geometry::Box{1, 2, 3, 4};
        else if (group == QLatin1String("group"))
            after.group = GroupId{Uuid::fromName("g", "1")};
        else if (group == QLatin1String("order"))
            after.zOrder = -4;
        else if (group == QLatin1String("origin"))
            after.parent = AnnotationId{Uuid::fromName("c", "1")};
        else if (group == QLatin1String("role"))
            after.role = Role::Crowd;
        else if (group == QLatin1String("score"))
            after.score = 0.5;
        else if (group == QLatin1String("track"))
            after.track = TrackId{Uuid::fromName("c", "1")};
        else if (group == QLatin1String("unsure"))
            after.unsure = true;
        else if (group == QLatin1String("verdict"))
            after.verdict = Verdict::Rejected;
        else
            after.attributes[group.mid(10)] = CannotTell{};
        QCOMPARE(changedGroups(before, after), QStringList(group));
        QCOMPARE(changedGroups(after, before), QStringList(group));
        QVERIFY(changedGroups(after, after).isEmpty());
    }

    void unsetAndAbsentAttributesDiffer()
    {
        Annotation absent;
        Annotation unset;
        unset.attributes[QStringLiteral("k")] = std::monostate{};
        const QString group = QStringLiteral("attribute:k");
        QCOMPARE(changedGroups(absent, unset), QStringList(group));
        Annotation folded = unset;
        QVERIFY_RESULT(applyGroup(folded, group, encodeGroup(absent, group)));
        QVERIFY(folded == absent);
    }

    void brokenDataChangesNothing()
    {
        RandomValues values(3);
        const Schema schema = test::sampleSchema();
        for (int i = 0; i < 100; ++i) {
            const Annotation before = values.annotation(schema);
            const Annotation after = withIdentityOf(values.annotation(schema), before);
            for (const QString &group : changedGroups(before, after)) {
                const QByteArray value = encodeGroup(after, group);
                for (qsizetype length = 0; length < value.size(); length += 1 + length / 8) {
                    Annotation folded = before;
                    QVERIFY_FAILS(applyGroup(folded, group, QByteArrayView(value).first(length)), ErrorCode::Corrupt);
                    QVERIFY(folded == before);
                }
                Annotation folded = before;
                QVERIFY(!applyGroup(folded, group, value + value));
                QVERIFY(folded == before);
            }
        }
    }

    void unknownGroupsAreRefused()
    {
        Annotation annotation;
        for (const QString &group :
             {QString(), QStringLiteral("layer"), QStringLiteral("Geometry"), QStringLiteral("attribute")}) {
            QVERIFY_FAILS(applyGroup(annotation, group, QByteArray::fromHex("f6")), ErrorCode::Corrupt);
            QVERIFY(encodeGroup(annotation, group).isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestFieldGroups)
#include "tst_fieldgroups.moc"

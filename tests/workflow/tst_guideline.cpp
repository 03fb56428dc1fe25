// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/workflow/goldkeys.h"
#include "core/workflow/guideline.h"
#include "core/workflow/guidelinediff.h"
#include "core/workflow/guidelinegold.h"
#include "tests/review/reviewproject.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>
#include <random>

using namespace plumbline;
using namespace plumbline::workflow;

/// A guideline that changes while people work: versions, who has read them, labels and known answers of before, scores by
/// version.
class TestGuideline : public QObject
{
    Q_OBJECT

    test::ReviewProject m;

    store::Store &store() { return m.project->store(); }
    void write(const char *text)
    {
        m.clock.advance(1'000'000);
        QVERIFY_RESULT(setGuideline(*m.project, QString::fromUtf8(text), m.lea));
    }
    [[nodiscard]] bool asked(const store::Person &person) { return unreadGuideline(store(), person)->has_value(); }
    [[nodiscard]] GuidelineStatus status(const store::Person &person)
    {
        const auto people = guidelineStatus(store());
        for (const GuidelineStatus &s : *people)
            if (s.person == person.name)
                return s;
        return {};
    }

private slots:
    void init() { m.make(3); }

    void versionsAreTheHistoryOfTheText()
    {
        QVERIFY(guidelineVersions(store())->empty());
        QVERIFY(!asked(m.anna));
        write("# Cars\nAll of them.\n");
        write("# Cars\nAll of them.\n");
        write("# Cars\nOnly whole ones.\n");
        const auto versions = guidelineVersions(store());
        QVERIFY_RESULT(versions);
        QCOMPARE(versions->size(), std::size_t(2));
        QCOMPARE(versions->at(0).number, 1);
        QCOMPARE(versions->at(0).text, QStringLiteral("# Cars\nAll of them.\n"));
        QCOMPARE(versions->at(1).author, m.lea.name);
        // printf '# Cars\nOnly whole ones.\n' | sha256sum
        QCOMPARE(versions->at(1).sha256,
                 QString::fromLatin1(QCryptographicHash::hash("# Cars\nOnly whole ones.\n", QCryptographicHash::Sha256).toHex()));
        QCOMPARE(versionAtOperation(*versions, versions->at(1).operation - 1), 1);
        QCOMPARE(versionAtOperation(*versions, versions->at(0).operation - 1), 0);
        QCOMPARE(versionAtTime(*versions, versions->at(1).microseconds), 2);
        QVERIFY_FAILS(setGuideline(*m.project, QStringLiteral("mine"), m.anna), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(setGuideline(*m.project, QStringLiteral("mine"), store::Person{m.lea.name, false}),
                      ErrorCode::PermissionDenied);
        QVERIFY_FAILS(setGuideline(*m.project, QString(2 << 20, QLatin1Char('x')), m.lea), ErrorCode::InvalidArgument);
    }

    void everybodyWhoLabelsIsAskedOnceForEachText()
    {
        write("one\n");
        QVERIFY(asked(m.anna) && asked(m.ben) && asked(m.rita));
        QVERIFY(!asked(m.lea));  // who wrote it
        QVERIFY(!asked({QStringLiteral("guest"), true}));
        const QString first = guidelineVersions(store())->back().sha256;
        QVERIFY_RESULT(confirmGuideline(store(), m.anna, first));
        QVERIFY_RESULT(confirmGuideline(store(), m.anna, first));
        QCOMPARE(guidelineReaders(store())->size(), std::size_t(1));
        QVERIFY(!asked(m.anna));
        QVERIFY(status(m.anna).current && status(m.anna).version == 1 && status(m.anna).microseconds > 0);
        QVERIFY(!status(m.ben).current && status(m.ben).version == 0);

        write("one\ntwo\n");
        const auto unread = unreadGuideline(store(), m.anna);
        QVERIFY(*unread);
        QCOMPARE((*unread)->before, QStringLiteral("one\n"));
        QCOMPARE((*unread)->version.number, 2);
        QCOMPARE(unreadGuideline(store(), m.ben)->value().before, QString());
        QVERIFY_FAILS(confirmGuideline(store(), m.anna, first), ErrorCode::Conflict);
        QVERIFY(!status(m.anna).current && status(m.anna).version == 1);
        // Back to a text that was read: nothing to read.
        write("one\n");
        QVERIFY(!asked(m.anna) && asked(m.ben));
        QCOMPARE(status(m.anna).version, 3);
        // No text, nothing to read.
        write("");
        QVERIFY(!asked(m.ben));
        QVERIFY(status(m.ben).current);
    }

    void recordsOfOthersAreNotBelieved()
    {
        write("one\n");
        for (const char *data :
             {"", "[]", "{\"form\":1}", "{\"form\":1,\"person\":\"ben\",\"sha256\":\"x\",\"version\":-1,\"at\":0}",
              "{\"form\":1,\"person\":\"ben\",\"sha256\":\"x\",\"version\":1,\"at\":\"now\"}",
              "{\"form\":1,\"person\":\"ben\",\"sha256\":\"0123\",\"version\":1,\"at\":5}"}) {
            history::GestureBuilder builder(m.ids().make<GestureId>(), QStringLiteral("Record"));
            builder.put(nullptr, model::Record{m.ids().version4(), model::RecordKind::Reading, {}, data}).notUndoable();
            m.commit(builder, m.ben);
        }
        QVERIFY(asked(m.ben));
        QCOMPARE(guidelineReaders(store())->size(), std::size_t(1));
    }

    void labelsOfBefore()
    {
        const auto before = m.draw(m.items[0], m.anna, {0, 0, 10, 10});
        write("one\n");
        QVERIFY(oldLabels(store())->empty());  // there is no earlier text
        const auto under1 = m.draw(m.items[0], m.anna, {20, 0, 10, 10});
        const auto changed = m.draw(m.items[1], m.anna, {0, 0, 10, 10});
        m.draw(m.items[2], m.ben, {0, 0, 10, 10});
        QVERIFY_RESULT(m.submit(m.items[2], m.ben));
        write("two\n");
        m.move(changed, {5, 5, 10, 10}, m.anna);
        m.draw(m.items[1], m.anna, {40, 0, 10, 10});
        auto old = oldLabels(store());
        QVERIFY_RESULT(old);
        QCOMPARE(old->size(), std::size_t(2));
        QCOMPARE(old->at(0).item, m.items[0]);
        QCOMPARE(old->at(0).layer, m.anna.name);
        QCOMPARE(old->at(0).labels, std::int64_t(2));
        QCOMPARE(old->at(0).version, 1);
        QCOMPARE(old->at(1).layer, m.ben.name);
        QCOMPARE(old->at(1).state, model::TaskState::Submitted);
        QCOMPARE(oldLabels(store(), m.ben.name)->size(), std::size_t(1));
        m.remove(under1, m.anna);
        QCOMPARE(oldLabels(store(), m.anna.name)->at(0).version, 0);
        // Whoever hands in again has looked at it.
        QVERIFY_RESULT(m.submit(m.items[0], m.anna));
        QVERIFY(oldLabels(store(), m.anna.name)->empty());
        QVERIFY(!before.id.isNull());
    }

    void keysAreLookedAtAgainAndScoresSplit()
    {
        m.draw(m.items[0], m.lea, {0, 0, 100, 100});
        m.draw(m.items[1], m.lea, {0, 0, 100, 100});
        const auto keysOf = [&](ItemId item) {
            IssueList issues;
            LayerKeys wanted;
            wanted.layer = m.lea.name;
            wanted.items = {item};
            return *keysFromLayer(*m.project, wanted, issues);
        };
        write("one\n");
        QVERIFY_RESULT(changeKeys(*m.project, keysOf(m.items[0])));
        QVERIFY_RESULT(changeKeys(*m.project, keysOf(m.items[1])));
        m.draw(m.items[0], m.anna, {0, 0, 100, 100});
        QVERIFY_RESULT(m.submit(m.items[0], m.anna));
        auto keys = keyVersions(*m.project, m.lea);
        QVERIFY_RESULT(keys);
        QCOMPARE(keys->size(), std::size_t(2));
        QCOMPARE(keys->at(0).version, 1);

        write("two\n");
        m.draw(m.items[1], m.anna, {500, 500, 100, 100});
        QVERIFY_RESULT(m.submit(m.items[1], m.anna));
        auto scores = versionScores(*m.project, m.lea);
        QVERIFY_RESULT(scores);
        QCOMPARE(scores->size(), std::size_t(2));
        QCOMPARE(scores->at(0).version, 1);
        QCOMPARE(scores->at(0).score.right(), std::int64_t(1));
        QCOMPARE(scores->at(0).onOlderKeys, std::int64_t(0));
        QCOMPARE(scores->at(1).version, 2);
        QCOMPARE(scores->at(1).score.right(), std::int64_t(0));
        QCOMPARE(scores->at(1).onOlderKeys, std::int64_t(1));

        QVERIFY_RESULT(confirmKeys(*m.project, {m.items[0]}, m.lea));
        QVERIFY_RESULT(changeKeys(*m.project, keysOf(m.items[1])));
        keys = keyVersions(*m.project, m.lea);
        QCOMPARE(keys->at(0).version, 2);
        QCOMPARE(keys->at(0).who, m.lea.name);
        QCOMPARE(keys->at(1).version, 2);
        QCOMPARE(versionScores(*m.project, m.lea)->at(1).onOlderKeys, std::int64_t(0));
        QVERIFY_FAILS(confirmKeys(*m.project, {m.items[0], m.items[2]}, m.lea), ErrorCode::NotFound);
        // Keys are for those who keep gold; nothing of it is in the project.
        QVERIFY_FAILS(keyVersions(*m.project, m.anna), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(confirmKeys(*m.project, {m.items[0]}, m.rita), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(versionScores(*m.project, store::Person{m.lea.name, false}), ErrorCode::PermissionDenied);
    }

    void linesLaidAgainstEachOther()
    {
        using Kind = DiffLine::Kind;
        const auto diff = lineDiff(QStringLiteral("a\nb\nc\nd"), QStringLiteral("a\nc\nx\nd"));
        const std::vector<DiffLine> wanted{{Kind::Same, QStringLiteral("a")},
                                           {Kind::Removed, QStringLiteral("b")},
                                           {Kind::Same, QStringLiteral("c")},
                                           {Kind::Added, QStringLiteral("x")},
                                           {Kind::Same, QStringLiteral("d")}};
        QVERIFY(diff == wanted);
        QVERIFY(lineDiff({}, {}).empty());
        QVERIFY(shortened(lineDiff(QStringLiteral("a\nb"), QStringLiteral("a\nb")), 1)
                == (std::vector<DiffLine>{{Kind::Same, QStringLiteral("…")}}));
        // Whatever the texts: what is not added is the old text, what is not removed the new one.
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            const auto text = [&] {
                QStringList lines;
                for (unsigned n = random() % 12; n > 0; --n)
                    lines.append(QString(QChar(char16_t(u'a' + random() % 4))));
                return lines.join(QLatin1Char('\n'));
            };
            const QString a = text();
            const QString b = text();
            QStringList before;
            QStringList after;
            for (const DiffLine &line : lineDiff(a, b)) {
                if (line.kind != Kind::Added)
                    before.append(line.text);
                if (line.kind != Kind::Removed)
                    after.append(line.text);
            }
            QCOMPARE(before.join(QLatin1Char('\n')), a);
            QCOMPARE(after.join(QLatin1Char('\n')), b);
        }
        // Two long texts without a common line end at once.
        QStringList many;
        QStringList others;
        for (int i = 0; i < 20000; ++i) {
            many.append(QStringLiteral("a%1").arg(i));
            others.append(QStringLiteral("b%1").arg(i));
        }
        QCOMPARE(lineDiff(many.join(QLatin1Char('\n')), others.join(QLatin1Char('\n'))).size(), std::size_t(40000));
    }
};

QTEST_GUILESS_MAIN(TestGuideline)
#include "tst_guideline.moc"

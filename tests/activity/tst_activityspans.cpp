// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/activityrecord.h"
#include "core/activity/eventlines.h"
#include "core/base/random.h"
#include "tests/support/verify.h"

#include <algorithm>
#include <random>

using namespace plumbline;
using namespace plumbline::activity;

namespace {

const ItemId a{Uuid::fromName("item", "a")};
const ItemId b{Uuid::fromName("item", "b")};
const Uuid window1 = Uuid::fromName("visit", "1");
const Uuid window2 = Uuid::fromName("visit", "2");
const QString anna = QStringLiteral("anna");
constexpr std::int64_t second = TimeRules::second;
constexpr std::int64_t midnight = 20'000 * std::int64_t(86'400) * second;

std::int64_t at(int hour, int minute, double seconds = 0)
{
    return midnight + (hour * 3600 + minute * 60) * second + static_cast<std::int64_t>(seconds * 1e6);
}

Event moment(std::int64_t when, EventKind kind, ItemId item = {}, int round = 0, const Uuid &visit = window1)
{
    return {anna, visit, when, kind, item, round};
}

Sums sumOf(const std::vector<Span> &list)
{
    Sums sums;
    for (const Span &span : list)
        sums.of(span.use) += span.end - span.begin;
    return sums;
}

/// A made-up day of two windows and edits that only the history knows: every kind of event at random moments of two hours.
std::vector<Event> randomDay(unsigned seed, int count)
{
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    std::vector<Event> events;
    for (int i = 0; i < count; ++i) {
        const int where = below(5);
        const std::int64_t when = at(9, 0) + std::int64_t(below(7200)) * second + below(1'000'000);
        const ItemId item = below(2) ? a : b;
        if (where == 0)
            events.push_back(moment(when, EventKind::Operation, item, 1, {}));
        else {
            const EventKind kind = i < 4 ? EventKind::Shown : static_cast<EventKind>(below(12));
            const bool about = kind == EventKind::Shown || kind == EventKind::Left || kind == EventKind::Operation;
            events.push_back(
                moment(when, kind, about ? item : ItemId{}, about ? 1 + below(2) : 0, where < 3 ? window1 : window2));
        }
    }
    return events;
}

}  // namespace

class TestActivitySpans : public QObject
{
    Q_OBJECT

private slots:
    // The day, written out with its sums; cap 60 s.
    //  9:00:00   a shown, waits for the picture          waiting     4.5
    //  9:00:04.5 picture there                           labeling   20.5 (to 9:00:25)
    //  9:00:25   input                                   labeling   35   (to 9:01:00)
    //  9:01:00   label made                              labeling   60   (next sign at 9:05:00: 240 s, of which 60 count)
    //  9:05:00   input                                   labeling   10   (to 9:05:10)
    //  9:05:10   guideline                               reading    50   (to 9:06:00)
    //  9:06:00   input there                             reading    30   (to 9:06:30)
    //  9:06:30   back from the guideline                 labeling    5   (to 9:06:35)
    //  9:06:35   screen locked                           –               (to 9:30:00)
    //  9:30:00   back                                    labeling   15   (to 9:30:15)
    //  9:30:15   b shown in round 2                      labeling    3   (to 9:30:18)
    //  9:30:18   remark opened                           reading    12   (to 9:30:30)
    //  9:30:30   label made: it ends the reading         labeling   30   (to 9:31:00)
    //  9:31:00   saving                                  waiting   600   (to 9:45:00: 840 s, of which 600 count)
    //  9:45:00   saved                                   labeling    0.25 (to 9:45:00.25)
    //  9:45:00.25 b left                                 nothing after the last sign
    // a: labeling 20.5 + 35 + 60 + 10 + 5 + 15 = 145.5, reading 80, waiting 4.5
    // b: labeling 3 + 30 + 0.25 = 33.25, reading 12, waiting 600
    void aDayWrittenOut()
    {
        using K = EventKind;
        Material day;
        day.events = {moment(at(9, 0), K::Shown, a, 1),
                      moment(at(9, 0), K::WaitBegun),
                      moment(at(9, 0, 4.5), K::WaitEnded),
                      moment(at(9, 0, 25), K::Input),
                      moment(at(9, 1), K::Operation, a, 1),
                      moment(at(9, 5), K::Input),
                      moment(at(9, 5, 10), K::GuidelineShown),
                      moment(at(9, 6), K::Input),
                      moment(at(9, 6, 30), K::GuidelineLeft),
                      moment(at(9, 6, 35), K::Away),
                      moment(at(9, 30), K::Back),
                      moment(at(9, 30, 15), K::Shown, b, 2),
                      moment(at(9, 30, 18), K::RemarkShown),
                      moment(at(9, 30, 30), K::Operation, b, 2),
                      moment(at(9, 31), K::WaitBegun),
                      moment(at(9, 45), K::WaitEnded),
                      moment(at(9, 45, 0.25), K::Left, b, 2)};
        day.units = {{anna, a, QStringLiteral("a.jpg"), 4, true}, {anna, b, QStringLiteral("b.jpg"), 0, false}};
        const TimeTable table = timeTable(day, {});
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.rows[0].name, QStringLiteral("a.jpg"));
        QCOMPARE(table.rows[0].round, 1);
        QCOMPARE(table.rows[0].sums, (Sums{145'500'000, 80'000'000, 4'500'000}));
        QCOMPARE(table.rows[1].name, QStringLiteral("b.jpg"));
        QCOMPARE(table.rows[1].round, 2);
        QCOMPARE(table.rows[1].sums, (Sums{33'250'000, 12'000'000, 600'000'000}));
        QCOMPARE(table.total, (Sums{178'750'000, 92'000'000, 604'500'000}));
        QCOMPARE(table.people.size(), std::size_t(1));
        // 230 s on the item with four accepted labels.
        QCOMPARE(table.people[0].acceptedItems, std::int64_t(1));
        QCOMPARE(table.people[0].perLabel().value(), std::int64_t(57'500'000));

        // The same from the exported lines, by any order of them.
        QByteArrayList lines = toLines(day).split('\n');
        std::shuffle(lines.begin() + 1, lines.end(), std::mt19937(7));
        const auto read = fromLines(lines.join('\n'));
        QVERIFY_RESULT(read);
        QCOMPARE(base::toJsonLine(toJson(timeTable(*read, {}))), base::toJsonLine(toJson(table)));
    }

    // Two windows at once, and edits of which only the history tells, in and beside the recorded time.
    void nothingCountsTwice()
    {
        using K = EventKind;
        // Window 1 labels a from 9:00:00 to 9:01:00; window 2 has b from 9:00:30 to 9:01:30, reading until 9:01:10.
        std::vector<Event> events{moment(at(9, 0), K::Shown, a, 1),
                                  moment(at(9, 0, 40), K::Input),
                                  moment(at(9, 1), K::Left, a, 1),
                                  moment(at(9, 0, 30), K::Shown, b, 1, window2),
                                  moment(at(9, 0, 30), K::GuidelineShown, {}, 0, window2),
                                  moment(at(9, 1, 10), K::GuidelineLeft, {}, 0, window2),
                                  moment(at(9, 1, 30), K::Left, b, 1, window2)};
        const auto two = spans(events, {});
        QCOMPARE(sumOf(two), (Sums{80 * second, 10 * second, 0}));
        // Known from the history alone: inside what was recorded nothing, before and after it the idle cap.
        for (const double when : {-100.0, 20.0, 85.0, 120.0, 125.0})
            events.push_back(moment(at(9, 0, when), K::Operation, a, 1, {}));
        // -100 … -40 counts, 20 and 85 lie inside; 120 … 125 counts; nothing after the last.
        QCOMPARE(sumOf(spans(events, {})), (Sums{(80 + 60 + 5) * second, 10 * second, 0}));
        // What is summed elsewhere does not count again.
        QCOMPARE(sumOf(spans(events, {}, {{anna, {{at(8, 0), at(9, 1, 20)}}}})), (Sums{(10 + 5) * second, 0, 0}));
    }

    void orderAndPartsMakeNoDifference()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::vector<Event> events = randomDay(seed, 300);
            const auto once = spans(events, {});
            std::shuffle(events.begin(), events.end(), std::mt19937(seed));
            QCOMPARE(spans(events, {}), once);
            // The same moments in parts, as they are written every few minutes, some of them twice.
            std::sort(events.begin(), events.end(), before);
            std::vector<Event> fromParts;
            for (std::size_t i = 0; i < events.size();) {
                const Uuid visit = events[i].visit;
                std::vector<Event> part;
                for (std::size_t wanted = 1 + (seed * 7 + i) % 13;
                     i < events.size() && part.size() < wanted && events[i].visit == visit; ++i)
                    part.push_back(events[i]);
                if (!visit.isNull()) {
                    const auto back = contentOf(recordOf(Uuid::fromName("r", "x"), Moments{anna, visit, part}));
                    QVERIFY_RESULT(back);
                    QCOMPARE(std::get<Moments>(*back).events, part);
                    fromParts.push_back(part.back());
                }
                fromParts.insert(fromParts.end(), part.begin(), part.end());
            }
            QCOMPARE(spans(fromParts, {}), once);
        }
    }

    void oneMomentCountsOnce()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            const std::vector<Event> events = randomDay(seed, 200);
            std::int64_t last = 0;
            std::int64_t least = events.front().at;
            std::int64_t most = least;
            for (const Event &e : events) {
                least = std::min(least, e.at);
                most = std::max(most, e.at);
            }
            for (const std::int64_t cap : {10, 30, 60, 300, 3600}) {
                const auto list = spans(events, {cap * second, 600 * second});
                std::int64_t end = 0;
                for (const Span &span : list) {
                    QVERIFY(span.begin >= end && span.end > span.begin);
                    end = span.end;
                }
                const Sums sums = sumOf(list);
                QVERIFY2(sums.total() >= last, "a longer cap counted less");
                QVERIFY(sums.total() <= most - least);
                last = sums.total();
                // Days, and halves of the day, are the whole.
                Sums days;
                for (const Summed::Day &day : byDay(list))
                    days += day.sums;
                QCOMPARE(days, sums);
                TimeQuery query;
                query.rules.idleCap = cap * second;
                Material material;
                material.events = events;
                Sums halves;
                query.to = at(9, 47, 11.5);
                halves += timeTable(material, query).total;
                query.from = std::exchange(query.to, std::nullopt);
                halves += timeTable(material, query).total;
                QCOMPARE(halves, sums);
            }
            QVERIFY(last > 0);
        }
    }

    void foreignRecords_data()
    {
        QTest::addColumn<QByteArray>("data");
        const QByteArray visit = "\"person\":\"anna\",\"visit\":\"" + window1.toString().toUtf8() + "\"";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("newer") << "{\"form\":2," + visit + ",\"from\":0,\"events\":[]}";
        QTest::newRow("nobody") << QByteArray("{\"form\":1,\"from\":0,\"events\":[]}");
        QTest::newRow("no visit") << QByteArray(
            "{\"form\":1,\"person\":\"anna\",\"visit\":\"00000000-0000-0000-0000-000000000000\",\"from\":0,\"events\":[]}");
        QTest::newRow("text for a time") << "{\"form\":1," + visit + ",\"from\":\"9\",\"events\":[]}";
        QTest::newRow("half a microsecond") << "{\"form\":1," + visit + ",\"from\":0.5,\"events\":[]}";
        QTest::newRow("beyond time") << "{\"form\":1," + visit + ",\"from\":18446744073709551615,\"events\":[]}";
        QTest::newRow("difference beyond time")
            << "{\"form\":1," + visit + ",\"from\":1,\"events\":[[18446744073709551615,\"input\"]]}";
        QTest::newRow("before time") << "{\"form\":1," + visit + ",\"from\":1,\"events\":[[-9223372036854775808,\"input\"]]}";
        QTest::newRow("unknown kind") << "{\"form\":1," + visit + ",\"from\":1,\"events\":[[0,\"slept\"]]}";
        QTest::newRow("no item") << "{\"form\":1," + visit + ",\"from\":1,\"events\":[[0,\"shown\"]]}";
        QTest::newRow("wrong item") << "{\"form\":1," + visit + ",\"from\":1,\"events\":[[0,\"shown\",\"x\",1]]}";
        QTest::newRow("wrong round") << "{\"form\":1," + visit + ",\"from\":1,\"events\":[[0,\"shown\",null,-1]]}";
        QTest::newRow("more than a day in a day")
            << QByteArray("{\"form\":1,\"summed\":{\"person\":\"anna\",\"idle_cap\":60000000,\"stretches\":[],\"days\":[[0,null,"
                          "1,86400000000,1,0]]}}");
        QTest::newRow("stretch backwards") << QByteArray(
            "{\"form\":1,\"summed\":{\"person\":\"anna\",\"idle_cap\":60000000,\"stretches\":[[2,1]],\"days\":[]}}");
        QTest::newRow("deep") << QByteArray("{\"form\":1,\"events\":") + QByteArray(5000, '[') + QByteArray(5000, ']') + '}';
    }
    void foreignRecords()
    {
        QFETCH(QByteArray, data);
        QVERIFY_FAILS(contentOf({Uuid::fromName("r", "x"), model::RecordKind::Activity, {}, data}), ErrorCode::Malformed);
    }

    void foreignLines()
    {
        const QByteArray head = "{\"form\":\"plumbline-active-time/1\"}\n";
        for (const QByteArray &lines :
             {QByteArray(), QByteArray("x"), QByteArray("{}\n"), QByteArray("{\"form\":\"other\"}\n"), head + head, head + "[]\n",
              head + "{\"event\":\"shown\"}\n", head + "{\"event\":7,\"person\":\"x\",\"at\":1}\n", head + "{\"unit\":{}}\n",
              head + "{\"summed\":[]}\n", head + "{\"event\":\"input\",\"person\":\"x\",\"at\":-1}\n"})
            QVERIFY_FAILS(fromLines(lines), ErrorCode::Malformed);
        QVERIFY_RESULT(fromLines(head));
    }
};

QTEST_GUILESS_MAIN(TestActivitySpans)
#include "tst_activityspans.moc"

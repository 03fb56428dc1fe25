// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/caseledger.h"
#include "core/adjudication/comparison.h"
#include "core/review/reviewing.h"
#include "tests/packet/sampleproject.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QTest>

#include <set>

using namespace plumbline;
using adjudication::Case;
using adjudication::RulingDraft;
using Kind = adjudication::RulingDraft::Kind;

namespace {

constexpr int copiesOfAProject = 2;
const char *const judges[] = {"boss", "rita", "rolf"};

bool copyProject(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const char *file : {"plumbline.json", "project.db"})
        if (!QFile::copy(from + QLatin1Char('/') + QLatin1String(file), to + QLatin1Char('/') + QLatin1String(file)))
            return false;
    return true;
}

/// An open project whose clock is its own, and may go back.
struct Copy {
    std::unique_ptr<test::ManualClock> clock = std::make_unique<test::ManualClock>();
    std::unique_ptr<store::Project> project;

    static Copy open(const QString &folder)
    {
        Copy copy;
        store::Store::Options options;
        options.clock = copy.clock.get();
        auto opened = store::Project::open(folder, store::Project::Access::Write, options);
        if (opened)
            copy.project = std::move(*opened);
        return copy;
    }
    [[nodiscard]] store::Project &operator*() const { return *project; }
};

/// Packet and the name of who signed it.
using Sent = std::pair<QString, QString>;

/// A project as it was when the work went out, with what one person handed in there, and the homes of two who work elsewhere.
struct Ground {
    QString base;
    std::vector<QString> homes;
    ItemId item;
};

}  // namespace

/// Whatever is done, in whichever way and order: wherever all of it is merged, it comes to the same, and nothing is lost.
class TestConvergence : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir{test::quickFolder()};
    base::SystemRandom m_random;
    test::Party m_lead{QStringLiteral("boss")};
    std::vector<test::Party> m_people;  // who work elsewhere
    std::vector<test::Party> m_judges;
    int m_number = 0;

    QString fresh(const char *what) { return m_dir.filePath(QStringLiteral("%1%2").arg(QLatin1String(what)).arg(++m_number)); }

    static Result<> edit(store::Project &mine, ItemId item, const QString &who, base::SeededRandom &random)
    {
        auto builder = test::gesture(mine);
        auto labels = test::labelsOf(mine, item, who);
        const auto what = random.below(5);
        if (labels.empty() || what < 2) {
            builder.create(test::box(mine, item, who, 20.0 + double(random.below(3)) * 8, random.below(4) == 0 ? "bus" : "car"));
        } else if (what == 2) {
            builder.remove(labels[random.below(labels.size())]);
        } else {
            const model::Annotation &label = labels[random.below(labels.size())];
            model::Annotation changed = label;
            if (what == 3)
                changed.geometry = geometry::Box{20.0 + double(random.below(30)), 10, 50, 40};
            else
                changed.labelClass = ClassId{Uuid::fromName("class", random.below(2) ? "bus" : "car")};
            if (changed == label)
                return {};
            builder.update(label, changed);
        }
        return test::commit(mine, builder, who);
    }

    Result<Ground> ground(base::SeededRandom &random)
    {
        Ground made;
        made.base = fresh("base");
        const QStringList members{QStringLiteral("ann"), QStringLiteral("bob"), QStringLiteral("eve")};
        auto lead = test::makeProject(made.base, m_lead, members, 1);
        if (!lead)
            return fail(lead.error());
        auto builder = test::gesture(**lead);
        for (const char *name : {"rita", "rolf"})
            builder.put(nullptr,
                        model::Member{QString::fromLatin1(name), QString::fromLatin1(name), QStringLiteral("reviewer"), {}});
        if (const auto done = test::commit(**lead, builder, m_lead.name); !done)
            return fail(done.error());
        made.item = test::itemsOf(**lead).front().id;
        for (const test::Party &who : m_people) {
            const QString work = fresh("work");
            packet::WorkChoice choice;
            choice.people = QStringList{who.name};
            const auto packed = packet::packWork(**lead, work, choice, m_lead.packing(), m_lead.person(), {});
            const auto reader = packet::PacketReader::open(work);
            if (!packed || !reader)
                return fail(packed ? reader.error() : packed.error());
            made.homes.push_back(fresh("home"));
            if (const auto opened = packet::openWork(**reader, made.homes.back(), who.person(), {}); !opened)
                return fail(opened.error());
        }
        for (int i = 0; i < 2; ++i)
            if (const auto done = edit(**lead, made.item, QStringLiteral("eve"), random); !done)
                return fail(done.error());
        const auto submitted = workflow::submit(**lead, made.item, {QStringLiteral("eve"), true}, {}, m_random);
        return submitted ? Result<Ground>(made) : fail(submitted.error());
    }

    Result<packet::MergeReport> merge(store::Project &into, const Sent &sent)
    {
        const auto reader = packet::PacketReader::open(sent.first);
        if (!reader)
            return fail(reader.error());
        return packet::mergePacket(into, **reader, {sent.second, true, false}, m_lead.person(), m_random, {});
    }

    const test::Party &party(const QString &name)
    {
        for (const test::Party &judge : m_judges)
            if (judge.name == name)
                return judge;
        return m_lead;
    }

    // A ruling in the window's way about some case, mostly one that is open.
    static Result<> ruleSomething(Copy &copy, ItemId item, const QString &who, base::SeededRandom &random)
    {
        const store::Person person{who, true};
        const auto comparison = adjudication::compare(*copy, item, {}, person, {});
        if (!comparison)
            return fail(comparison.error());
        if (comparison->cases.empty())
            return {};
        const Case &one = comparison->cases[random.below(std::min<std::size_t>(2, comparison->cases.size()))];
        RulingDraft draft;
        draft.caseId = one.id;
        const auto what = random.below(5);
        const std::size_t chosen = random.below(one.versions.size());
        if (what == 0) {
            draft.kind = Kind::None;
        } else if (what == 1 && one.versions.size() > 1) {
            draft.kind = Kind::Merge;
            draft.sources = {one.versions[0].source, one.versions[1].source};
        } else if (what == 2) {
            draft.kind = Kind::Edit;
            draft.result = one.versions[chosen].label;
            draft.result->geometry = geometry::Box{77.5 + double(random.below(2)), 10, 50, 40};
        } else {
            draft.sources = {one.versions[chosen].source};
        }
        const auto done = adjudication::rule(*copy, *comparison, {draft}, person);
        return done ? Result<>() : fail(done.error());
    }

    Result<> decideByPacket(store::Project &at, std::vector<Sent> &packets, base::SeededRandom &random)
    {
        const QString cases = fresh("cases");
        const auto packed = packet::packCases(at, cases, {{}, 0.5, 0.75, false}, m_lead.packing(), {});
        if (!packed)
            return packed.error().code == ErrorCode::NotFound ? Result<>() : fail(packed.error());
        const auto reader = packet::PacketReader::open(cases);
        if (!reader)
            return fail(reader.error());
        std::vector<Json> lines;
        const auto visited = (*reader)->visitLines("cases.jsonl", [&](const Json &json, std::int64_t) -> Result<> {
            if (random.below(3) > 0)
                lines.push_back(
                    {{"case", json["id"]}, {"choose", json["versions"][random.below(json["versions"].size())]["by"]}});
            return {};
        });
        if (!visited || lines.empty())
            return visited;
        const test::Party &judge = m_judges[random.below(m_judges.size())];
        const QString file = fresh("decided");
        const auto done = packet::packDecisions(**reader, file, lines, judge.packing(), {});
        if (!done)
            return fail(done.error());
        packets.emplace_back(file, judge.name);
        return {};
    }

    Result<> packRulings(store::Project &at, const QString &who, std::vector<Sent> &packets)
    {
        const QString file = fresh("rulings");
        const auto packed = packet::packRulings(at, file, who, party(who).packing(), {});
        if (packed)
            packets.emplace_back(file, who);
        return packed || packed.error().code == ErrorCode::NotFound ? Result<>() : fail(packed.error());
    }

    Result<> packAnswers(store::Project &home, const test::Party &who, std::vector<Sent> &packets)
    {
        const QString file = fresh("back");
        const auto packed = packet::packSubmissions(home, file, who.name, who.packing(), {});
        if (packed)
            packets.emplace_back(file, who.name);
        return packed || packed.error().code == ErrorCode::NotFound ? Result<>() : fail(packed.error());
    }

    // A review of somebody's work from beginning to end, where there is something to review.
    static Result<> reviewSomething(Copy &copy, ItemId item, const QString &author)
    {
        const store::Person rita{QStringLiteral("rita"), true};
        if (const auto taken = review::takeForReview(*copy, item, author, rita); !taken)
            return taken.error().code == ErrorCode::Conflict || taken.error().code == ErrorCode::NotFound ? Result<>()
                                                                                                          : fail(taken.error());
        const auto done = review::finishReview(*copy, item, author, {true}, rita);
        return done ? Result<>() : fail(done.error());
    }

    /// Everything that happens, in an order that chance makes; what travels is left in `packets`.
    Result<> happen(const Ground &on, std::vector<Copy> &copies, std::vector<Sent> &packets, base::SeededRandom &random)
    {
        std::vector<Copy> homes;
        for (const QString &home : on.homes) {
            const QString folder = fresh("h");
            if (!copyProject(home, folder))
                return fail(ErrorCode::Failed, QStringLiteral("copy"));
            homes.push_back(Copy::open(folder));
        }
        const auto anyJudge = [&] { return QString::fromLatin1(judges[random.below(std::size(judges))]); };
        for (int i = 0; i < 18; ++i) {
            Copy &copy = copies[random.below(copies.size())];
            const std::size_t p = random.below(homes.size());
            const test::Party &who = m_people[p];
            for (Copy &any : copies)
                any.clock->advance(1'000'000 * (std::int64_t(random.below(100)) - 30));
            homes[p].clock->advance(1'000'000);
            Result<> done;
            switch (random.below(10)) {
            case 0:
            case 1:
            case 2: {
                done = edit(*homes[p], on.item, who.name, random);
                if (done && random.below(2) == 0) {
                    const auto submitted = workflow::submit(*homes[p], on.item, who.person(), {}, m_random);
                    done = submitted ? packAnswers(*homes[p], who, packets) : fail(submitted.error());
                }
                break;
            }
            case 3:
            case 4:
                if (!packets.empty()) {
                    const auto merged = merge(*copy, packets[random.below(packets.size())]);
                    done = merged ? Result<>() : fail(merged.error());
                }
                break;
            case 5:
            case 6: done = ruleSomething(copy, on.item, anyJudge(), random); break;
            case 7:
                done = reviewSomething(copy, on.item, QStringList{who.name, QStringLiteral("eve")}.at(int(random.below(2))));
                break;
            case 8: done = decideByPacket(*copy, packets, random); break;
            default: {
                const auto finished = adjudication::finishAdjudication(*copy, on.item, {}, m_lead.person(), {});
                if (!finished && finished.error().code != ErrorCode::Conflict)
                    done = fail(finished.error());
                else
                    done = packRulings(*copy, anyJudge(), packets);
                break;
            }
            }
            if (!done)
                return fail(done.error().code, QStringLiteral("step %1: %2").arg(i).arg(done.error().text));
        }
        for (Copy &copy : copies)
            for (const char *judge : judges)
                if (const auto done = packRulings(*copy, QString::fromLatin1(judge), packets); !done)
                    return done;
        return {};
    }

    // All of the packets, in any order, some of them again.
    Result<> deliver(Copy &copy, std::vector<Sent> packets, base::SeededRandom &random)
    {
        for (std::size_t again = random.below(3); again > 0; --again)
            packets.push_back(packets[random.below(packets.size())]);
        for (std::size_t i = packets.size(); i > 1; --i)
            std::swap(packets[i - 1], packets[random.below(i)]);
        for (const Sent &sent : packets) {
            const auto merged = merge(*copy, sent);
            if (!merged)
                return fail(merged.error());
            if (merged->held > 0)
                return fail(ErrorCode::Failed, merged->issues.issues.front().text);
        }
        return {};
    }

    // What has to be equal wherever all was merged; what single reviews accepted is each copy's own.
    static QByteArray foldOf(const store::Project &project, ItemId item)
    {
        QByteArrayList rows;
        const auto reader = project.store().reader();
        const auto labels = (*reader)->annotations({item, std::nullopt});
        for (const model::Annotation &label : *labels)
            if (!label.extra.is_object() || !label.extra.contains(model::reviewKey))
                rows.append("a" + model::encode(label));
        const auto submissions = (*reader)->submissions(item, {});
        for (const model::Submission &submission : *submissions)
            rows.append("s" + model::encode(submission));
        const auto log = store::RecordLog::open(project.store());
        for (const auto kind : {model::RecordKind::Snapshot, model::RecordKind::Conflict}) {
            const auto records = log->all(kind);
            for (const model::Record &record : *records)
                rows.append("r" + model::encode(record));
        }
        // A ruling reads the same whether it was made here or came in a packet, though it may be spelled otherwise.
        const auto rulings = log->all(model::RecordKind::Decision);
        for (const model::Record &record : *rulings) {
            const auto ruling = adjudication::rulingFrom(record);
            rows.append("d" + ruling->id.toBytes() + ruling->caseId.toBytes() + ruling->by.toUtf8()
                        + adjudication::contentOf(ruling->result));
        }
        std::sort(rows.begin(), rows.end());
        return rows.join('\n');
    }

    // Ids of all submissions and rulings that there are.
    static std::set<Uuid> recordsOf(const store::Project &project)
    {
        std::set<Uuid> ids;
        const auto log = store::RecordLog::open(project.store());
        for (const auto kind : {model::RecordKind::Snapshot, model::RecordKind::Decision}) {
            const auto records = log->all(kind);
            for (const model::Record &record : *records)
                ids.insert(record.id);
        }
        return ids;
    }

    // No object stands twice in the accepted layer, and no ruling is part of two contradictions.
    static QString whatIsDouble(const store::Project &project, ItemId item)
    {
        const auto reader = project.store().reader();
        const auto log = store::RecordLog::open(project.store());
        std::set<AnnotationId> ruled;
        const auto rulings = log->all(model::RecordKind::Decision);
        for (const model::Record &record : *rulings) {
            const auto ruling = adjudication::rulingFrom(record);
            ruled.insert(ruling->versions.begin(), ruling->versions.end());
        }
        std::set<AnnotationId> taken;
        const auto accepted = (*reader)->annotations({item, model::acceptedLayer()});
        for (const model::Annotation &label : *accepted) {
            if (label.extra.contains(model::reviewKey) && ruled.contains(label.parent))
                return QStringLiteral("a review's label stands beside a ruling about it");
            if (!label.parent.isNull() && !taken.insert(label.parent).second)
                return QStringLiteral("one label was accepted twice");
            if (label.extra.contains(adjudication::caseKey)
                && (label.extra[adjudication::caseKey]["versions"].empty()
                    || label.extra[adjudication::caseKey]["authors"].empty()))
                return QStringLiteral("an accepted label does not name its parents");
        }
        std::set<QString> contradictory;
        const auto conflicts = packet::conflicts(project);
        for (const packet::Conflict &conflict : *conflicts)
            if (conflict.kind == QLatin1String("contradiction"))
                for (const QString &part : conflict.parts)
                    if (!contradictory.insert(part).second)
                        return QStringLiteral("one ruling is part of two contradictions");
        return {};
    }

private slots:
    void initTestCase()
    {
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold")).toUtf8());
        for (const char *name : {"ann", "bob"})
            m_people.push_back({QString::fromLatin1(name)});
        for (const char *name : {"rita", "rolf"})
            m_judges.push_back({QString::fromLatin1(name)});
    }

    void everythingInAnyOrderComesToTheSame()
    {
        const int worlds = qEnvironmentVariableIntValue("PLUMBLINE_LONG_TESTS") != 0 ? 1000 : 100;
        constexpr int orders = 10;
        constexpr int worldsOfAGround = 20;
        int conflicts = 0;
        int results = 0;
        Ground on;
        for (int w = 0; w < worlds; ++w) {
            base::SeededRandom random(std::uint64_t(w) + 1);
            const auto at = [&](int order) { return qPrintable(QStringLiteral("seed %1, order %2").arg(w + 1).arg(order)); };
            if (w % worldsOfAGround == 0) {
                const auto made = ground(random);
                QVERIFY_RESULT(made);
                on = *made;
            }
            std::vector<Copy> copies;
            for (int c = 0; c < copiesOfAProject; ++c) {
                const QString folder = fresh("c");
                QVERIFY(copyProject(on.base, folder));
                copies.push_back(Copy::open(folder));
            }
            std::vector<Sent> packets;
            const auto happened = happen(on, copies, packets, random);
            QVERIFY2(happened,
                     qPrintable(QStringLiteral("seed %1: %2").arg(w + 1).arg(happened ? QString() : happened.error().text)));
            if (packets.empty())
                continue;
            std::set<Uuid> all;
            for (Copy &copy : copies)
                all.merge(recordsOf(*copy));
            QByteArray expected;
            for (int order = 0; order < orders; ++order) {
                // The first two are those in which it happened.
                Copy copy;
                QString folder;
                if (order < int(copies.size())) {
                    copy = std::move(copies[std::size_t(order)]);
                } else {
                    folder = fresh("o");
                    QVERIFY(copyProject(on.base, folder));
                    copy = Copy::open(folder);
                }
                const auto delivered = deliver(copy, packets, random);
                QVERIFY2(delivered, qPrintable(QLatin1String(at(order)) + QStringLiteral(": ")
                                               + (delivered ? QString() : delivered.error().text)));
                const QByteArray fold = foldOf(*copy, on.item);
                if (order == 0)
                    expected = fold;
                QVERIFY2(fold == expected, at(order));
                const auto there = recordsOf(*copy);
                QVERIFY2(std::includes(there.begin(), there.end(), all.begin(), all.end()), at(order));
                const QString twice = whatIsDouble(*copy, on.item);
                QVERIFY2(twice.isEmpty(), qPrintable(QLatin1String(at(order)) + QStringLiteral(": ") + twice));
                if (order == 0) {
                    QCOMPARE(test::verified(*copy), QStringList());
                    conflicts += int(packet::conflicts(*copy)->size());
                    results += int((*(*copy).store().reader())->annotations({on.item, model::acceptedLayer()})->size());
                }
                copy.project.reset();
                if (!folder.isEmpty())
                    QDir(folder).removeRecursively();
            }
        }
        QVERIFY(conflicts > 0);
        QVERIFY(results > 0);
        qInfo("%d interleavings, %d conflicts, %d accepted labels", worlds * orders, conflicts, results);
    }

    void contradictionsOfTwoAreOneConflict_data()
    {
        QTest::addColumn<bool>("firstByPacket");
        QTest::addColumn<bool>("secondByPacket");
        QTest::newRow("through packets") << true << true;
        QTest::newRow("in the window") << false << false;
        QTest::newRow("packet, then window") << true << false;
        QTest::newRow("window, then packet") << false << true;
    }
    void contradictionsOfTwoAreOneConflict()
    {
        QFETCH(bool, firstByPacket);
        QFETCH(bool, secondByPacket);
        base::SeededRandom random(3);
        const auto on = ground(random);
        QVERIFY_RESULT(on);
        Copy lead = Copy::open(on->base);
        auto builder = test::gesture(*lead);
        for (const char *name : {"ann", "bob"})
            builder.create(test::box(*lead, on->item, QString::fromLatin1(name), 300 + (name[0] == 'a' ? 0 : 20)));
        QVERIFY_RESULT(test::commit(*lead, builder, m_lead.name));
        for (const test::Party &who : m_people)
            QVERIFY_RESULT(workflow::submit(*lead, on->item, who.person(), {}, m_random));
        // Both have seen the same, before either decided: the object that ann and bob drew.
        const auto shown = adjudication::compare(*lead, on->item, {}, m_judges[0].person(), {});
        QVERIFY_RESULT(shown);
        const QString cases = fresh("cases");
        QVERIFY_RESULT(packet::packCases(*lead, cases, {{}, 0.5, 0.75, false}, m_lead.packing(), {}));
        const auto found =
            std::find_if(shown->cases.begin(), shown->cases.end(), [](const Case &one) { return one.versions.size() == 2; });
        QVERIFY(found != shown->cases.end());
        const auto decideInPacket = [&](const test::Party &judge, AnnotationId choice) -> Result<> {
            const auto reader = packet::PacketReader::open(cases);
            std::vector<Json> lines;
            const auto visited = (*reader)->visitLines("cases.jsonl", [&](const Json &json, std::int64_t) -> Result<> {
                for (const Json &version : json["versions"])
                    if (base::toQString(json["id"]) == found->id.toString()
                        && base::toQString(version["annotation"]["id"]) == choice.toString())
                        lines.push_back({{"case", json["id"]}, {"choose", version["by"]}});
                return {};
            });
            const QString file = fresh("decided");
            const auto packed = visited ? packet::packDecisions(**reader, file, lines, judge.packing(), {})
                                        : Result<packet::PackReport>(fail(visited.error()));
            if (!packed)
                return fail(packed.error());
            // Twice does no harm.
            for (int i = 0; i < 2; ++i)
                if (const auto merged = merge(*lead, {file, judge.name}); !merged)
                    return fail(merged.error());
            return {};
        };
        const auto decide = [&](bool byPacket, const test::Party &judge, std::size_t version) -> Result<> {
            if (byPacket)
                return decideInPacket(judge, found->versions[version].label.id);
            RulingDraft draft;
            draft.caseId = found->id;
            draft.sources = {found->versions[version].source};
            const auto done = adjudication::rule(*lead, *shown, {draft}, judge.person());
            return done ? Result<>() : fail(done.error());
        };
        const auto accepted = [&] { return test::labelsOf(*lead, on->item, model::acceptedLayer()); };
        QVERIFY_RESULT(decide(firstByPacket, m_judges[0], 0));
        QCOMPARE(accepted().size(), std::size_t(1));
        QVERIFY(packet::conflicts(*lead)->empty());
        QVERIFY_RESULT(decide(secondByPacket, m_judges[1], 1));
        const auto conflicts = packet::conflicts(*lead);
        QCOMPARE(conflicts->size(), std::size_t(1));
        QCOMPARE(conflicts->front().kind, QStringLiteral("contradiction"));
        QCOMPARE(conflicts->front().parts.size(), 2);
        QVERIFY(accepted().empty());  // no winner
        const auto again = adjudication::compare(*lead, on->item, {}, m_lead.person(), {});
        const auto open =
            std::find_if(again->cases.begin(), again->cases.end(), [&](const Case &one) { return one.id == found->id; });
        QVERIFY(open->contradictory() && open->open());
        RulingDraft last;
        last.caseId = found->id;
        last.sources = {open->versions[1].source};
        QVERIFY_RESULT(adjudication::rule(*lead, *again, {last}, m_lead.person()));
        QVERIFY(packet::conflicts(*lead)->empty());
        QCOMPARE(accepted().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestConvergence)
#include "tst_convergence.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/authorview.h"
#include "core/review/reviewing.h"
#include "core/review/reviewplan.h"
#include "tests/packet/samplepackets.h"
#include "tests/packet/sampleproject.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using model::DecisionKind;
using review::RequestState;

/// What reviewers ask for goes out with the work; answers come back.
class TestRemarkPackets : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Project> m_lead;
    std::unique_ptr<store::Project> m_mine;  ///< ann's copy
    test::Party m_boss{QStringLiteral("boss")};
    test::Party m_ann{QStringLiteral("ann")};
    const store::Person m_rita{QStringLiteral("rita"), true};
    const store::Person m_bob{QStringLiteral("bob"), true};
    base::SystemRandom m_random;
    ItemId m_item;
    std::vector<model::Annotation> m_labels;
    Uuid m_packet;

    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    Result<> pack(const char *file)
    {
        packet::WorkChoice choice;
        choice.people = QStringList{m_ann.name};
        const auto packed = packet::packWork(*m_lead, path(file), choice, m_boss.packing(), m_boss.person(), {});
        if (!packed)
            return fail(packed.error());
        m_packet = packed->manifest.id;
        return {};
    }
    Result<packet::OpenReport> open(const char *file, const char *folder)
    {
        const auto reader = packet::PacketReader::open(path(file));
        return reader ? packet::openWork(**reader, path(folder), m_ann.person(), {}) : fail(reader.error());
    }
    Result<packet::MergeReport> merge(const char *file, store::Project *into = nullptr)
    {
        const auto reader = packet::PacketReader::open(path(file));
        return reader ? packet::mergePacket(into ? *into : *m_lead, **reader, {m_ann.name, true, false}, m_boss.person(),
                                            m_random, {})
                      : fail(reader.error());
    }
    Result<> packBack(const char *file)
    {
        const auto packed = packet::packSubmissions(*m_mine, path(file), m_ann.name, m_ann.packing(), {});
        return packed ? Result<>() : fail(packed.error());
    }
    static std::unique_ptr<store::Project> project(const QString &folder)
    {
        auto opened = store::Project::open(folder, store::Project::Access::Write);
        return opened ? std::move(*opened) : nullptr;
    }
    static std::vector<review::ThreadWithComments> threads(const store::Project &at, ItemId item)
    {
        const auto reader = at.store().reader();
        return review::threadsOf(**reader, item).value();
    }
    /// All threads and entries of a project, as one text.
    static QByteArray talkOf(const store::Project &at)
    {
        QByteArrayList rows;
        const auto reader = at.store().reader();
        const auto all = (*reader)->threads({});
        for (const model::Thread &thread : *all)
            rows.append(model::encode(thread).toHex());
        for (const model::Item &item : test::itemsOf(at)) {
            const auto comments = (*reader)->comments(item.id);
            for (const model::Comment &comment : *comments)
                rows.append(model::encode(comment).toHex());
        }
        std::sort(rows.begin(), rows.end());
        return rows.join('\n');
    }
    static Result<ThreadId> say(store::Project &at, ItemId item, const QString &text, const store::Person &person,
                                AnnotationId about = {})
    {
        review::ThreadPlace place;
        place.item = item;
        place.annotation = about;
        return review::openThread(at, place, text, person);
    }
    void plan(bool blind)
    {
        review::ReviewPlan changed;
        changed.blind = blind;
        const auto reader = m_lead->store().reader();
        const Json before = (*reader)->setting(QStringLiteral("review")).value();
        auto builder = test::gesture(*m_lead);
        builder.setting(QStringLiteral("review"), before, review::planToJson(changed));
        QVERIFY_RESULT(test::commit(*m_lead, builder, m_boss.name));
    }
    /// Every decoded text and name of the member.
    static QString wordsOf(const QString &file)
    {
        const auto reader = packet::PacketReader::open(file);
        QStringList words;
        (void)(*reader)->visitLines("remarks.jsonl", [&](const Json &json, std::int64_t) -> Result<> {
            for (const char *key : {"request", "thread", "comment"}) {
                const QByteArray bytes = QByteArray::fromBase64(base::toQString(json.value(key, Json())).toLatin1());
                words.append(QString::fromUtf8(bytes));
            }
            return {};
        });
        return words.join(QLatin1Char('\n'));
    }

private slots:
    void init()
    {
        m_lead.reset();
        m_mine.reset();
        m_labels.clear();
        m_dir = std::make_unique<QTemporaryDir>(test::quickFolder());
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir->filePath(QStringLiteral("gold")).toUtf8());
        auto made = test::makeProject(path("lead.plumb"), m_boss, {m_ann.name, m_bob.name}, 2);
        QVERIFY_RESULT(made);
        m_lead = std::move(*made);
        auto builder = test::gesture(*m_lead);
        builder.put(nullptr, model::Member{m_rita.name, m_rita.name, QStringLiteral("reviewer"), {}});
        QVERIFY_RESULT(test::commit(*m_lead, builder, m_boss.name));
        m_item = test::itemsOf(*m_lead).front().id;
    }

private:
    /// Two boxes out and in, one is to be fixed; the lead and bob write, and the work goes out again.
    void roundOne()
    {
        QVERIFY_RESULT(pack("work.plumbpack"));
        QVERIFY(!(*packet::PacketReader::open(path("work.plumbpack")))->find("remarks.jsonl"));
        QVERIFY_RESULT(open("work.plumbpack", "ann.plumb"));
        m_mine = project(path("ann.plumb"));
        auto builder = test::gesture(*m_mine);
        for (const double x : {10.5, 200.0}) {
            m_labels.push_back(test::box(*m_mine, m_item, m_ann.name, x));
            builder.create(m_labels.back());
        }
        QVERIFY_RESULT(test::commit(*m_mine, builder, m_ann.name));
        QVERIFY_RESULT(workflow::submit(*m_mine, m_item, m_ann.person(), {}, m_random));
        QVERIFY_RESULT(packBack("back.plumbpack"));
        QVERIFY_RESULT(merge("back.plumbpack"));
        QVERIFY_RESULT(review::takeForReview(*m_lead, m_item, m_ann.name, m_rita));
        QVERIFY_RESULT(review::decide(
            *m_lead, m_item, m_ann.name,
            {{m_labels[0].id, DecisionKind::Fix, QStringLiteral("loose"), QStringLiteral("tighter; ask @bob how"), {}, {}}},
            m_rita));
        QVERIFY_RESULT(review::finishReview(*m_lead, m_item, m_ann.name, {true}, m_rita));
        QVERIFY_RESULT(say(*m_lead, m_item, QStringLiteral("@ann and @rita: is this a bus?"), m_boss.person(), m_labels[1].id));
        QVERIFY_RESULT(say(*m_lead, m_item, QStringLiteral("mine alone"), m_bob));
        QVERIFY_RESULT(pack("again.plumbpack"));
        m_mine.reset();
        QVERIFY_RESULT(open("again.plumbpack", "ann.plumb"));
        m_mine = project(path("ann.plumb"));
    }

private slots:
    void theWholeCircle()
    {
        roundOne();
        auto view = review::authorView(*m_mine, m_item, m_ann.person());
        QVERIFY_RESULT(view);
        QVERIFY(view->toFix());
        QCOMPARE(view->round, 2);
        QCOMPARE(view->requests.size(), 1U);
        QVERIFY(view->requests[0].state == RequestState::Open);
        QCOMPARE(view->requests[0].who, QStringLiteral("reviewer"));
        QCOMPARE(view->requests[0].decision.comment, QStringLiteral("tighter; ask @annotator how"));
        QCOMPARE(view->talks.size(), 1U);
        QVERIFY(view->talks[0].asksMe);
        QCOMPARE(view->talks[0].entries[0].text, QStringLiteral("@ann and @reviewer: is this a bus?"));
        for (const char *name : {"rita", "boss", "bob", "mine alone"})
            QVERIFY2(!wordsOf(path("again.plumbpack")).contains(QLatin1String(name)), name);
        // Somebody who lost their copy is told the same in a new one.
        QVERIFY_RESULT(open("again.plumbpack", "new.plumb"));
        {
            const auto fresh = project(path("new.plumb"));
            const auto same = review::authorView(*fresh, m_item, m_ann.person());
            QVERIFY_RESULT(same);
            QCOMPARE(same->requests.size(), 1U);
            QVERIFY(same->requests[0].state == RequestState::Open && same->requests[0].labelClass == m_labels[0].labelClass);
            QCOMPARE(same->talks.size(), 1U);
            QCOMPARE(test::verified(*fresh), QStringList());
        }

        auto builder = test::gesture(*m_mine);
        model::Annotation tighter = m_labels[0];
        tighter.geometry = geometry::Box{12, 12, 40, 30};
        builder.update(m_labels[0], tighter);
        QVERIFY_RESULT(test::commit(*m_mine, builder, m_ann.name));
        const ThreadId asked = view->talks[0].id;
        QVERIFY_RESULT(review::answer(*m_mine, m_item, asked, QStringLiteral("A car with a rack."), m_ann.person()));
        QVERIFY_RESULT(review::resolve(*m_mine, m_item, asked, m_ann.person()));
        QVERIFY_RESULT(say(*m_mine, m_item, QStringLiteral("The left edge is in the dark."), m_ann.person(), m_labels[0].id));
        QCOMPARE(review::authorView(*m_mine, m_item, m_ann.person())->left(), 0);
        QVERIFY_RESULT(workflow::submit(*m_mine, m_item, m_ann.person(), {}, m_random));
        QVERIFY_RESULT(packBack("back2.plumbpack"));
        const auto merged = merge("back2.plumbpack");
        QVERIFY_RESULT(merged);
        QVERIFY2(merged->issues.empty(), merged->issues.empty() ? "" : qPrintable(merged->issues.issues.front().text));
        QCOMPARE(merged->merged, 1);
        QCOMPARE(merged->remarks, 4);  // two entries, a thread begun, a thread ended

        // The reviewer sees the answer and only the change.
        QVERIFY_RESULT(review::takeForReview(*m_lead, m_item, m_ann.name, m_rita));
        const auto work = review::reviewWork(*m_lead, m_item, m_ann.name, m_rita);
        QVERIFY_RESULT(work);
        QVERIFY(work->reworked);
        QCOMPARE(work->changed, std::set<AnnotationId>{m_labels[0].id});
        QCOMPARE(work->asked.size(), 1U);
        const auto seen = review::authorView(*m_lead, m_item, m_rita);
        QVERIFY_RESULT(seen);
        QCOMPARE(seen->talks.size(), 3U);
        const auto there = threads(*m_lead, m_item);
        const auto old = std::find_if(there.begin(), there.end(), [&](const auto &entry) { return entry.thread.id == asked; });
        QVERIFY(old != there.end() && old->thread.resolved && old->thread.resolvedBy == m_ann.name);
        QCOMPARE(old->thread.opener, m_boss.name);
        QCOMPARE(old->comments.size(), 2U);
        QCOMPARE(old->comments[0].text, QStringLiteral("@ann and @rita: is this a bus?"));  // as it was written here
        // Once more does nothing.
        const QByteArray talk = talkOf(*m_lead);
        const auto twice = merge("back2.plumbpack");
        QVERIFY_RESULT(twice);
        QCOMPARE(twice->remarks, 0);
        QCOMPARE(talkOf(*m_lead), talk);
        QCOMPARE(test::verified(*m_lead), QStringList());
        QCOMPARE(test::verified(*m_mine), QStringList());
    }

    void namesGoOutWhereThePlanSaysSo()
    {
        plan(false);
        roundOne();
        const auto view = review::authorView(*m_mine, m_item, m_ann.person());
        QVERIFY_RESULT(view);
        QCOMPARE(view->requests[0].who, m_rita.name);
        QCOMPARE(view->talks[0].entries[0].who, m_boss.name);
    }

    void anyOrderAnyNumberOfTimes()
    {
        roundOne();
        const ThreadId asked = review::authorView(*m_mine, m_item, m_ann.person())->talks[0].id;
        const char *files[] = {"a.plumbpack", "b.plumbpack", "c.plumbpack"};
        QVERIFY_RESULT(review::answer(*m_mine, m_item, asked, QStringLiteral("one"), m_ann.person()));
        QVERIFY_RESULT(review::resolve(*m_mine, m_item, asked, m_ann.person()));
        QVERIFY_RESULT(packBack(files[0]));
        QVERIFY_RESULT(review::answer(*m_mine, m_item, asked, QStringLiteral("no: two"), m_ann.person()));
        QVERIFY_RESULT(say(*m_mine, m_item, QStringLiteral("more"), m_ann.person()));
        QVERIFY_RESULT(packBack(files[1]));
        QVERIFY_RESULT(review::resolve(*m_mine, m_item, asked, m_ann.person()));
        QVERIFY_RESULT(packBack(files[2]));
        const QString folder = m_lead->folder();
        m_lead.reset();
        QByteArray outcome;
        for (const auto &order : {std::array{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}, {0, 2, 2}}) {
            const QString copy = m_dir->filePath(QStringLiteral("copy%1%2%3.plumb").arg(order[0]).arg(order[1]).arg(order[2]));
            QVERIFY(QDir().mkpath(copy));
            for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
                QVERIFY(QFile::copy(file.filePath(), copy + QLatin1Char('/') + file.fileName()));
            auto into = project(copy);
            QVERIFY(into);
            for (const int file : order)
                QVERIFY_RESULT(merge(files[file], into.get()));
            const QByteArray now = talkOf(*into);
            QVERIFY(outcome.isEmpty() || outcome == now);
            outcome = now;
            QCOMPARE(test::verified(*into), QStringList());
            const auto there = threads(*into, m_item);
            const auto end =
                std::find_if(there.begin(), there.end(), [&](const auto &entry) { return entry.thread.id == asked; });
            QVERIFY(end->thread.resolved);
            QCOMPARE(end->comments.size(), 3U);
        }
    }

    void aQuestionAloneComesBackToo()
    {
        QVERIFY_RESULT(pack("work.plumbpack"));
        QVERIFY_RESULT(open("work.plumbpack", "ann.plumb"));
        m_mine = project(path("ann.plumb"));
        QVERIFY_FAILS(packBack("none.plumbpack"), ErrorCode::NotFound);
        QVERIFY_RESULT(say(*m_mine, m_item, QStringLiteral("@rita do trams count?"), m_ann.person()));
        QVERIFY_RESULT(packBack("ask.plumbpack"));
        const auto merged = merge("ask.plumbpack");
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->remarks, 2);
        // Who is named follows from this project's members.
        QCOMPARE(review::remarkOverview(*m_lead, m_rita)->asked.size(), 1U);
    }

    void whatIsNotTheSendersIsHeldBack()
    {
        roundOne();
        const QByteArray before = talkOf(*m_lead);
        const ThreadId asked = threads(*m_lead, m_item).front().thread.id;
        std::int64_t time = 1'700'000'000'000'000;
        const auto id = [&] { return m_lead->store().ids().version7(); };
        const auto line = [&](Json json, const Uuid &answers) {
            json["packet"] = base::toJson(answers.toString());
            return base::toJsonLine(json) + '\n';
        };
        const auto comment = [&](model::Comment c) {
            return line({{"comment", model::encode(c).toBase64().toStdString()}}, m_packet);
        };
        const auto thread = [&](const model::Thread &t, std::int64_t created, const Uuid &answers) {
            return line({{"thread", model::encode(t).toBase64().toStdString()},
                         {"last", base::toJson(id().toString())},
                         {"last_created", base::toJson(model::isoFromMicroseconds(created))}},
                        answers);
        };
        model::Thread foreign;
        foreign.id = ThreadId{id()};
        foreign.item = m_item;
        foreign.opener = m_rita.name;
        foreign.createdMicroseconds = time;
        model::Thread closed = foreign;
        closed.id = asked;
        closed.resolved = true;
        closed.resolvedBy = m_rita.name;
        model::Thread nowhere = foreign;
        nowhere.id = ThreadId{id()};
        nowhere.opener = m_ann.name;
        nowhere.item = ItemId{id()};
        model::Thread silent = nowhere;
        silent.id = ThreadId{id()};
        silent.item = m_item;
        model::Thread odd = silent;
        odd.id = ThreadId{id()};
        odd.place = geometry::Point{std::numeric_limits<double>::quiet_NaN(), 1};
        const auto entry = [&](const QString &author, const QString &text, ThreadId about, std::int64_t created) {
            return comment({CommentId{id()}, about, m_item, author, text, {m_rita.name}, created});
        };
        const QByteArray lines = entry(m_rita.name, QStringLiteral("I accept all"), asked, time)
                                 + entry(m_ann.name, QString(100'000, QLatin1Char('x')), asked, time)
                                 + entry(m_ann.name, QStringLiteral("\u202E\x01"), asked, time)
                                 + entry(m_ann.name, QStringLiteral("late"), asked, std::numeric_limits<std::int64_t>::max())
                                 + entry(m_ann.name, QStringLiteral("early"), asked, -5)
                                 + entry(m_ann.name, QStringLiteral("to nothing"), ThreadId{id()}, time)
                                 + thread(foreign, time, m_packet) + thread(closed, time, m_packet)
                                 + thread(nowhere, time, m_packet) + thread(silent, time, m_packet) + thread(odd, time, m_packet)
                                 + thread(silent, time, id()) + "{}\n{\"packet\":7}\n{\"thread\":\"!!\",\"packet\":\"x\"}\n[1]\n";
        packet::Manifest manifest = test::sampleManifest(m_ann.signing);
        manifest.kind = packet::PacketKind::Submissions;
        manifest.project = m_lead->id();
        manifest.people = QStringList{m_ann.name};
        const auto schema = (*m_lead->store().reader())->schema();
        QVERIFY_RESULT(test::writePacket(path("forged.plumbpack"), m_ann.signing, manifest,
                                         {{"submissions.jsonl", QByteArray()},
                                          {"remarks.jsonl", lines},
                                          {"schema.json", base::toJsonText(model::schemaToJson(*schema))}}));
        const auto merged = merge("forged.plumbpack");
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->remarks, 0);
        QVERIFY2(merged->held >= 10, qPrintable(QString::number(merged->held)));
        QCOMPARE(talkOf(*m_lead), before);
        QCOMPARE(test::verified(*m_lead), QStringList());
    }

    void aWorkPacketSpeaksOfItsOwnItemsOnly()
    {
        roundOne();
        model::Thread thread;
        thread.id = ThreadId{m_lead->store().ids().version7()};
        thread.item = test::itemsOf(*m_lead).back().id;
        packet::Manifest manifest = test::sampleManifest(m_boss.signing);
        manifest.items = manifest.tasks = 0;
        manifest.project = m_lead->id();
        manifest.people = QStringList{m_ann.name};
        const auto schema = (*m_lead->store().reader())->schema();
        const QByteArray line = "{\"thread\":\"" + model::encode(thread).toBase64() + "\",\"last\":\""
                                + thread.id.toString().toLatin1() + "\",\"last_created\":\"2026-11-20T03:00:00.000000Z\"}\n";
        test::Members members;
        for (const char *name :
             {"items.jsonl", "tasks.jsonl", "people.jsonl", "annotations.jsonl", "tracks.jsonl", "scenes.jsonl", "guideline.md"})
            members.emplace_back(name, QByteArray());
        members.emplace_back("schema.json", base::toJsonText(model::schemaToJson(*schema)));
        members.emplace_back("remarks.jsonl", line);
        QVERIFY_RESULT(test::writePacket(path("odd.plumbpack"), m_boss.signing, manifest, members));
        QVERIFY_FAILS(open("odd.plumbpack", "odd.plumb"), ErrorCode::Malformed);
        QVERIFY(!QFileInfo::exists(path("odd.plumb")));
    }
};

QTEST_GUILESS_MAIN(TestRemarkPackets)
#include "tst_remarkpackets.moc"

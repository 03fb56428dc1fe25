// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/packet/sampleproject.h"
#include "tests/support/verify.h"

#include <QTest>

#include <set>

using namespace plumbline;

/// Decisions, and that neither order nor repetition of what comes back makes a difference.
class TestMergeOrders : public QObject
{
    Q_OBJECT

    /// A project that handed out work to two people, and everything that came back from them and from two who decided.
    struct World {
        QTemporaryDir dir{test::quickFolder()};
        test::Party lead{QStringLiteral("boss")};
        std::vector<test::Party> people;
        std::vector<test::Party> judges;
        QString base;  // the lead's folder as it was when the work went out
        std::vector<std::pair<QString, QString>> packets;  // file, sender
        std::set<Uuid> submissions;
        std::int64_t decisions = 0;
    };
    base::SystemRandom m_random;

    static std::unique_ptr<store::Project> project(const QString &folder)
    {
        auto opened = store::Project::open(folder, store::Project::Access::Write);
        return opened ? std::move(*opened) : nullptr;
    }

    static bool copyProject(const QString &from, const QString &to)
    {
        QDir().mkpath(to);
        for (const char *file : {"plumbline.json", "project.db"})
            if (!QFile::copy(from + QLatin1Char('/') + QLatin1String(file), to + QLatin1Char('/') + QLatin1String(file)))
                return false;
        return true;
    }

    Result<packet::MergeReport> merge(store::Project &into, const World &world, const std::pair<QString, QString> &sent)
    {
        const auto reader = packet::PacketReader::open(sent.first);
        if (!reader)
            return fail(reader.error());
        return packet::mergePacket(into, **reader, {sent.second, true, false}, world.lead.person(), m_random, {});
    }

    // Random edits in a person's layer of an item.
    static Result<> edit(store::Project &mine, ItemId item, const test::Party &who, base::SeededRandom &random)
    {
        auto builder = test::gesture(mine);
        auto labels = test::labelsOf(mine, item, who.name);
        const auto what = random.below(4);
        if (labels.empty() || what == 0) {
            builder.create(
                test::box(mine, item, who.name, 20.0 + double(random.below(3)) * 6, random.below(4) == 0 ? "bus" : "car"));
        } else if (what == 1) {
            builder.remove(labels[random.below(labels.size())]);
        } else {
            const model::Annotation &label = labels[random.below(labels.size())];
            model::Annotation changed = label;
            if (what == 2)
                changed.geometry = geometry::Box{20.0 + double(random.below(40)), 10, 50, 40};
            else
                changed.labelClass = ClassId{Uuid::fromName("class", random.below(2) ? "bus" : "car")};
            if (changed == label)
                return {};
            builder.update(label, changed);
        }
        return test::commit(mine, builder, who.name);
    }

    // Answers of a judge to the cases there are, some of them; with what this judge said before superseded now and then.
    Result<> decide(World &world, const QString &cases, const test::Party &judge, base::SeededRandom &random)
    {
        const auto reader = packet::PacketReader::open(cases);
        if (!reader)
            return fail(reader.error());
        std::vector<Json> lines;
        const auto visited = (*reader)->visitLines("cases.jsonl", [&](const Json &json, std::int64_t) -> Result<> {
            if (random.below(5) == 0)
                return {};
            Json line = {{"case", json["id"]}};
            const std::size_t choice = random.below(json["versions"].size() + 2);
            if (choice < json["versions"].size()) {
                line["choose"] = json["versions"][choice]["by"];
            } else if (choice == json["versions"].size()) {
                line["choose"] = nullptr;
            } else {
                line["annotation"] = json["versions"][0]["annotation"];
                line["annotation"]["geometry"]["x"] = 77.5;
            }
            lines.push_back(line);
            return {};
        });
        if (!visited || lines.empty())
            return visited;
        const QString file = world.dir.filePath(QStringLiteral("decisions%1.plumbpack").arg(world.packets.size()));
        const auto packed = packet::packDecisions(**reader, file, lines, judge.packing(), {});
        if (!packed)
            return fail(packed.error());
        world.decisions += packed->manifest.decisions;
        world.packets.emplace_back(file, judge.name);
        return {};
    }

    Result<> make(World &world, base::SeededRandom &random)
    {
        for (const char *name : {"ann", "bob", "eve"})
            world.people.push_back({QString::fromLatin1(name)});
        for (const char *name : {"judge", "jury"})
            world.judges.push_back({QString::fromLatin1(name)});
        world.base = world.dir.filePath(QStringLiteral("base.plumb"));
        auto lead =
            test::makeProject(world.base, world.lead, {QStringLiteral("ann"), QStringLiteral("bob"), QStringLiteral("eve")}, 3);
        if (!lead)
            return fail(lead.error());
        const auto items = test::itemsOf(**lead);
        std::vector<QString> homes;
        for (const test::Party &who : world.people) {
            const QString work = world.dir.filePath(who.name + QStringLiteral(".plumbpack"));
            packet::WorkChoice choice;
            choice.people = QStringList{who.name};
            const auto packed = packet::packWork(**lead, work, choice, world.lead.packing(), world.lead.person(), {});
            const auto reader = packet::PacketReader::open(work);
            if (!packed || !reader)
                return fail(packed ? reader.error() : packed.error());
            homes.push_back(world.dir.filePath(who.name + QStringLiteral(".plumb")));
            if (const auto opened = packet::openWork(**reader, homes.back(), who.person(), {}); !opened)
                return fail(opened.error());
        }
        lead->reset();  // as it was then
        const QString scratch = world.dir.filePath(QStringLiteral("scratch.plumb"));
        if (!copyProject(world.base, scratch))
            return fail(ErrorCode::Failed, QStringLiteral("copy"));
        auto seen = project(scratch);
        for (int round = 0; round < 3; ++round) {
            for (std::size_t p = 0; p < world.people.size(); ++p) {
                auto mine = project(homes[p]);
                for (int i = 0; i < 4; ++i)
                    if (const auto done = edit(*mine, items[random.below(items.size())].id, world.people[p], random); !done)
                        return done;
                for (const model::Item &item : items)
                    if (random.below(3) > 0)
                        if (const auto done = workflow::submit(*mine, item.id, world.people[p].person(), {}, m_random); !done)
                            return fail(done.error());
                const QString file = world.dir.filePath(QStringLiteral("back%1.plumbpack").arg(world.packets.size()));
                const auto packed = packet::packSubmissions(*mine, file, world.people[p].name, world.people[p].packing(), {});
                if (!packed && packed.error().code == ErrorCode::NotFound)
                    continue;
                if (!packed)
                    return fail(packed.error());
                if (!packed->issues.empty())
                    return fail(ErrorCode::Failed, packed->issues.issues.front().text);
                const auto reader = mine->store().reader();
                const auto handedIn = (*reader)->submissions({}, world.people[p].name);
                for (const model::Submission &submission : *handedIn)
                    world.submissions.insert(submission.id.uuid);
                world.packets.emplace_back(file, world.people[p].name);
                if (const auto merged = merge(*seen, world, world.packets.back()); !merged)
                    return fail(merged.error());
            }
            const QString cases = world.dir.filePath(QStringLiteral("cases%1.plumbpack").arg(round));
            const auto packed = packet::packCases(*seen, cases, {{}, 0.5, 0.75, false}, world.lead.packing(), {});
            if (!packed && packed.error().code == ErrorCode::NotFound)
                continue;
            if (!packed)
                return fail(packed.error());
            for (const test::Party &judge : world.judges)
                if (const auto done = decide(world, cases, judge, random); !done)
                    return done;
        }
        return {};
    }

    // Edits of the lead in a layer that no packet touches, somewhere in between.
    static Result<> editElsewhere(store::Project &at, const World &world, int number)
    {
        auto builder = test::gesture(at);
        model::Annotation label = test::box(at, test::itemsOf(at).front().id, QStringLiteral("scratch"), number);
        label.id = AnnotationId{Uuid::fromName("elsewhere", QByteArray::number(number))};
        label.createdMicroseconds = number;
        builder.create(label);
        return test::commit(at, builder, world.lead.name);
    }

private slots:
    void everyOrderEndsInTheSame()
    {
        const bool thorough = qEnvironmentVariableIntValue("PLUMBLINE_LONG_TESTS") != 0;
        const int worlds = thorough ? 20 : 4;
        const int orders = thorough ? 50 : 25;
        int conflicts = 0;
        int results = 0;
        for (int w = 0; w < worlds; ++w) {
            base::SeededRandom random(std::uint64_t(w) + 1);
            World world;
            QVERIFY_RESULT(make(world, random));
            QVERIFY(world.packets.size() >= 6);
            QVERIFY(world.decisions > 0);
            QByteArray expected;
            for (int order = 0; order < orders; ++order) {
                const QString folder = world.dir.filePath(QStringLiteral("o%1.plumb").arg(order));
                QVERIFY(copyProject(world.base, folder));
                auto lead = project(folder);
                QVERIFY(lead);
                auto queue = world.packets;
                for (std::size_t again = random.below(4); again > 0; --again)
                    queue.push_back(world.packets[random.below(world.packets.size())]);
                for (std::size_t i = queue.size(); i > 1; --i)
                    std::swap(queue[i - 1], queue[random.below(i)]);
                const std::size_t interrupted = random.below(queue.size());
                for (std::size_t i = 0; i < queue.size(); ++i) {
                    if (i == interrupted) {
                        QVERIFY_RESULT(editElsewhere(*lead, world, 1));
                        lead.reset();
                        lead = project(folder);
                    }
                    const auto merged = merge(*lead, world, queue[i]);
                    QVERIFY_RESULT(merged);
                    QCOMPARE(merged->held, 0);
                }
                const QByteArray fold = test::foldOf(*lead);
                if (order == 0)
                    expected = fold;
                QVERIFY2(fold == expected, qPrintable(QStringLiteral("world %1, order %2 differs").arg(w).arg(order)));
                if (order > 0 && order % 10 != 0) {
                    lead.reset();
                    QDir(folder).removeRecursively();
                    continue;
                }
                // Nothing is lost: each submission and each decision is there, and each snapshot is what was handed in.
                QCOMPARE(test::verified(*lead), QStringList());
                const auto log = store::RecordLog::open(lead->store());
                QCOMPARE(log->all(model::RecordKind::Snapshot)->size(), world.submissions.size());
                QCOMPARE(static_cast<std::int64_t>(log->all(model::RecordKind::Decision)->size()), world.decisions);
                conflicts += int(packet::conflicts(*lead)->size());
                const auto accepted = (*lead->store().reader())->annotations({std::nullopt, model::acceptedLayer()});
                results += int(accepted->size());
                for (const model::Annotation &label : *accepted)
                    QVERIFY(label.extra["plumbline-case"]["versions"].size() >= 1);
                lead.reset();
                QDir(folder).removeRecursively();
            }
        }
        QVERIFY(conflicts > 0);
        QVERIFY(results > 0);
    }

    void contradictionsEndAsOneConflictAndAreSettledByALaterDecision()
    {
        World world;
        base::SeededRandom random(7);
        world.people.push_back({QStringLiteral("ann")});
        world.people.push_back({QStringLiteral("bob")});
        const test::Party judge{QStringLiteral("judge")};
        const test::Party jury{QStringLiteral("jury")};
        auto lead = test::makeProject(world.dir.filePath(QStringLiteral("l.plumb")), world.lead,
                                      {QStringLiteral("ann"), QStringLiteral("bob")}, 1);
        QVERIFY_RESULT(lead);
        const ItemId item = test::itemsOf(**lead).front().id;
        for (const test::Party &who : world.people) {
            auto builder = test::gesture(**lead);
            builder.create(test::box(**lead, item, who.name, 20, who.name == QLatin1String("ann") ? "car" : "bus"));
            QVERIFY_RESULT(test::commit(**lead, builder, who.name));
            QVERIFY_RESULT(workflow::submit(**lead, item, who.person(), {}, m_random));
        }
        const QString cases = world.dir.filePath(QStringLiteral("cases.plumbpack"));
        const auto packed = packet::packCases(**lead, cases, {}, world.lead.packing(), {});
        QVERIFY_RESULT(packed);
        QCOMPARE(packed->manifest.cases, 1);
        const auto reader = packet::PacketReader::open(cases);
        Json found;
        QVERIFY_RESULT((*reader)->visitLines("cases.jsonl", [&](const Json &json, std::int64_t) -> Result<> {
            found = json;
            return {};
        }));
        QCOMPARE(QString::fromStdString(found["why"].get<std::string>()), QStringLiteral("class"));
        QCOMPARE(found["versions"].size(), std::size_t(2));
        const QByteArray text = test::labelsOf(**lead, item, QStringLiteral("ann")).front().layer.toUtf8();
        QVERIFY(!QByteArray::fromStdString(found.dump()).contains('"' + text + '"'));  // names are hidden

        const auto decision = [&](const char *name, const Json &line, const test::Party &who) {
            const QString file = world.dir.filePath(QString::fromLatin1(name));
            const auto done = packet::packDecisions(**reader, file, {line}, who.packing(), {});
            return done ? Result<std::pair<QString, QString>>({file, who.name}) : fail(done.error());
        };
        QVERIFY_FAILS(decision("x", {{"case", found["id"]}, {"choose", "Z"}}, judge), ErrorCode::NotFound);
        QVERIFY_FAILS(decision("x", {{"case", Uuid().toString().toStdString()}, {"choose", "A"}}, judge), ErrorCode::NotFound);
        QVERIFY_FAILS(decision("x", {{"case", found["id"]}}, judge), ErrorCode::Malformed);
        QVERIFY_FAILS(decision("x", {{"case", found["id"]}, {"choose", "A"}, {"gold", 1}}, judge), ErrorCode::Malformed);
        const auto one = decision("one", {{"case", found["id"]}, {"choose", "A"}, {"note", "clear"}}, judge);
        const auto two = decision("two", {{"case", found["id"]}, {"choose", "B"}}, jury);
        QVERIFY_RESULT(one);
        QVERIFY_RESULT(two);

        // Whoever labels does not decide.
        const auto own = decision("own", {{"case", found["id"]}, {"choose", "A"}}, world.people.front());
        QVERIFY_RESULT(own);
        QVERIFY_FAILS(merge(**lead, world, *own), ErrorCode::PermissionDenied);

        const auto first = merge(**lead, world, *one);
        QVERIFY_RESULT(first);
        QCOMPARE(first->accepted, 1);
        auto accepted = test::labelsOf(**lead, item, model::acceptedLayer());
        QCOMPARE(accepted.size(), std::size_t(1));
        QVERIFY(model::encode(accepted.front()).size() > 0);
        QCOMPARE(accepted.front().origin.by, QStringLiteral("judge"));
        QVERIFY(accepted.front().parent == AnnotationId::fromString(base::toQString(found["versions"][0]["annotation"]["id"])));
        QCOMPARE(accepted.front().extra["plumbline-case"]["versions"].size(), std::size_t(2));

        const auto second = merge(**lead, world, *two);
        QVERIFY_RESULT(second);
        QCOMPARE(second->conflicts, 1);
        for (int i = 0; i < 2; ++i) {
            const auto list = packet::conflicts(**lead);
            QCOMPARE(list->size(), std::size_t(1));
            QCOMPARE(list->front().kind, QStringLiteral("contradiction"));
            QCOMPARE(list->front().parts.size(), 2);
            QVERIFY(test::labelsOf(**lead, item, model::acceptedLayer()).empty());  // no winner
            QVERIFY_RESULT(merge(**lead, world, *one));
        }
        // A third decision that names both settles it.
        Json both = Json::array();
        const auto open = packet::conflicts(**lead);
        for (const QString &part : open->front().parts)
            both.push_back(part.toStdString());
        const auto last = decision("last", {{"case", found["id"]}, {"choose", "B"}, {"supersedes", both}}, world.lead);
        QVERIFY_RESULT(last);
        QVERIFY_RESULT(merge(**lead, world, *last));
        QVERIFY(packet::conflicts(**lead)->empty());
        accepted = test::labelsOf(**lead, item, model::acceptedLayer());
        QCOMPARE(accepted.size(), std::size_t(1));
        QVERIFY(accepted.front().parent == AnnotationId::fromString(base::toQString(found["versions"][1]["annotation"]["id"])));
        QCOMPARE(test::verified(**lead), QStringList());
    }

    void aDecisionOnADeletedObjectIsKeptAndShown()
    {
        World world;
        world.people.push_back({QStringLiteral("ann")});
        world.people.push_back({QStringLiteral("bob")});
        auto lead = test::makeProject(world.dir.filePath(QStringLiteral("l.plumb")), world.lead,
                                      {QStringLiteral("ann"), QStringLiteral("bob")}, 1);
        QVERIFY_RESULT(lead);
        const ItemId item = test::itemsOf(**lead).front().id;
        for (const test::Party &who : world.people) {
            if (who.name == QLatin1String("ann")) {
                auto builder = test::gesture(**lead);
                builder.create(test::box(**lead, item, who.name, 20));
                QVERIFY_RESULT(test::commit(**lead, builder, who.name));
            }
            QVERIFY_RESULT(workflow::submit(**lead, item, who.person(), {}, m_random));
        }
        const QString cases = world.dir.filePath(QStringLiteral("cases.plumbpack"));
        QVERIFY_RESULT(packet::packCases(**lead, cases, {}, world.lead.packing(), {}));
        const auto reader = packet::PacketReader::open(cases);
        Json found;
        QVERIFY_RESULT((*reader)->visitLines("cases.jsonl", [&](const Json &json, std::int64_t) -> Result<> {
            found = json;
            return {};
        }));
        QCOMPARE(QString::fromStdString(found["why"].get<std::string>()), QStringLiteral("missing"));
        const QString file = world.dir.filePath(QStringLiteral("d"));
        QVERIFY_RESULT(packet::packDecisions(**reader, file, {{{"case", found["id"]}, {"choose", found["versions"][0]["by"]}}},
                                             world.lead.packing(), {}));
        auto gone = test::gesture(**lead);
        gone.remove(test::labelsOf(**lead, item, QStringLiteral("ann")).front());
        QVERIFY_RESULT(test::commit(**lead, gone, QStringLiteral("ann")));
        const auto merged = merge(**lead, world, {file, QStringLiteral("boss")});
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->merged, 1);
        QCOMPARE(packet::conflicts(**lead)->front().kind, QStringLiteral("object-gone"));
        QCOMPARE(test::labelsOf(**lead, item, model::acceptedLayer()).size(), std::size_t(1));
        QCOMPARE(store::RecordLog::open((*lead)->store())->all(model::RecordKind::Decision)->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestMergeOrders)
#include "tst_mergeorders.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewing.h"
#include "core/workflow/contests.h"
#include "core/workflow/goldkeys.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/guideline.h"
#include "tests/packet/sampleproject.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;

/// Work out, submissions back.
class TestWorkPackets : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Project> m_lead;
    test::Party m_boss{QStringLiteral("boss")};
    test::Party m_ann{QStringLiteral("ann")};
    test::Party m_bob{QStringLiteral("bob")};
    base::SystemRandom m_random;

    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }

    Result<packet::PackReport> pack(const QString &file, const QStringList &people = {QStringLiteral("ann")},
                                    std::int64_t expires = 0)
    {
        packet::WorkChoice choice;
        choice.people = people;
        packet::Packing packing = m_boss.packing();
        packing.expiresMicroseconds = expires;
        return packet::packWork(*m_lead, file, choice, packing, m_boss.person(), {});
    }
    Result<packet::OpenReport> open(const QString &file, const QString &folder)
    {
        const auto reader = packet::PacketReader::open(file);
        return reader ? packet::openWork(**reader, folder, m_ann.person(), {}) : fail(reader.error());
    }
    Result<packet::MergeReport> merge(const QString &file, const packet::Believed &sender)
    {
        const auto reader = packet::PacketReader::open(file);
        return reader ? packet::mergePacket(*m_lead, **reader, sender, m_boss.person(), m_random, {}) : fail(reader.error());
    }
    static std::unique_ptr<store::Project> project(const QString &folder)
    {
        auto opened = store::Project::open(folder, store::Project::Access::Write);
        return opened ? std::move(*opened) : nullptr;
    }
    // A box in ann's layer, handed in.
    Result<> work(store::Project &at, ItemId item, double x, const test::Party &who)
    {
        auto builder = test::gesture(at);
        builder.create(test::box(at, item, who.name, x));
        if (const auto done = test::commit(at, builder, who.name); !done)
            return done;
        const auto submitted = workflow::submit(at, item, who.person(), {}, m_random);
        return submitted ? Result<>() : fail(submitted.error());
    }
    Result<packet::PackReport> packBack(store::Project &at, const QString &file, const test::Party &who)
    {
        return packet::packSubmissions(at, file, who.name, who.packing(), {});
    }

private slots:
    void init()
    {
        m_lead.reset();
        m_dir = std::make_unique<QTemporaryDir>(test::quickFolder());
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir->filePath(QStringLiteral("gold")).toUtf8());
        auto made = test::makeProject(path("lead.plumb"), m_boss, {m_ann.name, m_bob.name}, 6);
        QVERIFY_RESULT(made);
        m_lead = std::move(*made);
    }

    void thereAndBack()
    {
        const auto packed = pack(path("work.plumbpack"));
        QVERIFY_RESULT(packed);
        QCOMPARE(packed->manifest.items, 6);
        QCOMPARE(packed->manifest.tasks, 6);
        const auto opened = open(path("work.plumbpack"), path("ann.plumb"));
        QVERIFY_RESULT(opened);
        QVERIFY(opened->made);
        QCOMPARE(opened->items, 6);
        const auto again = open(path("work.plumbpack"), path("ann.plumb"));
        QVERIFY_RESULT(again);
        QVERIFY(again->known);

        auto mine = project(path("ann.plumb"));
        QVERIFY(mine);
        const auto items = test::itemsOf(*mine);
        QCOMPARE(items.size(), std::size_t(6));
        for (const model::Item &item : items) {
            QVERIFY(base::sha256OfFile(mine->mediaPath(item)).value() == item.contentSha256);
            QVERIFY(item.extra.is_null() && item.tags.isEmpty());
        }
        const auto reader = mine->store().reader();
        QCOMPARE(base::toQString((*reader)->setting(QStringLiteral("guideline")).value()),
                 QStringLiteral("# Cars\nDraw them.\n"));
        // Who opened the packet did not write the text that came in it, and is still to read it.
        const auto versions = workflow::guidelineVersions(mine->store());
        QVERIFY_RESULT(versions);
        QCOMPARE(versions->size(), std::size_t(1));
        QCOMPARE(versions->front().author, packed->manifest.sender.name);
        const auto status = workflow::guidelineStatus(mine->store());
        QVERIFY_RESULT(status);
        QCOMPARE(status->size(), std::size_t(1));
        QCOMPARE(status->front().person, m_ann.name);
        QVERIFY(!status->front().current);
        QVERIFY(model::schemaToJson((*reader)->schema().value())
                == model::schemaToJson((*m_lead->store().reader())->schema().value()));
        QCOMPARE((*reader)->queueCounts(m_ann.name)->at(model::TaskState::ToDo), 6);

        // Handed in, changed, handed in again: both come back as they were.
        QVERIFY_RESULT(work(*mine, items[0].id, 1.5, m_ann));
        const auto first = test::labelsOf(*mine, items[0].id, m_ann.name);
        auto edit = test::gesture(*mine);
        model::Annotation moved = first.front();
        moved.geometry = geometry::Box{100.125, 20, 30, 40};
        edit.update(first.front(), moved);
        QVERIFY_RESULT(test::commit(*mine, edit, m_ann.name));
        QVERIFY_RESULT(workflow::submit(*mine, items[0].id, m_ann.person(), {}, m_random));
        QVERIFY_RESULT(work(*mine, items[1].id, 7, m_ann));
        auto draft = test::gesture(*mine);
        draft.create(test::box(*mine, items[0].id, m_ann.name, 300));
        QVERIFY_RESULT(test::commit(*mine, draft, m_ann.name));
        const auto back = packBack(*mine, path("back.plumbpack"), m_ann);
        QVERIFY_RESULT(back);
        QVERIFY(back->issues.empty());
        QCOMPARE(back->manifest.submissions, 3);
        QVERIFY(back->manifest.answers == packed->manifest.id);
        QVERIFY(back->manifest.project == m_lead->id());

        const auto merged = merge(path("back.plumbpack"), {m_ann.name, true, false});
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->merged, 3);
        QCOMPARE(merged->held, 0);
        QCOMPARE(merged->conflicts, 0);
        const auto there = test::labelsOf(*m_lead, items[0].id, m_ann.name);
        QCOMPARE(there.size(), std::size_t(1));  // the draft stays at home
        QVERIFY(model::encode(there.front()) == model::encode(moved));
        const auto leadReader = m_lead->store().reader();
        const auto submissions = (*leadReader)->submissions(items[0].id, m_ann.name);
        QCOMPARE(submissions->size(), std::size_t(2));
        QVERIFY(submissions->front().authenticated);
        QVERIFY((*leadReader)->task(workflow::annotateTask(items[0].id, m_ann.name)).value()->state
                == model::TaskState::Submitted);
        const auto log = store::RecordLog::open(m_lead->store());
        QCOMPARE(log->all(model::RecordKind::Snapshot)->size(), std::size_t(3));

        const QByteArray fold = test::foldOf(*m_lead);
        const auto twice = merge(path("back.plumbpack"), {m_ann.name, true, false});
        QVERIFY_RESULT(twice);
        QCOMPARE(twice->merged, 0);
        QCOMPARE(twice->known, 3);
        QCOMPARE(test::foldOf(*m_lead), fold);
        QCOMPARE(test::verified(*m_lead), QStringList());
        QCOMPARE(test::verified(*mine), QStringList());
    }

    void goldLeavesNoTrace()
    {
        // Half of the items are gold; their answers and the lead's marks must not be in the packet in any form.
        const auto items = test::itemsOf(*m_lead);
        auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_lead->id()));
        QVERIFY_RESULT(gold);
        QList<QByteArray> canaries{"gold", "canary-tag", "coco", "canary-accepted", "canary-bob"};
        for (std::size_t i = 0; i < items.size(); i += 2) {
            model::Annotation answer = test::box(*m_lead, items[i].id, model::acceptedLayer(), 471147114711);
            quality::GoldKey key;
            key.answers = {{answer}};
            QVERIFY_RESULT((*gold)->setKey(items[i].id, key, i == 0 ? workflow::GoldKind::Practice : workflow::GoldKind::Blind));
            canaries << answer.id.toString().toLatin1() << "471147114711";
        }
        auto builder = test::gesture(*m_lead);
        for (const model::Item &item : items) {
            for (const auto &[layer, canary] :
                 {std::pair{model::acceptedLayer(), "canary-accepted"}, {m_bob.name, "canary-bob"}}) {
                model::Annotation label = test::box(*m_lead, item.id, layer, 30);
                label.attributes[QString::fromLatin1(canary)] = true;
                canaries << label.id.toString().toLatin1();
                builder.create(label);
            }
            model::Annotation proposal = test::box(*m_lead, item.id, model::modelLayer(QStringLiteral("m")), 31);
            proposal.origin.kind = model::OriginKind::Model;
            proposal.verdict = model::Verdict::Accepted;
            builder.create(proposal);
        }
        QVERIFY_RESULT(test::commit(*m_lead, builder, m_boss.name));
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QFile file(path("work.plumbpack"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &canary : canaries)
            QVERIFY2(!bytes.toLower().contains(canary), canary.constData());

        // What is said of gold items has the same form as what is said of others, and both stand in the order of random ids.
        const auto reader = packet::PacketReader::open(path("work.plumbpack"));
        QVERIFY_RESULT(reader);
        for (const char *member : {"items.jsonl", "tasks.jsonl", "annotations.jsonl"}) {
            QSet<QString> forms;
            QStringList ids;
            QVERIFY_RESULT((*reader)->visitLines(member, [&](const Json &json, std::int64_t) -> Result<> {
                QString form;
                for (const auto &[key, value] : json.items())
                    form += QString::fromStdString(key) + QLatin1Char(':') + QLatin1String(value.type_name()) + QLatin1Char(' ');
                for (const char *key :
                     {"state", "priority", "due", "round", "stage", "reason", "comment", "scope", "verdict", "created"})
                    if (json.contains(key))
                        form += QString::fromStdString(json[key].dump());
                forms.insert(form);
                ids.append(base::toQString(json["id"]));
                return {};
            }));
            QCOMPARE(forms.size(), 1);
            QVERIFY(std::is_sorted(ids.begin(), ids.end()));
            QCOMPARE(ids.size(), 6);
        }
    }

    void blindGoldThatComesBackIsScoredOnce()
    {
        const auto items = test::itemsOf(*m_lead);
        auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_lead->id()));
        quality::GoldKey key;
        key.answers = {{test::box(*m_lead, items[0].id, m_ann.name, 1.5)}};
        QVERIFY_RESULT((*gold)->setKey(items[0].id, key, workflow::GoldKind::Blind));
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        QVERIFY_RESULT(work(*mine, items[0].id, 1.5, m_ann));
        QVERIFY_RESULT(packBack(*mine, path("back.plumbpack"), m_ann));
        for (int i = 0; i < 2; ++i)
            QVERIFY_RESULT(merge(path("back.plumbpack"), {m_ann.name, true, false}));
        const auto outcomes = (*gold)->outcomes(m_ann.name);
        QVERIFY_RESULT(outcomes);
        QCOMPARE(outcomes->size(), std::size_t(1));
        QVERIFY(outcomes->front().outcome.has_value());
    }

    // What came in a packet is looked at, and scored anew, as it was handed in: this project's history has none of it.
    void whatCameInIsReviewedAndScoredAsItWas()
    {
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        const auto items = test::itemsOf(*mine);
        QVERIFY_RESULT(work(*mine, items[0].id, 1.5, m_ann));
        const model::Annotation right = test::labelsOf(*mine, items[0].id, m_ann.name).front();
        QVERIFY_RESULT(packBack(*mine, path("back.plumbpack"), m_ann));
        QVERIFY_RESULT(merge(path("back.plumbpack"), {m_ann.name, true, false}));
        const auto seen = review::reviewWork(*m_lead, items[0].id, m_ann.name, m_boss.person());
        QVERIFY_RESULT(seen);
        QCOMPARE(seen->labels.size(), std::size_t(1));
        QCOMPARE(seen->labels.front().id, right.id);
        QVERIFY(!seen->editedSince);

        workflow::GoldStore::StoredKey key;
        key.key.answers = {{right}};
        const auto changed = workflow::changeKeys(*m_lead, {{items[0].id, key}});
        QVERIFY_RESULT(changed);
        QCOMPARE(changed->issues.count(), 0);
        QCOMPARE(changed->scored, 1);
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_lead->id()));
        const auto outcomes = (*gold)->outcomes(m_ann.name);
        QCOMPARE(outcomes->size(), std::size_t(1));
        QCOMPARE(outcomes->front().outcome->right, 1);
    }

    // What is looked at here stays as it is, and what comes late opens nothing that is closed.
    void lateWorkDoesNotUnlock()
    {
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        const ItemId item = test::itemsOf(*mine)[0].id;
        const packet::Believed ann{m_ann.name, true, false};
        QVERIFY_RESULT(work(*mine, item, 1.5, m_ann));
        QVERIFY_RESULT(packBack(*mine, path("first.plumbpack"), m_ann));
        QVERIFY_RESULT(work(*mine, item, 20, m_ann));
        QVERIFY_RESULT(packBack(*mine, path("second.plumbpack"), m_ann));
        QVERIFY_RESULT(merge(path("first.plumbpack"), ann));
        const TaskId task = workflow::annotateTask(item, m_ann.name);
        const auto now = [&] { return (*m_lead->store().reader())->task(task).value().value(); };
        const auto lock = [&](model::TaskState state) {
            const model::Task before = now();
            model::Task locked = before;
            locked.state = state;
            auto builder = test::gesture(*m_lead);
            builder.put(&before, locked);
            return test::commit(*m_lead, builder, m_boss.name);
        };
        QVERIFY_RESULT(lock(model::TaskState::InReview));
        const auto held = merge(path("second.plumbpack"), ann);
        QVERIFY_RESULT(held);
        QCOMPARE(held->held, 1);
        QCOMPARE(held->merged, 0);
        QVERIFY(now().state == model::TaskState::InReview);
        QCOMPARE(test::labelsOf(*m_lead, item, m_ann.name).size(), std::size_t(1));
        QCOMPARE((*m_lead->store().reader())->submissions(item, m_ann.name)->size(), std::size_t(1));
        for (const auto state : {model::TaskState::Accepted, model::TaskState::Adjudicated, model::TaskState::Done}) {
            QVERIFY_RESULT(lock(state));
            QVERIFY_RESULT(merge(path("second.plumbpack"), ann));
            QVERIFY(now().state == state);
            QCOMPARE((*m_lead->store().reader())->submissions(item, m_ann.name)->size(), std::size_t(2));
            QVERIFY(test::labelsOf(*m_lead, item, model::acceptedLayer()).empty());
        }
    }

    // Of two submissions with one number the earlier one stands: in the layer, and before the reviewer.
    void theEarlierOfTwoIsReviewed()
    {
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        const ItemId item = test::itemsOf(*m_lead)[0].id;
        const packet::Believed ann{m_ann.name, true, false};
        for (const char *copy : {"one", "two"}) {
            QVERIFY_RESULT(open(path("work.plumbpack"), path(copy)));
            auto mine = project(path(copy));
            QVERIFY_RESULT(work(*mine, item, copy[0] == 'o' ? 1.5 : 20, m_ann));
            QVERIFY_RESULT(packBack(*mine, path(copy) + QStringLiteral(".plumbpack"), m_ann));
            QVERIFY_RESULT(merge(path(copy) + QStringLiteral(".plumbpack"), ann));
        }
        const auto layer = test::labelsOf(*m_lead, item, m_ann.name);
        QCOMPARE(layer.size(), std::size_t(1));
        const auto seen = review::reviewWork(*m_lead, item, m_ann.name, m_boss.person());
        QVERIFY_RESULT(seen);
        QCOMPARE(seen->labels.size(), std::size_t(1));
        QCOMPARE(seen->labels.front().id, layer.front().id);
    }

    // Tracks go as they were handed in, as labels do; what was changed since goes with the next submission.
    void tracksAreThoseThatWereHandedIn()
    {
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        const ItemId item = test::itemsOf(*mine)[0].id;
        model::Track track;
        track.id = mine->store().ids().make<TrackId>();
        track.item = item;
        track.layer = m_ann.name;
        auto builder = test::gesture(*mine);
        builder.put(nullptr, track);
        QVERIFY_RESULT(test::commit(*mine, builder, m_ann.name));
        QVERIFY_RESULT(work(*mine, item, 1.5, m_ann));
        const model::Track before = (*mine->store().reader())->tracks({item, m_ann.name})->front();
        model::Track changed = before;
        changed.extra = Json{{"zzz", "since"}};
        auto later = test::gesture(*mine);
        later.put(&before, changed);
        QVERIFY_RESULT(test::commit(*mine, later, m_ann.name));
        QVERIFY_RESULT(packBack(*mine, path("back.plumbpack"), m_ann));
        QVERIFY_RESULT(merge(path("back.plumbpack"), {m_ann.name, true, false}));
        const auto tracks = (*m_lead->store().reader())->tracks({item, m_ann.name});
        QCOMPARE(tracks->size(), std::size_t(1));
        QVERIFY(tracks->front().extra == before.extra);
    }

    // What came in a packet has no moment in the history here.
    void whoJudgesAContestSeesWhatCameIn()
    {
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        const ItemId item = test::itemsOf(*mine)[0].id;
        QVERIFY_RESULT(work(*mine, item, 1.5, m_ann));
        const model::Annotation drawn = test::labelsOf(*mine, item, m_ann.name).front();
        QVERIFY_RESULT(packBack(*mine, path("back.plumbpack"), m_ann));
        QVERIFY_RESULT(merge(path("back.plumbpack"), {m_ann.name, true, false}));
        const auto both = workflow::keyAndWork(*m_lead, item, m_ann.name, m_boss.person());
        QVERIFY_RESULT(both);
        QCOMPARE(both->work.size(), std::size_t(1));
        QCOMPARE(both->work.front().id, drawn.id);
    }

    void aStrangersWorkIsNeverScored()
    {
        const auto items = test::itemsOf(*m_lead);
        auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_lead->id()));
        quality::GoldKey key;
        key.answers = {{test::box(*m_lead, items[0].id, m_ann.name, 1.5)}};
        QVERIFY_RESULT((*gold)->setKey(items[0].id, key, workflow::GoldKind::Blind));
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        QVERIFY_RESULT(work(*mine, items[0].id, 1.5, m_ann));
        QVERIFY_RESULT(packBack(*mine, path("back.plumbpack"), m_ann));
        const auto merged = merge(path("back.plumbpack"), {m_ann.name, false, false});
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->merged, 1);
        QVERIFY(!(*m_lead->store().reader())->submissions(items[0].id, m_ann.name)->front().authenticated);
        QVERIFY((*gold)->outcomes(m_ann.name)->empty());
    }

    void whatIsHeldBack()
    {
        const auto items = test::itemsOf(*m_lead);
        const auto packed = pack(path("work.plumbpack"));
        QVERIFY_RESULT(packed);
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        QVERIFY_RESULT(work(*mine, items[0].id, 1, m_ann));
        QVERIFY_RESULT(packBack(*mine, path("back.plumbpack"), m_ann));
        const QByteArray before = test::foldOf(*m_lead);
        // bob's key under ann's work
        const auto asBob = merge(path("back.plumbpack"), {m_bob.name, true, false});
        QVERIFY_RESULT(asBob);
        QCOMPARE(asBob->held, 1);
        QCOMPARE(asBob->issues.count(), 1);
        QCOMPARE(test::foldOf(*m_lead), before);
        QVERIFY_FAILS(packet::recall(*m_lead, Uuid::fromName("no", "packet"), m_boss.person()), ErrorCode::NotFound);
        QVERIFY_RESULT(packet::recall(*m_lead, packed->manifest.id, m_boss.person()));
        QVERIFY_RESULT(packet::recall(*m_lead, packed->manifest.id, m_boss.person()));
        const auto recalled = merge(path("back.plumbpack"), {m_ann.name, true, false});
        QVERIFY_RESULT(recalled);
        QCOMPARE(recalled->held, 1);
        QVERIFY(recalled->issues.issues.front().text.contains(QLatin1String("recalled")));
        QCOMPARE(test::foldOf(*m_lead), before);
        const auto late = merge(path("back.plumbpack"), {m_ann.name, true, true});
        QVERIFY_RESULT(late);
        QCOMPARE(late->merged, 1);
        // Of another project
        auto other = test::makeProject(path("other.plumb"), m_boss, {m_ann.name}, 1);
        QVERIFY_RESULT(other);
        const auto reader = packet::PacketReader::open(path("back.plumbpack"));
        QVERIFY_FAILS(packet::mergePacket(**other, **reader, {m_ann.name, true, false}, m_boss.person(), m_random, {}),
                      ErrorCode::Conflict);
        // Work is opened, not merged
        QVERIFY_FAILS(merge(path("work.plumbpack"), {m_boss.name, true, false}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(open(path("back.plumbpack"), path("x.plumb")), ErrorCode::InvalidArgument);
        QVERIFY(!QFileInfo::exists(path("x.plumb")));
    }

    void expiredWork()
    {
        QVERIFY_RESULT(pack(path("old.plumbpack"), {m_ann.name}, m_lead->store().clock().nowMicroseconds() - 1));
        QVERIFY_FAILS(open(path("old.plumbpack"), path("ann.plumb")), ErrorCode::Failed);
        QVERIFY(!QFileInfo::exists(path("ann.plumb")));
    }

    void aRecallThatIsOpenedStopsTheWork()
    {
        const auto items = test::itemsOf(*m_lead);
        const auto packed = pack(path("work.plumbpack"));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        QVERIFY_RESULT(work(*mine, items[0].id, 1, m_ann));
        mine.reset();
        QVERIFY_RESULT(packet::packRecall(*m_lead, packed->manifest.id, path("recall.plumbpack"), m_boss.packing(), {}));
        QVERIFY_RESULT(packet::packRecall(*m_lead, packed->manifest.id, path("false.plumbpack"), m_bob.packing(), {}));
        const auto wrong = packet::PacketReader::open(path("false.plumbpack"));
        QVERIFY_FAILS(packet::openRecall(**wrong, path("ann.plumb"), m_ann.person()), ErrorCode::PermissionDenied);
        const auto notice = packet::PacketReader::open(path("recall.plumbpack"));
        QVERIFY_RESULT(notice);
        QVERIFY_RESULT(packet::openRecall(**notice, path("ann.plumb"), m_ann.person()));
        QVERIFY_RESULT(packet::openRecall(**notice, path("ann.plumb"), m_ann.person()));
        QVERIFY_FAILS(open(path("work.plumbpack"), path("ann.plumb")), ErrorCode::Failed);
        mine = project(path("ann.plumb"));
        QVERIFY_FAILS(packBack(*mine, path("back.plumbpack"), m_ann), ErrorCode::NotFound);
        QCOMPARE(test::labelsOf(*mine, items[0].id, m_ann.name).size(), std::size_t(1));
    }

    void aFolderOfAnotherProjectIsLeftAlone()
    {
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_FAILS(open(path("work.plumbpack"), path("lead.plumb")), ErrorCode::Locked);
        auto other = test::makeProject(path("other.plumb"), m_boss, {m_ann.name}, 1);
        QVERIFY_RESULT(other);
        const QByteArray before = test::foldOf(**other);
        other->reset();
        QVERIFY_FAILS(open(path("work.plumbpack"), path("other.plumb")), ErrorCode::Conflict);
        QVERIFY(test::foldOf(*project(path("other.plumb"))) == before);
    }

    void aMediumThatChangedIsNotPacked()
    {
        QFile file(m_lead->mediaPath(test::itemsOf(*m_lead).front()));
        QVERIFY(file.open(QIODevice::Append));
        file.write("x");
        file.close();
        QVERIFY_FAILS(pack(path("work.plumbpack")), ErrorCode::Corrupt);
        QVERIFY(!QFileInfo::exists(path("work.plumbpack")));
        QVERIFY(file.remove());
        QVERIFY_FAILS(pack(path("work.plumbpack")), ErrorCode::NotFound);
    }

    void onlyTheCohortsOwnIsCarried()
    {
        packet::WorkChoice choice;
        choice.cohort = QStringLiteral("south");
        QVERIFY_FAILS(packet::packWork(*m_lead, path("w.plumbpack"), choice, m_boss.packing(), m_boss.person(), {}),
                      ErrorCode::NotFound);
        choice.cohort = QStringLiteral("north");
        choice.most = 2;
        const auto packed = packet::packWork(*m_lead, path("w.plumbpack"), choice, m_boss.packing(), m_boss.person(), {});
        QVERIFY_RESULT(packed);
        QCOMPARE(packed->manifest.people, (QStringList{m_ann.name, m_bob.name}));
        QCOMPARE(packed->manifest.tasks, 4);
        QCOMPARE(packed->manifest.items, 2);
    }

    void labelsWithIdsOfOthersAreHeldBack()
    {
        const auto items = test::itemsOf(*m_lead);
        model::Annotation precious = test::box(*m_lead, items[0].id, model::acceptedLayer(), 5);
        auto builder = test::gesture(*m_lead);
        builder.create(precious);
        QVERIFY_RESULT(test::commit(*m_lead, builder, m_boss.name));
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        auto forged = test::gesture(*mine);
        model::Annotation label = test::box(*mine, items[0].id, m_ann.name, 6);
        label.id = precious.id;
        forged.create(label);
        QVERIFY_RESULT(test::commit(*mine, forged, m_ann.name));
        QVERIFY_RESULT(workflow::submit(*mine, items[0].id, m_ann.person(), {}, m_random));
        QVERIFY_RESULT(packBack(*mine, path("back.plumbpack"), m_ann));
        const auto merged = merge(path("back.plumbpack"), {m_ann.name, true, false});
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->held, 1);
        QVERIFY(model::encode(test::labelsOf(*m_lead, items[0].id, model::acceptedLayer()).front()) == model::encode(precious));
    }

    void aLayerThatWasEditedHereIsAConflictAndStays()
    {
        const auto items = test::itemsOf(*m_lead);
        QVERIFY_RESULT(pack(path("work.plumbpack")));
        QVERIFY_RESULT(open(path("work.plumbpack"), path("ann.plumb")));
        auto mine = project(path("ann.plumb"));
        QVERIFY_RESULT(work(*mine, items[0].id, 6, m_ann));
        QVERIFY_RESULT(packBack(*mine, path("back.plumbpack"), m_ann));
        auto here = test::gesture(*m_lead);
        here.create(test::box(*m_lead, items[0].id, m_ann.name, 99));
        QVERIFY_RESULT(test::commit(*m_lead, here, m_boss.name));
        const auto merged = merge(path("back.plumbpack"), {m_ann.name, true, false});
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->conflicts, 1);
        const auto list = packet::conflicts(*m_lead);
        QCOMPARE(list->size(), std::size_t(1));
        QCOMPARE(list->front().kind, QStringLiteral("layer-edited"));
        QVERIFY(std::get<geometry::Box>(test::labelsOf(*m_lead, items[0].id, m_ann.name).front().geometry).x == 99);
    }
};

QTEST_GUILESS_MAIN(TestWorkPackets)
#include "tst_workpackets.moc"

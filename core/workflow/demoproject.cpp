// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/demoproject.h"

#include "core/base/atomicfile.h"
#include "core/simulation/judgementteam.h"
#include "core/simulation/street.h"
#include "core/store/reader.h"
#include "core/workflow/demodrive.h"
#include "core/workflow/desk.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/judging.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImageWriter>
#include <QTemporaryDir>

#include <numeric>

namespace plumbline::workflow {

namespace {

using simulation::AnnotatorProfile;
using simulation::StreetScene;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

/// Shares of the items; the rest is ordinary work.
constexpr double blindShare = 0.2;
constexpr double practiceShare = 0.1;
constexpr double acceptedShare = 0.25;

std::vector<AnnotatorProfile> team()
{
    return {{QStringLiteral("ada"), QStringLiteral("in-house"), 0.01, 0.01, 0.01, 0.02, 1.5, 0.0},
            {QStringLiteral("ben"), QStringLiteral("partner A"), 0.08, 0.08, 0.06, 0.05, 2.0, 0.1},
            {QStringLiteral("cleo"), QStringLiteral("partner B"), 0.02, 0.05, 0.02, 0.02, 1.5, -0.1}};
}

model::Schema demoSchema(bool drive)
{
    model::Schema schema = model::emptySchema();
    for (const QString &name : simulation::streetClasses())
        model::addClass(schema, ClassId{Uuid::fromName("class", name.toUtf8())}, name);
    if (drive)
        for (const QString &name : simulation::lidarDriveClasses())
            if (!schema.find(name))
                model::addClass(schema, ClassId{Uuid::fromName("class", name.toUtf8())}, name);
    model::Attribute occluded;
    occluded.key = QStringLiteral("occluded");
    occluded.title = QStringLiteral("partly hidden");
    schema.attributes.push_back(occluded);
    model::Attribute truncated;
    truncated.key = QStringLiteral("truncated");
    truncated.title = QStringLiteral("cut by the edge");
    schema.attributes.push_back(truncated);
    return schema;
}

/// One picture with its place in the plan.
struct DemoItem {
    model::Item item;
    StreetScene scene;
    enum Plan { Ordinary, Accepted, Blind, Practice } plan = Ordinary;
};

class DemoBuilder
{
public:
    DemoBuilder(store::Project &project, const DemoOptions &options, store::Person owner, const jobs::JobControl &control)
        : m_project(project), m_options(options), m_owner(std::move(owner)), m_control(control), m_random(options.seed)
    {
    }

    Result<DemoReport> build()
    {
        if (const auto done = makeItems(); !done)
            return fail(done.error());
        if (const auto done = addMembers(); !done)
            return fail(done.error());
        if (const auto done = acceptWork(); !done)
            return fail(done.error());
        if (const auto done = makeGold(); !done)
            return fail(done.error());
        if (const auto done = letTeamWork(); !done)
            return fail(done.error());
        if (const auto done = letCrowdJudge(); !done)
            return fail(done.error());
        if (m_options.drive)
            if (const auto done = addDrive(); !done)
                return fail(done.error());
        const auto reader = m_project.store().reader();
        if (!reader)
            return fail(reader.error());
        const auto layers = (*reader)->layers();
        if (!layers)
            return fail(layers.error());
        for (const auto &[name, count] : *layers)
            m_report.annotations += count;
        m_report.project = m_project.folder();
        return m_report;
    }

private:
    // Practice comes first and openly, so that a newcomer sees the gauge move. All other plans are dealt to shuffled positions:
    // neither name nor order nor id tells what an item is.
    std::vector<DemoItem::Plan> dealtPlans()
    {
        const auto count = static_cast<std::size_t>(m_options.items);
        const auto share = [&](double part) { return static_cast<std::size_t>(part * m_options.items + 0.5); };
        std::vector<DemoItem::Plan> plans(count, DemoItem::Ordinary);
        std::size_t next = std::min(count, share(practiceShare));
        const std::size_t shuffledFrom = next;
        std::fill_n(plans.begin(), next, DemoItem::Practice);
        for (const auto &[plan, part] : {std::pair{DemoItem::Blind, blindShare}, {DemoItem::Accepted, acceptedShare}})
            for (std::size_t k = share(part); k > 0 && next < count; --k)
                plans[next++] = plan;
        for (std::size_t i = count; i > shuffledFrom + 1; --i)
            std::swap(plans[i - 1], plans[shuffledFrom + m_random.below(i - shuffledFrom)]);
        return plans;
    }

    Result<> makeItems()
    {
        const std::vector<DemoItem::Plan> plans = dealtPlans();
        for (int i = 0; i < m_options.items; ++i) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            m_control.report(i, 2LL * m_options.items, tr("Painting streets"));
            DemoItem made;
            made.plan = plans[static_cast<std::size_t>(i)];
            made.scene = simulation::makeStreet(m_options.seed * 1'000'003 + static_cast<std::uint64_t>(i));
            const QString name = QStringLiteral("street-%1.png").arg(i + 1, 4, 10, QLatin1Char('0'));
            const QString path = m_project.folder() + QStringLiteral("/media/") + name;
            QImageWriter writer(path, "png");
            writer.setCompression(40);
            if (!writer.write(simulation::renderStreet(made.scene)))
                return fail(ErrorCode::Failed, tr("%1 cannot be written: %2").arg(path, writer.errorString()));
            const auto digest = base::sha256OfFile(path);
            if (!digest)
                return fail(digest.error());
            made.item.id = ItemId{m_project.store().ids().version4()};
            made.item.name = name;
            made.item.path = QStringLiteral("media/") + name;
            made.item.contentSha256 = *digest;
            made.item.bytes = QFileInfo(path).size();
            made.item.width = made.scene.width;
            made.item.height = made.scene.height;
            m_items.push_back(std::move(made));
        }
        std::vector<model::Item> items;
        for (const DemoItem &made : m_items)
            items.push_back(made.item);
        m_report.items = static_cast<std::int64_t>(items.size());
        const auto stored = m_project.store().bulk(tr("Add %1 media").arg(items.size()), m_owner.name,
                                                   [&](store::BulkSink &sink) { return sink.addItems(std::move(items)); });
        return stored ? Result<>() : fail(stored.error());
    }

    model::Annotation annotation(const DemoItem &made, const QString &layer, const QString &className, const geometry::Geometry &shape)
    {
        model::Annotation a;
        a.id = m_project.store().ids().make<AnnotationId>();
        a.item = made.item.id;
        a.layer = layer;
        a.labelClass = ClassId{Uuid::fromName("class", className.toUtf8())};
        a.geometry = shape;
        a.origin.by = layer == model::acceptedLayer() ? m_owner.name : layer;
        a.createdMicroseconds = m_project.store().clock().nowMicroseconds();
        return a;
    }

    std::vector<model::Annotation> truth(const DemoItem &made, const QString &layer)
    {
        std::vector<model::Annotation> labels;
        const auto objects = simulation::truthOf(made.scene);
        for (std::size_t k = 0; k < objects.size(); ++k) {
            model::Annotation a = annotation(made, layer, objects[k].className, objects[k].geometry);
            if (k < made.scene.objects.size()) {
                a.attributes[QStringLiteral("occluded")] = made.scene.objects[k].occludedShare > 0.05;
                a.attributes[QStringLiteral("truncated")] = made.scene.objects[k].truncatedShare > 0.01;
            }
            labels.push_back(std::move(a));
        }
        return labels;
    }

    Result<> commit(history::GestureBuilder &builder, const QString &actor)
    {
        const auto done = store::wait(m_project.store().commit(builder.take(), actor));
        return done ? Result<>() : fail(done.error());
    }

    Result<> addMembers()
    {
        history::GestureBuilder builder(m_project.store().ids().make<GestureId>(), tr("Add members"));
        QStringList known{m_owner.name};
        const auto add = [&](const QString &name, const QString &cohort) {
            if (!known.contains(name))
                builder.put(nullptr, model::Member{name, name, QStringLiteral("annotator"), cohort});
            known.append(name);
        };
        for (const AnnotatorProfile &profile : team())
            add(profile.name, profile.cohort);
        for (const simulation::JudgeProfile &judge : simulation::judgementTeam())
            add(judge.name, judge.cohort);
        builder.notUndoable();
        return commit(builder, m_owner.name);
    }

    Result<> acceptWork()
    {
        std::vector<model::Annotation> labels;
        history::GestureBuilder builder(m_project.store().ids().make<GestureId>(), tr("Accept work"));
        for (const DemoItem &made : m_items) {
            if (made.plan != DemoItem::Accepted)
                continue;
            for (model::Annotation &a : truth(made, model::acceptedLayer()))
                labels.push_back(std::move(a));
            model::Task task;
            task.id = annotateTask(made.item.id, m_owner.name);
            task.item = made.item.id;
            task.assignee = m_owner.name;
            task.state = model::TaskState::Accepted;
            builder.put(nullptr, task);
        }
        if (labels.empty())
            return {};
        const auto stored = m_project.store().bulk(tr("Accept work"), m_owner.name,
                                                   [&](store::BulkSink &sink) { return sink.addAnnotations(labels); });
        if (!stored)
            return fail(stored.error());
        builder.notUndoable();
        return commit(builder, m_owner.name);
    }

    Result<> makeGold()
    {
        auto gold = GoldStore::open(GoldStore::standardPath(m_project.id()));
        if (!gold)
            return fail(gold.error());
        for (const DemoItem &made : m_items) {
            const bool blind = made.plan == DemoItem::Blind;
            if (!blind && made.plan != DemoItem::Practice)
                continue;
            const quality::GoldKey key{{truth(made, QStringLiteral("gold"))}, false};
            if (const auto done = (*gold)->setKey(made.item.id, key, blind ? GoldKind::Blind : GoldKind::Practice); !done)
                return done;
            ++(blind ? m_report.gold : m_report.practice);
        }
        // Accepted work is not in anybody's queue.
        return (*gold)->setBlindShare(blindShare / (1 - acceptedShare));
    }

    // Every member labels all that is not accepted yet, in an order of their own.
    Result<> letTeamWork()
    {
        std::int64_t done = 0;
        for (const AnnotatorProfile &profile : team()) {
            base::SeededRandom random(m_options.seed + 17 * (1 + qHash(profile.name, 0)));
            std::vector<std::size_t> order(m_items.size());
            std::iota(order.begin(), order.end(), std::size_t(0));
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[random.below(i)]);
            for (const std::size_t at : order) {
                if (m_control.cancelled())
                    return jobs::JobControl::cancelledError();
                m_control.report(m_options.items + done++ / 3, 2LL * m_options.items, tr("Simulating annotators"));
                if (m_items[at].plan == DemoItem::Accepted)
                    continue;
                if (const auto worked = labelOne(m_items[at], profile, random); !worked)
                    return worked;
            }
        }
        m_control.report(2LL * m_options.items, 2LL * m_options.items);
        return {};
    }

    // Twenty people with known habits answer "what is it?": what the team view is for.
    Result<> letCrowdJudge()
    {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        simulation::JudgementTeamOptions options;
        options.seed = m_options.seed;
        options.tasks = 600;
        options.goldShare = 0.4;
        const simulation::SimulatedJudgements world = simulation::simulateJudgements(simulation::judgementTeam(), options);
        const QTemporaryDir folder;
        const JudgementFiles files{folder.filePath(QStringLiteral("labels.csv")), folder.filePath(QStringLiteral("gold.csv"))};
        for (const auto &[path, content] : {std::pair{files.labels, world.labelsCsv()}, {files.gold, world.goldCsv()}})
            if (const auto written = base::writeFileAtomically(path, content); !written)
                return written;
        base::SeededRandom random(m_options.seed);
        const auto recorded = recordJudgements(m_project, files, m_owner, random, m_control);
        if (!recorded)
            return fail(recorded.error());
        m_report.judgements = recorded->judgements;
        return {};
    }

    Result<> addDrive()
    {
        const auto layer = workingLayer(m_project, m_owner);
        if (!layer)
            return fail(layer.error());
        std::vector<ClassId> classes;
        for (const QString &name : simulation::lidarDriveClasses())
            classes.push_back(ClassId{Uuid::fromName("class", name.toUtf8())});
        DemoDrive drive;
        drive.seed = m_options.seed;
        auto written = writeDemoDrive(m_project, drive, *layer, classes, m_control);
        if (!written)
            return fail(written.error());
        const auto stored =
            m_project.store().bulk(tr("Add %1 media").arg(1), m_owner.name, [&](store::BulkSink &sink) -> Result<> {
                if (const auto added = sink.addItems({written->item}); !added)
                    return added;
                history::GestureBuilder changes(GestureId{}, {});
                changes.put(nullptr, written->scene);
                for (const model::Track &track : written->tracks)
                    changes.put(nullptr, track);
                for (const history::Change &change : changes.gesture().changes)
                    if (const auto added = sink.change(change); !added)
                        return added;
                return sink.addAnnotations(written->annotations);
            });
        if (!stored)
            return fail(stored.error());
        ++m_report.scenes;
        return {};
    }

    Result<> labelOne(const DemoItem &made, const AnnotatorProfile &profile, base::SeededRandom &random)
    {
        const simulation::SimulatedWork work = simulation::annotate(made.scene, profile, random);
        history::GestureBuilder builder(m_project.store().ids().make<GestureId>(), tr("Label"));
        for (const simulation::SimulatedLabel &label : work.labels)
            builder.create(annotation(made, profile.name, label.className, label.geometry));
        if (!builder.gesture().empty())
            if (const auto committed = commit(builder, profile.name); !committed)
                return committed;
        SubmitOptions options;
        options.confidence = work.confidence;
        const auto submitted = submit(m_project, made.item.id, {profile.name, true}, options, random);
        if (!submitted)
            return fail(submitted.error());
        ++m_report.submissions;
        return {};
    }

    store::Project &m_project;
    const DemoOptions &m_options;
    store::Person m_owner;
    const jobs::JobControl &m_control;
    base::SeededRandom m_random;
    std::vector<DemoItem> m_items;
    DemoReport m_report;
};

}  // namespace

Result<DemoReport> makeDemo(const QString &folder, const DemoOptions &options, const jobs::JobControl &control)
{
    if (options.items < 1)
        return fail(ErrorCode::InvalidArgument, tr("A demo needs at least one item."));
    const store::Person owner = store::operatingSystemPerson();
    store::Project::NewProject made;
    made.name = tr("Demo: street pictures");
    made.schema = demoSchema(options.drive);
    made.creator = owner;
    made.team = true;
    auto project = store::Project::create(folder, made);
    if (!project)
        return fail(project.error());
    const QString goldFile = GoldStore::standardPath((*project)->id());
    auto report = DemoBuilder(**project, options, owner, control).build();
    if (!report) {
        const QString path = (*project)->folder();
        project->reset();
        QDir(path).removeRecursively();
        QFile::remove(goldFile);
    }
    return report;
}

}  // namespace plumbline::workflow

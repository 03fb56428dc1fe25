// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prelabel/prelabeler.h"
#include "core/store/reader.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <numbers>

using namespace plumbline;

namespace {

/// Two objects: one is called a truck once and turned around in its first two sweeps, the other has no track.
class SweepSession final : public extension::InferenceSession
{
public:
    extension::InferenceProvenance m_provenance{QStringLiteral("fake"),
                                                QStringLiteral("m1"),
                                                QStringLiteral("1"),
                                                QStringLiteral("abc"),
                                                QStringLiteral("cpu"),
                                                QStringLiteral("CPU 9"),
                                                {}};
    std::vector<extension::InferenceSweep> seen;
    std::function<void()> onRun;

    const extension::InferenceProvenance &provenance() const override { return m_provenance; }
    double warmUpMilliseconds() const override { return 1; }
    QStringList classNames() const override { return {QStringLiteral("car"), QStringLiteral("truck")}; }
    bool stateful() const override { return true; }
    Result<extension::InferenceOutput> run(const QImage &, const extension::InferenceOptions &, const jobs::JobControl &) override
    {
        return fail(ErrorCode::Unsupported, QStringLiteral("no pictures"));
    }
    Result<extension::InferenceOutput> runSweep(const extension::InferenceSweep &sweep, const extension::InferenceOptions &,
                                                const jobs::JobControl &) override
    {
        seen.push_back(sweep);
        if (onRun)
            onRun();
        const double yaw = sweep.frame < 2 ? std::numbers::pi : 0.1;
        extension::InferenceOutput output;
        output.predictions = {
            {sweep.frame == 1 ? QStringLiteral("truck") : QStringLiteral("car"),
             geometry::Cuboid{{10, 0, 1}, {4, 2, 1.5}, geometry::rotationFromYaw(yaw), sweep.labelFrame}, 0.9, 7},
            {QStringLiteral("car"), geometry::Cuboid{{20, 5, 1}, {4, 2, 1.5}, {0, 0, 0, 1}, sweep.labelFrame}, 0.4, 0}};
        return output;
    }
};

}  // namespace

class TestScenePrelabel : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    test::Identity m_identity;
    std::unique_ptr<store::Project> m_project;
    exchange::MediaOpener m_opener{{}};
    const store::Person m_me{QStringLiteral("me"), true};

    void makeProject(int scenes, int pictures = 0)
    {
        m_project.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        model::Schema schema = model::emptySchema();
        model::addClass(schema, m_identity.ids.make<ClassId>(), QStringLiteral("car"));
        model::addClass(schema, m_identity.ids.make<ClassId>(), QStringLiteral("truck"));
        m_project = std::move(*store::Project::create(m_dir->filePath(QStringLiteral("p.plumb")), {{}, schema, m_me, false}));
        history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Add"));
        for (int i = 0; i < scenes; ++i) {
            model::Item item;
            item.id = ItemId{m_identity.ids.version4()};
            item.kind = model::ItemKind::Scene;
            item.name = QStringLiteral("scene-%1").arg(i);
            item.path = m_dir->filePath(item.name);
            item.frames = 4;
            QDir().mkpath(item.path);
            model::Scene scene;
            scene.item = item.id;
            scene.convention = QStringLiteral("scene-json");
            scene.labelFrame = QStringLiteral("top");
            scene.sensors = {{QStringLiteral("top"), model::SensorKind::Lidar, {{0, 0, 0, 1}, {0, 0, 1.8}}, {}}};
            for (int frame = 0; frame < 4; ++frame) {
                const QString name = QStringLiteral("%1.bin").arg(frame);
                QFile file(item.path + QLatin1Char('/') + name);
                QVERIFY(file.open(QIODevice::WriteOnly));
                for (int p = 0; p < 16; ++p) {
                    const float values[4] = {float(p), float(frame), p == 3 ? NAN : -1.F, 0.5F};
                    file.write(reinterpret_cast<const char *>(values), sizeof(values));
                }
                model::SceneFrame entry;
                entry.microseconds = 1000 + frame * 100'000;
                entry.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {double(frame), 0, 0}};
                entry.files = {{0, name, entry.microseconds, {}}};
                scene.frames.push_back(entry);
            }
            builder.put(nullptr, item);
            builder.put(nullptr, scene);
        }
        for (int i = 0; i < pictures; ++i) {
            model::Item item;
            item.id = ItemId{m_identity.ids.version4()};
            item.name = QStringLiteral("picture-%1").arg(i);
            item.path = m_dir->filePath(item.name);
            builder.put(nullptr, item);
        }
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), m_me.name)));
    }

    static model::FrameRef frameRef(std::int64_t frame)
    {
        model::FrameRef ref;
        ref.stream = QStringLiteral("top");
        ref.index = frame;
        ref.pts = 1000 + frame * 100'000;
        ref.timeBase = {1, 1'000'000};
        return ref;
    }
    Result<> add(const std::vector<model::Annotation> &labels)
    {
        const auto done = m_project->store().bulk(QStringLiteral("Label"), m_me.name,
                                                  [&](store::BulkSink &sink) { return sink.addAnnotations(labels); });
        return done ? Result<>() : fail(done.error());
    }
    std::unique_ptr<store::Reader> reader() { return std::move(*m_project->store().reader()); }
    std::vector<model::Annotation> proposals()
    {
        return reader()->annotations({{}, model::modelLayer(QStringLiteral("m1"))}).value();
    }
    std::vector<model::Track> tracks() { return reader()->tracks({{}, model::modelLayer(QStringLiteral("m1"))}).value(); }
    prelabel::PrelabelOptions options()
    {
        prelabel::PrelabelOptions result;
        result.modelId = QStringLiteral("m1");
        result.input = extension::ModelInput::Sweep;
        return result;
    }

private slots:
    void sweepsBecomeProposalsWithFramesAndTracks()
    {
        makeProject(1);
        SweepSession session;
        const auto report = prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {});
        QVERIFY_RESULT(report);
        for (const Issue &issue : report->issues.issues)
            qWarning("%s", qPrintable(issue.text));
        QCOMPARE(report->items, 1);
        QCOMPARE(report->sweeps, 4);
        QCOMPARE(report->predictions, 8);
        QCOMPARE(report->issues.count(), 0);
        // What the model was given: finite points, frames in order, poses.
        QCOMPARE(session.seen.size(), std::size_t(4));
        QCOMPARE(session.seen[2].positions.size(), std::size_t(15));
        QCOMPARE(session.seen[2].intensity.size(), std::size_t(15));
        QCOMPARE(session.seen[2].frame, 2);
        QCOMPARE(session.seen[2].microseconds, 201'000);
        QCOMPARE(session.seen[2].labelFrame, QStringLiteral("top"));
        QCOMPARE(session.seen[2].ego_from_label.translation[2], 1.8);
        QCOMPARE(session.seen[2].world_from_label->translation[0], 2.0);

        const auto list = proposals();
        QCOMPARE(list.size(), std::size_t(8));
        const auto all = tracks();
        QCOMPARE(all.size(), std::size_t(1));
        int tracked = 0;
        for (const model::Annotation &a : list) {
            QVERIFY(a.frame);
            QCOMPARE(a.frame->stream, QStringLiteral("top"));
            QCOMPARE(a.frame->pts, 1000 + a.frame->index * 100'000);
            const auto &cuboid = std::get<geometry::Cuboid>(a.geometry);
            QCOMPARE(cuboid.coordinateFrame, QStringLiteral("top"));
            QCOMPARE(a.origin.weightsSha256, QStringLiteral("abc"));
            if (a.track.isNull())
                continue;
            ++tracked;
            QCOMPARE(a.track, all.front().id);
            // One class and one direction for all of it.
            QCOMPARE(a.labelClass, all.front().labelClass);
            QVERIFY(std::abs(geometry::yawOf(cuboid.rotation)) < 0.2);
        }
        QCOMPARE(tracked, 4);
        QCOMPARE(reader()->schema()->find(all.front().labelClass)->name, QStringLiteral("car"));
        QCOMPARE(reader()->verify({}).value(), QStringList());
        QVERIFY_RESULT(store::wait(m_project->store().undo(m_me.name)));
        QVERIFY(proposals().empty() && tracks().empty());
    }

    void whatIsLabeledIsNotProposedAgain()
    {
        makeProject(1);
        const ItemId item = reader()->queue({})->front().item;
        const auto label = [&](const QString &layer, std::int64_t frame, double x, double y) {
            model::Annotation a;
            a.id = m_identity.ids.make<AnnotationId>();
            a.item = item;
            a.layer = layer;
            a.frame = frameRef(frame);
            a.geometry = geometry::Cuboid{{x, y, 1}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")};
            return a;
        };
        // On the tracked car in frame 1, half a length beside it in frame 2, on the other car in frame 3; and one of somebody else.
        const model::Annotation own = label(m_me.name, 1, 10.3, 0);
        const model::Annotation beside = label(m_me.name, 2, 12, 0);
        const model::Annotation accepted = label(model::acceptedLayer(), 3, 20, 5);
        const model::Annotation other = label(QStringLiteral("somebody"), 0, 10, 0);
        QVERIFY_RESULT(add({own, beside, accepted, other}));
        SweepSession session;
        const auto report = prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {});
        QVERIFY_RESULT(report);
        QCOMPARE(report->labeled, 2);
        QCOMPARE(report->predictions, 6);
        for (const model::Annotation &a : proposals()) {
            QVERIFY(a.frame->index != 1 || a.track.isNull());
            QVERIFY(a.frame->index != 3 || !a.track.isNull());
        }
        // Asked again, the same weights have nothing to add.
        auto wanted = options();
        wanted.again = true;
        const auto again = prelabel::prelabel(*m_project, m_opener, session, wanted, m_me, {});
        QVERIFY_RESULT(again);
        QCOMPARE(again->labeled, 8);
        QCOMPARE(again->predictions, 0);
        QCOMPARE(proposals().size(), std::size_t(6));
    }

    void labelsBetweenKeyframesCountWhereTheyAreGiven()
    {
        makeProject(1);
        const ItemId item = reader()->queue({})->front().item;
        auto wanted = options();
        // As if a track with one keyframe went on through all frames.
        wanted.labelsByFrame = [](const std::vector<model::Annotation> &labels, const std::vector<model::Track> &,
                                  const model::Scene &scene) {
            std::vector<model::Annotation> all;
            for (const model::Annotation &a : labels)
                for (std::size_t i = 0; i < scene.frames.size(); ++i) {
                    all.push_back(a);
                    all.back().frame->index = std::int64_t(i);
                    all.back().frame->pts = scene.frames[i].microseconds;
                }
            return all;
        };
        model::Annotation a;
        a.id = m_identity.ids.make<AnnotationId>();
        a.item = item;
        a.layer = m_me.name;
        a.frame = frameRef(0);
        a.geometry = geometry::Cuboid{{20, 5, 1}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")};
        QVERIFY_RESULT(add({a}));
        SweepSession session;
        const auto report = prelabel::prelabel(*m_project, m_opener, session, wanted, m_me, {});
        QVERIFY_RESULT(report);
        QCOMPARE(report->labeled, 4);
        QCOMPARE(report->predictions, 4);
    }

    void aBrokenSweepIsAnIssueAndTheRestGoesOn()
    {
        makeProject(1);
        QVERIFY(QFile::remove(m_dir->filePath(QStringLiteral("scene-0/2.bin"))));
        SweepSession session;
        const auto report = prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {});
        QVERIFY_RESULT(report);
        QCOMPARE(report->sweeps, 3);
        QCOMPARE(report->predictions, 6);
        QCOMPARE(report->issues.count(), 1);
        QCOMPARE(report->issues.issues.front().file, QStringLiteral("scene-0"));
    }

    void cancellingKeepsWholeScenesAndASecondRunGoesOn()
    {
        makeProject(3);
        jobs::JobControl control;
        SweepSession session;
        session.onRun = [&] {
            if (session.seen.size() == 6)
                control.cancel();
        };
        QVERIFY_FAILS(prelabel::prelabel(*m_project, m_opener, session, options(), m_me, control), ErrorCode::Cancelled);
        QCOMPARE(proposals().size(), std::size_t(8));
        session.onRun = nullptr;
        session.seen.clear();
        const auto again = prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {});
        QVERIFY_RESULT(again);
        QCOMPARE(again->skipped, 1);
        QCOMPARE(session.seen.size(), std::size_t(8));
        QCOMPARE(session.seen.front().frame, 0);
        QCOMPARE(proposals().size(), std::size_t(24));
        QCOMPARE(tracks().size(), std::size_t(3));
    }

    void aModelOfTheWrongKindIsRefusedWithWords()
    {
        makeProject(1, 1);
        SweepSession session;
        auto wanted = options();
        const auto queue = reader()->queue({});
        QVERIFY_RESULT(queue);
        for (const store::QueueEntry &entry : *queue) {
            wanted.items = {entry.item};
            wanted.input = entry.kind == model::ItemKind::Scene ? extension::ModelInput::Picture : extension::ModelInput::Sweep;
            const auto refused = prelabel::prelabel(*m_project, m_opener, session, wanted, m_me, {});
            QVERIFY_FAILS(refused, ErrorCode::Unsupported);
            QVERIFY(refused.error().text.contains(entry.name));
        }
        // Over a project of both kinds it takes what fits; over one with none it says so.
        QVERIFY_RESULT(prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {}));
        makeProject(0, 2);
        QVERIFY_FAILS(prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {}), ErrorCode::Unsupported);
        QVERIFY(session.seen.size() == 4);
    }
};

QTEST_GUILESS_MAIN(TestScenePrelabel)
#include "tst_sceneprelabel.moc"

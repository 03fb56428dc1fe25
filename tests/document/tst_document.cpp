// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/accepting.h"
#include "core/document/document.h"
#include "core/document/rescuefile.h"
#include "core/itemmodels/calibrationwords.h"
#include "core/model/calibration.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace plumbline;
using document::Document;
using document::SaveState;

class TestDocument : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    test::Identity m_identity;
    std::shared_ptr<store::Project> m_project;
    std::unique_ptr<Document> m_document;
    ItemId m_first;
    ItemId m_second;

    void reopen()
    {
        m_document.reset();
        m_project.reset();
        auto project = store::Project::open(m_dir->path() + QStringLiteral("/p.plumb"), store::Project::Access::Write);
        QVERIFY_RESULT(project);
        m_project = std::move(*project);
        auto opened = Document::open(m_project, {QStringLiteral("ada"), true}, model::acceptedLayer());
        QVERIFY_RESULT(opened);
        m_document = std::move(*opened);
        m_document->show(m_first);
    }

    AnnotationId draw(double x, const std::string &note = {})
    {
        model::Annotation a = m_document->newAnnotation(geometry::Box{x, 1, 10, 10});
        if (!note.empty())
            a.extra = Json{{"note", note}};
        m_document->push(m_document->gesture(QStringLiteral("Draw")).create(a).take());
        return a.id;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_dir->path().toUtf8());
        model::Schema schema = model::emptySchema();
        model::addClass(schema, m_identity.ids.make<ClassId>(), QStringLiteral("car"));
        auto made = store::Project::create(m_dir->path() + QStringLiteral("/p.plumb"),
                                           {{}, schema, {QStringLiteral("ada"), true}, false});
        QVERIFY_RESULT(made);
        for (ItemId *id : {&m_first, &m_second}) {
            model::Item item;
            item.id = *id = ItemId{m_identity.ids.version4()};
            item.name = id == &m_first ? QStringLiteral("a.png") : QStringLiteral("b.png");
            history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Add"));
            builder.put(nullptr, item).notUndoable();
            QVERIFY_RESULT(store::wait((*made)->store().commit(builder.take(), QStringLiteral("ada"))));
        }
        made->reset();
        reopen();
    }
    void cleanup()
    {
        m_document.reset();
        m_project.reset();
    }

    void editsShowAtOnceAndSurvive()
    {
        QSignalSpy events(m_document.get(), &document::Editing::changed);
        const AnnotationId id = draw(5);
        QVERIFY(m_document->annotation(id) != nullptr);
        QVERIFY(!events.isEmpty());
        QVERIFY(m_document->flush());
        QCOMPARE(m_document->saveState(), SaveState::Saved);
        reopen();
        QVERIFY(m_document->annotation(id) != nullptr);
        QCOMPARE(m_document->undoText(), QStringLiteral("Draw"));
    }

    void aNewClassIsThereAtOnceAndUndone()
    {
        const model::Schema before = m_document->schema();
        model::Schema after = before;
        ++after.version;
        const ClassId id{Uuid::fromName("class", "tram")};
        model::addClass(after, id, QStringLiteral("tram"));
        m_document->push(m_document->gesture(QStringLiteral("Add class")).put(before, after).take());
        QVERIFY(m_document->schema().find(id) != nullptr);
        m_document->setCurrentClass(id);
        QVERIFY(m_document->flush());
        m_document->undo();
        QTRY_VERIFY_WITH_TIMEOUT(m_document->schema() == before, 30'000);
        QVERIFY(m_document->currentClass() != id);
    }

    void aSceneHasFramesAndTracks()
    {
        model::Item item;
        item.id = ItemId{m_identity.ids.version4()};
        item.kind = model::ItemKind::Scene;
        item.name = QStringLiteral("drive");
        item.frames = 3;
        model::Scene scene;
        scene.item = item.id;
        scene.sensors.push_back({QStringLiteral("lidar"), model::SensorKind::Lidar, {}, {}});
        scene.labelFrame = QStringLiteral("lidar");
        for (int i = 0; i < 3; ++i)
            scene.frames.push_back({i * 100'000, {}, {}});
        history::GestureBuilder add(m_identity.ids.make<GestureId>(), QStringLiteral("Add"));
        add.put(nullptr, item).put(nullptr, scene).notUndoable();
        QVERIFY_RESULT(store::wait(m_project->store().commit(add.take(), QStringLiteral("ada"))));
        m_document->show(item.id);
        QVERIFY(m_document->scene() && *m_document->scene() == scene);

        m_document->setFrame(2);
        model::Track track;
        track.id = m_document->newTrackId();
        track.item = item.id;
        track.layer = model::acceptedLayer();
        model::Annotation a = m_document->newAnnotation(geometry::Cuboid{{1, 2, 3}, {4, 2, 1.5}, {0, 0, 0, 1}, scene.labelFrame});
        QCOMPARE(a.frame->pts, std::int64_t(200'000));
        a.track = track.id;
        m_document->push(m_document->gesture(QStringLiteral("Track")).put(nullptr, track).create(a).take());
        QCOMPARE(m_document->tracks().size(), std::size_t(1));
        QVERIFY(m_document->flush());
        reopen();
        m_document->show(item.id);
        QCOMPARE(m_document->frame(), std::int64_t(0));
        QCOMPARE(m_document->tracks().size(), std::size_t(1));
        QVERIFY(m_document->annotation(a.id) != nullptr);

        // Undo shows the frame that it changes.
        m_document->push(m_document->gesture(QStringLiteral("Untrack"))
                             .remove(track)
                             .update(a,
                                     [&] {
                                         model::Annotation after = a;
                                         after.track = {};
                                         return after;
                                     }())
                             .take());
        QVERIFY(m_document->tracks().empty());
        QVERIFY(m_document->flush());
        m_document->undo();
        QTRY_COMPARE_WITH_TIMEOUT(m_document->tracks().size(), std::size_t(1), 30'000);
        QCOMPARE(m_document->frame(), std::int64_t(2));
        m_document->setFrame(99);
        QCOMPARE(m_document->frame(), std::int64_t(2));
        m_document->show(m_first);
        QVERIFY(m_document->scene() == nullptr);
        QCOMPARE(m_document->frame(), std::int64_t(0));
    }

    void aCalibrationChangesAndLabelsKeepTheirs()
    {
        model::Item item;
        item.id = ItemId{m_identity.ids.version4()};
        item.kind = model::ItemKind::Scene;
        item.name = QStringLiteral("drive");
        model::Scene scene;
        scene.item = item.id;
        scene.sensors.push_back({QStringLiteral("lidar"), model::SensorKind::Lidar, {}, {}});
        scene.labelFrame = QStringLiteral("lidar");
        scene.frames.push_back({0, {}, {}});
        model::stampCalibration(scene);
        history::GestureBuilder add(m_identity.ids.make<GestureId>(), QStringLiteral("Add"));
        add.put(nullptr, item).put(nullptr, scene).notUndoable();
        QVERIFY_RESULT(store::wait(m_project->store().commit(add.take(), QStringLiteral("ada"))));
        m_document->show(item.id);
        const geometry::Cuboid cuboid{{1, 2, 3}, {4, 2, 1.5}, {0, 0, 0, 1}, scene.labelFrame};
        const model::Annotation a = m_document->newAnnotation(cuboid);
        QCOMPARE(model::calibrationOf(a), scene.calibrationVersion);
        m_document->push(m_document->gesture(QStringLiteral("Draw")).create(a).take());
        QVERIFY(itemmodels::calibrationWords(m_document->scene(), *m_document->annotation(a.id)).isEmpty());

        int shown = 0;
        connect(m_document.get(), &document::Editing::changed, this,
                [&](const document::DocumentEvent &event) { shown += std::holds_alternative<document::FrameShown>(event); });
        model::Scene after = scene;
        after.sensors[0].ego_from_sensor.translation[2] = 1.7;
        model::stampCalibration(after);
        m_document->push(m_document->gesture(QStringLiteral("Calibrate")).put(&scene, after).take());
        QVERIFY(*m_document->scene() == after);
        QCOMPARE(shown, 1);
        QCOMPARE(model::calibrationOf(*m_document->annotation(a.id)), scene.calibrationVersion);
        QVERIFY(itemmodels::calibrationWords(m_document->scene(), *m_document->annotation(a.id))
                    .contains(scene.calibrationVersion.left(6)));
        QCOMPARE(model::calibrationOf(m_document->newAnnotation(cuboid)), after.calibrationVersion);
        QVERIFY(m_document->flush());
        m_document->undo();
        QTRY_VERIFY_WITH_TIMEOUT(*m_document->scene() == scene, 30'000);
        QCOMPARE(shown, 2);
        QVERIFY(m_document->annotation(a.id) != nullptr);
        m_document->redo();
        QTRY_VERIFY_WITH_TIMEOUT(*m_document->scene() == after, 30'000);
        reopen();
        m_document->show(item.id);
        QVERIFY(*m_document->scene() == after);
        QCOMPARE(model::calibrationOf(*m_document->annotation(a.id)), scene.calibrationVersion);
    }

    void anAcceptedPredictionKeepsWhatItSays()
    {
        model::Annotation prediction = m_document->newAnnotation(geometry::Box{1, 2, 3, 4});
        prediction.layer = model::modelLayer(QStringLiteral("m"));
        prediction.unsure = true;
        prediction.group = GroupId{m_identity.ids.version4()};
        prediction.zOrder = 7;
        prediction.score = 0.5;
        prediction.origin.kind = model::OriginKind::Model;
        prediction.origin.by = QStringLiteral("m");
        prediction.origin.model = QStringLiteral("m");
        const model::Annotation copy = document::acceptedCopy(*m_document, prediction);
        QVERIFY(copy.id != prediction.id);
        QCOMPARE(copy.layer, model::acceptedLayer());
        QCOMPARE(copy.parent, prediction.id);
        QVERIFY(copy.unsure && copy.group == prediction.group && copy.zOrder == 7 && copy.geometry == prediction.geometry);
        QCOMPARE(copy.origin.by, QStringLiteral("ada"));
        QCOMPARE(copy.origin.model, QStringLiteral("m"));
        QVERIFY(!copy.score);
    }

    void undoFollowsTheEditToItsItem()
    {
        const AnnotationId id = draw(5);
        m_document->show(m_second);
        draw(6);
        QVERIFY(m_document->flush());
        m_document->undo();
        QTRY_COMPARE_WITH_TIMEOUT(m_document->saveState(), SaveState::Saved, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_document->annotations().empty(), 30'000);
        m_document->show(m_first);
        QVERIFY(m_document->annotation(id) != nullptr);
        m_document->undo();
        QTRY_VERIFY_WITH_TIMEOUT(m_document->annotation(id) == nullptr, 30'000);
        m_document->redo();
        QTRY_VERIFY_WITH_TIMEOUT(m_document->annotation(id) != nullptr, 30'000);
    }

    void thousandsGoAndComeBackAtOnce()
    {
        constexpr int many = 20'000;
        auto drawing = m_document->gesture(QStringLiteral("Draw"));
        for (int i = 0; i < many; ++i)
            drawing.create(m_document->newAnnotation(geometry::Box{double(i), 1, 10, 10}));
        m_document->push(drawing.take());
        QCOMPARE(m_document->annotations().size(), std::size_t(many));
        const AnnotationId last = m_document->annotations().back().id;
        QCOMPARE(m_document->annotation(last), &m_document->annotations().back());
        auto deleting = m_document->gesture(QStringLiteral("Delete"));
        QSet<AnnotationId> selected;
        for (int i = 0; i < many - 1; ++i) {
            deleting.remove(m_document->annotations()[static_cast<std::size_t>(i)]);
            selected.insert(m_document->annotations()[static_cast<std::size_t>(i)].id);
        }
        m_document->select(selected);
        m_document->push(deleting.take());
        QVERIFY(m_document->selection().isEmpty());
        QCOMPARE(m_document->annotations().size(), std::size_t(1));
        QCOMPARE(m_document->annotation(last), &m_document->annotations().front());
        QVERIFY(m_document->flush());
        m_document->undo();
        QTRY_COMPARE_WITH_TIMEOUT(m_document->annotations().size(), std::size_t(many), 30'000);
        for (const AnnotationId &id : selected)
            QVERIFY(m_document->annotation(id));
    }

    void otherPeoplesLayersStayHidden()
    {
        model::Annotation foreign = m_document->newAnnotation(geometry::Box{1, 1, 1, 1});
        foreign.layer = QStringLiteral("ben");
        QVERIFY_RESULT(store::wait(
            m_project->store().commit(m_document->gesture(QStringLiteral("x")).create(foreign).take(), QStringLiteral("ben"))));
        m_document->reload();
        QVERIFY(m_document->annotations().empty());
    }

    void aFailedSaveIsShownKeptAndMadeGood()
    {
        draw(1);
        QVERIFY(m_document->flush());
        signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        // The rescue file is smaller than the database, so it still fits below the limit.
        const qint64 now = QFileInfo(m_project->folder() + QStringLiteral("/project.db-wal")).size();
        rlimit tight{static_cast<rlim_t>(std::max<qint64>(now + 4096, 64 * 1024)), old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
        QList<AnnotationId> drawn;
        for (int i = 0; i < 400 && m_document->saveState() != SaveState::Failed; ++i) {
            drawn.append(draw(i, std::string(2000, 'x')));
            m_document->flush();
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_document->saveState(), SaveState::Failed);
        QVERIFY(!m_document->rescueFile().isEmpty());
        QVERIFY(QFile::exists(m_document->rescueFile()));
        QVERIFY(m_document->saveStateText().contains(m_document->rescueFile()));
        drawn.append(draw(1000));
        for (const AnnotationId &id : std::as_const(drawn))
            QVERIFY(m_document->annotation(id) != nullptr);
        const QString rescue = m_document->rescueFile();

        setrlimit(RLIMIT_FSIZE, &old);
        QTRY_COMPARE_WITH_TIMEOUT(m_document->saveState(), SaveState::Saved, 10'000);
        QVERIFY(!QFile::exists(rescue));
        reopen();
        for (const AnnotationId &id : std::as_const(drawn))
            QVERIFY(m_document->annotation(id) != nullptr);
        QCOMPARE(m_document->reader().verify({}).value(), QStringList());
    }

    void anEarlierRunsRescueFileIsApplied()
    {
        model::Annotation lost = m_document->newAnnotation(geometry::Box{3, 3, 3, 3});
        QVERIFY_RESULT(document::writeRescueFile(m_project->id(), QStringLiteral("ada"),
                                                 {m_document->gesture(QStringLiteral("Draw")).create(lost).take()}));
        reopen();
        QVERIFY(m_document->annotation(lost.id) != nullptr);
        QVERIFY(document::rescueFiles(m_project->id(), QStringLiteral("ada")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"

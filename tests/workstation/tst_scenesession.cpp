// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/geometry/cuboids.h"
#include "core/store/reader.h"
#include "drivefiles.h"
#include "scenepage.h"
#include "tests/support/verify.h"

#include "widgets/panels/noticebar.h"

#include <QListView>
#include <QToolButton>

using namespace plumbline;
using test::DriveFiles;
using test::FreshHome;
using test::Hands;
using test::Program;
using test::ScenePage;

namespace {

constexpr std::uint64_t seed = 3;
constexpr std::int64_t enoughPoints = 20;

constexpr char schemaText[] = R"({
    "classes": [{"name": "car", "hot_key": "1", "colour": "#56b4e9", "geometries": ["cuboid"],
                 "convention": {"size_prior_metres": [4.5, 1.85, 1.6]}},
                {"name": "truck", "hot_key": "2", "colour": "#e69f00", "geometries": ["cuboid"],
                 "convention": {"size_prior_metres": [9, 2.5, 3.2]}},
                {"name": "pedestrian", "hot_key": "3", "colour": "#f0e442", "geometries": ["cuboid"]},
                {"name": "cyclist", "hot_key": "4", "colour": "#cc79a7", "geometries": ["cuboid"]}]})";

// Boxes of one object against the truth, over the sweeps that saw enough of it.
struct Score {
    int sweeps = 0;
    double centre = 0, worstCentre = 0;
    double size = 0, worstSize = 1;
    double heading = 0, worstHeading = 0;
    double face = 0, worstFace = 0;
    double ground = 0, worstGround = 1;
    double volume = 0, worstVolume = 1;

    void add(const geometry::Cuboid &said, const geometry::Cuboid &truth)
    {
        const geometry::CuboidDifference off = geometry::differenceOf(said, truth);
        ++sweeps;
        const auto most = [](double &sum, double &worst, double value) {
            sum += value;
            worst = std::max(worst, value);
        };
        const auto least = [](double &sum, double &worst, double value) {
            sum += value;
            worst = std::min(worst, value);
        };
        most(centre, worstCentre, off.centreMetres);
        least(size, worstSize, *std::min_element(off.sizeRatio.begin(), off.sizeRatio.end()));
        most(heading, worstHeading, off.headingRadians);
        double sum = 0;
        for (const double metres : off.faceMetres) {
            sum += std::abs(metres) / 6;
            worstFace = std::max(worstFace, std::abs(metres));
        }
        face += sum;
        least(ground, worstGround, geometry::footprintIou(said, truth));
        least(volume, worstVolume, geometry::cuboidIou(said, truth));
    }
    void print(const char *what) const
    {
        const double n = std::max(1, sweeps);
        qInfo("%s: %d sweeps; centre %.2f m (worst %.2f), smallest size ratio %.2f (%.2f), heading %.3f rad (%.3f), faces %.0f cm "
              "(%.0f), IoU on the ground %.2f (%.2f), in space %.2f (%.2f)",
              what, sweeps, centre / n, worstCentre, size / n, worstSize, heading / n, worstHeading, 100 * face / n, 100 * worstFace,
              ground / n, worstGround, volume / n, worstVolume);
    }
    [[nodiscard]] double meanVolume() const { return volume / std::max(1, sweeps); }
};

}  // namespace

/// A scene of 40 sweeps labeled by key and mouse events in a real window: what parks, what drives, what the program proposes.
/// docs/scene-session.md is this session.
class TestSceneSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<FreshHome> m_home;
    std::unique_ptr<DriveFiles> m_drive;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Hands> m_hands;
    std::unique_ptr<ScenePage> m_page;
    QString m_folder;
    int m_parked = -1;
    int m_driving = -1;
    std::vector<model::Annotation> m_labels;
    std::vector<model::Track> m_tracks;

    [[nodiscard]] document::Document &document() const { return *m_program->document(); }
    [[nodiscard]] Hands &hands() const { return *m_hands; }
    [[nodiscard]] ScenePage &page() const { return *m_page; }

    void open(const QStringList &paths)
    {
        m_page.reset();
        m_hands.reset();
        m_program.reset();
        m_program = std::make_unique<Program>(paths);
        m_program->window().setGeometry(QRect(QPoint(), QSize(1280, 800)).intersected(QGuiApplication::primaryScreen()->geometry()));
        QVERIFY(m_program->active());
        m_hands = std::make_unique<Hands>(*m_program);
        m_page = std::make_unique<ScenePage>(*m_program, *m_hands);
    }
    // The first view with OpenGL gives the window another surface; a window manager activates it again, and there is none here.
    [[nodiscard]] bool ready()
    {
        if (!m_program->waitForProject()
            || !QTest::qWaitFor([&] { return document().scene() && m_program->part<QWidget>("sceneSurface"); }, 30000))
            return false;
        m_program->window().activateWindow();
        return m_program->active() && arrived();
    }
    [[nodiscard]] bool arrived() const { return page().shows(m_drive->sweep(page().frame()).positions.size()); }
    [[nodiscard]] const geometry::Cuboid &truth(int actor, int frame) const { return m_drive->truth(actor, frame)->cuboid; }

    void closeNotices()
    {
        for (auto *bar : m_program->window().findChildren<panels::NoticeBar *>())
            if (bar->isVisible())
                hands().click(bar->findChild<QToolButton *>());
    }
    // Of the person's layer, as the store has them; the count of changes aside, which undo and redo raise.
    [[nodiscard]] std::vector<model::Annotation> storedLabels() const
    {
        auto labels = test::stored(*m_program);
        for (model::Annotation &label : labels)
            label.revision = 0;
        return labels;
    }
    [[nodiscard]] std::vector<model::Track> storedTracks() const
    {
        (void)document().flush();
        const auto reader = document().project().store().reader();
        const auto read = reader ? (*reader)->tracks({document().item()->id, document().workingLayer()})
                                 : Result<std::vector<model::Track>>(fail(reader.error()));
        auto tracks = read ? *read : std::vector<model::Track>();
        for (model::Track &track : tracks)
            track.revision = 0;
        return tracks;
    }
    // A step of undo or redo, until it has been answered.
    [[nodiscard]] bool walked(const char *chord) const
    {
        bool answered = false;
        const QObject until;
        connect(&document(), &document::Editing::changed, &until, [&](const document::DocumentEvent &event) {
            answered = answered || std::holds_alternative<document::HistoryChanged>(event);
        });
        hands().key(chord);
        return QTest::qWaitFor([&] { return answered; }, 30000) && document().flush();
    }
    // Of a track by frame, those between its key frames as the view draws them.
    [[nodiscard]] Score scoreOf(TrackId track, int actor)
    {
        Score score;
        for (const int frame : m_drive->framesOf(actor, enoughPoints)) {
            page().goTo(frame);
            for (const sceneview::SceneBox &box : page().surface().overlay().content().boxes)
                if (box.track == track)
                    score.add(box.cuboid, truth(actor, frame));
        }
        return score;
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
        m_home = std::make_unique<FreshHome>();
        m_drive = std::make_unique<DriveFiles>(seed);
        QCOMPARE(m_drive->frames(), 40);
        QVERIFY(m_drive->write(m_home->path(QStringLiteral("drive"))));
        std::size_t most[2] = {0, 0};
        for (int i = 0; i < int(m_drive->actors().size()); ++i) {
            const auto &actor = m_drive->actors()[std::size_t(i)];
            if (actor.className != QLatin1String("car"))
                continue;
            const bool drives = actor.speedMetresPerSecond > 0;
            const std::size_t seen = m_drive->framesOf(i, enoughPoints).size();
            if (seen > most[drives]) {
                most[drives] = seen;
                (drives ? m_driving : m_parked) = i;
            }
        }
        QVERIFY(m_parked >= 0 && m_driving >= 0);
        qInfo("the parked car is hit in %d sweeps, the one that drives in %d", int(most[0]), int(most[1]));
    }
    void cleanupTestCase()
    {
        m_page.reset();
        m_hands.reset();
        m_program.reset();
        m_home.reset();
    }

    // A folder is dropped on the start page.
    void a1_opened()
    {
        open({});
        QVERIFY(hands().drop({m_home->path(QStringLiteral("drive"))}));
        QVERIFY(ready());
        QCOMPARE(document().scene()->frames.size(), std::size_t(40));
        QVERIFY(document().scene()->frames.back().world_from_ego.has_value());
        m_folder = document().project().folder();
        hands().shot("scene-opened");
        closeNotices();
        // What a team has agreed on beforehand.
        const auto schema = model::schemaFromJson(base::parseJson(schemaText).value());
        QVERIFY_RESULT(schema);
        model::Schema next = *schema;
        next.version = document().schema().version + 1;
        history::GestureBuilder builder(document().project().store().ids().make<GestureId>(), QStringLiteral("Schema"));
        builder.put(document().schema(), next);
        QVERIFY_RESULT(store::wait(document().project().store().commit(builder.take(), QStringLiteral("ada"))));
        document().reload();
        QVERIFY(storedLabels().empty());
    }

    // A footprint from above, fitted, on the ground, and into all other sweeps by the vehicle's own motion.
    void b1_parkedCar()
    {
        // Where most points hit it.
        int best = 0;
        for (int i = 0; i < m_drive->frames(); ++i)
            if (const auto *seen = m_drive->truth(m_parked, i); seen && seen->points > m_drive->truth(m_parked, best)->points)
                best = i;
        page().goTo(best);
        QVERIFY(arrived());
        page().lookDownOn(truth(m_parked, best).centre, 45);
        hands().keys({"1", "C"});
        page().drawFootprint(truth(m_parked, best), 0.25);
        QCOMPARE(storedLabels().size(), std::size_t(1));
        const auto drawn = std::get<geometry::Cuboid>(page().selected().geometry);
        QCOMPARE(drawn.coordinateFrame, QStringLiteral("top"));
        QVERIFY(geometry::differenceOf(drawn, truth(m_parked, best)).headingRadians < 0.15);
        hands().shot("scene-footprint");
        hands().keys({"V", "J", "W"});
        const auto fitted = std::get<geometry::Cuboid>(page().selected().geometry);
        QVERIFY2(geometry::cuboidIou(fitted, truth(m_parked, best)) > geometry::cuboidIou(drawn, truth(m_parked, best)) - 0.02,
                 "fitting does not spoil it");
        hands().key("Shift+V");
        hands().key("Z");
        hands().shot("scene-fitted");

        const int before = hands().gestures();
        hands().key("Ctrl+Shift+Right", m_drive->frames() - 1 - best);
        QCOMPARE(page().frame(), m_drive->frames() - 1);
        page().goTo(best);
        hands().key("Ctrl+Shift+Left", best);
        QCOMPARE(page().frame(), 0);
        const auto labels = storedLabels();
        QCOMPARE(labels.size(), std::size_t(40));
        QCOMPARE(storedTracks().size(), std::size_t(1));
        qInfo("parked car: %d gestures for 39 more sweeps", hands().gestures() - before);
        const Score score = scoreOf(storedTracks().front().id, m_parked);
        score.print("parked car");
        QCOMPARE(score.sweeps, int(m_drive->framesOf(m_parked, enoughPoints).size()));
        QVERIFY(score.meanVolume() > 0.75);
    }

    // Key frames every few sweeps; between them it is computed.
    void c1_drivingCar()
    {
        const auto frames = m_drive->framesOf(m_driving, enoughPoints);
        const int first = frames.front();
        const int last = frames.back();
        page().goTo(first);
        QVERIFY(arrived());
        page().lookDownOn(truth(m_driving, first).centre, 40);
        hands().keys({"Esc", "1", "C"});
        page().drawFootprint(truth(m_driving, first), 0.3);
        QCOMPARE(storedLabels().size(), std::size_t(41));
        hands().keys({"V", "J"});
        constexpr int every = 5;
        int frame = first;
        int keys = 1;
        while (frame < last) {
            // The second key frame soon: two places say how fast it is.
            const int next = std::min(last, keys == 1 ? first + 1 : frame + every);
            page().goTo(next);
            hands().key("K");
            QVERIFY(arrived());
            QCOMPARE(page().selected().frame->index, std::int64_t(next));
            correct(truth(m_driving, next));
            frame = next;
            ++keys;
        }
        QCOMPARE(storedTracks().size(), std::size_t(2));
        QCOMPARE(storedLabels().size(), std::size_t(40 + keys));
        // The list has what lies in this frame: the car that parks and this one.
        QCOMPARE(m_program->part<QListView>("annotationList")->model()->rowCount(), 2);
        qInfo("driving car: %d key frames over %d sweeps", keys, last - first + 1);
        const TrackId track = page().selected().track;
        hands().shot("scene-keyframes");

        // What lies between is drawn dotted; a click makes a key frame of it, undo takes it back.
        const int between = first + 3;
        page().goTo(between);
        QVERIFY(arrived());
        page().lookDownOn(truth(m_driving, between).centre, 30);
        const auto ghost = [&] {
            for (const sceneview::SceneBox &box : page().surface().overlay().content().boxes)
                if (box.track == track && box.ghost)
                    return std::optional(box.cuboid);
            return std::optional<geometry::Cuboid>();
        };
        QVERIFY(ghost());
        hands().shot("scene-ghost");
        page().click(ghost()->centre);
        QCOMPARE(storedLabels().size(), std::size_t(41 + keys));
        QVERIFY(!ghost());
        hands().keys({"Alt+Up", "Alt+Shift+Down"});
        hands().key("Del");
        QCOMPARE(storedLabels().size(), std::size_t(40 + keys));
        QVERIFY(ghost());
        const Score score = scoreOf(track, m_driving);
        score.print("driving car");
        QCOMPARE(score.sweeps, int(frames.size()));
        QVERIFY(score.meanVolume() > 0.75);
    }

    // Back to nothing, and forth to the same.
    void d1_undoneAndRedone()
    {
        m_labels = storedLabels();
        m_tracks = storedTracks();
        QVERIFY(m_labels.size() > 40);
        int steps = 0;
        while (!document().annotations().empty() && steps < 500) {
            QVERIFY(walked("Ctrl+Z"));
            ++steps;
        }
        QVERIFY(storedLabels().empty());
        QVERIFY(storedTracks().empty());
        QVERIFY(document().tracks().empty());
        for (int i = 0; i < steps; ++i) {
            QVERIFY(walked("Ctrl+Shift+Z"));
        }
        QVERIFY(document().redoText().isEmpty());
        QVERIFY(storedLabels() == m_labels);
        QVERIFY(storedTracks() == m_tracks);
        qInfo("%d steps back and forth", steps);
    }

    void e1_reopened()
    {
        open({m_folder});
        QVERIFY(ready());
        QVERIFY(storedLabels() == m_labels);
        QVERIFY(storedTracks() == m_tracks);
    }

    // The program proposes; one track is taken over.
    void f1_prelabels()
    {
        page().goTo(10);
        QVERIFY(arrived());
        hands().keys({"Esc", "G"});
        const auto open = [&] {
            std::vector<model::Annotation> list;
            for (const model::Annotation &annotation : document().annotations())
                if (model::isModelLayer(annotation.layer) && annotation.verdict == model::Verdict::None)
                    list.push_back(annotation);
            return list;
        };
        QVERIFY(QTest::qWaitFor([&] { return !open().empty(); }, 120000));
        QVERIFY(open().size() > 100);
        QCOMPARE(page().frame(), 10);
        hands().keys({"F", "Shift+V"});
        hands().shot("scene-prelabels");
        closeNotices();
        // A car, by Tab.
        model::Annotation chosen;
        for (int i = 0; i < 60 && chosen.id.isNull(); ++i) {
            hands().key("Tab");
            const auto label = page().selected();
            const auto count = [&] {
                const auto all = open();
                return std::count_if(all.begin(), all.end(), [&](const auto &a) { return a.track == label.track; });
            };
            const model::LabelClass *labelClass = document().schema().find(label.labelClass);
            if (labelClass && labelClass->name == QLatin1String("car") && model::isModelLayer(label.layer) && !label.track.isNull()
                && count() >= 20)
                chosen = label;
        }
        QVERIFY(!chosen.id.isNull());
        const auto all = open();
        const auto frames = std::count_if(all.begin(), all.end(), [&](const auto &a) { return a.track == chosen.track; });
        const std::size_t before = storedLabels().size();
        hands().key("Shift+Y");
        QCOMPARE(storedLabels().size(), before + std::size_t(frames));
        QCOMPARE(storedTracks().size(), m_tracks.size() + 1);
        QCOMPARE(open().size(), all.size() - std::size_t(frames));
        QVERIFY(!page().selected().track.isNull());
        const TrackId taken = page().selected().track;
        hands().key("Z");
        hands().shot("scene-accepted");
        // Which of the simulated cars that is, and how well it lies.
        int actor = -1;
        double nearest = 3;
        for (const auto &truth : m_drive->sweep(10).truth) {
            const auto said = std::get<geometry::Cuboid>(page().selected().geometry);
            const double away = geometry::differenceOf(said, truth.cuboid).centreMetres;
            if (away < nearest) {
                nearest = away;
                actor = truth.actor;
            }
        }
        QVERIFY(actor >= 0);
        const Score score = scoreOf(taken, actor);
        score.print("accepted track");
        QVERIFY(score.sweeps >= 10);
        QVERIFY(score.meanVolume() > 0.7);
        page().goTo(10);
        QVERIFY(walked("Ctrl+Z"));
        QVERIFY(storedLabels() == m_labels);
        QVERIFY(storedTracks() == m_tracks);
        QVERIFY(walked("Ctrl+Shift+Z"));
        QCOMPARE(storedLabels().size(), before + std::size_t(frames));
        qInfo("%d predictions of %d sweeps; a track of %d taken over by one key; %d gestures in this window", int(all.size()),
              m_drive->frames(), int(frames), hands().gestures());
    }

private:
    // What a person sees from above, by keys: along and across the box's own axes in steps of 10 cm, turned in steps of 5 and 0.5°.
    void correct(const geometry::Cuboid &wanted)
    {
        const auto now = [&] { return std::get<geometry::Cuboid>(page().selected().geometry); };
        const double turn = geometry::wrappedAngle(geometry::yawOf(wanted.rotation) - geometry::yawOf(now().rotation));
        constexpr double step = 5 * 3.14159265358979 / 180;
        constexpr double fine = step / 10;
        const int coarse = int(turn / step);
        hands().key(turn > 0 ? "Alt+Home" : "Alt+End", std::abs(coarse));
        hands().key(turn > 0 ? "Alt+Shift+Home" : "Alt+Shift+End", int(std::abs(turn - coarse * step) / fine));
        const geometry::Pose box_from_top = geometry::inverted(geometry::poseOf(now()));
        const auto way = geometry::transformed(box_from_top, wanted.centre);
        hands().key(way[0] > 0 ? "Alt+Up" : "Alt+Down", int(std::lround(std::abs(way[0]) * 10)));
        hands().key(way[1] > 0 ? "Alt+Left" : "Alt+Right", int(std::lround(std::abs(way[1]) * 10)));
        hands().key("W");
    }
};

QTEST_MAIN(TestSceneSession)
#include "tst_scenesession.moc"

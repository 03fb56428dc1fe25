// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/reviewview.h"
#include "core/review/reviewing.h"
#include "hands.h"
#include "reviewsession.h"
#include "signedinas.h"
#include "tests/support/verify.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>

using namespace plumbline;
using model::DecisionKind;
using model::TaskState;
using test::ReviewWorld;

/// One round of team work as its lead sees it, by key and mouse events in a real window: work goes out to three people in packets,
/// comes back, is reviewed, corrected, compared, and what they disagree on is decided by two people in copies of the program that
/// share no network. docs/review-session.md is this session.
class TestReviewSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FreshHome> m_home;
    std::unique_ptr<test::Program> m_program;
    std::unique_ptr<test::Hands> m_hands;
    ReviewWorld m_world;
    QString m_folder;
    QString m_me = store::operatingSystemPerson().name;
    std::unique_ptr<packet::SigningKey> m_key;
    base::SeededRandom m_random{3};
    int m_packets = 0;
    bool m_failed = false;

    [[nodiscard]] store::Project &project() { return m_program->document()->project(); }
    [[nodiscard]] std::unique_ptr<store::Reader> reader() { return std::move(*project().store().reader()); }
    [[nodiscard]] store::Person me() const { return {m_me, true}; }
    [[nodiscard]] QString packetPath(const char *what)
    {
        return m_home->path(QStringLiteral("%1-%2.plumbpack").arg(++m_packets).arg(QLatin1String(what)));
    }
    [[nodiscard]] packet::Packing packing() const
    {
        packet::Packing packing;
        packing.key = m_key.get();
        packing.sender = {m_me, m_key->publicKey(), {}};
        return packing;
    }

    // What the lead hands out to somebody: pictures that are to be done, or to be done again.
    [[nodiscard]] Result<> handOut(const ReviewWorld::Worker &worker)
    {
        packet::WorkChoice choice;
        choice.people = QStringList{worker.party.name};
        for (const int picture : worker.pictures)
            choice.items.push_back(ReviewWorld::idOf(picture));
        const QString file = packetPath("work");
        const auto packed = packet::packWork(project(), file, choice, packing(), me(), {});
        const auto read = packet::PacketReader::open(file);
        if (!packed || !read)
            return fail(packed ? read.error() : packed.error());
        const auto opened = packet::openWork(**read, worker.home, worker.party.person(), {});
        return opened ? Result<>() : fail(opened.error());
    }
    [[nodiscard]] static Result<std::unique_ptr<store::Project>> at(const ReviewWorld::Worker &worker)
    {
        return store::Project::open(worker.home, store::Project::Access::Write);
    }
    [[nodiscard]] Result<QString> packBack(store::Project &home, const ReviewWorld::Worker &worker)
    {
        const QString file = packetPath("submissions");
        const auto packed = packet::packSubmissions(home, file, worker.party.name, worker.party.packing(), {});
        return packed ? Result<QString>(file) : fail(packed.error());
    }
    [[nodiscard]] Result<packet::MergeReport> merge(store::Project &into, const QString &file, const QString &sender)
    {
        const auto read = packet::PacketReader::open(file);
        return read ? packet::mergePacket(into, **read, {sender, true, false}, me(), m_random, {}) : fail(read.error());
    }
    [[nodiscard]] TaskState state(int picture, const ReviewWorld::Worker &worker)
    {
        const auto task = reader()->task(workflow::annotateTask(ReviewWorld::idOf(picture), worker.party.name));
        return task && *task ? (*task)->state : TaskState::ToDo;
    }
    [[nodiscard]] static int pictureOf(ItemId item)
    {
        for (int i = 0; i < ReviewWorld::pictures; ++i)
            if (ReviewWorld::idOf(i) == item)
                return i;
        return -1;
    }

    [[nodiscard]] workstation::ReviewView *review() { return m_program->window().findChild<workstation::ReviewView *>(); }
    template <typename T>
    [[nodiscard]] T *part(QWidget *window, const char *name)
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] bool settled()
    {
        return QTest::qWaitFor([this] { return review()->idle(); }, 30000);
    }
    // Takes the work on these pictures that is in the list.
    [[nodiscard]] bool takeWork(const std::set<int> &pictures)
    {
        m_program->act("window.review");
        if (!review() || !QTest::qWaitForWindowActive(review()) || !settled())
            return false;
        review()->reload();
        if (!settled())
            return false;
        auto *list = part<QListWidget>(review(), "reviewWork");
        list->clearSelection();
        for (int row = 0; row < list->count(); ++row)
            for (const int picture : pictures)
                if (list->item(row)->text().startsWith(ReviewWorld::nameOf(picture)))
                    list->item(row)->setSelected(true);
        m_hands->click(part<QPushButton>(review(), "reviewTake"));
        return settled() && QTest::qWaitFor([this] { return review()->cutter().idle(); }, 30000);
    }
    [[nodiscard]] std::set<int> reviewed() const
    {
        std::set<int> pictures;
        for (int i = ReviewWorld::together; i < ReviewWorld::pictures - 1; ++i)
            pictures.insert(i);
        return pictures;
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("gold")).toUtf8());
        packet::Keyring ring(packet::Keyring::standardFolder());
        QVERIFY_RESULT(ring.generate(m_me, {}));
        auto key = ring.signingKey({});
        QVERIFY_RESULT(key);
        m_key = std::make_unique<packet::SigningKey>(std::move(*key));
        m_folder = m_home->path(QStringLiteral("streets.plumb"));
        QVERIFY_RESULT(m_world.make(m_folder, m_me));
        for (const ReviewWorld::Worker &worker : m_world.workers)
            QVERIFY_RESULT(ring.trust({worker.party.name, worker.party.signing.publicKey(), worker.party.opening.sealingKey()},
                                      worker.party.name));
        m_program = std::make_unique<test::Program>(QStringList{m_folder});
        m_program->window().setGeometry(
            QRect(QPoint(), QSize(1280, 800)).intersected(QGuiApplication::primaryScreen()->geometry()));
        m_hands = std::make_unique<test::Hands>(*m_program);
        QVERIFY(m_program->active() && m_program->waitForProject() && m_program->waitForPicture());
    }
    void init()
    {
        if (m_failed)
            QSKIP("an earlier part of the session failed");
    }
    void cleanup() { m_failed = m_failed || QTest::currentTestFailed(); }
    void cleanupTestCase()
    {
        if (m_program && m_program->document()) {
            const auto problems = reader()->verify({});
            QVERIFY_RESULT(problems);
            QCOMPARE(*problems, QStringList());
        }
        m_hands.reset();
        m_program.reset();
    }

    void workGoesOutAndComesBack()
    {
        for (ReviewWorld::Worker &worker : m_world.workers) {
            QVERIFY_RESULT(handOut(worker));
            auto home = at(worker);
            QVERIFY_RESULT(home);
            for (const int picture : worker.pictures) {
                const bool dark = picture == ReviewWorld::pictures - 1;
                if (!dark)
                    QVERIFY_RESULT(m_world.label(**home, worker, picture));
                workflow::SubmitOptions options;
                if (dark) {
                    options.cannotLabel = true;
                    options.reason = QStringLiteral("media-broken");
                    options.comment = QStringLiteral("It is night in this one; I see lamps and nothing else.");
                    options.place = geometry::Point{480, 300};
                }
                QVERIFY_RESULT(workflow::submit(**home, ReviewWorld::idOf(picture), worker.party.person(), options, m_random));
            }
            const auto file = packBack(**home, worker);
            QVERIFY_RESULT(file);
            const auto merged = merge(project(), *file, worker.party.name);
            QVERIFY_RESULT(merged);
            QCOMPARE(merged->merged, std::int64_t(worker.pictures.size()));
            QCOMPARE(merged->issues.count(), 0);
            const auto again = merge(project(), *file, worker.party.name);
            QVERIFY_RESULT(again);
            QCOMPARE(again->merged, 0);
        }
    }

    // The reviewer knows what a truck is. One key for each crop, two where something is wrong.
    void contactSheet()
    {
        QVERIFY(takeWork(reviewed()));
        review::CropModel &crops = review()->crops();
        auto &sheet = review()->sheet();
        sheet.setFocus();
        auto *codes = part<QComboBox>(review(), "reviewError");
        int keys = 0;
        const auto key = [&](Qt::Key which) {
            ++keys;
            QTest::keyClick(&sheet, which);
            QVERIFY(settled());
        };
        std::map<QString, int> found;
        sheet.setCurrentIndex(crops.index(0));
        for (int row = 0; row < crops.rowCount(); ++row) {
            const review::Crop &crop = *crops.at(row);
            QCOMPARE(sheet.currentIndex().row(), row);
            const auto label = reader()->annotation(crop.id);
            QVERIFY_RESULT(label);
            const QString wrong = m_world.wrongWith(pictureOf(crop.item), **label);
            if (wrong.isEmpty()) {
                key(Qt::Key_Y);
                continue;
            }
            ++found[wrong];
            const int code = codes->findData(wrong);
            QVERIFY(code >= 0);
            if (codes->currentIndex() != code)
                key(static_cast<Qt::Key>(Qt::Key_1 + code));
            key(Qt::Key_F);
        }
        m_hands->shot("review-sheet");
        QCOMPARE(crops.undecided(), std::size_t(0));
        qInfo("%d crops, %d keys, %d with a wrong class, %d too loose", crops.rowCount(), keys,
              found[QStringLiteral("wrong-class")], found[QStringLiteral("loose")]);
        QVERIFY(found[QStringLiteral("wrong-class")] >= ReviewWorld::each);
        QVERIFY(found[QStringLiteral("loose")] >= ReviewWorld::each);
        m_hands->click(part<QPushButton>(review(), "reviewFinish"));
        QVERIFY(settled());
        QVERIFY(settled());
        for (int i = 1; i <= 2; ++i)
            for (const int picture : m_world.workers[static_cast<std::size_t>(i)].pictures)
                if (reviewed().contains(picture))
                    QCOMPARE(state(picture, m_world.workers[static_cast<std::size_t>(i)]), TaskState::Fix);
        review()->close();
    }

    // Back to their authors, who change what was named; the second look is at that alone.
    void rework()
    {
        int corrected = 0;
        for (std::size_t i = 1; i <= 2; ++i) {
            ReviewWorld::Worker &worker = m_world.workers[i];
            QVERIFY_RESULT(handOut(worker));
            auto home = at(worker);
            QVERIFY_RESULT(home);
            for (const int picture : worker.pictures) {
                if (!reviewed().contains(picture))
                    continue;
                const auto changed = m_world.correct(**home, worker, picture);
                QVERIFY_RESULT(changed);
                corrected += *changed;
                QVERIFY_RESULT(workflow::submit(**home, ReviewWorld::idOf(picture), worker.party.person(), {}, m_random));
            }
            const auto file = packBack(**home, worker);
            QVERIFY_RESULT(file);
            QVERIFY_RESULT(merge(project(), *file, worker.party.name));
        }
        QVERIFY(takeWork(reviewed()));
        const auto &crops = review()->crops().crops();
        const auto changed = std::count_if(crops.begin(), crops.end(), [](const review::Crop &crop) { return crop.changed; });
        QCOMPARE(int(changed), corrected);
        m_hands->shot("review-rework");
        m_hands->click(part<QPushButton>(review(), "reviewAcceptRest"));
        QVERIFY(settled());
        QVERIFY(settled());
        for (const int picture : reviewed()) {
            const auto &worker = m_world.workers[picture < ReviewWorld::together + ReviewWorld::each ? 1 : 2];
            QCOMPARE(state(picture, worker), TaskState::Accepted);
            const auto accepted = reader()->annotations({ReviewWorld::idOf(picture), model::acceptedLayer()});
            QVERIFY_RESULT(accepted);
            QCOMPARE(accepted->size(), m_world.scene(picture).objects.size());
            for (const model::Annotation &label : *accepted)
                QVERIFY2(m_world.wrongWith(picture, label).isEmpty(), qPrintable(label.id.toString()));
        }
        review()->close();
    }
};

QTEST_MAIN(TestReviewSession)
#include "tst_reviewsession.moc"

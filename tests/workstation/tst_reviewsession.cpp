// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/compareview.h"
#include "app/workstation/packetdialog.h"
#include "app/workstation/reviewview.h"
#include "app/workstation/triageview.h"
#include "core/packet/keyring.h"
#include "core/workflow/handedin.h"
#include "hands.h"
#include "reviewsession.h"
#include "signedinas.h"
#include "tests/cli/clirunner.h"
#include "tests/support/verify.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

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
    int m_contradictions = 0;
    QStringList m_decided;  // packets
    model::Schema m_schema = ReviewWorld::schema();
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

    [[nodiscard]] workstation::CompareView *compare() { return m_program->window().findChild<workstation::CompareView *>(); }
    [[nodiscard]] bool compared()
    {
        return QTest::qWaitFor([this] { return compare()->idle(); }, 30000);
    }
    [[nodiscard]] bool openComparison()
    {
        m_program->act("window.compare");
        return compare() && QTest::qWaitForWindowActive(compare()) && compared();
    }
    [[nodiscard]] bool compareItem(int picture)
    {
        auto *items = part<QListWidget>(compare(), "compareItems");
        for (int row = 0; row < items->count(); ++row)
            if (items->item(row)->text().contains(ReviewWorld::nameOf(picture)))
                items->setCurrentRow(row);
        const auto shown = [&] {
            return compare()->idle() && compare()->comparison() && compare()->comparison()->item.id == ReviewWorld::idOf(picture);
        };
        return QTest::qWaitFor(shown, 30000);
    }
    [[nodiscard]] const adjudication::Case *openCase()
    {
        if (!compared())
            return nullptr;
        const auto &cases = compare()->comparison()->cases;
        for (std::size_t i = 0; i < cases.size(); ++i)
            if (cases[i].open()) {
                compare()->caseList().setCurrentIndex(compare()->cases().index(static_cast<int>(i)));
                return &cases[i];
            }
        return nullptr;
    }
    void choose(std::size_t source)
    {
        QTest::keyClick(compare()->windowHandle(), static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(source)));
        QVERIFY(compared());
    }
    // The version with the right class and the best outline.
    [[nodiscard]] std::size_t rightOf(int picture, const adjudication::Case &open) const
    {
        for (std::size_t i = 0; i < open.versions.size(); ++i)
            if (m_world.wrongWith(picture, open.versions[i].label).isEmpty())
                return i;
        QTest::qFail("nobody is right", __FILE__, __LINE__);
        return 0;
    }
    // The same of a case as a packet has it.
    [[nodiscard]] std::vector<std::pair<QString, bool>> versionsOf(const Json &open) const
    {
        const auto item = ItemId::fromString(base::toQString(open["item"]));
        std::vector<std::pair<QString, bool>> versions;
        for (const Json &version : open["versions"]) {
            const auto label = model::annotationFromJson(version["annotation"], m_schema);
            versions.emplace_back(base::toQString(version["by"]), label && m_world.wrongWith(pictureOf(*item), *label).isEmpty());
        }
        return versions;
    }
    [[nodiscard]] QString rightOf(const Json &open) const
    {
        for (const auto &[letter, right] : versionsOf(open))
            if (right)
                return letter;
        return {};
    }
    [[nodiscard]] QString wrongOf(const Json &open) const
    {
        for (const auto &[letter, right] : versionsOf(open))
            if (!right)
                return letter;
        return {};
    }
    // In a network namespace with nothing in it, where the system lets us have one.
    [[nodiscard]] static test::CliRunner::Outcome withoutNetwork(const test::CliRunner &cli, const QStringList &arguments,
                                                                 const QByteArray &input)
    {
        static const bool can =
            QProcess::execute(QStringLiteral("unshare"), {QStringLiteral("-rn"), QStringLiteral("true")}) == 0;
        if (!can)
            return cli.run(arguments, input);
        QProcess process;
        process.setProcessEnvironment(cli.environment());
        process.start(QStringLiteral("unshare"), QStringList{QStringLiteral("-rn"), test::CliRunner::program()} + arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] bool copyProject(const QString &to) const
    {
        QDir().mkpath(to);
        for (const char *file : {"plumbline.json", "project.db"})
            if (!QFile::copy(m_folder + QLatin1Char('/') + QLatin1String(file), to + QLatin1Char('/') + QLatin1String(file)))
                return false;
        return true;
    }
    // Opens a packet as a double click does, and takes what is in it.
    void takePacket(const QString &file, const char *shot = nullptr)
    {
        delete m_program->window().findChild<workstation::PacketDialog *>();
        m_program->window().openPaths({file});
        auto *dialog = m_program->window().findChild<workstation::PacketDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        const auto idle = [&] { return QTest::qWaitFor([&] { return !dialog->busy(); }, 30000); };
        QVERIFY(idle());
        QVERIFY(part<QLabel>(dialog, "packetIntegrity")->text().startsWith(QStringLiteral("✓")));
        QVERIFY(part<QLabel>(dialog, "packetSender")->text().startsWith(QStringLiteral("✓")));
        if (shot)
            m_hands->shot(shot);
        m_hands->click(part<QPushButton>(dialog, "packetTake"));
        QVERIFY(idle());
        QVERIFY2(part<QLabel>(dialog, "packetResult")->text().startsWith(QStringLiteral("✓")),
                 qPrintable(part<QLabel>(dialog, "packetResult")->text()));
        delete dialog;
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
            takePacket(*file, &worker == &m_world.workers.front() ? "review-packet" : nullptr);
            for (const int picture : worker.pictures)
                QCOMPARE(state(picture, worker),
                         picture == ReviewWorld::pictures - 1 ? TaskState::CannotLabel : TaskState::Submitted);
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
        // What was good and is as it was is not on the sheet.
        QCOMPARE(review()->crops().rowCount(), corrected);
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

    // One picture is too dark. It is painted anew, and the work goes back to who could not do it.
    void triage()
    {
        m_program->act("window.triage");
        auto *view = m_program->window().findChild<workstation::TriageView *>();
        QVERIFY(view && QTest::qWaitForWindowActive(view));
        const auto idle = [&] { return QTest::qWaitFor([&] { return view->idle(); }, 30000); };
        QVERIFY(idle());
        auto *list = part<QTreeWidget>(view, "triageList");
        QCOMPARE(list->topLevelItemCount(), 1);
        list->setFocus();
        list->setCurrentItem(list->topLevelItem(0)->child(0));
        QVERIFY(idle());
        m_hands->shot("review-triage");
        QTest::keyClick(list, Qt::Key_1);
        QVERIFY(idle());
        const int dark = ReviewWorld::pictures - 1;
        QCOMPARE(state(dark, m_world.workers[2]), TaskState::CannotLabel);
        QVERIFY(
            simulation::renderStreet(m_world.scene(dark)).save(m_folder + QStringLiteral("/media/") + ReviewWorld::nameOf(dark)));
        view->reload();
        QVERIFY(idle());
        QCOMPARE(state(dark, m_world.workers[2]), TaskState::ToDo);
        view->close();
    }

    // What three people say of two pictures, side by side; their letters are dealt anew for each.
    void sideBySide()
    {
        QVERIFY(openComparison());
        for (int picture = 0; picture < 2; ++picture) {
            QVERIFY(compareItem(picture));
            int decided = 0;
            while (const adjudication::Case *open = openCase()) {
                if (decided == 1)
                    m_hands->shot(picture == 0 ? "review-side-by-side" : "review-overlay");
                choose(open->versions[rightOf(picture, *open)].source);
                ++decided;
                if (picture == 1 && decided == 1)
                    QTest::keyClick(compare()->windowHandle(), Qt::Key_O);
            }
            qInfo("%s: %d differences, a key each", qPrintable(ReviewWorld::nameOf(picture)), decided);
            QVERIFY(decided >= 2);
            QTest::keyClick(compare()->windowHandle(), Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(compared());
            const auto accepted = reader()->annotations({ReviewWorld::idOf(picture), model::acceptedLayer()});
            QVERIFY_RESULT(accepted);
            QCOMPARE(accepted->size(), m_world.scene(picture).objects.size());
            for (const model::Annotation &label : *accepted)
                QVERIFY2(m_world.wrongWith(picture, label).isEmpty(), qPrintable(label.id.toString()));
            for (const ReviewWorld::Worker &worker : m_world.workers)
                QCOMPARE(state(picture, worker), TaskState::Adjudicated);
        }
        compare()->close();
    }

    // The other two are decided by ruth and saul, elsewhere and without a network. On one case they contradict each other.
    void decidedElsewhere()
    {
        const QString cases = packetPath("cases");
        packet::CaseChoice choice;
        choice.items = {ReviewWorld::idOf(2), ReviewWorld::idOf(3)};
        QVERIFY_RESULT(packet::packCases(project(), cases, choice, packing(), {}));
        int number = 0;
        for (const char *name : {"ruth", "saul"}) {
            const test::CliRunner cli;
            const QString judge = QString::fromLatin1(name);
            const QString keys = cli.path(QStringLiteral("keys"));
            const auto run = [&](QStringList arguments, const QByteArray &input = {}) {
                arguments << QStringLiteral("--keys") << keys << QStringLiteral("--json");
                return withoutNetwork(cli, arguments, input);
            };
            const auto made = run({QStringLiteral("packet"), QStringLiteral("keygen"), QStringLiteral("--no-passphrase"),
                                   QStringLiteral("--name"), judge});
            QVERIFY2(made.code == 0, made.err.constData());
            const auto listed = run({QStringLiteral("packet"), QStringLiteral("inspect"), QStringLiteral("--cases"), cases});
            QVERIFY2(listed.code == 0 || listed.code == 3, listed.err.constData());
            QByteArray lines;
            const Json json = listed.json();
            for (const Json &open : json["cases"]) {
                QString letter = rightOf(open);
                if (number == 1 && lines.isEmpty())
                    letter = wrongOf(open);
                lines += base::toJsonLine({{"case", open["id"]}, {"choose", base::toJson(letter)}}) + '\n';
            }
            const QString file = packetPath("decisions");
            const auto decided =
                run({QStringLiteral("packet"), QStringLiteral("decide"), cases, QStringLiteral("--out"), file}, lines);
            QVERIFY2(decided.code == 0, decided.err.constData());
            m_decided.append(file);
            QFile card(keys + QStringLiteral("/card.plumbkey"));
            QVERIFY(card.open(QIODevice::ReadOnly));
            const auto read = packet::KeyCard::fromText(card.readAll());
            QVERIFY_RESULT(read);
            QVERIFY_RESULT(packet::Keyring(packet::Keyring::standardFolder()).trust(*read, judge));
            ++number;
        }

        // Any order, and twice.
        m_program->window().closeProject();
        QByteArray fold;
        for (const QList<int> &order : {QList<int>{0, 1, 0, 1}, QList<int>{1, 0}, QList<int>{1, 1, 0}}) {
            const QString copy = m_home->path(QStringLiteral("copy-%1.plumb").arg(order.size() * 10 + order.front()));
            QVERIFY(copyProject(copy));
            const auto opened = store::Project::open(copy, store::Project::Access::Write);
            QVERIFY_RESULT(opened);
            for (const int which : order)
                QVERIFY_RESULT(merge(**opened, m_decided[which], which == 0 ? QStringLiteral("ruth") : QStringLiteral("saul")));
            const auto conflicts = packet::conflicts(**opened);
            QVERIFY_RESULT(conflicts);
            QCOMPARE(conflicts->size(), std::size_t(1));
            QCOMPARE(conflicts->front().kind, QStringLiteral("contradiction"));
            QCOMPARE(test::verified(**opened), QStringList());
            if (fold.isEmpty())
                fold = test::foldOf(**opened);
            QVERIFY(test::foldOf(**opened) == fold);
        }
    }

    // Into the lead's own copy, by hand; what contradicts is decided once more, with both before one's eyes.
    void contradictionsAreEnded()
    {
        m_program->window().openPaths({m_folder});
        QVERIFY(m_program->waitForProject() && m_program->waitForPicture());
        for (const QString &file : m_decided)
            takePacket(file);
        QVERIFY(openComparison());
        for (int picture = 2; picture < 4; ++picture) {
            QVERIFY(compareItem(picture));
            int contradictions = 0;
            while (const adjudication::Case *open = openCase()) {
                QVERIFY(open->contradictory());
                if (contradictions++ == 0)
                    m_hands->shot("review-contradiction");
                choose(open->versions[rightOf(picture, *open)].source);
            }
            m_contradictions += contradictions;
            QTest::keyClick(compare()->windowHandle(), Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(compared());
            const auto accepted = reader()->annotations({ReviewWorld::idOf(picture), model::acceptedLayer()});
            QCOMPARE(accepted->size(), m_world.scene(picture).objects.size());
        }
        QCOMPARE(m_contradictions, 1);
        const auto conflicts = packet::conflicts(project());
        QVERIFY_RESULT(conflicts);
        QCOMPARE(conflicts->size(), std::size_t(0));
        compare()->close();
    }

    // From every accepted label back to everything that it was made of.
    void acceptedLabelsAreTraced()
    {
        const auto layers = workflow::HandedIn::open(project().store());
        QVERIFY_RESULT(layers);
        std::map<AnnotationId, QString> handedIn;  // label → who
        const auto submissions = reader()->submissions({}, {});
        QVERIFY_RESULT(submissions);
        for (const model::Submission &submission : *submissions) {
            const auto state = layers->of(submission);
            QVERIFY_RESULT(state);
            for (const model::Annotation &label : state->annotations)
                handedIn.emplace(label.id, submission.annotator);
        }
        const auto log = store::RecordLog::open(project().store());
        int reviewed = 0;
        int chosen = 0;
        for (int picture = 0; picture < ReviewWorld::pictures - 1; ++picture) {
            const auto accepted = reader()->annotations({ReviewWorld::idOf(picture), model::acceptedLayer()});
            QVERIFY_RESULT(accepted);
            QVERIFY(!accepted->empty());
            for (const model::Annotation &label : *accepted) {
                QVERIFY(label.extra.is_object());
                if (label.extra.contains(model::reviewKey)) {
                    QVERIFY(handedIn.contains(label.parent));
                    QCOMPARE(label.extra[model::reviewKey]["author"].get<std::string>(), handedIn[label.parent].toStdString());
                    ++reviewed;
                    continue;
                }
                const Json &made = label.extra["plumbline-case"];
                QVERIFY(made["versions"].size() >= 1);
                for (const Json &version : made["versions"])
                    QVERIFY(handedIn.contains(*AnnotationId::fromString(base::toQString(version))));
                for (const Json &ruling : made["rulings"]) {
                    const auto record = log->find(*Uuid::fromString(base::toQString(ruling)));
                    QVERIFY(record && *record);
                }
                ++chosen;
            }
        }
        qInfo("%d labels go back to a review, %d to several people's versions", reviewed, chosen);
        QVERIFY(reviewed > 0 && chosen > 0);
    }
};

QTEST_MAIN(TestReviewSession)
#include "tst_reviewsession.moc"

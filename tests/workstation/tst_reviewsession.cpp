// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviewvisit.h"
#include "signedinas.h"

using namespace plumbline;
using model::TaskState;
using test::ReviewWorld;

/// One round of team work as its lead sees it, by key and mouse events in a real window: work goes out to three people in packets,
/// comes back, is reviewed, corrected, compared, and what they disagree on is decided by two people in copies of the program that
/// share no network. docs/review-session.md is this session.
class TestReviewSession : public test::ReviewVisit
{
    Q_OBJECT

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
                decideRightly(picture, *open);
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
            const auto trusted = run({QStringLiteral("packet"), QStringLiteral("trust"),
                                      packet::Keyring(packet::Keyring::standardFolder()).cardPath()});
            QVERIFY2(trusted.code == 0, trusted.err.constData());
            const auto listed = run({QStringLiteral("packet"), QStringLiteral("inspect"), QStringLiteral("--cases"), cases});
            QVERIFY2(listed.code == 0 || listed.code == 3, listed.err.constData());
            QByteArray lines;
            const Json json = listed.json();
            for (const Json &open : json["cases"]) {
                Json letter = rightOf(open);
                if (number == 1 && lines.isEmpty())
                    letter = wrongOf(open);
                lines += base::toJsonLine({{"case", open["id"]}, {"choose", letter}}) + '\n';
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
                decideRightly(picture, *open);
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

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/compareview.h"
#include "app/workstation/packetdialog.h"
#include "app/workstation/reviewview.h"
#include "app/workstation/triageview.h"
#include "core/packet/keyring.h"
#include "core/workflow/handedin.h"
#include "hands.h"
#include "reviewsession.h"
#include "tests/cli/clirunner.h"
#include "tests/support/verify.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

namespace plumbline::test {

/// The windows of the review session as its lead works them, and the copies of the program that the others have.
class ReviewVisit : public QObject
{
protected:
    using TaskState = model::TaskState;

    std::unique_ptr<FreshHome> m_home;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Hands> m_hands;
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
    // Chooses the version that is right, or that there is no such object.
    void decideRightly(int picture, const adjudication::Case &open)
    {
        for (const auto &version : open.versions)
            if (m_world.wrongWith(picture, version.label).isEmpty())
                return choose(version.source);
        QTest::keyClick(compare()->windowHandle(), Qt::Key_X);
        QVERIFY(compared());
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
    // Null: there is no such object.
    [[nodiscard]] Json rightOf(const Json &open) const
    {
        for (const auto &[letter, right] : versionsOf(open))
            if (right)
                return base::toJson(letter);
        return nullptr;
    }
    [[nodiscard]] Json wrongOf(const Json &open) const
    {
        for (const auto &[letter, right] : versionsOf(open))
            if (!right)
                return base::toJson(letter);
        return nullptr;
    }
    // In a network namespace with nothing in it, where the system lets us have one.
    [[nodiscard]] static CliRunner::Outcome withoutNetwork(const CliRunner &cli, const QStringList &arguments,
                                                           const QByteArray &input)
    {
        static const bool can =
            QProcess::execute(QStringLiteral("unshare"), {QStringLiteral("-rn"), QStringLiteral("true")}) == 0;
        if (!can)
            return cli.run(arguments, input);
        QProcess process;
        process.setProcessEnvironment(cli.environment());
        process.start(QStringLiteral("unshare"), QStringList{QStringLiteral("-rn"), CliRunner::program()} + arguments);
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
};

}  // namespace plumbline::test

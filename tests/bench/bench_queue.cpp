// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Budget 14: searching and filtering the queue of a project with a million items, against SQLite's LIKE over the same items
// in the same run; opening it at its last item, with a tenth of the items handed in; and the longest that the window waits
// while the index is built. "cpu" is how much of the time this thread worked, which is what a machine with nothing else to do
// would show.
#include "core/itemmodels/queuemodel.h"
#include "core/store/project.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

#include <time.h>

using namespace plumbline;
using Clock = std::chrono::steady_clock;

namespace {

double milliseconds(Clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

double threadMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Time {
    double wall = 0;
    double cpu = 0;
};

template <typename Work>
void timed(Time &most, Work work)
{
    const auto start = Clock::now();
    const double before = threadMilliseconds();
    work();
    most = {std::max(most.wall, milliseconds(start)), std::max(most.cpu, threadMilliseconds() - before)};
}

// The slowest of some rounds: what a person would notice.
template <typename Work>
Time slowest(Work work)
{
    constexpr int rounds = 5;
    Time most;
    for (int i = 0; i < rounds; ++i)
        timed(most, work);
    return most;
}

void print(const char *name, Time ours, double peer, const char *peerName)
{
    std::printf("{\"name\": \"%s\", \"ours\": %.3f, \"cpu\": %.3f, \"peer\": %.3f, \"peer_name\": \"%s\", \"ratio\": %.4f, "
                "\"unit\": \"ms\"}\n",
                name, ours.wall, ours.cpu, peer, peerName, ours.wall / peer);
}

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const bool small = argc > 1 && std::strcmp(argv[1], "--small") == 0;
    const int count = small ? 100'000 : 1'000'000;
    constexpr int batchSize = 20'000;
    const QTemporaryDir folder(QDir::currentPath() + QStringLiteral("/bench-XXXXXX"));
    auto made = store::Project::create(folder.filePath(QStringLiteral("p.plumb")), {{}, model::emptySchema(), {QStringLiteral("me"), true}, false});
    if (!made)
        return 1;
    store::Store &db = (*made)->store();
    std::vector<ItemId> begun;
    const auto added = db.bulk(QStringLiteral("Add"), QStringLiteral("me"), [&](store::BulkSink &sink) -> Result<> {
        for (int first = 0; first < count; first += batchSize) {
            std::vector<model::Item> batch;
            for (int i = first; i < std::min(first + batchSize, count); ++i) {
                model::Item item;
                item.id = ItemId{db.ids().version4()};
                item.name = QStringLiteral("street/camera-%1/frame-%2.jpg").arg(i % 6).arg(i, 7, 10, QLatin1Char('0'));
                item.path = item.name;
                batch.push_back(std::move(item));
            }
            for (std::size_t i = 0; i < batch.size(); i += 10)
                begun.push_back(batch[i].id);
            if (const auto done = sink.addItems(std::move(batch)); !done)
                return done;
        }
        return {};
    });
    history::GestureBuilder handedIn(db.ids().make<GestureId>(), QStringLiteral("Hand in"));
    for (const ItemId item : begun) {
        model::Task task;
        task.id = db.ids().make<TaskId>();
        task.item = item;
        task.assignee = QStringLiteral("me");
        task.state = model::TaskState::Submitted;
        handedIn.put(nullptr, task);
    }
    if (!store::wait(db.commit(handedIn.take(), QStringLiteral("me"))))
        return 1;
    const auto reader = db.reader();
    if (!added || !reader)
        return 1;

    store::QueueFilter lastOnly;
    lastOnly.text = QStringLiteral("frame-%1").arg(count - 1, 7, 10, QLatin1Char('0'));
    const auto lastItem = reader.value()->queue(lastOnly, 0, 1);
    if (!lastItem || lastItem->empty())
        return 1;
    itemmodels::QueueModel model;
    // What a window does: the item of last time, and the rows around it.
    const Time opening = slowest([&] {
        model.setSource(reader->get(), nullptr, QStringLiteral("me"));
        const int row = model.rowOf(lastItem->front().item);
        if (row != count - 1)
            std::exit(1);
        for (int i = row - 40; i <= row; ++i)
            (void)model.index(i).data();
    });
    const Time filtering = slowest([&] {
        model.setFilter(QStringLiteral("frame"), std::nullopt);
        model.setFilter({}, std::nullopt);
    });
    Time longest;
    const auto building = Clock::now();
    while (!model.indexed())
        timed(longest, [] { QCoreApplication::processEvents(); });
    const double indexing = milliseconds(building);

    const auto filter = [&](const char *text, std::optional<model::TaskState> state) {
        model.setFilter({}, std::nullopt);
        return [&, text, state] {
            model.setFilter(QString::fromLatin1(text), state);
            for (int row = 0; row < 40 && row < model.rowCount(); ++row)
                (void)model.index(row).data();
            model.setFilter({}, std::nullopt);
        };
    };
    const auto like = [&](const char *text) {
        store::QueueFilter asked;
        asked.text = QString::fromLatin1(text);
        asked.person = QStringLiteral("me");
        const auto begun = Clock::now();
        if (!reader.value()->queue(asked))
            std::exit(1);
        return milliseconds(begun);
    };
    print("queue-search-few", slowest(filter("099999", std::nullopt)), like("099999"), "SQLite LIKE");
    print("queue-search-all", slowest(filter("FRAME", std::nullopt)), like("FRAME"), "SQLite LIKE");
    constexpr double budget = 50;
    print("queue-filter-state", slowest(filter("", model::TaskState::ToDo)), budget, "budget");
    const ItemId last = model.itemAt(count - 1);
    print("queue-find-item", slowest([&] { (void)model.rowOf(last); }), budget, "budget");
    print("queue-next-unfinished", slowest([&] { (void)model.nextUnfinished(count - 2); }), budget, "budget");
    print("queue-scroll-to-end", slowest([&] { (void)model.index(count - 1).data(); }), budget, "budget");
    print("queue-open-at-the-last-item", opening, budget, "budget");
    print("queue-filter-while-indexing", filtering, budget, "budget");
    print("queue-longest-wait-while-indexing", longest, budget, "budget");
    std::fprintf(stderr, "%d items indexed in %.0f ms\n", count, indexing);
    return 0;
}

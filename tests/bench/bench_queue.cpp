// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Budget 14: searching and filtering the queue of a project with a million items, against SQLite's LIKE over the same items
// in the same run; and the longest that the window waits while the index is built.
#include "core/itemmodels/queuemodel.h"
#include "core/store/project.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

using namespace plumbline;
using Clock = std::chrono::steady_clock;

namespace {

double milliseconds(Clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

// The slowest of some rounds: what a person would notice.
template <typename Work>
double slowest(Work work)
{
    constexpr int rounds = 5;
    double most = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto start = Clock::now();
        work();
        most = std::max(most, milliseconds(start));
    }
    return most;
}

void print(const char *name, double ours, double peer, const char *peerName)
{
    std::printf("{\"name\": \"%s\", \"ours\": %.3f, \"peer\": %.3f, \"peer_name\": \"%s\", \"ratio\": %.4f, \"unit\": \"ms\"}\n", name, ours, peer,
                peerName, ours / peer);
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
            if (const auto done = sink.addItems(std::move(batch)); !done)
                return done;
        }
        return {};
    });
    const auto reader = db.reader();
    if (!added || !reader)
        return 1;

    itemmodels::QueueModel model;
    auto start = Clock::now();
    model.setSource(reader->get(), nullptr, QStringLiteral("me"));
    const double opening = milliseconds(start);
    double longest = 0;
    const auto building = Clock::now();
    while (!model.indexed()) {
        start = Clock::now();
        QCoreApplication::processEvents();
        longest = std::max(longest, milliseconds(start));
    }
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
    print("queue-open", opening, budget, "budget");
    print("queue-longest-wait-while-indexing", longest, budget, "budget");
    std::fprintf(stderr, "%d items indexed in %.0f ms\n", count, indexing);
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Budget 7: the 99th percentile of one durable commit against that of an fsync of 4 KB in the same folder, measured in turns
// in the same run, so that a busy disk slows both sides.
#include "core/base/json.h"
#include "core/store/project.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace plumbline;
using Clock = std::chrono::steady_clock;

namespace {

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double milliseconds(Clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

}  // namespace

int main()
{
    constexpr int rounds = 4000;
    QTemporaryDir folder(QDir::currentPath() + QStringLiteral("/bench-XXXXXX"));
    model::Schema schema = model::emptySchema();
    auto made = store::Project::create(folder.filePath(QStringLiteral("p.plumb")), {{}, schema, {QStringLiteral("me"), true}, false});
    if (!made) {
        std::fprintf(stderr, "%s\n", qPrintable(made.error().text));
        return 1;
    }
    store::Store &db = (*made)->store();
    model::Item item;
    item.id = ItemId{db.ids().version4()};
    item.name = QStringLiteral("a");
    history::GestureBuilder add(db.ids().make<GestureId>(), QStringLiteral("Add"));
    add.put(nullptr, item);
    if (!store::wait(db.commit(add.take(), QStringLiteral("me"))))
        return 1;

    const int fd = ::open(QFile::encodeName(folder.filePath(QStringLiteral("peer"))).constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    const std::vector<char> page(4096, 'x');
    std::vector<double> ours;
    std::vector<double> peer;
    model::Annotation current;
    for (int i = 0; i < rounds; ++i) {
        history::GestureBuilder gesture(db.ids().make<GestureId>(), QStringLiteral("Edit"));
        if (i % 10 == 0) {
            current = {};
            current.id = db.ids().make<AnnotationId>();
            current.item = item.id;
            current.layer = model::acceptedLayer();
            current.geometry = geometry::Box{1, 2, 3, 4};
            gesture.create(current);
        } else {
            model::Annotation moved = current;
            moved.geometry = geometry::Box{1.0 * i, 2, 3, 4};
            gesture.update(current, moved);
            current = moved;
        }
        auto start = Clock::now();
        if (!store::wait(db.commit(gesture.take(), QStringLiteral("me"))))
            return 1;
        ours.push_back(milliseconds(start));

        start = Clock::now();
        if (::pwrite(fd, page.data(), page.size(), static_cast<off_t>(i) * 4096) != 4096 || ::fsync(fd) != 0)
            return 1;
        peer.push_back(milliseconds(start));
    }
    ::close(fd);
    for (const auto &[name, share] : {std::pair{"commit-p50", 0.5}, {"commit-p99", 0.99}}) {
        const double a = percentile(ours, share);
        const double b = percentile(peer, share);
        const Json line = {{"name", name}, {"ours", a}, {"peer", b}, {"peer_name", "fsync of 4 KB"}, {"ratio", a / b}, {"unit", "ms"}};
        std::puts(base::toJsonLine(line).constData());
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether the window answers while a folder of many pictures is taken in by a fresh home, and how long the next item takes
// then, from the action until it has been painted. A gap is the time between two turns of the event loop; "cpu" is how much of it
// the main thread worked, which is what a machine with nothing else to do would show. Needs a display (xvfb-run).
//
//   bench_window [PICTURES]     20000 unless told otherwise

#include "app/workstation/docks.h"
#include "core/exchange/mediacatalog.h"
#include "tests/workstation/pageobjects.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>

#include <time.h>

using namespace plumbline;

namespace {

double threadMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

// Beats whenever the event loop has nothing else to do, at most every two milliseconds.
class Heart : public QObject
{
public:
    Heart()
    {
        m_timer.setInterval(2);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { beat(); });
        reset();
        m_timer.start();
    }
    void reset()
    {
        m_longest = m_busiest = 0;
        m_over = 0;
        m_since.start();
        m_cpu = threadMilliseconds();
    }
    void print(const char *name)
    {
        beat();
        constexpr double allowed = 100;
        std::printf("{\"name\": \"%s\", \"ours\": %.1f, \"cpu\": %.1f, \"gaps_over_100_ms\": %d, \"peer\": %.0f, \"peer_name\": \"the "
                    "budget\", \"ratio\": %.3f, \"unit\": \"ms\"}\n",
                    name, m_longest, m_busiest, m_over, allowed, m_longest / allowed);
        std::fflush(stdout);
        reset();
    }

private:
    void beat()
    {
        const double gap = double(m_since.nsecsElapsed()) / 1e6;
        const double now = threadMilliseconds();
        m_longest = std::max(m_longest, gap);
        m_busiest = std::max(m_busiest, now - m_cpu);
        constexpr double noticed = 100;
        m_over += gap > noticed ? 1 : 0;
        if (qEnvironmentVariableIsSet("BENCH_VERBOSE") && now - m_cpu > noticed / 4)
            std::fprintf(stderr, "gap %.1f ms, cpu %.1f ms\n", gap, now - m_cpu);
        m_cpu = now;
        m_since.start();
    }
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    double m_busiest = 0;
    double m_cpu = 0;
    int m_over = 0;
};

// Photos as far as size goes; a comment in each makes them different files.
bool writeManyPictures(const QString &folder, int count)
{
    QDir().mkpath(folder);
    QImage image(640, 480, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((x / 3) & 255, (y / 2) & 255, (x + y) & 255));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "jpg", 70))
        return false;
    for (int i = 0; i < count; ++i) {
        QFile file(QStringLiteral("%1/%2.jpg").arg(folder).arg(i, 6, 10, QLatin1Char('0')));
        const QByteArray number = QByteArray::number(i).rightJustified(8, '0');
        QByteArray bytes = jpeg;
        bytes.insert(2, QByteArray("\xff\xfe\x00\x0a", 4) + number);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

// Steps to the next item and waits for its picture to be painted.
void goThrough(test::Program &program, const char *name, int steps, int rest)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int i = 0; i < steps; ++i) {
        QTest::qWait(rest);
        bool shown = false;
        QObject context;
        QObject::connect(&program.window().viewHost(), &workstation::ViewHost::frameShown, &context, [&] { shown = true; });
        QElapsedTimer timer;
        timer.start();
        const double before = threadMilliseconds();
        program.act("item.next");
        while (!shown && timer.elapsed() < 30'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        program.canvas()->repaint();
        wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        cpu.push_back(threadMilliseconds() - before);
    }
    std::sort(wall.begin(), wall.end());
    std::sort(cpu.begin(), cpu.end());
    const auto at = [](const std::vector<double> &of, double share) { return of[static_cast<std::size_t>(share * double(of.size() - 1))]; };
    constexpr double allowed = 50;
    std::printf("{\"name\": \"%s\", \"ours\": %.1f, \"p95\": %.1f, \"cpu\": %.1f, \"peer\": %.0f, \"peer_name\": \"the budget\", "
                "\"ratio\": %.3f, \"unit\": \"ms\"}\n",
                name, at(wall, 0.5), at(wall, 0.95), at(cpu, 0.5), allowed, at(wall, 0.5) / allowed);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char *argv[])
{
    const test::FreshHome home;
    QApplication app(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 20'000;
    const QString photos = home.path(QStringLiteral("photos"));
    const QString more = home.path(QStringLiteral("more"));
    if (count < 100 || !writeManyPictures(photos, count) || !QDir().mkpath(more))
        return 1;
    // Different from all of the first folder.
    for (int i = 0; i < count / 10; ++i) {
        QFile file(QStringLiteral("%1/m%2.jpg").arg(more).arg(i));
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        QFile first(photos + QStringLiteral("/000000.jpg"));
        QByteArray bytes = first.open(QIODevice::ReadOnly) ? first.readAll() : QByteArray();
        bytes.replace(6, 8, "m" + QByteArray::number(i).rightJustified(7, '0'));
        file.write(bytes);
    }
    test::Program program;
    if (!program.active())
        return 1;
    Heart heart;
    QTest::qWait(300);
    heart.print("window-at-rest");
    QElapsedTimer timer;
    timer.start();
    program.window().openPaths({photos});
    const auto total = [&] { return program.window().queue().total(); };
    if (!QTest::qWaitFor([&] { return program.document() && program.document()->item() && total() == count; }, 600'000))
        return 1;
    QTest::qWait(500);
    std::fprintf(stderr, "%d pictures in %.1f s\n", count, double(timer.elapsed()) / 1e3);
    heart.print("window-gap-while-a-folder-is-added");
    goThrough(program, "window-next-item", 40, 120);
    program.act("window.dock.thumbnail");
    heart.reset();
    goThrough(program, "window-next-item-with-thumbnails", 40, 120);
    heart.print("window-gap-while-going-through");
    // More pictures for the open project, while the work goes on.
    program.window().openPaths({more});
    goThrough(program, "window-next-item-while-adding", 20, 120);
    if (!QTest::qWaitFor([&] { return total() == count + count / 10; }, 600'000))
        std::fprintf(stderr, "%lld items instead of %d\n", static_cast<long long>(total()), count + count / 10);
    QTest::qWait(500);
    heart.print("window-gap-while-more-are-added");
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The contact sheet of a review: how long it takes to load, and how long a frame takes while the whole of it is scrolled through at
// 60 pixels a frame, crops arriving from their pictures meanwhile. A frame is everything the main thread does for it: crops that
// came in, layout, painting, handing the picture to the screen. "cpu" is how much of it the main thread worked, which is what a
// machine with nothing else to do would show. Needs a display (xvfb-run).
//
//   bench_review [CROPS]     10000 unless told otherwise

#include "app/workstation/reviewview.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "tests/workstation/pageobjects.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <time.h>

using namespace plumbline;

namespace {

constexpr int perPicture = 20;
constexpr double frameBudget = 16;
constexpr double loadBudget = 5000;

double threadMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void print(const char *name, double wall, double cpu, double budget)
{
    std::printf(
        "{\"name\": \"%s\", \"ours\": %.2f, \"cpu\": %.2f, \"peer\": %.0f, \"peer_name\": \"the budget\", \"ratio\": %.3f, "
        "\"cpu_ratio\": %.3f, \"unit\": \"ms\"}\n",
        name, wall, cpu, budget, wall / budget, cpu / budget);
    std::fflush(stdout);
}

void require(bool done, const char *what)
{
    if (done)
        return;
    std::fprintf(stderr, "bench_review: %s failed\n", what);
    std::exit(1);
}

// Photos as far as decoding goes: every pixel differs a little from the next.
void writePicture(const QString &path, int number)
{
    QImage image(1280, 960, QImage::Format_RGB32);
    unsigned noise = unsigned(number) * 2654435761u + 1;
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            noise = noise * 1664525u + 1013904223u;
            const int grain = int(noise >> 28);
            line[x] = qRgb((x / 5 + number * 7 + grain) & 255, (y / 4 + grain) & 255, ((x + y) / 8 + grain) & 255);
        }
    }
    require(image.save(path, "jpg", 85), "writing a picture");
}

// Labels of one author, handed in and taken by whoever runs this.
void makeProject(const QString &folder, const QString &pictures, int crops)
{
    const store::Person me = store::operatingSystemPerson();
    const store::Person anna{QStringLiteral("anna"), true};
    store::Project::NewProject made;
    made.schema = model::emptySchema();
    made.schema.version = 1;
    std::vector<ClassId> classes;
    for (const char *name : {"car", "person", "sign", "tree", "dog"}) {
        classes.push_back(ClassId{Uuid::fromName("class", name)});
        model::addClass(made.schema, classes.back(), QString::fromLatin1(name));
    }
    made.creator = me;
    made.team = true;
    auto project = store::Project::create(folder, made);
    require(project.has_value(), "making the project");
    base::IdSource &ids = (*project)->store().ids();
    base::SeededRandom random{7};
    history::GestureBuilder items(ids.make<GestureId>(), QStringLiteral("Add"));
    history::GestureBuilder labels(ids.make<GestureId>(), QStringLiteral("Draw"));
    items.put(nullptr, model::Member{anna.name, anna.name, QStringLiteral("annotator"), {}});
    std::vector<ItemId> list;
    for (int i = 0; i < crops / perPicture; ++i) {
        model::Item item;
        item.id = ids.make<ItemId>();
        item.name = QStringLiteral("%1.jpg").arg(i, 5, 10, QLatin1Char('0'));
        const QString path = pictures + QLatin1Char('/') + item.name;
        writePicture(path, i);
        item.path = path;
        item.width = 1280;
        item.height = 960;
        list.push_back(item.id);
        items.put(nullptr, item);
        for (int k = 0; k < perPicture; ++k) {
            model::Annotation label;
            label.id = ids.make<AnnotationId>();
            label.item = item.id;
            label.layer = anna.name;
            label.labelClass = classes[std::size_t(i * 3 + k) % classes.size()];
            const double w = 30 + (i * 37 + k * 53) % 200;
            const double h = 30 + (i * 29 + k * 71) % 200;
            label.geometry = geometry::Box{double((i * 97 + k * 211) % 1000), double((i * 61 + k * 157) % 700), w, h};
            label.origin.by = anna.name;
            labels.create(label);
        }
    }
    require(store::wait((*project)->store().commit(items.take(), me.name)).has_value(), "adding items");
    require(store::wait((*project)->store().commit(labels.take(), anna.name)).has_value(), "drawing");
    for (const ItemId item : list) {
        require(workflow::submit(**project, item, anna, {}, random).has_value(), "handing in");
        require(review::takeForReview(**project, item, anna.name, me).has_value(), "taking");
    }
}

struct Frames {
    std::vector<double> wall;
    std::vector<double> cpu;
    double cells = 0;
    double ready = 0;

    void print(const char *name)
    {
        std::sort(wall.begin(), wall.end());
        std::sort(cpu.begin(), cpu.end());
        const auto at = [](const std::vector<double> &values, double share) {
            return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
        };
        const std::string prefix = std::string("contact-sheet-") + name;
        ::print((prefix + "-frame-median").c_str(), at(wall, 0.5), at(cpu, 0.5), frameBudget);
        ::print((prefix + "-frame-95").c_str(), at(wall, 0.95), at(cpu, 0.95), frameBudget);
        ::print((prefix + "-frame-worst").c_str(), wall.back(), cpu.back(), frameBudget);
        std::fprintf(stderr, "%s: %zu frames, %.1f %% of the crops in sight had their picture\n", name, wall.size(),
                     100 * ready / cells);
    }
};

// A frame every 16 ms, as a screen asks for them.
Frames scroll(workstation::ReviewView &view, int from, int to, int step)
{
    Frames frames;
    QScrollBar *bar = view.sheet().verticalScrollBar();
    for (int at = from; step > 0 ? at <= to : at >= to; at += step) {
        QElapsedTimer frame;
        frame.start();
        const double before = threadMilliseconds();
        bar->setValue(at);
        QApplication::processEvents();
        frames.cpu.push_back(threadMilliseconds() - before);
        frames.wall.push_back(double(frame.nsecsElapsed()) / 1e6);
        const QSize cell = view.sheet().gridSize();
        const int columns = std::max(1, view.sheet().viewport()->width() / cell.width());
        const int lines = view.sheet().viewport()->height() / cell.height();
        const int first = bar->value() / cell.height() * columns;
        for (int row = first; row < std::min(first + columns * lines, view.crops().rowCount()); ++row) {
            frames.cells += 1;
            frames.ready += view.crops().pictureAt(row).state == review::CropModel::PictureState::Ready ? 1 : 0;
        }
        const double rest = frameBudget - double(frame.nsecsElapsed()) / 1e6;
        if (rest > 0)
            QThread::usleep(static_cast<unsigned long>(rest * 1000));
    }
    return frames;
}

}  // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    const int crops = argc > 1 ? std::max(200, std::atoi(argv[1])) : 10'000;
    test::FreshHome home;
    qputenv("PLUMBLINE_GOLD_FOLDER", home.path(QStringLiteral("keys")).toUtf8());
    const QString pictures = home.path(QStringLiteral("pictures"));
    QDir().mkpath(pictures);
    const QString folder = home.path(QStringLiteral("p.plumb"));
    makeProject(folder, pictures, crops);
    test::Program program({folder});
    require(program.waitForProject(), "opening the project");

    QElapsedTimer loading;
    loading.start();
    const double before = threadMilliseconds();
    program.act("window.review");
    auto *view = program.window().findChild<workstation::ReviewView *>();
    require(view, "opening the review");
    view->setGeometry(0, 0, 1920, 1080);
    require(QTest::qWaitFor([&] { return view->idle(); }, 120'000) && view->crops().rowCount() == crops, "loading");
    print("contact-sheet-load", double(loading.nsecsElapsed()) / 1e6, threadMilliseconds() - before, loadBudget);

    const QSize cell = view->sheet().gridSize();
    const int columns = view->sheet().viewport()->width() / cell.width();
    const int lines = view->sheet().viewport()->height() / cell.height();
    std::fprintf(stderr, "%d crops to a page of %d x %d\n", columns * lines, view->width(), view->height());
    QTest::qWait(300);
    QScrollBar *bar = view->sheet().verticalScrollBar();
    constexpr int step = 60;
    scroll(*view, 0, bar->maximum(), step).print("first");
    scroll(*view, bar->maximum(), 0, -step).print("back");
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Budgets 4 and 5: the time of a frame in a real image view. A frame is one input event until the window has been painted
// after it, slices of work that follow included. "cpu" is how much of it this thread worked (p95), which is what a machine with
// nothing else to do would show. Needs a display (xvfb-run).
//
//   bench_view [PICTURE…]     PICTURE: huge ones, for panning, zooming and painting a mask after they have been read
// BENCH_ONLY_PICTURES=1 leaves out the shapes, BENCH_ONLY_SHAPES=N everything but one count of them.

#include "core/base/random.h"
#include "plugins/media/image/imagefactory.h"
#include "plugins/views/image/imageview.h"
#include "tests/support/viewhost.h"
#include "widgets/canvas/tiledpicture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>
#include <cstdio>
#include <numbers>

#include <time.h>

using namespace plumbline;

namespace {

constexpr double limit = 16;
constexpr int width = 1280;
constexpr int height = 800;

double threadMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double share(std::vector<double> of, double part)
{
    std::sort(of.begin(), of.end());
    return of[static_cast<std::size_t>(part * double(of.size() - 1))];
}

class Frames
{
public:
    Frames(QWidget &widget, QString name) : m_widget(widget), m_name(std::move(name)) {}

    template <typename F>
    void time(F f)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = threadMilliseconds();
        f();
        QCoreApplication::processEvents();
        // Updates wait for the screen's rhythm; the time of the work is asked for.
        m_widget.repaint();
        m_milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
        m_cpu.push_back(threadMilliseconds() - before);
    }
    ~Frames()
    {
        const double most = share(m_milliseconds, 0.95);
        std::printf("{\"name\": \"%s\", \"ours\": %.2f, \"p50\": %.2f, \"worst\": %.2f, \"cpu\": %.2f, \"peer\": %.0f, "
                    "\"peer_name\": \"a frame at 60 Hz (p95)\", \"ratio\": %.3f, \"unit\": \"ms\"}\n",
                    qPrintable(m_name), most, share(m_milliseconds, 0.5), share(m_milliseconds, 1), share(m_cpu, 0.95), limit, most / limit);
        std::fflush(stdout);
    }

private:
    QWidget &m_widget;
    QString m_name;
    std::vector<double> m_milliseconds;
    std::vector<double> m_cpu;
};

void settle(int milliseconds = 300)
{
    QTest::qWait(milliseconds);
}

void mouse(QWidget &widget, QEvent::Type type, QPointF at, Qt::MouseButtons buttons)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget.mapToGlobal(at), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

void wheel(QWidget &widget, QPointF at, int notches)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&widget, &event);
}

geometry::Polygon blob(base::SeededRandom &random, QSize size, double largest)
{
    geometry::Ring ring;
    const geometry::Point centre{random.uniform(50, size.width() - 50), random.uniform(50, size.height() - 50)};
    const double radius = random.uniform(largest / 5, largest);
    for (int k = 0; k < 16; ++k) {
        const double angle = k * 2 * std::numbers::pi / 16;
        const double r = radius * random.uniform(0.7, 1.0);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return {{{ring, {}}}};
}

void panAndZoom(canvas::ImageCanvas &canvas, const QString &name)
{
    canvas.fit();
    settle();
    {
        Frames frames(canvas, name + QStringLiteral("-zoom"));
        for (int i = 0; i < 24; ++i)
            frames.time([&] { wheel(canvas, QPointF(500, 300), 1); });
        for (int i = 0; i < 24; ++i)
            frames.time([&] { wheel(canvas, QPointF(500, 300), -1); });
    }
    for (const double scale : {2.5, 0.4}) {
        canvas.setView({canvas.view().scale, {}});
        canvas.zoomAbout(QPointF(width / 2.0, height / 2.0), scale / canvas.view().scale);
        settle(600);
        Frames frames(canvas, name + QStringLiteral("-pan-at-%1").arg(scale));
        for (int i = 0; i < 80; ++i)
            frames.time([&] { canvas.panBy(QPointF(i < 40 ? -11 : 11, i % 2 ? 4 : -6)); });
    }
}

void shapes(int count)
{
    test::ViewHost host;
    imageview::ImageView view(host);
    host.show(view, QSize(width, height));
    auto &canvas = *static_cast<canvas::ImageCanvas *>(view.widget());
    QImage picture(4608, 3072, QImage::Format_RGB32);
    base::SeededRandom random(5);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixel(x, y, qRgb((x / 3) & 255, (y / 5) & 255, (x + y) & 255));
    std::vector<model::Annotation> annotations;
    std::vector<AnnotationId> ids;
    for (int i = 0; i < count; ++i) {
        model::Annotation annotation = host.document.newAnnotation(blob(random, picture.size(), count > 50000 ? 14 : 40));
        annotation.labelClass = host.document.schema().classes[static_cast<std::size_t>(i % 3)].id;
        ids.push_back(annotation.id);
        annotations.push_back(std::move(annotation));
    }
    model::Item item = *host.document.item();
    const QString prefix = QStringLiteral("polygons-%1").arg(count);
    QElapsedTimer timer;
    timer.start();
    host.document.showItem(item, std::move(annotations));
    view.showFrame(item, extension::LoadedFrame{picture, {}});
    QCoreApplication::processEvents();
    std::printf("{\"name\": \"%s-open\", \"ours\": %.1f, \"unit\": \"ms\"}\n", qPrintable(prefix),
                double(timer.nsecsElapsed()) / 1e6);
    settle(2500);
    {
        Frames frames(canvas, prefix + QStringLiteral("-hover"));
        for (int i = 0; i < 100; ++i)
            frames.time([&] { mouse(canvas, QEvent::MouseMove, QPointF(100 + 9 * i, 150 + 5 * i), Qt::NoButton); });
    }
    const auto centreOf = [&](std::size_t i) {
        const canvas::ShapeScene::Entry &entry = *canvas.scene().find(ids[i]);
        return canvas.view().toScreen(geometry::Point{entry.bounds.x + entry.bounds.w / 2, entry.bounds.y + entry.bounds.h / 2});
    };
    {
        Frames frames(canvas, prefix + QStringLiteral("-select"));
        for (std::size_t i = 0; i < 60; ++i) {
            const QPointF at = centreOf((i * 31) % ids.size());
            frames.time([&] { mouse(canvas, QEvent::MouseButtonPress, at, Qt::LeftButton); });
            frames.time([&] { mouse(canvas, QEvent::MouseButtonRelease, at, Qt::NoButton); });
        }
    }
    {
        Frames frames(canvas, prefix + QStringLiteral("-drag-vertex"));
        for (std::size_t i = 0; i < 6; ++i) {
            host.document.select({ids[(i * 77) % ids.size()]});
            settle(30);
            const auto *polygon =
                std::get_if<geometry::Polygon>(&canvas.scene().find(ids[(i * 77) % ids.size()])->shape.geometry);
            const QPointF at = canvas.view().toScreen(polygon->parts.front().outer.front());
            frames.time([&] { mouse(canvas, QEvent::MouseMove, at, Qt::NoButton); });
            frames.time([&] { mouse(canvas, QEvent::MouseButtonPress, at, Qt::LeftButton); });
            for (int step = 1; step < 30; ++step)
                frames.time([&] { mouse(canvas, QEvent::MouseMove, at + QPointF(step, step / 2.0), Qt::LeftButton); });
            frames.time([&] { mouse(canvas, QEvent::MouseButtonRelease, at + QPointF(30, 15), Qt::NoButton); });
        }
    }
    host.document.select({});
    panAndZoom(canvas, prefix);
}

// What is left to do for the next item of a queue when its picture has been decoded ahead.
void next()
{
    constexpr double allowed = 50;
    test::ViewHost host;
    imageview::ImageView view(host);
    host.show(view, QSize(width, height));
    std::vector<double> milliseconds;
    std::vector<double> cpu;
    for (int i = 0; i < 12; ++i) {
        QImage picture(4000, 3000, QImage::Format_RGB32);
        picture.fill(QColor::fromHsv(40 * i, 100, 200));
        model::Item item = *host.document.item();
        item.id = host.document.identity.ids.make<ItemId>();
        std::vector<model::Annotation> annotations;
        base::SeededRandom random(7);
        for (int k = 0; k < 50; ++k) {
            annotations.push_back(host.document.newAnnotation(blob(random, picture.size(), 200)));
            annotations.back().item = item.id;
        }
        const extension::LoadedFrame frame{picture, {}, {}, canvas::halvesOf(picture)};
        QElapsedTimer timer;
        timer.start();
        const double before = threadMilliseconds();
        host.document.showItem(item, std::move(annotations));
        view.showFrame(item, frame);
        QCoreApplication::processEvents();
        view.widget()->repaint();
        milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
        cpu.push_back(threadMilliseconds() - before);
        settle(50);
    }
    std::printf("{\"name\": \"next-item-12mp-decoded-ahead\", \"ours\": %.1f, \"worst\": %.1f, \"cpu\": %.1f, \"peer\": %.0f, "
                "\"peer_name\": \"the budget\", \"ratio\": %.3f, \"unit\": \"ms\"}\n",
                share(milliseconds, 0.5), share(milliseconds, 1), share(cpu, 0.5), allowed, share(milliseconds, 0.5) / allowed);
}

// A mask of tens of thousands of pixels across, painted at the scale of the whole picture and at one to one.
void paintMask(test::ViewHost &host, imageview::ImageView &view, const QString &name)
{
    auto &canvas = *static_cast<canvas::ImageCanvas *>(view.widget());
    view.trigger(QStringLiteral("image.tool.brush"));
    for (const bool whole : {true, false}) {
        host.document.select({});
        for (int i = 0; i < 30; ++i)
            view.trigger(whole ? QStringLiteral("image.option.more") : QStringLiteral("image.option.less"));
        if (whole)
            canvas.fit();
        else
            canvas.zoomAbout(QPointF(width / 2.0, height / 2.0), 1 / canvas.view().scale);
        settle(1500);
        const QString where = whole ? QStringLiteral("-whole") : QStringLiteral("-1-to-1");
        // The second stroke goes on with the mask of the first.
        Frames release(canvas, name + QStringLiteral("-brush-release") + where);
        Frames frames(canvas, name + QStringLiteral("-brush") + where);
        for (int stroke = 0; stroke < 4; ++stroke) {
            const QPointF from(250 + 20 * stroke, 200 + 60 * stroke);
            frames.time([&] { mouse(canvas, QEvent::MouseButtonPress, from, Qt::LeftButton); });
            QPointF at = from;
            for (int step = 1; step <= 60; ++step) {
                at = from + QPointF(10 * step, 40 * std::sin(step / 6.0));
                frames.time([&] { mouse(canvas, QEvent::MouseMove, at, Qt::LeftButton); });
            }
            release.time([&] { mouse(canvas, QEvent::MouseButtonRelease, at, Qt::NoButton); });
        }
    }
    if (host.document.annotations().empty())
        std::printf("{\"name\": \"%s-brush\", \"skipped\": \"no mask came of it\"}\n", qPrintable(name));
}

void huge(const QString &path)
{
    test::ViewHost host;
    imageview::ImageView view(host);
    host.show(view, QSize(width, height));
    auto &canvas = *static_cast<canvas::ImageCanvas *>(view.widget());
    const QString prefix = QFileInfo(path).fileName();
    const auto source = image::ImageFactory().open(path, {});
    if (!source) {
        std::printf("{\"name\": \"%s\", \"skipped\": \"cannot be opened\"}\n", qPrintable(prefix));
        return;
    }
    view.showFrame(*host.document.item(), (*source)->load(0, extension::LoadQuality::Screen, {}));
    {
        Frames frames(canvas, prefix + QStringLiteral("-while-read"));
        while (!canvas.picture()->isComplete()) {
            frames.time([&] { canvas.panBy(QPointF(1, 0)); });
            settle(5);
        }
    }
    panAndZoom(canvas, prefix);
    paintMask(host, view, prefix);
}

}  // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const bool onlyPictures = qEnvironmentVariableIsSet("BENCH_ONLY_PICTURES");
    if (!onlyPictures) {
        const int only = qEnvironmentVariableIntValue("BENCH_ONLY_SHAPES");
        for (const int count : {1000, 10000, 100000})
            if (only == 0 || only == count)
                shapes(count);
        if (only == 0)
            next();
    }
    for (const QString &path : app.arguments().mid(1))
        huge(path);
    return 0;
}

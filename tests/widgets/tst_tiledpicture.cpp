// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/extension/imageparts.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"
#include "widgets/canvas/canvasoverlays.h"
#include "widgets/canvas/displaypanel.h"
#include "widgets/canvas/imagecanvas.h"
#include "widgets/canvas/minimap.h"
#include "widgets/canvas/shapeindex.h"
#include "widgets/canvas/shapelayer.h"
#include "widgets/canvas/tiledpicture.h"

#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;
using namespace plumbline::canvas;
using extension::PixelBlock;
using extension::SampleType;

namespace {

QImage noise(int width, int height, quint64 seed = 1)
{
    base::SeededRandom random(seed);
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, 0xFF000000U | static_cast<QRgb>(random.below(1 << 24)));
    return image;
}

/// A picture that goes from the top to the bottom only, as a JPEG does; may stop early or be asked to wait.
class StripParts final : public extension::PictureParts
{
public:
    explicit StripParts(QImage image, int coarse = 0) : m_image(std::move(image))
    {
        m_layout.size = m_image.size();
        m_layout.coarse = coarse;
    }
    int stopAt = std::numeric_limits<int>::max();
    std::vector<int> streamed;

    [[nodiscard]] const extension::PictureLayout &layout() const override { return m_layout; }
    [[nodiscard]] Result<PixelBlock> region(int, const QRect &, const jobs::JobControl &) override
    {
        return fail(ErrorCode::Unsupported, QStringLiteral("not at random"));
    }
    [[nodiscard]] Result<> stream(int level, const Take &take, const jobs::JobControl &control) override
    {
        streamed.push_back(level);
        PixelBlock whole = extension::blockOf(m_image, m_image.rect());
        for (int i = 0; i < level; ++i)
            whole = halved(whole);
        for (int y = 0; y < whole.size.height(); y += 100) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            if (y >= stopAt)
                return fail(ErrorCode::Malformed, QStringLiteral("the file ends"));
            const int rows = std::min(100, whole.size.height() - y);
            take({{whole.size.width(), rows},
                  whole.channels,
                  whole.type,
                  whole.bytes.mid(whole.stride() * y, whole.stride() * rows)},
                 {0, y});
        }
        return {};
    }

private:
    QImage m_image;
    extension::PictureLayout m_layout;
};

PixelBlock floats(int width, int height, const std::function<float(int, int)> &f)
{
    PixelBlock block = PixelBlock::blank({width, height}, 1, SampleType::Float32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            static_cast<float *>(static_cast<void *>(block.row(y)))[x] = f(x, y);
    return block;
}

class FloatParts final : public extension::PictureParts
{
public:
    explicit FloatParts(PixelBlock block) : m_block(std::move(block))
    {
        m_layout.size = m_block.size;
        m_layout.channels = 1;
        m_layout.type = SampleType::Float32;
        m_layout.direct = {0};
    }
    [[nodiscard]] const extension::PictureLayout &layout() const override { return m_layout; }
    [[nodiscard]] Result<PixelBlock> region(int, const QRect &area, const jobs::JobControl &) override
    {
        PixelBlock part = PixelBlock::blank(area.size(), 1, SampleType::Float32);
        for (int y = 0; y < area.height(); ++y)
            std::memcpy(part.row(y), m_block.row(area.y() + y) + area.x() * 4, static_cast<std::size_t>(part.stride()));
        return part;
    }
    [[nodiscard]] Result<> stream(int, const Take &take, const jobs::JobControl &) override
    {
        take(m_block, {0, 0});
        return {};
    }

private:
    PixelBlock m_block;
    extension::PictureLayout m_layout;
};

CanvasShape polygonAt(double x, double y, double side, QColor colour)
{
    static test::Identity identity;
    CanvasShape shape;
    shape.id = identity.ids.make<AnnotationId>();
    shape.geometry = geometry::Polygon{{{{{x, y}, {x + side, y + 2}, {x + side / 2, y + side}}, {}}}};
    shape.colour = colour;
    return shape;
}

}  // namespace

class TestTiledPicture : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void halving()
    {
        PixelBlock block = PixelBlock::blank({3, 3}, 1, SampleType::UInt8);
        for (int i = 0; i < 9; ++i)
            block.bytes[i] = static_cast<char>(10 * i);
        const PixelBlock half = halved(block);
        QCOMPARE(half.size, QSize(2, 2));
        QCOMPARE(half.bytes, QByteArray("\x14\x23\x41\x50", 4));  // 20 = (0+10+30+40)/4, 35 = (20+50)/2, 65 = (60+70)/2, 80
        const PixelBlock numbers = halved(floats(2, 2, [](int x, int y) { return float(x) + 0.25F * float(y); }));
        QCOMPARE(*static_cast<const float *>(static_cast<const void *>(numbers.row(0))), 0.625F);
    }

    void halvesMadeBefore()
    {
        const QImage image = noise(3301, 2000);
        const std::vector<QImage> halves = halvesOf(image);
        QCOMPARE(halves.size(), std::size_t(2));
        MipImage before(image, halves);
        MipImage after(image);
        for (int level = 0; level < 4; ++level)
            QCOMPARE(before.level(level), after.level(level));
        MipImage wrong(image, {noise(10, 10)});  // what does not fit is not used
        QCOMPARE(wrong.level(1), after.level(1));
        QVERIFY(halvesOf(noise(100, 100)).empty());
    }

    // Every tile of every level is what halving the whole picture gives, whatever was in memory meanwhile.
    void everyTileComesBack_data()
    {
        QTest::addColumn<int>("coarse");
        QTest::addColumn<int>("kibibytes");
        QTest::newRow("all in memory") << 0 << 100000;
        QTest::newRow("most in the scratch file") << 0 << 400;
        QTest::newRow("coarse level first") << 2 << 400;
    }
    void everyTileComesBack()
    {
        QFETCH(int, coarse);
        QFETCH(int, kibibytes);
        const QImage image = noise(6000, 1301);
        auto parts = std::make_shared<StripParts>(image, coarse);
        TileStore store(parts, std::int64_t(kibibytes) << 10, m_folder.filePath(QStringLiteral("scratch")));
        QVERIFY_RESULT(store.build({}));
        QCOMPARE(parts->streamed, coarse ? (std::vector<int>{2, 0}) : std::vector<int>{0});
        QCOMPARE(store.levels(), 6);
        if (kibibytes < 1000) {
            QVERIFY(store.scratchUsed() > (10 << 20));
            QVERIFY(store.memoryUsed() < (20 << 20));
        } else {
            QCOMPARE(store.scratchUsed(), 0);
        }
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("scratch"))).isEmpty());  // the file has no name
        PixelBlock whole = extension::blockOf(image, image.rect());
        for (int level = 0; level < store.levels(); ++level) {
            QCOMPARE(store.levelSize(level), whole.size);
            for (int row = 0; row * TileStore::side < whole.size.height(); ++row) {
                for (int column = 0; column * TileStore::side < whole.size.width(); ++column) {
                    const TileKey key{level, column, row};
                    QVERIFY(store.has(key));
                    const auto tile = store.read(key, {});
                    QVERIFY_RESULT(tile);
                    const QRect area = store.area(key);
                    QCOMPARE((*tile)->size, area.size());
                    for (int y = 0; y < area.height(); y += 17)
                        QVERIFY(std::memcmp((*tile)->row(y), whole.row(area.y() + y) + area.x() * 3,
                                            static_cast<std::size_t>((*tile)->stride()))
                                == 0);
                }
            }
            whole = halved(whole);
        }
        QVERIFY(!store.has({0, 100, 0}));
        QVERIFY_FAILS(store.read({0, 100, 0}, {}), ErrorCode::NotFound);
    }

    void noRoomForTheScratchFile()
    {
        auto parts = std::make_shared<StripParts>(noise(6000, 1301));
        TileStore store(parts, 400 << 10, QStringLiteral("/proc/nowhere"));
        QVERIFY_RESULT(store.build({}));
        QVERIFY(store.scratchProblem().contains(QStringLiteral("/proc/nowhere")));
        QVERIFY(!store.has({0, 0, 0}));  // detail is gone, the overview is not
        QVERIFY_RESULT(store.read({store.levels() - 1, 0, 0}, {}));
    }

    // Levels that are read at random are not stored; what lies between is put together.
    void randomAccess()
    {
        const QImage image = noise(1500, 900);
        TileStore store(std::make_shared<extension::ImageParts>(image), 64 << 20, m_folder.path());
        QVERIFY(store.has({0, 3, 2}));
        QVERIFY_RESULT(store.read({0, 3, 2}, {}));
        QVERIFY_RESULT(store.build({}));
        const PixelBlock half = halved(extension::blockOf(image, image.rect()));
        const auto tile = store.read({1, 1, 1}, {});
        QVERIFY_RESULT(tile);
        QVERIFY(std::memcmp((*tile)->row(5), half.row(256 + 5) + 256 * 3, static_cast<std::size_t>((*tile)->stride())) == 0);
    }

    void tornPictureShowsWhatThereIs()
    {
        const QImage image = noise(1200, 1000);
        auto parts = std::make_shared<StripParts>(image);
        parts->stopAt = 600;
        TiledPicture picture(parts);
        QSignalSpy failed(&picture, &CanvasPicture::failed);
        QTRY_VERIFY(picture.isComplete());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(picture.problem(), QStringLiteral("the file ends"));
        QCOMPARE(picture.pixels(QRect(10, 20, 300, 300), 1), image.copy(10, 20, 300, 300));
        QCOMPARE(qRed(picture.pixels(QRect(0, 900, 10, 10), 1).pixel(5, 5)), 0);
    }

    void closedWhileItIsRead()
    {
        for (int i = 0; i < 20; ++i) {
            ImageCanvas canvas;
            canvas.resize(300, 200);
            canvas.setParts(std::make_shared<StripParts>(noise(900, 1100)));
            (void)canvas.grab();
            if (i % 2)
                QCoreApplication::processEvents();
            canvas.setParts(std::make_shared<StripParts>(noise(500, 500)));
        }
    }

    // The same pixels as a picture that is in memory as a whole, at every zoom.
    void paintsWhatAWholePicturePaints()
    {
        const QImage image = noise(1700, 1300);
        ImageCanvas whole;
        ImageCanvas tiled;
        for (ImageCanvas *canvas : {&whole, &tiled})
            canvas->resize(640, 480);
        whole.setImage(image);
        tiled.setParts(std::make_shared<StripParts>(image));
        QTRY_VERIFY(tiled.picture()->isComplete());
        for (const ViewTransform &view : {ViewTransform{1, QPointF(-300, -200)}, ViewTransform{6, QPointF(-2000, -1500)},
                                          ViewTransform{0.5, QPointF(-20, -30)}, ViewTransform{0.3, QPointF(10, 15)}}) {
            whole.setView(view);
            tiled.setView(view);
            const QImage a = whole.grab().toImage().convertToFormat(QImage::Format_RGB32);
            const QImage b = tiled.grab().toImage().convertToFormat(QImage::Format_RGB32);
            QCOMPARE(a.size(), b.size());
            int worst = 0;
            for (int y = 0; y < a.height(); ++y)
                for (int x = 0; x < a.width(); ++x)
                    worst = std::max({worst, std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))),
                                      std::abs(qBlue(a.pixel(x, y)) - qBlue(b.pixel(x, y)))});
            QVERIFY2(worst <= 2, qPrintable(QStringLiteral("%1 at %2").arg(worst).arg(view.scale)));
        }
        QCOMPARE(whole.pixels(QRect(100, 50, 200, 100), 1), tiled.pixels(QRect(100, 50, 200, 100), 1));
        QCOMPARE(tiled.pixels(QRect(0, 0, 1700, 1300), 0.1).size(), QSize(170, 130));
        QVERIFY(tiled.pixels(QRect(5000, 0, 10, 10), 1).isNull());
    }

    void windowAndLevel()
    {
        DisplaySettings settings;
        PixelBlock block = PixelBlock::blank({3, 1}, 1, SampleType::UInt16);
        auto *numbers = static_cast<quint16 *>(static_cast<void *>(block.bytes.data()));
        numbers[0] = 1000;
        numbers[1] = 1500;
        numbers[2] = 2000;
        const auto shown = [&](const DisplaySettings &s) {
            const QImage image = DisplayTable(s, SampleType::UInt16, {1000, 2000}).rendered(block);
            return std::vector<int>{qRed(image.pixel(0, 0)), qGreen(image.pixel(1, 0)), qBlue(image.pixel(2, 0))};
        };
        QCOMPARE(shown(settings), (std::vector<int>{0, 128, 255}));
        settings.invert = true;
        QCOMPARE(shown(settings), (std::vector<int>{255, 128, 0}));
        settings = {};
        settings.window = DisplayWindow{0, 4000};
        QCOMPARE(shown(settings), (std::vector<int>{64, 96, 128}));
        settings = {};
        settings.gamma = 2;
        QCOMPARE(shown(settings)[1], 180);  // √0.5 of 255
        settings = {};
        settings.brightness = 0.5;
        QCOMPARE(shown(settings), (std::vector<int>{128, 255, 255}));
        settings = {};
        settings.contrast = -1;
        QCOMPARE(shown(settings), (std::vector<int>{128, 128, 128}));
        settings.contrast = 1;
        QCOMPARE(shown(settings), (std::vector<int>{0, 128, 255}));

        QImage colour(1, 1, QImage::Format_RGB32);
        colour.setPixel(0, 0, qRgb(10, 20, 30));
        DisplaySettings green;
        green.channel = DisplaySettings::Channel::Green;
        QCOMPARE(DisplayTable(green, SampleType::UInt8, {0, 255}).rendered(colour, colour.rect()).pixel(0, 0), qRgb(20, 20, 20));
        QVERIFY(!green.isNeutral());
        QVERIFY(DisplaySettings{}.isNeutral());
    }

    void automaticWindow()
    {
        const float nothing = std::numeric_limits<float>::quiet_NaN();
        const float endless = std::numeric_limits<float>::infinity();
        const PixelBlock heights = floats(100, 100, [&](int x, int y) {
            return x == 0 && y == 0 ? nothing : x == 1 && y == 0 ? endless : x == 2 && y == 0 ? 1e6F : 100 + float(x) / 10;
        });
        const Histogram histogram = Histogram::of({&heights});
        QCOMPARE(histogram.channels, 1);
        QCOMPARE(histogram.range.low, 100.0);
        QCOMPARE(histogram.range.high, 1e6);
        QVERIFY(histogram.automatic.high < 200);  // one wild number does not make the rest black
        const PixelBlock flat = floats(4, 4, [](int, int) { return 7.0F; });
        const Histogram one = Histogram::of({&flat});
        QVERIFY(one.automatic.high > one.automatic.low);
        const PixelBlock none = floats(4, 4, [&](int, int) { return nothing; });
        QVERIFY(Histogram::of({&none}).automatic.high > Histogram::of({&none}).automatic.low);
        QCOMPARE(qRed(DisplayTable({}, SampleType::Float32, one.automatic).rendered(none).pixel(0, 0)), 0);

        TiledPicture picture(std::make_shared<FloatParts>(floats(600, 400, [](int x, int) { return float(x); })));
        QTRY_VERIFY(picture.isComplete());
        const QImage seen = picture.pixels(QRect(0, 0, 600, 400), 1);
        QVERIFY(qRed(seen.pixel(5, 5)) < 6);
        QVERIFY(qRed(seen.pixel(594, 5)) > 249);
        QVERIFY(std::abs(qRed(seen.pixel(300, 5)) - 128) < 4);
        QTRY_COMPARE(picture.valueAt({123, 45}), std::vector<double>{123.0});
        QVERIFY(picture.valueAt({-1, 0}).empty());
    }

    void deepImagesKeepTheirNumbers()
    {
        QImage deep(40, 30, QImage::Format_Grayscale16);
        for (int y = 0; y < deep.height(); ++y)
            for (int x = 0; x < deep.width(); ++x)
                static_cast<quint16 *>(static_cast<void *>(deep.scanLine(y)))[x] = static_cast<quint16>(5000 + 10 * x);
        ImageCanvas canvas;
        canvas.resize(400, 300);
        canvas.setImage(deep);
        QTRY_COMPARE(canvas.picture()->valueAt({7, 3}), std::vector<double>{5070.0});
        // 5000 to 5390 of 65535 would all be nearly black.
        const QImage seen = canvas.pixels(QRect(0, 0, 40, 30), 1);
        QVERIFY(qRed(seen.pixel(38, 3)) > 230);
        QCOMPARE(deep.pixelColor(7, 3).rgba64().red(), quint16(5070));
    }

    void indexFindsWhatAScanFinds()
    {
        base::SeededRandom random(9);
        std::vector<geometry::Box> boxes;
        for (int i = 0; i < 5000; ++i)
            boxes.push_back({random.uniform(-100, 4000), random.uniform(-100, 3000), random.uniform(0, i % 50 == 0 ? 2000 : 30),
                             random.uniform(0, 40)});
        boxes.push_back({-1e9, -1e9, 2e9, 2e9});
        boxes.push_back({1e8, 1e8, 1, 1});
        for (const std::size_t count : {std::size_t(0), std::size_t(3), boxes.size()}) {
            const std::vector<geometry::Box> some(boxes.end() - static_cast<std::ptrdiff_t>(count), boxes.end());
            const ShapeIndex index(some);
            for (int i = 0; i < 60; ++i) {
                const geometry::Box region{random.uniform(-500, 4500), random.uniform(-500, 3500),
                                           random.uniform(0, i % 3 ? 200 : 5000), random.uniform(0, 400)};
                std::vector<int> wanted;
                for (std::size_t k = 0; k < some.size(); ++k)
                    if (some[k].x <= region.right() && some[k].right() >= region.x && some[k].y <= region.bottom()
                        && some[k].bottom() >= region.y)
                        wanted.push_back(static_cast<int>(k));
                QCOMPARE(index.within(region, some), wanted);
            }
        }
    }

    void scrolling()
    {
        const QImage before = noise(37, 23);
        for (const QPoint &step :
             {QPoint(5, 3), QPoint(-5, 3), QPoint(4, -7), QPoint(-3, -2), QPoint(0, 5), QPoint(6, 0), QPoint(100, 0)}) {
            QImage image = before;
            scrollPixels(image, step);
            const QRect kept = image.rect().translated(step) & image.rect();
            for (int y = kept.top(); y <= kept.bottom(); ++y)
                for (int x = kept.left(); x <= kept.right(); ++x)
                    QCOMPARE(image.pixel(x, y), before.pixel(x - step.x(), y - step.y()));
        }
    }

    // After any sequence of moves and changes the layer shows what drawing from nothing shows.
    void layerNeverGoesStale()
    {
        base::SeededRandom random(4);
        std::vector<CanvasShape> shapes;
        for (int i = 0; i < 400; ++i)
            shapes.push_back(polygonAt(random.uniform(0, 900), random.uniform(0, 700), random.uniform(5, 60),
                                       QColor::fromHsv(i % 360, 200, 220)));
        ImageCanvas canvas;
        canvas.resize(500, 400);
        QImage plain(1000, 800, QImage::Format_RGB32);
        plain.fill(Qt::darkGray);
        canvas.setImage(plain);
        canvas.setShapes(shapes);
        canvas.setView({1, QPointF(0, 0)});
        (void)canvas.grab();
        QSet<AnnotationId> replaced;
        for (int i = 0; i < 30; ++i) {
            switch (random.below(6)) {
            case 0: canvas.panBy(QPointF(double(random.below(41)) - 20, double(random.below(31)) - 15)); break;
            case 1: canvas.zoomAbout(QPointF(200, 150), random.uniform(0.8, 1.25)); break;
            case 2: canvas.setSelected({shapes[random.below(400)].id, shapes[random.below(400)].id}); break;
            case 3:
                replaced = {shapes[random.below(400)].id};
                canvas.setReplaced(replaced);
                break;
            case 4: {
                CanvasShape &shape = shapes[random.below(400)];
                shape.geometry = geometry::translated(shape.geometry, random.uniform(-30, 30), random.uniform(-30, 30));
                if (i % 2)
                    canvas.setShapes(shapes);
                else
                    QVERIFY(canvas.updateShapes({shape}));
                break;
            }
            default:
                shapes.erase(shapes.begin() + static_cast<std::ptrdiff_t>(random.below(shapes.size() - 100)));
                while (shapes.size() < 400)
                    shapes.push_back(polygonAt(random.uniform(0, 900), random.uniform(0, 700), 30, Qt::green));
                canvas.setShapes(shapes);
            }
            const QImage kept = canvas.grab().toImage();
            ImageCanvas fresh;
            fresh.resize(500, 400);
            fresh.setImage(plain);
            fresh.setShapes(shapes);
            fresh.setView(canvas.view());
            fresh.setSelected(canvas.selected());
            fresh.setReplaced(QSet<AnnotationId>(replaced));
            const QImage anew = fresh.grab().toImage();
            int wrong = 0;
            for (int y = 0; y < anew.height(); ++y)
                for (int x = 0; x < anew.width(); ++x)
                    wrong += std::abs(qGreen(kept.pixel(x, y)) - qGreen(anew.pixel(x, y))) > 24 ? 1 : 0;
            // Shifted lines differ by a hair at their soft edges, never by a shape.
            QVERIFY2(wrong < 60, qPrintable(QStringLiteral("%1 pixels after step %2").arg(wrong).arg(i)));
        }
    }

    void overlays()
    {
        ImageCanvas canvas;
        canvas.resize(700, 500);
        CanvasOverlays overlays(canvas);
        canvas.setImage(noise(900, 600));
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        overlays.toggleMinimap();
        auto *minimap = canvas.findChild<Minimap *>();
        QVERIFY(minimap->isVisible());
        canvas.setView({2, QPointF(0, 0)});
        QTest::mouseClick(minimap, Qt::LeftButton, {}, QPoint(minimap->width() - 2, minimap->height() - 2));
        const geometry::Point centre = canvas.view().toImage(QPointF(350, 250));
        QVERIFY(centre.x > 860 && centre.y > 570);

        canvas.setView({1, QPointF(0, 0)});
        QTest::mouseMove(&canvas, QPoint(200, 100));
        const std::vector<double> values = canvas.picture()->valueAt({200, 100});
        QTRY_VERIFY2(overlays.readout().startsWith(QStringLiteral("200, 100")), qPrintable(overlays.readout()));
        QVERIFY(overlays.readout().contains(QString::number(values[0])));

        overlays.toggleDisplay();
        auto *panel = canvas.findChild<DisplayPanel *>();
        QVERIFY(panel->isVisible());
        const QRgb before = canvas.pixels(QRect(50, 50, 1, 1), 1).pixel(0, 0);
        panel->findChildren<QSlider *>().front()->setValue(100);
        QVERIFY(canvas.display().brightness > 0.99);
        QVERIFY(qRed(canvas.pixels(QRect(50, 50, 1, 1), 1).pixel(0, 0)) >= qRed(before));
        QCOMPARE(canvas.picture()->valueAt({50, 50})[0], double(qRed(before)));  // the data stay

        const QVariantMap state = overlays.saveState();
        ImageCanvas other;
        CanvasOverlays restored(other);
        restored.restoreState(state);
        QCOMPARE(other.display(), canvas.display());
        QVERIFY(restored.minimapShown() && restored.displayShown());
        restored.restoreState({{QStringLiteral("gamma"), QStringLiteral("rubbish")}, {QStringLiteral("channel"), 99}});
        QVERIFY(other.display().isNeutral());

        QTest::mousePress(&canvas, Qt::MiddleButton, Qt::ShiftModifier, QPoint(100, 200));
        QTest::mouseMove(&canvas, QPoint(160, 220));
        QTest::mouseRelease(&canvas, Qt::MiddleButton, Qt::ShiftModifier, QPoint(160, 220));
        QVERIFY(canvas.display().window);
        QVERIFY(canvas.display().window->high - canvas.display().window->low > 255);
    }

    void zoomTo()
    {
        ImageCanvas canvas;
        canvas.resize(600, 400);
        canvas.setImage(noise(2000, 1500));
        canvas.zoomTo({500, 400, 100, 50});
        const QRectF shown = canvas.view().rectOf(geometry::Box{500, 400, 100, 50});
        QVERIFY(QRectF(canvas.rect()).contains(shown));
        QVERIFY(shown.width() > 400);
        canvas.zoomTo({10, 10, 0, 0});
        QVERIFY(canvas.view().scale <= 96);
    }
};

QTEST_MAIN(TestTiledPicture)
#include "tst_tiledpicture.moc"

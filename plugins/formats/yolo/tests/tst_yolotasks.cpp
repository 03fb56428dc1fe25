// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "plugins/formats/yolo/orientedbox.h"
#include "plugins/formats/yolo/yoloformat.h"
#include "tests/support/formatattack.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace plumbline::test {

namespace {

const yolo::YoloFormat format;

class Set
{
public:
    [[nodiscard]] QString path(const QString &name = {}) const { return name.isEmpty() ? m_dir.path() : m_dir.filePath(name); }
    Set &text(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        if (const auto written = base::writeFileAtomically(path(name), content); !written)
            qFatal("cannot write");
        return *this;
    }
    Set &picture(const QString &name)
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::black);
        if (!image.save(path(name)))
            qFatal("cannot write");
        return *this;
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        return base::readFile(path(name), 1 << 20).value_or(QByteArray("missing"));
    }

private:
    QTemporaryDir m_dir;
};

Result<> write(const MemoryDataset &data, const Set &to, const QString &task = QStringLiteral("auto"))
{
    return writeFormat(format, data, to.path(),
                       {{QStringLiteral("media"), QStringLiteral("copy")}, {QStringLiteral("task"), task}});
}

LossCounts lossesOf(const MemoryDataset &data, const QString &task)
{
    return lossesOf(format, data, {{QStringLiteral("task"), task}, {QStringLiteral("media"), QStringLiteral("copy")}});
}

}  // namespace

class YoloTasksTest : public QObject
{
    Q_OBJECT

private slots:
    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    void orientedBoxesRoundTrip()
    {
        // A turned rectangle, its corners the other way round, one with rounded numbers, and a quadrangle that is none.
        const QByteArray rows = "0 0.5 0.2 0.6 0.4 0.5 0.6 0.4 0.4\n"
                                "1 0.4 0.4 0.5 0.6 0.6 0.4 0.5 0.2\n"
                                "0 0.3333 0.2222 0.4333 0.4222 0.3333 0.6222 0.2333 0.4222 0.5\n";
        Set in;
        in.text(QStringLiteral("data.yaml"), "names: [a, b]\ntrain: images/train\n")
            .picture(QStringLiteral("images/train/p.png"))
            .text(QStringLiteral("labels/train/p.txt"), rows);
        MemoryDataset data;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 3);
        const auto &box = std::get<geometry::RotatedBox>(data.arrived(0).geometry);
        QVERIFY(std::abs(box.cx - 100) < 1e-9 && std::abs(box.cy - 40) < 1e-9);
        QVERIFY(std::abs(box.w - std::hypot(20, 20)) < 1e-9 && std::abs(box.angleRadians - M_PI / 4) < 1e-9);
        QCOMPARE(data.arrived(2).score.value(), 0.5);
        Set out;
        QVERIFY_RESULT(write(data, out));
        QCOMPARE(out.read(QStringLiteral("labels/train/p.txt")), rows);
        QVERIFY(out.read(QStringLiteral("data.yaml")).contains("task: obb\n"));
        MemoryDataset again;
        QVERIFY_RESULT(format.read({out.path(), {}, {}}, again));
        QCOMPARE(difference(data, again), QString());
        QCOMPARE(lossesOf(data, QStringLiteral("auto")).size(), std::size_t(0));

        // The same rows as outlines, because they were asked for.
        MemoryDataset outlines;
        QVERIFY_RESULT(format.read({in.path(), {}, {{QStringLiteral("task"), QStringLiteral("segment")}}}, outlines));
        QVERIFY(std::holds_alternative<geometry::Polygon>(outlines.arrived(0).geometry));

        // Moved boxes are written where they are.
        std::get<geometry::RotatedBox>(data.annotations[0][2].geometry).cx += 10;
        Set moved;
        QVERIFY_RESULT(write(data, moved));
        MemoryDataset after;
        QVERIFY_RESULT(format.read({moved.path(), {}, {}}, after));
        QVERIFY(std::abs(std::get<geometry::RotatedBox>(after.arrived(2).geometry).cx
                         - std::get<geometry::RotatedBox>(data.arrived(2).geometry).cx)
                < 1e-6);
    }

    void quadranglesStayWhatTheyAre()
    {
        const QByteArray rows = "0 0.1 0.1 0.9 0.2 0.8 0.9 0.2 0.5\n0 0.5 0.5 0.2 0.2\n";
        Set in;
        in.text(QStringLiteral("data.yaml"), "names: [a]\ntask: obb\n")
            .picture(QStringLiteral("images/p.png"))
            .text(QStringLiteral("labels/p.txt"), rows);
        MemoryDataset data;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QVERIFY(std::holds_alternative<geometry::Polygon>(data.arrived(0).geometry));
        QVERIFY(std::holds_alternative<geometry::Box>(data.arrived(1).geometry));
        Set out;
        QVERIFY_RESULT(write(data, out, QStringLiteral("obb")));
        QCOMPARE(out.read(QStringLiteral("labels/train/p.txt")),
                 QByteArray("0 0.1 0.1 0.9 0.2 0.8 0.9 0.2 0.5\n0 0.4 0.4 0.6 0.4 0.6 0.6 0.4 0.6\n"));
        const auto losses = lossesOf(data, QStringLiteral("obb"));
        QCOMPARE(losses.size(), std::size_t(1));
        QCOMPARE(losses.at(QStringLiteral("boxes")), 1);
    }

    void otherShapesBecomeOrientedBoxes()
    {
        MemoryDataset data;
        // A turned square with a dent: five corners.
        data.add(QStringLiteral("p.png"), QStringLiteral("a"),
                 geometry::Polygon{{{{{50, 30}, {70, 50}, {50, 70}, {45, 50}, {30, 50}}, {}}}});
        data.add(QStringLiteral("p.png"), QStringLiteral("a"), geometry::Polyline{{{0, 0}, {1, 1}}});
        data.items[0].width = 200;
        data.items[0].height = 100;
        Set out;
        QVERIFY_RESULT(write(data, out, QStringLiteral("obb")));
        QCOMPARE(data.writtenAnnotations, 1);
        const QList<QByteArray> numbers = out.read(QStringLiteral("labels/train/p.txt")).simplified().split(' ');
        QCOMPARE(numbers.size(), 9);
        double area = 0;
        for (int i = 0; i < 4; ++i) {
            const int j = (i + 1) % 4;
            area += numbers[1 + 2 * i].toDouble() * 200 * numbers[2 + 2 * j].toDouble() * 100
                    - numbers[1 + 2 * j].toDouble() * 200 * numbers[2 + 2 * i].toDouble() * 100;
        }
        QVERIFY2(std::abs(std::abs(area) / 2 - 800) < 1, qPrintable(QString::number(area / 2)));
        QCOMPARE(lossesOf(data, QStringLiteral("obb")).size(), std::size_t(2));
    }

    void posesRoundTrip()
    {
        const QByteArray rows = "0 0.5 0.5 0.4 0.8 0.45 0.3 2 0.55 0.3 1 0 0 0\n"
                                "0 0.5 0.5 0.4 0.8 0 0 0 0 0 0 0 0 0\n"
                                "0 0.5 0.5 0.4 0.8 0.45 0.3 0.9 0.55 0.3 0.25 0.5 0.5 1\n";
        Set in;
        in.text(QStringLiteral("data.yaml"),
                "names: [person]\nkpt_shape: [3, 3]\nflip_idx: [1, 0, 2]\nkpt_names:\n  0: [left_eye, right_eye, nose]\n")
            .picture(QStringLiteral("images/val/p.png"))
            .text(QStringLiteral("labels/val/p.txt"), rows);
        MemoryDataset data;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        const auto &points = std::get<geometry::KeyPoints>(data.arrived(0).geometry);
        QVERIFY((points.points == std::vector<geometry::KeyPoint>{{90, 30, 2}, {0.55 * 200, 30, 1}, {0, 0, 0}}));
        QVERIFY(std::holds_alternative<geometry::Box>(data.arrived(1).geometry));
        QCOMPARE(std::get<geometry::KeyPoints>(data.arrived(2).geometry).points[1].visibility, 1);
        QCOMPARE(data.schema().skeletons[0].joints[2], QStringLiteral("nose"));
        QVERIFY((data.schema().skeletons[0].mirrors == std::vector<std::pair<int, int>>{{0, 1}}));
        Set out;
        QVERIFY_RESULT(write(data, out));
        QCOMPARE(out.read(QStringLiteral("labels/val/p.txt")), rows);
        const QByteArray yaml = out.read(QStringLiteral("data.yaml"));
        QVERIFY2(yaml.contains("kpt_shape: [3,3]\nflip_idx: [1,0,2]\n"), yaml.constData());
        QVERIFY(yaml.contains("kpt_names:\n  0: [\"left_eye\",\"right_eye\",\"nose\"]\n"));
        MemoryDataset again;
        QVERIFY_RESULT(format.read({out.path(), {}, {}}, again));
        QCOMPARE(difference(data, again), QString());
    }

    // As some editors of Windows save text.
    void byteOrderMarksAreNoText()
    {
        Set in;
        in.text(QStringLiteral("data.yaml"), "\xEF\xBB\xBFnames: [cat]\r\n")
            .picture(QStringLiteral("images/val/p.png"))
            .text(QStringLiteral("labels/val/p.txt"), "\xEF\xBB\xBF" "0 0.5 0.5 0.4 0.8\r\n0 0.25 0.5 0.1 0.1\r\n");
        MemoryDataset data;
        QVERIFY(format.probe(in.path()).confidence > extension::ProbeResult::None);
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 2);
        QCOMPARE(data.classes[0].name, QStringLiteral("cat"));
    }

    void mirrorsAreFlips_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<int>("pairs");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("pairs") << QByteArray("flip_idx: [0, 2, 1, 4, 3]\n") << 2 << QByteArray("flip_idx: [0,2,1,4,3]\n");
        QTest::newRow("none") << QByteArray("flip_idx: [0, 1, 2, 3, 4]\n") << 0 << QByteArray("flip_idx: [0,1,2,3,4]\n");
        QTest::newRow("no way back") << QByteArray("flip_idx: [1, 2, 0, 3, 4]\n") << 0 << QByteArray("flip_idx: [1,2,0,3,4]\n");
        QTest::newRow("outside") << QByteArray("flip_idx: [0, 9, -1, 4, 3]\n") << 0 << QByteArray("flip_idx: [0,9,-1,4,3]\n");
        QTest::newRow("too short") << QByteArray("flip_idx: [1, 0]\n") << 1 << QByteArray("flip_idx: [1,0,2,3,4]\n");
        QTest::newRow("too long") << QByteArray("flip_idx: [6, 1, 2, 3, 4, 5, 0]\n") << 0 << QByteArray();
    }
    void mirrorsAreFlips()
    {
        QFETCH(QByteArray, given);
        QFETCH(int, pairs);
        QFETCH(QByteArray, written);
        Set in;
        in.text(QStringLiteral("data.yaml"), "names: [person]\nkpt_shape: [5, 2]\n" + given)
            .picture(QStringLiteral("images/val/p.png"))
            .text(QStringLiteral("labels/val/p.txt"), "0 0.5 0.5 0.4 0.8 0.1 0.1 0.2 0.2 0.3 0.3 0.4 0.4 0.5 0.5\n");
        MemoryDataset data;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QCOMPARE(int(data.schema().skeletons[0].mirrors.size()), pairs);
        Set out;
        QVERIFY_RESULT(write(data, out));
        const QByteArray yaml = out.read(QStringLiteral("data.yaml"));
        QVERIFY2(written.isEmpty() ? !yaml.contains("flip_idx") : yaml.contains(written), yaml.constData());
    }

    void posesOfOtherOriginGetTheirBoxAndFlips()
    {
        MemoryDataset data;
        model::Skeleton skeleton;
        skeleton.name = QStringLiteral("person");
        skeleton.joints = QStringList{QStringLiteral("nose"), QStringLiteral("left hand"), QStringLiteral("right hand")};
        QCOMPARE(data.declareSkeleton(skeleton), skeleton.name);
        auto &coco = data.add(QStringLiteral("p.png"), QStringLiteral("person"),
                              geometry::KeyPoints{{{100, 50, 2}, {80, 60, 1}, {120, 60, 2}}, skeleton.name});
        coco.extra = Json{{"coco", Json{{"bbox", Json::array({60, 20, 80, 60})}}}};
        data.add(QStringLiteral("p.png"), QStringLiteral("person"), geometry::KeyPoints{{{100, 50, 2}, {120, 70, 2}}, {}});
        data.items[0].width = 200;
        data.items[0].height = 100;
        Set out;
        QVERIFY_RESULT(write(data, out));
        QCOMPARE(out.read(QStringLiteral("labels/train/p.txt")),
                 QByteArray("0 0.5 0.5 0.4 0.6 0.5 0.5 2 0.4 0.6 1 0.6 0.6 2\n0 0.55 0.6 0.1 0.2 0.5 0.5 2 0.6 0.7 2 0 0 0\n"));
        QVERIFY(out.read(QStringLiteral("data.yaml")).contains("kpt_shape: [3,3]\nflip_idx: [0,2,1]\n"));
    }

    void classFoldersRoundTrip()
    {
        Set in;
        for (const char *name : {"train/cat/1.png", "train/dog/1.png", "train/dog/deep/2.png", "val/cat/1.png"})
            in.picture(QLatin1String(name));
        MemoryDataset data;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 4);
        QVERIFY(std::holds_alternative<geometry::ItemLabel>(data.arrived(0).geometry));
        QCOMPARE(data.classNameOf(data.arrived(1)), QStringLiteral("dog"));
        QCOMPARE(data.items[2].name, QStringLiteral("dog/deep/2.png"));
        QVERIFY(format.probe(in.path()).confidence == extension::ProbeResult::Medium);
        Set out;
        QVERIFY_RESULT(write(data, out));
        for (const char *name : {"train/cat/1.png", "train/dog/1.png", "train/dog/deep/2.png", "val/cat/1.png"})
            QVERIFY2(QFileInfo::exists(out.path(QLatin1String(name))), name);
        QCOMPARE(data.writtenAnnotations, 4);
        MemoryDataset again;
        QVERIFY_RESULT(format.read({out.path(), {}, {}}, again));
        QCOMPARE(difference(data, again), QString());

        // Without the pictures there would be nothing to write.
        QTemporaryDir nothing;
        QVERIFY_FAILS(format.write(data, {nothing.path(), {}}), ErrorCode::InvalidArgument);
    }

    void classificationsOfTheProjectAreWritten()
    {
        Set in;
        in.picture(QStringLiteral("a.png")).picture(QStringLiteral("cat/b.png")).picture(QStringLiteral("c.png"));
        MemoryDataset data;
        data.add(QStringLiteral("a.png"), QStringLiteral("cat/wild"), geometry::ItemLabel{});
        data.add(QStringLiteral("cat/b.png"), QStringLiteral("cat/wild"), geometry::ItemLabel{});
        data.add(QStringLiteral("cat/b.png"), QStringLiteral("cat"), geometry::ItemLabel{});
        data.add(QStringLiteral("c.png"), QStringLiteral("cat"), geometry::Box{0, 0, 1, 1});
        for (auto &item : data.items)
            item.path = in.path(item.name);
        Set out;
        QVERIFY_RESULT(write(data, out, QStringLiteral("classify")));
        QVERIFY(QFileInfo::exists(out.path(QStringLiteral("train/cat_wild/a.png"))));
        QVERIFY(QFileInfo::exists(out.path(QStringLiteral("train/cat_wild/b.png"))));
        const auto losses = lossesOf(data, QStringLiteral("classify"));
        const std::map<QString, std::int64_t> expected{{QStringLiteral("second labels of a picture"), 1},
                                                       {QStringLiteral("boxes"), 1},
                                                       {QStringLiteral("pictures without a label of the whole"), 1}};
        QCOMPARE(losses, expected);
        QCOMPARE(data.writtenAnnotations, 2);
        QCOMPARE(data.writtenItems, 2);
    }

    void badRows_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("three corners") << QByteArray("task: obb") << QByteArray("0 0.1 0.1 0.2 0.1 0.2 0.2");
        QTest::newRow("far corner") << QByteArray("task: obb") << QByteArray("0 0.1 0.1 7 0.1 0.2 0.2 0.1 0.2");
        QTest::newRow("NaN corner") << QByteArray("task: obb") << QByteArray("0 0.1 0.1 nan 0.1 0.2 0.2 0.1 0.2");
        QTest::newRow("far joint") << QByteArray("kpt_shape: [1, 3]") << QByteArray("0 0.5 0.5 0.1 0.1 9 0.1 2");
        QTest::newRow("NaN joint") << QByteArray("kpt_shape: [1, 3]") << QByteArray("0 0.5 0.5 0.1 0.1 nan 0.1 2");
        QTest::newRow("one vertex") << QByteArray("task: segment") << QByteArray("0 0.5 0.5");
    }
    void badRows()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, row);
        Set in;
        in.text(QStringLiteral("data.yaml"), "names: [a]\n" + yaml + '\n')
            .picture(QStringLiteral("images/p.png"))
            .text(QStringLiteral("labels/p.txt"), row + "\n0 0.5 0.5 0.1 0.1\n");
        MemoryDataset data;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QCOMPARE(data.annotationCount(), 1);
        QCOMPARE(data.issues.size(), std::size_t(1));
        QCOMPARE(data.issues[0].place, QStringLiteral("line 1"));
    }

    void hugeAndDegenerateBoxesHaveNoRectangle()
    {
        using yolo::rotatedBoxOf;
        QVERIFY(!rotatedBoxOf({}));
        QVERIFY(!rotatedBoxOf({geometry::Point{0, 0}, {1, 1}, {2, 2}, {3, 3}}));
        QVERIFY(!yolo::smallestRectangle({{0, 0}, {1, 1}, {2, 2}}));
        QVERIFY(!yolo::smallestRectangle({}));
    }

    void crossingOutlinesAreKeptAndTold()
    {
        Set in;
        in.text(QStringLiteral("data.yaml"), "names: [a]\n")
            .picture(QStringLiteral("images/p.png"))
            .text(QStringLiteral("labels/p.txt"), "0 0.1 0.1 0.9 0.9 0.9 0.1 0.1 0.9 0.05 0.5\n");
        MemoryDataset data;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QCOMPARE(data.annotationCount(), 1);
        QCOMPARE(data.issues.size(), std::size_t(1));
        QVERIFY(data.issues[0].severity == IssueSeverity::Note);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::YoloTasksTest)
#include "tst_yolotasks.moc"

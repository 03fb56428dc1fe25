// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document.h"
#include "plugins/views/scene/sweeplabeler.h"
#include "tests/cli/clirunner.h"
#include "tests/support/verify.h"

#include <QtEndian>

using namespace plumbline;

namespace {

constexpr std::uint32_t points = 24;

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Points on a line ahead, a metre apart.
QByteArray sweep()
{
    QByteArray bytes;
    for (std::uint32_t i = 0; i < points; ++i) {
        const float values[4] = {float(i), 0, -1.5F, 0.5F};
        bytes.append(reinterpret_cast<const char *>(values), sizeof(values));
    }
    return bytes;
}

QByteArray labels(const std::vector<std::uint32_t> &values)
{
    QByteArray bytes(qsizetype(values.size() * 4), '\0');
    for (std::size_t i = 0; i < values.size(); ++i)
        qToLittleEndian(values[i], bytes.data() + i * 4);
    return bytes;
}

}  // namespace

/// Labels of points of a SemanticKITTI sequence come in through the program, are changed as the view changes them, and go out:
/// every other point keeps its 32 bits.
class TestPointLabels : public QObject
{
    Q_OBJECT

private slots:
    void inEditedAndOut()
    {
        const test::CliRunner cli;
        const QString folder = cli.path(QStringLiteral("data/sequences/07"));
        std::vector<std::uint32_t> first(points, 0);
        for (std::uint32_t i = 0; i < 8; ++i)
            first[i] = 40;  // road
        for (std::uint32_t i = 10; i < 16; ++i)
            first[i] = 10 | (3U + i % 2) << 16;  // cars 3 and 4
        first[20] = 777;
        QVERIFY(write(folder + QStringLiteral("/velodyne/000000.bin"), sweep()));
        QVERIFY(write(folder + QStringLiteral("/velodyne/000001.bin"), sweep()));
        QVERIFY(write(folder + QStringLiteral("/labels/000000.label"), labels(first)));
        QVERIFY(write(folder + QStringLiteral("/poses.txt"), "1 0 0 0 0 1 0 0 0 0 1 0\n1 0 0 0 0 1 0 0 0 0 1 2\n"));
        // The vehicle goes on by 2 m: z of the camera is x of the LiDAR.
        QVERIFY(
            write(folder + QStringLiteral("/calib.txt"), "P0: 700 0 600 0 0 700 180 0 0 0 1 0\nTr: 0 -1 0 0 0 0 -1 0 1 0 0 0\n"));
        const QString path = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), path});
        const auto imported = cli.run({QStringLiteral("import"), path, cli.path(QStringLiteral("data")),
                                       QStringLiteral("--format"), QStringLiteral("semantickitti"), QStringLiteral("--json")});
        QVERIFY2(imported.code == 0 || imported.code == 3, imported.err.constData());
        QCOMPARE(imported.json()["annotations"].get<int>(), 1);

        const auto exported = [&](const QString &name) {
            const QString out = cli.path(name);
            const auto done = cli.run({QStringLiteral("export"), path, QStringLiteral("--format"),
                                       QStringLiteral("semantickitti"), QStringLiteral("--out"), out});
            return done.code == 0 || done.code == 3 ? out + QStringLiteral("/sequences/07/labels/") : QString::fromUtf8(done.err);
        };
        QCOMPARE(read(exported(QStringLiteral("before")) + QStringLiteral("000000.label")), labels(first));

        std::vector<std::uint32_t> second(points, 0);
        {
            auto project = store::Project::open(path, store::Project::Access::Write);
            QVERIFY_RESULT(project);
            const auto document =
                document::Document::open(std::move(*project), {QStringLiteral("ada"), true}, model::acceptedLayer());
            QVERIFY_RESULT(document);
            document::Document &open = **document;
            ItemId scene;
            QVERIFY_RESULT(open.reader().visitItems([&](const model::Item &item) -> Result<> {
                scene = item.id;
                return {};
            }));
            open.show(scene);
            QVERIFY(open.scene());
            QCOMPARE(open.scene()->frames.size(), std::size_t(2));
            QStringList hints;
            sceneview::PointLabelEdits edits(open, [&](const QString &text) { hints.append(text); });
            QVERIFY2(edits.canLabel(QStringLiteral("car")), qPrintable(hints.join(QLatin1Char(' '))));
            QCOMPARE(edits.nextInstance(), 5U);
            // A box from 6.5 m to 11.5 m in the first sweep; the vehicle's way carries it into the second.
            geometry::BoxVolume box;
            box.cuboid.centre = {9, 0, -1.5};
            box.cuboid.size = {5, 2, 2};
            sceneview::PointStep step;
            step.choice.here = step.choice.elsewhere = box;
            step.edit.className = QStringLiteral("car");
            step.edit.instance = 5;
            std::vector<sceneview::SweepToLabel> sweeps;
            std::int64_t shift = -1;
            for (std::int64_t frame = 0; frame < 2; ++frame) {
                const geometry::Pose pose = model::labelFromLabel(*open.scene(), 0, std::size_t(frame));
                if (frame == 1)
                    shift = std::llround(pose.translation[0]);
                sweeps.push_back({frame, folder + QStringLiteral("/velodyne/00000%1.bin").arg(frame), QStringLiteral("sweep"),
                                  pose, edits.baseOf(frame), open.scene()->labelFrame, frame == 0});
            }
            const auto labeled = sceneview::labelSweeps(sweeps, {step}, {});
            QVERIFY_RESULT(labeled);
            QCOMPARE(shift, std::int64_t(2));
            QVERIFY2(labeled->problems.isEmpty(), qPrintable(labeled->problems.join(QLatin1Char(' '))));
            QVERIFY(edits.push(labeled->changes, QStringLiteral("Label points")));
            QVERIFY(open.flush());
            for (std::uint32_t i = 7; i <= 11; ++i) {
                first[i] = 10 | 5U << 16;
                second[std::size_t(std::int64_t(i) - shift)] = 10 | 5U << 16;
            }
        }
        QString out = exported(QStringLiteral("after"));
        QCOMPARE(read(out + QStringLiteral("000000.label")), labels(first));
        QCOMPARE(read(out + QStringLiteral("000001.label")), labels(second));
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), path});

        {
            auto project = store::Project::open(path, store::Project::Access::Write);
            QVERIFY_RESULT(project);
            const auto document =
                document::Document::open(std::move(*project), {QStringLiteral("ada"), true}, model::acceptedLayer());
            QVERIFY_RESULT(document);
            (*document)->undo();
            QVERIFY((*document)->flush());
        }
        out = exported(QStringLiteral("undone"));
        for (std::uint32_t i = 7; i <= 11; ++i)
            first[i] = i < 8 ? 40 : i < 10 ? 0 : 10 | (3U + i % 2) << 16;
        QCOMPARE(read(out + QStringLiteral("000000.label")), labels(first));
        QVERIFY(!QFileInfo::exists(out + QStringLiteral("000001.label")));
    }
};

QTEST_GUILESS_MAIN(TestPointLabels)
#include "tst_pointlabels.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/cloud/detail.h"
#include "core/cloud/octree.h"
#include "tests/support/verify.h"

#include <QDataStream>
#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;
using namespace plumbline::cloud;

namespace {

/// A cloud in memory: what a file would hold.
class MemoryCloud final : public CloudReader
{
public:
    explicit MemoryCloud(std::vector<std::array<float, 3>> points) : m_points(std::move(points))
    {
        m_info.points = m_points.size();
        m_info.channels = {{QStringLiteral("intensity"), ScalarType::UInt16}, {QStringLiteral("t"), ScalarType::Float64}};
        m_info.origin = {1000, 0, 0};
    }
    [[nodiscard]] const CloudInfo &info() const override { return m_info; }
    [[nodiscard]] bool readsAtRandom() const override { return true; }
    [[nodiscard]] Result<> read(std::uint64_t first, std::uint64_t count, PointBlock &block,
                                const jobs::JobControl &control) override
    {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        count = std::min<std::uint64_t>(count, first < m_points.size() ? m_points.size() - first : 0);
        block.positions.assign(m_points.begin() + std::ptrdiff_t(first), m_points.begin() + std::ptrdiff_t(first + count));
        block.columns = {Column(ScalarType::UInt16), Column(ScalarType::Float64)};
        for (Column &column : block.columns)
            column.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            block.columns[0].set(i, double((first + i) % 60000));
            block.columns[1].set(i, 1e9 + double(first + i));
        }
        return {};
    }
    [[nodiscard]] const std::vector<std::array<float, 3>> &points() const { return m_points; }

private:
    std::vector<std::array<float, 3>> m_points;
    CloudInfo m_info;
};

// Ground, a wall, a dense spot and a few points far out: as uneven as a street.
std::vector<std::array<float, 3>> street(std::size_t count)
{
    base::SeededRandom random(3);
    std::vector<std::array<float, 3>> points;
    for (std::size_t i = 0; i < count; ++i) {
        const auto u = [&](double from, double to) { return float(from + random.uniform() * (to - from)); };
        switch (i % 10) {
        case 0: points.push_back({u(-60, 60), u(-60, 60), u(-2, 8)}); break;
        case 1: points.push_back({u(10, 10.01), u(-30, 30), u(0, 6)}); break;
        case 2: points.push_back({u(3, 3.05), u(3, 3.05), u(0, .05)}); break;
        default: points.push_back({u(-50, 50), u(-50, 50), u(-.02, .02)}); break;
        }
    }
    return points;
}

CloudView fromAbove(double pixelsPerUnit)
{
    CloudView view;
    view.perspective = false;
    view.pixelsPerUnit = pixelsPerUnit;
    return view;
}

}  // namespace

class TestOctree : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    static constexpr OctreeOptions small{.leafPoints = 50, .chunkPoints = 500};

    std::unique_ptr<Octree> build(CloudReader &reader, const OctreeOptions &options = small)
    {
        const QString path = m_folder.filePath(QStringLiteral("cloud.octree"));
        if (const auto built = buildOctree(reader, path, "hash", {}, options); !built)
            qFatal("%s", qPrintable(built.error().text));
        auto octree = Octree::open(path, "hash");
        if (!octree)
            qFatal("%s", qPrintable(octree.error().text));
        return std::move(*octree);
    }

private slots:
    void leavesHoldEveryPointOnce_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("leaf");
        QTest::addColumn<int>("chunk");
        QTest::newRow("one") << 1 << 50 << 500;
        QTest::newRow("one leaf") << 40 << 50 << 500;
        QTest::newRow("one chunk") << 400 << 50 << 500;
        QTest::newRow("many chunks") << 20000 << 50 << 500;
        QTest::newRow("large leaves") << 20000 << 1000 << 1000;
    }

    void leavesHoldEveryPointOnce()
    {
        QFETCH(int, points);
        QFETCH(int, leaf);
        QFETCH(int, chunk);
        MemoryCloud cloud(street(std::size_t(points)));
        const auto octree = build(cloud, {.leafPoints = std::uint32_t(leaf), .chunkPoints = std::uint32_t(chunk)});
        QCOMPARE(octree->origin(), cloud.info().origin);
        QCOMPARE(octree->channels(), cloud.info().channels);
        std::vector<int> seen(std::size_t(points), 0);
        const std::array<std::size_t, 1> time{1};
        const std::array<std::size_t, 2> turned{1, 0};
        for (std::size_t n = 0; n < octree->nodes().size(); ++n) {
            const OctreeNode &node = octree->nodes()[n];
            const auto piece = octree->load(n, n % 2 ? std::span<const std::size_t>(time) : std::span<const std::size_t>(turned));
            QVERIFY_RESULT(piece);
            QCOMPARE(piece->positions.size(), std::size_t(node.points));
            std::uint64_t below = node.isLeaf() ? node.points : 0;
            for (const std::int32_t child : node.children)
                if (child >= 0) {
                    const OctreeNode &other = octree->nodes()[std::size_t(child)];
                    below += other.below;
                    QCOMPARE(other.parent, std::int32_t(n));
                    QCOMPARE(other.depth, node.depth + 1);
                }
            QCOMPARE(node.below, below);
            if (node.isLeaf())
                QVERIFY(node.points <= std::uint32_t(leaf));
            for (std::size_t i = 0; i < piece->positions.size(); ++i) {
                const std::uint32_t index = piece->indices[i];
                QCOMPARE(piece->positions[i], cloud.points()[index]);
                QCOMPARE(piece->columns[0].at(i), 1e9 + index);
                if (n % 2 == 0)
                    QCOMPARE(piece->columns[1].at(i), double(index % 60000));
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    QVERIFY(piece->positions[i][axis] >= node.least[axis] && piece->positions[i][axis] <= node.most[axis]);
                    const double side = double(octree->size()) / double(1u << node.depth);
                    const double from = double(octree->corner()[axis]) + double(node.cell[axis]) * side;
                    QVERIFY(piece->positions[i][axis] >= from - 1e-4 && piece->positions[i][axis] <= from + side + 1e-4);
                }
                if (node.isLeaf())
                    ++seen[index];
            }
        }
        QVERIFY(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
    }

    void innerNodesAreThinned()
    {
        MemoryCloud cloud(street(20000));
        const auto octree = build(cloud);
        int inner = 0;
        for (std::size_t n = 0; n < octree->nodes().size(); ++n) {
            const OctreeNode &node = octree->nodes()[n];
            if (node.isLeaf())
                continue;
            ++inner;
            const auto piece = octree->load(n);
            QVERIFY_RESULT(piece);
            QSet<QString> cells;
            const double cell = double(octree->spacing(node));
            for (const auto &p : piece->positions) {
                QString key;
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    const double from = double(octree->corner()[axis]) + double(node.cell[axis]) * cell * thinningGrid;
                    key += QString::number(std::clamp<qint64>(qint64((double(p[axis]) - from) / cell), 0, thinningGrid - 1))
                           + QLatin1Char(' ');
                }
                cells.insert(key);
            }
            // A point on the border of two cells may be counted to either.
            QVERIFY(cells.size() * 100 >= qsizetype(piece->positions.size()) * 99);
        }
        QVERIFY(inner > 100);
    }

    void positionsThatAreNoNumbersAreLeftOut()
    {
        auto points = street(300);
        points[7][1] = std::numeric_limits<float>::quiet_NaN();
        points[8][2] = std::numeric_limits<float>::infinity();
        MemoryCloud cloud(points);
        const auto octree = build(cloud);
        QCOMPARE(octree->nodes().front().below, 298u);
        MemoryCloud none({{std::numeric_limits<float>::quiet_NaN(), 0, 0}});
        QVERIFY(build(none)->nodes().empty());
        MemoryCloud empty({});
        QVERIFY(build(empty)->nodes().empty());
        QVERIFY(nodesToShow(*build(empty), fromAbove(1)).empty());
    }

    void pointsInOneSpotMakeOneLeafOrAreRefused()
    {
        MemoryCloud cloud(std::vector<std::array<float, 3>>(2000, {5, 5, 5}));
        const auto octree = build(cloud);
        QCOMPARE(octree->nodes().front().below, 2000u);
        const auto built = buildOctree(cloud, m_folder.filePath(QStringLiteral("spot.octree")), "hash", {},
                                       {.leafPoints = 50, .chunkPoints = 500, .mostInOneSpot = 1000});
        QVERIFY_FAILS(built, ErrorCode::TooLarge);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("spot.octree"))));
    }

    void nothingIsLeftBehindWhenCancelled()
    {
        QTemporaryDir folder;
        MemoryCloud cloud(street(2000));
        jobs::JobControl control;
        control.cancel();
        QVERIFY_FAILS(buildOctree(cloud, folder.filePath(QStringLiteral("c.octree")), "hash", control, small),
                      ErrorCode::Cancelled);
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void damagedFilesAreRefused()
    {
        MemoryCloud cloud(street(2000));
        (void)build(cloud);
        const QString path = m_folder.filePath(QStringLiteral("cloud.octree"));
        QVERIFY_FAILS(Octree::open(path, "another"), ErrorCode::Corrupt);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        base::SeededRandom random(5);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = whole;
            // The head and the table: what lies between are points, which may hold anything.
            const qsizetype tail = 40000;
            const qsizetype at = random.uniform() < .3
                                     ? qsizetype(random.uniform() * 64)
                                     : std::max<qsizetype>(0, bytes.size() - 1 - qsizetype(random.uniform() * double(tail)));
            bytes[at] = char(random.uniform() * 256);
            if (random.uniform() < .2)
                bytes.truncate(qsizetype(random.uniform() * double(bytes.size())));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(bytes);
            file.close();
            auto octree = Octree::open(path, "hash");
            if (!octree)
                continue;
            for (std::size_t n = 0; n < (*octree)->nodes().size(); n += 7)
                (void)(*octree)->load(n);
            (void)nodesToShow(**octree, fromAbove(100));
        }
    }

    // Every walk visits a node once for each way to it: thirty nodes that share their children would take for ever.
    void nodesWithTwoParentsAreRefused()
    {
        MemoryCloud cloud(street(2000));
        (void)build(cloud);
        const QString path = m_folder.filePath(QStringLiteral("cloud.octree"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        const auto honest = Octree::open(path, "hash");
        QVERIFY_RESULT(honest);
        const auto &nodes = (*honest)->nodes();
        const auto inner = std::find_if(nodes.begin(), nodes.end(), [](const OctreeNode &node) {
            return std::count_if(node.children.begin(), node.children.end(), [](std::int32_t child) { return child >= 0; }) > 1;
        });
        QVERIFY(inner != nodes.end());
        // The eight children lie in a row, big-endian; the second one is made the first.
        QByteArray children;
        QDataStream stream(&children, QIODevice::WriteOnly);
        for (const std::int32_t child : inner->children)
            stream << child;
        const qsizetype at = bytes.lastIndexOf(children);
        QVERIFY(at > 0);
        const auto first = std::find_if(inner->children.begin(), inner->children.end(), [](std::int32_t c) { return c >= 0; });
        const auto second = std::find_if(first + 1, inner->children.end(), [](std::int32_t c) { return c >= 0; });
        const auto place = [&](auto child) { return at + 4 * (child - inner->children.begin()); };
        bytes.replace(place(second), 4, bytes.mid(place(first), 4));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        QVERIFY_FAILS(Octree::open(path, "hash"), ErrorCode::Corrupt);
    }

    void detailCoversWhatIsSeenWithinTheBudget()
    {
        MemoryCloud cloud(street(20000));
        const auto octree = build(cloud);
        const auto &nodes = octree->nodes();
        std::uint64_t before = 0;
        for (const std::uint64_t budget : {2000u, 5000u, 12000u, 100000u}) {
            const auto shown = nodesToShow(*octree, fromAbove(1e6), {.points = budget});
            std::uint64_t points = 0;
            std::uint64_t below = 0;
            for (const std::size_t n : shown) {
                points += nodes[n].points;
                below += nodes[n].below;
                for (std::int32_t up = nodes[n].parent; up >= 0; up = nodes[std::size_t(up)].parent)
                    QVERIFY(std::find(shown.begin(), shown.end(), std::size_t(up)) == shown.end());
            }
            QCOMPARE(below, 20000u);
            QVERIFY(points <= std::max<std::uint64_t>(budget, nodes.front().points));
            QVERIFY(points >= before);
            before = points;
        }
        QCOMPARE(before, 20000u);
        // Far away nothing finer than the root is needed.
        QCOMPARE(nodesToShow(*octree, fromAbove(1e-3)), std::vector<std::size_t>{0});
    }

    void detailIsSpentNearTheEyeAndOnlyOnWhatIsSeen()
    {
        MemoryCloud cloud(street(100000));
        const auto octree = build(cloud);
        CloudView view;
        view.eye = {-40, -40, 2};
        view.pixelsPerUnit = 800;
        view.planes = {{-1, 0, 0, 0}};  // x ≤ 0
        const auto shown = nodesToShow(*octree, view, {.points = 30000});
        double nearest = 0;
        for (const std::size_t n : shown) {
            const OctreeNode &node = octree->nodes()[n];
            QVERIFY(node.least[0] <= 0);
            double square = 0;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const double off =
                    std::max({double(node.least[axis]) - view.eye[axis], view.eye[axis] - double(node.most[axis]), 0.0});
                square += off * off;
            }
            QVERIFY(square >= nearest);
            nearest = square;
        }
        const auto meanDepth = [&](std::size_t from, std::size_t to) {
            double sum = 0;
            for (std::size_t i = from; i < to; ++i)
                sum += octree->nodes()[shown[i]].depth;
            return sum / double(to - from);
        };
        QVERIFY(shown.size() >= 8);
        QVERIFY(meanDepth(0, shown.size() / 4) > meanDepth(shown.size() * 3 / 4, shown.size()));
    }
};

QTEST_GUILESS_MAIN(TestOctree)
#include "tst_octree.moc"

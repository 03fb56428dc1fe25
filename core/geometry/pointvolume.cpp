// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/pointvolume.h"

#include "core/geometry/cuboids.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

namespace plumbline::geometry {

namespace {

constexpr float noDepth = std::numeric_limits<float>::infinity();

double dot(const Vector3 &a, const Vector3 &b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vector3 minus(const Vector3 &a, const Vector3 &b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

/// One coordinate of a turned and shifted point.
struct Row {
    std::array<double, 3> factor{};
    double shift = 0;
    double operator()(const std::array<float, 3> &p) const
    {
        return factor[0] * double(p[0]) + factor[1] * double(p[1]) + factor[2] * double(p[2]) + shift;
    }
};

/// Along `axis` of the target from `origin` there, in the source's coordinates.
Row rowOf(const Pose &target_from_source, const Vector3 &axis, const Vector3 &origin)
{
    const Pose back{inverted(target_from_source).rotation, {}};
    return {rotated(back.rotation, axis), dot(minus(target_from_source.translation, origin), axis)};
}

std::array<Row, 3> rowsOf(const Pose &target_from_source)
{
    return {rowOf(target_from_source, {1, 0, 0}, {}), rowOf(target_from_source, {0, 1, 0}, {}),
            rowOf(target_from_source, {0, 0, 1}, {})};
}

/// Where points lie in a lasso's raster.
class Seen
{
public:
    Seen(const LassoVolume &lasso, const Pose &volume_from_points)
        : m_lasso(lasso), m_right(rowOf(volume_from_points, lasso.view.right, lasso.view.eye)),
          m_up(rowOf(volume_from_points, lasso.view.up, lasso.view.eye)),
          m_forward(rowOf(volume_from_points, lasso.view.forward, lasso.view.eye)), m_x(lasso.view.width / 2 - lasso.left),
          m_y(lasso.view.height / 2 - lasso.top)
    {}

    struct Place {
        int column = 0;
        int row = 0;
        double depth = 0;
    };
    [[nodiscard]] bool find(const std::array<float, 3> &p, Place &place) const
    {
        place.depth = m_forward(p);
        double scale = m_lasso.view.scale;
        if (!m_lasso.view.parallel) {
            if (!(place.depth >= m_lasso.view.nearest))
                return false;
            scale /= place.depth;
        }
        const double x = m_x + m_right(p) * scale;
        const double y = m_y - m_up(p) * scale;
        if (!(x >= 0 && x < m_lasso.columns && y >= 0 && y < m_lasso.rows))
            return false;
        place.column = int(x);
        place.row = int(y);
        return true;
    }

private:
    const LassoVolume &m_lasso;
    Row m_right;
    Row m_up;
    Row m_forward;
    double m_x;
    double m_y;
};

int cellsAcross(const LassoVolume &lasso)
{
    return (lasso.columns + lasso.depthCell - 1) / lasso.depthCell;
}

std::size_t cellOf(const LassoVolume &lasso, const Seen::Place &place)
{
    return std::size_t(place.row / lasso.depthCell) * std::size_t(cellsAcross(lasso))
           + std::size_t(place.column / lasso.depthCell);
}

class InLasso
{
public:
    InLasso(const LassoVolume &lasso, const Pose &volume_from_points) : m_lasso(lasso), m_seen(lasso, volume_from_points) {}
    bool operator()(const std::array<float, 3> &p) const
    {
        Seen::Place place;
        if (!m_seen.find(p, place)
            || !m_lasso.inside[std::size_t(place.row) * std::size_t(m_lasso.columns) + std::size_t(place.column)])
            return false;
        if (m_lasso.depthCell <= 0)
            return true;
        const auto &limits = m_lasso.depths[cellOf(m_lasso, place)];
        return place.depth >= double(limits[0]) && place.depth <= double(limits[1]);
    }

private:
    const LassoVolume &m_lasso;
    Seen m_seen;
};

class InStroke
{
public:
    InStroke(const StrokeVolume &stroke, const Pose &volume_from_points)
    {
        const Pose back = inverted(volume_from_points);
        m_least.fill(std::numeric_limits<double>::max());
        m_most.fill(std::numeric_limits<double>::lowest());
        for (const StrokeVolume::Dab &dab : stroke.dabs) {
            const Vector3 centre = transformed(back, dab.centre);
            Piece piece{centre, {}, 0, dab.radius * dab.radius};
            if (dab.joined && !m_pieces.empty()) {
                piece.from = m_last;
                piece.along = minus(centre, m_last);
                piece.squaredLength = dot(piece.along, piece.along);
            }
            m_last = centre;
            m_pieces.push_back(piece);
            for (std::size_t axis = 0; axis < 3; ++axis) {
                m_least[axis] = std::min({m_least[axis], centre[axis] - dab.radius, piece.from[axis] - dab.radius});
                m_most[axis] = std::max({m_most[axis], centre[axis] + dab.radius, piece.from[axis] + dab.radius});
            }
        }
    }
    bool operator()(const std::array<float, 3> &p) const
    {
        const Vector3 place{double(p[0]), double(p[1]), double(p[2])};
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (!(place[axis] >= m_least[axis] && place[axis] <= m_most[axis]))
                return false;
        for (const Piece &piece : m_pieces) {
            Vector3 off = minus(place, piece.from);
            if (piece.squaredLength > 0) {
                const double share = std::clamp(dot(off, piece.along) / piece.squaredLength, 0.0, 1.0);
                for (std::size_t axis = 0; axis < 3; ++axis)
                    off[axis] -= share * piece.along[axis];
            }
            if (dot(off, off) <= piece.squaredRadius)
                return true;
        }
        return false;
    }

private:
    struct Piece {
        Vector3 from{};
        Vector3 along{};
        double squaredLength = 0;
        double squaredRadius = 0;
    };
    std::vector<Piece> m_pieces;
    Vector3 m_last{};
    Vector3 m_least{};
    Vector3 m_most{};
};

class InBox
{
public:
    InBox(const BoxVolume &box, const Pose &volume_from_points)
        : m_rows(rowsOf(composed(inverted(poseOf(box.cuboid)), volume_from_points)))
    {
        for (std::size_t axis = 0; axis < 3; ++axis)
            m_half[axis] = box.cuboid.size[axis] / 2 + box.margin;
    }
    bool operator()(const std::array<float, 3> &p) const
    {
        return std::abs(m_rows[0](p)) <= m_half[0] && std::abs(m_rows[1](p)) <= m_half[1] && std::abs(m_rows[2](p)) <= m_half[2];
    }

private:
    std::array<Row, 3> m_rows;
    std::array<double, 3> m_half{};
};

class OnSurface
{
public:
    OnSurface(const SurfaceVolume &surface, const Pose &volume_from_points)
        : m_surface(surface), m_rows(rowsOf(volume_from_points))
    {}
    bool operator()(const std::array<float, 3> &p) const
    {
        const auto height = m_surface.heightAt(m_rows[0](p), m_rows[1](p));
        if (!height)
            return false;
        const double over = m_rows[2](p) - *height;
        return over >= -m_surface.below && over <= m_surface.above;
    }

private:
    const SurfaceVolume &m_surface;
    std::array<Row, 3> m_rows;
};

class InCells
{
public:
    InCells(const CellsVolume &cells, const Pose &volume_from_points) : m_cells(cells), m_rows(rowsOf(volume_from_points)) {}
    bool operator()(const std::array<float, 3> &p) const
    {
        const auto key = cellKey({m_rows[0](p), m_rows[1](p), m_rows[2](p)}, m_cells.cell);
        return key && std::binary_search(m_cells.cells.begin(), m_cells.cells.end(), *key);
    }

private:
    const CellsVolume &m_cells;
    std::array<Row, 3> m_rows;
};

template <typename Test>
std::vector<std::uint32_t> chosenBy(const Test &test, std::span<const std::array<float, 3>> positions, unsigned threads)
{
    constexpr std::size_t fewest = 50'000;  // a thread is not worth less
    constexpr unsigned most = 16;
    const std::size_t wanted = threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1U, most);
    const std::size_t parts = std::max<std::size_t>(1, std::min(wanted, positions.size() / fewest));
    std::vector<std::vector<std::uint32_t>> found(parts);
    const auto work = [&](std::size_t part) {
        const std::size_t first = positions.size() * part / parts;
        const std::size_t end = positions.size() * (part + 1) / parts;
        for (std::size_t i = first; i < end; ++i)
            if (test(positions[i]))
                found[part].push_back(static_cast<std::uint32_t>(i));
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t part = 1; part < parts; ++part)
            others.emplace_back(work, part);
        work(0);
    }
    for (std::size_t part = 1; part < parts; ++part)
        found[0].insert(found[0].end(), found[part].begin(), found[part].end());
    return std::move(found[0]);
}

}  // namespace

std::optional<double> SurfaceVolume::heightAt(double atX, double atY) const
{
    const double column = (atX - x) / cell - 0.5;
    const double row = (atY - y) / cell - 0.5;
    if (!(column >= -0.5 && row >= -0.5 && column <= columns - 0.5 && row <= rows - 0.5))
        return std::nullopt;
    const int c0 = int(std::floor(column));
    const int r0 = int(std::floor(row));
    double sum = 0;
    double weight = 0;
    for (int r = r0; r <= r0 + 1; ++r)
        for (int c = c0; c <= c0 + 1; ++c) {
            if (r < 0 || c < 0 || r >= rows || c >= columns)
                continue;
            const double height = double(heights[std::size_t(r) * std::size_t(columns) + std::size_t(c)]);
            const double share = (1 - std::abs(column - c)) * (1 - std::abs(row - r));
            if (std::isnan(height) || share <= 0)
                continue;
            sum += share * height;
            weight += share;
        }
    // Beyond the last cell with a surface it ends.
    return weight >= 0.25 ? std::optional(sum / weight) : std::nullopt;
}

std::vector<std::uint32_t> pointsInside(const PointVolume &volume, const PlacedPoints &points, unsigned threads)
{
    return std::visit(
        [&](const auto &one) {
            using Volume = std::decay_t<decltype(one)>;
            const Pose &pose = points.volume_from_points;
            if constexpr (std::is_same_v<Volume, LassoVolume>)
                return chosenBy(InLasso(one, pose), points.positions, threads);
            else if constexpr (std::is_same_v<Volume, StrokeVolume>)
                return chosenBy(InStroke(one, pose), points.positions, threads);
            else if constexpr (std::is_same_v<Volume, BoxVolume>)
                return chosenBy(InBox(one, pose), points.positions, threads);
            else if constexpr (std::is_same_v<Volume, SurfaceVolume>)
                return chosenBy(OnSurface(one, pose), points.positions, threads);
            else
                return chosenBy(InCells(one, pose), points.positions, threads);
        },
        volume);
}

std::optional<LassoVolume> lassoOver(const ScreenProjection &view, const std::vector<Point> &outline)
{
    constexpr double widest = 32'768;
    if (outline.size() < 3 || !(view.width >= 1 && view.height >= 1 && view.width <= widest && view.height <= widest))
        return std::nullopt;
    double x0 = view.width;
    double y0 = view.height;
    double x1 = 0;
    double y1 = 0;
    for (const Point &p : outline) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y))
            return std::nullopt;
        x0 = std::min(x0, std::max(p.x, 0.0));
        y0 = std::min(y0, std::max(p.y, 0.0));
        x1 = std::max(x1, std::min(p.x, view.width));
        y1 = std::max(y1, std::min(p.y, view.height));
    }
    LassoVolume lasso;
    lasso.view = view;
    lasso.left = int(std::floor(x0));
    lasso.top = int(std::floor(y0));
    lasso.columns = int(std::ceil(x1)) - lasso.left;
    lasso.rows = int(std::ceil(y1)) - lasso.top;
    if (lasso.columns <= 0 || lasso.rows <= 0)
        return std::nullopt;
    lasso.inside.assign(std::size_t(lasso.columns) * std::size_t(lasso.rows), 0);
    std::vector<std::pair<double, int>> crossings;
    bool any = false;
    for (int row = 0; row < lasso.rows; ++row) {
        const double y = lasso.top + row + 0.5;
        crossings.clear();
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const Point &a = outline[i];
            const Point &b = outline[(i + 1) % outline.size()];
            if ((a.y <= y) != (b.y <= y))
                crossings.emplace_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x), a.y <= y ? 1 : -1);
        }
        std::sort(crossings.begin(), crossings.end());
        int winding = 0;
        for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
            winding += crossings[i].second;
            if (winding == 0)
                continue;
            // Pixels whose middle lies between the two crossings.
            const double from = std::clamp(std::ceil(crossings[i].first - lasso.left - 0.5), 0.0, double(lasso.columns));
            const double to = std::clamp(std::ceil(crossings[i + 1].first - lasso.left - 0.5), 0.0, double(lasso.columns));
            if (!(from < to))
                continue;
            const auto begin = lasso.inside.begin() + std::ptrdiff_t(row) * lasso.columns;
            std::fill(begin + std::ptrdiff_t(from), begin + std::ptrdiff_t(to), std::uint8_t(1));
            any = true;
        }
    }
    return any ? std::optional(std::move(lasso)) : std::nullopt;
}

void keepSeen(LassoVolume &lasso, const std::vector<PlacedPoints> &clouds)
{
    constexpr int cell = 8;  // three of them close the gaps between the rings of a sweep that is not far
    lasso.depthCell = cell;
    const int across = cellsAcross(lasso);
    const int down = (lasso.rows + cell - 1) / cell;
    std::vector<float> nearest(std::size_t(across) * std::size_t(down), noDepth);
    for (const PlacedPoints &cloud : clouds) {
        const Seen seen(lasso, cloud.volume_from_points);
        Seen::Place place;
        for (const auto &p : cloud.positions)
            if (seen.find(p, place)) {
                float &depth = nearest[cellOf(lasso, place)];
                depth = std::min(depth, float(place.depth));
            }
    }
    lasso.depths.assign(nearest.size(), {noDepth, -noDepth});
    for (int row = 0; row < down; ++row)
        for (int column = 0; column < across; ++column) {
            float least = noDepth;
            for (int r = std::max(0, row - 1); r <= std::min(down - 1, row + 1); ++r)
                for (int c = std::max(0, column - 1); c <= std::min(across - 1, column + 1); ++c)
                    least = std::min(least, nearest[std::size_t(r) * std::size_t(across) + std::size_t(c)]);
            if (least == noDepth)
                continue;
            // A surface that is seen at 27° over it goes back twice as far as the neighbourhood is wide.
            const double pixel = 1 / lasso.view.scale * (lasso.view.parallel ? 1 : double(least));
            lasso.depths[std::size_t(row) * std::size_t(across) + std::size_t(column)] = {
                -noDepth, float(double(least) + 0.3 + 2 * 3 * cell * pixel)};
        }
}

void keepNear(LassoVolume &lasso, const std::vector<PlacedPoints> &chosen, double band)
{
    constexpr int cell = 4;
    constexpr int reach = 5;  // cells: gaps between the rings of a sweep close
    lasso.depthCell = cell;
    const int across = cellsAcross(lasso);
    const int down = (lasso.rows + cell - 1) / cell;
    lasso.depths.assign(std::size_t(across) * std::size_t(down), {noDepth, -noDepth});
    for (const PlacedPoints &cloud : chosen) {
        const Seen seen(lasso, cloud.volume_from_points);
        Seen::Place place;
        for (const auto &p : cloud.positions)
            if (seen.find(p, place)) {
                auto &limits = lasso.depths[cellOf(lasso, place)];
                limits[0] = std::min(limits[0], float(place.depth));
                limits[1] = std::max(limits[1], float(place.depth));
            }
    }
    // Across, then down: the limits of a cell are those of the square around it.
    const auto widen = [&](int rowStep, int columnStep) {
        const auto before = lasso.depths;
        for (int row = 0; row < down; ++row)
            for (int column = 0; column < across; ++column)
                for (int off = -reach; off <= reach; ++off) {
                    const int r = row + off * rowStep;
                    const int c = column + off * columnStep;
                    if (r < 0 || c < 0 || r >= down || c >= across)
                        continue;
                    const auto &other = before[std::size_t(r) * std::size_t(across) + std::size_t(c)];
                    auto &limits = lasso.depths[std::size_t(row) * std::size_t(across) + std::size_t(column)];
                    limits[0] = std::min(limits[0], other[0]);
                    limits[1] = std::max(limits[1], other[1]);
                }
    };
    widen(0, 1);
    widen(1, 0);
    for (auto &limits : lasso.depths)
        if (limits[0] <= limits[1])
            limits = {limits[0] - float(band), limits[1] + float(band)};
}

std::optional<std::uint64_t> cellKey(const Vector3 &place, double cell)
{
    constexpr double furthest = 1 << 20;
    std::uint64_t key = 0;
    for (const double value : place) {
        const double index = std::floor(value / cell);
        if (!(index >= -furthest && index < furthest))
            return std::nullopt;
        key = key << 21 | std::uint64_t(index + furthest);
    }
    return key;
}

CellsVolume cellsAround(const std::vector<PlacedPoints> &points, double cell)
{
    CellsVolume volume;
    volume.cell = cell;
    for (const PlacedPoints &cloud : points)
        for (const auto &p : cloud.positions) {
            const Vector3 place = transformed(cloud.volume_from_points, {double(p[0]), double(p[1]), double(p[2])});
            for (int i = 0; i < 27; ++i) {
                const Vector3 beside{place[0] + (i % 3 - 1) * cell, place[1] + (i / 3 % 3 - 1) * cell,
                                     place[2] + (i / 9 - 1) * cell};
                if (const auto key = cellKey(beside, cell))
                    volume.cells.push_back(*key);
            }
        }
    std::sort(volume.cells.begin(), volume.cells.end());
    volume.cells.erase(std::unique(volume.cells.begin(), volume.cells.end()), volume.cells.end());
    return volume;
}

}  // namespace plumbline::geometry

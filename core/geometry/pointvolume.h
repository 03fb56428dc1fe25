// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pose.h"
#include "core/geometry/shapes.h"

#include <span>

/// Parts of space that choose points. A volume is a value in one coordinate frame, metres, z up; points of any other frame are
/// asked with the pose between the two, so that one volume chooses in every sweep. Pure functions, any thread.
namespace plumbline::geometry {

/// How points come onto a screen: origin at its top left, y down, pixels.
struct ScreenProjection {
    Vector3 eye{};
    Vector3 right{1, 0, 0};   ///< right, up, forward: of length 1, at right angles
    Vector3 up{0, 0, 1};
    Vector3 forward{0, 1, 0};
    double scale = 1;         ///< pixels of a metre: one metre before the eye (perspective), or everywhere (parallel)
    bool parallel = false;
    double nearest = 0.02;    ///< metres before the eye; nearer points are not seen (perspective)
    double width = 0;
    double height = 0;
    bool operator==(const ScreenProjection &) const = default;
};

/// What an outline on the screen covers. Depths limit it where they are given: a cell without points holds nothing.
struct LassoVolume {
    ScreenProjection view;
    int left = 0;  ///< pixels of the raster on the screen
    int top = 0;
    int columns = 0;
    int rows = 0;
    std::vector<std::uint8_t> inside;           ///< row by row, a pixel each
    int depthCell = 0;                          ///< pixels to a side; 0 = any depth
    std::vector<std::array<float, 2>> depths;   ///< nearest and furthest by cell, row by row, metres along the line of sight
};

/// A ball that was moved along.
struct StrokeVolume {
    struct Dab {
        Vector3 centre{};
        double radius = 0;
        bool joined = false;  ///< with the dab before: the way between them belongs to it
    };
    std::vector<Dab> dabs;
};

/// The inside of a cuboid, larger by `margin` on every side.
struct BoxVolume {
    Cuboid cuboid;
    double margin = 0;
};

/// What lies on a surface that is a height over every place.
struct SurfaceVolume {
    double x = 0;      ///< least corner of the grid
    double y = 0;
    double cell = 1;   ///< metres to a side
    int columns = 0;
    int rows = 0;
    std::vector<float> heights;  ///< at the middles of cells, row by row; NaN = no surface
    double below = 0.1;          ///< metres that belong to it
    double above = 0.1;

    /// Between the middles of cells evenly; nothing where there is no surface.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double> heightAt(double atX, double atY) const;
};

/// Small cubes.
struct CellsVolume {
    double cell = 0.1;                 ///< metres to a side
    std::vector<std::uint64_t> cells;  ///< cellKey() of each, ascending
};

using PointVolume = std::variant<LassoVolume, StrokeVolume, BoxVolume, SurfaceVolume, CellsVolume>;

/// Points of one cloud and where they lie in a volume's frame.
struct PlacedPoints {
    std::span<const std::array<float, 3>> positions;  ///< NaN and infinite ones are chosen by nothing
    Pose volume_from_points;
};

/// Indices of the points inside, ascending. `threads` = 0: as many as the machine has.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::uint32_t> pointsInside(const PointVolume &volume, const PlacedPoints &points,
                                                                            unsigned threads = 0);

/// Covers the pixels whose middle an outline goes round, however often (non-zero winding); it is closed by itself. Nothing when
/// no pixel of the screen is.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<LassoVolume> lassoOver(const ScreenProjection &view,
                                                                         const std::vector<Point> &outline);
/// Limits a lasso to what is seen: of a small neighbourhood on the screen the nearest points, and what lies as near as a
/// surface there can. Points that others hide are out.
PLUMBLINE_CORE_EXPORT void keepSeen(LassoVolume &lasso, const std::vector<PlacedPoints> &clouds);
/// Limits a lasso to the surface that the chosen points lie on: `band` metres before and behind them, with gaps between them
/// closed. What it chooses in another sweep lies where they do.
PLUMBLINE_CORE_EXPORT void keepNear(LassoVolume &lasso, const std::vector<PlacedPoints> &chosen, double band);

/// Cell of a place; nothing for places that are not finite or further out than a million cells.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<std::uint64_t> cellKey(const Vector3 &place, double cell);
/// The cells of the points and those beside them.
[[nodiscard]] PLUMBLINE_CORE_EXPORT CellsVolume cellsAround(const std::vector<PlacedPoints> &points, double cell);

}  // namespace plumbline::geometry

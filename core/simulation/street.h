// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/random.h"
#include "core/geometry/shapes.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// A seeded simulator of labeling work: scenes with exact truth, and people with known error rates. Pure functions.
namespace plumbline::simulation {

/// One thing in a street picture. Truth is what is drawn, in image space, clipped to the picture.
struct StreetObject {
    QString className;                   ///< one of streetClasses()
    geometry::Box visible;               ///< of the visible pixels
    geometry::Polygon outline;           ///< of the whole object, hidden parts too, clipped to the picture
    double occludedShare = 0;            ///< share of its pixels behind nearer objects, [0, 1]
    double truncatedShare = 0;           ///< share outside the picture
    bool byOutline = false;              ///< labeled as polygon rather than as box: buildings and trees
    bool operator==(const StreetObject &) const = default;
};

struct StreetOptions {
    int width = 960;   ///< pixels, 64 to 8192
    int height = 600;  ///< pixels, 64 to 8192
    int minimumObjects = 3;
    int maximumObjects = 9;
    bool operator==(const StreetOptions &) const = default;
};

struct StreetScene {
    int width = 0;
    int height = 0;
    std::uint64_t seed = 0;
    /// How the scene was made: with these options, at this try of the seed (earlier ones hid an object). Drawing repeats it.
    StreetOptions options;
    int attempt = 0;
    std::vector<StreetObject> objects;   ///< far to near; objects hidden by more than 90 % are left out
    bool operator==(const StreetScene &) const = default;
};

/// car, truck, bus, person, bicycle, traffic light, tree, building: the classes of the simulated street.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList streetClasses();

/// The same seed and options give the same scene on every machine. Options out of range are brought into it. Small pictures
/// and crowded ones may hold fewer objects than asked for.
[[nodiscard]] PLUMBLINE_CORE_EXPORT StreetScene makeStreet(std::uint64_t seed, const StreetOptions &options = {});
/// Draws the scene as a friendly flat-colour illustration (sky, road, buildings, vehicles with wheels and windows, people…)
/// with slight light and colour variation by seed. RGB32. Uses QPainter on QImage; needs no display. Any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QImage renderStreet(const StreetScene &scene);
/// Which object each pixel shows: index into scene.objects + 1, 0 = none. Row-major, width × height. The same shapes as in
/// renderStreet, without anti-aliasing; shadows and glow belong to nobody.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::uint16_t> streetPixelOwners(const StreetScene &scene);

/// How a simulated person works: independent probabilities per object, so that the expected accuracy is known.
struct AnnotatorProfile {
    QString name;
    QString cohort;
    double missRate = 0;         ///< leaves an object out
    double wrongClassRate = 0;   ///< gives another class
    double looseRate = 0;        ///< outline so far off that IoU lies in [0.1, 0.4]
    double inventRate = 0;       ///< chance per picture of one object that is not there
    double jitterPixels = 1.5;   ///< standard deviation of every edge when otherwise right; IoU stays above 0.7
    double confidenceBias = 0;   ///< added to the stated confidence, clamped to [0, 1]
    /// Expected share of wrong decisions per object, inventions aside.
    [[nodiscard]] double errorRate() const { return 1 - (1 - missRate) * (1 - wrongClassRate) * (1 - looseRate); }
};

/// One label as the person would make it.
struct SimulatedLabel {
    QString className;
    geometry::Geometry geometry;
};

struct SimulatedWork {
    std::vector<SimulatedLabel> labels;
    double confidence = 1;       ///< that everything is right
    int wrongDecisions = 0;      ///< objects missed, given a wrong class or a loose outline (each object once) + inventions made
    int inventions = 0;          ///< of those, labels of things that are not there
};

/// One right label per object, in the scene's order: a polygon for those labeled by outline, else the visible box.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<SimulatedLabel> truthOf(const StreetScene &scene);
/// Labels in the scene's order, inventions last. Every label lies inside the picture.
[[nodiscard]] PLUMBLINE_CORE_EXPORT SimulatedWork annotate(const StreetScene &scene, const AnnotatorProfile &profile,
                                                           base::SeededRandom &random);

}  // namespace plumbline::simulation

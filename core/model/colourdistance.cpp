// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schemacheck.h"

#include <cmath>
#include <numbers>

namespace plumbline::model {

namespace {

struct Lab {
    double lightness = 0;
    double a = 0;
    double b = 0;
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double cubeRoot(double t)
{
    constexpr double limit = 216.0 / 24389;
    constexpr double slope = 24389.0 / 27;
    return t > limit ? std::cbrt(t) : (slope * t + 16) / 116;
}

// IEC 61966-2-1 to CIE XYZ, then to L*a*b* under D65.
Lab toLab(const QColor &colour)
{
    const double r = linear(colour.redF());
    const double g = linear(colour.greenF());
    const double b = linear(colour.blueF());
    const double x = cubeRoot((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = cubeRoot(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = cubeRoot((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double hue(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double angle = std::atan2(b, a);
    return angle < 0 ? angle + 2 * std::numbers::pi : angle;
}

double ciede2000(const Lab &one, const Lab &two)
{
    constexpr double pi = std::numbers::pi;
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const auto power7 = [](double value) { return std::pow(value, 7); };
    const double meanChroma = (std::hypot(one.a, one.b) + std::hypot(two.a, two.b)) / 2;
    const double stretch = 0.5 * (1 - std::sqrt(power7(meanChroma) / (power7(meanChroma) + power7(25))));
    const double a1 = one.a * (1 + stretch);
    const double a2 = two.a * (1 + stretch);
    const double c1 = std::hypot(a1, one.b);
    const double c2 = std::hypot(a2, two.b);
    const double h1 = hue(a1, one.b);
    const double h2 = hue(a2, two.b);
    double turn = 0;
    double meanHue = h1 + h2;
    if (c1 * c2 != 0) {
        turn = h2 - h1;
        if (turn > pi)
            turn -= 2 * pi;
        else if (turn < -pi)
            turn += 2 * pi;
        if (std::abs(h1 - h2) <= pi)
            meanHue = (h1 + h2) / 2;
        else
            meanHue = h1 + h2 < 2 * pi ? (h1 + h2) / 2 + pi : (h1 + h2) / 2 - pi;
    }
    const double lightness = two.lightness - one.lightness;
    const double chroma = c2 - c1;
    const double hueDifference = 2 * std::sqrt(c1 * c2) * std::sin(turn / 2);
    const double meanLightness = (one.lightness + two.lightness) / 2;
    const double meanC = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos(meanHue - radians(30)) + 0.24 * std::cos(2 * meanHue) + 0.32 * std::cos(3 * meanHue + radians(6))
                     - 0.20 * std::cos(4 * meanHue - radians(63));
    const double offset = (meanLightness - 50) * (meanLightness - 50);
    const double sl = 1 + 0.015 * offset / std::sqrt(20 + offset);
    const double sc = 1 + 0.045 * meanC;
    const double sh = 1 + 0.015 * meanC * t;
    const double degrees = meanHue * 180 / pi;
    const double rotation = radians(30) * std::exp(-std::pow((degrees - 275) / 25, 2));
    const double rt = -2 * std::sqrt(power7(meanC) / (power7(meanC) + power7(25))) * std::sin(2 * rotation);
    const double l = lightness / sl;
    const double c = chroma / sc;
    const double h = hueDifference / sh;
    return std::sqrt(std::max(0.0, l * l + c * c + h * h + rt * c * h));
}

}  // namespace

double colourDistance(const QColor &a, const QColor &b)
{
    return ciede2000(toLab(a), toLab(b));
}

}  // namespace plumbline::model

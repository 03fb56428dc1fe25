// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/brushstroke.h"
#include "core/geometry/mask.h"
#include "core/geometry/regions.h"
#include "plugins/views/image/tests/imagefixture.h"
#include "tests/geometry/rasters.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>

#include <cmath>

/// What the tests of the tools for masks and regions share.
namespace plumbline::test {

inline geometry::Mask disc(geometry::Point centre, double radius)
{
    return geometry::maskOfStroke({geometry::TipShape::Round, {{centre, radius}}}, 400, 300);
}

// A bright disc on a dark, noisy ground.
inline QImage discPicture(bool noisy)
{
    QImage picture(400, 300, QImage::Format_RGB32);
    base::SeededRandom random(4);
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 400; ++x) {
            const bool inside = std::hypot(x + 0.5 - 200, y + 0.5 - 150) <= 80;
            const int noise = noisy ? int(random.below(30)) : 0;
            picture.setPixel(x, y,
                             inside ? qRgb(210 + noise, 120 + noise, 60 + noise) : qRgb(30 + noise, 60 + noise, 90 + noise));
        }
    }
    return picture;
}

inline void show(ImageFixture &f, const QImage &picture)
{
    f.view.showFrame(*f.document().item(), extension::LoadedFrame{picture, {}});
    f.canvas().setView({1, QPointF(40, 30)});
}

inline double option(ImageFixture &f, const char *name)
{
    const auto *box = f.canvas().findChild<QDoubleSpinBox *>(QLatin1String(name));
    return box ? box->value() : -1;
}

inline void setOption(ImageFixture &f, const char *name, double value)
{
    auto *box = f.canvas().findChild<QDoubleSpinBox *>(QLatin1String(name));
    QVERIFY(box);
    box->setValue(value);
}

inline geometry::Polygon square(double x, double y, double side)
{
    return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
}

inline double sizeOf(const geometry::Geometry &geometry)
{
    return geometry::areaOf(geometry).value_or(-1);
}

}  // namespace plumbline::test

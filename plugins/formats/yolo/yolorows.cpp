// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/yolorows.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/yolo/yolorow.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace plumbline::yolo {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::yolo", text);
}

// Twelve digits where they say the same to the last bits, so that what was read as 0.133333 is not written as
// 0.13333300000000001; else as many as it takes.
void appendNormalised(QByteArray &text, double value)
{
    char buffer[32];
    const char *end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 12).ptr;
    double again = 0;
    std::from_chars(buffer, end, again);
    text += ' ';
    if (std::abs(again - value) <= 1e-15)
        text.append(buffer, end - buffer);
    else
        extension::appendNumber(text, value);
}

bool within(double v)
{
    return v >= -tolerance && v <= 1 + tolerance;
}

struct Cut {
    bool changed = false;
};

// Row of a box; nothing when it lies outside of the picture altogether.
std::optional<QByteArray> boxRow(geometry::Box box, QSize picture, Cut &cut)
{
    const double w = picture.width();
    const double h = picture.height();
    const auto centre = [&] { return std::array{(box.x + box.w / 2) / w, (box.y + box.h / 2) / h, box.w / w, box.h / h}; };
    auto numbers = centre();
    if (!std::all_of(numbers.begin(), numbers.end(), within)) {
        const double right = std::clamp(box.right(), 0.0, w);
        const double bottom = std::clamp(box.bottom(), 0.0, h);
        box.x = std::clamp(box.x, 0.0, w);
        box.y = std::clamp(box.y, 0.0, h);
        box.w = right - box.x;
        box.h = bottom - box.y;
        if (box.w <= 0 || box.h <= 0)
            return std::nullopt;
        cut.changed = true;
        numbers = centre();
    }
    QByteArray row;
    for (const double v : numbers)
        appendNormalised(row, v);
    return row;
}

QByteArray ringRow(const geometry::Ring &ring, QSize picture, Cut &cut)
{
    QByteArray row;
    for (const geometry::Point p : ring) {
        for (double v : {p.x / picture.width(), p.y / picture.height()}) {
            if (!within(v)) {
                v = std::clamp(v, 0.0, 1.0);
                cut.changed = true;
            }
            appendNormalised(row, v);
        }
    }
    return row;
}

}  // namespace

bool writesScore(const model::Annotation &annotation)
{
    const Json &kept = extension::foreignData(annotation.extra, "yolo");
    return annotation.score && kept.is_object() && kept.value("conf", false);
}

RowsOfLabel rowsOf(const model::Annotation &annotation, const RowContext &context)
{
    RowsOfLabel result;
    const geometry::Geometry &shape = annotation.geometry;
    const auto lose = [&](const QString &why, const QString &what = {}) {
        result.why = why;
        result.what = what.isEmpty() ? extension::shapesName(shape) : what;
    };
    const auto *box = std::get_if<geometry::Box>(&shape);
    const auto *polygon = std::get_if<geometry::Polygon>(&shape);
    const bool drawable = box || polygon || std::holds_alternative<geometry::RotatedBox>(shape)
                          || std::holds_alternative<geometry::Ellipse>(shape) || std::holds_alternative<geometry::Mask>(shape)
                          || std::holds_alternative<geometry::KeyPoints>(shape);
    const std::optional<geometry::Box> bounds = geometry::boundsOf(shape);
    if (!drawable || !bounds || !geometry::whyInvalid(shape).isEmpty())
        return lose(tr("They are left out.")), result;
    if (context.picture.isEmpty())
        return lose(tr("They are left out, because YOLO's numbers are fractions of the picture's size."),
                    tr("labels of pictures whose size is not known")),
               result;

    Cut cut;
    const bool asBox = context.task == Task::Detect || (box && context.boxesStay);
    if (asBox) {
        if (auto row = boxRow(*bounds, context.picture, cut)) {
            const Json &kept = extension::foreignData(annotation.extra, "yolo");
            const auto points = kept.is_object() ? kept.find("keypoints") : kept.end();
            if (box && kept.is_object() && points != kept.end() && points->is_array()) {
                for (const Json &v : *points)
                    appendNormalised(*row, v.is_number() ? v.get<double>() : 0);
            } else {
                *row += QByteArray(" 0").repeated(context.padKeyPoints);
            }
            result.rows.push_back(*std::move(row));
        }
        if (!box)
            lose(tr("They are written as their bounding boxes."));
    } else if (polygon) {
        bool holes = false;
        for (const geometry::PolygonPart &part : polygon->parts) {
            holes = holes || !part.holes.empty();
            result.rows.push_back(ringRow(part.outer, context.picture, cut));
        }
        if (polygon->parts.size() > 1)
            lose(holes ? tr("Each part is written as an outline of its own, and their holes are filled.")
                       : tr("Each part is written as an outline of its own."),
                 tr("polygons with several parts"));
        else if (holes)
            lose(tr("Their holes are filled."), tr("polygons with holes"));
    } else if (const auto outline = extension::outlineOf(shape)) {
        result.rows.push_back(ringRow(outline->parts[0].outer, context.picture, cut));
        lose(tr("They are written as outlines with %1 corners.").arg(outline->parts[0].outer.size()));
    } else {
        result.rows.push_back(ringRow(extension::outlineOf(*bounds)->parts[0].outer, context.picture, cut));
        lose(tr("They are written as their bounding boxes."));
    }
    if (result.rows.empty())
        lose(tr("They are left out."), tr("labels outside of their picture"));
    else if (cut.changed && result.why.isEmpty())
        lose(tr("They are cut at the picture's border."), tr("labels that reach outside of their picture"));
    if (writesScore(annotation))
        for (QByteArray &row : result.rows)
            appendNormalised(row, *annotation.score);
    return result;
}

}  // namespace plumbline::yolo

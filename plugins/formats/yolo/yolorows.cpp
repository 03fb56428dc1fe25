// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/yolorows.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/yolo/orientedbox.h"
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

// The box beside key points is a fact of its own: as the file had it, else as COCO has it, else around the points.
std::optional<QByteArray> boxRowOf(const model::Annotation &annotation, const geometry::Box &bounds, QSize picture, Cut &cut)
{
    const auto four = [](const Json &kept, const char *key) -> const Json * {
        const auto it = kept.is_object() ? kept.find(key) : kept.end();
        const bool good = kept.is_object() && it != kept.end() && it->is_array() && it->size() == 4
                          && std::all_of(it->begin(), it->end(), [](const Json &v) { return v.is_number(); });
        return good ? &*it : nullptr;
    };
    if (std::holds_alternative<geometry::KeyPoints>(annotation.geometry)) {
        if (const Json *box = four(extension::foreignData(annotation.extra, "yolo"), "box")) {
            QByteArray row;
            for (const Json &v : *box)
                appendNormalised(row, v.get<double>());
            return row;
        }
        if (const Json *box = four(extension::foreignData(annotation.extra, "coco"), "bbox"))
            return boxRow({(*box)[0].get<double>(), (*box)[1].get<double>(), (*box)[2].get<double>(), (*box)[3].get<double>()},
                          picture, cut);
    }
    return boxRow(bounds, picture, cut);
}

QByteArray jointsRow(const model::Annotation &annotation, const RowContext &context, Cut &cut)
{
    QByteArray row;
    const auto *points = std::get_if<geometry::KeyPoints>(&annotation.geometry);
    const Json &kept = extension::foreignData(annotation.extra, "yolo");
    const auto listOf = [&](const char *key) {
        return kept.is_object() && kept.contains(key) && kept[key].is_array() ? kept[key] : Json::array();
    };
    const Json unlabeled = points ? Json::array() : listOf("keypoints");
    const Json visibilities = points ? listOf("visibility") : Json::array();
    const auto wanted = static_cast<std::size_t>(context.joints) * static_cast<std::size_t>(context.numbersOfJoint);
    if (unlabeled.size() == wanted && std::holds_alternative<geometry::Box>(annotation.geometry)) {
        for (const Json &v : unlabeled)
            appendNormalised(row, v.is_number() ? v.get<double>() : 0);
        return row;
    }
    const std::size_t count = points ? std::min(points->points.size(), static_cast<std::size_t>(context.joints)) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const geometry::KeyPoint &p = points->points[i];
        for (double v : {p.x / context.picture.width(), p.y / context.picture.height()}) {
            if (p.visibility > 0 && !within(v))
                cut.changed = true;
            appendNormalised(row, within(v) ? v : std::clamp(v, 0.0, 1.0));
        }
        if (context.numbersOfJoint == 2)
            continue;
        const bool asItCame = visibilities.size() == points->points.size() && visibilities[i].is_number()
                              && visibilityOf(visibilities[i].get<double>()) == p.visibility;
        appendNormalised(row, asItCame ? visibilities[i].get<double>() : p.visibility);
    }
    return row
           + QByteArray(" 0").repeated(static_cast<qsizetype>(wanted - count * static_cast<std::size_t>(context.numbersOfJoint)));
}

Corners rectangleAround(const geometry::Geometry &shape, const geometry::Box &bounds)
{
    std::vector<geometry::Point> points;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape))
        for (const geometry::PolygonPart &part : polygon->parts)
            points.insert(points.end(), part.outer.begin(), part.outer.end());
    if (const auto found = smallestRectangle(std::move(points)))
        return *found;
    return {geometry::Point{bounds.x, bounds.y},
            {bounds.right(), bounds.y},
            {bounds.right(), bounds.bottom()},
            {bounds.x, bounds.bottom()}};
}

// The row of an oriented box, and in `why` what the shape loses on the way.
QByteArray orientedRow(const model::Annotation &annotation, const geometry::Box &bounds, QSize picture, Cut &cut, QString &why)
{
    const geometry::Geometry &shape = annotation.geometry;
    if (const auto *box = std::get_if<geometry::RotatedBox>(&shape)) {
        const Json &kept = extension::foreignData(annotation.extra, "yolo");
        const Json corners = kept.is_object() && kept.contains("corners") ? kept["corners"] : Json();
        if (corners.is_array() && corners.size() == 8
            && std::all_of(corners.begin(), corners.end(), [](const Json &v) { return v.is_number(); })) {
            const auto numbers = corners.get<std::vector<double>>();
            QByteArray row;
            for (const double v : numbers)
                appendNormalised(row, v);
            if (rotatedBoxOf(cornersInPixels(numbers, picture)) == *box)
                return row;
        }
        const Corners own = cornersOf(*box);
        return ringRow({own.begin(), own.end()}, picture, cut);
    }
    const auto *polygon = std::get_if<geometry::Polygon>(&shape);
    if (polygon && polygon->parts.size() == 1 && polygon->parts[0].outer.size() == 4 && polygon->parts[0].holes.empty())
        return ringRow(polygon->parts[0].outer, picture, cut);
    why = std::holds_alternative<geometry::Box>(shape) ? tr("They are written as rotated boxes that are not turned.")
          : polygon                                    ? tr("They are written as the smallest rotated boxes around them.")
                                                       : tr("They are written as their bounding boxes.");
    const Corners around = rectangleAround(shape, bounds);
    return ringRow({around.begin(), around.end()}, picture, cut);
}

}  // namespace

bool writesScore(const model::Annotation &annotation)
{
    const Json &kept = extension::foreignData(annotation.extra, "yolo");
    return annotation.score && kept.is_object() && kept.contains("conf") && kept["conf"] == true;
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
    if (context.task == Task::Classify)
        return result;
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
    const bool asBox =
        context.task == Task::Detect || context.task == Task::Pose || (context.task == Task::Segment && box && context.boxesStay);
    if (asBox) {
        if (auto row = boxRowOf(annotation, *bounds, context.picture, cut)) {
            if (context.task == Task::Pose)
                *row += jointsRow(annotation, context, cut);
            result.rows.push_back(*std::move(row));
        }
        const bool exact = box || (context.task == Task::Pose && std::holds_alternative<geometry::KeyPoints>(shape));
        if (!exact)
            lose(tr("They are written as their bounding boxes."));
    } else if (context.task == Task::Oriented) {
        QString why;
        result.rows.push_back(orientedRow(annotation, *bounds, context.picture, cut, why));
        if (!why.isEmpty())
            lose(why);
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

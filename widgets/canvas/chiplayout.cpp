// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/chiplayout.h"

#include "widgets/canvas/shapepainter.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr double height = 18;
constexpr double padding = 5;
constexpr double swatch = 8;
constexpr double gap = 2;
constexpr double smallestShape = 14;    // screen pixels, longer side
constexpr double smallestCrowded = 40;  // the same when there are many
constexpr int mostChips = 120;
constexpr int fadeFrom = 24;
constexpr int crowdedFrom = 80;
constexpr double faintest = 0.5;
constexpr double jointReach = 7;    // of the dots of key points around their places
constexpr double fromCorner = 32;   // of the value of an angle
constexpr double fromLine = 7;      // of the value of a measure

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::canvas", text);
}

// Where the label of an arrow or a measure belongs: beside the middle of its line, and between the arms of an angle.
std::optional<QPointF> besideLine(const CanvasShape &shape, const ViewTransform &view, QSizeF size)
{
    const auto *line = std::get_if<geometry::Polyline>(&shape.geometry);
    if (!line || shape.ornament == Ornament::None || line->points.size() < 2)
        return std::nullopt;
    const QPointF half(size.width() / 2, size.height() / 2);
    const auto unit = [](QPointF d) { return d / std::max(1e-6, std::hypot(d.x(), d.y())); };
    if (shape.ornament == Ornament::Angle && line->points.size() == 3) {
        const QPointF corner = view.toScreen(line->points[1]);
        const QPointF between = unit(view.toScreen(line->points[0]) - corner) + unit(view.toScreen(line->points[2]) - corner);
        const bool straight = std::hypot(between.x(), between.y()) < 0.1;
        const QPointF way = straight ? QPointF(0, 1) : unit(between);
        return corner + way * (fromCorner + std::abs(way.x()) * half.x() + std::abs(way.y()) * half.y()) - half;
    }
    const std::size_t i = line->points.size() / 2;
    const QPointF a = view.toScreen(line->points[i - 1]);
    const QPointF b = view.toScreen(line->points[i]);
    QPointF normal = unit(QPointF(b.y() - a.y(), a.x() - b.x()));
    if (normal.y() > 0)
        normal = -normal;
    const double away = std::abs(normal.x()) * half.x() + std::abs(normal.y()) * half.y() + fromLine;
    const QPointF middle = line->points.size() == 2 ? (a + b) / 2 : b;
    return middle + normal * away - half;
}

QString detailOf(const CanvasShape &shape)
{
    QStringList parts;
    if (shape.predicted && shape.score)
        parts.append(QString::number(*shape.score, 'f', 2));
    if (shape.role == model::Role::Ignore)
        parts.append(tr("ignore"));
    if (shape.role == model::Role::Crowd)
        parts.append(tr("crowd"));
    if (shape.unsure)
        parts.append(QStringLiteral("?"));
    if (shape.flagged)
        parts.append(QStringLiteral("⚠"));
    if (shape.hatched)
        parts.append(tr("locked"));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

QFont chipFont(const QFont &base)
{
    QFont font = base;
    font.setPixelSize(11);
    font.setWeight(QFont::Medium);
    return font;
}

double smallestLabelled()
{
    return smallestShape;
}

QColor chipGround()
{
    return QColor(17, 19, 22);
}

std::vector<Chip> layoutChips(const ShapeScene &scene, const std::vector<int> &indices, const ViewTransform &view,
                              const QRectF &viewport, const QFont &font, const QSet<AnnotationId> &selected, AnnotationId hovered)
{
    struct Candidate {
        int index;
        int rank;
        double area;
    };
    std::vector<Candidate> candidates;
    for (const int index : indices) {
        const ShapeScene::Entry &entry = scene.entries()[static_cast<std::size_t>(index)];
        const bool isHovered = entry.shape.id == hovered;
        if (entry.shape.label.isEmpty() && detailOf(entry.shape).isEmpty())
            continue;
        const bool small = std::max(entry.bounds.w, entry.bounds.h) * view.scale < smallestShape;
        // Nearly all of a hundred thousand end here.
        if (small && !isHovered && selected.isEmpty())
            continue;
        const bool isSelected = selected.contains(entry.shape.id);
        if (small && !isSelected && !isHovered)
            continue;
        candidates.push_back({index, isSelected ? 0 : isHovered ? 1 : 2, entry.area});
    }
    const auto before = [](const Candidate &a, const Candidate &b) {
        return std::tuple(a.rank, -a.area, a.index) < std::tuple(b.rank, -b.area, b.index);
    };
    const double crowding = std::max(0.0, double(candidates.size()) - fadeFrom) / 100.0;
    const double opacity = std::max(faintest, 1.0 - crowding);
    if (candidates.size() > crowdedFrom) {
        std::erase_if(candidates, [&](const Candidate &candidate) {
            const geometry::Box &b = scene.entries()[static_cast<std::size_t>(candidate.index)].bounds;
            return candidate.rank == 2 && std::max(b.w, b.h) * view.scale < smallestCrowded;
        });
    }
    const std::size_t kept = std::min<std::size_t>(candidates.size(), mostChips);
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept), candidates.end(), before);
    candidates.resize(kept);

    const QFontMetricsF metrics(font);
    const QRectF room = viewport.adjusted(gap, gap, -gap, -gap);
    QHash<QString, double> widths;  // the same few words again and again
    const auto widthOf = [&](const QString &text) {
        const auto known = widths.constFind(text);
        return known != widths.constEnd() ? *known : *widths.insert(text, metrics.horizontalAdvance(text));
    };
    QHash<QString, QString> elided;
    std::vector<Chip> chips;
    for (const Candidate &candidate : candidates) {
        const ShapeScene::Entry &entry = scene.entries()[static_cast<std::size_t>(candidate.index)];
        QRectF extent = view.rectOf(entry.bounds);
        if (std::holds_alternative<geometry::KeyPoints>(entry.shape.geometry))
            extent.adjust(-jointReach, -jointReach, jointReach, jointReach);
        const QRectF seen = extent.intersected(room);
        if (seen.isNull())
            continue;
        Chip chip;
        chip.index = candidate.index;
        QString &shown = elided[entry.shape.label];
        if (shown.isNull())
            shown = metrics.elidedText(entry.shape.label, Qt::ElideRight, 160);
        chip.text = shown;
        chip.detail = detailOf(entry.shape);
        chip.selected = candidate.rank == 0;
        chip.opacity = candidate.rank < 2 ? 1 : opacity;
        double width = 2 * padding + swatch + gap + 2 + widthOf(chip.text);
        if (!chip.detail.isEmpty())
            width += padding + widthOf(chip.detail);
        const QSizeF size(std::ceil(width), height);

        // The line of the shape is two or three pixels wide around its edge.
        const QPointF above(seen.left() - 1, extent.top() - height - gap);
        const QPointF places[] = {besideLine(entry.shape, view, size).value_or(above),
                                  above,
                                  {seen.right() - size.width() + 1, extent.top() - height - gap},
                                  {seen.left() + 3, seen.top() + 3},
                                  {seen.left() - 1, extent.bottom() + gap},
                                  {seen.right() - size.width() - 3, seen.top() + 3}};
        for (const QPointF &place : places) {
            const QRectF rect(QPointF(std::round(place.x()), std::round(place.y())), size);
            const bool free = room.contains(rect) && std::none_of(chips.begin(), chips.end(), [&](const Chip &other) {
                                  return other.rect.adjusted(-1, -1, 1, 1).intersects(rect);
                              });
            if (free) {
                chip.rect = rect;
                chips.push_back(chip);
                break;
            }
        }
    }
    return chips;
}

void ChipPictures::paint(QPainter &painter, const ShapeScene &scene, const Chip &chip, const QFont &font, double devicePixelRatio)
{
    constexpr qsizetype mostPictures = 1000;
    if (font != m_font || devicePixelRatio != m_ratio || m_pictures.size() > mostPictures) {
        m_pictures.clear();
        m_font = font;
        m_ratio = devicePixelRatio;
    }
    const CanvasShape &shape = scene.entries()[static_cast<std::size_t>(chip.index)].shape;
    const QString key = QStringLiteral("%1|%2|%3|%4|%5").arg(chip.text, chip.detail).arg(shape.colour.rgba()).arg(int(chip.opacity * 50)).arg(
        (chip.selected ? 1 : 0) + (shape.predicted ? 2 : 0));
    QImage &picture = m_pictures[key];
    if (picture.isNull()) {
        picture = QImage((chip.rect.size() * devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(devicePixelRatio);
        picture.fill(Qt::transparent);
        QPainter inner(&picture);
        Chip moved = chip;
        moved.rect.moveTopLeft({0, 0});
        paintChip(inner, scene, moved, font);
    }
    painter.drawImage(chip.rect.topLeft(), picture);
}

void paintChip(QPainter &painter, const ShapeScene &scene, const Chip &chip, const QFont &font)
{
    const CanvasShape &shape = scene.entries()[static_cast<std::size_t>(chip.index)].shape;
    const QColor colour = ShapePainter::lineColour(shape.colour);
    QColor ground = chip.selected ? colour : chipGround();
    ground.setAlphaF(chip.selected ? 1.0F : 0.86F);
    const QColor ink = chip.selected ? theme::textOn(colour) : QColor(0xF0, 0xF2, 0xF4);
    QColor dim = ink;
    dim.setAlphaF(0.75F);

    painter.save();
    // The ground goes first: faint words would be worse than none.
    ground.setAlphaF(ground.alphaF() * static_cast<float>(chip.opacity));
    painter.setOpacity((1 + chip.opacity) / 2);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(chip.rect, 3, 3);

    const QRectF mark(chip.rect.left() + padding, chip.rect.center().y() - swatch / 2, swatch, swatch);
    const QColor markColour = chip.selected ? ink : colour;
    if (shape.predicted) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(markColour, 1.5));
        painter.drawRoundedRect(mark.adjusted(0.75, 0.75, -0.75, -0.75), 1.5, 1.5);
    } else {
        painter.setBrush(markColour);
        painter.drawRoundedRect(mark, 2, 2);
    }

    painter.setFont(font);
    QRectF text = chip.rect.adjusted(padding + swatch + gap + 2, 0, -padding, 0);
    painter.setPen(ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, chip.text);
    if (!chip.detail.isEmpty()) {
        painter.setPen(dim);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, chip.detail);
    }
    painter.restore();
}

}  // namespace plumbline::canvas

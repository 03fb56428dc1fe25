// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetcasecrops.h"

#include "app/workstation/cropcutter.h"
#include "core/geometry/maskoutline.h"
#include "widgets/canvas/shapescene.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr int side = 320;             // pixels of a crop's longer side
constexpr double around = 0.35;       // of the longer side, on each side
constexpr double leastAround = 16;    // pixels
constexpr double mostZoom = 4;
constexpr std::int64_t mostPixels = 64'000'000;  // larger pictures are read as previews

QPainterPath outline(const geometry::Geometry &geometry)
{
    if (const auto *mask = std::get_if<geometry::Mask>(&geometry))
        return canvas::outlineOf(geometry::outlineOfMask(*mask));
    return canvas::outlineOf(geometry);
}

// Takes the file out of the packet unless it lies there already.
Result<bool> takeOut(const packet::PacketReader &packet, const QByteArray &member, const QString &path,
                     const jobs::JobControl &control)
{
    if (!packet.find(member))
        return false;
    if (QFileInfo::exists(path))
        return true;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail(ErrorCode::PermissionDenied, CropCutter::tr("There is no place for %1.").arg(path));
    const auto done = packet.extract(member, path, control);
    return done ? Result<bool>(true) : fail(done.error());
}

QImage cut(const QImage &image, double scale, const QRectF &wanted, const geometry::Geometry &geometry, const QColor &colour)
{
    const QRect pixels = QRectF(wanted.topLeft() * scale, wanted.size() * scale).toAlignedRect().intersected(image.rect());
    if (pixels.isEmpty())
        return {};
    const double zoom = std::min(mostZoom, double(side) / std::max(pixels.width(), pixels.height()));
    QImage crop = image.copy(pixels).scaled((QSizeF(pixels.size()) * zoom).toSize().expandedTo({1, 1}), Qt::IgnoreAspectRatio,
                                            Qt::SmoothTransformation);
    crop = crop.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&crop);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(zoom, zoom);
    painter.translate(-pixels.topLeft());
    painter.scale(scale, scale);
    for (const auto &[line, width] : {std::pair{QColor(0, 0, 0, 130), 4.0}, {colour, 2.0}}) {
        QPen pen(line, width);
        pen.setCosmetic(true);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.strokePath(outline(geometry), pen);
    }
    return crop;
}

}  // namespace

Result<std::vector<QImage>> caseCrops(const packet::PacketReader &packet, const packet::CaseFile &file,
                                      const packet::PacketCase &shown, const QString &folder, const exchange::MediaOpener &opener,
                                      const jobs::JobControl &control)
{
    std::vector<QImage> images(shown.versions.size());
    const packet::CaseItem &item = file.items.at(shown.item);
    const QString place = folder + QLatin1Char('/') + shown.item.toString();
    std::vector<CropPlace> places;
    if (item.scene) {
        if (!QDir().mkpath(place))
            return images;
        for (const auto &[letter, label] : shown.versions)
            places.push_back(cropPlace(place, &*item.scene, label));
        // The versions are compared in one picture: the camera of the first.
        const auto member = item.media.find(places.front().path.mid(place.size() + 1));
        if (places.front().path.isEmpty() || member == item.media.end())
            return images;
        const auto there = takeOut(packet, member->second, places.front().path, control);
        if (!there || !*there)
            return there ? Result<std::vector<QImage>>(images) : fail(there.error());
    } else {
        const auto member = item.media.find(QString());
        if (member == item.media.end())
            return images;
        const QString suffix = QFileInfo(QString::fromLatin1(member->second)).suffix();
        const QString path = suffix.isEmpty() ? place : place + QLatin1Char('.') + suffix;
        const auto there = takeOut(packet, member->second, path, control);
        if (!there || !*there)
            return there ? Result<std::vector<QImage>>(images) : fail(there.error());
        for (const auto &[letter, label] : shown.versions)
            places.push_back(cropPlace(path, nullptr, label));
    }
    const auto source = opener.open(places.front().path);
    if (!source)
        return images;
    const QSize size = (*source)->info().size;
    const bool large = std::int64_t(size.width()) * size.height() > mostPixels;
    const auto frame =
        (*source)->load(places.front().frame, large ? extension::LoadQuality::Preview : extension::LoadQuality::Full, control);
    if (!frame || frame->image.isNull() || size.isEmpty())
        return images;
    QRectF wanted;
    for (const CropPlace &version : places)
        if (const auto bounds = geometry::boundsOf(version.geometry); bounds && version.path == places.front().path)
            wanted |= QRectF(bounds->x, bounds->y, std::max(1.0, bounds->w), std::max(1.0, bounds->h));
    const double margin = std::max(leastAround, around * std::max(wanted.width(), wanted.height()));
    wanted = wanted.adjusted(-margin, -margin, margin, margin).intersected(QRectF(QPointF(), QSizeF(size)));
    const double scale = double(frame->image.width()) / size.width();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].path != places.front().path)
            continue;
        const model::LabelClass *labelClass = file.schema.find(shown.versions[i].second.labelClass);
        images[i] = cut(frame->image, scale, wanted, places[i].geometry, labelClass ? labelClass->colour : QColor(Qt::gray));
    }
    return images;
}

}  // namespace plumbline::workstation

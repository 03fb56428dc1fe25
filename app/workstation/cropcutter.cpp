// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/cropcutter.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>
#include <QThread>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr qsizetype ofAnEntry = 200;  // bytes
constexpr int quality = 88;  // of packed crops, JPEG
constexpr std::size_t atOnce = 64;  // crops that are unpacked by one job

int threads()
{
    constexpr int most = 3;
    return std::clamp(QThread::idealThreadCount() - 1, 1, most);
}

QByteArray packedOf(const QImage &image)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    if (!image.isNull() && buffer.open(QIODevice::WriteOnly))
        image.save(&buffer, "jpg", quality);
    return jpeg;
}

/// No larger than it is shown: the decoder leaves out what would be scaled away.
QImage unpacked(const QByteArray &jpeg, int shown)
{
    QBuffer buffer;
    buffer.setData(jpeg);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer, "jpg");
    const QSize size = reader.size();
    if (std::max(size.width(), size.height()) > shown)
        reader.setScaledSize(size.scaled(shown, shown, Qt::KeepAspectRatio));
    return reader.read().convertToFormat(QImage::Format_RGB32);
}

}  // namespace

CropCutter::CropCutter(exchange::MediaOpener opener, review::CropModel &model, review::ContactSheet &sheet, QObject *parent)
    : QObject(parent), m_opener(std::move(opener)), m_model(model), m_sheet(sheet), m_runner(threads())
{
    m_model.setLookup([this](const review::Crop &crop) { return find(crop); });
    connect(&m_sheet, &review::ContactSheet::sightChanged, this, &CropCutter::look);
}

void CropCutter::setPlaces(std::unordered_map<AnnotationId, CropPlace> places)
{
    for (const auto &[id, place] : m_places)
        if (const auto now = places.find(id); now == places.end() || now->second != place)
            forget(id);
    m_places = std::move(places);
    m_bySource.clear();
    for (const auto &[id, place] : m_places)
        if (!place.nowhere())
            m_bySource[place.source()].push_back(id);
    look();
}

review::CropModel::Picture CropCutter::find(const review::Crop &crop)
{
    using State = review::CropModel::PictureState;
    const auto kept = m_keptPlaces.find(crop.id);
    if (kept == m_keptPlaces.end()) {
        const auto place = m_places.find(crop.id);
        return {place == m_places.end() || place->second.nowhere() ? State::Unreadable : State::Waiting, {}};
    }
    m_kept.splice(m_kept.begin(), m_kept, kept->second);
    const QImage &image = kept->second->image;
    return {image.isNull() ? State::Unreadable : State::Ready, image};
}

bool CropCutter::mayRead() const
{
    return m_reading.size() < static_cast<std::size_t>(threads());
}

void CropCutter::look()
{
    const auto [first, last] = m_sheet.inSight();
    if (last < first)
        return;
    const QSize cell = m_sheet.gridSize() * m_sheet.devicePixelRatioF();
    if (const int shown = std::min(side, std::max(cell.width(), cell.height())); shown > m_shown) {
        // Those that are kept are too small now.
        for (auto kept = m_kept.begin(); kept != m_kept.end();) {
            const AnnotationId id = (kept++)->id;
            if (m_packedPlaces.contains(id))
                drop(id);
        }
        m_shown = shown;
    } else
        m_shown = shown;
    lookAtSight(first, last);
    const int pages = (last - first + 1) * pagesAhead;
    if (mayRead()) {
        if (m_sheet.goesUp())
            lookAhead(first - pages, first - 1);
        else
            lookAhead(last + 1, last + pages);
    }
    if (idle())
        emit becameIdle();
}

void CropCutter::lookAtSight(int first, int last)
{
    std::vector<std::pair<AnnotationId, QByteArray>> packed;
    std::vector<Source> sources;
    std::unordered_set<AnnotationId> wanted;
    for (int row = first; row <= last; ++row) {
        const review::Crop *crop = m_model.at(row);
        const auto place = crop ? m_places.find(crop->id) : m_places.end();
        if (place == m_places.end() || place->second.nowhere() || m_keptPlaces.contains(crop->id))
            continue;
        if (const auto there = m_packedPlaces.find(crop->id); there != m_packedPlaces.end()) {
            if (m_unpacking.empty() && packed.size() < atOnce)
                packed.emplace_back(crop->id, there->second->jpeg);
            continue;
        }
        wanted.insert(crop->id);
        Source source = place->second.source();
        if (!m_reading.contains(source) && std::find(sources.begin(), sources.end(), source) == sources.end()
            && sources.size() < static_cast<std::size_t>(threads()))
            sources.push_back(std::move(source));
    }
    if (!packed.empty())
        unpack(std::move(packed));
    for (const Source &source : sources)
        if (mayRead())
            read(source, wanted);
}

void CropCutter::lookAhead(int first, int last)
{
    // What is packed is soon there; when no more can be packed, reading ahead would push out what was read ahead.
    for (int row = std::max(0, first); row <= std::min(last, m_model.rowCount() - 1) && mayRead(); ++row) {
        const review::Crop *crop = m_model.at(row);
        const auto place = m_places.find(crop->id);
        if (place == m_places.end() || place->second.nowhere() || m_keptPlaces.contains(crop->id)
            || m_packedPlaces.contains(crop->id))
            continue;
        const Source source = place->second.source();
        if (!m_reading.contains(source))
            read(source, {});
    }
}

void CropCutter::unpack(std::vector<std::pair<AnnotationId, QByteArray>> packed)
{
    for (const auto &[id, jpeg] : packed)
        m_unpacking.insert(id);
    m_unpacker.run(
        tr("Crops"),
        [packed = std::move(packed), shown = m_shown](jobs::JobControl &) -> Result<Ready> {
            Ready ready;
            for (const auto &[id, jpeg] : packed)
                ready.crops.emplace_back(id, unpacked(jpeg, shown));
            return ready;
        },
        this,
        [this](const Result<Ready> &ready) {
            m_unpacking.clear();
            if (ready)
                take(*ready);
            look();
        },
        jobs::JobRunner::Visibility::Quiet);
}

void CropCutter::read(const Source &source, const std::unordered_set<AnnotationId> &wanted)
{
    m_reading.insert(source);
    std::vector<PlacedCrop> crops;
    std::unordered_set<AnnotationId> now;
    std::vector<AnnotationId> asked;
    for (const AnnotationId id : m_bySource[source]) {
        const bool isWanted = wanted.contains(id);
        if (!isWanted && (m_packedPlaces.contains(id) || m_keptPlaces.contains(id)))
            continue;
        const review::Crop *crop = m_model.find(id);
        if (!crop)
            continue;
        crops.push_back({id, crop->colour, m_places[id]});
        asked.push_back(id);
        if (isWanted)
            now.insert(id);
    }
    m_runner.run(
        tr("Crops of %1").arg(QFileInfo(source.first).fileName()),
        [opener = m_opener, crops = std::move(crops), now = std::move(now)](jobs::JobControl &control) -> Result<Ready> {
            Ready ready;
            for (auto &[id, image] : readCrops(opener, crops, control)) {
                QByteArray jpeg = packedOf(image);
                // What could not be read is kept as such, so that it is not tried again and again.
                if (now.contains(id) || jpeg.isEmpty())
                    ready.crops.emplace_back(id, std::move(image));
                if (!jpeg.isEmpty())
                    ready.packed.emplace_back(id, std::move(jpeg));
            }
            return ready;
        },
        this,
        [this, source, asked = std::move(asked)](const Result<Ready> &ready) {
            m_reading.erase(source);
            if (ready) {
                take(*ready);
            } else {
                // What makes a reader throw would do so again.
                for (const AnnotationId id : asked)
                    keep(id, {});
                m_model.picturesChanged(asked);
            }
            look();
        },
        jobs::JobRunner::Visibility::Quiet);
}

void CropCutter::take(const Ready &ready)
{
    std::vector<AnnotationId> arrived;
    for (const auto &[id, jpeg] : ready.packed)
        if (m_places.contains(id))
            pack(id, jpeg);
    for (const auto &[id, image] : ready.crops)
        if (m_places.contains(id)) {
            keep(id, image);
            arrived.push_back(id);
        }
    m_model.picturesChanged(arrived);
}

void CropCutter::keep(AnnotationId id, const QImage &image)
{
    if (m_keptPlaces.contains(id))
        return;
    m_kept.push_front({id, image});
    m_keptPlaces[id] = m_kept.begin();
    m_bytes += image.sizeInBytes() + ofAnEntry;
    while (m_bytes > mostBytes && m_kept.size() > 1) {
        m_bytes -= m_kept.back().image.sizeInBytes() + ofAnEntry;
        m_keptPlaces.erase(m_kept.back().id);
        m_kept.pop_back();
    }
}

void CropCutter::pack(AnnotationId id, const QByteArray &jpeg)
{
    if (m_packedPlaces.contains(id))
        return;
    m_packed.push_front({id, jpeg});
    m_packedPlaces[id] = m_packed.begin();
    m_packedBytes += jpeg.size() + ofAnEntry;
    while (m_packedBytes > mostPackedBytes && m_packed.size() > 1) {
        m_packedBytes -= m_packed.back().jpeg.size() + ofAnEntry;
        m_packedPlaces.erase(m_packed.back().id);
        m_packed.pop_back();
    }
}

void CropCutter::drop(AnnotationId id)
{
    const auto kept = m_keptPlaces.find(id);
    if (kept == m_keptPlaces.end())
        return;
    m_bytes -= kept->second->image.sizeInBytes() + ofAnEntry;
    m_kept.erase(kept->second);
    m_keptPlaces.erase(kept);
}

void CropCutter::forget(AnnotationId id)
{
    drop(id);
    if (const auto packed = m_packedPlaces.find(id); packed != m_packedPlaces.end()) {
        m_packedBytes -= packed->second->jpeg.size() + ofAnEntry;
        m_packed.erase(packed->second);
        m_packedPlaces.erase(packed);
    }
}

}  // namespace plumbline::workstation

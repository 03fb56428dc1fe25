// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/thumbnails.h"

#include "app/workstation/services.h"

#include <algorithm>

namespace plumbline::workstation {

using panels::ThumbnailStrip;

Thumbnails::Thumbnails(Services &services, ThumbnailStrip &strip, QObject *parent) : QObject(parent), m_services(services), m_strip(strip)
{
    m_strip.setLookup([this](ItemId item) { return find(item); });
    connect(&m_strip, &ThumbnailStrip::sightChanged, this, &Thumbnails::look);
}

void Thumbnails::setDocument(document::Document *document)
{
    disconnect(m_connection);
    m_generation.next();
    m_runner.cancelAll();
    m_running = 0;
    m_wanted.clear();
    m_kept.clear();
    m_places.clear();
    m_bytes = 0;
    m_document = document;
    if (!m_document)
        return;
    m_connection = connect(m_document, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
        if (const auto *shown = std::get_if<document::ItemShown>(&event))
            m_strip.setShown(shown->item);
    });
    if (const auto item = m_document->item())
        m_strip.setShown(item->id);
    look();
}

ThumbnailStrip::Thumbnail Thumbnails::find(ItemId item)
{
    const auto place = m_places.find(item);
    if (place == m_places.end())
        return {};
    m_kept.splice(m_kept.begin(), m_kept, place->second);
    return place->second->thumbnail;
}

void Thumbnails::look()
{
    m_wanted.clear();
    if (!m_document)
        return;
    bool currentSeen = false;
    for (const ItemId item : m_strip.inSight()) {
        currentSeen = currentSeen || item == m_current;
        if (!m_places.contains(item) && !(m_running && item == m_current))
            m_wanted.push_back(item);
    }
    if (m_running && !currentSeen)
        m_runner.cancel(m_running);
    next();
}

void Thumbnails::next()
{
    while (!m_running && !m_wanted.empty() && m_document) {
        m_current = m_wanted.front();
        m_wanted.pop_front();
        const auto item = m_document->reader().item(m_current);
        if (!item || !*item) {
            keep(m_current, {ThumbnailStrip::State::Unreadable, {}});
            continue;
        }
        ++m_begun;
        m_running = m_runner.run(
            tr("Thumbnail of %1").arg((*item)->name),
            [opener = m_services.mediaOpener(), path = m_document->project().mediaPath(**item)](jobs::JobControl &control) {
                return decode(opener, path, control);
            },
            this,
            [this, id = m_current](const Result<QImage> &image) {
                m_running = 0;
                if (image)
                    keep(id, {ThumbnailStrip::State::Ready, *image});
                else if (image.error().code != ErrorCode::Cancelled)
                    keep(id, {ThumbnailStrip::State::Unreadable, {}});
                next();
            },
            jobs::JobRunner::Visibility::Quiet, m_generation.next());
    }
}

void Thumbnails::keep(ItemId item, ThumbnailStrip::Thumbnail thumbnail)
{
    const auto cost = [](const ThumbnailStrip::Thumbnail &of) { return of.image.sizeInBytes() + qsizetype(sizeof(Kept)); };
    m_bytes += cost(thumbnail);
    m_kept.push_front({item, std::move(thumbnail)});
    m_places[item] = m_kept.begin();
    while (m_bytes > mostBytes && m_kept.size() > 1) {
        m_bytes -= cost(m_kept.back().thumbnail);
        m_places.erase(m_kept.back().item);
        m_kept.pop_back();
    }
    m_strip.viewport()->update();
}

Result<QImage> Thumbnails::decode(const exchange::MediaOpener &opener, const QString &path, const jobs::JobControl &control)
{
    // It may have waited behind another one.
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    const auto source = opener.open(path);
    if (!source)
        return fail(source.error());
    const extension::MediaInfo &info = (*source)->info();
    const bool huge = std::int64_t(info.size.width()) * info.size.height() > mostPixels;
    if (huge && info.format != QLatin1String("jpeg"))
        return fail(ErrorCode::TooLarge, tr("%1 is too large for a small picture.").arg(path));
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    const auto frame = (*source)->load(0, extension::LoadQuality::Preview, control);
    if (!frame)
        return fail(frame.error());
    constexpr int side = ThumbnailStrip::mostPixels;
    QImage image = frame->image;
    if (std::max(image.width(), image.height()) > side)
        image = image.scaled(info.size.scaled(side, side, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return image.convertToFormat(QImage::Format_RGB32);
}

}  // namespace plumbline::workstation

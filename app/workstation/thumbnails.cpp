// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/thumbnails.h"

#include "app/workstation/services.h"

#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>

namespace plumbline::workstation {

using panels::ThumbnailStrip;

Thumbnails::Thumbnails(Services &services, ThumbnailStrip &strip, QObject *parent) : QObject(parent), m_services(services), m_strip(strip)
{
    m_strip.setLookup([this](ItemId item) { return find(item); });
    connect(&m_strip, &ThumbnailStrip::sightChanged, this, &Thumbnails::look);
    // Who comes back from another program may have changed pictures there.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            check();
    });
}

void Thumbnails::setDocument(document::Document *document)
{
    disconnect(m_connection);
    m_generation.next();
    m_checks.next();
    m_runner.cancelAll();
    m_running = 0;
    m_checking = 0;
    m_wanted.clear();
    m_kept.clear();
    m_places.clear();
    m_bytes = 0;
    m_document = document;
    if (!m_document)
        return;
    m_connection = connect(m_document, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
        if (const auto *shown = std::get_if<document::ItemShown>(&event)) {
            m_strip.setShown(shown->item);
            check();
        }
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
    check();
}

Thumbnails::Stamp Thumbnails::Stamp::of(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() ? Stamp{file.size(), file.lastModified().toMSecsSinceEpoch()} : Stamp{};
}

void Thumbnails::check()
{
    m_checkAgain = m_checking != 0;
    if (m_checking || !m_document)
        return;
    struct Known {
        ItemId item;
        QString path;
        Stamp stamp;
    };
    std::vector<Known> known;
    for (const ItemId item : m_strip.inSight())
        if (const auto place = m_places.find(item); place != m_places.end())
            known.push_back({item, place->second->path, place->second->stamp});
    if (known.empty())
        return;
    m_checking = m_runner.run(
        tr("Changed pictures"),
        [known = std::move(known)](jobs::JobControl &control) -> Result<std::vector<ItemId>> {
            std::vector<ItemId> changed;
            for (const Known &each : known) {
                if (control.cancelled())
                    return jobs::JobControl::cancelledError();
                if (Stamp::of(each.path) != each.stamp)
                    changed.push_back(each.item);
            }
            return changed;
        },
        this,
        [this](const Result<std::vector<ItemId>> &changed) {
            m_checking = 0;
            if (changed)
                for (const ItemId item : *changed)
                    drop(item);
            if (changed && !changed->empty())
                look();
            else if (m_checkAgain)
                check();
        },
        jobs::JobRunner::Visibility::Quiet, m_checks.next());
}

void Thumbnails::next()
{
    while (!m_running && !m_wanted.empty() && m_document) {
        m_current = m_wanted.front();
        m_wanted.pop_front();
        const auto item = m_document->reader().item(m_current);
        if (!item || !*item) {
            keep({m_current, {ThumbnailStrip::State::Unreadable, {}}, {}, {}});
            continue;
        }
        ++m_begun;
        const QString path = m_document->project().mediaPath(**item);
        m_running = m_runner.run(
            tr("Thumbnail of %1").arg((*item)->name),
            [opener = m_services.mediaOpener(), path](jobs::JobControl &control) -> Result<Decoded> {
                const Stamp stamp = Stamp::of(path);
                Result<QImage> image = decode(opener, path, control);
                if (!image && image.error().code == ErrorCode::Cancelled)
                    return fail(image.error());
                return Decoded{image ? *image : QImage(), stamp};
            },
            this,
            [this, id = m_current, path](const Result<Decoded> &decoded) {
                m_running = 0;
                if (decoded)
                    keep({id,
                          {decoded->image.isNull() ? ThumbnailStrip::State::Unreadable : ThumbnailStrip::State::Ready, decoded->image},
                          path,
                          decoded->stamp});
                next();
            },
            jobs::JobRunner::Visibility::Quiet, m_generation.next());
    }
}

namespace {

qsizetype costOf(const ThumbnailStrip::Thumbnail &thumbnail)
{
    constexpr qsizetype around = 200;  // the entry, its path and its place
    return thumbnail.image.sizeInBytes() + around;
}

}  // namespace

void Thumbnails::drop(ItemId item)
{
    const auto place = m_places.find(item);
    if (place == m_places.end())
        return;
    m_bytes -= costOf(place->second->thumbnail);
    m_kept.erase(place->second);
    m_places.erase(place);
}

void Thumbnails::keep(Kept kept)
{
    drop(kept.item);
    m_bytes += costOf(kept.thumbnail);
    m_kept.push_front(std::move(kept));
    m_places[m_kept.front().item] = m_kept.begin();
    while (m_bytes > mostBytes && m_kept.size() > 1)
        drop(m_kept.back().item);
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

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/exchange/mediacatalog.h"
#include "core/jobs/jobrunner.h"
#include "widgets/panels/thumbnailstrip.h"

#include <QObject>
#include <QPointer>

#include <list>
#include <unordered_map>

namespace plumbline::workstation {

class Services;

/// Decodes the small pictures that a strip has in sight, one after the other on a thread of its own, so that the picture that
/// is worked on never waits for them. What is scrolled out of sight is not decoded any more. The last ones are kept, bounded in
/// memory; nothing is written to the disk. Files that changed since are decoded again: looked for, on the same thread, when what
/// is in sight changes, another item is shown or the program comes to the front. Main thread only.
class Thumbnails final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostBytes = qsizetype(32) << 20;
    /// Larger ones are decoded at full size only to be made small, unless they are JPEG.
    static constexpr std::int64_t mostPixels = 32'000'000;

    /// Both must outlive it.
    Thumbnails(Services &services, panels::ThumbnailStrip &strip, QObject *parent = nullptr);

    /// Null = nothing is open.
    void setDocument(document::Document *document);

    [[nodiscard]] panels::ThumbnailStrip::Thumbnail find(ItemId item);
    /// Waiting and running ones.
    [[nodiscard]] std::size_t waiting() const { return m_wanted.size() + (m_running ? 1 : 0); }
    [[nodiscard]] qsizetype keptBytes() const { return m_bytes; }
    /// How many decodes were begun so far.
    [[nodiscard]] std::int64_t begun() const { return m_begun; }

    /// Any thread. RGB32, its longer side at most ThumbnailStrip::mostPixels.
    [[nodiscard]] static Result<QImage> decode(const exchange::MediaOpener &opener, const QString &path, const jobs::JobControl &control);

    /// Looks for changed files behind the pictures in sight.
    void check();

private:
    /// What tells a file from what it was: size and time of its last change, -1 for none.
    struct Stamp {
        qint64 bytes = -1;
        qint64 milliseconds = -1;
        [[nodiscard]] static Stamp of(const QString &path);
        bool operator==(const Stamp &) const = default;
    };
    struct Decoded {
        QImage image;  // null = unreadable
        Stamp stamp;   // from before it was read
    };
    struct Kept {
        ItemId item;
        panels::ThumbnailStrip::Thumbnail thumbnail;
        QString path;
        Stamp stamp;
    };
    void look();
    void next();
    void keep(Kept kept);
    void drop(ItemId item);

    Services &m_services;
    panels::ThumbnailStrip &m_strip;
    QPointer<document::Document> m_document;
    QMetaObject::Connection m_connection;
    std::list<Kept> m_kept;  // last used first
    std::unordered_map<ItemId, std::list<Kept>::iterator> m_places;
    qsizetype m_bytes = 0;
    std::list<ItemId> m_wanted;
    ItemId m_current;
    jobs::JobId m_running = 0;
    jobs::JobId m_checking = 0;
    bool m_checkAgain = false;  // asked for while one was under way
    std::int64_t m_begun = 0;
    jobs::Generation m_generation;
    jobs::Generation m_checks;
    jobs::JobRunner m_runner{1};
};

}  // namespace plumbline::workstation

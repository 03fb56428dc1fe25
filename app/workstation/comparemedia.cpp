// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/comparemedia.h"

#include "app/workstation/services.h"
#include "widgets/canvas/mipimage.h"
#include "widgets/theme/icons.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <chrono>
#include <mutex>

namespace plumbline::workstation {

namespace {

constexpr std::chrono::milliseconds patience(50);

/// Which frame of which file, as it was written last.
struct Which {
    QString path;
    std::int64_t index = 0;
    extension::LoadQuality quality = extension::LoadQuality::Screen;
    QDateTime written;
    bool operator==(const Which &) const = default;
};

}  // namespace

/// The frame that was decoded last.
struct CompareMedia::Last {
    std::timed_mutex decoding;
    Which which;
    std::optional<extension::LoadedFrame> frame;
};

CompareMedia::CompareMedia(Services &services, std::shared_ptr<store::Project> project)
    : m_services(services), m_project(std::move(project)), m_last(std::make_shared<Last>())
{}

CompareMedia::~CompareMedia() = default;

QIcon CompareMedia::icon(const QString &name) const
{
    return theme::themedIcon(name);
}

QString CompareMedia::cacheFolder() const
{
    if (m_project->store().readOnly())
        return {};
    const QString folder = m_project->folder() + QStringLiteral("/cache");
    return QDir().mkpath(folder) ? folder : QString();
}

extension::MediaContext::FrameLoader CompareMedia::frameLoader() const
{
    return [opener = m_services.mediaOpener(), last = m_last](const QString &path, std::int64_t index,
                                                              extension::LoadQuality quality,
                                                              const jobs::JobControl &control) -> Result<extension::LoadedFrame> {
        const Which which{path, index, quality, QFileInfo(path).lastModified()};
        std::unique_lock lock(last->decoding, std::defer_lock);
        while (!lock.try_lock_for(patience))
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
        if (last->frame && last->which == which)
            return *last->frame;
        last->frame.reset();
        auto frame = opener.loadFrame(path, index, quality, control);
        if (!frame)
            return frame;
        const QImage::Format format = frame->image.format();
        if (format == QImage::Format_RGB32 || format == QImage::Format_Grayscale8)
            frame->halves = canvas::halvesOf(frame->image);
        last->which = which;
        last->frame = *frame;
        return frame;
    };
}

jobs::JobRunner &CompareMedia::jobs()
{
    return m_services.jobs();
}

}  // namespace plumbline::workstation

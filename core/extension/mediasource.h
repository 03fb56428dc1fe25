// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/extension/pictureparts.h"
#include "core/jobs/jobcontrol.h"
#include "core/model/frame.h"
#include "core/model/item.h"
#include "core/model/scene.h"

#include <QImage>
#include <QSize>

#include <memory>
#include <optional>
#include <vector>

namespace plumbline::extension {

/// How sure a probe is, and why, in words.
struct ProbeResult {
    enum Confidence { None, Low, Medium, Certain };
    Confidence confidence = None;
    QString reason;
};

/// What a media file is, read without decoding it where the format allows.
struct MediaInfo {
    model::ItemKind kind = model::ItemKind::Image;
    QString format;      ///< "jpeg", "png"… by content, not by file name
    QSize size;          ///< pixels of the upright picture
    QSize storedSize;    ///< as stored, before the EXIF rotation
    int bitsPerChannel = 8;
    std::int64_t frames = 1;
    model::TimeBase timeBase;
    std::vector<std::int64_t> pts;        ///< of every frame; empty for single images
    std::vector<std::int64_t> keyframes;  ///< indices
    std::optional<model::Scene> scene = {};  ///< of kind Scene: sensors and frames; its item is not set
    IssueList issues;    ///< e.g. "the file name says .jpg, the content is PNG"
};

/// Screen: what a view needs. The whole picture, unless it is better read in parts: then LoadedFrame::parts.
enum class LoadQuality { Preview, Full, Screen };

/// A decoded picture. RGB or grey, upright, sRGB; never with colour tables.
struct LoadedFrame {
    QImage image;           ///< null when there are parts
    model::FrameRef frame;  ///< sha256 = of the RGB24 bytes, row-major, without padding (Full quality only)
    /// Screen quality only: of a huge picture, or of one whose numbers are deeper than a QImage shows.
    std::shared_ptr<PictureParts> parts = {};
    /// The picture halved once, twice… by whoever had the time, as canvas::halvesOf() does it; may be empty.
    std::vector<QImage> halves = {};
};

/// One open medium. Calls come from one thread at a time, on any thread; they may block on the disk.
/// Owns its file handles. Every result is a copy.
class MediaSource
{
public:
    virtual ~MediaSource() = default;

    [[nodiscard]] virtual const MediaInfo &info() const = 0;
    /// Frame by index, 0 … frames - 1. Preview may be smaller than info().size, never larger.
    [[nodiscard]] virtual Result<LoadedFrame> load(std::int64_t index, LoadQuality quality, const jobs::JobControl &control) = 0;
};

/// Limits that keep hostile or huge files from taking the machine.
struct MediaBudget {
    std::int64_t decodedBytes = std::int64_t(2) << 30;  ///< memory of one decoded frame
    std::int64_t fileBytes = std::int64_t(64) << 30;
};

/// A medium that was found in a folder or made of several files: it becomes one item.
struct FoundMedium {
    QString path;  ///< absolute; what the item is opened by: a file, or the folder that paths of its scene are relative to
    QString name;  ///< relative to the surveyed folder; unique within it
    Sha256Digest contentSha256;  ///< of what tells it from others: for scenes of the frame table and the first sweep
    std::int64_t bytes = 0;
    MediaInfo info;
};

/// Opens one kind of media. Plugins register it. Const, re-entrant, any thread.
class MediaSourceFactory
{
public:
    virtual ~MediaSourceFactory() = default;

    [[nodiscard]] virtual model::ItemKind kind() const = 0;
    /// Whether `path` (a file, or a folder for scenes) is ours; `head` is the file's first 64 KiB. The extension alone is
    /// never trusted.
    [[nodiscard]] virtual ProbeResult probe(const QString &path, QByteArrayView head) const = 0;
    /// Fails with words for broken files, with TooLarge over budget. Never writes, never fetches.
    [[nodiscard]] virtual Result<std::unique_ptr<MediaSource>> open(const QString &path, const MediaBudget &budget) const = 0;
    /// Media made of several files of a layout that is known here, such as the scenes of a data set. `path` is a folder or a
    /// file. Empty when there are none: then files are looked at one by one. Otherwise everything below the folder is taken.
    [[nodiscard]] virtual Result<std::vector<FoundMedium>> survey(const QString &path, const MediaBudget &budget,
                                                                  const jobs::JobControl &control) const
    {
        static_cast<void>(path);
        static_cast<void>(budget);
        static_cast<void>(control);
        return std::vector<FoundMedium>();
    }
};

}  // namespace plumbline::extension

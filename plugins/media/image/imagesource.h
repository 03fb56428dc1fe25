// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/mediasource.h"

#include <QByteArray>

namespace plumbline::image {

/// One still image. Keeps no file open between calls, so thousands of sources cost no handles; a file that was exchanged for
/// one of another size since open() is refused.
///
/// Pictures are RGB32 or Grayscale8; more than 8 bits per channel stay as RGBX64 or Grayscale16 (pixels.h says how
/// transparency and depth are handled). An embedded colour profile other than sRGB is applied after the frame was hashed, so
/// the identity of a frame depends on the stored numbers alone.
class ImageSource final : public extension::MediaSource
{
public:
    ImageSource(QString path, QByteArray readerFormat, extension::MediaInfo info);

    [[nodiscard]] const extension::MediaInfo &info() const override { return m_info; }
    /// Preview: at most previewPixels on the longer side.
    [[nodiscard]] Result<extension::LoadedFrame> load(std::int64_t index, extension::LoadQuality quality,
                                                      const jobs::JobControl &control) override;

    static constexpr int previewPixels = 1024;

private:
    QString m_path;
    QByteArray m_readerFormat;
    extension::MediaInfo m_info;
};

}  // namespace plumbline::image

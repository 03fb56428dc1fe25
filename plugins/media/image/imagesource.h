// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/mediasource.h"
#include "plugins/media/image/orientation.h"

#include <QByteArray>

#include <optional>

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
    /// Preview: at most previewPixels on the longer side. Screen: in parts above wholePixels, and TIFF with deep numbers.
    [[nodiscard]] Result<extension::LoadedFrame> load(std::int64_t index, extension::LoadQuality quality,
                                                      const jobs::JobControl &control) override;

    static constexpr int previewPixels = 1024;
    /// Up to here Screen quality is the whole picture.
    static constexpr std::int64_t wholePixels = 32'000'000;

    /// The whole picture is over budget; it is shown in parts and refused otherwise, in these words.
    void setRefusal(const Error &refusal) { m_refusal = refusal; }
    void setOrientation(const Orientation &orientation) { m_orientation = orientation; }

private:
    [[nodiscard]] Result<std::shared_ptr<extension::PictureParts>> parts() const;
    [[nodiscard]] Result<extension::LoadedFrame> smallOfParts(const jobs::JobControl &control) const;
    [[nodiscard]] Result<QImage> decode(bool preview, const jobs::JobControl &control) const;

    QString m_path;
    QByteArray m_readerFormat;
    extension::MediaInfo m_info;
    Orientation m_orientation;
    std::optional<Error> m_refusal;
};

}  // namespace plumbline::image

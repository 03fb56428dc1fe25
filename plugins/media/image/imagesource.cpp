// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/imagesource.h"

#include "core/extension/imageparts.h"
#include "plugins/media/image/jpegparts.h"
#include "plugins/media/image/pixels.h"
#include "plugins/media/image/pngparts.h"
#include "plugins/media/image/tiffparts.h"
#include "plugins/media/image/wholeparts.h"

#include <QColorSpace>
#include <QCoreApplication>
#include <QFile>
#include <QImageReader>

namespace plumbline::image {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::image", text);
}

bool isRgb(const QImage &image)
{
    return image.format() == QImage::Format_RGB32 || image.format() == QImage::Format_RGBX64;
}

void toSrgb(QImage &image)
{
    const QColorSpace srgb(QColorSpace::SRgb);
    if (image.colorSpace().isValid() && image.colorSpace() != srgb && isRgb(image))
        image.convertToColorSpace(srgb);
}

}  // namespace

ImageSource::ImageSource(QString path, QByteArray readerFormat, extension::MediaInfo info)
    : m_path(std::move(path)), m_readerFormat(std::move(readerFormat)), m_info(std::move(info))
{
}

Result<QImage> ImageSource::decode(bool preview, const jobs::JobControl &control) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::PermissionDenied : ErrorCode::NotFound,
                    tr("%1 cannot be read any more: %2").arg(m_path, file.errorString()));
    QImageReader reader(&file, m_readerFormat);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    if (reader.size() != m_info.storedSize)
        return fail(ErrorCode::Failed, tr("%1 was changed on the disk while it was open. Open it again.").arg(m_path));
    if (preview && std::max(m_info.storedSize.width(), m_info.storedSize.height()) > previewPixels)
        reader.setScaledSize(m_info.storedSize.scaled(previewPixels, previewPixels, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));

    QImage decoded;
    if (!reader.read(&decoded) || decoded.isNull())
        return fail(ErrorCode::Malformed, tr("%1 is damaged and cannot be decoded.").arg(m_path), reader.errorString());
    if (!preview && decoded.size() != m_info.size)
        return fail(ErrorCode::Malformed, tr("%1 is damaged: its header and its picture have different sizes.").arg(m_path));
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    QImage shown = displayable(std::move(decoded));
    if (shown.isNull())
        return fail(ErrorCode::TooLarge, tr("There is not enough memory to show %1.").arg(m_path));
    return shown;
}

Result<std::shared_ptr<extension::PictureParts>> ImageSource::parts() const
{
    if (m_info.format == QLatin1String("tiff"))
        return TiffParts::open(m_path, m_orientation);
    if (m_info.format == QLatin1String("jpeg"))
        return JpegParts::open(m_path, m_orientation);
    if (m_info.format == QLatin1String("png")) {
        auto parts = PngParts::open(m_path);
        if (parts || parts.error().code != ErrorCode::Unsupported)
            return parts;
    }
    auto whole = std::make_shared<WholeParts>(m_info.size, m_info.bitsPerChannel, [copy = *this](const jobs::JobControl &control) -> Result<QImage> {
        auto image = copy.decode(false, control);
        if (image)
            toSrgb(*image);
        return image;
    });
    return std::shared_ptr<extension::PictureParts>(std::move(whole));
}

Result<extension::LoadedFrame> ImageSource::smallOfParts(const jobs::JobControl &control) const
{
    const auto opened = parts();
    if (!opened)
        return fail(opened.error());
    const extension::PictureLayout &layout = (*opened)->layout();
    const int level = layout.direct.empty() ? 0 : layout.direct.back();
    const QSize size = layout.levelSize(level);
    if (std::max(size.width(), size.height()) > 4 * previewPixels || layout.type == extension::SampleType::Float32)
        return fail(*m_refusal);
    const auto block = (*opened)->region(level, QRect(QPoint(0, 0), size), control);
    if (!block)
        return fail(block.error());
    extension::LoadedFrame frame;
    frame.image = extension::imageOf(*block).scaled(QSize(previewPixels, previewPixels), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return frame;
}

Result<extension::LoadedFrame> ImageSource::load(std::int64_t index, extension::LoadQuality quality,
                                                 const jobs::JobControl &control)
{
    if (index != 0)
        return fail(ErrorCode::InvalidArgument, tr("%1 has one frame; frame %2 was asked for.").arg(m_path).arg(index));
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    const bool huge = std::int64_t(m_info.size.width()) * m_info.size.height() > wholePixels;
    const bool deepTiff = m_info.format == QLatin1String("tiff") && m_info.bitsPerChannel > 8;  // or signed, or float
    if (quality == extension::LoadQuality::Screen && (huge || deepTiff || m_refusal)) {
        auto opened = parts();
        if (opened) {
            extension::LoadedFrame frame;
            frame.parts = *std::move(opened);
            return frame;
        }
        // What libtiff cannot give in parts, Qt may give whole.
        if (m_refusal || huge)
            return fail(opened.error());
    }
    if (m_refusal && quality == extension::LoadQuality::Preview)
        return smallOfParts(control);
    if (m_refusal)
        return fail(*m_refusal);

    auto decoded = decode(quality == extension::LoadQuality::Preview, control);
    if (!decoded && deepTiff && m_info.bitsPerChannel > 16 && decoded.error().code == ErrorCode::Malformed)
        return fail(ErrorCode::Unsupported, tr("%1 holds %2-bit numbers, which have no colours of their own; only the image view shows them.")
                                                .arg(m_path)
                                                .arg(m_info.bitsPerChannel));
    if (!decoded)
        return fail(decoded.error());
    extension::LoadedFrame loaded;
    loaded.image = *std::move(decoded);
    if (quality == extension::LoadQuality::Full) {
        const auto digest = digestRgb24(loaded.image, control);
        if (!digest)
            return fail(digest.error());
        loaded.frame.sha256 = *digest;
    }
    toSrgb(loaded.image);
    return loaded;
}

}  // namespace plumbline::image

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/imagesource.h"

#include "plugins/media/image/pixels.h"

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

}  // namespace

ImageSource::ImageSource(QString path, QByteArray readerFormat, extension::MediaInfo info)
    : m_path(std::move(path)), m_readerFormat(std::move(readerFormat)), m_info(std::move(info))
{
}

Result<extension::LoadedFrame> ImageSource::load(std::int64_t index, extension::LoadQuality quality,
                                                 const jobs::JobControl &control)
{
    if (index != 0)
        return fail(ErrorCode::InvalidArgument, tr("%1 has one frame; frame %2 was asked for.").arg(m_path).arg(index));
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::PermissionDenied : ErrorCode::NotFound,
                    tr("%1 cannot be read any more: %2").arg(m_path, file.errorString()));
    QImageReader reader(&file, m_readerFormat);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    if (reader.size() != m_info.storedSize)
        return fail(ErrorCode::Failed, tr("%1 was changed on the disk while it was open. Open it again.").arg(m_path));
    const bool preview = quality == extension::LoadQuality::Preview;
    if (preview && std::max(m_info.storedSize.width(), m_info.storedSize.height()) > previewPixels)
        reader.setScaledSize(m_info.storedSize.scaled(previewPixels, previewPixels, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));

    QImage decoded;
    if (!reader.read(&decoded) || decoded.isNull())
        return fail(ErrorCode::Malformed, tr("%1 is damaged and cannot be decoded.").arg(m_path), reader.errorString());
    if (!preview && decoded.size() != m_info.size)
        return fail(ErrorCode::Malformed, tr("%1 is damaged: its header and its picture have different sizes.").arg(m_path));
    if (control.cancelled())
        return jobs::JobControl::cancelledError();

    extension::LoadedFrame loaded;
    loaded.image = displayable(std::move(decoded));
    if (loaded.image.isNull())
        return fail(ErrorCode::TooLarge, tr("There is not enough memory to show %1.").arg(m_path));
    if (!preview) {
        const auto digest = digestRgb24(loaded.image, control);
        if (!digest)
            return fail(digest.error());
        loaded.frame.sha256 = *digest;
    }
    const QColorSpace srgb(QColorSpace::SRgb);
    if (loaded.image.colorSpace().isValid() && loaded.image.colorSpace() != srgb && isRgb(loaded.image))
        loaded.image.convertToColorSpace(srgb);
    return loaded;
}

}  // namespace plumbline::image

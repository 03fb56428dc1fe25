// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/wholeparts.h"

#include "core/extension/imageparts.h"

#include <QCoreApplication>

namespace plumbline::image {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::image", text);
}

}  // namespace

WholeParts::WholeParts(QSize size, int bitsPerChannel, Decode decode) : m_decode(std::move(decode))
{
    m_layout.size = size;
    m_layout.type = bitsPerChannel > 8 ? extension::SampleType::UInt16 : extension::SampleType::UInt8;
}

Result<extension::PixelBlock> WholeParts::region(int, const QRect &, const jobs::JobControl &)
{
    return fail(ErrorCode::Unsupported, tr("This picture is read as a whole only."));
}

Result<> WholeParts::stream(int, const Take &take, const jobs::JobControl &control)
{
    auto image = m_decode(control);
    if (!image)
        return fail(image.error());
    const bool deep = m_layout.type == extension::SampleType::UInt16;
    if (image->format() == QImage::Format_Grayscale8 || image->format() == QImage::Format_Grayscale16)
        image->convertTo(deep ? QImage::Format_RGBX64 : QImage::Format_RGB32);
    return extension::ImageParts(*std::move(image)).stream(0, take, control);
}

}  // namespace plumbline::image

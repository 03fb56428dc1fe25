// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/imagefactory.h"

#include "plugins/media/image/imagecontainer.h"
#include "plugins/media/image/imagesource.h"
#include "plugins/media/image/pixels.h"
#include "plugins/media/image/tiffparts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>

#include <fcntl.h>
#include <unistd.h>

#include <limits>
#include <mutex>

namespace plumbline::image {

namespace {

using extension::MediaBudget;
using extension::MediaInfo;
using extension::ProbeResult;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::image", text);
}

// QFile reports every failed open() as the same error.
bool mayRead(const QString &path)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), R_OK, AT_EACCESS) == 0;
}

Result<> openFile(QFile &file, const QString &path, const MediaBudget &budget)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(path));
    if (info.isDir())
        return fail(ErrorCode::InvalidArgument, tr("%1 is a folder, not an image.").arg(path));
    if (!info.isFile())
        return fail(ErrorCode::Unsupported, tr("%1 is not an ordinary file.").arg(path));
    if (info.size() > budget.fileBytes)
        return fail(ErrorCode::TooLarge, tr("%1 has %2; the limit for a file is %3.")
                                             .arg(path, QLocale().formattedDataSize(info.size()),
                                                  QLocale().formattedDataSize(budget.fileBytes)));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(mayRead(path) ? ErrorCode::Failed : ErrorCode::PermissionDenied,
                    tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (info.size() == 0)
        return fail(ErrorCode::Malformed, tr("%1 is empty.").arg(path));
    return {};
}

Result<> checkBudget(const QString &path, QSize size, int pixelBytes, const MediaBudget &budget)
{
    const std::int64_t pixels = std::int64_t(size.width()) * size.height();
    if (size.isEmpty() || pixels <= budget.decodedBytes / pixelBytes)
        return {};
    const QLocale locale;
    const double bytes = static_cast<double>(pixels) * pixelBytes;
    const qint64 shown = bytes < 9e18 ? static_cast<qint64>(bytes) : std::numeric_limits<qint64>::max();
    return fail(ErrorCode::TooLarge,
                tr("%1 says it is %2 × %3 pixels, which take %4 of memory; the limit is %5. Cut it into tiles or scale it down.")
                    .arg(path, locale.toString(size.width()), locale.toString(size.height()), locale.formattedDataSize(shown),
                         locale.formattedDataSize(budget.decodedBytes)));
}

void noteOddities(MediaInfo &info, const QString &path, const Container &container, bool transparent, std::int64_t pages)
{
    const QString claimed = formatOfSuffix(path);
    if (!claimed.isEmpty() && claimed != info.format)
        info.issues.warning(path, {}, tr("The file name says .%1, the content is %2; it was opened by its content.")
                                          .arg(QFileInfo(path).suffix(), info.format.toUpper()));
    if (container.endsEarly)
        info.issues.problem(path, {}, tr("The file ends before the picture does; what is missing cannot be shown."));
    if (container.frames > 1)
        info.issues.warning(path, {}, tr("It is an animation; only the first of %1 frames is used.").arg(container.frames));
    else if (pages > 1)
        info.issues.warning(path, {}, tr("Only the first of %1 pages is used.").arg(pages));
    if (container.components == 4)
        info.issues.warning(path, {}, tr("The colours are CMYK, converted without a colour profile; they may differ from print."));
    if (container.bitsPerChannel > info.bitsPerChannel)
        info.issues.warning(path, {},
                            tr("It has %1 bits per channel, of which %2 are used. Store it as PNG or TIFF to keep them all.")
                                .arg(container.bitsPerChannel)
                                .arg(info.bitsPerChannel));
    if (transparent)
        info.issues.add({IssueSeverity::Note, path, {}, tr("It can be transparent; transparent parts are shown over white.")});
}

}  // namespace

ImageFactory::ImageFactory()
{
    // Qt's own limit is one number for the whole process and refuses a 48-megapixel photo; open() has a limit per call and
    // applies it to the header, before anything is allocated.
    static std::once_flag once;
    std::call_once(once, [] { QImageReader::setAllocationLimit(0); });
}

ProbeResult ImageFactory::probe(const QString &path, QByteArrayView head) const
{
    const Signature signature = signatureOf(head);
    if (signature.confidence == ProbeResult::None || QFileInfo(path).isDir())
        return {ProbeResult::None, tr("It does not begin like an image that Plumbline can read.")};
    return {signature.confidence, tr("It begins like a %1 image.").arg(signature.format.toUpper())};
}

Result<std::unique_ptr<extension::MediaSource>> ImageFactory::open(const QString &path, const MediaBudget &budget) const
{
    QFile file(path);
    if (const auto opened = openFile(file, path, budget); !opened)
        return fail(opened.error());
    const QByteArray head = file.read(64);
    const Signature signature = signatureOf(head);
    if (signature.confidence == ProbeResult::None)
        return fail(ErrorCode::Unsupported, tr("%1 is not an image that Plumbline can read; it begins with the bytes %2.")
                                                .arg(path, QString::fromLatin1(head.left(8).toHex(' '))));
    if (!QImageReader::supportedImageFormats().contains(signature.readerFormat))
        return fail(ErrorCode::Unsupported, tr("%1 is a %2 image; install the package qt6-image-formats-plugins to read it.")
                                                .arg(path, signature.format.toUpper()));

    const Container container = walk(file, signature.format);
    if (const auto fits = checkBudget(path, container.declared, 1, budget); !fits)
        return fail(fits.error());
    file.seek(0);
    QImageReader reader(&file, signature.readerFormat);
    reader.setAutoDetectImageFormat(false);
    MediaInfo info;
    info.format = signature.format;
    info.storedSize = reader.size();
    if (info.storedSize.isEmpty())
        return fail(ErrorCode::Malformed, tr("%1 is damaged: its header cannot be read.").arg(path), reader.errorString());
    const QImage::Format decoded = reader.imageFormat();
    // A frame of an animation may be smaller than the canvas that is allocated for it.
    const QSize largest = info.storedSize.expandedTo(container.declared);
    const Orientation orientation(info.storedSize, reader.transformation());
    const bool isTiff = signature.format == QLatin1String("tiff");
    std::optional<Error> refusal;
    if (const auto fits = checkBudget(path, largest, bytesPerPixel(decoded), budget); !fits) {
        // What is read piece by piece never takes the memory of the whole.
        const bool inPieces = isTiff && TiffParts::open(path, orientation).has_value();
        if (!inPieces)
            return fail(fits.error());
        refusal = fits.error();
    }

    info.bitsPerChannel = bitsPerChannel(decoded);
    // Qt's reader says nothing good about numbers that no QImage holds.
    if (isTiff)
        if (const auto parts = TiffParts::open(path, orientation); parts && (*parts)->layout().type != extension::SampleType::UInt8)
            info.bitsPerChannel = 8 * extension::sampleBytes((*parts)->layout().type);
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    info.size = turned ? info.storedSize.transposed() : info.storedSize;
    const bool transparent =
        decoded != QImage::Format_Invalid && QImage::toPixelFormat(decoded).alphaUsage() == QPixelFormat::UsesAlpha;
    noteOddities(info, path, container, transparent, signature.format == QLatin1String("tiff") ? reader.imageCount() : 1);
    auto source = std::make_unique<ImageSource>(path, signature.readerFormat, std::move(info));
    source->setOrientation(orientation);
    if (refusal)
        source->setRefusal(*refusal);
    return source;
}

}  // namespace plumbline::image

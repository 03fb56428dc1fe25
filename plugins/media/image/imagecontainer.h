// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/mediasource.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSize>
#include <QString>

class QFile;

namespace plumbline::image {

/// What the first bytes of a file say it is.
struct Signature {
    QString format;            ///< "png", "jpeg", "gif", "bmp", "webp", "tiff", "pnm"; empty when none of these
    QByteArray readerFormat;   ///< the name that QImageReader has for it
    extension::ProbeResult::Confidence confidence = extension::ProbeResult::None;
};
[[nodiscard]] Signature signatureOf(QByteArrayView head);

/// The format that a file name's ending stands for, or empty when it stands for none of ours.
[[nodiscard]] QString formatOfSuffix(const QString &path);

/// What a walk over the container finds without decoding pixels.
struct Container {
    QSize declared;            ///< size in the header; invalid when the walk does not know the format's header
    bool endsEarly = false;    ///< the file stops before the first picture does
    std::int64_t frames = 1;   ///< of animated PNG, GIF and WebP
    int bitsPerChannel = 0;    ///< as stored, where the walk knows; else 0
    int components = 0;        ///< colour components of a JPEG
};

/// Reads through the file once at most, in constant memory, whatever is in it. Sources: PNG (ISO 15948) and APNG, JPEG
/// (ITU-T T.81 annex B), GIF89a, BMP (BITMAPINFOHEADER), WebP container (RFC 9649), netpbm(5).
[[nodiscard]] Container walk(QFile &file, const QString &format);

}  // namespace plumbline::image

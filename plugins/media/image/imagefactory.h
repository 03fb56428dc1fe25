// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/mediasource.h"

namespace plumbline::image {

/// Still images through Qt's decoders: PNG, JPEG, BMP, GIF, WebP, TIFF, PNM. What a file is comes from its first bytes and
/// exactly that decoder is asked, so no other one ever sees it. Only the first frame or page is used.
class ImageFactory final : public extension::MediaSourceFactory
{
public:
    ImageFactory();

    [[nodiscard]] model::ItemKind kind() const override { return model::ItemKind::Image; }
    [[nodiscard]] extension::ProbeResult probe(const QString &path, QByteArrayView head) const override;
    /// Reads headers and walks the container; decodes nothing. Sizes over budget are refused before any memory is taken.
    [[nodiscard]] Result<std::unique_ptr<extension::MediaSource>> open(const QString &path,
                                                                       const extension::MediaBudget &budget) const override;
};

}  // namespace plumbline::image

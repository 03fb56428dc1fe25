// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

#include <QString>

#include <vector>

namespace plumbline::exchange {

/// A format that may be meant, with why.
struct FormatGuess {
    const extension::AnnotationFormat *format = nullptr;
    extension::ProbeResult probe;
};

/// Every format that could read the path, surest first.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<FormatGuess> guessFormats(const std::vector<const extension::AnnotationFormat *> &formats,
                                                                          const QString &path);
/// The one guess that can be taken without asking: at least Medium and surer than the next. Null when there is none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT const extension::AnnotationFormat *certainGuess(const std::vector<FormatGuess> &guesses);

}  // namespace plumbline::exchange

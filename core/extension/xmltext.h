// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/formatsupport.h"

namespace plumbline::extension {

/// Text without the characters that XML 1.0 (section 2.2) forbids: control characters but tab and line end, U+FFFE and U+FFFF.
/// A carriage return goes too, since readers make a line end of it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString xmlText(const QString &text);
/// Whether xmlText() leaves the text as it is.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool fitsXml(QStringView text);
/// Notes texts that are written without some of their characters.
PLUMBLINE_CORE_EXPORT void tallyXmlTexts(LossTally &tally, std::int64_t texts);

}  // namespace plumbline::extension

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/boxtool.h"

namespace plumbline::imageview {

QString BoxTool::tooSmall() const
{
    return ImageEdits::tr("A box needs at least 2 × 2 pixels.");
}

}  // namespace plumbline::imageview

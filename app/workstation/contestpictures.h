// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/mediacatalog.h"
#include "core/workflow/contests.h"

#include <QImage>

namespace plumbline::workstation {

/// The picture of an item twice: with the labels of its key, and with what a person handed in. Null where there is no picture, as of
/// scenes; the words then say what there is.
struct ContestPictures {
    QImage key;
    QImage work;
    QString keyWords;  ///< "car, car, bus"
    QString workWords;
};
/// For those who keep gold. Blocks; any thread but the store's.
[[nodiscard]] Result<ContestPictures> contestPictures(const store::Project &project, ItemId item, const QString &annotator,
                                                      const store::Person &person, const exchange::MediaOpener &opener,
                                                      const jobs::JobControl &control);

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/packet/sampleproject.h"

#include <QImage>

namespace plumbline::test {

/// Pictures that can be decoded in place of those of makeProject().
inline Result<> paintPictures(store::Project &project)
{
    auto builder = gesture(project);
    int number = 0;
    for (const model::Item &item : itemsOf(project)) {
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(QColor::fromHsv((37 * ++number) % 360, 120, 200));
        const QString file = project.folder() + QLatin1Char('/') + item.path;
        QFile::remove(file);
        if (!image.save(file))
            return fail(ErrorCode::Failed, file);
        model::Item painted = item;
        painted.contentSha256 = base::sha256OfFile(file).value();
        painted.bytes = QFileInfo(file).size();
        builder.put(&item, painted);
    }
    return commit(project, builder, QStringLiteral("painter"));
}

}  // namespace plumbline::test

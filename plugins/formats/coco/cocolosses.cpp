// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocolosses.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/coco/cocowritable.h"

#include <QCoreApplication>

namespace plumbline::coco {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

void tallyShape(extension::LossTally &tally, const geometry::Geometry &shape, QSize picture)
{
    switch (fateOf(shape, picture)) {
    case Fate::Exact: return;
    case Fate::FourCorners: return tally.add(extension::shapesName(shape), tr("They are written as polygons with four corners."));
    case Fate::ManyCorners:
        return tally.add(extension::shapesName(shape),
                         tr("They are written as polygons with %1 corners.").arg(extension::ellipseCorners));
    case Fate::Rasterised: return tally.add(tr("polygons with holes"), tr("They are written as masks of whole pixels."));
    case Fate::HolesFilled:
        return tally.add(tr("polygons with holes"),
                         tr("Their holes are filled, because the picture's size is not known or too large."));
    case Fate::LeftOut: return tally.add(extension::shapesName(shape), tr("They are left out."));
    }
}

}  // namespace

Result<std::vector<extension::Loss>> losses(const extension::AnnotationSource &source)
{
    extension::LossTally tally;
    const jobs::JobControl control = source.control();
    const extension::CarriedFacts carried{
        .crowd = true, .ignore = true, .score = true, .attributes = true, .attributeKeys = {}, .space = "coco"};
    const auto visited =
        source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            if (extension::tallyWrongItem(tally, item, annotations.size()))
                return {};
            QSize picture(item.width, item.height);
            if (picture.isEmpty() && !annotations.empty())
                picture = extension::uprightPictureSize(source.mediaPath(item));
            for (const model::Annotation &annotation : annotations) {
                if (extension::tallyMissingClass(tally, annotation, source.schema()))
                    continue;
                tallyShape(tally, annotation.geometry, picture);
                extension::tallyFacts(tally, annotation, carried);
                if (annotation.role == model::Role::Ignore)
                    tally.add(tr("ignore regions"),
                              tr("They are written with the key “ignore”, which many readers of COCO overlook."));
            }
            return {};
        });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::coco

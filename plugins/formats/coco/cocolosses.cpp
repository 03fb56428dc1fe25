// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocolosses.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/coco/cocoskeleton.h"
#include "plugins/formats/coco/cocowritable.h"
#include "plugins/formats/coco/cocowriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

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

/// Counts ids that are wanted more than once, as happens when several files were read into one project.
class RepeatedIds
{
public:
    void add(const ForeignId &id)
    {
        if (id.kind == ForeignId::Integer)
            m_numbers.push_back(id.number);
        else if (id.kind == ForeignId::Text && !m_texts.insert(id.text).second)
            ++m_textsAgain;
    }
    [[nodiscard]] std::int64_t count()
    {
        std::sort(m_numbers.begin(), m_numbers.end());
        const auto different = std::unique(m_numbers.begin(), m_numbers.end()) - m_numbers.begin();
        return m_textsAgain + static_cast<std::int64_t>(m_numbers.size()) - different;
    }

private:
    std::vector<std::int64_t> m_numbers;
    std::unordered_set<std::string> m_texts;
    std::int64_t m_textsAgain = 0;
};

}  // namespace

Result<std::vector<extension::Loss>> losses(const extension::AnnotationSource &source)
{
    extension::LossTally tally;
    SkeletonsOfClasses skeletons;
    RepeatedIds imageIds;
    RepeatedIds annotationIds;
    const jobs::JobControl control = source.control();
    const extension::CarriedFacts carried{
        .crowd = true, .ignore = true, .score = true, .attributes = true, .attributeKeys = {}, .space = "coco"};
    const auto visited = source.visit([&](const model::Item &item,
                                          const std::vector<model::Annotation> &annotations) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(tally, item, annotations.size()))
            return {};
        imageIds.add(originalId(item.extra));
        const QSize picture = annotations.empty() ? QSize() : extension::pictureSize(source, item);
        for (const model::Annotation &annotation : annotations) {
            if (extension::tallyMissingClass(tally, annotation, source.schema()))
                continue;
            tallyShape(tally, annotation.geometry, picture);
            annotationIds.add(originalId(annotation.extra));
            skeletons.add(annotation);
            const auto *points = std::get_if<geometry::KeyPoints>(&annotation.geometry);
            if (points && !points->skeleton.isEmpty() && points->skeleton != skeletons.nameFor(annotation.labelClass))
                tally.add(tr("key points of a second skeleton in their class"), tr("The names of their points are left out."));
            extension::tallyFacts(tally, annotation, carried);
            if (annotation.role == model::Role::Ignore)
                tally.add(tr("ignore regions"),
                          tr("They are written with the key “ignore”, which many readers of COCO overlook."));
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    if (const std::int64_t again = imageIds.count(); again > 0)
        tally.add(tr("pictures whose id another one has too"), tr("They get new ids."), again);
    if (const std::int64_t again = annotationIds.count(); again > 0)
        tally.add(tr("labels whose id another one has too"), tr("They get new ids."), again);
    return tally.take();
}

}  // namespace plumbline::coco

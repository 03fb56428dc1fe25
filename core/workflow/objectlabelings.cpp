// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/objectlabelings.h"

#include "core/workflow/handedin.h"
#include "core/workflow/scenelabels.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

}  // namespace

Result<> visitLabelings(const store::Reader &reader,
                        const std::function<Result<>(const model::Item &, const overlap::ItemLabelings &)> &visitor,
                        LabelingCounts &counts, const jobs::JobControl &control)
{
    const auto total = reader.itemCount();
    if (!total)
        return fail(total.error());
    std::int64_t done = 0;
    return reader.visit({}, true, [&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, *total, tr("Comparing objects"));
        auto submissions = reader.submissions(item.id, {});
        if (!submissions)
            return fail(submissions.error());
        overlap::ItemLabelings labelings;
        labelings.item = item.id;
        labelings.name = item.name;
        labelings.width = static_cast<std::uint32_t>(std::max(0, item.width));
        labelings.height = static_cast<std::uint32_t>(std::max(0, item.height));
        std::optional<model::Scene> scene;
        if (item.kind == model::ItemKind::Scene) {
            auto found = reader.scene(item.id);
            if (!found)
                return fail(found.error());
            scene = std::move(*found);
        }
        QStringList layers;
        const auto answers = lastAnswers(std::move(*submissions));
        for (const model::Submission &answer : answers) {
            counts.cannotLabel += answer.cannotLabel;
            counts.partial += !answer.cannotLabel && answer.partial;
            if (answer.cannotLabel || answer.partial || layers.contains(answer.layer))
                continue;
            layers.append(answer.layer);
            overlap::Labeling &labeling = labelings.labelings.emplace_back(overlap::Labeling{answer.annotator, {}});
            for (const model::Annotation &annotation : annotations)
                if (annotation.layer == answer.layer)
                    labeling.objects.push_back(annotation);
            if (!scene)
                continue;
            const auto tracks = reader.tracks({item.id, answer.layer});
            if (!tracks)
                return fail(tracks.error());
            labeling.objects = labelsByFrame(labeling.objects, *tracks, *scene);
        }
        if (labelings.labelings.empty())
            return {};
        ++counts.items;
        counts.labelings += static_cast<std::int64_t>(labelings.labelings.size());
        return visitor(item, labelings);
    });
}

Result<ObjectAgreement> objectAgreement(const store::Reader &reader, const overlap::DetectionOptions &options,
                                        const jobs::JobControl &control)
{
    ObjectAgreement result;
    overlap::DetectionMeter detection(options);
    overlap::DistanceMeter distance(options.seed);
    const auto visited = visitLabelings(
        reader,
        [&](const model::Item &item, const overlap::ItemLabelings &labelings) -> Result<> {
            const auto overlaps = overlap::ItemOverlaps::of(labelings, control);
            if (!overlaps && overlaps.error().code == ErrorCode::Cancelled)
                return fail(overlaps.error());
            if (!overlaps) {
                result.issues.problem(item.name, {}, tr("%1 The item was left out.").arg(overlaps.error().text));
                return {};
            }
            detection.add(labelings, *overlaps);
            distance.add(labelings, *overlaps);
            return {};
        },
        result.counts, control);
    if (!visited)
        return fail(visited.error());
    auto measured = detection.result(control);
    if (!measured)
        return fail(measured.error());
    auto distances = distance.result(control);
    if (!distances)
        return fail(distances.error());
    result.detection = std::move(*measured);
    result.distance = std::move(*distances);
    return result;
}

}  // namespace plumbline::workflow

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/acceptedlayer.h"

#include <map>
#include <set>

namespace plumbline::review {

namespace {

using model::reviewKey;

/// Who drew an accepted label; empty when it did not come through a review.
QString authorOf(const Json &extra)
{
    if (!extra.is_object() || !extra.contains(reviewKey))
        return {};
    const Json &review = extra.at(reviewKey);
    return review.is_object() && review.contains("author") && review.at("author").is_string()
               ? QString::fromStdString(review.at("author").get<std::string>())
               : QString();
}

Json stamped(Json extra, const model::Submission &submission, const QString &reviewer)
{
    if (!extra.is_object())
        extra = Json::object();
    extra[reviewKey] = {{"author", base::toJson(submission.annotator)},
                        {"reviewer", base::toJson(reviewer)},
                        {"submission", base::toJson(submission.id.toString())}};
    return extra;
}

model::Annotation acceptedCopy(const model::Annotation &original, const model::Submission &submission, const QString &reviewer,
                               std::int64_t microseconds)
{
    model::Annotation copy = original;
    copy.id = acceptedId(original.id);
    copy.layer = model::acceptedLayer();
    copy.parent = original.id;
    copy.track = original.track.isNull() ? TrackId{} : acceptedId(original.track);
    copy.extra = stamped(original.extra, submission, reviewer);
    copy.createdMicroseconds = microseconds;
    copy.revision = 0;
    return copy;
}

/// Whether only what every review changes is different: who said so, and when.
bool saysTheSame(const model::Annotation &a, model::Annotation b)
{
    b.extra = a.extra;
    b.createdMicroseconds = a.createdMicroseconds;
    b.revision = a.revision;
    return a == b;
}

Result<> acceptTracks(history::GestureBuilder &builder, const store::Reader &reader, const model::Submission &submission,
                      const store::LayerState &handedIn, const QString &reviewer)
{
    std::set<TrackId> used;
    for (const model::Annotation &label : handedIn.annotations)
        if (!label.track.isNull())
            used.insert(label.track);
    const auto accepted = reader.tracks({submission.item, model::acceptedLayer()});
    if (!accepted)
        return fail(accepted.error());
    std::map<TrackId, model::Track> there;
    for (const model::Track &track : *accepted)
        there.emplace(track.id, track);
    for (const model::Track &original : handedIn.tracks) {
        if (!used.contains(original.id))
            continue;
        model::Track copy = original;
        copy.id = acceptedId(original.id);
        copy.layer = model::acceptedLayer();
        copy.extra = stamped(original.extra, submission, reviewer);
        const auto found = there.find(copy.id);
        copy.revision = found == there.end() ? 0 : found->second.revision;
        if (found == there.end() || !(found->second == copy))
            builder.put(found == there.end() ? nullptr : &found->second, copy);
        if (found != there.end())
            there.erase(found);
    }
    for (const auto &[id, track] : there)
        if (authorOf(track.extra) == submission.annotator)
            builder.remove(track);
    return {};
}

}  // namespace

AnnotationId acceptedId(AnnotationId original)
{
    return AnnotationId{base::Uuid::fromName("accepted", original.uuid.toBytes())};
}

TrackId acceptedId(TrackId original)
{
    return TrackId{base::Uuid::fromName("accepted-track", original.uuid.toBytes())};
}

Result<AcceptedChange> accept(history::GestureBuilder &builder, const store::Reader &reader, const model::Submission &submission,
                              const store::LayerState &handedIn, const QString &reviewer, std::int64_t microseconds)
{
    AcceptedChange change;
    // A project of one: what the person draws is the accepted layer.
    if (submission.layer == model::acceptedLayer())
        return change;
    // Parts of an item come into it when they are stitched together.
    if (submission.partial)
        return change;
    const auto accepted = reader.annotations({submission.item, model::acceptedLayer()});
    if (!accepted)
        return fail(accepted.error());
    std::map<AnnotationId, model::Annotation> there;
    for (const model::Annotation &label : *accepted) {
        const QString author = authorOf(label.extra);
        if (!author.isEmpty() && author != submission.annotator) {
            change.occupiedBy = author;
            return change;
        }
        if (!author.isEmpty())
            there.emplace(label.id, label);
    }
    for (const model::Annotation &original : handedIn.annotations) {
        const model::Annotation copy = acceptedCopy(original, submission, reviewer, microseconds);
        const auto found = there.find(copy.id);
        if (found == there.end()) {
            builder.create(copy);
            ++change.written;
            continue;
        }
        if (!saysTheSame(found->second, copy)) {
            model::Annotation changed = copy;
            changed.createdMicroseconds = found->second.createdMicroseconds;
            builder.update(found->second, changed);
            ++change.written;
        }
        there.erase(found);
    }
    for (const auto &[id, label] : there) {
        builder.remove(label);
        ++change.removed;
    }
    const auto tracks = acceptTracks(builder, reader, submission, handedIn, reviewer);
    return tracks ? Result<AcceptedChange>(change) : fail(tracks.error());
}

}  // namespace plumbline::review

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/caseledger.h"

#include "core/adjudication/casebuilder.h"
#include "core/base/sha256.h"
#include "core/model/codec.h"
#include "core/review/acceptedlayer.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace plumbline::adjudication {

using base::toJson;
using model::Annotation;

namespace {

constexpr QLatin1String contradiction("contradiction");
constexpr QLatin1String objectGone("object-gone");
constexpr QLatin1String resultEdited("result-edited");

bool hasKey(const Json &extra, const char *key)
{
    return extra.is_object() && extra.contains(key) && extra[key].is_object();
}

QString digestOf(Annotation label)
{
    label.revision = 0;
    label.verdict = model::Verdict::None;
    if (hasKey(label.extra, caseKey))
        label.extra[caseKey].erase("digest");
    return base::sha256(model::encode(label)).toHex();
}

// Whether a result is as a settlement left it.
bool isUntouched(const Annotation &label)
{
    return hasKey(label.extra, caseKey) && base::toQString(label.extra[caseKey].value("digest", Json())) == digestOf(label);
}

template <typename T>
Json textList(const T &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(toJson(text));
    return list;
}

/// The rulings about one case: those that hold, the earliest first, and all versions that were ever ruled about.
struct Docket {
    Uuid id;
    std::vector<Ruling> held;
    std::set<AnnotationId> versions;

    [[nodiscard]] std::vector<QString> ids() const
    {
        std::vector<QString> ids;
        for (const Ruling &ruling : held)
            ids.push_back(ruling.id.toString());
        return ids;
    }
    void contents(std::set<QByteArray> &into) const
    {
        for (const Ruling &ruling : held)
            into.insert(contentOf(ruling.result));
    }
};

/// Brings one item to where its rulings put it.
class Ledger
{
public:
    Ledger(const CaseState &state, history::GestureBuilder &builder)
        : m_state(state), m_builder(builder), m_accepted(state.accepted)
    {}

    CaseOutcome settle(const std::vector<Ruling> &rulings)
    {
        std::map<Uuid, Docket> dockets;
        for (const Ruling &ruling : rulings) {
            Docket &docket = dockets[ruling.caseId];
            docket.id = ruling.caseId;
            docket.versions.insert(ruling.versions.begin(), ruling.versions.end());
        }
        for (Ruling &ruling : holding(rulings))
            dockets[ruling.caseId].held.push_back(std::move(ruling));
        for (const auto &[id, docket] : dockets)
            for (const AnnotationId &version : docket.versions)
                dropReviewed(version);
        for (const std::vector<const Docket *> &group : grouped(dockets))
            settleGroup(group);
        settleTracks();
        return std::move(m_outcome);
    }

private:
    // A review brought this version into the layer; now the case says what is there.
    void dropReviewed(AnnotationId version)
    {
        const auto copy = m_accepted.find(review::acceptedId(version));
        if (copy == m_accepted.end() || !hasKey(copy->second.extra, model::reviewKey))
            return;
        m_builder.remove(copy->second);
        noteTrack(copy->second);
        m_accepted.erase(copy);
        ++m_outcome.withdrawn;
    }

    // Cases that come to labels of the same object in the same frame.
    static std::vector<std::vector<const Docket *>> grouped(const std::map<Uuid, Docket> &dockets)
    {
        using Frame = std::tuple<QString, std::int64_t, std::int64_t, std::int64_t>;
        std::map<std::pair<AnnotationId, std::optional<Frame>>, std::size_t> places;
        std::vector<std::vector<const Docket *>> groups;
        for (const auto &[id, docket] : dockets) {
            std::size_t own = groups.size();
            groups.push_back({&docket});
            for (const Ruling &ruling : docket.held) {
                if (!ruling.result)
                    continue;
                std::optional<Frame> frame;
                if (const auto &f = ruling.result->frame)
                    frame = Frame{f->stream, f->pts, f->timeBase.numerator, f->timeBase.denominator};
                for (const AnnotationId &version : ruling.versions) {
                    const auto [place, isNew] = places.try_emplace({version, frame}, own);
                    if (isNew || place->second == own)
                        continue;
                    // The later group joins the earlier one, wherever that is by now.
                    const std::size_t kept = std::min(own, place->second);
                    const std::size_t gone = std::max(own, place->second);
                    groups[kept].insert(groups[kept].end(), groups[gone].begin(), groups[gone].end());
                    groups[gone].clear();
                    for (auto &[key, group] : places)
                        if (group == gone)
                            group = kept;
                    own = kept;
                }
            }
        }
        std::erase_if(groups, [](const auto &group) { return group.empty(); });
        return groups;
    }

    void settleGroup(std::vector<const Docket *> group)
    {
        std::sort(group.begin(), group.end(), [](const Docket *a, const Docket *b) { return a->id < b->id; });
        std::set<QByteArray> contents;
        std::vector<QString> ids;
        for (const Docket *docket : group) {
            docket->contents(contents);
            const auto own = docket->ids();
            ids.insert(ids.end(), own.begin(), own.end());
        }
        const bool contradictory = contents.size() > 1;
        if (contradictory)
            conflict(contradiction, group.front()->id, ids);
        for (const Docket *docket : group)
            settleDocket(*docket, !contradictory && docket == group.front());
    }

    void settleDocket(const Docket &docket, bool taken)
    {
        const bool gone = std::any_of(docket.held.begin(), docket.held.end(), [&](const Ruling &ruling) {
            return !ruling.choice.isNull() && !m_state.there.contains(ruling.choice);
        });
        if (gone && taken)
            conflict(objectGone, docket.id, docket.ids());
        std::optional<Annotation> wanted;
        if (taken && !docket.held.empty() && docket.held.front().result)
            wanted = resultOf(docket);
        const auto known = m_accepted.find(resultIdOf(docket.id));
        if (known != m_accepted.end() && !isUntouched(known->second)) {
            if (!wanted || contentOf(known->second) != contentOf(wanted))
                conflict(resultEdited, docket.id, docket.ids());
            return;
        }
        if (known == m_accepted.end() && wanted) {
            m_builder.create(*wanted);
            ++m_outcome.accepted;
        } else if (known != m_accepted.end() && !wanted) {
            m_builder.remove(known->second);
            ++m_outcome.withdrawn;
        } else if (wanted && model::encode(known->second) != model::encode(*wanted)) {
            // The day and the author may change with an earlier equal ruling, and those never change in place.
            m_builder.remove(known->second).create(*wanted);
            ++m_outcome.accepted;
        }
        if (known != m_accepted.end())
            noteTrack(known->second);
        if (wanted) {
            noteTrack(*wanted);
            m_accepted[wanted->id] = *wanted;
        } else if (known != m_accepted.end()) {
            m_accepted.erase(known);
        }
    }

    [[nodiscard]] Annotation resultOf(const Docket &docket)
    {
        const Ruling &first = docket.held.front();
        Annotation label = *first.result;
        label.id = resultIdOf(docket.id);
        label.item = m_state.item;
        label.layer = model::acceptedLayer();
        label.parent = first.choice;
        label.group = {};
        label.origin = {};
        label.origin.by = first.by;
        label.origin.authenticated = first.authenticated;
        label.createdMicroseconds = first.createdMicroseconds;
        label.verdict = model::Verdict::None;
        label.revision = 0;
        const auto track = m_state.tracks.find(first.result->track);
        label.track =
            first.result->track.isNull() || track == m_state.tracks.end() ? TrackId{} : review::acceptedId(track->first);
        if (!label.track.isNull())
            m_originals.emplace(label.track, track->first);
        std::set<QString> submissions;
        std::set<QString> authors;
        for (const Ruling &ruling : docket.held)
            for (const SubmissionId &submission : ruling.submissions) {
                submissions.insert(submission.toString());
                if (const auto author = m_state.authors.find(submission); author != m_state.authors.end())
                    authors.insert(author->second);
            }
        std::vector<QString> versions;
        for (const AnnotationId &version : first.versions)
            versions.push_back(version.toString());
        label.extra = {{caseKey,
                        {{"case", toJson(docket.id.toString())},
                         {"versions", textList(versions)},
                         {"authors", textList(authors)},
                         {"submissions", textList(submissions)},
                         {"rulings", textList(docket.ids())}}}};
        label.extra[caseKey]["digest"] = toJson(digestOf(label));
        return label;
    }

    void noteTrack(const Annotation &label)
    {
        if (!label.track.isNull())
            m_touched.insert(label.track);
    }

    // Accepted copies of the tracks that accepted labels are in.
    void settleTracks()
    {
        std::set<TrackId> used;
        for (const auto &[id, label] : m_accepted)
            if (!label.track.isNull())
                used.insert(label.track);
        for (const TrackId &id : m_touched) {
            const auto known = m_state.tracks.find(id);
            const auto original = m_originals.find(id);
            if (used.contains(id) && known == m_state.tracks.end() && original != m_originals.end()) {
                model::Track copy = m_state.tracks.at(original->second);
                copy.id = id;
                copy.layer = model::acceptedLayer();
                copy.revision = 0;
                copy.extra = {{caseKey, {{"track", toJson(original->second.toString())}}}};
                m_builder.put(nullptr, copy);
            } else if (!used.contains(id) && known != m_state.tracks.end() && known->second.layer == model::acceptedLayer()
                       && (hasKey(known->second.extra, caseKey) || hasKey(known->second.extra, model::reviewKey))) {
                m_builder.remove(known->second);
            }
        }
    }

    void conflict(const QString &kind, const Uuid &subject, const std::vector<QString> &parts)
    {
        model::Record record = conflictRecord(m_state.item, kind, subject.toString(), parts);
        const Uuid id = record.id;
        m_outcome.conflicts.emplace(id, std::move(record));
    }

    const CaseState &m_state;
    history::GestureBuilder &m_builder;
    std::map<AnnotationId, Annotation> m_accepted;  // as it becomes
    std::set<TrackId> m_touched;
    std::map<TrackId, TrackId> m_originals;  // accepted track → the person's
    CaseOutcome m_outcome;
};

}  // namespace

Result<CaseState> caseState(const store::Reader &reader, ItemId item)
{
    CaseState state;
    state.item = item;
    auto labels = reader.annotations({item, std::nullopt});
    if (!labels)
        return fail(labels.error());
    for (Annotation &label : *labels) {
        const AnnotationId id = label.id;
        state.there.insert(id);
        if (label.layer == model::acceptedLayer())
            state.accepted.emplace(id, std::move(label));
    }
    const auto tracks = reader.tracks({item, std::nullopt});
    if (!tracks)
        return fail(tracks.error());
    for (const model::Track &track : *tracks)
        state.tracks.emplace(track.id, track);
    const auto submissions = reader.submissions(item, {});
    if (!submissions)
        return fail(submissions.error());
    for (const model::Submission &submission : *submissions)
        state.authors.emplace(submission.id, submission.annotator);
    return state;
}

model::Record conflictRecord(ItemId item, const QString &kind, const QString &subject, std::vector<QString> parts)
{
    std::sort(parts.begin(), parts.end());
    const Json json = {{"kind", toJson(kind)}, {"subject", toJson(subject)}, {"parts", textList(parts)}};
    const Uuid id = Uuid::fromName("packet-conflict", item.uuid.toBytes() + kind.toUtf8() + '\0' + subject.toUtf8());
    return {id, model::RecordKind::Conflict, item, base::toJsonLine(json)};
}

CaseOutcome settleCases(const CaseState &state, const std::vector<Ruling> &rulings, history::GestureBuilder &builder)
{
    return Ledger(state, builder).settle(rulings);
}

bool isCaseConflict(const model::Record &conflict)
{
    const auto json = base::parseJson(conflict.data);
    const QString kind = json && json->is_object() ? base::toQString(json->value("kind", Json())) : QString();
    return kind == contradiction || kind == objectGone || kind == resultEdited;
}

std::int64_t settleConflicts(const std::vector<model::Record> &recorded, const Conflicts &wanted,
                             history::GestureBuilder &builder)
{
    std::map<Uuid, const model::Record *> known;
    for (const model::Record &record : recorded)
        known.emplace(record.id, &record);
    std::int64_t added = 0;
    for (const auto &[id, record] : wanted) {
        const auto old = known.find(id);
        if (old == known.end()) {
            builder.put(nullptr, record);
            ++added;
        } else if (!(*old->second == record)) {
            builder.put(old->second, record);
        }
    }
    for (const auto &[id, record] : known)
        if (!wanted.contains(id))
            builder.remove(*record);
    return added;
}

}  // namespace plumbline::adjudication

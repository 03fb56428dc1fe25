// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/casebuilder.h"
#include "core/adjudication/caseledger.h"
#include "core/adjudication/comparison.h"
#include "core/model/codec.h"
#include "core/overlap/consensusshape.h"
#include "core/overlap/likeness.h"
#include "core/store/reader.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace plumbline::adjudication {

using model::Annotation;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::adjudication", text);
}

tl::unexpected<Error> changedMeanwhile()
{
    return fail(ErrorCode::Conflict, tr("What is to be decided about was changed or deleted meanwhile. Compare again."));
}

/// What most say, and of equals what comes first.
template <typename T, typename F>
auto mostFrequent(const std::vector<T> &list, F &&valueOf)
{
    using Value = std::decay_t<decltype(valueOf(list.front()))>;
    std::vector<std::pair<Value, int>> counts;
    for (const T &entry : list) {
        const Value value = valueOf(entry);
        const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto &count) { return count.first == value; });
        if (known == counts.end())
            counts.emplace_back(value, 1);
        else
            ++known->second;
    }
    return std::max_element(counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.second < b.second; })
        ->first;
}

Result<Annotation> merged(const std::vector<const Annotation *> &labels, const model::Item &item)
{
    const ClassId labelClass = mostFrequent(labels, [](const Annotation *label) { return label->labelClass; });
    Annotation result =
        **std::find_if(labels.begin(), labels.end(), [&](const Annotation *label) { return label->labelClass == labelClass; });
    result.role = mostFrequent(labels, [](const Annotation *label) { return label->role; });
    result.unsure = mostFrequent(labels, [](const Annotation *label) { return label->unsure; });
    std::set<QString> keys;
    std::vector<const Annotation *> sameClass;
    for (const Annotation *label : labels)
        if (label->labelClass == labelClass) {
            sameClass.push_back(label);
            for (const auto &[key, value] : label->attributes)
                keys.insert(key);
        }
    result.attributes.clear();
    for (const QString &key : keys) {
        const auto value = mostFrequent(sameClass, [&](const Annotation *label) {
            const auto found = label->attributes.find(key);
            return found == label->attributes.end() ? model::AttributeValue() : found->second;
        });
        if (!std::holds_alternative<std::monostate>(value))
            result.attributes[key] = value;
    }
    std::vector<geometry::Geometry> shapes;
    bool equal = true;
    bool shaped = true;
    for (const Annotation *label : labels) {
        Annotation object = *label;
        object.role = model::Role::Object;
        shaped = shaped && overlap::isComparable(object);
        equal = equal && label->geometry == labels.front()->geometry;
        shapes.push_back(label->geometry);
    }
    if (equal)
        return result;
    if (!shaped)
        return fail(ErrorCode::InvalidArgument, tr("Labels of this kind cannot be merged. Choose one of them."));
    auto shape = overlap::consensusShape(shapes, static_cast<std::uint32_t>(std::max(0, item.width)),
                                         static_cast<std::uint32_t>(std::max(0, item.height)));
    if (!shape)
        return fail(shape.error());
    result.geometry = std::move(shape->geometry);
    return result;
}

/// Makes rulings of what somebody decided about the cases of a comparison.
class Drafter
{
public:
    Drafter(store::Project &project, const Comparison &comparison, const store::Person &person)
        : m_project(project), m_comparison(comparison), m_person(person)
    {
        for (const Source &source : comparison.sources)
            if (source.submission)
                m_submissions.push_back(source.submission->id);
        std::sort(m_submissions.begin(), m_submissions.end());
        for (const Case &one : comparison.cases)
            m_cases.emplace(one.id, &one);
    }

    [[nodiscard]] const Case *find(const Uuid &id) const
    {
        const auto found = m_cases.find(id);
        return found == m_cases.end() ? nullptr : found->second;
    }

    /// `held`: rulings that hold now, whatever the comparison has seen.
    Result<Ruling> draft(const RulingDraft &draft, const model::Schema &schema, const std::vector<Ruling> &held)
    {
        const Case *one = find(draft.caseId);
        if (!one)
            return fail(ErrorCode::NotFound, tr("There is no case %1. Compare again.").arg(draft.caseId.toString()));
        Ruling ruling;
        ruling.id = m_project.store().ids().version7();
        ruling.caseId = one->id;
        ruling.item = m_comparison.item.id;
        ruling.by = m_person.name;
        ruling.authenticated = m_person.authenticated;
        for (const Case::Version &version : one->versions)
            ruling.versions.push_back(version.label.id);
        std::sort(ruling.versions.begin(), ruling.versions.end());
        ruling.note = draft.note;
        ruling.createdMicroseconds = m_project.store().clock().nowMicroseconds();
        ruling.submissions = m_submissions;
        if (const auto done = decide(draft, *one, schema, ruling); !done)
            return fail(done.error());
        if (ruling.result) {
            joinTrack(*one, *ruling.result);
            ruling.result->item = ruling.item;
            ruling.result->layer = model::acceptedLayer();
            ruling.result->revision = 0;
        }
        std::set<Uuid> supersedes;
        for (const Ruling &shown : one->rulings)
            supersedes.insert(shown.id);
        for (const Ruling &other : held) {
            const bool own = other.caseId == one->id && other.by == m_person.name;
            const bool stale = !m_cases.contains(other.caseId) && isAbout(other, *one);
            if (own || stale)
                supersedes.insert(other.id);
        }
        ruling.supersedes.assign(supersedes.begin(), supersedes.end());
        return ruling;
    }

private:
    static const Annotation *versionOf(const Case &one, std::size_t source)
    {
        const auto found = std::find_if(one.versions.begin(), one.versions.end(),
                                        [&](const Case::Version &version) { return version.source == source; });
        return found == one.versions.end() ? nullptr : &found->label;
    }

    Result<> decide(const RulingDraft &draft, const Case &one, const model::Schema &schema, Ruling &ruling) const
    {
        std::vector<const Annotation *> labels;
        for (const std::size_t source : std::set<std::size_t>(draft.sources.begin(), draft.sources.end())) {
            const Annotation *label = versionOf(one, source);
            if (!label)
                return fail(ErrorCode::InvalidArgument, tr("One of those named has no such object."));
            labels.push_back(label);
        }
        switch (draft.kind) {
        case RulingDraft::Kind::Choose:
            if (labels.size() != 1)
                return fail(ErrorCode::InvalidArgument, tr("Choose one version."));
            ruling.choice = labels.front()->id;
            ruling.result = *labels.front();
            return {};
        case RulingDraft::Kind::None: return {};
        case RulingDraft::Kind::Merge: {
            if (labels.size() < 2)
                return fail(ErrorCode::InvalidArgument, tr("Merging takes two versions or more."));
            auto result = merged(labels, m_comparison.item);
            if (!result)
                return fail(result.error());
            ruling.result = std::move(*result);
            return {};
        }
        case RulingDraft::Kind::Edit: break;
        }
        if (!draft.result)
            return fail(ErrorCode::InvalidArgument, tr("Say what is to be there instead."));
        if (const QString why = geometry::whyInvalid(draft.result->geometry); !why.isEmpty())
            return fail(ErrorCode::InvalidArgument, why);
        if (!draft.result->labelClass.isNull() && !schema.find(draft.result->labelClass))
            return fail(ErrorCode::InvalidArgument, tr("The label schema has no such class."));
        ruling.result = draft.result;
        ruling.result->origin = {};
        ruling.result->extra = nullptr;
        return {};
    }

    void joinTrack(const Case &one, Annotation &result)
    {
        if (m_tracks.empty())
            m_tracks = joinedTracks(m_comparison.cases);
        if (result.track.isNull())
            for (const Case::Version &version : one.versions)
                if (!version.label.track.isNull()) {
                    result.track = version.label.track;
                    break;
                }
        if (const auto joined = m_tracks.find(result.track); joined != m_tracks.end())
            result.track = joined->second;
    }

    store::Project &m_project;
    const Comparison &m_comparison;
    const store::Person &m_person;
    std::vector<SubmissionId> m_submissions;
    std::map<Uuid, const Case *> m_cases;
    std::map<TrackId, TrackId> m_tracks;
};

std::map<AnnotationId, QByteArray> contents(const std::vector<Annotation> &labels)
{
    std::map<AnnotationId, QByteArray> result;
    for (const Annotation &label : labels)
        result.emplace(label.id, model::encode(label));
    return result;
}

/// Whether versions of the cases are as they were when they were compared: in the layers of their authors, and in what these have
/// handed in since.
Result<> stillThere(const store::Reader &reader, const HandedIn &handedIn, const Comparison &comparison,
                    const std::vector<const Case *> &cases)
{
    auto submissions = reader.submissions(comparison.item.id, {});
    if (!submissions)
        return fail(submissions.error());
    const auto answers = wholeAnswers(std::move(*submissions));
    for (std::size_t s = 0; s < comparison.sources.size(); ++s) {
        const Source &source = comparison.sources[s];
        std::vector<AnnotationId> versions;
        for (const Case *one : cases)
            for (const Case::Version &version : one->versions)
                if (version.source == s)
                    versions.push_back(version.label.id);
        if (source.kind != SourceKind::Person || versions.empty())
            continue;
        const auto then = handedIn.history().at(comparison.item.id, source.layer, comparison.operation);
        const auto now = reader.annotations({comparison.item.id, source.layer});
        if (!then || !now)
            return fail(then ? now.error() : then.error());
        auto before = contents(then->annotations);
        auto after = contents(*now);
        for (const AnnotationId &id : versions)
            if (before[id] != after[id])
                return changedMeanwhile();
        const auto latest = std::find_if(answers.begin(), answers.end(),
                                         [&](const model::Submission &answer) { return answer.layer == source.layer; });
        if (latest == answers.end())
            return changedMeanwhile();
        if (source.submission && latest->id == source.submission->id)
            continue;
        const auto state = handedIn.of(*latest);
        if (!state)
            return fail(state.error());
        before = contents(source.labels);
        after = contents(state->annotations);
        for (const AnnotationId &id : versions)
            if (before[id] != after[id])
                return changedMeanwhile();
    }
    return {};
}

}  // namespace

Result<store::Ack> rule(store::Project &project, const Comparison &comparison, const std::vector<RulingDraft> &drafts,
                        const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Adjudicate); !allowed)
        return fail(allowed.error());
    if (drafts.empty())
        return fail(ErrorCode::InvalidArgument, tr("There is nothing to decide about."));
    for (const Source &source : comparison.sources)
        if (source.kind == SourceKind::Person && source.layer == model::acceptedLayer())
            return fail(ErrorCode::InvalidArgument, tr("What the only person of this project draws is accepted as it is."));
    const auto handedIn = HandedIn::open(project.store());
    const auto schema = (*reader)->schema();
    if (!handedIn || !schema)
        return fail(handedIn ? schema.error() : handedIn.error());
    auto rulings = rulingsOf(handedIn->log(), comparison.item.id);
    const auto state = caseState(**reader, comparison.item.id);
    const auto recorded = handedIn->log().all(model::RecordKind::Conflict, comparison.item.id);
    if (!rulings || !state || !recorded)
        return fail(!rulings ? rulings.error() : !state ? state.error() : recorded.error());

    const std::vector<Ruling> held = holding(*rulings);
    Drafter drafter(project, comparison, person);
    std::vector<const Case *> cases;
    std::set<Uuid> ruled;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Adjudicate"));
    for (const RulingDraft &draft : drafts) {
        auto ruling = drafter.draft(draft, *schema, held);
        if (!ruling)
            return fail(ruling.error());
        if (!ruled.insert(draft.caseId).second)
            return fail(ErrorCode::InvalidArgument, tr("The case %1 is decided about twice.").arg(draft.caseId.toString()));
        cases.push_back(drafter.find(draft.caseId));
        builder.put(nullptr, toRecord(*ruling));
        rulings->push_back(std::move(*ruling));
    }
    if (const auto there = stillThere(**reader, *handedIn, comparison, cases); !there)
        return fail(there.error());
    const CaseOutcome outcome = settleCases(*state, *rulings, builder);
    std::vector<model::Record> own = *recorded;
    std::erase_if(own, [](const model::Record &record) { return !isCaseConflict(record); });
    settleConflicts(own, outcome.conflicts, builder);
    return store::wait(project.store().commit(builder.take(), person.name));
}

}  // namespace plumbline::adjudication

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/consensuslayer.h"

#include "core/base/sha256.h"
#include "core/model/codec.h"
#include "core/overlap/clusters.h"
#include "core/overlap/consensusshape.h"
#include "core/store/reader.h"
#include "core/workflow/consensustracks.h"
#include "core/workflow/desk.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace plumbline::workflow {

namespace {

using base::toJson;
using model::Annotation;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

const char *const space = "plumbline-consensus";

/// What one person drew of one object.
struct DraftMember {
    std::size_t person = 0;
    ClassId labelClass;
    AnnotationId annotation;
    TrackId track;
    model::Attributes attributes;
    std::optional<double> sensitivity;
    std::optional<double> specificity;
};

/// An object of the consensus before its class is known.
struct Draft {
    Annotation annotation;
    std::size_t cluster = 0;  // of the item
    std::vector<DraftMember> members;
    double likeness = 0;
    QString method;
};

struct DecidedItem {
    ItemId item;
    QString name;
    std::vector<Draft> drafts;
    std::int64_t needed = 0;
};

// Content without what differs between two runs, and without the digest itself.
QByteArray digestOf(Annotation annotation)
{
    annotation.id = {};
    annotation.createdMicroseconds = 0;
    annotation.verdict = model::Verdict::None;
    if (annotation.extra.contains(space) && annotation.extra[space].is_object())
        annotation.extra[space].erase("digest");
    return base::sha256(model::encode(annotation)).toHex().left(32).toLatin1();
}

bool isUntouched(const Annotation &annotation)
{
    if (!annotation.extra.is_object() || !annotation.extra.contains(space) || !annotation.extra[space].is_object())
        return false;
    const Json &digest = annotation.extra[space].value("digest", Json());
    return base::toQString(digest).toLatin1() == digestOf(annotation);
}

std::string digestIn(const Annotation &annotation)
{
    return annotation.extra[space]["digest"].get<std::string>();
}

class ConsensusMaker
{
public:
    ConsensusMaker(store::Project &project, const ConsensusOptions &options, const store::Person &person,
                   const jobs::JobControl &control)
        : m_project(project), m_options(options), m_person(person), m_control(control)
    {}

    Result<ConsensusReport> make()
    {
        auto reader = m_project.store().reader();
        if (!reader)
            return fail(reader.error());
        auto schema = (*reader)->schema();
        if (!schema)
            return fail(schema.error());
        m_schema = std::move(*schema);
        if (const auto allowed = checkLayer(**reader); !allowed)
            return fail(allowed.error());
        const auto visited = visitLabelings(
            **reader, [&](const model::Item &, const overlap::ItemLabelings &labelings) { return take(labelings); },
            m_report.counts, m_control);
        if (!visited)
            return fail(visited.error());
        if (const auto inferred = infer(); !inferred)
            return fail(inferred.error());
        if (const auto linked = link(**reader); !linked)
            return fail(linked.error());
        if (const auto compared = compare(**reader); !compared)
            return fail(compared.error());
        std::sort(m_report.people.begin(), m_report.people.end(),
                  [](const ConsensusPerson &a, const ConsensusPerson &b) { return a.name < b.name; });
        m_report.created = static_cast<std::int64_t>(m_new.size());
        m_report.removed = static_cast<std::int64_t>(m_old.size());
        if (!m_options.dryRun && (!m_new.empty() || !m_old.empty() || !m_trackChanges.gesture().empty()))
            if (const auto written = write(); !written)
                return fail(written.error());
        return std::move(m_report);
    }

private:
    Result<> checkLayer(const store::Reader &reader)
    {
        const QString &layer = m_options.layer;
        const auto members = reader.members();
        const auto submissions = reader.submissions({}, layer);
        if (!members)
            return fail(members.error());
        if (!submissions)
            return fail(submissions.error());
        if (m_options.weights == ConsensusWeights::Gold)
            if (const auto allowed = demand(reader, m_person, Act::KeepGold); !allowed)
                return allowed;
        const bool member =
            std::any_of(members->begin(), members->end(), [&](const model::Member &m) { return m.name == layer; });
        if (layer.isEmpty() || layer == model::acceptedLayer() || model::isModelLayer(layer) || member || !submissions->empty())
            return fail(ErrorCode::InvalidArgument,
                        tr("The layer “%1” holds other people's or accepted work. Name another one.").arg(layer));
        return {};
    }

    Result<> take(const overlap::ItemLabelings &item)
    {
        const auto seen = static_cast<std::int64_t>(item.labelings.size());
        const std::int64_t needed = m_options.quorum > 0 ? m_options.quorum : seen / 2 + 1;
        if (seen < std::max<std::int64_t>({m_options.leastPeople, needed, 1})) {
            ++m_report.undecided;
            return {};
        }
        const auto overlaps = overlap::ItemOverlaps::of(item, m_control);
        if (!overlaps && overlaps.error().code == ErrorCode::Cancelled)
            return fail(overlaps.error());
        if (!overlaps) {
            m_report.issues.problem(item.name, {}, tr("%1 The item was left out.").arg(overlaps.error().text));
            m_failed.insert(item.item);
            return {};
        }
        ++m_report.decided;
        m_report.notCompared += overlaps->notCompared();
        overlap::ItemVotes &votes = m_votes.emplace_back();
        for (const overlap::Labeling &labeling : item.labelings) {
            const std::size_t index = personOf(labeling.annotator);
            votes.seenBy.push_back(index);
            ++m_report.people[index].items;
        }
        DecidedItem &decided = m_items.emplace_back(DecidedItem{item.item, item.name, {}, needed});
        for (const overlap::Cluster &cluster : overlaps->clusters(m_options.iou)) {
            const bool reached = static_cast<std::int64_t>(cluster.members.size()) >= needed;
            std::vector<overlap::ObjectVote> &said = votes.clusters.emplace_back();
            for (const overlap::Member &member : cluster.members) {
                const std::size_t index = votes.seenBy[member.labeling];
                said.push_back({index, classIndex(item.labelings[member.labeling].objects[member.object].labelClass)});
                ++m_report.people[index].objects;
                m_report.people[index].kept += reached;
            }
            ++m_report.clusters;
            if (!reached)
                ++m_report.belowQuorum;
            else
                draft(decided, item, *overlaps, cluster, votes);
        }
        return {};
    }

    void draft(DecidedItem &decided, const overlap::ItemLabelings &item, const overlap::ItemOverlaps &overlaps,
               const overlap::Cluster &cluster, const overlap::ItemVotes &votes)
    {
        const auto objectOf = [&](const overlap::Member &m) -> const Annotation & {
            return item.labelings[m.labeling].objects[m.object];
        };
        std::vector<geometry::Geometry> shapes;
        for (const overlap::Member &member : cluster.members)
            shapes.push_back(objectOf(member).geometry);
        auto shape = overlap::consensusShape(shapes, item.width, item.height);
        const QString why = shape ? geometry::whyInvalid(shape->geometry) : shape.error().text;
        if (!why.isEmpty()) {
            m_report.issues.problem(item.name, objectOf(cluster.members.front()).id.toString(),
                                    tr("%1 The object was left out.").arg(why));
            return;
        }
        Draft made;
        made.cluster = votes.clusters.size() - 1;
        made.likeness = cluster.likeness;
        made.method = shape->method;
        int unsure = 0;
        std::vector<std::int32_t> orders;
        double mostLike = -1;
        for (std::size_t i = 0; i < cluster.members.size(); ++i) {
            const overlap::Member &member = cluster.members[i];
            const Annotation &object = objectOf(member);
            DraftMember drawn{
                votes.seenBy[member.labeling], object.labelClass, object.id, object.track, object.attributes, {}, {}};
            if (!shape->sensitivity.empty()) {
                drawn.sensitivity = shape->sensitivity[i];
                drawn.specificity = shape->specificity[i];
            }
            made.members.push_back(std::move(drawn));
            double like = 0;
            for (const overlap::Member &other : cluster.members)
                like += other == member ? 0 : overlaps.likeness(member, other);
            if (like > mostLike) {
                mostLike = like;
                made.annotation.parent = object.id;
            }
            unsure += object.unsure;
            orders.push_back(object.zOrder);
            made.annotation.origin.authenticated = made.annotation.origin.authenticated && object.origin.authenticated;
        }
        std::sort(orders.begin(), orders.end());
        Annotation &a = made.annotation;
        a.item = item.item;
        a.layer = m_options.layer;
        a.geometry = std::move(shape->geometry);
        a.frame = objectOf(cluster.members.front()).frame;
        a.unsure = 2 * unsure > static_cast<int>(cluster.members.size());
        a.zOrder = orders[(orders.size() - 1) / 2];
        a.origin.kind = model::OriginKind::Propagated;
        a.origin.by = m_options.layer;
        decided.drafts.push_back(std::move(made));
    }

    Result<> infer()
    {
        std::vector<overlap::PersonPrior> priors(m_report.people.size());
        if (m_options.weights == ConsensusWeights::Gold) {
            const auto list = scores(m_project);
            if (!list)
                return fail(list.error());
            for (const PersonScore &person : *list) {
                const auto known = m_people.constFind(person.name);
                if (known == m_people.cend())
                    continue;
                const quality::AnnotatorScore &score = person.score;
                overlap::PersonPrior &prior = priors[*known];
                prior.drawn += static_cast<double>(score.right() + score.wrongClass() + score.loose());
                prior.missed += static_cast<double>(score.missed());
                prior.rightClass += static_cast<double>(score.right());
                prior.wrongClass += static_cast<double>(score.wrongClass());
            }
        }
        const std::size_t classes = std::max(static_cast<std::size_t>(m_classes.size()), m_schema.classes.size());
        const overlap::ObjectTruth truth =
            overlap::inferObjects(m_votes, classes, priors, {m_options.weights != ConsensusWeights::Equal});
        for (std::size_t j = 0; j < m_report.people.size(); ++j)
            m_report.people[j].rates = truth.people[j];
        for (std::size_t i = 0; i < m_items.size(); ++i)
            for (Draft &draft : m_items[i].drafts) {
                complete(m_items[i], draft, truth.items[i][draft.cluster], m_votes[i].seenBy.size());
                ++m_report.objects;
                m_report.doubtful += truth.items[i][draft.cluster].existence < 0.5;
                ++m_report.byClass[draft.annotation.labelClass];
            }
        return {};
    }

    // What is one thing from frame to frame of a scene; its digest holds the track.
    Result<> link(const store::Reader &reader)
    {
        for (DecidedItem &decided : m_items) {
            std::vector<TrackedObject> objects;
            bool any = false;
            for (const Draft &draft : decided.drafts) {
                TrackedObject &object = objects.emplace_back();
                object.time = draft.annotation.frame ? draft.annotation.frame->pts : 0;
                object.labelClass = draft.annotation.labelClass;
                for (const DraftMember &member : draft.members)
                    if (!member.track.isNull() && draft.annotation.frame)
                        object.members.emplace_back(m_report.people[member.person].name, member.track);
                any = any || !object.members.empty();
            }
            if (!any)
                continue;
            const auto scene = reader.scene(decided.item);
            if (!scene)
                return fail(scene.error());
            if (!*scene)
                continue;
            const std::vector<int> links = linkedObjects(objects);
            const std::vector<model::Track> tracks = tracksOf(objects, links, **scene, m_options.layer);
            for (std::size_t i = 0; i < decided.drafts.size(); ++i)
                if (links[i] >= 0) {
                    Annotation &a = decided.drafts[i].annotation;
                    a.track = tracks[static_cast<std::size_t>(links[i])].id;
                    a.extra[space]["digest"] = digestOf(a).toStdString();
                }
            m_tracks.insert(m_tracks.end(), tracks.begin(), tracks.end());
        }
        return {};
    }

    // Tracks of the layer that are other than before; those of items that are left alone stay.
    Result<> compareTracks(const store::Reader &reader)
    {
        const auto stored = reader.tracks({std::nullopt, m_options.layer});
        if (!stored)
            return fail(stored.error());
        QHash<TrackId, const model::Track *> before;
        for (const model::Track &track : *stored)
            if (!m_touched.contains(track.item) && !m_failed.contains(track.item))
                before.insert(track.id, &track);
        for (const model::Track &track : m_tracks) {
            if (m_touched.contains(track.item))
                continue;
            const model::Track *known = before.take(track.id);
            model::Track same = track;
            same.revision = known ? known->revision : 0;
            if (!known || *known != same)
                m_trackChanges.put(known, same);
        }
        for (const model::Track *gone : before)
            m_trackChanges.remove(*gone);
        return {};
    }

    void complete(const DecidedItem &item, Draft &draft, const overlap::ObjectPosterior &posterior, std::size_t seen)
    {
        std::map<ClassId, int> votes;
        for (const DraftMember &member : draft.members)
            ++votes[member.labelClass];
        constexpr double tie = 1e-9;
        const auto better = [&](ClassId a, ClassId b) {
            const double pa = posterior.classes.at(m_classes.value(a));
            const double pb = posterior.classes.at(m_classes.value(b));
            if (std::abs(pa - pb) > tie)
                return pa > pb;
            return votes[a] != votes[b] ? votes[a] > votes[b] : placeInSchema(a) < placeInSchema(b);
        };
        Annotation &a = draft.annotation;
        a.labelClass = votes.begin()->first;
        for (const auto &[candidate, count] : votes)
            if (candidate != a.labelClass && better(candidate, a.labelClass))
                a.labelClass = candidate;
        a.attributes = agreedAttributes(draft);

        Json members = Json::array();
        Json said = Json::object();
        for (const auto &[labelClass, count] : votes)
            said[nameOf(labelClass)] = count;
        for (const DraftMember &member : draft.members) {
            Json entry{{"annotator", toJson(m_report.people[member.person].name)},
                       {"annotation", toJson(member.annotation.toString())},
                       {"class", nameOf(member.labelClass)}};
            if (member.sensitivity) {
                entry["sensitivity"] = *member.sensitivity;
                entry["specificity"] = *member.specificity;
            }
            members.push_back(std::move(entry));
        }
        Json about{{"iou", m_options.iou},           {"seen_by", seen},
                   {"quorum", item.needed},          {"likeness", draft.likeness},
                   {"method", toJson(draft.method)}, {"members", std::move(members)},
                   {"votes", std::move(said)}};
        if (m_options.weights != ConsensusWeights::Gold) {
            about["existence"] = posterior.existence;
            Json classes = Json::object();
            for (const auto &[labelClass, count] : votes)
                classes[nameOf(labelClass)] = posterior.classes.at(m_classes.value(labelClass));
            about["classes"] = std::move(classes);
        }
        a.extra = Json{{space, std::move(about)}};
        a.extra[space]["digest"] = digestOf(a).toStdString();
    }

    // What more than half of those say who have answered and named the object's class.
    static model::Attributes agreedAttributes(const Draft &draft)
    {
        std::map<QString, std::vector<const model::AttributeValue *>> answers;
        for (const DraftMember &member : draft.members)
            if (member.labelClass == draft.annotation.labelClass)
                for (const auto &[key, value] : member.attributes)
                    if (model::isAnswered(member.attributes, key))
                        answers[key].push_back(&value);
        model::Attributes agreed;
        for (const auto &[key, values] : answers)
            for (const model::AttributeValue *value : values) {
                const auto same =
                    std::count_if(values.begin(), values.end(), [&](const auto *other) { return *other == *value; });
                if (2 * static_cast<std::size_t>(same) > values.size())
                    agreed[key] = *value;
            }
        return agreed;
    }

    // What of an earlier consensus goes, and what is new; equal objects keep their identity.
    Result<> compare(const store::Reader &reader)
    {
        QHash<ItemId, std::vector<Annotation>> earlier;
        const auto visited =
            reader.visit(m_options.layer, false, [&](const model::Item &item, const std::vector<Annotation> &list) -> Result<> {
                const bool untouched = std::all_of(list.begin(), list.end(), isUntouched);
                if (untouched)
                    earlier.insert(item.id, list);
                else {
                    m_touched.insert(item.id);
                    ++m_report.keptItems;
                    m_report.issues.add({IssueSeverity::Note,
                                         item.name,
                                         {},
                                         tr("Somebody has changed the consensus by hand; it was left alone.")});
                }
                return {};
            });
        if (!visited)
            return fail(visited.error());
        for (DecidedItem &decided : m_items) {
            if (m_touched.contains(decided.item))
                continue;
            std::multimap<std::string, Annotation> before;
            for (Annotation &a : earlier[decided.item])
                before.emplace(digestIn(a), std::move(a));
            earlier.remove(decided.item);
            for (Draft &draft : decided.drafts) {
                const auto same = before.find(digestIn(draft.annotation));
                if (same == before.end()) {
                    m_new.push_back(std::move(draft.annotation));
                } else {
                    before.erase(same);
                    ++m_report.unchanged;
                }
            }
            for (auto &[digest, annotation] : before)
                m_old.push_back(std::move(annotation));
        }
        // Items that are not decided any more; those that could not be compared keep what they have.
        for (auto it = earlier.begin(); it != earlier.end(); ++it)
            if (!m_failed.contains(it.key()))
                m_old.insert(m_old.end(), it.value().begin(), it.value().end());
        std::sort(m_old.begin(), m_old.end(), [](const Annotation &a, const Annotation &b) { return a.id < b.id; });
        return compareTracks(reader);
    }

    Result<> write()
    {
        const std::int64_t now = m_project.store().clock().nowMicroseconds();
        for (Annotation &a : m_new) {
            a.id = m_project.store().ids().make<AnnotationId>();
            a.createdMicroseconds = now;
        }
        history::GestureBuilder removal({}, {});
        for (const Annotation &a : m_old)
            removal.remove(a);
        auto ack = m_project.store().bulk(tr("Consensus: %1 objects").arg(m_report.objects), m_person.name,
                                          [&](store::BulkSink &sink) -> Result<> {
                                              for (const Annotation &a : m_new) {
                                                  if (m_control.cancelled())
                                                      return jobs::JobControl::cancelledError();
                                                  if (const auto added = sink.addAnnotation(a); !added)
                                                      return added;
                                              }
                                              for (const auto *gesture : {&removal.gesture(), &m_trackChanges.gesture()})
                                                  for (const history::Change &change : gesture->changes)
                                                      if (const auto changed = sink.change(change); !changed)
                                                          return changed;
                                              return {};
                                          });
        if (!ack)
            return fail(ack.error());
        m_report.ack = std::move(*ack);
        return {};
    }

    std::size_t personOf(const QString &name)
    {
        const auto known = m_people.constFind(name);
        if (known != m_people.cend())
            return *known;
        m_report.people.push_back({name, 0, 0, 0, {}});
        return *m_people.insert(name, m_report.people.size() - 1);
    }

    std::size_t classIndex(ClassId labelClass)
    {
        const auto known = m_classes.constFind(labelClass);
        return known != m_classes.cend() ? *known : *m_classes.insert(labelClass, static_cast<std::size_t>(m_classes.size()));
    }

    [[nodiscard]] std::size_t placeInSchema(ClassId labelClass) const
    {
        const auto found =
            std::find_if(m_schema.classes.begin(), m_schema.classes.end(), [&](const auto &c) { return c.id == labelClass; });
        return static_cast<std::size_t>(found - m_schema.classes.begin());
    }

    [[nodiscard]] std::string nameOf(ClassId labelClass) const
    {
        const model::LabelClass *found = m_schema.find(labelClass);
        return (found ? found->name : labelClass.isNull() ? QStringLiteral("(none)") : labelClass.toString()).toStdString();
    }

    store::Project &m_project;
    const ConsensusOptions &m_options;
    const store::Person &m_person;
    const jobs::JobControl &m_control;
    model::Schema m_schema;
    ConsensusReport m_report;
    QHash<QString, std::size_t> m_people;
    QHash<ClassId, std::size_t> m_classes;
    std::vector<DecidedItem> m_items;
    std::vector<overlap::ItemVotes> m_votes;  // of the items, in the same order
    QSet<ItemId> m_failed;
    QSet<ItemId> m_touched;
    std::vector<Annotation> m_new;
    std::vector<Annotation> m_old;
    std::vector<model::Track> m_tracks;
    history::GestureBuilder m_trackChanges{{}, {}};
};

}  // namespace

Result<ConsensusReport> makeConsensusLayer(store::Project &project, const ConsensusOptions &options, const store::Person &person,
                                           const jobs::JobControl &control)
{
    if (!(options.iou >= overlap::ItemOverlaps::floor && options.iou <= 1))
        return fail(ErrorCode::InvalidArgument, tr("The overlap from which objects can be the same one lies between 0.1 and 1."));
    if (options.quorum < 0 || options.leastPeople < 1)
        return fail(ErrorCode::InvalidArgument, tr("The quorum is a number of people."));
    return ConsensusMaker(project, options, person, control).make();
}

}  // namespace plumbline::workflow

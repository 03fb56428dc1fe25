// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/casebuilder.h"

#include "core/base/sha256.h"
#include "core/model/codec.h"
#include "core/overlap/clusters.h"
#include "core/overlap/likeness.h"
#include "core/workflow/scenelabels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>

namespace plumbline::adjudication {

using model::Annotation;

namespace {

/// A label of a source in one frame.
struct Said {
    Annotation label;
    bool keyframe = true;  ///< false: between two keyframes of its track
    bool placed = false;  ///< compared by where it lies
};

bool sameFrame(const std::optional<model::FrameRef> &a, const std::optional<model::FrameRef> &b)
{
    if (!a || !b)
        return !a && !b;
    return a->stream == b->stream && a->pts == b->pts && a->timeBase == b->timeBase;
}

Annotation asObject(Annotation label)
{
    label.role = model::Role::Object;
    return label;
}

model::Attributes answered(model::Attributes attributes)
{
    std::erase_if(attributes, [](const auto &entry) { return std::holds_alternative<std::monostate>(entry.second); });
    return attributes;
}

bool isShape(const geometry::Geometry &geometry)
{
    return std::holds_alternative<geometry::PointLabels>(geometry) || std::holds_alternative<geometry::Polyline3>(geometry)
           || geometry::boundsOf(geometry).has_value() || std::holds_alternative<geometry::Cuboid>(geometry);
}

/// Finds what belongs together on one item.
class CaseFinder
{
public:
    CaseFinder(const Sayings &sayings, const store::Reader &reader, const CompareOptions &options,
               const jobs::JobControl &control)
        : m_sayings(sayings), m_reader(reader), m_options(options), m_control(control), m_people(sayings.people())
    {}

    Result<std::vector<Case>> find()
    {
        spread();
        if (const auto done = findPlaced(); !done)
            return fail(done.error());
        if (const auto done = putPlacedBeside(); !done)
            return fail(done.error());
        findOthers(false);
        findOthers(true);
        for (Case &one : m_cases)
            if (const auto done = complete(one); !done)
                return fail(done.error());
        order();
        return std::move(m_cases);
    }

private:
    void spread()
    {
        for (std::size_t s = 0; s < m_sayings.sources.size(); ++s) {
            const std::vector<Annotation> &labels = m_sayings.sources[s].labels;
            std::map<AnnotationId, const Annotation *> own;
            for (const Annotation &label : labels)
                own.emplace(label.id, &label);
            std::vector<Said> &said = m_said.emplace_back();
            const auto all = m_sayings.scene ? workflow::labelsByFrame(labels, m_sayings.tracks[s], *m_sayings.scene) : labels;
            for (const Annotation &label : all) {
                const auto original = own.find(label.id);
                const bool keyframe = original == own.end() || sameFrame(original->second->frame, label.frame);
                said.push_back({label, keyframe, overlap::isComparable(asObject(label))});
            }
        }
    }

    // With the numbers of its objects among all that the source says.
    overlap::ItemLabelings labelings(std::size_t sources, std::vector<std::vector<std::size_t>> &numbers) const
    {
        overlap::ItemLabelings result;
        result.item = m_sayings.item.id;
        result.name = m_sayings.item.name;
        result.width = static_cast<std::uint32_t>(std::max(0, m_sayings.item.width));
        result.height = static_cast<std::uint32_t>(std::max(0, m_sayings.item.height));
        for (std::size_t s = 0; s < sources; ++s) {
            // By the name of the layer: what belongs together must not hang on the letters that were dealt.
            overlap::Labeling &labeling = result.labelings.emplace_back(overlap::Labeling{m_sayings.sources[s].layer, {}});
            std::vector<std::size_t> &own = numbers.emplace_back();
            for (std::size_t i = 0; i < m_said[s].size(); ++i)
                if (m_said[s][i].placed) {
                    labeling.objects.push_back(asObject(m_said[s][i].label));
                    own.push_back(i);
                }
        }
        return result;
    }

    Result<> findPlaced()
    {
        std::vector<std::vector<std::size_t>> numbers;
        const auto placed = labelings(m_people, numbers);
        const auto overlaps = overlap::ItemOverlaps::of(placed, m_control);
        if (!overlaps)
            return fail(overlaps.error());
        for (const overlap::Cluster &cluster : overlaps->clusters(m_options.iou)) {
            Case one;
            bool keyframe = false;
            for (const overlap::Member &member : cluster.members) {
                const std::size_t number = numbers[member.labeling][member.object];
                keyframe = keyframe || m_said[member.labeling][number].keyframe;
            }
            if (!keyframe)
                continue;
            for (const overlap::Member &member : cluster.members) {
                const std::size_t number = numbers[member.labeling][member.object];
                one.versions.push_back({member.labeling, m_said[member.labeling][number].label});
                m_caseOf[{member.labeling, number}] = m_cases.size();
            }
            one.likeness = cluster.likeness;
            m_cases.push_back(std::move(one));
        }
        return {};
    }

    // Each label beside stands with the case that it is most like.
    Result<> putPlacedBeside()
    {
        const auto any = [&](std::size_t s) {
            return std::any_of(m_said[s].begin(), m_said[s].end(), [](const Said &said) { return said.placed; });
        };
        bool wanted = false;
        for (std::size_t s = m_people; s < m_said.size(); ++s)
            wanted = wanted || any(s);
        if (!wanted)
            return {};
        std::vector<std::vector<std::size_t>> numbers;
        const auto placed = labelings(m_said.size(), numbers);
        const auto overlaps = overlap::ItemOverlaps::of(placed, m_control);
        if (!overlaps)
            return overlaps.error().code == ErrorCode::TooLarge ? Result<>() : fail(overlaps.error());
        for (std::size_t s = m_people; s < m_said.size(); ++s) {
            std::map<std::size_t, std::pair<double, std::size_t>> best;  // label → likeness, case
            for (std::size_t p = 0; p < m_people; ++p)
                for (const auto &[a, b, likeness] : overlaps->alike(p, s)) {
                    const auto found = m_caseOf.find({p, numbers[p][a]});
                    const std::size_t label = numbers[s][b];
                    if (likeness >= m_options.iou && found != m_caseOf.end()
                        && (!best.contains(label) || likeness > best[label].first))
                        best[label] = {likeness, found->second};
                }
            for (const auto &[label, place] : best)
                m_cases[place.second].beside.push_back({s, m_said[s][label].label});
        }
        return {};
    }

    // What a label that has no place is about; labels of different people about the same thing belong together.
    [[nodiscard]] QByteArray subjectOf(const Annotation &label) const
    {
        QByteArray subject = QByteArray::number(qulonglong(label.geometry.index())) + '|';
        if (label.frame)
            subject += label.frame->stream.toUtf8() + '@' + QByteArray::number(qlonglong(label.frame->pts)) + '|';
        const auto end = [this](AnnotationId id) {
            const auto found = m_caseOfLabel.find(id);
            return found == m_caseOfLabel.end() ? id.toString().toUtf8() : "#" + QByteArray::number(qulonglong(found->second));
        };
        struct Visitor {
            decltype(end) &endOf;
            QByteArray operator()(const geometry::TextSpan &g) const
            {
                return g.message.toUtf8() + '|' + QByteArray::number(qulonglong(g.start)) + '-'
                       + QByteArray::number(qulonglong(g.end));
            }
            QByteArray operator()(const geometry::MessageLabel &g) const { return g.message.toUtf8(); }
            QByteArray operator()(const geometry::TimeRange &g) const
            {
                return g.stream.toUtf8() + '|' + QByteArray::number(qlonglong(g.startPts)) + '-'
                       + QByteArray::number(qlonglong(g.endPts));
            }
            QByteArray operator()(const geometry::Rating &g) const { return g.question.toUtf8(); }
            QByteArray operator()(const geometry::Preference &g) const { return g.question.toUtf8(); }
            QByteArray operator()(const geometry::Rewrite &g) const { return g.message.toUtf8(); }
            QByteArray operator()(const geometry::Relation &g) const
            {
                return g.type.toUtf8() + '|' + endOf(g.from) + '|' + endOf(g.to);
            }
            QByteArray operator()(const geometry::PointLabels &g) const { return g.coordinateFrame.toUtf8(); }
            QByteArray operator()(const geometry::ItemLabel &) const { return {}; }
            QByteArray other(const geometry::Geometry &g) const
            {
                Annotation bare;
                bare.geometry = g;
                return base::sha256(model::encode(bare)).toHex().toLatin1();
            }
        };
        const Visitor visitor{end};
        return subject
               + std::visit(
                   [&](const auto &g) -> QByteArray {
                       if constexpr (std::is_invocable_v<const Visitor &, decltype(g)>)
                           return visitor(g);
                       else
                           return visitor.other(label.geometry);
                   },
                   label.geometry);
    }

    void findOthers(bool relations)
    {
        m_caseOfLabel.clear();
        for (std::size_t c = 0; c < m_cases.size(); ++c)
            for (const Case::Version &version : m_cases[c].versions)
                m_caseOfLabel.emplace(version.label.id, c);
        std::map<QByteArray, std::vector<std::vector<const Annotation *>>> subjects;
        for (std::size_t s = 0; s < m_said.size(); ++s)
            for (const Said &said : m_said[s])
                if (!said.placed && relations == std::holds_alternative<geometry::Relation>(said.label.geometry)) {
                    auto &bySource = subjects[subjectOf(said.label)];
                    bySource.resize(m_said.size());
                    bySource[s].push_back(&said.label);
                }
        for (auto &[subject, bySource] : subjects) {
            const bool one = std::all_of(bySource.begin(), bySource.begin() + std::ptrdiff_t(m_people),
                                         [](const auto &list) { return list.size() <= 1; });
            if (one) {
                addOthers(bySource);
                continue;
            }
            // Somebody says several things about it: then each class is a question of its own.
            std::map<ClassId, std::vector<std::vector<const Annotation *>>> classes;
            for (std::size_t s = 0; s < bySource.size(); ++s)
                for (const Annotation *label : bySource[s]) {
                    auto &own = classes[label->labelClass];
                    own.resize(m_said.size());
                    own[s].push_back(label);
                }
            for (auto &[id, labels] : classes)
                addOthers(labels);
        }
    }

    // The first of everybody, then the second: whoever says the same thing twice has two.
    void addOthers(std::vector<std::vector<const Annotation *>> &bySource)
    {
        std::size_t most = 0;
        for (std::size_t s = 0; s < m_people; ++s)
            most = std::max(most, bySource[s].size());
        for (auto &list : bySource)
            std::sort(list.begin(), list.end(), [](const Annotation *a, const Annotation *b) { return a->id < b->id; });
        for (std::size_t k = 0; k < most; ++k) {
            Case one;
            for (std::size_t s = 0; s < bySource.size(); ++s)
                if (k < bySource[s].size())
                    (s < m_people ? one.versions : one.beside).push_back({s, *bySource[s][k]});
            one.likeness = likenessOf(one.versions);
            m_cases.push_back(std::move(one));
        }
    }

    static double likenessOf(const std::vector<Case::Version> &versions)
    {
        double sum = 0;
        int pairs = 0;
        for (std::size_t i = 0; i < versions.size(); ++i)
            for (std::size_t j = i + 1; j < versions.size(); ++j, ++pairs)
                sum += saysTheSame(versions[i].label.geometry, versions[j].label.geometry);
        return pairs == 0 ? 0 : sum / pairs;
    }

    static bool saysTheSame(const geometry::Geometry &a, const geometry::Geometry &b)
    {
        // The ends of a relation are each person's own objects; that they belong together is known already. In which order
        // options were shown is no answer.
        if (std::holds_alternative<geometry::Relation>(a))
            return true;
        const auto *p = std::get_if<geometry::Preference>(&a);
        const auto *q = std::get_if<geometry::Preference>(&b);
        return p && q ? p->choice == q->choice && p->strength == q->strength : a == b;
    }

    [[nodiscard]] Why whyOf(const Case &one) const
    {
        if (one.versions.size() < m_people)
            return Why::Missing;
        if (m_people < 2)
            return Why::Agreed;
        const Annotation &first = one.versions.front().label;
        const auto differs = [&](const auto &different) {
            return std::any_of(one.versions.begin() + 1, one.versions.end(),
                               [&](const Case::Version &version) { return different(version.label); });
        };
        if (differs([&](const Annotation &label) { return label.labelClass != first.labelClass; }))
            return Why::Class;
        if (isShape(first.geometry) && one.likeness < m_options.alike)
            return Why::Shape;
        if (!isShape(first.geometry) && one.likeness < 1)
            return Why::Values;
        return differs([&](const Annotation &label) {
            return label.role != first.role || answered(label.attributes) != answered(first.attributes);
        })
                   ? Why::Values
                   : Why::Agreed;
    }

    Result<> complete(Case &one)
    {
        one.item = m_sayings.item.id;
        std::vector<AnnotationId> ids;
        std::set<AnnotationId> parents;
        for (const Case::Version &version : one.versions) {
            ids.push_back(version.label.id);
            parents.insert(version.label.parent);
        }
        one.id = caseIdOf(one.item, ids);
        one.why = whyOf(one);
        for (std::size_t s = 0; s < m_people; ++s)
            if (std::none_of(one.versions.begin(), one.versions.end(), [&](const auto &v) { return v.source == s; }))
                one.absent.push_back(s);
        const AnnotationId result = resultIdOf(one.id);
        for (std::size_t s = m_people; s < m_sayings.sources.size(); ++s)
            for (const Annotation &label : m_sayings.sources[s].labels)
                if (label.id == result
                    && std::none_of(one.beside.begin(), one.beside.end(), [&](const auto &v) { return v.label.id == result; }))
                    one.beside.push_back({s, label});
        if (parents.size() != 1 || parents.begin()->isNull())
            return {};
        auto base = m_reader.annotation(*parents.begin());
        if (!base)
            return fail(base.error());
        if (*base && (*base)->item == one.item)
            one.base = std::move(**base);
        return {};
    }

    void order()
    {
        using Place = std::tuple<bool, std::int64_t, double, double, Uuid>;
        constexpr int rows = 8;
        const double row = std::max(1.0, m_sayings.item.height / double(rows));
        std::vector<std::pair<Place, std::size_t>> places;
        for (std::size_t c = 0; c < m_cases.size(); ++c) {
            const Annotation &label = m_cases[c].versions.front().label;
            const auto space = overlap::spaceOf(label.geometry, 0);
            places.push_back({{m_cases[c].why == Why::Agreed, label.frame ? label.frame->index : -1,
                               space ? std::floor(space->y / row) : -std::numeric_limits<double>::infinity(),
                               space ? space->x : 0, m_cases[c].id},
                              c});
        }
        std::sort(places.begin(), places.end());
        std::vector<Case> ordered;
        ordered.reserve(m_cases.size());
        for (const auto &[place, c] : places)
            ordered.push_back(std::move(m_cases[c]));
        m_cases = std::move(ordered);
    }

    const Sayings &m_sayings;
    const store::Reader &m_reader;
    const CompareOptions &m_options;
    const jobs::JobControl &m_control;
    std::size_t m_people;
    std::vector<std::vector<Said>> m_said;  // by source
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> m_caseOf;  // source and number → case
    std::map<AnnotationId, std::size_t> m_caseOfLabel;
    std::vector<Case> m_cases;
};

}  // namespace

std::size_t Sayings::people() const
{
    return static_cast<std::size_t>(
        std::count_if(sources.begin(), sources.end(), [](const Source &source) { return source.kind == SourceKind::Person; }));
}

QString letterOf(std::size_t number)
{
    constexpr std::size_t letters = 26;
    const QString letter{QChar(static_cast<char16_t>(u'A' + number % letters))};
    return number < letters ? letter : letter + QString::number(number / letters);
}

Result<Sayings> gather(const store::Reader &reader, const HandedIn &handedIn, const model::Item &item,
                       const std::vector<model::Submission> &answers, const QByteArray &salt, Beside beside)
{
    Sayings sayings;
    sayings.item = item;
    if (item.kind == model::ItemKind::Scene) {
        auto scene = reader.scene(item.id);
        if (!scene)
            return fail(scene.error());
        sayings.scene = std::move(*scene);
    }
    std::vector<std::pair<Uuid, const model::Submission *>> dealt;
    for (const model::Submission &answer : answers)
        dealt.emplace_back(Uuid::fromName("letter", salt + item.id.uuid.toBytes() + answer.annotator.toUtf8()), &answer);
    std::sort(dealt.begin(), dealt.end());
    std::set<QString> layers;
    for (const auto &[number, answer] : dealt) {
        auto state = handedIn.of(*answer);
        if (!state)
            return fail(state.error());
        sayings.sources.push_back(
            {SourceKind::Person, letterOf(sayings.sources.size()), answer->layer, std::move(state->annotations), *answer});
        sayings.tracks.push_back(std::move(state->tracks));
        layers.insert(answer->layer);
    }
    if (beside == Beside::No)
        return sayings;
    const auto labels = reader.annotations({item.id, std::nullopt});
    const auto tracks = reader.tracks({item.id, std::nullopt});
    if (!labels || !tracks)
        return fail(labels ? tracks.error() : labels.error());
    std::map<std::pair<SourceKind, QString>, std::size_t> others;
    for (const Annotation &label : *labels) {
        const bool consensus = label.extra.is_object() && label.extra.contains("plumbline-consensus");
        if (layers.contains(label.layer))
            continue;
        if (label.layer == model::acceptedLayer())
            others.emplace(std::pair(SourceKind::Accepted, label.layer), 0);
        else if (model::isModelLayer(label.layer))
            others.emplace(std::pair(SourceKind::Model, label.layer), 0);
        else if (consensus)
            others.emplace(std::pair(SourceKind::Consensus, label.layer), 0);
    }
    for (auto &[key, number] : others) {
        number = sayings.sources.size();
        sayings.sources.push_back({key.first, {}, key.second, {}, std::nullopt});
        sayings.tracks.emplace_back();
    }
    const auto numberOf = [&](const QString &layer) -> std::optional<std::size_t> {
        for (const auto &[key, number] : others)
            if (key.second == layer)
                return number;
        return std::nullopt;
    };
    for (const Annotation &label : *labels)
        if (const auto number = numberOf(label.layer))
            sayings.sources[*number].labels.push_back(label);
    for (const model::Track &track : *tracks)
        if (const auto number = numberOf(track.layer))
            sayings.tracks[*number].push_back(track);
    return sayings;
}

Result<std::vector<Case>> casesOf(const Sayings &sayings, const store::Reader &reader, const CompareOptions &options,
                                  const jobs::JobControl &control)
{
    return CaseFinder(sayings, reader, options, control).find();
}

std::vector<Ruling> holding(std::vector<Ruling> rulings)
{
    std::set<Uuid> superseded;
    for (const Ruling &ruling : rulings)
        superseded.insert(ruling.supersedes.begin(), ruling.supersedes.end());
    std::erase_if(rulings, [&](const Ruling &ruling) { return superseded.contains(ruling.id); });
    std::sort(rulings.begin(), rulings.end(), [](const Ruling &a, const Ruling &b) {
        return std::tie(a.createdMicroseconds, a.id) < std::tie(b.createdMicroseconds, b.id);
    });
    return rulings;
}

Result<std::vector<Ruling>> rulingsOf(const store::RecordLog &log, ItemId item)
{
    std::vector<Ruling> rulings;
    const auto visited = log.visit(model::RecordKind::Decision, item, [&](const model::Record &record) -> Result<> {
        auto ruling = rulingFrom(record);
        if (!ruling)
            return fail(ruling.error());
        rulings.push_back(std::move(*ruling));
        return {};
    });
    return visited ? Result<std::vector<Ruling>>(std::move(rulings)) : fail(visited.error());
}

bool isAbout(const Ruling &ruling, const Case &one)
{
    if (ruling.result && !sameFrame(ruling.result->frame, one.versions.front().label.frame))
        return false;
    return std::any_of(one.versions.begin(), one.versions.end(), [&](const Case::Version &version) {
        return std::find(ruling.versions.begin(), ruling.versions.end(), version.label.id) != ruling.versions.end();
    });
}

void attachRulings(std::vector<Case> &cases, const std::vector<Ruling> &held)
{
    std::map<Uuid, std::size_t> byId;
    std::map<AnnotationId, std::vector<std::size_t>> byVersion;
    for (std::size_t c = 0; c < cases.size(); ++c) {
        byId.emplace(cases[c].id, c);
        for (const Case::Version &version : cases[c].versions)
            byVersion[version.label.id].push_back(c);
    }
    for (const Ruling &ruling : held)
        if (const auto found = byId.find(ruling.caseId); found != byId.end())
            cases[found->second].rulings.push_back(ruling);
    for (const Ruling &ruling : held) {
        if (byId.contains(ruling.caseId) || !ruling.result)
            continue;
        std::set<std::size_t> about;
        for (const AnnotationId &version : ruling.versions)
            if (const auto found = byVersion.find(version); found != byVersion.end())
                about.insert(found->second.begin(), found->second.end());
        for (const std::size_t c : about)
            if (isAbout(ruling, cases[c]) && !cases[c].rulings.empty() && cases[c].rulings.front().result
                && contentOf(cases[c].rulings.front().result) != contentOf(ruling.result))
                cases[c].rulings.push_back(ruling);
    }
}

std::map<TrackId, TrackId> joinedTracks(const std::vector<Case> &cases)
{
    using Own = std::pair<std::size_t, TrackId>;  // person and track
    std::map<Own, std::map<Own, int>> together;
    std::map<TrackId, TrackId> joined;
    for (const Case &one : cases)
        for (const Case::Version &a : one.versions) {
            if (a.label.track.isNull())
                continue;
            joined.emplace(a.label.track, a.label.track);
            for (const Case::Version &b : one.versions)
                if (a.source != b.source && !b.label.track.isNull())
                    ++together[{a.source, a.label.track}][{b.source, b.label.track}];
        }
    const auto bestOf = [&](const Own &own, std::size_t person) {
        std::pair<int, TrackId> best;
        for (const auto &[other, count] : together[own])
            if (other.first == person && count > best.first)
                best = {count, other.second};
        return best.second;
    };
    std::map<TrackId, std::set<std::size_t>> peopleOf;
    std::map<TrackId, std::set<TrackId>> members;
    std::vector<std::tuple<int, Own, Own>> links;
    for (const auto &[own, others] : together) {
        peopleOf[own.second].insert(own.first);
        members[own.second].insert(own.second);
        for (const auto &[other, count] : others)
            if (own < other && bestOf(own, other.first) == other.second && bestOf(other, own.first) == own.second)
                links.emplace_back(-count, own, other);
    }
    std::sort(links.begin(), links.end());
    for (const auto &[count, own, other] : links) {
        const TrackId a = joined[own.second];
        const TrackId b = joined[other.second];
        const auto &people = peopleOf[b];
        if (a == b || std::any_of(people.begin(), people.end(), [&](std::size_t p) { return peopleOf[a].contains(p); }))
            continue;
        const TrackId kept = std::min(a, b);
        const TrackId gone = std::max(a, b);
        for (const TrackId &track : members[gone]) {
            joined[track] = kept;
            members[kept].insert(track);
        }
        peopleOf[kept].insert(peopleOf[gone].begin(), peopleOf[gone].end());
    }
    return joined;
}

}  // namespace plumbline::adjudication

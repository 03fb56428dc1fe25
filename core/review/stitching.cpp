// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/stitching.h"

#include "core/review/acceptedlayer.h"
#include "core/review/partobjects.h"
#include "core/review/seams.h"
#include "core/workflow/taskscope.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>

namespace plumbline::review {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

/// Objects that are one, as sets; joined unless a part would have two of them.
class Groups
{
public:
    explicit Groups(const std::vector<PartObject> &objects) : m_of(objects.size())
    {
        std::iota(m_of.begin(), m_of.end(), std::size_t(0));
        for (std::size_t i = 0; i < objects.size(); ++i)
            m_members.push_back({i});
    }
    [[nodiscard]] bool join(std::size_t a, std::size_t b, const std::vector<PartObject> &objects)
    {
        std::vector<std::size_t> &one = m_members[m_of[a]];
        std::vector<std::size_t> &other = m_members[m_of[b]];
        if (m_of[a] == m_of[b])
            return true;
        for (const std::size_t x : one)
            for (const std::size_t y : other)
                if (objects[x].part == objects[y].part)
                    return false;
        for (const std::size_t moved : std::vector<std::size_t>(std::move(other))) {
            m_of[moved] = m_of[a];
            one.push_back(moved);
        }
        other.clear();
        return true;
    }
    [[nodiscard]] const std::vector<std::vector<std::size_t>> &members() const { return m_members; }

private:
    std::vector<std::size_t> m_of;
    std::vector<std::vector<std::size_t>> m_members;
};

class Stitcher
{
public:
    Stitcher(const model::Item &item, const model::Scene *scene, const std::vector<Part> &parts, std::vector<PartReach> reaches,
             const StitchOptions &options)
        : m_item(item), m_scene(scene), m_parts(parts), m_reaches(std::move(reaches)), m_options(options)
    {}

    Stitched run(const model::Schema &schema)
    {
        m_schema = &schema;
        for (std::size_t part = 0; part < m_parts.size(); ++part)
            for (PartObject &object : objectsOf(m_parts[part], part, m_scene))
                m_objects.push_back(std::move(object));
        Groups groups(m_objects);
        std::vector<SeamLink> links;
        for (std::size_t a = 0; a < m_parts.size(); ++a)
            for (std::size_t b = a + 1; b < m_parts.size(); ++b) {
                Seam seam = seamBetween(m_objects, a, b, m_reaches, m_scene, m_options);
                links.insert(links.end(), seam.links.begin(), seam.links.end());
                for (const Seam::Finding &finding : seam.findings)
                    addIssue(finding.kind, finding.objects, finding.frame, finding.lacking);
            }
        // The surest first, so that what does not fit is the least sure.
        std::stable_sort(links.begin(), links.end(), [this](const SeamLink &x, const SeamLink &y) {
            return std::tuple(-x.benefit, m_objects[x.a].id(), m_objects[x.b].id())
                   < std::tuple(-y.benefit, m_objects[y.a].id(), m_objects[y.b].id());
        });
        for (const SeamLink &link : links)
            if (!groups.join(link.a, link.b, m_objects))
                addIssue(SeamKind::Ambiguous, {link.a, link.b}, m_objects[link.b].at.begin()->first, 0);
        for (const auto &members : groups.members())
            if (!members.empty())
                addObject(members);
        addUncovered();
        std::sort(m_result.issues.begin(), m_result.issues.end(), [](const SeamIssue &x, const SeamIssue &y) {
            return std::tuple(x.frame, x.kind, x.id) < std::tuple(y.frame, y.kind, y.id);
        });
        m_result.issues.erase(std::unique(m_result.issues.begin(), m_result.issues.end(),
                                          [](const SeamIssue &x, const SeamIssue &y) { return x.id == y.id; }),
                              m_result.issues.end());
        return std::move(m_result);
    }

private:
    /// How far a frame is from where this part meets another one; ends of the item are far.
    [[nodiscard]] std::size_t distanceToSeam(std::size_t part, std::size_t frame) const
    {
        const PartReach &reach = m_reaches[part];
        const std::size_t last = m_scene ? m_scene->frames.size() - 1 : 0;
        const std::size_t before = reach.frames.front() == 0 ? never : frame - reach.frames.front();
        const std::size_t after = reach.frames.back() == last ? never : reach.frames.back() - frame;
        return std::min(before, after);
    }

    void addIssue(SeamKind kind, const std::vector<std::size_t> &objects, std::size_t frame, std::size_t lacking)
    {
        SeamIssue issue;
        issue.kind = kind;
        issue.frame = frame;
        QByteArray name = seamKindName(kind).toUtf8() + m_item.id.uuid.toBytes();
        QStringList said;
        for (const std::size_t number : objects) {
            const PartObject &object = m_objects[number];
            const auto at = object.at.contains(frame) ? object.at.find(frame) : object.at.begin();
            issue.labels.push_back(at->second.id);
            issue.people.append(m_parts[object.part].person);
            said.append(tr("%1 in the part %2").arg(className(object.labelClass), partName(object.part)));
        }
        if (kind == SeamKind::Missing)
            issue.people.append(m_parts[lacking].person);
        std::sort(issue.labels.begin(), issue.labels.end());
        issue.people.removeDuplicates();
        issue.people.sort();
        for (const AnnotationId &label : issue.labels)
            name += label.uuid.toBytes();
        if (kind == SeamKind::Missing)
            name += m_parts[lacking].person.toUtf8();
        issue.id = Uuid::fromName("seam", name);
        const QString where = m_scene ? tr("Sweep %1: ").arg(frame) : QString();
        switch (kind) {
        case SeamKind::Missing:
            issue.text = where + tr("%1 is not in the part %2.").arg(said.join(QString()), partName(lacking));
            break;
        case SeamKind::Class: issue.text = where + tr("one thing has two classes: %1.").arg(said.join(tr(", "))); break;
        case SeamKind::Ambiguous:
            issue.text = where + tr("which of these are the same is not clear: %1.").arg(said.join(tr(", ")));
            break;
        case SeamKind::Uncovered: break;
        }
        m_result.issues.push_back(std::move(issue));
    }

    void addUncovered()
    {
        if (!m_scene)
            return;
        std::vector<bool> covered(m_scene->frames.size(), false);
        for (const PartReach &reach : m_reaches)
            for (const std::size_t frame : reach.frames)
                covered[frame] = true;
        for (std::size_t first = 0; first < covered.size(); ++first) {
            if (covered[first])
                continue;
            std::size_t last = first;
            while (last + 1 < covered.size() && !covered[last + 1])
                ++last;
            SeamIssue issue;
            issue.kind = SeamKind::Uncovered;
            issue.frame = first;
            issue.id =
                Uuid::fromName("seam", seamKindName(issue.kind).toUtf8() + m_item.id.uuid.toBytes()
                                           + QByteArray::number(qulonglong(first)) + ' ' + QByteArray::number(qulonglong(last)));
            issue.text = tr("Sweeps %1–%2 are in nobody's part.").arg(first).arg(last);
            m_result.issues.push_back(std::move(issue));
            first = last;
        }
    }

    [[nodiscard]] Json stamp(Json extra, std::size_t part) const
    {
        if (!extra.is_object())
            extra = Json::object();
        extra[model::reviewKey] = {{"author", base::toJson(m_parts[part].person)},
                                   {"submission", base::toJson(m_parts[part].submission.toString())},
                                   {"stitched", true}};
        return extra;
    }

    void addLabel(const model::Annotation &original, AnnotationId id, std::size_t part, TrackId track)
    {
        model::Annotation copy = original;
        copy.id = id;
        copy.item = m_item.id;
        copy.layer = model::acceptedLayer();
        copy.parent = original.id;
        copy.track = track;
        copy.extra = stamp(original.extra, part);
        copy.revision = 0;
        m_result.labels.push_back(std::move(copy));
    }

    void addObject(std::vector<std::size_t> members)
    {
        std::sort(members.begin(), members.end(),
                  [this](std::size_t a, std::size_t b) { return m_objects[a].part < m_objects[b].part; });
        const PartObject &first = m_objects[members.front()];
        ++m_result.objects;
        m_result.joined += members.size() > 1;
        TrackId track;
        if (members.size() > 1 || first.track) {
            track = TrackId{Uuid::fromName("stitched-track", m_item.id.uuid.toBytes() + first.id().toBytes())};
            addTrack(members, track);
        }
        // Which part says how it is, frame by frame.
        std::map<std::size_t, std::size_t> owner;
        for (const std::size_t member : members)
            for (const auto &[frame, label] : m_objects[member].at) {
                const auto [there, isNew] = owner.emplace(frame, member);
                if (!isNew
                    && distanceToSeam(m_objects[member].part, frame) > distanceToSeam(m_objects[there->second].part, frame))
                    there->second = member;
            }
        for (auto it = owner.begin(); it != owner.end(); ++it) {
            const PartObject &object = m_objects[it->second];
            const model::Annotation &label = object.at.at(it->first);
            if (object.keys.contains(it->first)) {
                addLabel(label, acceptedId(label.id), object.part, track);
                continue;
            }
            // Where another part takes over, what lies between key frames has to be one.
            const bool begins = it == owner.begin() || std::prev(it)->second != it->second;
            const bool ends = std::next(it) == owner.end() || std::next(it)->second != it->second;
            if (begins || ends)
                addLabel(label,
                         AnnotationId{
                             Uuid::fromName("stitched-key", label.id.uuid.toBytes() + QByteArray::number(qulonglong(it->first)))},
                         object.part, track);
        }
        addBeside(members, owner, track);
    }

    void addBeside(const std::vector<std::size_t> &members, const std::map<std::size_t, std::size_t> &owner, TrackId track)
    {
        const FrameNumbers numbers(m_scene);
        std::set<std::tuple<std::size_t, QString, std::size_t>> taken;
        for (const bool own : {true, false})
            for (const std::size_t member : members)
                for (const model::Annotation *label : m_objects[member].beside) {
                    const auto frame = numbers.of(*label);
                    const auto of = frame ? owner.find(*frame) : owner.end();
                    if ((of == owner.end() || of->second == member) != own)
                        continue;
                    // In a shared frame the other part's is taken where the owner has none of the kind.
                    const std::tuple what(frame.value_or(never), label->frame ? label->frame->stream : QString(),
                                          label->geometry.index());
                    if (!own && taken.contains(what))
                        continue;
                    taken.insert(what);
                    addLabel(*label, acceptedId(label->id), m_objects[member].part,
                             label->track.isNull() && members.size() == 1 ? TrackId{} : track);
                }
    }

    void addTrack(const std::vector<std::size_t> &members, TrackId id)
    {
        const PartObject &first = m_objects[members.front()];
        model::Track track;
        const auto with =
            std::find_if(members.begin(), members.end(), [this](std::size_t member) { return m_objects[member].track; });
        if (with != members.end())
            track = *m_objects[*with].track;
        track.id = id;
        track.item = m_item.id;
        track.layer = model::acceptedLayer();
        track.labelClass = first.labelClass;
        track.gaps.clear();
        Json from = Json::array();
        for (const std::size_t member : members) {
            const PartObject &object = m_objects[member];
            from.push_back({{"author", base::toJson(m_parts[object.part].person)},
                            {object.track ? "track" : "label", base::toJson(object.id().toString())}});
            if (object.track)
                track.gaps.insert(track.gaps.end(), object.track->gaps.begin(), object.track->gaps.end());
        }
        std::sort(track.gaps.begin(), track.gaps.end(), [](const model::Gap &a, const model::Gap &b) {
            return std::tie(a.fromPts, a.toPts) < std::tie(b.fromPts, b.toPts);
        });
        track.gaps.erase(std::unique(track.gaps.begin(), track.gaps.end()), track.gaps.end());
        track.extra = stamp(track.extra, first.part);
        track.extra[model::reviewKey]["from"] = from;
        track.revision = 0;
        m_result.tracks.push_back(std::move(track));
    }

    [[nodiscard]] QString className(ClassId id) const
    {
        const model::LabelClass *labelClass = m_schema->find(id);
        return labelClass ? labelClass->name : tr("something without a class");
    }
    [[nodiscard]] QString partName(std::size_t part) const
    {
        const QString text = workflow::scopeText(m_parts[part].scope, m_scene);
        return text.isEmpty() ? tr("of the whole") : tr("“%1”").arg(text);
    }

    const model::Item &m_item;
    const model::Scene *m_scene;
    const std::vector<Part> &m_parts;
    std::vector<PartReach> m_reaches;
    const StitchOptions &m_options;
    const model::Schema *m_schema = nullptr;
    std::vector<PartObject> m_objects;
    Stitched m_result;
};

}  // namespace

QString seamKindName(SeamKind kind)
{
    switch (kind) {
    case SeamKind::Missing: return QStringLiteral("missing");
    case SeamKind::Class: return QStringLiteral("class");
    case SeamKind::Ambiguous: return QStringLiteral("ambiguous");
    case SeamKind::Uncovered: return QStringLiteral("uncovered");
    }
    return {};
}

Stitched stitch(const model::Item &item, const model::Scene *scene, const model::Schema &schema, std::vector<Part> parts,
                const StitchOptions &options)
{
    const auto beginOf = [&](const Part &part) {
        const PartReach reach = reachOf(part, scene, schema);
        return reach.frames.empty() ? never : reach.frames.front();
    };
    std::erase_if(parts, [&](const Part &part) { return beginOf(part) == never; });
    std::sort(parts.begin(), parts.end(),
              [&](const Part &a, const Part &b) { return std::tuple(beginOf(a), a.person) < std::tuple(beginOf(b), b.person); });
    std::vector<PartReach> reaches;
    for (const Part &part : parts)
        reaches.push_back(reachOf(part, scene, schema));
    return Stitcher(item, scene, parts, std::move(reaches), options).run(schema);
}

}  // namespace plumbline::review

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kittiraw/kittirawwriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "core/extension/xmltext.h"
#include "core/geometry/cuboids.h"
#include "plugins/formats/kittiraw/tracklet.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace plumbline::kittiraw {

namespace {

using extension::CuboidLabel;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::kittiraw", text);
}

/// Labels of an object in frames without a gap.
using Run = std::vector<const CuboidLabel *>;

/// The objects in the order of their first labels, each in runs; a second label of an object in a frame is a run of its own.
std::vector<Run> runsOf(const std::vector<CuboidLabel> &labels, const extension::SceneFrames &frames)
{
    std::vector<std::vector<const CuboidLabel *>> objects;
    std::map<TrackId, std::size_t> places;
    for (const CuboidLabel &label : labels) {
        const TrackId track = label.annotation->track;
        if (track.isNull()) {
            objects.push_back({&label});
            continue;
        }
        const auto [known, isNew] = places.emplace(track, objects.size());
        if (isNew)
            objects.emplace_back();
        objects[known->second].push_back(&label);
    }
    std::vector<Run> runs;
    for (auto &object : objects) {
        std::stable_sort(object.begin(), object.end(), [](const auto *a, const auto *b) { return a->frame < b->frame; });
        for (const CuboidLabel *label : object) {
            const bool follows =
                label != object.front() && frames.numberOf(runs.back().back()->frame) + 1 == frames.numberOf(label->frame);
            if (!follows)
                runs.emplace_back();
            runs.back().push_back(label);
        }
    }
    return runs;
}

bool sameSize(const geometry::Cuboid &a, const geometry::Cuboid &b)
{
    constexpr double little = 1e-7;
    bool same = true;
    for (std::size_t i = 0; i < a.size.size(); ++i)
        same = same && std::abs(a.size[i] - b.size[i]) <= little;
    return same;
}

QString numberText(double value)
{
    QByteArray text;
    extension::appendNumber(text, value);
    return QString::fromLatin1(text);
}

/// A pose of the kit has all of these, in this order.
constexpr const char *poseNames[] = {"tx",
                                     "ty",
                                     "tz",
                                     "rx",
                                     "ry",
                                     "rz",
                                     "state",
                                     "occlusion",
                                     "occlusion_kf",
                                     "truncation",
                                     "amt_occlusion",
                                     "amt_occlusion_kf",
                                     "amt_border_l",
                                     "amt_border_r",
                                     "amt_border_kf"};

Texts poseOf(const CuboidLabel &label, const geometry::Cuboid &cuboid)
{
    Texts pose = keptPose(*label.annotation);
    const auto size = sizeOf(keptHead(*label.annotation));
    const auto before = size ? cuboidOf(pose, *size, lidarFrame()) : fail(ErrorCode::Malformed, {});
    if (!before || !extension::sameCuboid(*before, cuboid))
        setCuboid(pose, cuboid);
    setAnswers(pose, label.annotation->attributes);
    Texts ordered;
    for (const char *name : poseNames) {
        const QString key = QLatin1String(name);
        const QString text = textOf(pose, key);
        setText(ordered, key,
                !text.isEmpty()                      ? text
                : key.endsWith(QLatin1String("_kf")) ? QStringLiteral("0")
                                                     : QStringLiteral("-1"));
    }
    for (const auto &[name, text] : pose)
        setText(ordered, name, text);
    return ordered;
}

class Document
{
public:
    explicit Document(const model::Scene *scene)
        : m_frames(scene, lidarFrame()), m_lidar_from_label(geometry::inverted(extension::labelFromLidar(scene)))
    {}

    [[nodiscard]] QByteArray text(const std::vector<CuboidLabel> &labels)
    {
        QByteArray text;
        QXmlStreamWriter xml(&text);
        xml.setAutoFormatting(true);
        xml.setAutoFormattingIndent(2);
        xml.writeStartDocument();
        xml.writeDTD(QStringLiteral("<!DOCTYPE boost_serialization>"));
        xml.writeStartElement(QStringLiteral("boost_serialization"));
        xml.writeAttribute(QStringLiteral("signature"), QStringLiteral("serialization::archive"));
        xml.writeAttribute(QStringLiteral("version"), QStringLiteral("9"));
        const auto runs = runsOf(labels, m_frames);
        openList(xml, QStringLiteral("tracklets"), 0, runs.size(), 1);
        for (const Run &run : runs)
            write(xml, run);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        return text;
    }

private:
    /// boost numbers each class where it first appears.
    static void openClass(QXmlStreamWriter &xml, const QString &name, int classId, int version, bool first)
    {
        xml.writeStartElement(name);
        if (!first)
            return;
        xml.writeAttribute(QStringLiteral("class_id"), QString::number(classId));
        xml.writeAttribute(QStringLiteral("tracking_level"), QStringLiteral("0"));
        xml.writeAttribute(QStringLiteral("version"), QString::number(version));
    }

    void openList(QXmlStreamWriter &xml, const QString &name, int classId, std::size_t count, int itemVersion)
    {
        openClass(xml, name, classId, 0, m_seen.insert(name).second);
        xml.writeTextElement(QStringLiteral("count"), QString::number(count));
        xml.writeTextElement(QStringLiteral("item_version"), QString::number(itemVersion));
    }

    void write(QXmlStreamWriter &xml, const Run &run)
    {
        const CuboidLabel &first = *run.front();
        Texts head = keptHead(*first.annotation);
        const auto size = sizeOf(head);
        const auto wanted = first.cuboid->size;
        const bool same = size && sameSize(*first.cuboid, {{}, {size->length, size->width, size->height}, {}, {}});
        constexpr const char *names[] = {"h", "w", "l"};
        openClass(xml, QStringLiteral("item"), 1, 1, m_seen.insert(QStringLiteral("tracklet")).second);
        xml.writeTextElement(QStringLiteral("objectType"), extension::xmlText(first.className));
        for (std::size_t i = 0; i < wanted.size(); ++i)
            xml.writeTextElement(QLatin1String(names[i]), same ? textOf(head, QLatin1String(names[i]).toString())
                                                               : numberText(extension::tidied(wanted)[2 - i]));
        xml.writeTextElement(QStringLiteral("first_frame"), QString::number(m_frames.numberOf(first.frame)));
        openList(xml, QStringLiteral("poses"), 2, run.size(), 2);
        for (const CuboidLabel *label : run) {
            openClass(xml, QStringLiteral("item"), 3, 2, m_seen.insert(QStringLiteral("pose")).second);
            // One size for all: the bottom stays where it is.
            geometry::Cuboid cuboid = geometry::transformed(m_lidar_from_label, *label->cuboid, lidarFrame());
            const Texts pose = poseOf(*label, cuboid);
            for (const auto &[name, text] : pose)
                xml.writeTextElement(name, extension::xmlText(text));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        const QString finished = textOf(head, u"finished");
        xml.writeTextElement(QStringLiteral("finished"), finished.isEmpty() ? QStringLiteral("1") : extension::xmlText(finished));
        xml.writeEndElement();
    }

    extension::SceneFrames m_frames;
    geometry::Pose m_lidar_from_label;
    std::set<QString> m_seen;
};

void tallyMore(extension::LossTally &tally, const std::vector<CuboidLabel> &labels, const extension::SceneFrames &frames)
{
    std::map<TrackId, int> runs;
    std::int64_t texts = 0;
    for (const Run &run : runsOf(labels, frames)) {
        if (const TrackId track = run.front()->annotation->track; !track.isNull() && ++runs[track] == 2)
            tally.add(tr("tracks with gaps"), tr("Each part without a gap becomes an object of its own."));
        const auto others = std::count_if(
            run.begin(), run.end(), [&](const CuboidLabel *label) { return !sameSize(*run.front()->cuboid, *label->cuboid); });
        if (others > 0)
            tally.add(tr("boxes of another size than their track's first"), tr("They get the size of the first."), others);
        const auto renamed = std::count_if(run.begin(), run.end(),
                                           [&](const CuboidLabel *label) { return label->className != run.front()->className; });
        if (renamed > 0)
            tally.add(tr("labels of another class than their track's first"), tr("They get the class of the first."), renamed);
        texts += extension::fitsXml(run.front()->className) ? 0 : 1;
    }
    extension::tallyXmlTexts(tally, texts);
    for (const CuboidLabel &label : labels)
        for (const auto &[key, value] : label.annotation->attributes)
            if (carriedAttributes().contains(key) && !carries(key, value))
                tally.add(tr("answers that KITTI has no number for"), tr("They are written as unset."));
}

}  // namespace

Result<QStringList> Writer::run(bool writing)
{
    extension::NameAllotter names;
    QStringList outputs;
    const auto visited =
        extension::visitScenes(m_source,
                               [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
                                   const std::optional<model::Scene> &scene) -> Result<> {
                                   const model::Scene *known = scene ? &*scene : nullptr;
                                   const extension::SceneFrames frames(known, lidarFrame());
                                   const auto labels = extension::cuboidLabels(annotations, m_source.schema(), frames,
                                                                               known ? known->labelFrame : lidarFrame());
                                   const bool came = extension::foreignData(item.extra, "kitti_raw").is_object();
                                   if (labels.empty() && !came)
                                       return {};
                                   const QString folder = base::safeRelativePath(item.name).value_or(QStringLiteral("drive"));
                                   const QString name = names.take(folder, false) + QStringLiteral("/tracklet_labels.xml");
                                   outputs.append(name);
                                   if (!writing)
                                       return {};
                                   m_source.wrote(1, static_cast<std::int64_t>(labels.size()));
                                   return extension::writeFileBelow(m_request.folder, name, Document(known).text(labels));
                               });
    if (!visited)
        return fail(visited.error());
    return outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    extension::CuboidCarrier carrier;
    carrier.carried.space = "kitti_raw";
    carrier.carried.attributeKeys = carriedAttributes();
    carrier.tracks = true;
    carrier.stream = lidarFrame();
    carrier.more = tallyMore;
    return extension::cuboidLosses(m_source, carrier);
}

}  // namespace plumbline::kittiraw

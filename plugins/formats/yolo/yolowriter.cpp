// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/yolowriter.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "plugins/formats/yolo/yololayout.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <numeric>

namespace plumbline::yolo {

namespace {

constexpr char descriptionName[] = "data.yaml";

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::yolo", text);
}

bool hasFlag(const Json &extra, const char *key)
{
    const Json &kept = extension::foreignData(extra, "yolo");
    return kept.is_object() && kept.contains(key) && kept[key] == true;
}

QString labelPath(const QString &split, const QString &name)
{
    return QStringLiteral("labels/") + split + QLatin1Char('/') + extension::withoutEnding(name) + QStringLiteral(".txt");
}

// "train", "val" or "test" of a split's folder name, as data.yaml calls them.
const char *keyOf(const QString &split)
{
    return split.startsWith(QLatin1String("val")) ? "val" : split.startsWith(QLatin1String("test")) ? "test" : "train";
}

}  // namespace

extension::FormatOption emptyOption()
{
    return {QStringLiteral("empty"),
            tr("Empty label files for pictures without labels"),
            {QStringLiteral("marked"), QStringLiteral("all")},
            QStringLiteral("marked")};
}

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Writer::Picture Writer::placeOf(const model::Item &item)
{
    const Json &kept = extension::foreignData(item.extra, "yolo");
    Picture picture;
    picture.split = kept.is_object() && kept.contains("split") ? base::toQString(kept["split"]) : QString();
    QStringList parts = item.name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (picture.split.isEmpty() && parts.size() > 1 && isSplitName(parts.first()))
        picture.split = parts.first();
    if (!isSplitName(picture.split))
        picture.split = QStringLiteral("train");
    if (parts.size() > 1 && parts.first() == picture.split)
        parts.removeFirst();
    const QString plain = parts.join(QLatin1Char('/'));
    // Readers find labels by swapping these folder names, so they must not be in the name itself.
    for (qsizetype i = 0; i + 1 < parts.size(); ++i)
        if (parts[i] == QLatin1String("images") || parts[i] == QLatin1String("labels"))
            parts[i] += QLatin1Char('_');
    const auto safe = base::safeRelativePath(parts.join(QLatin1Char('/')));
    const QString prefix = picture.split + QLatin1Char('/');
    picture.name = m_names.take(prefix + (safe ? *safe : QFileInfo(item.name).fileName()), true);
    if (picture.name.startsWith(prefix))
        picture.name.remove(0, prefix.size());
    picture.renamed = picture.name != plain;
    return picture;
}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    const auto task = extension::optionValue(m_request.options, taskOption());
    const auto empty = extension::optionValue(m_request.options, emptyOption());
    for (const auto *error : {media ? nullptr : &media.error(), task ? nullptr : &task.error(), empty ? nullptr : &empty.error()})
        if (error)
            return fail(*error);
    m_media = *media;
    m_allEmpty = *empty == QLatin1String("all");
    Kinds kinds;
    auto looked = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind == model::ItemKind::Image)
            look(annotations, kinds);
        return {};
    });
    if (!looked)
        return looked;
    chooseTask(*task, kinds, m_source.datasetExtra(QStringLiteral("yolo")));
    if (m_task == Task::Classify && m_media == extension::MediaHandling::None)
        return fail(
            ErrorCode::InvalidArgument,
            tr("A classification data set is made of the pictures themselves, in folders called like the classes. Choose to "
               "link or copy the pictures (media=link or media=copy)."));
    numberClasses();
    m_outputs = {QLatin1String(descriptionName)};
    return m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        Picture picture = placeOf(item);
        placeLabels(item, annotations, picture);
        if (!m_splits.contains(picture.split))
            m_splits.append(picture.split);
        if (picture.hasLabelFile)
            m_outputs.append(labelPath(picture.split, picture.name));
        if (m_media != extension::MediaHandling::None && !mediumOf(picture).isEmpty() && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(mediumOf(picture));
        m_pictures.push_back(std::move(picture));
        return {};
    });
}

void Writer::look(const std::vector<model::Annotation> &annotations, Kinds &kinds)
{
    for (const model::Annotation &annotation : annotations) {
        const geometry::Geometry &shape = annotation.geometry;
        const Json &kept = extension::foreignData(annotation.extra, "yolo");
        if (const auto *points = std::get_if<geometry::KeyPoints>(&shape)) {
            kinds.points = true;
            kinds.joints = std::max(kinds.joints, static_cast<int>(points->points.size()));
            kinds.hidden = kinds.hidden || std::any_of(points->points.begin(), points->points.end(), [](const auto &p) {
                               return p.visibility == 1;
                           });
            const auto &skeletons = m_source.schema().skeletons;
            const auto named = std::find_if(skeletons.begin(), skeletons.end(),
                                            [&](const model::Skeleton &s) { return s.name == points->skeleton; });
            if (!m_skeleton && named != skeletons.end())
                m_skeleton = &*named;
        } else if (kept.is_object() && kept.contains("keypoints") && kept["keypoints"].is_array()) {
            kinds.points = true;
        } else if (std::holds_alternative<geometry::Polygon>(shape)) {
            kinds.outlines = true;
        } else if (std::holds_alternative<geometry::RotatedBox>(shape)) {
            kinds.oriented = true;
        } else {
            (std::holds_alternative<geometry::ItemLabel>(shape) ? kinds.whole : kinds.other) = true;
        }
    }
}

// Outlines can stand for everything, boxes with points for all but outlines; only labels of whole pictures make a classification.
void Writer::chooseTask(const QString &wanted, const Kinds &kinds, const Json &dataset)
{
    int joints = 0;
    int numbers = 3;
    if (dataset.is_object() && dataset.contains("kpt_shape") && dataset["kpt_shape"].is_array()
        && dataset["kpt_shape"].size() == 2 && dataset["kpt_shape"][0].is_number_integer()
        && dataset["kpt_shape"][1].is_number_integer()) {
        joints = static_cast<int>(std::clamp<std::int64_t>(dataset["kpt_shape"][0].get<std::int64_t>(), 0, 10000));
        numbers = dataset["kpt_shape"][1] == 2 && !kinds.hidden ? 2 : 3;
    }
    static const std::map<QString, Task> tasks{{QStringLiteral("detect"), Task::Detect},
                                               {QStringLiteral("segment"), Task::Segment},
                                               {QStringLiteral("obb"), Task::Oriented},
                                               {QStringLiteral("pose"), Task::Pose},
                                               {QStringLiteral("classify"), Task::Classify}};
    if (const auto known = tasks.find(wanted); known != tasks.end())
        m_task = known->second;
    else
        m_task = kinds.outlines                ? Task::Segment
                 : kinds.points || joints > 0  ? Task::Pose
                 : kinds.oriented              ? Task::Oriented
                 : kinds.whole && !kinds.other ? Task::Classify
                                               : Task::Detect;
    if (m_task != Task::Pose)
        return;
    m_joints = std::max(joints, kinds.joints);
    m_numbersOfJoint = numbers;
}

void Writer::placeLabels(const model::Item &item, const std::vector<model::Annotation> &annotations, Picture &picture)
{
    if (m_task != Task::Classify) {
        picture.hasLabelFile = m_allEmpty || !annotations.empty() || hasFlag(item.extra, "empty");
        return;
    }
    for (const model::Annotation &annotation : annotations) {
        if (!std::holds_alternative<geometry::ItemLabel>(annotation.geometry) || !m_classIds.contains(annotation.labelClass))
            continue;
        picture.classified = annotation.labelClass;
        // The class may have been another one when the picture was named after it.
        const qsizetype slash = picture.name.indexOf(QLatin1Char('/'));
        if (slash > 0 && m_source.schema().find(QStringView(picture.name).first(slash)))
            picture.name.remove(0, slash + 1);
        const QString prefix = picture.split + QLatin1Char('/') + m_folders.value(picture.classified) + QLatin1Char('/');
        const QString taken = m_names.take(prefix + picture.name, false);
        picture.name = taken.startsWith(prefix) ? taken.mid(prefix.size()) : taken;
        return;
    }
}

QString Writer::mediumOf(const Picture &picture) const
{
    if (m_task != Task::Classify)
        return QStringLiteral("images/") + picture.split + QLatin1Char('/') + picture.name;
    return picture.classified.isNull()
               ? QString()
               : picture.split + QLatin1Char('/') + m_folders.value(picture.classified) + QLatin1Char('/') + picture.name;
}

void Writer::numberClasses()
{
    std::vector<const model::LabelClass *> unnumbered;
    for (const model::LabelClass &labelClass : m_source.schema().classes) {
        const Json &kept = extension::foreignData(labelClass.extra, "yolo");
        const bool numbered = kept.is_object() && kept.contains("id") && kept["id"].is_number_integer();
        const std::int64_t id = numbered ? kept["id"].get<std::int64_t>() : -1;
        if (id >= 0 && id < 1'000'000 && m_classNames.emplace(id, labelClass.name).second)
            m_classIds.insert(labelClass.id, id);
        else
            unnumbered.push_back(&labelClass);
    }
    std::int64_t next = 0;
    for (const model::LabelClass *labelClass : unnumbered) {
        while (m_classNames.contains(next))
            ++next;
        m_classNames.emplace(next, labelClass->name);
        m_classIds.insert(labelClass->id, next);
    }
    extension::NameAllotter folders;
    if (m_task == Task::Classify)
        for (const model::LabelClass &labelClass : m_source.schema().classes)
            m_folders.insert(labelClass.id,
                             folders.take(QString(labelClass.name).replace(QLatin1Char('/'), QLatin1Char('_')), false));
}

RowContext Writer::contextOf(const model::Item &item) const
{
    RowContext context;
    context.task = m_task;
    context.picture = extension::pictureSize(m_source, item);
    context.boxesStay = hasFlag(item.extra, "boxes");
    context.joints = m_joints;
    context.numbersOfJoint = m_numbersOfJoint;
    return context;
}

QByteArray Writer::description() const
{
    QByteArray text = "path: .\n";
    std::map<std::string, QByteArrayList> folders;
    for (const QString &split : m_splits)
        folders[keyOf(split)].append(
            base::toJsonLine(base::toJson(m_task == Task::Classify ? split : QStringLiteral("images/") + split)));
    const QByteArrayList fallback = folders.empty() ? QByteArrayList{"\"images\""} : folders.begin()->second;
    for (const char *key : {"train", "val", "test"}) {
        const auto it = folders.find(key);
        // Trainers refuse a description without train and val; with one split both name it.
        if (it == folders.end() && std::string_view(key) == "test")
            continue;
        const QByteArrayList &list =
            it == folders.end() ? (folders.contains("train") ? folders.at("train") : fallback) : it->second;
        text += QByteArray(key) + ": " + (list.size() == 1 ? list.first() : '[' + list.join(", ") + ']') + '\n';
    }
    const Json dataset = m_source.datasetExtra(QStringLiteral("yolo"));
    if (m_task == Task::Oriented || m_task == Task::Classify)
        text += m_task == Task::Oriented ? "task: obb\n" : "task: classify\n";
    if (m_joints > 0) {
        text += "kpt_shape: [" + QByteArray::number(m_joints) + ',' + QByteArray::number(m_numbersOfJoint) + "]\n";
        if (const Json pairs = flips(dataset); !pairs.is_null())
            text += "flip_idx: " + base::toJsonLine(pairs) + '\n';
    }
    text += m_classNames.empty() ? "names: {}\n" : "names:\n";
    for (const auto &[id, name] : m_classNames)
        text += "  " + QByteArray::number(qlonglong(id)) + ": " + base::toJsonLine(base::toJson(name)) + '\n';
    Json joints = dataset.is_object() && dataset.contains("kpt_names") ? dataset["kpt_names"] : Json();
    if (const QStringList named = jointNames(); !named.isEmpty()) {
        joints = Json::array();
        for (const QString &joint : named)
            joints.push_back(base::toJson(joint));
    }
    if (m_joints > 0 && joints.is_array() && joints.size() == static_cast<std::size_t>(m_joints)) {
        text += "kpt_names:\n";
        for (const auto &[id, name] : m_classNames)
            text += "  " + QByteArray::number(qlonglong(id)) + ": " + base::toJsonLine(joints) + '\n';
    }
    return text;
}

// Nothing for joints that only have numbers, which is how a file without names is read.
QStringList Writer::jointNames() const
{
    return m_skeleton && m_skeleton->joints.size() == m_joints && m_skeleton->joints.value(0) != QLatin1String("1")
               ? m_skeleton->joints
               : QStringList();
}

// Which joint each one becomes in a mirrored picture: as the skeleton says, else as the file did, else by names that begin with "left" and "right".
Json Writer::flips(const Json &dataset) const
{
    if (m_skeleton && m_skeleton->joints.size() == m_joints && !m_skeleton->mirrors.empty()) {
        std::vector<int> flips(static_cast<std::size_t>(m_joints));
        std::iota(flips.begin(), flips.end(), 0);
        for (const auto &[left, right] : m_skeleton->mirrors) {
            flips[static_cast<std::size_t>(left)] = right;
            flips[static_cast<std::size_t>(right)] = left;
        }
        return flips;
    }
    if (dataset.is_object() && dataset.contains("flip_idx") && dataset["flip_idx"].is_array()
        && dataset["flip_idx"].size() == static_cast<std::size_t>(m_joints))
        return dataset["flip_idx"];
    const QStringList joints = jointNames();
    if (joints.isEmpty())
        return {};
    Json flips = Json::array();
    for (qsizetype i = 0; i < m_joints; ++i) {
        QString other = joints[i];
        if (other.startsWith(QLatin1String("left")))
            other.replace(0, 4, QStringLiteral("right"));
        else if (other.startsWith(QLatin1String("right")))
            other.replace(0, 5, QStringLiteral("left"));
        const qsizetype at = joints.indexOf(other);
        flips.push_back(static_cast<std::int64_t>(at < 0 ? i : at));
    }
    return flips;
}

Result<QStringList> Writer::plannedOutputs()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    return m_outputs;
}

Result<QStringList> Writer::write()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    std::size_t next = 0;
    auto written = extension::writePictures(
        m_source, m_request, m_media,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<extension::PictureOutput> {
            const Picture &picture = m_pictures[next++];
            extension::PictureOutput output;
            output.medium = mediumOf(picture);
            if (!picture.classified.isNull())
                output.annotations = m_source.mediaPath(item).isEmpty() ? 0 : 1;
            if (!picture.hasLabelFile)
                return output;
            const RowContext context = contextOf(item);
            QByteArray text;
            for (const model::Annotation &annotation : annotations) {
                const auto id = m_classIds.constFind(annotation.labelClass);
                if (id == m_classIds.constEnd())
                    continue;
                const std::vector<QByteArray> rows = rowsOf(annotation, context).rows;
                for (const QByteArray &row : rows)
                    text += QByteArray::number(qlonglong(*id)) + row + '\n';
                output.annotations += rows.empty() ? 0 : 1;
            }
            output.files.emplace_back(labelPath(picture.split, picture.name), std::move(text));
            return output;
        });
    if (written)
        written = extension::writeFileBelow(m_request.folder, QLatin1String(descriptionName), description());
    if (!written)
        return fail(written.error());
    return m_outputs;
}

void Writer::tallyClassified(extension::LossTally &tally, const std::vector<model::Annotation> &annotations,
                             const Picture &picture) const
{
    if (picture.classified.isNull())
        tally.add(tr("pictures without a label of the whole"), tr("They are left out."));
    extension::CarriedFacts carried;
    carried.space = "yolo";
    bool first = true;
    for (const model::Annotation &annotation : annotations) {
        if (extension::tallyMissingClass(tally, annotation, m_source.schema()))
            continue;
        if (!std::holds_alternative<geometry::ItemLabel>(annotation.geometry)) {
            tally.add(extension::shapesName(annotation.geometry), tr("They are left out."));
            continue;
        }
        if (!std::exchange(first, false))
            tally.add(tr("second labels of a picture"), tr("They are left out, because a picture can lie in one folder only."));
        else
            extension::tallyFacts(tally, annotation, carried);
    }
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally tally;
    std::size_t next = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(tally, item, annotations.size()))
            return {};
        const Picture &picture = m_pictures[next++];
        if (m_task == Task::Classify) {
            tallyClassified(tally, annotations, picture);
            return {};
        }
        const bool copied = m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty();
        if (picture.renamed && (copied || picture.hasLabelFile))
            tally.add(tr("pictures whose names clash or confuse readers of YOLO"),
                      copied ? tr("They are renamed in the copy.") : tr("Their label files have other names."));
        const RowContext context = annotations.empty() ? RowContext() : contextOf(item);
        for (const model::Annotation &annotation : annotations) {
            if (extension::tallyMissingClass(tally, annotation, m_source.schema()))
                continue;
            const RowsOfLabel rows = rowsOf(annotation, context);
            if (!rows.why.isEmpty())
                tally.add(rows.what, rows.why);
            if (rows.rows.empty())
                continue;
            extension::CarriedFacts carried;
            carried.space = "yolo";
            carried.score = writesScore(annotation);
            extension::tallyFacts(tally, annotation, carried);
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::yolo

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelcloud/labelcloudreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelintake.h"
#include "core/extension/sceneparts.h"
#include "plugins/formats/labelcloud/labelcloudfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline::labelcloud {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelcloud", text);
}

QString textOf(const Json &object, std::string_view key)
{
    return base::toQString(extension::memberOf(object, key));
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_request(request), m_layout(layout), m_sink(sink), m_intake(sink)
    {}

    Result<> read()
    {
        const auto asked = extension::optionValue(m_request.options, options()[1]);
        if (!asked)
            return fail(asked.error());
        for (const LabelFolder &folder : m_layout.folders)
            if (const auto done = readFolder(folder, *asked); !done)
                return done;
        if (!m_good)
            return fail(m_firstError.value_or(
                Error{ErrorCode::Malformed, tr("There are no label files of labelCloud in %1.").arg(m_layout.base), {}}));
        if (!m_dataset.empty())
            m_sink.declareDataset(QStringLiteral("labelcloud"), m_dataset);
        return m_intake.finish();
    }

private:
    Result<> readFolder(const LabelFolder &folder, const QString &asked)
    {
        m_intake.beginFile(nameOf(folder, classesFile()));
        const auto classes = classesIn(folder.path);
        if (!classes)
            m_intake.problem({}, classes.error().text);
        else if (classes->is_object())
            takeClasses(*classes);
        m_form = formOf(folder, asked, classes ? *classes : Json());
        if (QFileInfo(folder.path + QStringLiteral("/segmentation")).isDir()) {
            m_intake.beginFile(nameOf(folder, QStringLiteral("segmentation")));
            m_intake.warning({}, tr("Labels of single points are not read."));
        }
        const QString around = QFileInfo(folder.path).absolutePath();
        extension::MediaFinder media(m_request,
                                     {m_request.mediaPath, around + QStringLiteral("/pointclouds"), around, folder.path});
        std::int64_t done = 0;
        for (const QString &file : folder.files) {
            if (m_sink.control().cancelled())
                return jobs::JobControl::cancelledError();
            m_intake.beginFile(nameOf(folder, file));
            if (const auto read = readFile(folder, file, media); !read)
                return read;
            m_sink.control().report(++done, folder.files.size(), tr("Reading annotations"));
        }
        if (const auto refused = media.refusedLinks())
            m_sink.issue(*refused);
        return {};
    }

    QString nameOf(const LabelFolder &folder, const QString &file) const
    {
        return QDir(m_layout.base).relativeFilePath(folder.path + QLatin1Char('/') + file);
    }

    void takeClasses(const Json &classes)
    {
        const Json &list = extension::memberOf(classes, "classes");
        for (std::size_t i = 0; list.is_array() && i < list.size(); ++i)
            if (const QString name = textOf(list[i], "name"); !name.isEmpty())
                static_cast<void>(m_sink.declareClass({name, {}}));
        if (m_dataset.empty())
            m_dataset = Json{{"classes", classes}};
    }

    /// What the options say, else the list of classes, else the angles themselves.
    Form formOf(const LabelFolder &folder, const QString &asked, const Json &classes)
    {
        if (asked != QLatin1String("auto"))
            return asked == QLatin1String("degrees") ? Form::Absolute : Form::Relative;
        const auto named = formNamed(textOf(classes, "format"));
        if (named && *named != Form::Vertices)
            return *named;
        const Angles said = anglesIn(folder);
        if (said == Angles::Unsure)
            m_intake.warning({},
                             tr("Nothing says whether angles are degrees or radians, and all could be both; they were taken for "
                                "radians. The option “rotations” decides."));
        return said == Angles::Unsure || said == Angles::Radians ? Form::Relative : Form::Absolute;
    }

    Result<> readFile(const LabelFolder &folder, const QString &file, extension::MediaFinder &media)
    {
        const auto data = base::readTextFile(folder.path + QLatin1Char('/') + file, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            m_intake.problem({}, data.error().text);
            return {};
        }
        Json header = Json::object();
        QByteArrayView objects;
        const bool whole = extension::visitJsonParts(*data, [&](const extension::JsonPart &part) {
            constexpr qsizetype mostKept = 4096;
            if (part.key == "objects")
                objects = part.text;
            else if (part.text.size() <= mostKept && header.size() < extension::maximumKeys)
                if (auto value = extension::parsedJsonPart(part.text))
                    header[part.key.toStdString()] = std::move(*value);
            return true;
        });
        if (objects.isNull() || extension::jsonOpening(objects) != '[') {
            m_intake.problem({}, tr("It has no list “objects”; the file was left out."));
            return {};
        }
        m_good = true;
        const extension::ItemRef item = declare(folder, file, header, media);
        const model::Scene *scene = m_sink.scene(item);
        const extension::SceneFrames frames(scene, lidarFrame());
        const QString frame = scene ? scene->labelFrame : lidarFrame();
        const auto index =
            frames.count() > 1 ? frames.indexNamed(extension::withoutEnding(file)) : std::optional<std::int64_t>(0);
        if (!index) {
            m_intake.problem({}, tr("The scene has no sweep of this name; its labels were left out."));
            return {};
        }
        std::int64_t number = 0;
        Result<> done;
        const bool complete = extension::visitJsonParts(objects, [&](const extension::JsonPart &part) {
            const QString place = QStringLiteral("objects[%1]").arg(number++);
            done = take(part, place, item, frame, frames.ref(*index));
            return done.has_value();
        });
        if (!whole || !complete)
            m_intake.problem({}, tr("The file breaks off; what came before was read."));
        return done;
    }

    extension::ItemRef declare(const LabelFolder &folder, const QString &file, const Json &header, extension::MediaFinder &media)
    {
        const QString stem = extension::withoutEnding(file);
        const QString said = textOf(header, "filename");
        const auto safe = base::safeRelativePath(said);
        QString cloud = safe && !safe->contains(QLatin1Char('/')) ? *safe : QString();
        if (cloud.isEmpty() && !said.isEmpty())
            m_intake.warning(QStringLiteral("filename"),
                             tr("The name leads out of the data set; that of the label file was taken."));
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        if (cloud.isEmpty())
            for (const char *ending : {".pcd", ".ply", ".bin", ".las", ".laz", ".xyz", ".txt", ".pts"})
                if (!media.find(stem + QLatin1String(ending)).isEmpty()) {
                    cloud = stem + QLatin1String(ending);
                    break;
                }
        item.path = cloud.isEmpty() ? QString() : media.find(cloud);
        item.name = folder.prefix + (cloud.isEmpty() ? stem : cloud);
        item.extra = Json{{"labelcloud", {{"file", base::toJson(stem)}, {"header", header}}}};
        return m_sink.declareItem(std::move(item));
    }

    Result<> take(const extension::JsonPart &part, const QString &place, extension::ItemRef item, const QString &frame,
                  const model::FrameRef &ref)
    {
        auto record =
            part.complete ? extension::parsedJsonPart(part.text) : fail(ErrorCode::Malformed, tr("The file ends inside it."));
        const auto cuboid = record ? cuboidFrom(*record, m_form, frame) : fail(record.error());
        if (!cuboid)
            return m_intake.left(place, cuboid.error().text), Result<>();
        const QString name = textOf(*record, "name");
        if (name.isEmpty())
            return m_intake.left(place, tr("It has no name.")), Result<>();
        const Form form = record->contains("vertices") ? Form::Vertices : m_form;
        extension::ForeignAnnotation label;
        label.item = item;
        label.labelClass = m_sink.declareClass({name, {}});
        label.annotation.geometry = *cuboid;
        label.annotation.frame = ref;
        label.annotation.extra = Json{{"labelcloud", {{"form", base::toJson(formName(form))}, {"record", std::move(*record)}}}};
        return m_intake.add(std::move(label));
    }

    const extension::ImportRequest &m_request;
    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    extension::LabelIntake m_intake;
    Form m_form = Form::Absolute;
    Json m_dataset = Json::object();
    bool m_good = false;
    std::optional<Error> m_firstError;
};

bool looksLikeBoxes(const QString &path)
{
    constexpr qint64 head = 16384;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".json")) || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.read(head);
    bool good = false;
    extension::visitJsonParts(objectsIn(text), [&](const extension::JsonPart &part) {
        const auto record = part.complete ? extension::parsedJsonPart(part.text) : fail(ErrorCode::Malformed, {});
        const bool centroid = record && extension::memberOf(*record, "centroid").is_object()
                              && extension::memberOf(extension::memberOf(*record, "dimensions"), "length").is_number();
        const Json &vertices = record ? extension::memberOf(*record, "vertices") : Json();
        good = centroid || (vertices.is_array() && vertices.size() == 8 && vertices[0].is_array());
        return false;
    });
    return good;
}

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request.path, {});
    return Reader(request, layout, sink).read();
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    const Layout layout = explore(path, {50, 200});
    QStringList files;
    for (const LabelFolder &folder : layout.folders)
        for (const QString &name : folder.files)
            files.append(folder.path + QLatin1Char('/') + name);
    ProbeResult found = extension::probeAmong(
        files, looksLikeBoxes, tr("boxes with a centroid and dimensions, or eight vertices, as labelCloud writes them"));
    if (found.confidence == ProbeResult::None && QFileInfo(path).isDir())
        for (const LabelFolder &folder : layout.folders)
            if (const auto classes = classesIn(folder.path); classes && formNamed(textOf(*classes, "format")))
                return {ProbeResult::Medium, tr("_classes.json names a form of labelCloud's boxes")};
    return found;
}

}  // namespace plumbline::labelcloud

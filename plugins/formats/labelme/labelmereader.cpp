// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelme/labelmereader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelgroups.h"
#include "plugins/formats/labelme/labelmefacts.h"
#include "plugins/formats/labelme/labelmefiles.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QSet>

namespace plumbline::labelme {

namespace {

constexpr qint64 maximumFile = qint64(1) << 30;
constexpr std::size_t batchSize = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelme", text);
}

int sizeIn(const Json &root, const char *key)
{
    const auto it = root.find(key);
    const bool good = it != root.end() && it->is_number() && it->get<double>() >= 1 && it->get<double>() <= 1e9;
    return good ? static_cast<int>(it->get<double>()) : 0;
}

bool isXAnyLabeling(const Json &shape)
{
    for (const char *key : {"kie_linking", "difficult", "direction"})
        if (shape.contains(key))
            return true;
    const auto type = shape.find("shape_type");
    return type != shape.end() && (*type == "rotation" || *type == "quadrilateral");
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_layout(layout), m_sink(sink), m_control(sink.control()), m_media(request, layout.pictureFolders)
    {}

    Result<> read()
    {
        std::int64_t done = 0;
        for (const QString &path : m_layout.files) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            readFile(path);
            m_control.report(++done, static_cast<std::int64_t>(m_layout.files.size()), tr("Reading annotations"));
            if (m_batch.size() >= batchSize)
                if (auto flushed = flush(); !flushed)
                    return flushed;
        }
        if (const auto refused = m_media.refusedLinks())
            m_sink.issue(*refused);
        if (m_good == 0)
            return m_firstError ? tl::unexpected(*m_firstError)
                                : fail(ErrorCode::Malformed, tr("None of the JSON files is a Labelme annotation."));
        return flush();
    }

private:
    struct Shape {
        Json given;
        QString place;
    };

    void readFile(const QString &path)
    {
        m_file = QDir(m_layout.root).relativeFilePath(path);
        const auto data = base::readFile(path, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            return problem({}, data.error().text);
        }
        if (extension::jsonOpening(*data) != '{')
            return problem({}, tr("It is no Labelme file; it was left out."), base::IssueSeverity::Note);
        Json root = Json::object();
        QByteArrayView shapes;
        QByteArrayView picture;
        std::vector<Issue> found;
        const bool whole = extension::visitJsonParts(*data, [&](const extension::JsonPart &part) {
            if (part.key == "shapes") {
                shapes = part.text;
            } else if (part.key == "imageData" && part.text.startsWith('"')) {
                picture = part.text;
            } else if (part.complete && root.size() < extension::maximumKeys) {
                if (auto value = extension::parsedJsonPart(part.text))
                    root[part.key.toStdString()] = std::move(*value);
                else
                    found.push_back({IssueSeverity::Problem, m_file, QString::fromUtf8(part.key), value.error().text});
            }
            return true;
        });
        if (!shapes.startsWith('['))
            return problem({}, tr("It is no Labelme file; it was left out."), base::IssueSeverity::Note);
        ++m_good;
        for (Issue &issue : found)
            m_sink.issue(std::move(issue));
        if (!whole)
            problem({}, tr("The file is cut off or broken; what came before was read."));
        takeDocument(root, parsedShapes(shapes), picture);
    }

    std::vector<Shape> parsedShapes(QByteArrayView text)
    {
        std::vector<Shape> shapes;
        int index = 0;
        extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
            const QString place = QStringLiteral("shapes[%1]").arg(index++);
            if (!part.complete)
                return false;
            auto shape = extension::parsedJsonPart(part.text);
            if (!shape)
                problem(place, tr("%1 The label was left out.").arg(shape.error().text));
            else if (!shape->is_object())
                problem(place, tr("It is no object; it was left out."));
            else
                shapes.push_back({std::move(*shape), place});
            return true;
        });
        return shapes;
    }

    // Item name from imagePath, which is relative to the file.
    QString nameOf(const Json &root)
    {
        const QString folder = folderOf(m_file);
        const auto given = root.find("imagePath");
        QString path = given == root.end() ? QString() : base::toQString(*given);
        const QString place = QStringLiteral("imagePath");
        if (const auto name = resolvedImagePath(path, folder))
            return withEnding(*name);
        path.replace(QLatin1Char('\\'), QLatin1Char('/'));
        path = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
        if (const auto name = resolvedImagePath(path, folder)) {
            problem(place,
                    tr("The path leads out of the data set; only the picture's name was used. Name the folder of the pictures."),
                    base::IssueSeverity::Warning);
            return withEnding(*name);
        }
        problem(place, tr("It names no picture; the JSON file's own name was taken."), base::IssueSeverity::Warning);
        return withEnding(extension::withoutEnding(m_file));
    }
    QString withEnding(const QString &name)
    {
        if (!extension::isPictureName(name))
            for (const char *ending : {".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif"})
                if (!mediumOf(name + QLatin1String(ending)).isEmpty())
                    return name + QLatin1String(ending);
        return name;
    }
    QString mediumOf(const QString &name)
    {
        const QString path = m_media.find(name);
        return path.isEmpty() ? m_media.find(name.mid(name.lastIndexOf(QLatin1Char('/')) + 1)) : path;
    }

    void takeDocument(const Json &root, const std::vector<Shape> &shapes, QByteArrayView picture)
    {
        extension::ForeignItem item;
        item.name = nameOf(root);
        item.path = mediumOf(item.name);
        if (m_names.contains(item.name))
            problem(QStringLiteral("imagePath"),
                    tr("Another file is about “%1” too; the labels of both were kept.").arg(item.name),
                    base::IssueSeverity::Warning);
        m_names.insert(item.name);
        takeSize(root, picture, item);
        if (!picture.isEmpty())
            problem(QStringLiteral("imageData"), tr("The picture inside the file is not kept; only its labels are."),
                    base::IssueSeverity::Note);
        const bool other =
            root.contains("chat_history") || root.contains("checked")
            || std::any_of(shapes.begin(), shapes.end(), [](const Shape &shape) { return isXAnyLabeling(shape.given); });
        Json flags = Json::object();
        if (const auto given = root.find("flags"); given != root.end() && given->is_object())
            for (const auto &[key, value] : given->items())
                if (value == true && !key.empty())
                    flags[key] = true;
        Json kept = Json::object();
        kept["json"] = base::toJson(extension::withoutEnding(m_file));
        if (other)
            kept["dialect"] = "x-anylabeling";
        Json written = documentOf(flags, QDir(QLatin1Char('/') + folderOf(m_file)).relativeFilePath(QLatin1Char('/') + item.name),
                                  QSize(item.width, item.height));
        Json given = root;
        if (!picture.isEmpty())
            given["imageData"] = nullptr;
        if (Json beyond = extension::keptOf(given, written); !beyond.is_null())
            kept["kept"] = std::move(beyond);
        item.extra = Json::object();
        item.extra["labelme"] = std::move(kept);
        const QSize size(item.width, item.height);
        const extension::ItemRef ref = m_sink.declareItem(std::move(item));
        takeFlags(root, ref);
        takeShapes(shapes, ref, other ? Dialect::XAnyLabeling : Dialect::Labelme, size);
    }

    void takeSize(const Json &root, QByteArrayView picture, extension::ForeignItem &item)
    {
        item.width = sizeIn(root, "imageWidth");
        item.height = sizeIn(root, "imageHeight");
        if (item.width > 0 && item.height > 0)
            return;
        QSize size = extension::uprightPictureSize(item.path);
        if (size.isEmpty() && picture.size() > 2) {
            QBuffer buffer;
            buffer.setData(QByteArray::fromBase64(picture.sliced(1, picture.size() - 2).toByteArray()));
            if (buffer.open(QIODevice::ReadOnly))
                size = QImageReader(&buffer).size();
        }
        item.width = std::max(0, size.width());
        item.height = std::max(0, size.height());
        problem(QStringLiteral("imageWidth"),
                size.isEmpty() ? tr("The picture's size is missing or wrong, and there is no picture to take it from.")
                               : tr("The picture's size is missing or wrong; it was taken from the picture."),
                base::IssueSeverity::Warning);
    }

    // Flags of the picture that are set are labels of all of it; the others are only possible ones.
    void takeFlags(const Json &root, extension::ItemRef item)
    {
        const auto flags = root.find("flags");
        if (flags == root.end() || !flags->is_object())
            return;
        for (const auto &[key, value] : flags->items()) {
            if (!value.is_boolean() || key.empty())
                continue;
            const extension::ClassRef labelClass = m_sink.declareClass({QString::fromStdString(key), {}});
            if (value == false)
                continue;
            extension::ForeignAnnotation label;
            label.item = item;
            label.labelClass = labelClass;
            label.annotation.geometry = geometry::ItemLabel{};
            label.annotation.origin.kind = model::OriginKind::Import;
            m_batch.push_back(std::move(label));
        }
    }

    void takeShapes(const std::vector<Shape> &shapes, extension::ItemRef item, Dialect dialect, QSize picture)
    {
        const std::size_t first = m_batch.size();
        std::vector<Json> good;  // what linksOf() looks at
        std::vector<std::size_t> places;  // of the same labels in the batch
        std::vector<QString> names;
        for (const Shape &shape : shapes) {
            const auto label = shape.given.find("label");
            const QString name = label == shape.given.end() ? QString() : base::toQString(*label);
            if (name.isEmpty()) {
                problem(shape.place + QStringLiteral(".label"), tr("It has no class name; it was left out."));
                continue;
            }
            auto geometry = geometryOf(shape.given, picture);
            if (!geometry) {
                problem(shape.place + geometry.error().place, geometry.error().text);
                continue;
            }
            extension::ForeignAnnotation foreign;
            foreign.item = item;
            foreign.labelClass = m_sink.declareClass({name, {}});
            Facts facts = factsOf(shape.given);
            foreign.annotation.geometry = std::move(*geometry);
            foreign.annotation.attributes = std::move(facts.attributes);
            foreign.annotation.score = facts.score;
            foreign.annotation.origin.kind = model::OriginKind::Import;
            keep(foreign.annotation, shape.given, name, dialect, picture);
            Json link = Json::object();
            for (const char *key : {"group_id", "kie_linking"})
                if (const auto value = shape.given.find(key); value != shape.given.end())
                    link[key] = *value;
            good.push_back(std::move(link));
            names.push_back(shape.place);
            places.push_back(m_batch.size());
            m_batch.push_back(std::move(foreign));
        }
        extension::joinGroups(m_batch, first, m_file.toUtf8(), keptGroup);
        takeLinks(good, places, names, item);
    }

    static void keep(model::Annotation &annotation, Json given, const QString &name, Dialect dialect, QSize picture)
    {
        // A label that the other dialect cannot say is compared with an entry without a geometry: all of its own is kept.
        const std::vector<Json> entries = geometryEntries(annotation.geometry, dialect, picture);
        Json written = entryOf(annotation, name, dialect, entries.size() == 1 ? entries.front() : Json::object());
        for (Json *side : {&given, &written}) {
            if (std::holds_alternative<geometry::Mask>(annotation.geometry))
                side->erase("mask");
            if (const auto links = side->find("kie_linking"); links != side->end() && links->is_array())
                *links = Json::array();
        }
        if (Json beyond = extension::keptOf(given, written); !beyond.is_null())
            annotation.extra["labelme"] = std::move(beyond);
    }

    void takeLinks(const std::vector<Json> &shapes, const std::vector<std::size_t> &places, const std::vector<QString> &names,
                   extension::ItemRef item)
    {
        const auto links = linksOf(shapes);
        const std::vector<Json> lists = linkEntries(shapes, links.value_or(Links()));
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            const auto given = shapes[i].find("kie_linking");
            if (given == shapes[i].end() || !given->is_array() || given->empty())
                continue;
            if (!links)
                problem(names[i] + QStringLiteral(".kie_linking"),
                        tr("Some link of this file names a group that no label or several have; links are kept but not shown."),
                        base::IssueSeverity::Warning);
            if (!links || !extension::sameJson(*given, lists[i]))
                m_batch[places[i]].annotation.extra["labelme"]["set"]["kie_linking"] = *given;
        }
        for (const auto &[from, to] : links.value_or(Links())) {
            const auto idOf = [&](std::size_t place) {
                model::Annotation &end = m_batch[places[place]].annotation;
                if (end.id.isNull())
                    end.id = AnnotationId{Uuid::fromName("labelme", (m_file + names[place]).toUtf8())};
                return end.id;
            };
            extension::ForeignAnnotation relation;
            relation.item = item;
            relation.annotation.geometry = geometry::Relation{idOf(from), idOf(to), QStringLiteral("kie_linking")};
            relation.annotation.origin.kind = model::OriginKind::Import;
            m_batch.push_back(std::move(relation));
        }
    }

    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }
    void problem(const QString &place, const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem)
    {
        m_sink.issue({severity, m_file, place, text});
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    extension::MediaFinder m_media;
    QString m_file;
    QSet<QString> m_names;
    std::vector<extension::ForeignAnnotation> m_batch;
    std::int64_t m_good = 0;
    std::optional<Error> m_firstError;
};

}  // namespace

Json documentOf(const Json &flags, const QString &imagePath, QSize picture)
{
    Json document = Json::object();
    document["version"] = "5.5.0";
    document["flags"] = flags;
    document["imagePath"] = base::toJson(imagePath);
    document["imageData"] = nullptr;
    document["imageHeight"] = picture.isEmpty() ? Json() : Json(picture.height());
    document["imageWidth"] = picture.isEmpty() ? Json() : Json(picture.width());
    return document;
}

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request);
    if (layout.files.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 has no JSON files.").arg(request.path));
    return Reader(request, layout, sink).read();
}

}  // namespace plumbline::labelme

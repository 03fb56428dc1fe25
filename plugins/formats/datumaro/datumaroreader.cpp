// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro/datumaroreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelgroups.h"
#include "plugins/formats/datumaro/datumaroentry.h"
#include "plugins/formats/datumaro/datumarofiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <set>

namespace plumbline::datumaro {

namespace {

constexpr qint64 maximumFile = qint64(4) << 30;
constexpr qsizetype maximumKept = 1 << 20;  // bytes of a member of the root that is kept
constexpr std::size_t batchSize = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::datumaro", text);
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_layout(layout), m_sink(sink), m_control(sink.control()), m_media(request, layout.pictureFolders)
    {}

    Result<> read()
    {
        for (const QString &path : m_layout.files)
            if (auto done = readFile(path); !done)
                return done;
        if (const auto refused = m_media.refusedLinks())
            m_sink.issue(*refused);
        if (m_good == 0)
            return m_firstError ? tl::unexpected(*m_firstError)
                                : fail(ErrorCode::Malformed, tr("None of the JSON files is a Datumaro subset."));
        m_sink.declareDataset(QStringLiteral("datumaro"), m_dataset);
        return flush();
    }

private:
    Result<> readFile(const QString &path)
    {
        m_file = QDir(m_layout.root).relativeFilePath(path);
        m_subset = QFileInfo(path).completeBaseName();
        const auto data = base::readFile(path, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            problem({}, data.error().text);
            return {};
        }
        Json root = Json::object();
        QByteArrayView items;
        const bool whole = extension::visitJsonParts(*data, [&](const extension::JsonPart &part) {
            if (part.key == "items")
                items = part.text;
            else if (part.complete && root.size() < extension::maximumKeys)
                takeMember(root, part);
            return true;
        });
        if (!items.startsWith('[') && !extension::memberOf(root, "categories").is_object()) {
            problem({}, tr("It is no Datumaro subset; it was left out."));
            return {};
        }
        ++m_good;
        if (!whole)
            problem({}, tr("The file is cut off or broken; what came before was read."));
        takeCategories(root);
        m_dataset[m_subset.toStdString()] = std::move(root);
        Result<> result;
        qsizetype index = 0;
        extension::visitJsonParts(items, [&](const extension::JsonPart &part) {
            const QString place = QStringLiteral("items[%1]").arg(index++);
            if (m_control.cancelled())
                result = jobs::JobControl::cancelledError();
            else if (part.complete)
                takeItem(part.text, place);
            m_control.report(part.begin, items.size(), tr("Reading annotations"));
            if (result && m_batch.size() >= batchSize)
                result = flush();
            return result.has_value() && part.complete;
        });
        return result;
    }

    void takeMember(Json &root, const extension::JsonPart &part)
    {
        const QString place = QString::fromUtf8(part.key);
        if (part.key != "categories" && part.text.size() > maximumKept)
            return problem(place, tr("It is too large to be kept; it was left out."), base::IssueSeverity::Warning);
        if (auto value = extension::parsedJsonPart(part.text))
            root[part.key.toStdString()] = std::move(*value);
        else
            problem(place, value.error().text);
    }

    // Classes go by their place in the list; the list itself is written anew.
    void takeCategories(Json &root)
    {
        m_classes.clear();
        m_names.clear();
        m_skeletons.clear();
        const Json &categories = extension::memberOf(root, "categories");
        const Json &labels = extension::memberOf(extension::memberOf(categories, "label"), "labels");
        for (std::size_t i = 0; labels.is_array() && i < labels.size(); ++i) {
            QString name = base::toQString(extension::memberOf(labels[i], "name"));
            if (name.isEmpty()) {
                problem(QStringLiteral("categories.label.labels[%1]").arg(i),
                        tr("The class has no name; it is called by its number."), base::IssueSeverity::Warning);
                name = QStringLiteral("label %1").arg(i);
            }
            Json own = Json::object();
            own["index"] = i;
            if (labels[i].is_object())
                if (Json kept = extension::keptOf(labels[i], labelOf(name)); !kept.is_null())
                    own["kept"] = std::move(kept);
            Json extra = Json::object();
            extra["datumaro"] = std::move(own);
            m_classes.push_back(m_sink.declareClass({name, std::move(extra)}));
            m_names.append(name);
        }
        const Json &items = extension::memberOf(extension::memberOf(categories, "points"), "items");
        for (std::size_t i = 0; items.is_array() && i < items.size(); ++i)
            if (const Json &label = extension::memberOf(items[i], "label_id"); label.is_number_unsigned())
                m_skeletons.insert(label.get<std::size_t>());
        if (labels.is_array())
            root["categories"]["label"].erase("labels");
    }

    void takeItem(QByteArrayView text, const QString &place)
    {
        auto parsed = extension::parsedJsonPart(text);
        if (!parsed || !parsed->is_object())
            return problem(place, parsed ? tr("It is no object; the item was left out.")
                                         : tr("%1 The item was left out.").arg(parsed.error().text));
        Json item = std::move(*parsed);
        if (item.contains("point_cloud") || item.contains("video") || item.contains("video_frame"))
            return problem(place, tr("The item is no picture; it was left out."), base::IssueSeverity::Warning);
        const Json annotations = std::exchange(item["annotations"], Json());
        item.erase("annotations");
        extension::ForeignItem foreign;
        const auto name = nameOf(item, place);
        if (!name)
            return;
        foreign.name = *name;
        foreign.path = pictureOf(pathInSubset(*name, m_subset));
        takeSize(item, place, foreign);
        const QSize picture(foreign.width, foreign.height);
        Json own = Json::object();
        own["subset"] = base::toJson(m_subset);
        if (Json kept = extension::keptOf(item, itemOf(pathInSubset(*name, m_subset), picture)); !kept.is_null())
            own["kept"] = std::move(kept);
        std::vector<extension::ForeignAnnotation> labels;
        for (std::size_t i = 0; annotations.is_array() && i < annotations.size(); ++i)
            takeAnnotation(annotations[i], place + QStringLiteral(".annotations[%1]").arg(i), picture, i, labels, own);
        if (!annotations.is_null() && !annotations.is_array())
            problem(place + QStringLiteral(".annotations"), tr("It is no list; the item has no labels."));
        foreign.extra = Json::object();
        foreign.extra["datumaro"] = std::move(own);
        const extension::ItemRef ref = m_sink.declareItem(std::move(foreign));
        extension::joinGroups(labels, 0, (m_file + place).toUtf8(), keptGroup);
        for (extension::ForeignAnnotation &label : labels) {
            label.item = ref;
            m_batch.push_back(std::move(label));
        }
    }

    // From the picture's path, else from the id. A name that another subset has gets the subset in front.
    std::optional<QString> nameOf(Json &item, const QString &place)
    {
        QString given = base::toQString(extension::memberOf(extension::memberOf(item, "image"), "path"));
        if (given.isEmpty())
            given = base::toQString(extension::memberOf(extension::memberOf(item, "media"), "path"));
        const QString id = base::toQString(extension::memberOf(item, "id"));
        auto safe = base::safeRelativePath(given);
        if (!safe) {
            const QString ending = given.mid(extension::withoutEnding(given).size());
            safe = base::safeRelativePath(id + (ending.contains(QLatin1Char('/')) ? QString() : ending));
            if (!safe) {
                problem(place + QStringLiteral(".id"), tr("The item has no name that is safe to use; it was left out."));
                return std::nullopt;
            }
            if (!given.isEmpty()) {
                problem(place + QStringLiteral(".image.path"), tr("The path leads out of the data set; the item's id was taken."),
                        base::IssueSeverity::Warning);
                // A path that leads out is not written again either.
                item.erase("media");
                if (item.contains("image") && item["image"].is_object())
                    item["image"]["path"] = base::toJson(withEnding(*safe));
            }
        }
        QString name = withEnding(*safe);
        if (m_items.contains(name) && !name.startsWith(m_subset + QLatin1Char('/')))
            name = m_subset + QLatin1Char('/') + name;
        if (m_items.contains(name))
            problem(place, tr("Another item is about “%1” too; the labels of both were kept.").arg(name),
                    base::IssueSeverity::Warning);
        m_items.insert(name);
        return name;
    }
    QString withEnding(const QString &name)
    {
        if (!extension::isPictureName(name))
            for (const char *ending : {".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif"})
                if (!pictureOf(name + QLatin1String(ending)).isEmpty())
                    return name + QLatin1String(ending);
        return name;
    }
    QString pictureOf(const QString &path)
    {
        for (const QString &candidate :
             {m_subset + QLatin1Char('/') + path, path, path.mid(path.lastIndexOf(QLatin1Char('/')) + 1)})
            if (const QString found = m_media.find(candidate); !found.isEmpty())
                return found;
        return {};
    }

    void takeSize(const Json &item, const QString &place, extension::ForeignItem &foreign)
    {
        const Json &size = extension::memberOf(extension::memberOf(item, "image"), "size");
        const auto good = [](const Json &v) { return v.is_number() && v.get<double>() >= 1 && v.get<double>() <= 1e9; };
        if (size.is_array() && size.size() == 2 && good(size[0]) && good(size[1])) {
            foreign.height = static_cast<int>(size[0].get<double>());
            foreign.width = static_cast<int>(size[1].get<double>());
            return;
        }
        const QSize real = extension::uprightPictureSize(foreign.path);
        foreign.width = std::max(0, real.width());
        foreign.height = std::max(0, real.height());
        if (!size.is_null())
            problem(place + QStringLiteral(".image.size"),
                    tr("The picture's size is wrong; it was taken from the picture if there is one."),
                    base::IssueSeverity::Warning);
    }

    void takeAnnotation(const Json &entry, const QString &place, QSize picture, std::size_t index,
                        std::vector<extension::ForeignAnnotation> &labels, Json &own)
    {
        if (!entry.is_object())
            return problem(place, tr("It is no object; it was left out."));
        if (const QString type = base::toQString(extension::memberOf(entry, "type")); isForeignType(type)) {
            own["others"].push_back({{"at", index}, {"entry", entry}});
            return problem(place + QStringLiteral(".type"), tr("Labels of type “%1” are kept but not shown.").arg(type),
                           base::IssueSeverity::Warning);
        }
        auto geometry = geometryOf(entry, picture);
        if (!geometry)
            return problem(place + geometry.error().place, geometry.error().text);
        extension::ForeignAnnotation label;
        Json given = entry;
        Json number = extension::memberOf(entry, "label_id");
        if (!number.is_null()) {
            const bool known = number.is_number_unsigned() && number.get<std::uint64_t>() < m_classes.size();
            if (known)
                label.labelClass = m_classes[number.get<std::size_t>()];
            else if (!number.is_number_integer())
                return problem(place + QStringLiteral(".label_id"), tr("It is no whole number; the label was left out."));
            else
                label.labelClass = unknownClass(number.get<std::int64_t>(), place);
            if (auto *points = std::get_if<geometry::KeyPoints>(&*geometry);
                points && known && (m_skeletons.contains(number.get<std::size_t>()) || entry.contains("elements")))
                points->skeleton = m_names[static_cast<qsizetype>(number.get<std::size_t>())];
        }
        Facts facts = factsOf(entry);
        model::Annotation &annotation = label.annotation;
        annotation.geometry = std::move(*geometry);
        annotation.attributes = std::move(facts.attributes);
        annotation.score = facts.score;
        annotation.role = facts.role;
        annotation.zOrder = facts.zOrder;
        annotation.origin.kind = model::OriginKind::Import;
        // The class is not part of the annotation yet; a null id would make a caption of a label with such an attribute.
        model::Annotation shown = annotation;
        if (label.labelClass != extension::noClass)
            shown.labelClass = ClassId{Uuid::fromName("datumaro", "any")};
        const std::vector<Json> entries = geometryEntries(annotation.geometry, picture);
        if (Json kept = beyond(given, entryOf(shown, number, entries.size() == 1 ? entries.front() : Json::object()));
            !kept.is_null())
            annotation.extra["datumaro"] = std::move(kept);
        labels.push_back(std::move(label));
    }

    extension::ClassRef unknownClass(std::int64_t number, const QString &place)
    {
        if (m_unknown.insert(number).second)
            problem(place + QStringLiteral(".label_id"),
                    tr("There is no class number %1; its labels are in a class of that name.").arg(number),
                    base::IssueSeverity::Warning);
        return m_sink.declareClass({QStringLiteral("label %1").arg(number), {}});
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
    QString m_subset;
    std::vector<extension::ClassRef> m_classes;  // by number, of the file being read
    QStringList m_names;
    std::set<std::size_t> m_skeletons;
    std::set<std::int64_t> m_unknown;
    QSet<QString> m_items;
    Json m_dataset = Json::object();
    std::vector<extension::ForeignAnnotation> m_batch;
    std::int64_t m_good = 0;
    std::optional<Error> m_firstError;
};

}  // namespace

Json itemOf(const QString &path, QSize picture)
{
    Json image = Json::object();
    image["path"] = base::toJson(path);
    if (!picture.isEmpty())
        image["size"] = Json::array({picture.height(), picture.width()});
    Json item = Json::object();
    item["id"] = base::toJson(extension::withoutEnding(path));
    item["image"] = std::move(image);
    return item;
}

Json labelOf(const QString &name, const QString &parent, const QStringList &attributes)
{
    Json label = Json::object();
    label["name"] = base::toJson(name);
    label["parent"] = base::toJson(parent);
    label["attributes"] = Json::array();
    for (const QString &key : attributes)
        label["attributes"].push_back(base::toJson(key));
    return label;
}

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request);
    if (layout.files.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 has no Datumaro files.").arg(request.path));
    return Reader(request, layout, sink).read();
}

}  // namespace plumbline::datumaro

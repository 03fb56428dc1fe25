// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro3d/datumaro3dreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelintake.h"
#include "plugins/formats/datumaro3d/datumaro3dentry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <set>

namespace plumbline::datumaro3d {

namespace {

constexpr qint64 maximumFile = qint64(4) << 30;
constexpr qint64 probedBytes = 64 << 10;
constexpr qsizetype mostKept = 1 << 20;
constexpr qsizetype mostFiles = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::datumaro3d", text);
}

QString textOf(const Json &object, std::string_view key)
{
    return base::toQString(extension::memberOf(object, key));
}

QByteArray headOf(const QString &path)
{
    QFile file(path);
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) && file.open(QIODevice::ReadOnly) ? file.read(probedBytes)
                                                                                                        : QByteArray();
}

QStringList jsonIn(const QString &folder)
{
    QStringList files;
    for (const QFileInfo &info :
         QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks, QDir::Name).mid(0, mostFiles))
        files.append(info.absoluteFilePath());
    return files;
}

struct Layout {
    QString root;
    QStringList files;  ///< absolute; one a subset
};

Layout explore(const QString &path)
{
    const QFileInfo given(path);
    Layout layout;
    layout.root = QDir::cleanPath(given.isDir() ? given.absoluteFilePath() : given.absolutePath());
    if (given.isDir()) {
        const QStringList inside = jsonIn(layout.root + QStringLiteral("/annotations"));
        layout.files = inside.isEmpty() ? jsonIn(layout.root) : inside;
    } else {
        layout.files.append(given.absoluteFilePath());
    }
    if (QFileInfo(layout.root).fileName() == QLatin1String("annotations"))
        layout.root = QFileInfo(layout.root).absolutePath();
    return layout;
}

class Reader
{
public:
    Reader(const extension::ImportRequest &request, const Layout &layout, extension::AnnotationSink &sink)
        : m_layout(layout), m_sink(sink), m_intake(sink),
          m_media(request, {request.mediaPath, layout.root + QStringLiteral("/point_clouds"), layout.root})
    {}

    Result<> read()
    {
        for (const QString &file : m_layout.files) {
            m_intake.beginFile(QDir(m_layout.root).relativeFilePath(file));
            if (const auto done = readFile(file); !done)
                return done;
        }
        if (const auto refused = m_media.refusedLinks())
            m_sink.issue(*refused);
        if (!m_good)
            return fail(m_firstError.value_or(
                Error{ErrorCode::Malformed, tr("There is no Datumaro subset of point clouds in %1.").arg(m_layout.root), {}}));
        m_sink.declareDataset(QStringLiteral("datumaro3d"), m_dataset);
        return m_intake.finish();
    }

private:
    Result<> readFile(const QString &path)
    {
        m_subset = QFileInfo(path).completeBaseName();
        const auto data = base::readTextFile(path, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            m_intake.problem({}, data.error().text);
            return {};
        }
        Json root = Json::object();
        QByteArrayView items;
        const bool whole =
            extension::jsonOpening(*data) == '{' && extension::visitJsonParts(*data, [&](const extension::JsonPart &part) {
                if (part.key == "items")
                    items = part.text;
                else if (root.size() < extension::maximumKeys && (part.key == "categories" || part.text.size() <= mostKept))
                    keep(root, part);
                return true;
            });
        if (!items.startsWith('[')) {
            m_intake.problem({}, tr("It is no Datumaro subset; it was left out."));
            return {};
        }
        m_good = true;
        if (!whole)
            m_intake.problem({}, tr("The file breaks off; what came before was read."));
        takeClasses(root);
        m_dataset["subsets"][m_subset.toStdString()] = std::move(root);
        Result<> done;
        std::int64_t number = 0;
        extension::visitJsonParts(items, [&](const extension::JsonPart &part) {
            if (m_sink.control().cancelled()) {
                done = jobs::JobControl::cancelledError();
                return false;
            }
            m_sink.control().report(part.begin, items.size(), tr("Reading annotations"));
            done = readItem(part, QStringLiteral("items[%1]").arg(number++));
            return done.has_value();
        });
        return done;
    }

    void keep(Json &root, const extension::JsonPart &part)
    {
        if (auto value = extension::parsedJsonPart(part.text))
            root[part.key.toStdString()] = std::move(*value);
        else
            m_intake.problem(QString::fromUtf8(part.key), value.error().text);
    }

    void takeClasses(const Json &root)
    {
        m_classes.clear();
        const Json &labels = extension::memberOf(extension::memberOf(extension::memberOf(root, "categories"), "label"), "labels");
        for (std::size_t i = 0; labels.is_array() && i < labels.size(); ++i) {
            QString name = textOf(labels[i], "name");
            if (name.isEmpty()) {
                m_intake.warning(QStringLiteral("categories.label.labels[%1]").arg(i),
                                 tr("The class has no name; it is called by its number."));
                name = QStringLiteral("label %1").arg(i);
            }
            m_classes.push_back(m_sink.declareClass({name, {}}));
        }
    }

    Result<> readItem(const extension::JsonPart &part, const QString &place)
    {
        Json item = Json::object();
        QByteArrayView annotations;
        if (!part.text.startsWith('{'))
            return m_intake.left(place, tr("It is no object.")), Result<>();
        extension::visitJsonParts(part.text, [&](const extension::JsonPart &member) {
            if (member.key == "annotations")
                annotations = member.text;
            else if (member.text.size() <= mostKept && item.size() < extension::maximumKeys)
                if (auto value = extension::parsedJsonPart(member.text))
                    item[member.key.toStdString()] = std::move(*value);
            return true;
        });
        if (item.contains("image") || item.contains("video") || item.contains("video_frame"))
            return m_intake.leftKind(tr("items that are no point clouds")), Result<>();
        if (!declare(item, place))
            return {};
        std::int64_t number = 0;
        Result<> done;
        extension::visitJsonParts(annotations, [&](const extension::JsonPart &entry) {
            done = take(entry, place + QStringLiteral(".annotations[%1]").arg(number++));
            return done.has_value();
        });
        return done;
    }

    /// Named by the path of the cloud, else by the item's id.
    bool declare(const Json &item, const QString &place)
    {
        const QString given = textOf(extension::memberOf(item, "point_cloud"), "path");
        const QString id = textOf(item, "id");
        auto safe = base::safeRelativePath(given);
        if (!safe) {
            const QString ending = QFileInfo(given).suffix();
            safe = base::safeRelativePath(ending.isEmpty() ? id : id + QLatin1Char('.') + ending);
            if (!given.isEmpty() && safe)
                m_intake.warning(place + QStringLiteral(".point_cloud.path"),
                                 tr("The path leads out of the data set; the item's id was taken."));
        }
        if (!safe) {
            m_intake.left(place, tr("It has no name that is safe to use."));
            return false;
        }
        QString name = *safe;
        if (m_names.contains(name))
            name = m_subset + QLatin1Char('/') + name;
        m_names.insert(name);
        extension::ForeignItem foreign;
        foreign.kind = model::ItemKind::Scene;
        foreign.name = m_item = name;
        for (const QString &candidate : {m_subset + QLatin1Char('/') + *safe, *safe, QFileInfo(*safe).fileName()})
            if (foreign.path.isEmpty())
                foreign.path = m_media.find(candidate);
        foreign.extra = Json{{"datumaro3d", {{"subset", base::toJson(m_subset)}, {"item", item}}}};
        m_ref = m_sink.declareItem(std::move(foreign));
        const model::Scene *scene = m_sink.scene(m_ref);
        m_frame = scene ? scene->labelFrame : lidarFrame();
        const extension::SceneFrames frames(scene, lidarFrame());
        const auto index = frames.count() > 1 ? frames.indexNamed(extension::withoutEnding(QFileInfo(*safe).fileName()))
                                              : std::optional<std::int64_t>(0);
        if (!index)
            m_intake.left(place, tr("The scene has no sweep of this name."));
        else
            m_at = frames.ref(*index);
        return index.has_value();
    }

    std::optional<extension::ClassRef> classOf(const Json &number, const QString &place)
    {
        if (number.is_null())
            return extension::noClass;
        if (!number.is_number_integer())
            return std::nullopt;
        if (number.is_number_unsigned() && number.get<std::uint64_t>() < m_classes.size())
            return m_classes[number.get<std::size_t>()];
        const QString text = QString::fromStdString(number.dump());
        constexpr std::size_t most = 1000;
        if (m_unknown.size() < most && m_unknown.insert(text).second)
            m_intake.warning(place + QStringLiteral(".label_id"),
                             tr("There is no class number %1; its labels are in a class of that name.").arg(text));
        return m_sink.declareClass({QStringLiteral("label ") + text, {}});
    }

    Result<> take(const extension::JsonPart &part, const QString &place)
    {
        auto entry =
            part.complete ? extension::parsedJsonPart(part.text) : fail(ErrorCode::Malformed, tr("The file ends inside it."));
        if (!entry)
            return m_intake.left(place, entry.error().text), Result<>();
        if (const QString type = textOf(*entry, "type"); !type.isEmpty() && type != QLatin1String("cuboid_3d"))
            return m_intake.leftKind(type), Result<>();
        const auto cuboid = cuboidFrom(*entry, m_frame);
        const auto labelClass = classOf(extension::memberOf(*entry, "label_id"), place);
        if (!cuboid || !labelClass)
            return m_intake.left(place, cuboid ? tr("label_id is no whole number.") : cuboid.error().text), Result<>();
        extension::ForeignAnnotation label;
        label.item = m_ref;
        label.labelClass = *labelClass;
        label.annotation.geometry = *cuboid;
        label.annotation.frame = m_at;
        label.annotation.attributes = answersIn(*entry);
        if (const QString track = trackNameOf(*entry); !track.isEmpty())
            label.annotation.track = extension::trackNamed(m_item, track);
        label.annotation.extra = Json{{"datumaro3d", {{"entry", std::move(*entry)}}}};
        return m_intake.add(std::move(label));
    }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    extension::LabelIntake m_intake;
    extension::MediaFinder m_media;
    QString m_subset;
    QString m_item;
    QString m_frame;
    model::FrameRef m_at;
    extension::ItemRef m_ref = 0;
    std::vector<extension::ClassRef> m_classes;
    std::set<QString> m_unknown;
    QSet<QString> m_names;
    Json m_dataset = Json{{"subsets", Json::object()}};
    bool m_good = false;
    std::optional<Error> m_firstError;
};

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request.path);
    return Reader(request, layout, sink).read();
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    constexpr qsizetype looks = 8;
    const QStringList files = explore(path).files.mid(0, looks);
    for (const QString &file : files)
        if (const QString why = whyPointClouds(headOf(file)); !why.isEmpty())
            return {ProbeResult::Certain, QFileInfo(file).fileName() + QLatin1String(": ") + why};
    return {};
}

}  // namespace plumbline::datumaro3d

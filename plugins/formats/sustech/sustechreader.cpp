// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/sustech/sustechreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelintake.h"
#include "plugins/formats/sustech/sustechbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline::sustech {

namespace {

constexpr qint64 maximumFile = 256 << 20;
constexpr std::size_t batchSize = 4096;
constexpr int mostScenes = 10'000;
constexpr int mostTold = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::sustech", text);
}

QString labelFolder()
{
    return QStringLiteral("/label");
}

struct Layout {
    QStringList scenes;  ///< absolute folders, each with a folder label
    QString base;
    QString only;  ///< name of one file; empty = all
};

bool hasLabels(const QString &folder)
{
    const QFileInfo labels(folder + labelFolder());
    return labels.isDir() && !labels.isSymLink();
}

Layout explore(const QString &path)
{
    const QFileInfo given(path);
    Layout layout;
    QString folder = QDir::cleanPath(given.isDir() ? given.absoluteFilePath() : given.absolutePath());
    if (!given.isDir())
        layout.only = given.fileName();
    if (QFileInfo(folder).fileName() == QLatin1String("label"))
        folder = QFileInfo(folder).absolutePath();
    layout.base = folder;
    if (hasLabels(folder)) {
        layout.scenes.append(folder);
        layout.base = QFileInfo(folder).absolutePath();
        return layout;
    }
    for (const QString &name :
         QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name).mid(0, mostScenes))
        if (hasLabels(folder + QLatin1Char('/') + name))
            layout.scenes.append(folder + QLatin1Char('/') + name);
    return layout;
}

QStringList labelFiles(const QString &scene)
{
    return QDir(scene + labelFolder()).entryList({QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks, QDir::Name);
}

/// The list of records: the file itself, or its "objs".
QByteArrayView recordsIn(QByteArrayView text)
{
    if (extension::jsonOpening(text) != '{')
        return text;
    QByteArrayView records;
    extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
        if (part.key == "objs")
            records = part.text;
        return records.isNull();
    });
    return records;
}

class Reader
{
public:
    Reader(const Layout &layout, extension::AnnotationSink &sink) : m_layout(layout), m_sink(sink) {}

    Result<> read()
    {
        std::int64_t done = 0;
        for (const QString &scene : m_layout.scenes) {
            if (const auto taken = readScene(scene); !taken)
                return taken;
            m_sink.control().report(++done, m_layout.scenes.size(), tr("Reading annotations"));
        }
        if (!m_good)
            return fail(m_firstError.value_or(
                Error{ErrorCode::Malformed, tr("There are no label files of SUSTechPOINTS in %1.").arg(m_layout.base), {}}));
        return flush();
    }

private:
    Result<> readScene(const QString &folder)
    {
        const QStringList all = labelFiles(folder);
        QStringList stems;
        for (const QString &name : all)
            stems.append(extension::withoutEnding(name));
        if (stems.isEmpty())
            return {};
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        item.name = m_item = base::safeRelativePath(QFileInfo(folder).fileName()).value_or(QStringLiteral("scene"));
        item.path = folder;
        Json names = Json::array();
        for (const QString &stem : stems)
            names.push_back(base::toJson(stem));
        item.extra = Json{{"sustech", {{"files", std::move(names)}}}};
        m_ref = m_sink.declareItem(std::move(item));
        const model::Scene *scene = m_sink.scene(m_ref);
        const extension::SceneFrames frames(scene, lidarFrame());
        m_frame = scene ? scene->labelFrame : lidarFrame();
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (m_sink.control().cancelled())
                return jobs::JobControl::cancelledError();
            if (!m_layout.only.isEmpty() && all[i] != m_layout.only)
                continue;
            m_file = QDir(m_layout.base).relativeFilePath(folder + labelFolder() + QLatin1Char('/') + all[i]);
            const auto index = scene ? frames.indexNamed(stems[i]) : std::optional<std::int64_t>(i);
            if (!index) {
                say({}, tr("The scene has no sweep of this name; its labels were left out."));
                continue;
            }
            if (const auto taken = readFile(folder + labelFolder() + QLatin1Char('/') + all[i], frames.ref(*index)); !taken)
                return taken;
        }
        return {};
    }

    Result<> readFile(const QString &path, const model::FrameRef &frame)
    {
        const auto data = base::readFile(path, maximumFile);
        if (!data) {
            m_firstError = m_firstError ? m_firstError : data.error();
            say({}, data.error().text);
            return {};
        }
        m_told = 0;
        std::int64_t number = 0;
        Result<> stored;
        const QByteArrayView records = recordsIn(*data);
        const bool whole =
            extension::jsonOpening(records) == '[' && extension::visitJsonParts(records, [&](const extension::JsonPart &part) {
                take(part, number++, frame);
                if (m_batch.size() >= batchSize)
                    stored = m_sink.control().cancelled() ? jobs::JobControl::cancelledError() : flush();
                return stored.has_value();
            });
        if (!stored)
            return stored;
        if (!whole)
            say({}, tr("It is no list of boxes, or it breaks off."));
        m_good = m_good || whole || number > 0;
        if (m_told > mostTold)
            say({}, tr("%1 more boxes were left out.").arg(m_told - mostTold));
        return {};
    }

    void take(const extension::JsonPart &part, std::int64_t number, const model::FrameRef &frame)
    {
        auto record =
            part.complete ? extension::parsedJsonPart(part.text) : fail(ErrorCode::Malformed, tr("The file ends inside it."));
        if (!record)
            return left(number, record.error().text);
        const auto cuboid = cuboidFrom(extension::memberOf(*record, "psr"), m_frame);
        if (!cuboid)
            return left(number, cuboid.error().text);
        const QString type = base::toQString(extension::memberOf(*record, "obj_type"));
        if (type.isEmpty())
            return left(number, tr("It has no obj_type."));
        extension::ForeignAnnotation label;
        label.item = m_ref;
        label.labelClass = m_sink.declareClass({type, {}});
        label.annotation.geometry = *cuboid;
        label.annotation.frame = frame;
        if (const QString track = trackNameOf(*record); !track.isEmpty())
            label.annotation.track = extension::trackNamed(m_item, track);
        if (const QString said = base::toQString(extension::memberOf(*record, "obj_attr")); !said.isEmpty())
            label.annotation.attributes[attributeKey()] = said;
        label.annotation.extra = Json{{"sustech", {{"record", std::move(*record)}}}};
        m_batch.push_back(std::move(label));
    }

    void left(std::int64_t number, const QString &why)
    {
        if (++m_told <= mostTold)
            say(QStringLiteral("[%1]").arg(number), tr("%1 The box was left out.").arg(why));
    }
    void say(const QString &place, const QString &text) { m_sink.issue({IssueSeverity::Problem, m_file, place, text}); }
    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }

    const Layout &m_layout;
    extension::AnnotationSink &m_sink;
    QString m_item;
    QString m_file;
    QString m_frame;
    extension::ItemRef m_ref = 0;
    std::vector<extension::ForeignAnnotation> m_batch;
    int m_told = 0;
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
    extension::visitJsonParts(recordsIn(text), [&](const extension::JsonPart &part) {
        const auto record = part.complete ? extension::parsedJsonPart(part.text) : fail(ErrorCode::Malformed, {});
        good = record && extension::memberOf(extension::memberOf(*record, "psr"), "position").is_object();
        return false;
    });
    return good;
}

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    const Layout layout = explore(request.path);
    return Reader(layout, sink).read();
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    const QString why = tr("boxes with psr and obj_type");
    if (!QFileInfo(path).isDir())
        return looksLikeBoxes(path) && QFileInfo(QFileInfo(path).absolutePath()).fileName() == QLatin1String("label")
                   ? ProbeResult{ProbeResult::Certain, why}
                   : ProbeResult();
    constexpr qsizetype looks = 10;
    QStringList files;
    for (const QString &scene : explore(path).scenes.mid(0, looks))
        for (const QString &name : labelFiles(scene).mid(0, looks))
            files.append(scene + labelFolder() + QLatin1Char('/') + name);
    return extension::probeAmong(files, looksLikeBoxes, why);
}

}  // namespace plumbline::sustech

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/nuscenes/nuscenestable.h"

#include "core/extension/jsonparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline::nuscenes {

namespace {

constexpr qint64 mostTableBytes = qint64(16) << 30;
constexpr qsizetype mostRecordBytes = qsizetype(1) << 20;
constexpr int mostTold = 50;
constexpr int mostVersions = 20;
constexpr std::int64_t recordsBetweenLooks = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::nuscenes", text);
}

QString pathOf(const Version &version, const char *table)
{
    return version.folder + QLatin1Char('/') + QLatin1String(table) + QStringLiteral(".json");
}

bool hasAnnotations(const QString &folder)
{
    return QFileInfo(folder + QStringLiteral("/sample_annotation.json")).isFile();
}

Version versionAt(const QString &folder)
{
    const QFileInfo info(folder);
    return {info.absoluteFilePath(), info.fileName(), info.absolutePath()};
}

}  // namespace

std::vector<Version> versionsAt(const QString &path)
{
    const QFileInfo given(path);
    const QString folder = QDir::cleanPath(given.isDir() ? given.absoluteFilePath() : given.absolutePath());
    std::vector<Version> versions;
    if (hasAnnotations(folder))
        versions.push_back(versionAt(folder));
    else if (given.isDir())
        for (const QString &name :
             QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name).mid(0, mostVersions))
            if (hasAnnotations(folder + QLatin1Char('/') + name))
                versions.push_back(versionAt(folder + QLatin1Char('/') + name));
    return versions;
}

QString tableName(const Version &version, const char *table)
{
    return version.name + QLatin1Char('/') + QLatin1String(table) + QStringLiteral(".json");
}

bool hasTable(const Version &version, const char *table)
{
    const QFileInfo info(pathOf(version, table));
    return info.isFile() && !info.isSymLink();
}

Result<> visitTable(const Version &version, const char *table, extension::AnnotationSink &sink,
                    const std::function<bool(Json &record, std::int64_t number)> &take)
{
    QFile file(pathOf(version, table));
    const QString name = tableName(version, table);
    if (QFileInfo(file).isSymLink() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, tr("%1 is missing or cannot be read.").arg(name));
    if (file.size() > mostTableBytes)
        return fail(ErrorCode::TooLarge, tr("%1 is larger than is allowed.").arg(name));
    const uchar *mapped = file.size() > 0 ? file.map(0, file.size()) : nullptr;
    const QByteArrayView text = mapped ? QByteArrayView(mapped, file.size()) : QByteArrayView();
    if (extension::jsonOpening(text) != '[')
        return fail(ErrorCode::Malformed, tr("%1 is no list of records.").arg(name));
    std::int64_t number = 0;
    int told = 0;
    bool cancelled = false;
    bool stopped = false;
    const bool whole = extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
        if (number % recordsBetweenLooks == 0) {
            sink.control().report(part.begin, text.size(), tr("Reading %1").arg(name));
            cancelled = sink.control().cancelled();
        }
        auto record = !part.complete                       ? fail(ErrorCode::Malformed, tr("The file ends inside it."))
                      : part.text.size() > mostRecordBytes ? fail(ErrorCode::TooLarge, tr("The record is too large."))
                                                           : extension::parsedJsonPart(part.text);
        if (record && record->is_object())
            stopped = !take(*record, number);
        else if (++told <= mostTold)
            sink.issue({IssueSeverity::Problem, name, QStringLiteral("[%1]").arg(number),
                        tr("%1 It was left out.").arg(record ? tr("The record is no object.") : record.error().text)});
        ++number;
        return !cancelled && !stopped;
    });
    if (cancelled)
        return jobs::JobControl::cancelledError();
    if (told > mostTold)
        sink.issue({IssueSeverity::Problem, name, {}, tr("%1 more records were left out.").arg(told - mostTold)});
    if (!whole && !stopped)
        sink.issue({IssueSeverity::Problem, name, {}, tr("The table breaks off; what came before was read.")});
    return {};
}

QString textOf(const Json &record, const char *key)
{
    return base::toQString(extension::memberOf(record, key));
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    const QFileInfo given(path);
    if (!given.isDir() && given.fileName() != QLatin1String("sample_annotation.json"))
        return {};
    for (const Version &version : versionsAt(path))
        if (hasTable(version, "sample") && hasTable(version, "instance") && hasTable(version, "category"))
            return {ProbeResult::Certain, tr("the tables sample_annotation, sample, instance and category")};
    return {};
}

}  // namespace plumbline::nuscenes

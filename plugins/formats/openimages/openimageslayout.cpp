// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openimages/openimageslayout.h"

#include "core/base/csv.h"
#include "core/extension/linkguard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace plumbline::openimages {

namespace {

constexpr int mostFiles = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openimages", text);
}

QStringList csvIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.csv")}, QDir::Files | QDir::NoSymLinks, QDir::Name).mid(0, mostFiles);
}

QStringList columnsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readLine(16 * 1024);
    const auto cells = base::CsvReader(line).next();
    return cells ? *cells : QStringList();
}

QString tablesBelow(const QString &root)
{
    const QString folder = root + QStringLiteral("/annotations");
    return QFileInfo(folder).isDir() && !csvIn(folder).isEmpty() ? folder : root;
}

}  // namespace

TableKind kindOf(const QString &fileName, const QStringList &columns)
{
    if (fileName.contains(QLatin1String("class-descriptions")))
        return TableKind::Classes;
    const auto has = [&](const char *name) { return columns.contains(QLatin1String(name)); };
    if (!has("ImageID"))
        return TableKind::Other;
    if (has("MaskPath") && has("LabelName"))
        return TableKind::Masks;
    if (has("XMin") && has("LabelName"))
        return TableKind::Boxes;
    if (has("LabelName") && has("Confidence"))
        return TableKind::Labels;
    return has("Subset") || has("OriginalURL") ? TableKind::Images : TableKind::Other;
}

QString kindKey(TableKind kind)
{
    return kind == TableKind::Boxes   ? QStringLiteral("boxes")
           : kind == TableKind::Masks ? QStringLiteral("masks")
                                      : QStringLiteral("labels");
}

QString subsetOf(const QString &fileName)
{
    static const QRegularExpression named(QStringLiteral("^(?:oidv\\d+-)?([A-Za-z0-9_]+)-annotations"));
    static const QRegularExpression inside(QStringLiteral("(?:^|[-_])(train|validation|test)(?:[-_.]|$)"));
    if (const auto match = named.match(fileName); match.hasMatch())
        return match.captured(1);
    return inside.match(fileName).captured(1);
}

Result<Layout> explore(const extension::ImportRequest &request)
{
    const QFileInfo given(request.path);
    if (!given.exists())
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(request.path));
    Layout layout;
    const QString folder = given.isDir() ? given.canonicalFilePath() : QFileInfo(given.canonicalFilePath()).absolutePath();
    layout.tables = given.isDir() ? tablesBelow(folder) : folder;
    layout.root = QFileInfo(layout.tables).fileName() == QLatin1String("annotations") ? QFileInfo(layout.tables).absolutePath()
                                                                                      : layout.tables;
    if (extension::LinkGuard guard(request); !guard.reaches(layout.tables))
        return fail(ErrorCode::NotFound, tr("%1 is a link that leads out of the data set.").arg(layout.tables));
    for (const QString &name : csvIn(layout.tables)) {
        const QString path = layout.tables + QLatin1Char('/') + name;
        const TableKind kind = kindOf(name, columnsOf(path));
        const bool helper = kind == TableKind::Classes || kind == TableKind::Images;
        if (!given.isDir() && name != given.fileName() && !helper)
            continue;
        if (kind == TableKind::Other)
            layout.others.append(path);
        else
            layout.files[kind].append(path);
        const QString subset = subsetOf(name);
        if (!subset.isEmpty() && !layout.subsets.contains(subset))
            layout.subsets.append(subset);
    }
    for (const char *name : {"train", "validation", "test"})
        if (!layout.subsets.contains(QLatin1String(name)))
            layout.subsets.append(QLatin1String(name));
    const auto has = [&](TableKind kind) { return layout.files.contains(kind); };
    if (!has(TableKind::Boxes) && !has(TableKind::Masks) && !has(TableKind::Labels) && !has(TableKind::Images))
        return fail(ErrorCode::NotFound, tr("%1 has no CSV files of Open Images.").arg(request.path));
    return layout;
}

extension::ProbeResult probe(const QString &path)
{
    using extension::ProbeResult;
    const QFileInfo given(path);
    const QString folder = given.isDir() ? tablesBelow(path) : given.absolutePath();
    const QStringList names = given.isDir()                                               ? csvIn(folder).mid(0, 20)
                              : path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? QStringList{given.fileName()}
                                                                                          : QStringList();
    ProbeResult best;
    for (const QString &name : names) {
        const TableKind kind = kindOf(name, columnsOf(folder + QLatin1Char('/') + name));
        const ProbeResult::Confidence sure = kind == TableKind::Boxes || kind == TableKind::Masks ? ProbeResult::Certain
                                             : kind == TableKind::Labels                          ? ProbeResult::Medium
                                             : kind == TableKind::Images                          ? ProbeResult::Low
                                                                                                  : ProbeResult::None;
        if (sure > best.confidence)
            best = {sure, tr("%1 has the columns of Open Images").arg(name)};
    }
    return best;
}

}  // namespace plumbline::openimages

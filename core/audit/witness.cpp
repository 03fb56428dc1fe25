// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/witness.h"

#include "core/base/atomicfile.h"
#include "core/base/sha256.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace plumbline::audit {

namespace {

constexpr qint64 largestWitness = 64 * 1024;

QString pathOf(const QString &witnessFolder, const QString &projectFolder)
{
    const QString canonical = QFileInfo(projectFolder).canonicalFilePath();
    const QString name = base::sha256((canonical.isEmpty() ? projectFolder : canonical).toUtf8()).toHex().left(32);
    return witnessFolder + QLatin1Char('/') + name + QStringLiteral(".json");
}

}  // namespace

Result<std::optional<Mark>> witnessOf(const QString &witnessFolder, const QString &projectFolder, ProjectId project)
{
    const QString path = pathOf(witnessFolder, projectFolder);
    if (!QFileInfo::exists(path))
        return std::optional<Mark>();
    const auto text = base::readFile(path, largestWitness);
    if (!text)
        return fail(text.error());
    const auto json = base::parseJson(*text, 4);
    auto mark = json && json->is_object() ? Mark::fromText(base::toQString(json->value("mark", Json()))) : std::optional<Mark>();
    if (!mark)
        return fail(ErrorCode::Corrupt, QCoreApplication::translate("plumbline::audit", "The witness %1 is damaged.").arg(path));
    // Another project lies in the place now: nothing of it was seen.
    const QString id = base::toQString(json->value("id", Json()));
    if (!id.isEmpty() && id != project.toString())
        return std::optional<Mark>();
    return mark;
}

Result<> keepWitness(const QString &witnessFolder, const QString &projectFolder, ProjectId project, const Mark &mark)
{
    if (!QDir().mkpath(witnessFolder))
        return fail(ErrorCode::PermissionDenied,
                    QCoreApplication::translate("plumbline::audit", "The folder %1 cannot be made.").arg(witnessFolder));
    return base::writeFileAtomically(
        pathOf(witnessFolder, projectFolder),
        base::toJsonText({{"version", 1},
                          {"project", base::toJson(projectFolder)},
                          {"id", base::toJson(project.toString())},
                          {"mark", base::toJson(mark.toText())}}));
}

}  // namespace plumbline::audit

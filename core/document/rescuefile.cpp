// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/rescuefile.h"

#include "core/base/atomicfile.h"
#include "core/base/cbor.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QDir>

namespace plumbline::document {

namespace {

constexpr std::uint64_t formVersion = 1;
constexpr qint64 largestRescueFile = qint64(1) << 30;

QString rescueFolder()
{
    const QString folder = base::stateFolder() + QStringLiteral("/rescue");
    QDir().mkpath(folder);
    return folder;
}

// A member's name may hold anything; the file name holds its hash.
QString prefixOf(ProjectId project, const QString &person)
{
    return project.toString() + QLatin1Char('-') + base::sha256(person.toUtf8()).toHex().left(8);
}

}  // namespace

Result<QString> writeRescueFile(ProjectId project, const QString &person, const std::vector<history::Gesture> &gestures)
{
    base::CborWriter w;
    w.array(1 + gestures.size());
    w.unsignedInteger(formVersion);
    for (const history::Gesture &gesture : gestures) {
        w.array(4);
        w.uuid(gesture.id.uuid);
        w.text(gesture.label);
        w.boolean(gesture.undoable);
        w.array(gesture.changes.size());
        for (const history::Change &change : gesture.changes) {
            w.array(6);
            w.unsignedInteger(static_cast<std::uint64_t>(change.type));
            w.unsignedInteger(static_cast<std::uint64_t>(change.kind));
            w.uuid(change.entity);
            w.text(change.group);
            w.bytes(change.before);
            w.bytes(change.after);
        }
    }
    const QString path =
        QStringLiteral("%1/%2-%3.cbor").arg(rescueFolder(), prefixOf(project, person)).arg(QCoreApplication::applicationPid());
    const auto written = base::writeFileAtomically(path, w.data());
    return written ? Result<QString>(path) : fail(written.error());
}

QStringList rescueFiles(ProjectId project, const QString &person)
{
    QStringList paths;
    const QFileInfoList files =
        QDir(rescueFolder())
            .entryInfoList({prefixOf(project, person) + QStringLiteral("-*.cbor")}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &file : files)
        paths.append(file.absoluteFilePath());
    return paths;
}

Result<std::vector<history::Gesture>> readRescueFile(const QString &path)
{
    const auto data = base::readFile(path, largestRescueFile);
    if (!data)
        return fail(data.error());
    base::CborReader r(*data);
    std::vector<history::Gesture> gestures;
    const std::uint64_t count = r.array();
    const bool known = r.unsignedInteger() == formVersion;
    for (std::uint64_t i = 1; known && i < count && !r.failed(); ++i) {
        history::Gesture gesture;
        r.arrayOf(4);
        gesture.id.uuid = r.uuid();
        gesture.label = r.text();
        gesture.undoable = r.boolean();
        const std::uint64_t changes = r.array();
        for (std::uint64_t k = 0; k < changes && !r.failed(); ++k) {
            history::Change change;
            r.arrayOf(6);
            change.type = static_cast<history::EntityType>(r.unsignedInteger());
            change.kind = static_cast<history::ChangeKind>(r.unsignedInteger());
            change.entity = r.uuid();
            change.group = r.text();
            change.before = r.bytes();
            change.after = r.bytes();
            gesture.changes.push_back(std::move(change));
        }
        gestures.push_back(std::move(gesture));
    }
    if (!known || !r.complete())
        return fail(ErrorCode::Corrupt,
                    QCoreApplication::translate("plumbline::document", "The rescue file %1 is damaged.").arg(path));
    return gestures;
}

}  // namespace plumbline::document

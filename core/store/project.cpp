// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "core/store/projectlock.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <pwd.h>
#include <unistd.h>

namespace plumbline::store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

constexpr qint64 largestMarker = 64 * 1024;

QString markerPath(const QString &folder)
{
    return folder + QStringLiteral("/plumbline.json");
}

QString databasePath(const QString &folder)
{
    return folder + QStringLiteral("/project.db");
}

}  // namespace

Person operatingSystemPerson()
{
    const passwd *entry = getpwuid(geteuid());
    const QString name = entry ? QString::fromLocal8Bit(entry->pw_name) : qEnvironmentVariable("USER");
    return {name.isEmpty() ? QStringLiteral("annotator") : name, true};
}

bool Project::isProject(const QString &folder)
{
    return QFileInfo(markerPath(folder)).isFile() && QFileInfo(databasePath(folder)).isFile();
}

Result<std::unique_ptr<Project>> Project::create(const QString &folder, const NewProject &made, const Store::Options &options)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QFileInfo info(path);
    if (info.exists() && (!info.isDir() || !QDir(path).isEmpty()))
        return fail(ErrorCode::AlreadyExists, tr("%1 exists and is not empty; choose another folder.").arg(path));
    const bool existed = info.exists();
    if (!QDir().mkpath(path))
        return fail(ErrorCode::PermissionDenied, tr("The folder %1 cannot be made.").arg(path));
    const auto undoFolder = [&] {
        QDir(path).removeRecursively();
        if (existed)
            QDir().mkpath(path);
    };

    base::SystemClock clock;
    base::SystemRandom random;
    base::IdSource ids(options.clock ? *options.clock : clock, options.random ? *options.random : random);
    const ProjectId id{ids.version4()};
    QString name = made.name.isEmpty() ? QFileInfo(path).completeBaseName() : made.name;
    const Json marker = {{"format", "plumbline-project"},
                         {"version", 1},
                         {"id", base::toJson(id.toString())},
                         {"name", base::toJson(name)},
                         {"encrypted", false}};
    for (const char *sub : {"media", "models", "backups", "cache"})
        QDir(path).mkpath(QLatin1String(sub));
    if (const auto stored = Store::create(databasePath(path), id, options); !stored) {
        undoFolder();
        return fail(stored.error());
    }
    // The marker comes last: a folder without it is no project.
    if (const auto written = base::writeFileAtomically(markerPath(path), base::toJsonText(marker)); !written) {
        undoFolder();
        return fail(written.error());
    }
    auto project = open(path, Access::Write, options);
    if (!project) {
        undoFolder();
        return project;
    }
    history::GestureBuilder first((*project)->store().ids().make<GestureId>(), tr("New project"));
    model::Schema schema = made.schema;
    schema.version = std::max(1, schema.version);
    first.put(model::Schema{}, schema)
        .put(nullptr, model::Member{made.creator.name, made.creator.name, QStringLiteral("lead"), {}})
        .setting(QStringLiteral("team"), nullptr, made.team)
        .notUndoable();
    if (const auto done = wait((*project)->store().commit(first.take(), made.creator.name)); !done) {
        project->reset();
        undoFolder();
        return fail(done.error());
    }
    return project;
}

Result<std::unique_ptr<Project>> Project::open(const QString &folder, Access access, const Store::Options &options)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (!QFileInfo(path).isDir())
        return fail(ErrorCode::NotFound, tr("There is no project folder %1.").arg(path));
    if (!isProject(path))
        return fail(ErrorCode::NotFound, tr("%1 is not a Plumbline project (it has no plumbline.json and project.db).").arg(path));
    const auto text = base::readFile(markerPath(path), largestMarker);
    if (!text)
        return fail(text.error());
    const auto marker = base::parseJson(*text);
    if (!marker || !marker->is_object() || marker->value("format", std::string()) != "plumbline-project")
        return fail(ErrorCode::Corrupt, tr("%1 is damaged.").arg(markerPath(path)));
    if (marker->value("encrypted", false))
        return fail(ErrorCode::Unsupported, tr("This project is encrypted; this program cannot open encrypted projects."));

    std::unique_ptr<Project> project(new Project);
    project->m_folder = path;
    project->m_name = base::toQString(marker->value("name", Json()));
    Store::Options wanted = options;
    wanted.readOnly |= access == Access::Read;
    if (!wanted.readOnly) {
        auto lock = ProjectLock::take(path);
        if (lock)
            project->m_lock = std::move(*lock);
        else if (lock.error().code == ErrorCode::ReadOnly)
            wanted.readOnly = true;
        else
            return fail(lock.error());
    }
    auto store = Store::open(databasePath(path), wanted);
    if (!store)
        return fail(store.error());
    project->m_store = std::move(*store);
    return project;
}

Project::~Project() = default;

void Project::closeStore()
{
    m_store.reset();
}

QString Project::mediaPath(const model::Item &item) const
{
    if (item.path.isEmpty() || QDir::isAbsolutePath(item.path))
        return item.path;
    return QDir::cleanPath(m_folder + QLatin1Char('/') + item.path);
}

QString Project::storedPath(const QString &absolutePath) const
{
    const QString parent = QFileInfo(m_folder).absolutePath();
    if (absolutePath == parent || absolutePath.startsWith(parent + QLatin1Char('/')))
        return QDir(m_folder).relativeFilePath(absolutePath);
    return absolutePath;
}

}  // namespace plumbline::store

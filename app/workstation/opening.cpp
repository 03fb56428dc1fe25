// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/opening.h"

#include "app/workstation/services.h"
#include "core/base/logging.h"
#include "core/itemmodels/jobmodel.h"
#include "core/workflow/demoproject.h"

#include <QDir>
#include <QFileInfo>

namespace plumbline::workstation {

namespace {

Result<OpenedProject> openExisting(const QString &folder, const jobs::JobControl &control)
{
    const auto project = openForWriting(folder, control);
    if (!project)
        return fail(project.error());
    OpenedProject opened;
    opened.project = *project;
    return opened;
}

}  // namespace

Opening::Opening(Services &services, QObject *parent) : QObject(parent), m_services(services)
{
    connect(&m_services.jobs(), &jobs::JobRunner::progressed, this, [this](jobs::JobId id) {
        const auto job = m_services.jobs().job(id);
        if (id != m_job || !job)
            return;
        const auto share = itemmodels::JobModel::fraction(*job);
        const QString what = job->progress.what.isEmpty() ? job->title : job->progress.what;
        emit progressed(what, share.value_or(-1));
    });
}

void Opening::cancel()
{
    if (m_job)
        m_services.jobs().cancel(m_job);
}

QString Opening::sampleFolder()
{
    return base::dataFolder() + QStringLiteral("/projects/demo.plumb");
}

template <typename Work>
void Opening::run(const QString &title, Work work)
{
    if (m_job)
        m_services.jobs().cancel(m_job);
    m_job = m_services.jobs().run(
        title, std::move(work), this,
        [this](Result<OpenedProject> result) {
            m_job = 0;
            emit ended();
            if (result)
                emit opened(*result);
            else
                emit failed(result.error());
        },
        jobs::JobRunner::Visibility::Listed, m_generation.next());
    emit started(title);
}

void Opening::openPaths(const QStringList &paths, const std::shared_ptr<store::Project> &current)
{
    const PathsMeaning meaning = meaningOf(paths);
    if (meaning.kind == PathsMeaning::Project) {
        openProject(meaning.project);
        return;
    }
    if (meaning.kind == PathsMeaning::Nothing) {
        emit failed({ErrorCode::NotFound, tr("There is no such file or folder: %1").arg(paths.join(QStringLiteral(", "))), {}});
        return;
    }
    run(meaning.words, [paths = meaning.paths, current, opener = m_services.mediaOpener(), formats = m_services.formats(),
                        person = m_services.person()](jobs::JobControl &control) {
        return current ? addToProject(current, paths, opener, formats, person, control)
                       : openQuickProject(paths, opener, formats, person, control);
    });
}

void Opening::openProject(const QString &folder)
{
    run(tr("Open %1").arg(QFileInfo(folder).completeBaseName()), [folder](jobs::JobControl &control) { return openExisting(folder, control); });
}

void Opening::createProject(const QString &folder)
{
    run(tr("Make the project"), [folder, person = m_services.person()](jobs::JobControl &control) -> Result<OpenedProject> {
        store::Project::NewProject made;
        made.schema = model::emptySchema();
        made.creator = person;
        // Closed at once: opening is the same for every project.
        if (const auto created = store::Project::create(folder, made); !created)
            return fail(created.error());
        return openExisting(folder, control);
    });
}

void Opening::openSample()
{
    const QString folder = sampleFolder();
    if (store::Project::isProject(folder)) {
        openProject(folder);
        return;
    }
    run(tr("Make the sample project"), [folder](jobs::JobControl &control) -> Result<OpenedProject> {
        QDir().mkpath(QFileInfo(folder).absolutePath());
        if (const auto made = workflow::makeDemo(folder, {.drive = true}, control); !made)
            return fail(made.error());
        return openExisting(folder, control);
    });
}

}  // namespace plumbline::workstation

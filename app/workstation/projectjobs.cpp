// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/projectjobs.h"

#include "core/base/logging.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>
#include <QThread>

namespace plumbline::workstation {

namespace {

constexpr int namesLookedAt = 5000;
constexpr int labelFilesLookedAt = 200;
constexpr int unsureKept = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workstation", text);
}

QString folderOf(const QStringList &paths)
{
    QString common;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
        if (common.isEmpty()) {
            common = folder;
            continue;
        }
        while (folder != common && !folder.startsWith(common + QLatin1Char('/')) && QDir(common).cdUp()) {
            const QString up = QFileInfo(common).absolutePath();
            if (up == common)
                break;
            common = up;
        }
    }
    return common;
}

bool mayBeLabels(const QString &name)
{
    static const QStringList endings{QStringLiteral("json"), QStringLiteral("xml"), QStringLiteral("yaml"), QStringLiteral("yml"), QStringLiteral("csv")};
    return endings.contains(QFileInfo(name).suffix().toLower());
}

// Folders first: a format that reads a whole folder takes the single files in it along.
QStringList labelCandidates(const QStringList &paths)
{
    QStringList candidates;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            if (mayBeLabels(path))
                candidates.append(info.absoluteFilePath());
            continue;
        }
        const QDir folder(info.absoluteFilePath());
        candidates.append(folder.absolutePath());
        const auto filesOf = [&](const QDir &of) {
            for (const QFileInfo &file : of.entryInfoList(QDir::Files, QDir::Name)) {
                if (mayBeLabels(file.fileName()) && candidates.size() < labelFilesLookedAt)
                    candidates.append(file.absoluteFilePath());
            }
        };
        const QFileInfoList below = folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
        for (const QFileInfo &sub : below) {
            if (!store::Project::isProject(sub.absoluteFilePath()) && candidates.size() < labelFilesLookedAt)
                candidates.append(sub.absoluteFilePath());
        }
        filesOf(folder);
        for (const QFileInfo &sub : below) {
            if (!store::Project::isProject(sub.absoluteFilePath()))
                filesOf(QDir(sub.absoluteFilePath()));
        }
    }
    return candidates;
}

bool isWritable(const QString &folder)
{
    const QFileInfo info(folder);
    return info.isDir() && info.isWritable();
}

}  // namespace

PathsMeaning meaningOf(const QStringList &paths)
{
    PathsMeaning meaning;
    for (const QString &path : paths)
        if (QFileInfo info(path); info.isFile() && info.suffix().toLower() == QLatin1String("plumbpack"))
            meaning.paths.append(info.absoluteFilePath());
    if (!meaning.paths.isEmpty()) {
        meaning.kind = PathsMeaning::Packets;
        meaning.words = meaning.paths.size() == 1
                            ? tr("Look into the packet %1").arg(QFileInfo(meaning.paths.first()).fileName())
                            : tr("Look into %1 packets").arg(meaning.paths.size());
        return meaning;
    }
    int folders = 0;
    int files = 0;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            continue;
        // The database inside a project, or its marker, means the project.
        const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
        if (store::Project::isProject(folder)
            && (info.isDir() || info.fileName() == QLatin1String("project.db") || info.fileName() == QLatin1String("plumbline.json"))) {
            meaning.kind = PathsMeaning::Project;
            meaning.project = folder;
            meaning.words = tr("Open the project %1").arg(QFileInfo(folder).completeBaseName());
            return meaning;
        }
        info.isDir() ? ++folders : ++files;
        meaning.paths.append(info.absoluteFilePath());
    }
    if (meaning.paths.isEmpty())
        return meaning;
    meaning.kind = PathsMeaning::Media;
    QStringList parts;
    if (folders > 0)
        parts.append(folders == 1 && files == 0 ? tr("the folder %1").arg(QFileInfo(meaning.paths.first()).fileName())
                                                : QCoreApplication::translate("plumbline::workstation", "%n folder(s)", nullptr, folders));
    if (files > 0)
        parts.append(QCoreApplication::translate("plumbline::workstation", "%n file(s)", nullptr, files));
    meaning.words = tr("Label %1").arg(parts.join(tr(" and ")));
    return meaning;
}

QString countsBelow(const QStringList &paths)
{
    int media = 0;
    int labels = 0;
    int looked = 0;
    const auto count = [&](const QString &name) {
        ++looked;
        mayBeLabels(name) || name.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive) ? ++labels : ++media;
    };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            count(path);
            continue;
        }
        QDirIterator walk(path, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext() && looked < namesLookedAt) {
            walk.next();
            if (!walk.filePath().contains(QLatin1String(".plumb/")))
                count(walk.fileName());
        }
    }
    const auto counted = [](const char *words, int n) {
        return QCoreApplication::translate("plumbline::workstation", words, nullptr, n);
    };
    QString text = labels > 0 ? counted(QT_TRANSLATE_N_NOOP("plumbline::workstation", "%Ln media file(s)"), media) + QStringLiteral(", ")
                                    + counted(QT_TRANSLATE_N_NOOP("plumbline::workstation", "%Ln file(s) that may hold labels"), labels)
                              : counted(QT_TRANSLATE_N_NOOP("plumbline::workstation", "%n file(s)"), media);
    if (looked >= namesLookedAt)
        text = tr("more than %1").arg(text);
    return text;
}

QString resultWords(const OpenedProject &opened)
{
    QStringList parts;
    if (const int added = static_cast<int>(opened.added.size()); added > 0)
        parts.append(QCoreApplication::translate("plumbline::workstation", "%n item(s) added", nullptr, added));
    if (const int labels = static_cast<int>(opened.annotations); labels > 0)
        parts.append(QCoreApplication::translate("plumbline::workstation", "%Ln label(s) read (%1)", nullptr, labels)
                         .arg(opened.imported.join(QStringLiteral(", "))));
    return parts.join(QStringLiteral(", "));
}

Result<std::shared_ptr<store::Project>> openForWriting(const QString &folder, const jobs::JobControl &control)
{
    constexpr int tries = 30;
    constexpr unsigned long pauseMilliseconds = 50;
    for (int attempt = 1;; ++attempt) {
        auto opened = store::Project::open(folder, store::Project::Access::Write);
        if (opened)
            return std::shared_ptr<store::Project>(std::move(*opened));
        if (opened.error().code != ErrorCode::Locked || attempt == tries || control.cancelled())
            return fail(opened.error());
        QThread::msleep(pauseMilliseconds);
    }
}

QString quickProjectFolder(const QStringList &paths)
{
    const QString folder = folderOf(paths);
    const QString name = QFileInfo(folder).fileName().isEmpty() ? QStringLiteral("labels") : QFileInfo(folder).fileName();
    const QString beside = folder + QLatin1Char('/') + name + QStringLiteral(".plumb");
    if (store::Project::isProject(beside) || isWritable(folder))
        return beside;
    // A read-only place: the same folder always leads to the same project.
    const QString id = Uuid::fromName("quick-project", folder.toUtf8()).toString().left(8);
    return base::dataFolder() + QStringLiteral("/projects/%1-%2.plumb").arg(name, id);
}

Result<OpenedProject> addToProject(std::shared_ptr<store::Project> project, const QStringList &paths,
                                   const exchange::MediaOpener &opener,
                                   const std::vector<const extension::AnnotationFormat *> &formats, const store::Person &person,
                                   const jobs::JobControl &control)
{
    OpenedProject opened;
    opened.project = project;
    auto added = exchange::addMedia(*project, opener, paths, person, control);
    if (!added)
        return fail(added.error());
    opened.added = std::move(added->items);
    opened.issues = std::move(added->issues);
    if (!opened.added.empty())
        opened.first = opened.added.front().id;
    else if (!added->duplicates.empty())
        opened.first = added->duplicates.front().item;
    QStringList taken;
    for (const QString &candidate : labelCandidates(paths)) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const bool inside = std::any_of(taken.begin(), taken.end(), [&](const QString &folder) {
            return candidate.startsWith(folder + QLatin1Char('/'));
        });
        if (inside)
            continue;
        const auto guesses = exchange::guessFormats(formats, candidate);
        const extension::AnnotationFormat *format = exchange::certainGuess(guesses);
        if (!format) {
            if (!guesses.empty() && opened.unsure.size() < unsureKept)
                opened.unsure.append(candidate);
            continue;
        }
        exchange::ImportOptions options;
        options.request.path = candidate;
        options.request.mediaPath = folderOf(paths);
        const auto report = exchange::importAnnotations(*project, opener, *format, options, person, control);
        if (!report) {
            if (report.error().code == ErrorCode::Cancelled)
                return fail(report.error());
            opened.issues.problem(candidate, {}, report.error().text);
            continue;
        }
        taken.append(candidate);
        opened.annotations += report->annotations;
        opened.imported.append(format->title());
        opened.newClasses += report->newClasses;
        for (const Issue &issue : report->issues.issues)
            opened.issues.add(issue);
        opened.issues.more += report->issues.more;
    }
    // What lies in a folder that was read is no question any more.
    opened.unsure.removeIf([&](const QString &path) {
        return std::any_of(taken.begin(), taken.end(), [&](const QString &read) {
            return path == read || path.startsWith(read + QLatin1Char('/')) || read.startsWith(path + QLatin1Char('/'));
        });
    });
    return opened;
}

Result<OpenedProject> openQuickProject(const QStringList &paths, const exchange::MediaOpener &opener,
                                       const std::vector<const extension::AnnotationFormat *> &formats, const store::Person &person,
                                       const jobs::JobControl &control)
{
    const QString folder = quickProjectFolder(paths);
    if (store::Project::isProject(folder)) {
        const auto opened = openForWriting(folder, control);
        if (!opened)
            return fail(opened.error());
        const std::shared_ptr<store::Project> project = *opened;
        if (project->store().readOnly()) {
            OpenedProject read;
            read.project = project;
            return read;
        }
        // Labels were read when the project was made; only media that came since are new.
        auto added = exchange::addMedia(*project, opener, paths, person, control);
        if (!added)
            return fail(added.error());
        OpenedProject again;
        again.project = project;
        again.added = std::move(added->items);
        again.issues = std::move(added->issues);
        return again;
    }
    QDir().mkpath(QFileInfo(folder).absolutePath());
    store::Project::NewProject made;
    made.name = QFileInfo(folder).completeBaseName();
    made.schema = model::emptySchema();
    made.creator = person;
    auto created = store::Project::create(folder, made);
    if (!created)
        return fail(created.error());
    std::shared_ptr<store::Project> project = std::move(*created);
    auto result = addToProject(project, paths, opener, formats, person, control);
    const bool nothing = result && result->added.empty() && result->annotations == 0 && result->unsure.isEmpty();
    if (result && !nothing)
        return result;
    // Nothing half-made stays behind.
    if (result)
        result->project.reset();
    project.reset();
    QDir(folder).removeRecursively();
    if (!result)
        return result;
    return fail(ErrorCode::NotFound, tr("No media that an installed plugin can open were found there."),
                result->issues.empty() ? QString() : result->issues.issues.front().text);
}

}  // namespace plumbline::workstation

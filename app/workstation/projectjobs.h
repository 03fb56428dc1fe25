// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"
#include "core/exchange/mediacatalog.h"
#include "core/store/project.h"

#include <QStringList>

#include <memory>

/// Opening things, as functions of copied inputs that run on a worker. What they return is shown by the window.
namespace plumbline::workstation {

/// What a drop or a command line means.
struct PathsMeaning {
    enum Kind { Nothing, Project, Media, Packets } kind = Nothing;
    QString project;    ///< when Project
    QStringList paths;  ///< when Media: files and folders; when Packets: those
    QString words;      ///< translated: "Open the project street", "Label 3 folders and 12 files"
};
/// Looks at the paths themselves, not below them; fast enough to be called while hovering.
[[nodiscard]] PathsMeaning meaningOf(const QStringList &paths);
/// Adds counts of what is below: "1,204 files, 3 of them labels". Looks at a few thousand names at most.
[[nodiscard]] QString countsBelow(const QStringList &paths);

struct OpenedProject {
    std::shared_ptr<store::Project> project;
    std::vector<model::Item> added;
    std::int64_t annotations = 0;
    QStringList imported;  ///< titles of the formats that labels were read from
    QStringList newClasses;  ///< names that the labels brought into the schema
    IssueList issues;
    QStringList unsure;    ///< files and folders that may hold labels, of more than one format or perhaps of none
    ItemId first;          ///< item to show; null = the first of the queue
};

/// What came in, for the list of ended jobs.
[[nodiscard]] QString resultWords(const OpenedProject &opened);

/// Opens for writing. A project that this program has just closed may still be held by work that is ending: waits for that
/// a moment before failing with Locked.
[[nodiscard]] Result<std::shared_ptr<store::Project>> openForWriting(const QString &folder, const jobs::JobControl &control);

/// Where a quick project for these paths goes: FOLDER/NAME.plumb, or below the user's data folder when FOLDER cannot be
/// written.
[[nodiscard]] QString quickProjectFolder(const QStringList &paths);

/// Opens the project of that folder, making it when it is not there, and adds the media and the labels found beside them.
[[nodiscard]] Result<OpenedProject> openQuickProject(const QStringList &paths, const exchange::MediaOpener &opener,
                                                     const std::vector<const extension::AnnotationFormat *> &formats,
                                                     const store::Person &person, const jobs::JobControl &control);
/// The same into a project that is open.
[[nodiscard]] Result<OpenedProject> addToProject(std::shared_ptr<store::Project> project, const QStringList &paths,
                                                 const exchange::MediaOpener &opener,
                                                 const std::vector<const extension::AnnotationFormat *> &formats,
                                                 const store::Person &person, const jobs::JobControl &control);

}  // namespace plumbline::workstation

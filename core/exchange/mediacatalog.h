// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/extension/mediasource.h"
#include "core/extension/registry.h"
#include "core/jobs/jobcontrol.h"
#include "core/model/item.h"
#include "core/store/project.h"

#include <QStringList>

#include <memory>
#include <vector>

/// Getting media and annotations into a project and out of it: what menus and command line share.
namespace plumbline::exchange {

/// Opens media through whichever plugin recognises the content. Holds factories, no state; any thread.
class PLUMBLINE_CORE_EXPORT MediaOpener
{
public:
    explicit MediaOpener(std::vector<const extension::MediaSourceFactory *> factories, extension::MediaBudget budget = {});

    /// The factory that is surest about the file, and at least this sure; null when there is none.
    [[nodiscard]] const extension::MediaSourceFactory *
    factoryFor(const QString &path, extension::ProbeResult::Confidence least = extension::ProbeResult::Low) const;
    [[nodiscard]] Result<std::unique_ptr<extension::MediaSource>> open(const QString &path) const;
    /// One frame, for callers that want nothing else of the medium.
    [[nodiscard]] Result<extension::LoadedFrame> loadFrame(const QString &path, std::int64_t index,
                                                           extension::LoadQuality quality, const jobs::JobControl &control) const;
    /// What the factories know of a folder or file as a whole; the first that finds something has it.
    [[nodiscard]] Result<std::vector<extension::FoundMedium>> survey(const QString &path, const jobs::JobControl &control) const;
    /// Item value of a medium: kind, size, hash, name (path relative to `root`, or the file name). Its id is not set.
    [[nodiscard]] Result<model::Item> describe(const QString &path, const QString &root, IssueList *issues) const;

private:
    std::vector<const extension::MediaSourceFactory *> m_factories;
    extension::MediaBudget m_budget;
};

/// "a/k.png", 2 → "a/k (2).png": how items whose names clash are told apart.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString numberedName(const QString &name, int number);

struct AddReport {
    std::vector<model::Item> items;  ///< what was added
    /// A file whose content the project has already, and as which item.
    struct Duplicate {
        QString path;
        ItemId item;
    };
    std::vector<Duplicate> duplicates;
    IssueList issues;
};

/// Adds scenes of folders whose layout is known, and files and folders (with what is below them; hidden files, project folders and links that leave are passed over).
/// Unknown and broken files become issues. One undoable gesture. Cancelling adds nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<AddReport> addMedia(store::Project &project, const MediaOpener &opener,
                                                               const QStringList &paths, const store::Person &person,
                                                               const jobs::JobControl &control);

}  // namespace plumbline::exchange

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/item.h"
#include "core/model/schema.h"
#include "core/store/store.h"

#include <QString>

#include <memory>

namespace plumbline::store {

class ProjectLock;

/// Who acts. Authenticated = the operating system's account vouches for the name.
struct Person {
    QString name;
    bool authenticated = true;
    bool operator==(const Person &) const = default;
};

/// The account this process runs under.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Person operatingSystemPerson();

/// A project folder NAME.plumb: marker, lock, database, media. One process writes at a time; others read.
class PLUMBLINE_CORE_EXPORT Project
{
public:
    enum class Access { Write, Read };

    struct NewProject {
        QString name;           ///< shown to people; from the folder when empty
        model::Schema schema;   ///< version 1
        Person creator;         ///< becomes its lead
        bool team = false;      ///< false: one person's labels are the accepted ones; true: everybody has a layer of their own
    };

    /// Makes the folder; fails when it exists and is not empty. Nothing half-made is left behind.
    [[nodiscard]] static Result<std::unique_ptr<Project>> create(const QString &folder, const NewProject &made,
                                                                 const Store::Options &options = {});
    /// Write access fails with Locked, naming the other process. A project in a read-only place or from a newer program
    /// opens for reading whatever was asked; see store().whyReadOnly().
    [[nodiscard]] static Result<std::unique_ptr<Project>> open(const QString &folder, Access access, const Store::Options &options = {});
    ~Project();

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] ProjectId id() const { return m_store->project(); }
    [[nodiscard]] Store &store() const { return *m_store; }

    /// Where an item's medium should be on this machine (it may be missing).
    [[nodiscard]] QString mediaPath(const model::Item &item) const;
    /// The form in which a medium's path is stored: relative to the folder that holds the project when it is below that,
    /// else absolute.
    [[nodiscard]] QString storedPath(const QString &absolutePath) const;
    [[nodiscard]] QString modelsFolder() const { return m_folder + QStringLiteral("/models"); }
    [[nodiscard]] QString backupsFolder() const { return m_folder + QStringLiteral("/backups"); }
    [[nodiscard]] QString cacheFolder() const { return m_folder + QStringLiteral("/cache"); }

    /// Ends the store while the lock is kept; only a restore does this. Nothing but the destructor may follow.
    void closeStore();

    /// Whether the folder has a project's marker.
    [[nodiscard]] static bool isProject(const QString &folder);

private:
    Project() = default;

    QString m_folder;
    QString m_name;
    std::unique_ptr<ProjectLock> m_lock;
    std::unique_ptr<Store> m_store;
};

}  // namespace plumbline::store

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/history/gesture.h"
#include "core/jobs/jobcontrol.h"

#include <QFuture>
#include <QString>

#include <functional>
#include <memory>

namespace plumbline::store {

class Reader;

/// Given once COMMIT returned with synchronous=FULL: from then on no kill, crash or power cut loses the edit.
struct Ack {
    GestureId gesture;
    OperationId operation;   ///< the last one of the gesture
    std::int64_t seq = 0;    ///< its number
    std::int64_t operations = 0;
    QString label;           ///< of the gesture; for undo and redo, of the one taken back or repeated
    QString undoLabel;       ///< of the gesture that the actor's next undo takes back; empty = none
    QString redoLabel;
    std::vector<Uuid> annotations;  ///< annotations that changed, for views; empty for bulk operations
    bool bulk = false;
};

/// Takes rows of one bulk operation from any one thread; blocks while the writer catches up.
class BulkSink
{
public:
    virtual ~BulkSink() = default;
    /// New items; their ids must be set.
    [[nodiscard]] virtual Result<> addItems(std::vector<model::Item> items) = 0;
    /// A new annotation of an item that is stored or was added before; its id must be set. `extraText`, when not empty, is
    /// the text of a model::ForeignText and stands for its `extra`.
    [[nodiscard]] virtual Result<> addAnnotation(const model::Annotation &annotation, QByteArrayView extraText = {}) = 0;
    [[nodiscard]] Result<> addAnnotations(const std::vector<model::Annotation> &annotations)
    {
        for (const model::Annotation &annotation : annotations)
            if (const auto added = addAnnotation(annotation); !added)
                return added;
        return {};
    }
    [[nodiscard]] virtual Result<> addJudgements(std::vector<model::Judgement> judgements) = 0;
    /// An ordinary change of the same gesture (a new schema version, say).
    [[nodiscard]] virtual Result<> change(history::Change change) = 0;
};

/// The project's database, written by one thread of its own that also runs the checkpoints. Every change is a gesture of
/// operations; tables are their fold. All members are thread-safe. The destructor finishes what was submitted.
class PLUMBLINE_CORE_EXPORT Store
{
public:
    struct Options {
        const base::Clock *clock = nullptr;    ///< must outlive the store; null = the machine's
        base::RandomSource *random = nullptr;  ///< likewise
        bool readOnly = false;                 ///< asked for; the store may also become so by itself (see whyReadOnly)
    };

    /// Makes an empty database file; fails when it is there.
    [[nodiscard]] static Result<> create(const QString &file, ProjectId project, const Options &options);
    /// Opens and migrates (after a verified backup). A database of a newer program, or in a place that cannot be written, is
    /// opened read-only with the reason in whyReadOnly(); it is never changed then.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &file, const Options &options);
    ~Store();

    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] QString whyReadOnly() const;
    /// Why the project could not be written even when that was asked for; empty when it could.
    [[nodiscard]] QString whyNotWritable() const;
    [[nodiscard]] ProjectId project() const;
    [[nodiscard]] base::IdSource &ids() const;
    [[nodiscard]] const base::Clock &clock() const;
    [[nodiscard]] QString file() const;

    /// All or nothing. Conflict when a value is not the one the change started from.
    [[nodiscard]] QFuture<Result<Ack>> commit(history::Gesture gesture, const QString &actor);
    /// Takes back the actor's last gesture that is not taken back yet; NotFound when there is none. Never crosses actors.
    [[nodiscard]] QFuture<Result<Ack>> undo(const QString &actor);
    [[nodiscard]] QFuture<Result<Ack>> redo(const QString &actor);
    /// One gesture of bulk operations in one transaction. `produce` runs on the calling thread; an error it returns, or
    /// cancelling, takes everything back. Waits for the result.
    enum class Undoable { Yes, No };
    [[nodiscard]] Result<Ack> bulk(const QString &label, const QString &actor, const std::function<Result<>(BulkSink &)> &produce,
                                   Undoable undoable = Undoable::Yes);

    /// A reader with a connection of its own, for one thread at a time. Sees every commit acknowledged before the call.
    [[nodiscard]] Result<std::unique_ptr<Reader>> reader() const;

    /// Copies the database by SQLite's backup API into a new file, checks the copy, and only then gives it its name.
    [[nodiscard]] Result<> backup(const QString &target);
    /// Starts a new epoch; called after a restore or on a copied project, so that operation identities stay unique.
    [[nodiscard]] Result<> startNewEpoch();

    /// Current version of the tables that this program writes.
    [[nodiscard]] static int schemaVersion();

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// Waits for a store's answer; for the command line and background work, never for the main thread of a window.
template <typename T>
[[nodiscard]] Result<T> wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.takeResult();
}

}  // namespace plumbline::store

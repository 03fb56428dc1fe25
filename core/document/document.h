// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/store/project.h"
#include "core/store/reader.h"

#include <QFutureWatcher>
#include <QTimer>

#include <deque>
#include <memory>

namespace plumbline::document {

/// Whether what the user sees is durable.
enum class SaveState { Saved, Saving, Failed, ReadOnly };

/// The open project as the window sees it: shown item, selection, pending edits. Edits show at once and are durable when the
/// store acknowledges; an edit that cannot be saved stays shown, goes to a rescue file and is tried again. Main thread only.
class PLUMBLINE_CORE_EXPORT Document final : public Editing
{
    Q_OBJECT

public:
    /// The project and its layer of the person; the document keeps the project open.
    Document(std::shared_ptr<store::Project> project, store::Person person, QString workingLayer, QObject *parent = nullptr);
    ~Document() override;

    [[nodiscard]] store::Project &project() const { return *m_project; }
    [[nodiscard]] std::shared_ptr<store::Project> sharedProject() const { return m_project; }
    [[nodiscard]] const store::Person &person() const { return m_person; }
    [[nodiscard]] const QString &workingLayer() const { return m_workingLayer; }
    [[nodiscard]] const store::Reader &reader() const { return *m_reader; }

    /// Loads the item's labels; ItemShown follows. Null id = show nothing.
    void show(ItemId item);
    /// Reads again what others (import, pre-labeling, undo of a bulk edit) changed.
    void reload();

    [[nodiscard]] SaveState saveState() const;
    /// Words for the status bar: "All changes saved", or what is wrong and what was done about it.
    [[nodiscard]] QString saveStateText() const;
    /// Path of the rescue file while edits wait; empty otherwise.
    [[nodiscard]] QString rescueFile() const { return m_rescueFile; }
    [[nodiscard]] QString undoText() const { return m_undoLabels.undo; }
    [[nodiscard]] QString redoText() const { return m_undoLabels.redo; }

    std::optional<model::Item> item() const override;
    const model::Schema &schema() const override { return m_schema; }
    const std::vector<model::Annotation> &annotations() const override { return m_annotations; }
    const model::Annotation *annotation(AnnotationId id) const override;
    bool editable(const model::Annotation &annotation) const override;
    bool canCreate(QString *why) const override;
    model::Annotation newAnnotation(const geometry::Geometry &geometry) override;
    history::GestureBuilder gesture(const QString &label) override;
    void push(history::Gesture gesture) override;
    void undo() override;
    void redo() override;
    ClassId currentClass() const override { return m_currentClass; }
    void setCurrentClass(ClassId id) override;
    const QSet<AnnotationId> &selection() const override { return m_selection; }
    void select(const QSet<AnnotationId> &ids) override;

    /// Waits until everything pushed is durable or has failed for good; for closing and for tests. True when saved.
    bool flush();

private:
    struct Pending {
        history::Gesture gesture;
        QFuture<Result<store::Ack>> answer;
        bool undoOrRedo = false;
    };

    void applyLocally(const history::Gesture &gesture);
    void send(Pending &pending);
    void answered();
    void takeAnswers();
    void saveFailed(const Error &error);
    void writeRescueFile();
    void retry();
    void refreshHistory();
    void submitHistory(QFuture<Result<store::Ack>> future);
    void emitEvent(DocumentEvent event);

    std::shared_ptr<store::Project> m_project;
    std::unique_ptr<store::Reader> m_reader;
    store::Person m_person;
    QString m_workingLayer;
    model::Schema m_schema;
    std::optional<model::Item> m_item;
    std::vector<model::Annotation> m_annotations;
    QSet<AnnotationId> m_selection;
    ClassId m_currentClass;
    std::deque<Pending> m_pending;
    std::optional<Error> m_failure;
    QString m_rescueFile;
    store::Reader::UndoLabels m_undoLabels;
    QTimer m_retryTimer;
    QFutureWatcher<Result<store::Ack>> m_watcher;
};

}  // namespace plumbline::document

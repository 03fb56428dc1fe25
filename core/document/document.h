// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/store/project.h"
#include "core/store/reader.h"

#include <QHash>
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
    /// Opens a document on a project; the document keeps the project open. Edits of an earlier run that could not be saved
    /// are applied from their rescue file; what could not be is in rescueIssue().
    [[nodiscard]] static Result<std::unique_ptr<Document>> open(std::shared_ptr<store::Project> project, store::Person person,
                                                                QString workingLayer);
    ~Document() override;

    [[nodiscard]] store::Project &project() const { return *m_project; }
    [[nodiscard]] std::shared_ptr<store::Project> sharedProject() const { return m_project; }
    [[nodiscard]] const store::Person &person() const { return m_person; }
    [[nodiscard]] const QString &workingLayer() const { return m_workingLayer; }
    [[nodiscard]] const store::Reader &reader() const { return *m_reader; }

    /// Loads the item's labels; ItemShown follows. Null id = show nothing.
    void show(ItemId item);
    /// Reads again what others (import, pre-labeling, a submission) changed in the store; sends every event that may apply.
    void reload();

    [[nodiscard]] SaveState saveState() const;
    /// Words for the status bar: "All changes saved", or what is wrong and what was done about it.
    [[nodiscard]] QString saveStateText() const;
    /// When the last edit became durable; 0 = none in this run.
    [[nodiscard]] std::int64_t lastSavedMicroseconds() const { return m_lastSaved; }
    /// Path of the rescue file while edits wait; empty otherwise.
    [[nodiscard]] QString rescueFile() const { return m_rescueFile; }
    [[nodiscard]] QString rescueIssue() const { return m_rescueIssue; }
    [[nodiscard]] QString undoText() const { return m_undoLabels.undo; }
    [[nodiscard]] QString redoText() const { return m_undoLabels.redo; }

    std::optional<model::Item> item() const override { return m_item; }
    const model::Schema &schema() const override { return m_schema; }
    const model::Scene *scene() const override { return m_scene ? &*m_scene : nullptr; }
    const std::vector<model::Track> &tracks() const override { return m_tracks; }
    TrackId newTrackId() override;
    const std::vector<model::Annotation> &annotations() const override { return m_annotations; }
    const model::Annotation *annotation(AnnotationId id) const override;
    bool editable(const model::Annotation &annotation) const override;
    bool canCreate(QString *why = nullptr) const override;
    model::Annotation newAnnotation(const geometry::Geometry &geometry) override;
    history::GestureBuilder gesture(const QString &label) override;
    void push(history::Gesture gesture) override;
    void undo() override;
    void redo() override;
    ClassId currentClass() const override { return m_currentClass; }
    void setCurrentClass(ClassId id) override;
    const QSet<AnnotationId> &selection() const override { return m_selection; }
    void select(const QSet<AnnotationId> &ids) override;

    /// Waits until everything pushed is durable or has failed; for closing and for tests. True when all is saved.
    bool flush();

signals:
    /// An edit was refused because the stored value had changed; the shown labels are the stored ones again.
    void editRefused(const QString &why);

private:
    Document(std::shared_ptr<store::Project> project, store::Person person, QString workingLayer);

    using Answer = QFuture<Result<store::Ack>>;
    struct Pending {
        history::Gesture gesture;
        Answer answer;
    };

    [[nodiscard]] Result<> start();
    /// In m_annotations.
    [[nodiscard]] std::optional<std::size_t> placeOf(AnnotationId id) const;
    [[nodiscard]] Result<> loadItem(ItemId id);
    /// What a gesture touched among what is shown.
    struct Touched {
        QSet<AnnotationId> annotations;
        QSet<TrackId> tracks;
        bool scene = false;
    };
    Touched applyLocally(const history::Gesture &gesture);
    void applyTrack(const history::Change &change, QSet<TrackId> &touched);
    [[nodiscard]] bool showsLayer(const QString &layer) const;
    [[nodiscard]] bool isReviewedCopy(const QString &layer, const Json &extra) const;
    [[nodiscard]] bool applyScene(QByteArrayView encoded);
    void applySchema(QByteArrayView encoded);
    void walkHistory(Answer (store::Store::*step)(const QString &));
    void watch(const Answer &answer, const std::function<void()> &then);
    void takeAnswers();
    void historyAnswered(const Result<store::Ack> &ack);
    void saveFailed(const Error &error);
    void retry();
    void recover();
    void saved(const store::Ack &ack);
    void send(const DocumentEvent &event) { emit changed(event); }

    std::shared_ptr<store::Project> m_project;
    std::unique_ptr<store::Reader> m_reader;
    store::Person m_person;
    QString m_workingLayer;
    model::Schema m_schema;
    std::optional<model::Item> m_item;
    bool m_locked = false;  // the person's work on it
    std::optional<model::Scene> m_scene;
    std::vector<model::Track> m_tracks;
    std::vector<model::Annotation> m_annotations;
    mutable QHash<AnnotationId, std::size_t> m_places;  // in m_annotations; empty until somebody asks
    QSet<AnnotationId> m_selection;
    ClassId m_currentClass;
    std::deque<Pending> m_pending;
    int m_historySteps = 0;
    std::optional<Error> m_failure;
    QString m_rescueFile;
    QString m_rescueIssue;
    std::int64_t m_lastSaved = 0;
    store::Reader::UndoLabels m_undoLabels;
    QTimer m_retryTimer;
};

}  // namespace plumbline::document

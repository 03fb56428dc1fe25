// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/itemmodels/rulefindings.h"
#include "core/jobs/jobrunner.h"

#include <QAction>
#include <QObject>
#include <QPointer>

namespace plumbline::actions {
class ActionRegistry;
}
namespace plumbline::forms {
class AttributeBar;
class ClassPicker;
}
namespace plumbline::itemmodels {
class QueueModel;
}
namespace plumbline::panels {
class AnnotationPanel;
}

namespace plumbline::workstation {

class ActivityRecorder;
class LabelWork;
class SchemaDialog;
class Services;
class ViewHost;

/// What the schema brings to labeling: findings of its rules, attribute mode, find and replace of a class, the schema
/// editor, and the way to the next item that needs a look. Registers its actions. Main thread only.
class LabelExtras final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Services &services;
        actions::ActionRegistry &registry;
        ViewHost &view;
        panels::AnnotationPanel &annotations;
        itemmodels::QueueModel &queue;
        LabelWork &work;
    };
    /// All parts must outlive this; `window` is the parent of dialogs.
    LabelExtras(const Parts &parts, QWidget *window);

    /// Null = nothing is open.
    void setDocument(document::Document *document);
    [[nodiscard]] itemmodels::RuleFindings &findings() { return m_findings; }
    [[nodiscard]] forms::AttributeBar &attributeBar() { return *m_bar; }
    /// Told when the screen is locked.
    [[nodiscard]] ActivityRecorder &activity() { return *m_activity; }

    /// Ids of its actions, for menus.
    [[nodiscard]] static QStringList labelActions();

signals:
    void hint(const QString &text);

private:
    void add(const char *id, const QString &title, const QKeySequence &key, const char *icon, std::function<void()> run);
    void startAttributes();
    void pasteOnNext();
    void showSchema();
    void replaceClass();
    void pick(const QString &question, const QString &typed, std::function<void(ClassId)> then);
    void confirmReplacement(ClassId from, ClassId to);
    void replaceHere(ClassId from, ClassId to);
    void replaceEverywhere(ClassId from, ClassId to);
    void nextFlagged();
    void nextUnlabeled();
    void zoomTo(AnnotationId id);

    Parts m_parts;
    QWidget *m_window;
    QPointer<document::Document> m_document;
    itemmodels::RuleFindings m_findings;
    ActivityRecorder *m_activity;
    forms::AttributeBar *m_bar;
    forms::ClassPicker *m_picker;
    QMetaObject::Connection m_picked;
    QPointer<SchemaDialog> m_schema;
    QList<QAction *> m_actions;
    jobs::Generation m_search;
    ItemId m_pasteOn;  // once it is shown
};

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace plumbline::itemmodels {

/// Goes through the labels of the shown item and, label by label, through the questions that are asked of it. Each answer is
/// one undoable gesture; nothing is answered by going past it. Labels that a filter hides and labels that cannot be changed
/// are left out. Main thread only.
class PLUMBLINE_CORE_EXPORT AttributeSteps final : public QObject
{
    Q_OBJECT

public:
    explicit AttributeSteps(QObject *parent = nullptr);

    /// Begins with the selected label, else with the first that has a question open. False when nothing is asked here.
    bool begin(document::Editing *editing);
    void end();
    [[nodiscard]] bool active() const { return m_editing && !m_current.isNull(); }

    /// Null when the label has gone meanwhile.
    [[nodiscard]] const model::Annotation *label() const;
    [[nodiscard]] AnnotationId labelId() const { return m_current; }
    [[nodiscard]] int labelNumber() const;  ///< from 1
    [[nodiscard]] int labelCount() const { return static_cast<int>(labels().size()); }
    /// Questions asked of the label now: its class's, whose conditions hold.
    [[nodiscard]] std::vector<model::Attribute> questions() const;
    [[nodiscard]] int questionNumber() const { return m_question; }  ///< from 0
    /// Nothing when no question is left (the schema changed).
    [[nodiscard]] std::optional<model::Attribute> question() const;
    [[nodiscard]] model::AttributeValue value() const;
    /// What can be chosen, in words, and what it stands for; none for numbers and texts.
    [[nodiscard]] std::vector<std::pair<QString, model::AttributeValue>> options() const;

    void answer(const model::AttributeValue &value);
    void answerOption(int index);
    /// Back to "not answered".
    void takeBack() { answer(std::monostate{}); }
    void cannotTell() { answer(model::CannotTell{}); }
    void toggleUnsure();
    /// Object → ignore region → object.
    void toggleIgnore();

    void nextQuestion() { stepQuestion(1); }
    void previousQuestion() { stepQuestion(-1); }
    void nextLabel() { stepLabel(1); }
    void previousLabel() { stepLabel(-1); }

signals:
    void changed();
    /// Another label: the view shows it.
    void labelChanged(plumbline::AnnotationId id);
    void ended();

private:
    void onEvent(const document::DocumentEvent &event);
    [[nodiscard]] std::vector<AnnotationId> labels() const;
    [[nodiscard]] bool isAskedAbout(const model::Annotation &annotation) const;
    void go(AnnotationId id);
    void stepLabel(int by);
    void stepQuestion(int by);
    void change(const QString &text, const std::function<void(model::Annotation &)> &edit);

    QPointer<document::Editing> m_editing;
    QMetaObject::Connection m_connection;
    AnnotationId m_current;
    int m_question = 0;
};

}  // namespace plumbline::itemmodels

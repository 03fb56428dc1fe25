// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schemacheck.h"
#include "core/model/schemaplan.h"

#include <QObject>

#include <functional>
#include <vector>

namespace plumbline::itemmodels {

/// A schema that is being edited, before anything of it is real: every change is checked at once, can be taken back, and
/// keeps what refers to a name in step with it. Remembers which old class, attribute or choice became which, for the
/// migration. Main thread only.
class PLUMBLINE_CORE_EXPORT SchemaDraft final : public QObject
{
    Q_OBJECT

public:
    explicit SchemaDraft(QObject *parent = nullptr);

    /// Begins anew from the project's schema.
    void reset(const model::Schema &schema);
    /// Takes a whole schema in its place (a file): what it calls alike stays the same class. Can be taken back.
    void replace(const model::Schema &schema);

    [[nodiscard]] const model::Schema &original() const { return m_original; }
    [[nodiscard]] const model::Schema &schema() const { return m_now.schema; }
    [[nodiscard]] const model::SchemaDecisions &decisions() const { return m_now.decisions; }
    [[nodiscard]] const std::vector<model::SchemaIssue> &issues() const { return m_issues; }
    /// What is wrong with one field, in words; empty = nothing.
    [[nodiscard]] QString issueOf(model::SchemaPart part, int index, const QString &field) const;
    [[nodiscard]] bool isWrong(model::SchemaPart part, int index) const;
    [[nodiscard]] bool changed() const;

    /// Changes while one field is typed in are one step to take back. Empty = each is its own.
    void setField(const QString &field) { m_field = field; }
    /// Any change that touches no name that others refer to.
    void edit(const std::function<void(model::Schema &)> &change);
    int addClass();
    void renameClass(int row, const QString &name);
    /// Classes below it move up; attributes and rules forget it.
    void removeClass(int row);
    /// Its labels will get the other class, which keeps its name as a further one.
    void mergeClass(int row, int into);
    int addAttribute();
    void renameAttribute(int row, const QString &key);
    void removeAttribute(int row);
    void renameChoice(int row, int choice, const QString &text);
    void removeChoice(int row, int choice);
    /// A decision that the report asked for; an unset `with` makes the answers "not answered".
    void decideClass(ClassId gone, ClassId with);
    void decideChoice(const QString &key, const QString &choice, const std::optional<QString> &with);

    [[nodiscard]] bool canUndo() const { return !m_past.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_future.empty(); }
    void undo();
    void redo();

signals:
    void edited();

private:
    struct State {
        model::Schema schema;
        model::SchemaDecisions decisions;
        bool operator==(const State &) const = default;
    };
    void take(State next);
    void check();
    /// The key under which labels hold the answers to an attribute of the draft.
    [[nodiscard]] static QString storedKey(const State &state, const QString &key);
    [[nodiscard]] QString freeName(const QString &stem, const std::function<bool(const QString &)> &taken) const;

    model::Schema m_original;
    State m_now;
    QString m_field;
    QString m_lastField;
    std::vector<State> m_past;
    std::vector<State> m_future;
    std::vector<model::SchemaIssue> m_issues;
};

}  // namespace plumbline::itemmodels

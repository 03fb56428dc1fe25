// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QColor>
#include <QFrame>
#include <QIcon>
#include <QStyledItemDelegate>

#include <vector>

class QLineEdit;
class QListView;

namespace plumbline::actions {

/// One line of a choice.
struct Choice {
    QString id;
    QString text;
    QString detail;  ///< dim, at the right: a key, a group
    QString search;  ///< also matched, never shown
    QIcon icon;
    QColor swatch = {};  ///< a square of this colour in the icon's place
    bool enabled = true;
    bool ownColours = false;  ///< the icon's colours mean something: they stay on the highlighted row
};

/// A list with a search field over it: type some letters, Up and Down, Enter; Esc or a click elsewhere closes it.
/// Behind the command palette and the class picker. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT ChoicePopup : public QFrame
{
    Q_OBJECT

public:
    explicit ChoicePopup(QWidget *parent);

    void setPlaceholder(const QString &text);
    void setChoices(std::vector<Choice> choices);
    /// Offers what is typed as something new when no choice has that name; "%1" stands for it. Empty = never.
    void setCreateText(const QString &text) { m_createText = text; }
    [[nodiscard]] const std::vector<Choice> &choices() const { return m_choices; }
    /// Ids that fit what is typed, best first.
    [[nodiscard]] QStringList shownIds() const;
    /// `first` is typed already.
    void popup(const QPoint &globalTopLeft, int width, const QString &first = {});

signals:
    void chosen(const QString &id);
    /// The offer of setCreateText() was taken.
    void createRequested(const QString &typed);
    /// Ctrl and a digit from 1 to 9 on a choice; the list stays open.
    void digitPressed(const QString &id, int digit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void accept();

    QLineEdit *m_search;
    QListView *m_list;
    class Model;
    Model *m_model;
    std::vector<Choice> m_choices;
    QString m_createText;
};

}  // namespace plumbline::actions

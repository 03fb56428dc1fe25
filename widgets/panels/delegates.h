// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/task.h"
#include "widgets/export.h"

#include <QIcon>
#include <QStyledItemDelegate>

/// Rows of the panels' lists: one line, a sign at the left, dim words at the right.
namespace plumbline::panels {

/// Sign of a task state: shape says it, colour repeats it. 16 × 16 device-independent pixels.
PLUMBLINE_WIDGETS_EXPORT void paintTaskState(QPainter &painter, const QRectF &area, model::TaskState state, const QPalette &palette);
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QIcon taskStateIcon(model::TaskState state, const QPalette &palette);

class PLUMBLINE_WIDGETS_EXPORT RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    static constexpr int rowHeight = 26;
    static constexpr int margin = 8;

    /// Where a part lies in a row that is read from right to left; parts are placed as if from left to right.
    [[nodiscard]] static QRect placed(const QStyleOptionViewItem &option, const QRect &part);
    /// Ground of the row; returns the area for content.
    QRect paintGround(QPainter *painter, const QStyleOptionViewItem &option, bool selected) const;
    /// Text at the left, dim detail at the right, both elided to fit.
    void paintTexts(QPainter *painter, const QStyleOptionViewItem &option, QRect area, const QString &text, const QString &detail,
                    bool dim = false, Qt::TextElideMode mode = Qt::ElideRight) const;
};

/// For itemmodels::QueueModel.
class PLUMBLINE_WIDGETS_EXPORT QueueDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// For itemmodels::AnnotationModel; predictions have two buttons at the right.
class PLUMBLINE_WIDGETS_EXPORT AnnotationDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    explicit AnnotationDelegate(QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

signals:
    void acceptClicked(const QModelIndex &index);
    void rejectClicked(const QModelIndex &index);

private:
    [[nodiscard]] static QRect acceptArea(const QRect &row);
    [[nodiscard]] static QRect rejectArea(const QRect &row);
    QIcon m_accept;
    QIcon m_reject;
};

/// For itemmodels::HistoryModel, IssueModel.
class PLUMBLINE_WIDGETS_EXPORT HistoryDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

class PLUMBLINE_WIDGETS_EXPORT IssueDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// For itemmodels::JobModel; the row ends in a cancel button.
class PLUMBLINE_WIDGETS_EXPORT JobDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    explicit JobDelegate(QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

signals:
    void cancelClicked(const QModelIndex &index);

private:
    QIcon m_cancel;
};

}  // namespace plumbline::panels

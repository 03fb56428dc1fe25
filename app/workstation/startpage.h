// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/recentprojects.h"

#include <QAbstractButton>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace plumbline::workstation {

/// A large button with an icon, a title and one line of explanation.
class Tile final : public QAbstractButton
{
    Q_OBJECT

public:
    Tile(const QString &icon, const QString &title, const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {256, 136}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_icon;
    QString m_explanation;
};

/// A recent project: picture, name, place, how far, favourite, remove.
class RecentRow final : public QAbstractButton
{
    Q_OBJECT

public:
    RecentRow(const RecentProjects::Entry &entry, bool missing, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {480, 64}; }

signals:
    void removeRequested();
    void favouriteChosen(bool favourite);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void showButtons(bool shown);

    RecentProjects::Entry m_entry;
    bool m_missing;
    QImage m_picture;
    QToolButton *m_star;
    QToolButton *m_remove;
};

/// Where the program begins: open a folder, the sample, a project, or one of the recent ones. Main thread only.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    /// The list must outlive the page.
    explicit StartPage(RecentProjects &recent, QWidget *parent = nullptr);

    /// One line under the tiles: what is being done, or what went wrong.
    void setNote(const QString &text, bool problem = false);

    /// Shows the progress bar with its stop button; `share` in [0, 1], negative = not known.
    void setProgress(double share);
    void endProgress();

signals:
    void stopRequested();
    void openFolderRequested();
    void sampleRequested();
    void openProjectRequested();
    void newProjectRequested();
    void openPacketRequested();
    void recentRequested(const QString &folder);

private:
    void refresh();

    RecentProjects &m_recent;
    QLabel *m_note;
    QProgressBar *m_bar;
    QToolButton *m_stop;
    QLabel *m_title;
    QVBoxLayout *m_rows;
    QWidget *m_list;
};

}  // namespace plumbline::workstation

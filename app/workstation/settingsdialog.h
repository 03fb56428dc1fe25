// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace plumbline::actions {
class ActionRegistry;
class KeymapEditor;
}

namespace plumbline::workstation {

class Layouts;
class Prelabeling;
class Services;

/// Every setting in sections, found by its words; each is in effect at once. Main thread only.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// All must outlive the dialog.
    SettingsDialog(Services &services, Prelabeling &prelabeling, actions::ActionRegistry &registry, QWidget *window);

    void showSection(const QString &id);
    /// Titles of the settings that are shown, for tests.
    [[nodiscard]] QStringList shownTitles() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Section {
        QString id;
        QLabel *heading = nullptr;
        bool fits = true;
    };
    struct Row {
        std::size_t section = 0;
        QString title;
        QString words;  ///< what the search looks into
        QWidget *widget = nullptr;
    };

    void addSection(const QString &id, const QString &title);
    /// `title` also names the control for people who do not see it.
    void addRow(const QString &title, const QString &explanation, const QString &moreWords, QWidget *control);
    void addAppearance();
    void addWork();
    void addKeys(actions::ActionRegistry &registry);
    void addLayouts();
    void addPrelabeling(Prelabeling &prelabeling);
    void search();

    Services &m_services;
    QLineEdit *m_search;
    QListWidget *m_list;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QLabel *m_nothing;
    actions::KeymapEditor *m_keys = nullptr;
    std::vector<Section> m_sections;
    std::vector<Row> m_rows;
};

}  // namespace plumbline::workstation

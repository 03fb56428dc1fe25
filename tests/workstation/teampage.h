// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/teamchartpage.h"
#include "app/workstation/teamtablepage.h"
#include "app/workstation/teamview.h"
#include "pageobjects.h"

#include <QComboBox>
#include <QListWidget>
#include <QTableView>

namespace plumbline::test {

/// The team view as a lead uses it.
class TeamPage
{
public:
    explicit TeamPage(Program &program) : m_program(program) {}

    /// By its action; false when nothing opens or the figures do not come.
    [[nodiscard]] bool open()
    {
        m_program.act("window.team");
        return view() && QTest::qWaitForWindowExposed(view()) && QTest::qWaitFor([this] { return view()->ready(); }, 30000);
    }
    [[nodiscard]] workstation::TeamView *view() { return m_program.window().findChild<workstation::TeamView *>(); }
    template <typename T>
    T *part(const char *name)
    {
        return view()->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QAbstractItemModel &rows() { return *part<QTableView>("teamTable")->model(); }
    [[nodiscard]] QStringList column(int column)
    {
        QStringList texts;
        for (int row = 0; row < rows().rowCount(); ++row)
            texts << rows().index(row, column).data().toString();
        return texts;
    }
    void chooseIn(const char *box, const QString &text)
    {
        auto *combo = part<QComboBox>(box);
        combo->setCurrentIndex(combo->findText(text));
    }
    /// Chooses a page in the list and waits for its figures.
    void go(const QString &id)
    {
        auto *list = part<QListWidget>("teamPages");
        list->setCurrentRow(static_cast<int>(view()->pages().indexOf(id)));
        waitForFigures();
    }
    /// After a change of what the page in sight shows.
    void waitForFigures()
    {
        if (!QTest::qWaitFor([this] { return !view()->computing(); }, 60000))
            QTest::qFail("the page is still being computed", __FILE__, __LINE__);
    }

private:
    Program &m_program;
};

}  // namespace plumbline::test

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/compareview.h"
#include "compareproject.h"
#include "pageobjects.h"
#include "tests/support/verify.h"
#include "widgets/canvas/imagecanvas.h"

#include <QLabel>
#include <QListView>

#include <algorithm>

namespace plumbline::test {

/// The window in which people's work is compared, worked by keys.
class ComparePage : public QObject
{
protected:
    std::unique_ptr<FreshHome> m_home;
    std::unique_ptr<CompareProject> m_team;
    std::unique_ptr<Program> m_program;

    workstation::CompareView *view() { return m_program->window().findChild<workstation::CompareView *>(); }
    workstation::CompareCaseModel &cases() { return view()->cases(); }
    template <typename T>
    T *part(const char *name)
    {
        return view()->findChild<T *>(QString::fromLatin1(name));
    }
    bool settled()
    {
        return QTest::qWaitFor([this] { return view()->idle(); }, 30000);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(view()->windowHandle(), key, modifiers);
    }
    void shot(const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(700);
        view()->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
    }
    QString text(const char *name) { return part<QLabel>(name)->text(); }
    int current() { return view()->caseList().currentIndex().row(); }
    const adjudication::Case &shown() { return *cases().at(current()); }
    /// Row of the difference about this place; -1 when there is none.
    int rowAt(const geometry::Box &box)
    {
        for (int row = 0; row < cases().rowCount(); ++row)
            for (const auto &version : cases().at(row)->versions)
                if (const auto bounds = geometry::boundsOf(version.label.geometry);
                    bounds && std::abs(bounds->x - box.x) < 20 && std::abs(bounds->y - box.y) < 20)
                    return row;
        return -1;
    }
    void go(int row)
    {
        for (int i = 0; i <= cases().rowCount() && current() != row; ++i)
            key(Qt::Key_Tab);
        QCOMPARE(current(), row);
    }
    std::vector<model::Annotation> accepted(ItemId item)
    {
        const auto reader = m_program->document()->project().store().reader();
        return (*reader)->annotations({item, model::acceptedLayer()}).value();
    }
    std::vector<canvas::ImageCanvas *> canvases()
    {
        std::vector<canvas::ImageCanvas *> found;
        for (extension::ComparisonPane *pane : view()->panes().shownPanes())
            found.push_back(static_cast<canvas::ImageCanvas *>(pane->widget()));
        return found;
    }
    bool pictured()
    {
        return QTest::qWaitFor(
            [this] {
                const auto all = canvases();
                return !all.empty() && std::all_of(all.begin(), all.end(), [](auto *canvas) { return canvas->picture(); });
            },
            30000);
    }

    // Where things are in the first picture.
    const geometry::Box agreed{40, 210, 120, 70};
    const geometry::Box missed{200, 215, 110, 66};
    const geometry::Box disputed{350, 205, 120, 80};
    const geometry::Box loose{500, 220, 110, 70};
    const geometry::Box painted{60, 310, 100, 60};

    static geometry::Box off(const geometry::Box &box, double by) { return {box.x + by, box.y + by / 2, box.w, box.h}; }

    void makeTeam(int annotators)
    {
        m_team = std::make_unique<CompareProject>();
        m_team->make(m_home->path(QStringLiteral("street.plumb")), annotators);
    }
    ItemId addStreet(const QString &name, bool write = true)
    {
        const ItemId item = m_team->addPicture(m_home->path(name), {agreed, missed, disputed, loose, painted}, write);
        const auto red = model::Attributes{{QStringLiteral("colour"), QStringLiteral("red")}};
        const auto blue = model::Attributes{{QStringLiteral("colour"), QStringLiteral("blue")}};
        for (std::size_t i = 0; i < m_team->people.size(); ++i) {
            const store::Person &by = m_team->people[i];
            const double jitter = double(i);
            m_team->draw(item, by, m_team->car, off(agreed, jitter));
            if (i != 2)
                m_team->draw(item, by, m_team->car, off(missed, jitter));
            m_team->draw(item, by, i == 1 ? m_team->van : m_team->car, off(disputed, jitter));
            m_team->draw(item, by, m_team->car, off(loose, 11 * jitter));
            m_team->draw(item, by, m_team->car, off(painted, jitter), i == 0 ? red : blue);
        }
        return item;
    }
    void open()
    {
        m_team->close();
        m_program = std::make_unique<Program>(QStringList{m_home->path(QStringLiteral("street.plumb"))});
        QVERIFY(m_program->active());
        QVERIFY(m_program->waitForProject());
        m_program->act("window.compare");
        QVERIFY(view() && QTest::qWaitForWindowActive(view()));
        QVERIFY(settled());
    }
};

}  // namespace plumbline::test

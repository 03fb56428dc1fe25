// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/mainwindow.h"
#include "app/workstation/settings.h"
#include "app/workstation/viewhost.h"
#include "app/workstation/workstation.h"
#include "widgets/actions/choicepopup.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

/// What a person sees and does, in their words; tests read like a visit.
namespace plumbline::test {

/// A home of its own, so that nothing of the person who runs the tests is read or changed.
class FreshHome
{
public:
    FreshHome()
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
            const QString path = m_folder.filePath(QString::fromLatin1(name));
            QDir().mkpath(path);
            qputenv(name, path.toUtf8());
        }
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// Flat pictures p00.png, p01.png… of 320 × 200 pixels.
inline bool writePictures(const QString &folder, int count)
{
    QDir().mkpath(folder);
    for (int i = 0; i < count; ++i) {
        QImage image(320, 200, QImage::Format_RGB32);
        image.fill(QColor::fromHsv((i * 37) % 360, 120, 200));
        if (!image.save(QStringLiteral("%1/p%2.png").arg(folder).arg(i, 2, 10, QLatin1Char('0'))))
            return false;
    }
    return true;
}

/// A started program with its window.
class Program
{
public:
    enum class Tour { Seen, New };
    explicit Program(const QStringList &paths = {}, bool restore = false, Tour tour = Tour::Seen)
    {
        if (tour == Tour::Seen)
            m_workstation.settings().setTourSeen(true);
        m_workstation.start({paths, restore, {QStringLiteral(PLUMBLINE_BUILT_PLUGINS)}});
        window().activateWindow();
    }

    [[nodiscard]] workstation::Workstation &workstation() { return m_workstation; }
    [[nodiscard]] workstation::MainWindow &window() { return *m_workstation.window(); }
    [[nodiscard]] document::Document *document() { return window().document(); }
    [[nodiscard]] bool active() { return QTest::qWaitForWindowActive(&window()); }

    template <typename T>
    T *part(const char *name)
    {
        return window().findChild<T *>(QString::fromLatin1(name));
    }
    void press(const char *button) { QTest::mouseClick(part<QAbstractButton>(button), Qt::LeftButton); }
    void act(const char *id) { window().registry().action(QString::fromLatin1(id))->trigger(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window(), static_cast<Qt::Key>(key), modifiers);
    }

    [[nodiscard]] bool waitForProject(int milliseconds = 60000)
    {
        return QTest::qWaitFor([&] { return document() && document()->item(); }, milliseconds);
    }
    /// The picture of the shown item is decoded and drawn, now or within half a minute; false when it cannot be.
    [[nodiscard]] bool waitForPicture()
    {
        const auto decoded = [&] { return document() && document()->item() && window().viewHost().decoded(); };
        return QTest::qWaitFor(decoded, 30000) && *window().viewHost().decoded();
    }
    [[nodiscard]] QWidget *canvas() { return window().viewHost().view() ? window().viewHost().view()->widget() : nullptr; }
    /// Drags with the left button over the view; shares of its size.
    void drag(double x1, double y1, double x2, double y2)
    {
        QWidget *target = canvas();
        if (QWidget *inner = target->focusProxy())
            target = inner;
        const auto at = [&](double x, double y) { return QPoint(qRound(x * target->width()), qRound(y * target->height())); };
        QTest::mouseMove(target, at(x1, y1));
        QTest::mousePress(target, Qt::LeftButton, {}, at(x1, y1));
        QTest::mouseMove(target, at((x1 + x2) / 2, (y1 + y2) / 2));
        QTest::mouseMove(target, at(x2, y2));
        QTest::mouseRelease(target, Qt::LeftButton, {}, at(x2, y2));
    }
    [[nodiscard]] model::TaskState stateOf(ItemId item)
    {
        const auto &queue = window().queue();
        return queue.stateAt(queue.rowOf(item));
    }

private:
    workstation::Workstation m_workstation;
};

}  // namespace plumbline::test

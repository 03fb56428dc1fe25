// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pageobjects.h"
#include "widgets/canvas/imagecanvas.h"
#include "widgets/panels/noticebar.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QWindow>

#include <cmath>

namespace plumbline::test {

/// A person at the keys and the mouse. Every event is given to the window system, which passes it to whatever window has the keys
/// or lies under the mouse, as it does with real ones; only a drop is handed to the window itself. Counts gestures: a drop, a
/// click, a drag, a chord of keys, a typed word are one each. What cannot be reached by a hand (hidden, covered, outside the
/// window) fails the test.
class Hands
{
public:
    explicit Hands(Program &program) : m_program(program) {}

    [[nodiscard]] int gestures() const { return static_cast<int>(m_told.size()); }
    /// What was done, in order: "Ctrl+E", "click exportButton", "type car".
    [[nodiscard]] const QStringList &told() const { return m_told; }
    /// How often the mouse was needed.
    [[nodiscard]] int mouse() const { return m_mouse; }
    void forget()
    {
        m_told.clear();
        m_mouse = 0;
    }

    /// A chord in Qt's portable notation.
    void key(const char *chord)
    {
        m_told.append(QString::fromLatin1(chord));
        press(chord, QTest::Click);
    }
    void keys(std::initializer_list<const char *> chords)
    {
        for (const char *chord : chords)
            key(chord);
    }
    void key(const char *chord, int times)
    {
        for (int i = 0; i < times; ++i)
            key(chord);
    }
    /// Down, and up again later: together one gesture.
    void hold(const char *chord)
    {
        m_told.append(QStringLiteral("hold ") + QString::fromLatin1(chord));
        press(chord, QTest::Press);
    }
    void letGo(const char *chord) { press(chord, QTest::Release); }
    void type(const char *words)
    {
        for (const QString &word : QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            m_told.append(QStringLiteral("type ") + word);
        for (const char *at = words; *at; ++at)
            QTest::keyClick(keyWindow(), *at);
    }

    void click(QWidget *widget, Qt::KeyboardModifiers modifiers = {})
    {
        click(widget, widget ? widget->rect().center() : QPoint(), modifiers);
    }
    void click(QWidget *widget, QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        if (!reaches(widget, at))
            return;
        m_told.append(QStringLiteral("click ") + widget->objectName());
        ++m_mouse;
        QTest::mouseMove(widget->window()->windowHandle(), place(widget, at));
        QTest::mouseClick(widget->window()->windowHandle(), Qt::LeftButton, modifiers, place(widget, at));
    }
    /// At a point of the picture.
    void click(double x, double y, Qt::KeyboardModifiers modifiers = {}) { click(&canvas(), at(x, y), modifiers); }
    /// With the left button over points of the picture, with as many moves between two points as a hand would make.
    void drag(const std::vector<geometry::Point> &points, Qt::KeyboardModifiers modifiers = {})
    {
        dragOnScreen(points.empty() ? std::vector<QPoint>{} : placesOf(points), modifiers);
    }
    void dragOnScreen(const std::vector<QPoint> &points, Qt::KeyboardModifiers modifiers = {})
    {
        if (points.empty() || !reaches(&canvas(), points.front()))
            return;
        m_told.append(QStringLiteral("drag"));
        ++m_mouse;
        QWindow *window = canvas().window()->windowHandle();
        const auto to = [&](QPoint point) { return place(&canvas(), point); };
        QTest::mouseMove(window, to(points.front()));
        QTest::mousePress(window, Qt::LeftButton, modifiers, to(points.front()));
        for (std::size_t i = 1; i < points.size(); ++i) {
            constexpr int moves = 4;
            for (int part = 1; part <= moves; ++part)
                QTest::mouseMove(window, to(points[i - 1] + (points[i] - points[i - 1]) * part / moves));
        }
        QTest::mouseRelease(window, Qt::LeftButton, modifiers, to(points.back()));
    }
    /// Walks the crosshair to a point of the picture with the arrow keys.
    void crosshairTo(double x, double y)
    {
        auto *crosshair = canvas().findChild<QWidget *>(QStringLiteral("keyCursor"));
        if (crosshair && !crosshair->isVisible())
            key("Right");
        if (!crosshair || !crosshair->isVisible()) {
            fail(QStringLiteral("there is no crosshair"));
            return;
        }
        const QPoint way = at(x, y) - crosshair->geometry().center();
        walk(way.x(), way.x() < 0 ? "Left" : "Right");
        walk(way.y(), way.y() < 0 ? "Up" : "Down");
    }
    /// Files and folders from a file manager, let go over the middle of the window; false when the window does not take them.
    bool drop(const QStringList &paths)
    {
        m_told.append(QStringLiteral("drop"));
        ++m_mouse;
        QMimeData mime;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        mime.setUrls(urls);
        const QPoint middle = m_program.window().rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_program.window(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_program.window(), &event);
        return event.isAccepted();
    }

    [[nodiscard]] canvas::ImageCanvas &canvas() const { return *static_cast<canvas::ImageCanvas *>(m_program.canvas()); }
    /// Of a point of the picture, on the canvas.
    [[nodiscard]] QPoint at(double x, double y) const { return canvas().view().toScreen({x, y}).toPoint(); }

    /// Saves the whole screen as NAME.png into $PLUMBLINE_SHOTS when that is set: popups and dialogs are windows of their own.
    static void shot(const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(400);
        QDir().mkpath(folder);
        if (!QGuiApplication::primaryScreen()->grabWindow(0).save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name))))
            fail(QStringLiteral("%1 cannot be saved").arg(QLatin1String(name)));
    }

private:
    static void fail(const QString &why) { QTest::qFail(qPrintable(why), __FILE__, __LINE__); }

    [[nodiscard]] QWindow *keyWindow() const
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            return popup->windowHandle();
        if (QWidget *active = QApplication::activeWindow())
            return active->windowHandle();
        return m_program.window().windowHandle();
    }
    void press(const char *chord, QTest::KeyAction action)
    {
        const QKeySequence sequence = QKeySequence::fromString(QString::fromLatin1(chord), QKeySequence::PortableText);
        if (sequence.isEmpty()) {
            fail(QStringLiteral("%1 is no key").arg(QLatin1String(chord)));
            return;
        }
        const QKeyCombination keys = sequence[0];
        QTest::sendKeyEvent(action, keyWindow(), keys.key(), QTest::keyToAscii(keys.key()), keys.keyboardModifiers());
    }
    void walk(int pixels, const char *arrow)
    {
        constexpr int far = 50;
        constexpr int usual = 10;
        const QByteArray name(arrow);
        key(QByteArray("Shift+" + name).constData(), std::abs(pixels) / far);
        key(name.constData(), std::abs(pixels) % far / usual);
        key(QByteArray("Ctrl+" + name).constData(), std::abs(pixels) % usual);
    }
    [[nodiscard]] static QPoint place(QWidget *widget, QPoint at) { return widget->mapTo(widget->window(), at); }
    static bool reaches(QWidget *widget, QPoint at)
    {
        if (!widget || !widget->isVisible() || !widget->isEnabled() || !widget->rect().contains(at)) {
            fail(QStringLiteral("%1 cannot be clicked").arg(widget ? widget->objectName() : QStringLiteral("what is not there")));
            return false;
        }
        const QWidget *hit = widget->window()->childAt(place(widget, at));
        // Parts of a button are the button; what lies over the picture is not the picture.
        const bool part = hit && widget->isAncestorOf(hit) && !qobject_cast<canvas::ImageCanvas *>(widget);
        if (hit && hit != widget && !part) {
            fail(QStringLiteral("%1 lies over %2").arg(hit->objectName(), widget->objectName()));
            return false;
        }
        return true;
    }
    [[nodiscard]] std::vector<QPoint> placesOf(const std::vector<geometry::Point> &points) const
    {
        std::vector<QPoint> places;
        for (const geometry::Point &point : points)
            places.push_back(at(point.x, point.y));
        return places;
    }

    Program &m_program;
    QStringList m_told;
    int m_mouse = 0;
};

/// Where handing in asks for a version of the guideline that is not confirmed yet: reads it, confirms it, and hands in again.
inline void confirmGuideline(Program &program, Hands &hands)
{
    panels::NoticeBar &notices = program.window().viewHost().notices();
    if (!notices.text().contains(QLatin1String("not confirmed")) || notices.answers().empty())
        return;
    notices.answers()[0].run();
    auto *confirm = program.part<QWidget>("guidelineConfirm");
    QVERIFY(confirm && QTest::qWaitFor([&] { return confirm->isVisible(); }, 30000));
    hands.click(confirm);
    program.window().viewHost().focusView();
    hands.key("Ctrl+Return");
}

/// What is on the disk of the shown item in the person's layer, in the order of creation; waits until all is there.
inline std::vector<model::Annotation> stored(Program &program)
{
    document::Document &document = *program.document();
    if (!document.flush())
        return {};
    const auto read = document.reader().annotations({document.item()->id, document.workingLayer()});
    return read ? *read : std::vector<model::Annotation>{};
}

}  // namespace plumbline::test

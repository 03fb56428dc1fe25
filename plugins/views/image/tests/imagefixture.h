// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/imageview.h"
#include "tests/support/viewhost.h"
#include "widgets/canvas/imagecanvas.h"

#include <QComboBox>
#include <QTest>

namespace plumbline::test {

/// An image view in a window, showing a plain picture of 400 × 300, and hands to work it.
class ImageFixture
{
public:
    explicit ImageFixture(double zoom = 1, QPointF offset = QPointF(40, 30))
    {
        host.show(view, QSize(900, 700));
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(QColor(90, 100, 110));
        view.showFrame(*host.document.item(), extension::LoadedFrame{picture, {}});
        canvas().setView({zoom, offset});
    }

    ViewHost host;
    imageview::ImageView view{host};

    FakeEditing &document() { return host.document; }
    canvas::ImageCanvas &canvas() { return *static_cast<canvas::ImageCanvas *>(view.widget()); }

    /// Nearest whole screen pixel to an image point.
    QPoint screen(double x, double y) { return canvas().view().toScreen(geometry::Point{x, y}).toPoint(); }
    /// Exact image point of a screen pixel: what a tool must get from it.
    geometry::Point image(QPoint at) { return canvas().view().toImage(QPointF(at)); }

    void press(QPoint at, Qt::KeyboardModifiers modifiers = {}) { QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, at); }
    void move(QPoint at) { QTest::mouseMove(&canvas(), at); }
    void release(QPoint at, Qt::KeyboardModifiers modifiers = {}) { QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, at); }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        move(at);
        press(at, modifiers);
        release(at, modifiers);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        move(from);
        press(from, modifiers);
        move((from + to) / 2);
        move(to);
        release(to, modifiers);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&canvas(), key, modifiers); }
    void select(std::initializer_list<AnnotationId> ids) { document().select(QSet<AnnotationId>(ids)); }

    template <typename T>
    T geometryOf(AnnotationId id)
    {
        const model::Annotation *annotation = document().annotation(id);
        return annotation && std::holds_alternative<T>(annotation->geometry) ? std::get<T>(annotation->geometry) : T{};
    }

    /// Picks a choice in the bar of tool options, as a person does.
    void choose(const char *name, int index)
    {
        auto *box = canvas().findChild<QComboBox *>(QLatin1String(name));
        QVERIFY(box);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    /// Undoing every push gives `before`, redoing gives what is there now; exactly.
    bool undoesAndRedoes(const std::vector<model::Annotation> &before)
    {
        const std::vector<model::Annotation> after = document().annotations();
        const std::size_t pushes = document().pushes();
        for (std::size_t i = 0; i < pushes; ++i)
            document().undo();
        const bool undone = document().annotations() == before;
        for (std::size_t i = 0; i < pushes; ++i)
            document().redo();
        return undone && document().annotations() == after && after != before;
    }
};

}  // namespace plumbline::test

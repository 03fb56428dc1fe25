// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hands.h"
#include "plugins/views/scene/scenesurface.h"

namespace plumbline::test {

/// The view of a scene in the window, worked by the same hands. Places are metres in the frame of the labels.
class ScenePage
{
public:
    ScenePage(Program &program, Hands &hands) : m_program(program), m_hands(hands) {}

    /// The view comes from a plugin: what is asked here is read from its members, never called.
    [[nodiscard]] sceneview::SceneSurface &surface() const
    {
        return *static_cast<sceneview::SceneSurface *>(m_program.part<QWidget>("sceneSurface"));
    }
    [[nodiscard]] document::Document &document() const { return *m_program.document(); }
    [[nodiscard]] int frame() const { return static_cast<int>(document().frame()); }
    [[nodiscard]] bool shows(std::size_t points) const
    {
        const QString wanted = QStringLiteral("%1 points").arg(QLocale().toString(qulonglong(points)));
        // Behind it stands how many of them lie in the selected box.
        return QTest::qWaitFor(
            [&] {
                const QString status = surface().overlay().content().status;
                return status == wanted || status.startsWith(wanted + QStringLiteral(" · "));
            },
            30000);
    }
    [[nodiscard]] QPoint screen(const geometry::Vector3 &place) const
    {
        const auto at = surface().camera().project(place, surface().size());
        return at ? at->at.toPoint() : QPoint(-1, -1);
    }
    /// A place on the ground and one over it lie on one pixel from above.
    [[nodiscard]] double pixelsPerMetre() const { return surface().camera().pixelsPerMetre(surface().size()); }

    void drag(QPoint from, QPoint to)
    {
        QVERIFY2(surface().rect().contains(from) && surface().rect().contains(to), "a drag over the scene stays in it");
        QWindow *window = m_program.window().windowHandle();
        const auto at = [&](QPoint point) { return surface().mapTo(&m_program.window(), point); };
        QTest::mouseMove(window, at(from));
        QTest::mousePress(window, Qt::LeftButton, {}, at(from));
        for (int part = 1; part <= 4; ++part)
            QTest::mouseMove(window, at(from + (to - from) * part / 4));
        QTest::mouseRelease(window, Qt::LeftButton, {}, at(to));
    }
    void click(const geometry::Vector3 &place) { m_hands.click(&surface(), screen(place)); }

    /// From above, as large as `pixels` a metre, with the place in the middle: dragged there, then nearer.
    void lookDownOn(const geometry::Vector3 &place, double pixels)
    {
        m_hands.keys({"Esc", "V", "Esc", "F", "Shift+T"});
        const QRect inner = surface().rect().adjusted(8, 8, -8, -8);
        for (int i = 0; i < 40; ++i) {
            const QPoint middle = surface().rect().center();
            const QPoint at = screen(place);
            const QPoint way = at - middle;
            if (way.manhattanLength() > 8) {
                // A shorter way would be a click.
                const QPoint from(qBound(inner.left(), at.x(), inner.right()), qBound(inner.top(), at.y(), inner.bottom()));
                drag(from, from - (from - middle));
            } else if (pixelsPerMetre() < pixels) {
                m_hands.key("+");
            } else {
                break;
            }
        }
    }
    /// The footprint, from the back right corner to the front left one; `off` metres outside of it.
    void drawFootprint(const geometry::Cuboid &cuboid, double off)
    {
        const geometry::Pose pose = geometry::poseOf(cuboid);
        const double low = -cuboid.size[2] / 2;
        const auto corner = [&](double side) {
            return screen(geometry::transformed(
                pose, {side * (cuboid.size[0] / 2 + off), side * (cuboid.size[1] / 2 + off * 0.7), low}));
        };
        drag(corner(-1), corner(1));
    }
    void goTo(int wanted)
    {
        while (frame() != wanted) {
            const int way = wanted - frame();
            const int before = frame();
            m_hands.key(way >= 10 ? "Shift+Right" : way <= -10 ? "Shift+Left" : way > 0 ? "Right" : "Left");
            QVERIFY2(frame() != before, "frames go by keys");
        }
    }
    /// The only selected label; an empty one when there are none or several.
    [[nodiscard]] model::Annotation selected() const
    {
        const auto &selection = document().selection();
        const model::Annotation *found = selection.size() == 1 ? document().annotation(*selection.begin()) : nullptr;
        return found ? *found : model::Annotation();
    }

private:
    Program &m_program;
    Hands &m_hands;
};

}  // namespace plumbline::test

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the session that is about areas: holes, parts, cuts, borders, masks.
#include "core/geometry/polygonoperations.h"
#include "session.h"

using namespace plumbline;

namespace {

const geometry::Polygon &polygonIn(const model::Annotation &annotation)
{
    static const geometry::Polygon none;
    const auto *polygon = std::get_if<geometry::Polygon>(&annotation.geometry);
    return polygon ? *polygon : none;
}

std::size_t holesOf(const geometry::Polygon &polygon)
{
    std::size_t holes = 0;
    for (const geometry::PolygonPart &part : polygon.parts)
        holes += part.holes.size();
    return holes;
}

bool hasCorner(const geometry::Polygon &polygon, geometry::Point corner)
{
    for (const geometry::PolygonPart &part : polygon.parts)
        if (std::find(part.outer.begin(), part.outer.end(), corner) != part.outer.end())
            return true;
    return false;
}

}  // namespace

void TestSession::p07_holesPartsAndCuts()
{
    QVERIFY(begins("building.jpg"));
    newLabelsAre("6");
    hands().key("P");
    for (const auto &[x, y] : {std::pair{153, 150}, {270, 50}, {860, 20}, {860, 300}, {560, 395}, {153, 368}})
        hands().click(x, y);
    hands().key("Return");
    const AnnotationId house = last().id;
    const double whole = area(last());
    QCOMPARE(className(last()), QStringLiteral("house"));

    hands().key("Shift+O");
    for (const auto &[x, y] : {std::pair{758, 198}, {788, 191}, {795, 296}, {762, 304}})
        hands().click(x, y);
    hands().key("Return");
    QCOMPARE(holesOf(polygonIn(storedAs(house))), std::size_t(1));
    QVERIFY(area(storedAs(house)) < whole - 2500);
    for (const auto &[x, y] : {std::pair{750, 74}, {778, 66}, {784, 168}, {753, 180}})
        hands().click(x, y);
    hands().key("Return");
    QCOMPARE(holesOf(polygonIn(storedAs(house))), std::size_t(2));

    // The ground floor stands apart behind the roof of the entrance.
    hands().key("Shift+P");
    for (const auto &[x, y] : {std::pair{278, 446}, {520, 414}, {720, 420}, {720, 530}, {278, 492}})
        hands().click(x, y);
    hands().key("Return");
    QCOMPARE(polygonIn(storedAs(house)).parts.size(), std::size_t(2));
    hands().shot("session-polygon");

    // Fewer corners, as far as the tolerance allows; Enter keeps what is shown.
    hands().keys({"Shift+F", "]", "]"});
    const std::size_t corners = geometry::cornerCount(polygonIn(storedAs(house)));
    hands().key("Return");
    QVERIFY(geometry::cornerCount(polygonIn(storedAs(house))) <= corners);
    hands().key("V");

    hands().key("Shift+C");
    const double cutFrom = area(storedAs(house));
    hands().drag({{470, 20}, {470, 520}});
    QCOMPARE(stored().size(), std::size_t(2));
    QVERIFY(near(area(stored()[0]) + area(stored()[1]), cutFrom, 5));
    // The larger half stays who it was.
    QVERIFY(area(storedAs(house)) > area(last()));
    hands().key("Ctrl+Z");
    QTRY_COMPARE(stored().size(), std::size_t(1));
    hands().keys({"V", "Tab", "Ctrl+Shift+F"});
    QCOMPARE(holesOf(polygonIn(storedAs(house))), std::size_t(0));
    hands().key("Ctrl+Z");
    QTRY_COMPARE(holesOf(polygonIn(storedAs(house))), std::size_t(2));
    QVERIFY(submit());
}

void TestSession::p08_uniteSubtractIntersect()
{
    QVERIFY(begins("pic1.png"));
    newLabelsAre("1");
    hands().key("B");
    hands().drag({{40, 25}, {150, 110}});
    const AnnotationId first = last().id;
    hands().key("Esc");
    hands().drag({{110, 60}, {220, 140}});
    hands().keys({"V", "Esc", "Tab", "Ctrl+Shift+X"});
    QCOMPARE(kind(storedAs(first)), QStringLiteral("polygon"));
    QVERIFY(near(area(storedAs(first)), 110 * 85 - 40 * 50, 250));
    hands().key("Ctrl+Z");
    QTRY_COMPARE(kind(storedAs(first)), QStringLiteral("box"));
    hands().keys({"Esc", "Tab", "Ctrl+Shift+I"});
    QVERIFY(near(area(storedAs(first)), 40 * 50, 250));
    QCOMPARE(stored().size(), std::size_t(2));
    hands().key("Ctrl+Z");
    QTRY_COMPARE(kind(storedAs(first)), QStringLiteral("box"));
    hands().keys({"Ctrl+A", "Ctrl+U"});
    QCOMPARE(stored().size(), std::size_t(1));
    QVERIFY(near(area(storedAs(first)), 110 * 85 + 110 * 80 - 40 * 50, 400));
    // Two pixels all round, and back.
    const double before = area(storedAs(first));
    hands().key("Alt+]");
    QVERIFY(area(storedAs(first)) > before + 500);
    hands().key("Alt+[");
    QVERIFY(near(area(storedAs(first)), before, 60));
    QVERIFY(submit());
}

void TestSession::p09_sharedBorders()
{
    QVERIFY(begins("starry_night.jpg"));
    newLabelsAre("7");
    hands().key("P");
    for (const auto &[x, y] : {std::pair{20, 20}, {730, 20}, {730, 330}, {380, 420}, {20, 330}})
        hands().click(x, y);
    hands().key("Return");
    const geometry::Polygon sky = polygonIn(last());
    // A class that has no digit.
    hands().keys({"Esc", "/"});
    QTRY_VERIFY(QApplication::activePopupWidget());
    hands().type("ground");
    hands().key("Return");
    // Near the corners of its neighbour, not on them: between two of them the border is shared.
    for (const auto &[x, y] : {std::pair{23, 332}, {728, 333}, {728, 575}, {22, 575}})
        hands().click(x, y);
    hands().key("Return");
    const geometry::Polygon ground = polygonIn(last());
    QVERIFY(hasCorner(ground, sky.parts[0].outer[4]) && hasCorner(ground, sky.parts[0].outer[2]));
    QVERIFY2(hasCorner(ground, sky.parts[0].outer[3]), "the corner between the two is not shared");
    hands().keys({"Shift+S", "Esc"});
    for (const auto &[x, y] : {std::pair{727, 330}, {700, 200}, {740, 200}})
        hands().click(x, y);
    hands().key("Return");
    QVERIFY(!hasCorner(polygonIn(last()), sky.parts[0].outer[2]));
    hands().keys({"Del", "Shift+S", "Esc"});
    hands().shot("session-borders");
    QCOMPARE(stored().size(), std::size_t(2));
    QVERIFY(submit());
}

void TestSession::p10_brushAndEraser()
{
    QVERIFY(begins("2006.jpg"));
    newLabelsAre("1");
    hands().keys({"M", "]", "]", "]"});
    hands().drag({{230, 180}, {600, 170}, {600, 330}, {240, 330}, {240, 250}, {590, 250}});
    const AnnotationId bus = last().id;
    const double first = area(last());
    QCOMPARE(kind(last()), QStringLiteral("mask"));
    // Other strokes go into the same mask.
    hands().keys({"Q", "]"});
    hands().drag({{250, 210}, {590, 210}, {590, 290}, {250, 290}});
    QCOMPARE(stored().size(), std::size_t(1));
    QVERIFY(area(storedAs(bus)) > first);
    const double painted = area(storedAs(bus));
    hands().key("Shift+E");
    hands().drag({{240, 230}, {400, 230}});
    QVERIFY(area(storedAs(bus)) < painted - 500);
    hands().keys({"Ctrl+Shift+F", "Ctrl+Shift+E"});
    QVERIFY(stored().size() == 1);
    hands().key("M");
    hands().drag({{300, 230}, {310, 230}}, Qt::AltModifier);
    QVERIFY(submit());
}

void TestSession::p11_scissors()
{
    QVERIFY(begins("fruits.jpg"));
    newLabelsAre("5");
    // The options of the tool lie over the lower end: smaller, the picture comes out from under them.
    hands().keys({"Shift+W", "-", "-"});
    const auto status = [&] { return m_program->part<QLabel>("toolStatus")->text(); };
    for (const auto &[x, y] : {std::pair{250, 45}, {120, 140}, {78, 280}, {140, 430}, {340, 465}, {322, 270}, {275, 120}}) {
        hands().click(x, y);
        QTRY_VERIFY_WITH_TIMEOUT(status().contains(QLatin1String("Enter")), 30'000);
    }
    hands().key("Backspace");
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(QLatin1String("Enter")), 30'000);
    hands().shot("session-scissors");
    hands().keys({"Return", "F"});
    QCOMPARE(stored().size(), std::size_t(1));
    QCOMPARE(className(last()), QStringLiteral("fruit"));
    QVERIFY2(area(last()) > 60'000 && area(last()) < 110'000, qPrintable(QString::number(area(last()))));
    QVERIFY(submit());
}

void TestSession::p12_grabCut()
{
    QVERIFY(begins("1675.jpg"));
    newLabelsAre("1");
    hands().key("Shift+Q");
    const auto status = [&] { return m_program->part<QLabel>("toolStatus")->text(); };
    hands().drag({{4, 10}, {635, 330}});
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(QLatin1String("Enter")), 60'000);
    hands().drag({{60, 150}, {150, 260}});
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(QLatin1String("Enter")), 60'000);
    hands().key("Q");
    hands().drag({{400, 40}, {600, 60}});
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(QLatin1String("Enter")), 60'000);
    QVERIFY(stored().empty());
    hands().key("Return");
    QTRY_COMPARE_WITH_TIMEOUT(stored().size(), std::size_t(1), 60'000);
    QVERIFY(area(last()) > 20'000);
    hands().key("Q");
    QVERIFY(submit());
}

void TestSession::p13_masksAndPolygons()
{
    QVERIFY(begins("HappyFish.jpg"));
    newLabelsAre("1");
    hands().key("Shift+V");
    hands().click(120, 70);
    QTRY_COMPARE_WITH_TIMEOUT(stored().size(), std::size_t(1), 30'000);
    QCOMPARE(kind(last()), QStringLiteral("mask"));
    const double pixels = area(last());
    hands().key("Ctrl+Shift+M");
    QCOMPARE(kind(last()), QStringLiteral("polygon"));
    QVERIFY(near(area(last()), pixels, 0.1 * pixels));
    hands().key("Ctrl+Shift+M");
    QCOMPARE(kind(last()), QStringLiteral("mask"));
    // The bar of options without a mouse: polygons from now on.
    hands().keys({"Esc", "Ctrl+."});
    QTRY_VERIFY(m_program->part<QWidget>("toolOptions")->isAncestorOf(QApplication::focusWidget()));
    hands().keys({"Tab", "Down", "Esc"});
    hands().click(60, 95);
    QTRY_COMPARE_WITH_TIMEOUT(stored().size(), std::size_t(2), 30'000);
    QCOMPARE(kind(last()), QStringLiteral("polygon"));
    hands().keys({"Esc", "Ctrl+.", "Tab", "Up", "Esc"});
    QVERIFY(submit());
}

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the session that is about whole labels: joints, groups, relations, order, tags, answers, classes, layers.
#include "session.h"
#include "widgets/forms/attributebar.h"
#include "widgets/panels/noticebar.h"

using namespace plumbline;

void TestSession::p14_keyPointsAndRelations()
{
    QVERIFY(begins("basketball1.png"));
    newLabelsAre("4");
    hands().key("K");
    // One joint after the other, as the tool names them; the last but one cannot be seen.
    hands().click(82, 105);
    hands().click(142, 160);
    hands().click(80, 205);
    hands().key("J");
    hands().click(62, 470);
    hands().click(130, 458);
    QCOMPARE(stored().size(), std::size_t(1));
    const auto thrower = std::get<geometry::KeyPoints>(last().geometry);
    QCOMPARE(thrower.skeleton, QStringLiteral("person"));
    QCOMPARE(thrower.points.size(), std::size_t(5));
    QCOMPARE(thrower.points[3].visibility, 1);
    QCOMPARE(thrower.points[4].visibility, 2);
    // All of them at once, from the template; the feet are outside the picture.
    hands().key("Esc");
    hands().click(540, 100);
    hands().click(455, 245);
    hands().click(600, 330);
    hands().keys({"Shift+J", "Return"});
    const auto catcher = std::get<geometry::KeyPoints>(last().geometry);
    QCOMPARE(catcher.points[3].visibility, 0);
    QCOMPARE(catcher.points[4].visibility, 0);
    newLabelsAre("4");
    hands().key("B");
    hands().drag({{36, 78}, {160, 478}});
    const AnnotationId from = last().id;
    hands().key("Esc");
    hands().drag({{436, 22}, {638, 478}});
    const AnnotationId to = last().id;
    hands().keys({"V", "Esc"});
    // A box and its skeleton belong together.
    hands().click(36, 300);
    QCOMPARE(document().selection(), QSet<AnnotationId>{from});
    hands().click(82, 105, Qt::ShiftModifier);
    QCOMPARE(document().selection().size(), qsizetype(2));
    hands().key("Ctrl+J");
    QVERIFY(!storedAs(from).group.isNull());
    QCOMPARE(storedAs(from).group, stored().front().group);
    // Who throws to whom.
    hands().keys({"Esc", "Shift+R"});
    hands().drag({{160, 280}, {436, 200}});
    QCOMPARE(kind(last()), QStringLiteral("relation"));
    QCOMPARE(className(last()), QStringLiteral("throws"));
    auto arrow = std::get<geometry::Relation>(last().geometry);
    QCOMPARE(arrow.from, from);
    QCOMPARE(arrow.to, to);
    hands().key("Ctrl+Shift+R");
    arrow = std::get<geometry::Relation>(last().geometry);
    QCOMPARE(arrow.from, to);
    hands().key("Ctrl+Z");
    QTRY_COMPARE(std::get<geometry::Relation>(last().geometry).from, from);
    hands().key("V");
    hands().shot("session-people");
    // Loose points, with no skeleton.
    newLabelsAre("1");
    hands().keys({"K", "Shift+K"});
    hands().click(150, 125);
    hands().click(226, 150);
    hands().key("Return");
    const auto loose = std::get<geometry::KeyPoints>(last().geometry);
    QVERIFY(loose.skeleton.isEmpty());
    QCOMPARE(loose.points.size(), std::size_t(2));
    hands().keys({"Esc", "V"});
    hands().click(36, 300);
    hands().key("Ctrl+Shift+J");
    QVERIFY(storedAs(from).group.isNull());
    QVERIFY(submit());
}

void TestSession::p15_manyAtOnce()
{
    QVERIFY(begins("1532.jpg"));
    newLabelsAre("1");
    hands().key("B");
    for (const auto &[x, y] : {std::pair{60, 220}, {220, 250}, {470, 205}}) {
        hands().drag({{double(x), double(y)}, {double(x + 60), double(y + 40)}});
        hands().key("Esc");
    }
    const auto boxes = [&] {
        std::vector<Box> all;
        for (const Annotation &a : stored())
            if (const auto bounds = geometry::boundsOf(a.geometry))
                all.push_back(*bounds);
        return all;
    };
    hands().keys({"V", "Ctrl+A", "Alt+Up"});
    QVERIFY(near(boxes()[0].y, boxes()[1].y, 0.01) && near(boxes()[1].y, boxes()[2].y, 0.01));
    hands().key("Alt+Shift+Right");
    const auto spaced = boxes();
    QVERIFY(near(spaced[1].x - spaced[0].right(), spaced[2].x - spaced[1].right(), 0.1));
    hands().keys({"Alt+Down", "Alt+Shift+Up", "Shift+Down"});
    QVERIFY(near(boxes()[0].y, spaced[0].y + 10, 3));
    // The frame around all of them: its corner scales, its round handle turns.
    hands().key("W");
    const auto before = boxes();
    const double bottom = std::max({before[0].bottom(), before[1].bottom(), before[2].bottom()});
    hands().drag({{before[2].right(), bottom}, {before[2].right() + 30, bottom + 30}});
    QVERIFY(boxes()[0].w > before[0].w + 1);
    QVERIFY(near(boxes()[0].x, before[0].x, 0.5));
    hands().key("Shift+.");
    for (const Annotation &a : stored())
        QCOMPARE(kind(a), QStringLiteral("rotated-box"));
    QCOMPARE(document().selection().size(), qsizetype(3));
    hands().keys({"Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z"});
    QTRY_COMPARE(kind(stored().front()), QStringLiteral("box"));
    hands().keys({"V", "Esc"});
    // By the mouse: one label, then a rubber band.
    const Box third = boxes()[2];
    hands().drag({{third.x + third.w / 2, third.y}, {third.x + third.w / 2 + 20, third.y + 30}});
    QVERIFY(near(boxes()[2].x, third.x + 20) && near(boxes()[2].y, third.y + 30));
    hands().key("Esc");
    hands().drag({{20, 150}, {630, 400}});
    QCOMPARE(document().selection().size(), qsizetype(3));
    QVERIFY(submit());
}

void TestSession::p16_orderLockHide()
{
    QVERIFY(begins("3845.jpg"));
    newLabelsAre("5");
    hands().key("B");
    hands().drag({{60, 60}, {300, 300}});
    const AnnotationId low = last().id;
    hands().key("Esc");
    hands().drag({{200, 120}, {420, 340}});
    const AnnotationId high = last().id;
    hands().keys({"V", "Esc", "Tab", "Ctrl+]"});
    QVERIFY(storedAs(low).zOrder > storedAs(high).zOrder);
    hands().key("Ctrl+[");
    // Of two of the same order the later one lies above.
    QVERIFY(storedAs(low).zOrder <= storedAs(high).zOrder);
    hands().key("Ctrl+Shift+]");
    QVERIFY(storedAs(low).zOrder > storedAs(high).zOrder);
    hands().key("Ctrl+Shift+[");
    QVERIFY(storedAs(low).zOrder <= storedAs(high).zOrder);
    // Locked: keys that change it do nothing.
    hands().keys({"Ctrl+L", "Right", "Del"});
    QCOMPARE(stored().size(), std::size_t(2));
    QVERIFY(near(storedAs(low).geometry, {60, 60, 240, 240}));
    hands().keys({"Ctrl+L", "Right"});
    QVERIFY(near(storedAs(low).geometry, {61, 60, 240, 240}));
    // Out of sight is not deleted, and the picture says so.
    hands().key("Shift+H");
    QVERIFY(!hands().canvas().scene().find(low));
    QVERIFY(hands().canvas().scene().find(high));
    hands().key("Ctrl+Shift+H");
    QVERIFY(hands().canvas().scene().find(low));
    hands().keys({"Tab", "Shift+Z"});
    QCOMPARE(hands().canvas().scene().entries().size(), std::size_t(1));
    hands().keys({"Shift+Z", "H"});
    QVERIFY(!hands().canvas().shapesVisible());
    hands().key("H");
    QCOMPARE(hands().canvas().scene().entries().size(), std::size_t(2));
    QCOMPARE(stored().size(), std::size_t(2));
    QVERIFY(submit());
}

void TestSession::p17_tagsAndRoles()
{
    QVERIFY(begins("2923.jpg"));
    hands().key("Ctrl+9");
    QCOMPARE(kind(last()), QStringLiteral("item"));
    QCOMPARE(className(last()), QStringLiteral("outdoors"));
    hands().key("Shift+T");
    QTRY_VERIFY(QApplication::activePopupWidget());
    hands().type("indoors");
    hands().key("Return");
    QCOMPARE(stored().size(), std::size_t(2));
    hands().key("Ctrl+8");
    QCOMPARE(stored().size(), std::size_t(1));
    newLabelsAre("1");
    hands().key("B");
    hands().drag({{20, 30}, {220, 150}});
    const AnnotationId id = last().id;
    hands().key("I");
    QCOMPARE(storedAs(id).role, model::Role::Ignore);
    hands().key("U");
    QVERIFY(storedAs(id).unsure);
    hands().keys({"U", "I"});
    QCOMPARE(storedAs(id).role, model::Role::Object);
    // A crowd has no key; its box is in the properties.
    hands().click(m_program->part<QWidget>("crowd"), QPoint(8, m_program->part<QWidget>("crowd")->height() / 2));
    QCOMPARE(storedAs(id).role, model::Role::Crowd);
    QVERIFY(submit());
}

void TestSession::p18_attributes()
{
    QVERIFY(begins("RZVQ-unsplash.jpg"));
    newLabelsAre("1");
    hands().key("Shift+B");
    hands().drag({{1126, 410}, {1720, 1004}}, Qt::ShiftModifier);
    const AnnotationId id = last().id;
    // A class without a digit: some letters of its name.
    hands().key("/");
    QTRY_VERIFY(QApplication::activePopupWidget());
    hands().type("eg");
    hands().key("Return");
    QCOMPARE(className(storedAs(id)), QStringLiteral("egg"));
    // What must be answered is asked for, not lost.
    hands().key("Ctrl+Return");
    auto &notices = m_program->window().viewHost().notices();
    QVERIFY2(notices.text().contains(QLatin1String("Cracked")), qPrintable(notices.text()));
    hands().key("E");
    auto *bar = m_program->part<forms::AttributeBar>("attributeBar");
    QVERIFY(bar && bar->isVisible());
    hands().keys({"2", "Tab"});
    hands().shot("session-attributes");
    hands().keys({"3", "Tab"});
    hands().type("62.5");
    hands().key("Return");
    const auto answers = storedAs(id).attributes;
    QCOMPARE(answers.at(QStringLiteral("cracked")), model::AttributeValue(false));
    QCOMPARE(answers.at(QStringLiteral("colour")), model::AttributeValue(QStringLiteral("dark brown")));
    QCOMPARE(answers.at(QStringLiteral("weight")), model::AttributeValue(62.5));
    hands().key("Esc");
    QVERIFY(!bar->isVisible());
    QVERIFY(submit());
}

void TestSession::p19_anotherClass()
{
    QVERIFY(begins("632.jpg"));
    newLabelsAre("2");
    hands().key("B");
    for (const int x : {40, 160, 280}) {
        hands().drag({{double(x), 300}, {double(x + 90), 380}});
        hands().key("Esc");
    }
    hands().keys({"V", "Tab", "Ctrl+Shift+A"});
    QCOMPARE(document().selection().size(), qsizetype(3));
    hands().key("Ctrl+H");
    for (const char *name : {"chip", "fruit"}) {
        QTRY_VERIFY(QApplication::activePopupWidget());
        hands().key("Ctrl+A");
        hands().type(name);
        hands().key("Return");
    }
    auto &notices = m_program->window().viewHost().notices();
    QVERIFY2(notices.text().contains(QLatin1String("3 here")), qPrintable(notices.text()));
    hands().key("Return");
    for (const Annotation &a : stored())
        QCOMPARE(className(a), QStringLiteral("fruit"));
    // Only what the filter lets through is shown.
    hands().key("Ctrl+Alt+F");
    QTRY_COMPARE(QApplication::focusWidget(), m_program->part<QWidget>("annotationFilter"));
    hands().type("is:unsure");
    QCOMPARE(document().marks().filteredOut.size(), qsizetype(3));
    hands().key("Esc");
    QVERIFY(document().marks().filteredOut.isEmpty());
    hands().key("Esc");
    QCOMPARE(QApplication::focusWidget(), m_program->canvas());
    QVERIFY(submit());
}

void TestSession::p20_comparison()
{
    QVERIFY(begins("Iqnm9o-unsplash.jpg"));
    // What a model has found: one right, one with another class, one that is not there.
    auto predicted = document().gesture(QStringLiteral("Predictions"));
    for (const auto &[box, name, score] : {std::tuple{Box{2046, 544, 1600, 1566}, "fruit", 0.94},
                                           {Box{1862, 1972, 890, 811}, "egg", 0.61},
                                           {Box{300, 2500, 1100, 500}, "house", 0.32}}) {
        Annotation a = document().newAnnotation(box);
        a.layer = model::modelLayer(QStringLiteral("sample"));
        a.labelClass = document().schema().find(QString::fromLatin1(name))->id;
        a.score = score;
        a.origin.kind = model::OriginKind::Model;
        a.origin.model = QStringLiteral("sample");
        predicted.create(a);
    }
    document().push(predicted.take());
    QVERIFY(document().flush());
    newLabelsAre("5");
    hands().key("B");
    hands().drag({{1870, 1980}, {2745, 2780}});
    hands().keys({"V", "Esc", "F8"});
    const auto *comparison = m_program->part<QWidget>("comparison");
    QVERIFY(comparison && comparison->isVisible());
    hands().key("F7");
    QCOMPARE(document().selection().size(), qsizetype(1));
    hands().shot("session-comparison");
    hands().keys({"Shift+F7", "F8", "Shift+F8"});
    QVERIFY(comparison->isVisible());
    hands().key("Shift+F8");
    QVERIFY(!comparison->isVisible());
    // One is taken over, the others are not.
    hands().keys({"Esc", "Tab"});
    const auto isOpen = [&](const Annotation &a) { return model::isModelLayer(a.layer) && a.verdict == model::Verdict::None; };
    for (int i = 0; i < 4 && !isOpen(*document().annotation(*document().selection().begin())); ++i)
        hands().key("Tab");
    hands().keys({"Y", "Tab", "X", "Tab", "X"});
    QVERIFY(std::none_of(document().annotations().begin(), document().annotations().end(), isOpen));
    QCOMPARE(stored().size(), std::size_t(2));
    QCOMPARE(last().origin.kind, model::OriginKind::Model);
    QCOMPARE(className(last()), QStringLiteral("fruit"));
    const ItemId item = document().item()->id;
    hands().key("Ctrl+Return");
    QTRY_COMPARE_WITH_TIMEOUT(m_program->stateOf(item), model::TaskState::Submitted, 30'000);
}

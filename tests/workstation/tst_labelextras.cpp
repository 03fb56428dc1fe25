// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemadialog.h"
#include "app/workstation/skeletoncanvas.h"
#include "core/base/atomicfile.h"
#include "pageobjects.h"
#include "tests/support/verify.h"
#include "widgets/forms/attributebar.h"
#include "widgets/forms/classpicker.h"
#include "widgets/panels/noticebar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolTip>

using namespace plumbline;
using test::FreshHome;
using test::Program;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

}  // namespace

/// What the schema brings to labeling, as a person meets it: rules, attribute mode, filters, the schema editor.
class TestLabelExtras : public QObject
{
    Q_OBJECT

    std::unique_ptr<FreshHome> m_home;
    std::unique_ptr<Program> m_program;

    [[nodiscard]] document::Document &document() { return *m_program->document(); }
    AnnotationId add(const char *className, const geometry::Geometry &geometry)
    {
        model::Annotation a = document().newAnnotation(geometry);
        a.labelClass = document().schema().find(s(className))->id;
        document().push(document().gesture(s("Draw")).create(a).take());
        return a.id;
    }
    [[nodiscard]] model::Attributes answers(AnnotationId id) { return document().annotation(id)->attributes; }
    /// Saves what a person sees, when somebody asks for it.
    void shot(QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(200);
        QVERIFY(widget->grab().save(
            QStringLiteral("%1/%2-%3.png").arg(folder, s(name), m_program->workstation().settings().theme())));
    }
    workstation::SchemaDialog *openSchema()
    {
        m_program->act("label.schema");
        auto *dialog = m_program->part<workstation::SchemaDialog>("schemaDialog");
        if (!dialog || !QTest::qWaitForWindowActive(dialog))
            return nullptr;
        return dialog;
    }
    template <typename T>
    static T *in(QWidget *widget, const char *name)
    {
        const auto all = widget->findChildren<T *>(s(name));
        for (T *found : all)
            if (found->isVisible())
                return found;
        return nullptr;
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }

    void init()
    {
        m_home = std::make_unique<FreshHome>();
        const QString folder = m_home->path(s("photos"));
        QVERIFY(QDir().mkpath(folder));
        for (const char *name : {"a.png", "b.png"}) {
            QImage image(320, 200, QImage::Format_RGB32);
            image.fill(name[0] == 'a' ? QColor(90, 110, 130) : QColor(130, 110, 90));
            QVERIFY(image.save(folder + QLatin1Char('/') + s(name)));
        }
        m_program = std::make_unique<Program>(QStringList{folder});
        m_program->workstation().settings().setTheme(qEnvironmentVariable("PLUMBLINE_THEME", QStringLiteral("dark")));
        QVERIFY(m_program->active());
        QVERIFY(m_program->waitForProject());
        QVERIFY(m_program->waitForPicture());
        const auto read = model::schemaFromJson(base::parseJson(R"({
            "classes":[{"name":"vehicle"},{"name":"car","parent":"vehicle"},{"name":"truck","parent":"vehicle"},{"name":"person"}],
            "attributes":[{"key":"moving","title":"Is it moving?","classes":["car","truck"],"required":true},
                          {"key":"colour","type":"choice","choices":["red","blue","white"],"classes":["car"]},
                          {"key":"speed","type":"number","condition":{"key":"moving","value":"true"},"classes":["car"]}],
            "rules":[{"id":"apart","kind":"no-overlap","classes":["vehicle"],"iou":0.5,"blocks":true},
                     {"id":"size","kind":"minimum-size","pixels":10}]})")
                                                    .value());
        QVERIFY_RESULT(read);
        model::Schema schema = *read;
        schema.version = document().schema().version + 1;
        document().push(document().gesture(s("Schema")).put(document().schema(), schema).take());
        QVERIFY(document().flush());
    }
    void cleanup()
    {
        m_program.reset();
        m_home.reset();
    }

    void rulesFlagAndBlock()
    {
        const AnnotationId first = add("car", geometry::Box{40, 40, 100, 80});
        const AnnotationId second = add("truck", geometry::Box{45, 42, 100, 80});
        const AnnotationId small = add("person", geometry::Box{250, 20, 4, 30});
        QCOMPARE(document().marks().flagged.size(), qsizetype(3));
        auto *list = m_program->part<QListView>("annotationList");
        QVERIFY(list->model()->index(2, 0).data(Qt::ToolTipRole).toString().contains(s("pixels")));
        auto *issues = m_program->part<QListView>("issueList");
        QTRY_COMPARE(issues->model()->rowCount(), 4);  // two of them are the questions that are open
        for (const AnnotationId &id : {first, second}) {
            model::Annotation after = *document().annotation(id);
            after.attributes[s("moving")] = false;
            document().push(document().gesture(s("Answer")).update(*document().annotation(id), after).take());
        }
        document().select({small});
        shot(&m_program->window(), "rules");
        m_program->act("item.submit");
        QVERIFY(m_program->window().viewHost().notices().text().contains(s("overlap")));
        QCOMPARE(document().selection(), (QSet<AnnotationId>{first, second}));
        document().undo();
        document().push(document().gesture(s("Delete")).remove(*document().annotation(second)).take());
        QTRY_VERIFY(!document().marks().flagged.contains(first) || !document().annotation(second));
    }

    void labelsGoOnToTheNextPicture()
    {
        const AnnotationId first = add("car", geometry::Box{40, 40, 100, 80});
        add("person", geometry::Box{10, 20, 20, 30});
        document().select({first});
        m_program->window().viewHost().focusView();
        m_program->key(Qt::Key_V, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(document().item()->name, s("b.png"));
        QTRY_COMPARE(document().annotations().size(), std::size_t(1));
        QCOMPARE(document().annotations()[0].geometry, geometry::Geometry(geometry::Box{40, 40, 100, 80}));
        // There is nothing after the last one, and going back pastes nothing.
        m_program->key(Qt::Key_V, Qt::ControlModifier | Qt::AltModifier);
        m_program->act("item.previous");
        QTRY_COMPARE(document().item()->name, s("a.png"));
        QVERIFY(m_program->waitForPicture());
        QCOMPARE(document().annotations().size(), std::size_t(2));
    }

    // Names come from other people's files.
    void namesAreNoDocuments()
    {
        const QString name = s("<b>car</b> <img src=\"file:///nowhere\">");
        m_program->window().viewHost().notices().show(panels::NoticeBar::Tone::Info, name);
        QToolTip::showText(m_program->window().mapToGlobal(QPoint(20, 20)), name, &m_program->window());
        int seen = 0;
        for (QWidget *widget : QApplication::allWidgets())
            if (auto *label = qobject_cast<QLabel *>(widget); label && label->text() == name) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                ++seen;
            }
        QCOMPARE(seen, 2);
        QToolTip::hideText();
    }

    void wordsNameTheKeysInForce()
    {
        auto &registry = m_program->window().registry();
        QCOMPARE(registry.withKeys(s("Press {item.next} or {no.action}.")), s("Press D or {no.action}."));
        const auto words = [&] {
            for (const QLabel *label : m_program->part<QWidget>("annotationPanel")->findChildren<QLabel *>())
                if (label->text().startsWith(s("Draw with")))
                    return label->text();
            return QString();
        };
        QVERIFY2(words().contains(s("B (box) or P (polygon)")), qPrintable(words()));
        actions::Keymap map;
        map.keys = {{s("image.tool.box"), {QKeySequence(Qt::Key_F9)}}, {s("image.tool.polygon"), {}}};
        registry.setKeymap(map);
        QVERIFY2(words().contains(s("F9 (box) or “Polygon” (polygon)")), qPrintable(words()));
    }

    void attributeModeByKeys()
    {
        const AnnotationId first = add("car", geometry::Box{40, 40, 100, 80});
        const AnnotationId second = add("truck", geometry::Box{180, 42, 100, 80});
        add("person", geometry::Box{10, 20, 20, 30});
        document().select({});
        m_program->window().viewHost().focusView();
        m_program->key(Qt::Key_E);
        auto *bar = m_program->part<forms::AttributeBar>("attributeBar");
        QVERIFY(bar->isVisible());
        QCOMPARE(document().selection(), QSet<AnnotationId>{first});
        m_program->key(Qt::Key_1);
        QCOMPARE(answers(first), (model::Attributes{{s("moving"), true}}));
        m_program->key(Qt::Key_Tab);
        shot(&m_program->window(), "attribute-mode");
        m_program->key(Qt::Key_3);
        QCOMPARE(answers(first).at(s("colour")), model::AttributeValue(s("white")));
        m_program->key(Qt::Key_0);
        QCOMPARE(answers(first).at(s("colour")), model::AttributeValue(model::CannotTell{}));
        m_program->key(Qt::Key_Backspace);
        QVERIFY(!answers(first).contains(s("colour")));
        m_program->key(Qt::Key_D);  // means "next item" elsewhere
        QCOMPARE(document().item()->name, s("a.png"));
        m_program->key(Qt::Key_Tab);
        auto *typed = in<QLineEdit>(bar, "attributeTyped");
        QVERIFY(typed && typed->hasFocus());
        QTest::keyClicks(typed, s("fast"));
        m_program->key(Qt::Key_Return);
        QVERIFY(!answers(first).contains(s("speed")));  // no number: stays and says so
        QVERIFY(bar->isVisible());
        typed->clear();
        QTest::keyClicks(typed, s("12.5"));
        m_program->key(Qt::Key_Return);
        QCOMPARE(answers(first).at(s("speed")), model::AttributeValue(12.5));
        QCOMPARE(document().selection(), QSet<AnnotationId>{second});
        m_program->key(Qt::Key_2);
        m_program->key(Qt::Key_U);
        m_program->key(Qt::Key_I);
        QCOMPARE(answers(second), (model::Attributes{{s("moving"), false}}));
        QVERIFY(document().annotation(second)->unsure);
        QCOMPARE(document().annotation(second)->role, model::Role::Ignore);
        m_program->key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(document().selection(), QSet<AnnotationId>{first});
        m_program->key(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(in<QLineEdit>(bar, "attributeTyped"));
        m_program->key(Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        m_program->key(Qt::Key_D);
        QCOMPARE(document().item()->name, s("b.png"));
    }

    void filterHidesInTheViewToo()
    {
        add("car", geometry::Box{40, 40, 100, 80});
        const AnnotationId person = add("person", geometry::Box{180, 42, 30, 80});
        m_program->key(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        auto *field = m_program->part<QLineEdit>("annotationFilter");
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, s("car"));
        QCOMPARE(m_program->part<QListView>("annotationList")->model()->rowCount(), 1);
        QCOMPARE(document().marks().filteredOut, QSet<AnnotationId>{person});
        shot(&m_program->window(), "filter");
        document().select({});
        m_program->act("image.selectAll");
        QCOMPARE(document().selection().size(), qsizetype(1));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(document().marks().filteredOut.isEmpty());
    }

    void aKeyForAFavourite()
    {
        m_program->act("label.class");
        auto *choices = m_program->part<QWidget>("classChoices");
        QTRY_VERIFY(choices->isVisible());
        QTest::keyClicks(choices->focusProxy(), s("person"));
        QTest::keyClick(choices->focusProxy(), Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(document().schema().find(u"person")->hotKey, s("9"));
        shot(choices, "class-picker");
        QTest::keyClick(choices->focusProxy(), Qt::Key_Escape);
        document().undo();
        QTRY_VERIFY(document().schema().find(u"person")->hotKey != s("9"));
    }

    void replacingAClassCountsFirst()
    {
        add("car", geometry::Box{40, 40, 10, 80});
        add("car", geometry::Box{90, 40, 10, 80});
        m_program->act("label.replaceClass");
        const auto choose = [&](const char *name) {
            QWidget *popup = QApplication::activePopupWidget();
            QVERIFY(popup);
            auto *field = popup->findChild<QLineEdit *>();
            field->clear();
            QTest::keyClicks(field, s(name));
            QTest::keyClick(field, Qt::Key_Return);
        };
        choose("car");
        choose("truck");
        auto &notices = m_program->window().viewHost().notices();
        QVERIFY2(notices.text().contains(s("2 here")), qPrintable(notices.text()));
        for (QPushButton *button : notices.findChildren<QPushButton *>())
            if (button->text().contains(s("here")))
                QTest::mouseClick(button, Qt::LeftButton);
        const ClassId truck = document().schema().find(u"truck")->id;
        for (const model::Annotation &a : document().annotations())
            QCOMPARE(a.labelClass, truck);
        document().undo();
        QTRY_VERIFY(document().annotations()[0].labelClass != truck && document().annotations()[1].labelClass != truck);
    }

    /// Every part of a convention has its field; what the class says stands where it is chosen.
    void conventionsAreEdited()
    {
        auto *dialog = openSchema();
        const auto convention = [&]() -> const model::Convention & {
            return dialog->draft().schema().classes.front().convention;
        };
        QTest::keyClicks(in<QLineEdit>(dialog, "schema.convention.belongs_to_object"), s("mirrors"));
        QCOMPARE(convention().belongsToObject, s("mirrors"));
        auto *points = in<QSpinBox>(dialog, "schema.convention.minimum_points");
        points->setValue(5);
        QCOMPARE(convention().minimumPoints, std::optional<int>(5));
        points->setValue(-1);
        QVERIFY(!convention().minimumPoints);
        auto *speed = in<QDoubleSpinBox>(dialog, "schema.convention.maximum_speed");
        speed->setValue(0);
        QCOMPARE(convention().maximumSpeed, std::optional<double>(0));
        in<QDoubleSpinBox>(dialog, "schema.convention.size_tolerance")->setValue(25);
        QCOMPARE(convention().sizeTolerance, std::optional<double>(0.25));
        auto *heading = in<QComboBox>(dialog, "schema.convention.heading");
        heading->setCurrentIndex(2);
        emit heading->activated(2);
        QCOMPARE(convention().heading, std::optional(model::Heading::LongerSide));
        const auto sizes = in<QWidget>(dialog, "schema.convention.size_prior_metres")->findChildren<QDoubleSpinBox *>();
        QCOMPARE(sizes.size(), 3);
        for (int i = 0; i < 3; ++i)
            sizes[i]->setValue(4 - i);
        QCOMPARE(convention().sizePriorMetres, std::optional(std::array<double, 3>{4, 3, 2}));
        in<QDoubleSpinBox>(dialog, "schema.convention.maximum_turn_degrees")->setFocus();
        shot(dialog, "schema-convention");
        dialog->close();
    }

    void editingTheSchemaByKeys()
    {
        add("truck", geometry::Box{40, 40, 100, 80});
        auto *dialog = openSchema();
        QVERIFY(dialog);
        QVERIFY(!dialog->isModal());
        auto *next = in<QPushButton>(dialog, "schemaNext");
        QVERIFY(!next->isEnabled());
        // A clash shows beside the field, at once, and keeps from going on.
        QTest::mouseClick(in<QPushButton>(dialog, "schema.button.add"), Qt::LeftButton);
        auto *name = in<QLineEdit>(dialog, "schema.name");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, s("truck"));
        auto *remark = in<QLabel>(dialog, "remark.name");
        QVERIFY(remark && remark->text().contains(s("truck")));
        QVERIFY(!next->isEnabled());
        shot(dialog, "schema-clash");
        QTest::keyClicks(name, s(" trailer"));
        QVERIFY(!in<QLabel>(dialog, "remark.name"));
        QVERIFY(next->isEnabled());
        QCOMPARE(dialog->draft().schema().classes.back().name, s("truck trailer"));
        QTest::keyClick(dialog, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(dialog->draft().schema().classes.back().name != s("truck trailer"));
        QTest::keyClick(dialog, Qt::Key_Escape);  // must not throw work away
        QVERIFY(dialog->isVisible());
        auto *tabs = in<QTabWidget>(dialog, "schemaTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            shot(dialog, qPrintable(QStringLiteral("schema-%1").arg(tab)));
        }
        dialog->close();
    }

    void removingAClassInUseAsksWhereItsLabelsGo()
    {
        const AnnotationId truck = add("truck", geometry::Box{40, 40, 100, 80});
        QVERIFY(document().flush());
        auto *dialog = openSchema();
        QVERIFY(dialog);
        dialog->draft().removeClass(2);
        auto *next = in<QPushButton>(dialog, "schemaNext");
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(in<QComboBox>(dialog, "decideClass"), 30'000);
        QVERIFY(!next->isEnabled());
        shot(dialog, "schema-report");
        auto *into = in<QComboBox>(dialog, "decideClass");
        into->setCurrentText(s("car"));
        emit into->activated(into->currentIndex());
        QTRY_VERIFY_WITH_TIMEOUT(next->isEnabled(), 30'000);
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!document().schema().find(u"truck"), 30'000);
        QCOMPARE(document().annotation(truck)->labelClass, document().schema().find(u"car")->id);
        document().undo();
        QTRY_VERIFY_WITH_TIMEOUT(document().schema().find(u"truck")
                                     && document().annotation(truck)->labelClass == document().schema().find(u"truck")->id,
                                 30'000);
    }

    void skeletonByMouseAndKeys()
    {
        auto *dialog = openSchema();
        QVERIFY(dialog);
        in<QTabWidget>(dialog, "schemaTabs")->setCurrentIndex(2);
        QTest::mouseClick(in<QPushButton>(dialog, "schema.button.add"), Qt::LeftButton);
        auto *canvas = in<workstation::SkeletonCanvas>(dialog, "schema.edges");
        QVERIFY(canvas);
        const auto skeleton = [&]() -> const model::Skeleton & { return dialog->draft().schema().skeletons.front(); };
        const geometry::Point before = skeleton().layout[0];
        const QPoint at = canvas->placeOf(0).toPoint();
        QTest::mousePress(canvas, Qt::LeftButton, {}, at);
        QTest::mouseMove(canvas, at + QPoint(20, 10));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, at + QPoint(20, 10));
        QVERIFY(skeleton().layout[0].x > before.x);
        QCOMPARE(dialog->draft().canUndo(), true);
        canvas->setMode(workstation::SkeletonCanvas::Mode::Join);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->placeOf(1).toPoint());
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->placeOf(2).toPoint());
        QCOMPARE(skeleton().edges.size(), std::size_t(3));
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, QPoint(canvas->width() / 2, canvas->height() / 2 + 30));
        QCOMPARE(skeleton().joints.size(), qsizetype(4));
        canvas->setFocus();
        canvas->setCurrent(3);
        QTest::keyClick(canvas, Qt::Key_E);
        canvas->setCurrent(0);
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(skeleton().edges.size(), std::size_t(4));
        const double x = skeleton().layout[0].x;
        QTest::keyClick(canvas, Qt::Key_Left);
        QVERIFY(skeleton().layout[0].x < x);
        shot(dialog, "schema-skeleton");
        canvas->setCurrent(3);
        QTest::keyClick(canvas, Qt::Key_Delete);
        QCOMPARE(skeleton().joints.size(), qsizetype(3));
        QCOMPARE(skeleton().edges.size(), std::size_t(3));
        dialog->close();
    }

    void schemaFilesInAndOut()
    {
        auto *dialog = openSchema();
        QVERIFY(dialog);
        const QString path = m_home->path(s("schema.json"));
        dialog->exportFile(path);
        const auto text = base::readFile(path, 1 << 20);
        QVERIFY_RESULT(text);
        QCOMPARE(model::schemaFromJson(*base::parseJson(*text)).value(), document().schema());
        const model::Schema before = dialog->draft().schema();
        for (const char *wrong : {"{", "[]", R"({"classes":[{"name":"a"},{"name":"a"}]})"}) {
            QVERIFY(base::writeFileAtomically(path, wrong));
            dialog->importFile(path);
            QVERIFY(dialog->draft().schema() == before);
        }
        QVERIFY(base::writeFileAtomically(path, R"({"classes":[{"name":"tram"}]})"));
        dialog->importFile(path);
        QCOMPARE(dialog->draft().schema().classes.size(), std::size_t(1));
        dialog->close();
    }
};

QTEST_MAIN(TestLabelExtras)
#include "tst_labelextras.moc"

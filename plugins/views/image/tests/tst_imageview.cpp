// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"
#include "plugins/views/image/imageactions.h"
#include "plugins/views/image/tests/imagefixture.h"
#include "tests/support/verify.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPluginLoader>
#include <QTest>

using namespace plumbline;
using geometry::Box;
using test::ImageFixture;

/// Everything of the view that is not the mouse: keys, predictions, clipboard, states, the module.
class TestImageView : public QObject
{
    Q_OBJECT

private slots:
    void nudging()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{10, 20, 30, 40});
        const auto before = f.document().annotations();
        f.key(Qt::Key_Right);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        f.select({box.id});
        f.key(Qt::Key_Right);
        f.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(f.geometryOf<Box>(box.id), (Box{11, 30, 30, 40}));
        f.key(Qt::Key_Left, Qt::ShiftModifier);
        f.key(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(f.geometryOf<Box>(box.id), (Box{0, 30, 30, 40}));
        f.key(Qt::Key_Up);
        f.key(Qt::Key_Left);  // at the edge: nothing happens, nothing is pushed
        QCOMPARE(f.document().pushes(), std::size_t(5));
        QVERIFY(f.undoesAndRedoes(before));
    }

    void deleting()
    {
        ImageFixture f;
        const auto a = f.document().add(Box{10, 20, 30, 40});
        const auto b = f.document().add(Box{110, 20, 30, 40});
        f.document().add(Box{210, 20, 30, 40});
        const auto before = f.document().annotations();
        f.select({a.id, b.id});
        f.key(Qt::Key_Delete);
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Delete 2 label(s)"));
        QVERIFY(f.document().selection().isEmpty());
        QVERIFY(f.undoesAndRedoes(before));
    }

    void copyAndPaste()
    {
        ImageFixture f;
        auto source = f.document().add(Box{10, 20, 30, 40}, "person");
        f.document().change(source.id, [](model::Annotation &a) {
            a.attributes[QStringLiteral("occluded")] = true;
            a.unsure = true;
            a.role = model::Role::Crowd;
        });
        source = *f.document().annotation(source.id);
        const auto before = f.document().annotations();
        f.select({source.id});
        f.key(Qt::Key_C, Qt::ControlModifier);
        f.key(Qt::Key_V, Qt::ControlModifier);
        f.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.document().annotations().size(), std::size_t(3));
        const model::Annotation first = f.document().annotations()[1];
        QCOMPARE(std::get<Box>(first.geometry), (Box{20, 30, 30, 40}));
        QCOMPARE(std::get<Box>(f.document().annotations()[2].geometry), (Box{30, 40, 30, 40}));
        QCOMPARE(first.labelClass, source.labelClass);
        QCOMPARE(first.attributes, source.attributes);
        QCOMPARE(first.role, source.role);
        QVERIFY(first.unsure);
        QVERIFY(first.id != source.id);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{f.document().annotations()[2].id});
        QCOMPARE(f.document().pushes(), std::size_t(2));
        QVERIFY(f.undoesAndRedoes(before));

        // On another picture: the same place.
        model::Item next = *f.document().item();
        next.id = f.document().identity.ids.make<ItemId>();
        f.document().showItem(next);
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::gray);
        f.view.showFrame(next, extension::LoadedFrame{picture, {}});
        f.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.document().annotations().size(), std::size_t(1));
        QCOMPARE(std::get<Box>(f.document().annotations().front().geometry), (Box{10, 20, 30, 40}));
        QCOMPARE(f.document().annotations().front().item, next.id);
    }

    void duplicating()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{365, 20, 30, 40});
        f.select({box.id});
        f.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(std::get<Box>(f.document().annotations().back().geometry), (Box{370, 30, 30, 40}));  // kept inside
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Duplicate car"));
    }

    void hostileClipboard_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("labels!");
        QTest::newRow("a number") << QByteArray("17");
        QTest::newRow("no list") << QByteArray(R"({"annotations":{}})");
        QTest::newRow("deep") << QByteArray(10000, '[');
        QTest::newRow("odd entries") << QByteArray(R"({"item":3,"annotations":[1,null,{"geometry":{"type":"box"}}]})");
        QTest::newRow("unknown class") << QByteArray(R"({"annotations":[{"class":"dragon","geometry":{"type":"box","x":1,"y":1,"w":5,"h":5}}]})");
    }
    void hostileClipboard()
    {
        QFETCH(QByteArray, text);
        ImageFixture f;
        auto *mime = new QMimeData;
        mime->setData(QStringLiteral("application/x-plumbline-annotations+json"), text);
        QGuiApplication::clipboard()->setMimeData(mime);
        f.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QCOMPARE(f.host.hints.size(), 1);
        QVERIFY(!f.host.hints.front().isEmpty());
    }

    void classKeys()
    {
        ImageFixture f;
        f.key(Qt::Key_2);
        QCOMPARE(f.document().currentClass(), f.document().classNamed("person"));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        const auto box = f.document().add(Box{10, 20, 30, 40});
        const auto before = f.document().annotations();
        f.select({box.id});
        f.key(Qt::Key_3);
        QCOMPARE(f.document().annotation(box.id)->labelClass, f.document().classNamed("bicycle"));
        QCOMPARE(f.document().currentClass(), f.document().classNamed("person"));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Change class to bicycle"));
        f.key(Qt::Key_3);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        f.key(Qt::Key_9);
        QCOMPARE(f.host.hints.last(), QStringLiteral("No class has the key 9."));
        QVERIFY(f.undoesAndRedoes(before));
    }

    void unsureAndIgnore()
    {
        ImageFixture f;
        const auto a = f.document().add(Box{10, 20, 30, 40});
        const auto b = f.document().add(Box{110, 20, 30, 40});
        const auto before = f.document().annotations();
        f.select({a.id});
        f.key(Qt::Key_U);
        QVERIFY(f.document().annotation(a.id)->unsure);
        f.select({a.id, b.id});
        f.key(Qt::Key_U);
        QVERIFY(f.document().annotation(a.id)->unsure && f.document().annotation(b.id)->unsure);
        f.key(Qt::Key_U);
        QVERIFY(!f.document().annotation(a.id)->unsure && !f.document().annotation(b.id)->unsure);
        f.key(Qt::Key_I);
        QCOMPARE(f.document().annotation(b.id)->role, model::Role::Ignore);
        f.select({b.id});
        f.key(Qt::Key_I);
        QCOMPARE(f.document().annotation(b.id)->role, model::Role::Object);
        QCOMPARE(f.document().pushes(), std::size_t(5));
        QVERIFY(f.undoesAndRedoes(before));
    }

    void accepting()
    {
        ImageFixture f;
        const auto prediction = f.document().addPrediction(Box{10, 20, 30, 40}, 0.82, "person");
        const auto next = f.document().addPrediction(Box{110, 20, 30, 40}, 0.7);
        f.document().add(Box{210, 20, 30, 40});
        const auto before = f.document().annotations();
        f.select({prediction.id});
        f.key(Qt::Key_Y);
        QCOMPARE(f.document().pushes(), std::size_t(1));
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Accept person"));
        QCOMPARE(f.document().annotation(prediction.id)->verdict, model::Verdict::Accepted);
        const model::Annotation &made = f.document().annotations().back();
        QCOMPARE(made.parent, prediction.id);
        QCOMPARE(made.layer, QStringLiteral("ann"));
        QCOMPARE(made.origin.kind, model::OriginKind::Model);
        QCOMPARE(made.origin.model, QStringLiteral("demo"));
        QCOMPARE(made.origin.provider, QStringLiteral("cpu"));
        QCOMPARE(made.origin.by, QStringLiteral("ann"));
        QCOMPARE(made.labelClass, f.document().classNamed("person"));
        QCOMPARE(std::get<Box>(made.geometry), (Box{10, 20, 30, 40}));
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{made.id});
        // What was judged is not drawn any more.
        QVERIFY(!f.canvas().scene().find(prediction.id));
        QVERIFY(f.canvas().scene().find(made.id));
        f.key(Qt::Key_Tab);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{next.id});
        f.key(Qt::Key_X);
        QCOMPARE(f.document().annotation(next.id)->verdict, model::Verdict::Rejected);
        QVERIFY(!f.canvas().scene().find(next.id));
        QVERIFY(f.undoesAndRedoes(before));
        f.select({made.id});
        f.key(Qt::Key_Y);
        QVERIFY(f.host.hints.last().contains(QStringLiteral("prediction")));
        QCOMPARE(f.document().pushes(), std::size_t(2));
    }

    void correcting()
    {
        ImageFixture f;
        const auto moved = f.document().addPrediction(Box{10, 20, 30, 40}, 0.9);
        const auto resized = f.document().addPrediction(Box{110, 20, 60, 60}, 0.8);
        const auto renamed = f.document().addPrediction(Box{210, 20, 60, 60}, 0.7);
        const auto before = f.document().annotations();
        f.drag(f.screen(25, 40), f.screen(30, 50));
        QCOMPARE(std::get<Box>(f.document().annotations().back().geometry), (Box{15, 30, 30, 40}));
        QCOMPARE(f.document().annotations().back().parent, moved.id);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{f.document().annotations().back().id});
        f.select({resized.id});
        f.drag(f.screen(170, 80), f.screen(190, 90));
        QCOMPARE(std::get<Box>(f.document().annotations().back().geometry), (Box{110, 20, 80, 70}));
        f.select({renamed.id});
        f.key(Qt::Key_2);
        QCOMPARE(f.document().annotations().back().labelClass, f.document().classNamed("person"));
        for (const auto &prediction : {moved, resized, renamed}) {
            model::Annotation judged = prediction;
            judged.verdict = model::Verdict::Accepted;
            QCOMPARE(*f.document().annotation(prediction.id), judged);
        }
        QCOMPARE(f.document().pushes(), std::size_t(3));
        QVERIFY(f.undoesAndRedoes(before));
    }

    void deletingAPredictionRejectsIt()
    {
        ImageFixture f;
        const auto prediction = f.document().addPrediction(Box{10, 20, 30, 40}, 0.9);
        f.select({prediction.id});
        f.key(Qt::Key_Delete);
        QCOMPARE(f.document().annotation(prediction.id)->verdict, model::Verdict::Rejected);
        QCOMPARE(f.document().pushed.back().label, QStringLiteral("Reject car"));
    }

    void othersLabelsAreLocked()
    {
        ImageFixture f;
        const auto other = f.document().add(Box{10, 20, 100, 100});
        f.document().change(other.id, [](model::Annotation &a) { a.layer = QStringLiteral("somebody"); });
        f.select({other.id});
        QVERIFY(f.canvas().scene().find(other.id)->shape.hatched);
        f.drag(f.screen(50, 50), f.screen(90, 90));
        f.drag(f.screen(110, 120), f.screen(150, 150));
        f.key(Qt::Key_Delete);
        f.key(Qt::Key_Left);
        f.key(Qt::Key_2);
        f.key(Qt::Key_U);
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QVERIFY(!f.host.hints.isEmpty());
    }

    void closedTask()
    {
        ImageFixture f;
        const auto own = f.document().add(Box{10, 20, 100, 100});
        const auto prediction = f.document().addPrediction(Box{210, 20, 60, 60}, 0.9);
        f.document().open = false;
        emit f.document().changed(document::QueueChanged{});
        QVERIFY(f.canvas().scene().find(own.id)->shape.locked);
        QVERIFY(!f.canvas().scene().find(own.id)->shape.hatched);
        f.select({own.id, prediction.id});
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_Y, Qt::Key_X, Qt::Key_U, Qt::Key_2, Qt::Key_Right})
            f.key(key);
        f.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f.document().pushes(), std::size_t(0));
    }

    void tabVisitsEverything()
    {
        ImageFixture f(8, QPointF(0, 0));
        const auto a = f.document().add(Box{10, 20, 30, 40});
        const auto b = f.document().addPrediction(Box{350, 250, 30, 40}, 0.8);
        const auto judged = f.document().addPrediction(Box{100, 100, 30, 40}, 0.8);
        f.document().change(judged.id, [](model::Annotation &x) { x.verdict = model::Verdict::Rejected; });
        f.key(Qt::Key_Tab);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{a.id});
        f.key(Qt::Key_Tab);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{b.id});
        QVERIFY(QRectF(f.canvas().rect()).contains(f.canvas().view().rectOf(Box{350, 250, 30, 40})));
        f.key(Qt::Key_Tab);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{a.id});
        f.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{b.id});
        QVERIFY(f.canvas().hasFocus());
    }

    void lettersAreOffInTextFields()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{10, 20, 30, 40});
        f.select({box.id});
        f.host.field.setFocus();
        QTRY_VERIFY(f.host.field.hasFocus());
        QTest::keyClicks(&f.host.field, QStringLiteral("bpxyui12 h0"));
        QTest::keyClick(&f.host.field, Qt::Key_Delete);
        QCOMPARE(f.host.field.text(), QStringLiteral("bpxyui12 h0"));
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.select"));
        QCOMPARE(f.document().pushes(), std::size_t(0));
    }

    void actionsAreComplete()
    {
        ImageFixture f;
        QSet<QString> ids;
        QSet<QString> keys;
        for (const extension::ViewAction &action : f.view.actions()) {
            QVERIFY2(!ids.contains(action.id), qPrintable(action.id));
            ids.insert(action.id);
            QVERIFY2(!keys.contains(action.key.toString()), qPrintable(action.key.toString()));
            keys.insert(action.key.toString());
            QVERIFY2(!action.title.isEmpty() && !action.key.isEmpty(), qPrintable(action.id));
            QVERIFY2(theme::iconNames().contains(action.icon), qPrintable(action.icon));
            QVERIFY2(!action.checkable || action.id.startsWith(QLatin1String("image.tool.")), qPrintable(action.id));
        }
        for (const char *key : {"V", "B", "P", "Space", "F", "0", "H", "Del", "Esc", "Return", "Ctrl+C", "Ctrl+V", "Ctrl+D", "Tab", "Shift+Tab",
                                "1", "9", "U", "I", "Y", "X", "Left", "Shift+Down"})
            QVERIFY2(keys.contains(QLatin1String(key)), key);
    }

    void toolChangesAreTold()
    {
        ImageFixture f;
        int told = 0;
        f.view.onToolChanged([&told] { ++told; });
        f.key(Qt::Key_B);
        f.key(Qt::Key_B);
        f.key(Qt::Key_P);
        f.key(Qt::Key_V);
        QCOMPARE(told, 3);
        QCOMPARE(f.canvas().cursor().shape(), Qt::ArrowCursor);
        f.key(Qt::Key_B);
        QCOMPARE(f.canvas().cursor().shape(), Qt::CrossCursor);
    }

    void hidingFittingAndOneToOne()
    {
        ImageFixture f(3);
        f.document().add(Box{10, 20, 30, 40});
        f.key(Qt::Key_H);
        QVERIFY(!f.canvas().shapesVisible());
        f.click(f.screen(20, 30));
        QVERIFY(f.document().selection().isEmpty());
        f.key(Qt::Key_H);
        QVERIFY(f.canvas().shapesVisible());
        f.key(Qt::Key_F);
        QVERIFY(f.canvas().isFitted());
        f.key(Qt::Key_0);
        QCOMPARE(f.canvas().view().scale, 1.0 / f.canvas().devicePixelRatioF());
    }

    void loadingShowsAfterAWhile()
    {
        ImageFixture f;
        const auto box = f.document().add(Box{10, 20, 30, 40});
        model::Item next = *f.document().item();
        next.id = f.document().identity.ids.make<ItemId>();
        next.name = QStringLiteral("0002.jpg");
        f.view.showLoading(next);
        QVERIFY(!f.canvas().notice());
        QVERIFY(!f.canvas().imageSize().isEmpty());
        QVERIFY(!f.canvas().scene().find(box.id));
        f.key(Qt::Key_B);
        f.drag(f.screen(10, 10), f.screen(60, 60));
        QCOMPARE(f.document().pushes(), std::size_t(0));
        QTRY_VERIFY_WITH_TIMEOUT(f.canvas().notice().has_value(), 1000);
        QVERIFY(f.canvas().notice()->busy);
        QVERIFY(f.canvas().notice()->title.contains(next.name));
        f.view.showFrame(next, fail(ErrorCode::Malformed, QStringLiteral("The picture ends too early.")));
        QVERIFY(f.canvas().notice()->failed);
        QVERIFY(f.canvas().notice()->text.contains(QStringLiteral("ends too early")));
        QVERIFY(f.canvas().notice()->text.contains(QStringLiteral("{item.cannotLabel}")));
        QVERIFY(f.canvas().imageSize().isEmpty());
        f.view.clear();
        QVERIFY(!f.canvas().notice()->failed && !f.canvas().notice()->text.isEmpty());
        QVERIFY(!f.canvas().accessibleDescription().isEmpty());
    }

    void quickLoadingNeverFlickers()
    {
        ImageFixture f;
        const model::Item item = *f.document().item();
        f.view.showLoading(item);
        QTest::qWait(40);
        QImage picture(400, 300, QImage::Format_RGB32);
        picture.fill(Qt::gray);
        f.view.showFrame(item, extension::LoadedFrame{picture, {}});
        QTest::qWait(200);
        QVERIFY(!f.canvas().notice());
    }

    void stateComesBack()
    {
        ImageFixture f;
        f.canvas().setView({4, QPointF(-300, -200)});
        f.key(Qt::Key_P);
        f.key(Qt::Key_H);
        const QVariantMap state = f.view.saveState();
        const geometry::Point centre = f.canvas().view().toImage(QPointF(f.canvas().width() / 2.0, f.canvas().height() / 2.0));
        f.key(Qt::Key_V);
        f.key(Qt::Key_H);
        f.key(Qt::Key_F);
        f.view.restoreState(state);
        QCOMPARE(f.view.currentTool(), QStringLiteral("image.tool.polygon"));
        QVERIFY(!f.canvas().shapesVisible());
        QCOMPARE(f.canvas().view().scale, 4.0);
        const geometry::Point back = f.canvas().view().toImage(QPointF(f.canvas().width() / 2.0, f.canvas().height() / 2.0));
        QVERIFY(std::hypot(back.x - centre.x, back.y - centre.y) < 1e-9);
        f.view.restoreState({{QStringLiteral("tool"), QStringLiteral("no.such")}, {QStringLiteral("scale"), QStringLiteral("nan")},
                             {QStringLiteral("fitted"), false}});
        QVERIFY(f.canvas().isFitted());
    }

    void revealing()
    {
        ImageFixture f(6, QPointF(0, 0));
        const auto box = f.document().add(Box{350, 250, 30, 40});
        f.canvas().setShapesVisible(false);
        f.view.reveal(box.id);
        QVERIFY(f.canvas().shapesVisible());
        QVERIFY(QRectF(f.canvas().rect()).contains(f.canvas().view().rectOf(Box{350, 250, 30, 40})));
        f.view.reveal(AnnotationId{});
    }

    void moduleLoads()
    {
        QPluginLoader loader(QStringLiteral(PLUMBLINE_BUILT_PLUGINS "/imageview.so"));
        const QJsonObject metadata = loader.metaData().value(QLatin1String("MetaData")).toObject();
        QCOMPARE(metadata.value(QLatin1String("id")).toString(), QStringLiteral("view.image"));
        QVERIFY(metadata.value(QLatin1String("ui")).toBool());
        QVERIFY2(loader.load(), qPrintable(loader.errorString()));
        QVERIFY(qobject_cast<extension::Plugin *>(loader.instance()));
        auto *ui = qobject_cast<extension::UiPlugin *>(loader.instance());
        QVERIFY(ui);
        struct Context final : extension::UiContext {
            extension::Registry<extension::ViewFactory> registry;
            extension::Registry<extension::ViewFactory> &views() override { return registry; }
        } context;
        QVERIFY_RESULT(ui->initializeUi(context));
        const extension::ViewFactory *factory = context.registry.find(QStringLiteral("image"));
        QVERIFY(factory);
        QCOMPARE(factory->kind(), model::ItemKind::Image);
        test::ViewHost host;
        QVERIFY(factory->create(host)->widget());
        qobject_cast<extension::Plugin *>(loader.instance())->prepareShutdown();
        QVERIFY(context.registry.all().empty());
    }
};

QTEST_MAIN(TestImageView)
#include "tst_imageview.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/jobmodel.h"
#include "hands.h"
#include "tests/support/samples.h"
#include "widgets/panels/noticebar.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDialog>
#include <QElapsedTimer>
#include <QProgressBar>

using namespace plumbline;
using test::FreshHome;
using test::Hands;
using test::Program;

/// The first five minutes of somebody who has just installed the program: a folder of pictures with labels is dropped, one
/// more label is drawn, all of it goes out as YOLO and is opened in the file manager.
class TestFirstMinutes : public QObject
{
    Q_OBJECT

    QList<QUrl> m_opened;

    [[nodiscard]] static int shownDialogs()
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        return static_cast<int>(std::count_if(
            windows.begin(), windows.end(), [](const QWidget *w) { return qobject_cast<const QDialog *>(w) && w->isVisible(); }));
    }
    template <typename T>
    [[nodiscard]] static int shown(QWidget &window)
    {
        const auto all = window.findChildren<T *>();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [](const T *w) { return w->isVisible(); }));
    }

public slots:
    void open(const QUrl &url) { m_opened.append(url); }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void fromADroppedFolderToAnExport();
};

void TestFirstMinutes::fromADroppedFolderToAnExport()
{
    PLUMBLINE_SAMPLE(sample, "images/coco-val2017");
    constexpr int mostGestures = 12;
    const FreshHome home;
    qputenv("HOME", home.path(QStringLiteral("home")).toUtf8());
    // The person's own copy: the project is made beside the pictures.
    const QString pictures = home.path(QStringLiteral("home/coco-val2017"));
    for (const char *folder : {"images", "labels-person-keypoints"}) {
        const QDir from(sample + QLatin1Char('/') + QLatin1String(folder));
        const QString to = pictures + QLatin1Char('/') + QLatin1String(folder);
        QVERIFY(QDir().mkpath(to));
        for (const QString &name : from.entryList(QDir::Files))
            QVERIFY(QFile::copy(from.filePath(name), to + QLatin1Char('/') + name));
    }
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open");
    Program program({}, false, Program::Tour::New);
    program.window().setGeometry(QRect(QPoint(), QSize(1280, 800)).intersected(QGuiApplication::primaryScreen()->geometry()));
    QVERIFY(program.active());
    Hands hands(program);
    hands.shot("first-1-start");

    QElapsedTimer time;
    time.start();
    QVERIFY(hands.drop({pictures}));
    int mostBars = 0;
    int dialogs = 0;
    const auto look = [&] {
        mostBars = std::max(mostBars, shown<QProgressBar>(program.window()));
        dialogs = std::max(dialogs, shownDialogs());
        return program.document() && program.document()->item() && program.window().viewHost().decoded().has_value();
    };
    QVERIFY(QTest::qWaitFor(look, 60000));
    QVERIFY(*program.window().viewHost().decoded());
    QVERIFY(!program.document()->annotations().empty());
    qInfo("drop to labels on the screen: %lld ms", static_cast<long long>(time.elapsed()));
    QVERIFY(mostBars <= 1);
    QCOMPARE(dialogs, 0);
    QCOMPARE(program.window().queue().total(), 50);
    hands.shot("first-2-labels");
    // The classes are proposed where the eye is; nothing waits for the answer.
    auto &notices = program.window().viewHost().notices();
    QCOMPARE(program.document()->schema().classes.size(), std::size_t(1));
    const model::LabelClass proposed = program.document()->schema().classes.front();
    QVERIFY2(notices.text().contains(proposed.name), qPrintable(notices.text()));
    hands.key("Return");
    QVERIFY(!notices.isVisible());

    // A box of the proposed class.
    const auto before = test::stored(program);
    QVERIFY(!before.empty());
    hands.key("B");
    hands.drag({{60, 40}, {170, 150}});
    const auto after = test::stored(program);
    QCOMPARE(after.size(), before.size() + 1);
    QVERIFY(std::holds_alternative<geometry::Box>(after.back().geometry));
    QCOMPARE(after.back().labelClass, proposed.id);
    QCOMPARE(shownDialogs(), 0);
    hands.shot("first-3-drawn");

    hands.key("Ctrl+E");
    QTRY_VERIFY_WITH_TIMEOUT(program.part<QDialog>("exportDialog"), 30'000);
    auto *dialog = program.part<QDialog>("exportDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *format = dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"));
    // As a window manager does; there is none where tests run.
    dialog->activateWindow();
    QTRY_VERIFY(format->hasFocus());
    // The format that the labels came in is the one that is wanted back, most of the time.
    if (format->currentData().toString() != QLatin1String("yolo"))
        hands.type("YOLO");
    hands.shot("first-4-export");
    QCOMPARE(format->currentData().toString(), QStringLiteral("yolo"));
    auto *button = dialog->findChild<QAbstractButton *>(QStringLiteral("exportButton"));
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30'000);
    hands.key("Return");
    auto *open = dialog->findChild<QAbstractButton *>(QStringLiteral("openExportFolder"));
    QTRY_VERIFY_WITH_TIMEOUT(open->isVisible(), 30'000);
    hands.shot("first-5-exported");
    hands.key("Return");
    QCOMPARE(m_opened.size(), 1);
    const QString folder = m_opened.front().toLocalFile();
    QVERIFY2(QFileInfo(folder + QStringLiteral("/data.yaml")).isFile(), qPrintable(folder));

    qInfo("%d gestures: %s", hands.gestures(), qPrintable(hands.told().join(QStringLiteral(", "))));
    QVERIFY2(hands.gestures() <= mostGestures, qPrintable(hands.told().join(QStringLiteral(", "))));
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

QTEST_MAIN(TestFirstMinutes)
#include "tst_firstminutes.moc"

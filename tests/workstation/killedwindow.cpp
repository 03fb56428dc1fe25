// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/docks.h"
#include "pageobjects.h"

#include <QDockWidget>
#include <QLineEdit>

#include <cstdio>

using namespace plumbline;

// A window that works a while, says so, and waits to be killed. The argument is a folder of pictures.
int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QApplication application(argc, argv);
    test::Program program({application.arguments().value(1)});
    if (!program.waitForProject() || !program.waitForPicture() || !program.active())
        return 1;
    program.window().docks().find(QStringLiteral("propertiesDock"))->hide();
    program.window().addDockWidget(Qt::LeftDockWidgetArea, program.window().docks().find(QStringLiteral("annotationDock")));
    program.window().viewHost().focusView();
    program.key(Qt::Key_D);
    program.key(Qt::Key_D);
    if (!QTest::qWaitFor([&] { return program.document()->item()->name == QLatin1String("p02.png"); }, 30000) || !program.waitForPicture())
        return 1;
    program.act("image.view.actual");
    program.act("image.tool.polygon");
    auto *search = program.part<QLineEdit>("queueSearch");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("p0"));
    if (!QTest::qWaitFor([&] { return program.window().queue().filter().text == QLatin1String("p0"); }, 30000))
        return 1;
    // What the window itself does within a second, and no goodbye.
    QTest::qWait(1500);
    std::puts("ready");
    std::fflush(stdout);
    return QApplication::exec();
}

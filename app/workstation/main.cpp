// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/settings.h"
#include "app/workstation/workstation.h"
#include "core/base/logging.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char *argv[])
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    // The organisation stays empty: Qt would put another folder around ours.
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Plumbline"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.plumbline.Plumbline"));
    // Qt reads it once, when the application is made; programs that we start have the size of before.
    const QByteArray scaleBefore = qgetenv("QT_SCALE_FACTOR");
    const double outer = scaleBefore.toDouble() > 0 ? scaleBefore.toDouble() : 1.0;
    qputenv("QT_SCALE_FACTOR", QByteArray::number(outer * plumbline::workstation::Settings().scale() / 100.0));
    QApplication application(argc, argv);
    if (scaleBefore.isEmpty())
        qunsetenv("QT_SCALE_FACTOR");
    else
        qputenv("QT_SCALE_FACTOR", scaleBefore);

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Labels pictures, and knows how good the labels are."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption noRestore(QStringLiteral("no-restore"),
                                       QCoreApplication::translate("main", "Begin with the start page instead of where you were."));
    parser.addOption(noRestore);
    const QCommandLineOption resume(QStringLiteral("resume"),
                                    QCoreApplication::translate("main", "Go on where you were, whatever the settings say."));
    parser.addOption(resume);
    parser.addPositionalArgument(QStringLiteral("paths"), QCoreApplication::translate("main", "A project, or folders and files to label."),
                                 QStringLiteral("[PROJECT|PATH…]"));
    parser.process(application);

    plumbline::base::startLogging(QStringLiteral("plumbline"), false);
    plumbline::workstation::Workstation workstation;
    workstation.start({parser.positionalArguments(), !parser.isSet(noRestore), {}, parser.isSet(resume), true});
    return QApplication::exec();
}

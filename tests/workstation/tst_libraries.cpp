// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

// Start stays fast because little is loaded: heavy libraries come with the plugin that needs them, on first use.
class TestLibraries : public QObject
{
    Q_OBJECT

private slots:
    void startPageLoadsFewLibraries();

private:
    static QSet<QString> librariesOf(const QString &program, const QStringList &arguments);
};

QSet<QString> TestLibraries::librariesOf(const QString &program, const QStringList &arguments)
{
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(name), home.filePath(QString::fromLatin1(name)));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    QSet<QString> libraries;
    // A window is up when the platform plugin is in and nothing more comes.
    int calm = 0;
    for (int i = 0; i < 200 && calm < 10; ++i) {
        QTest::qWait(100);
        QFile maps(QStringLiteral("/proc/%1/maps").arg(process.processId()));
        if (!maps.open(QIODevice::ReadOnly))
            break;
        QSet<QString> now;
        static const QRegularExpression pattern(QStringLiteral("/([^/\\s]+\\.so[^/\\s]*)$"), QRegularExpression::MultilineOption);
        auto matches = pattern.globalMatch(QString::fromUtf8(maps.readAll()));
        while (matches.hasNext())
            now.insert(matches.next().captured(1));
        const bool up = std::any_of(now.begin(), now.end(), [](const QString &name) { return name.startsWith(QLatin1String("libqxcb")); });
        calm = up && now == libraries ? calm + 1 : 0;
        libraries = now;
    }
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished();
    }
    return libraries;
}

void TestLibraries::startPageLoadsFewLibraries()
{
    const QSet<QString> empty = librariesOf(QStringLiteral(PLUMBLINE_EMPTY_WINDOW), {});
    const QSet<QString> ours = librariesOf(QStringLiteral(PLUMBLINE_PROGRAM), {QStringLiteral("--no-restore")});
    QVERIFY2(empty.size() > 20, "the yardstick did not start");
    QVERIFY2(ours.size() > 20, "the program did not start");
    QStringList extra = (ours - empty).values();
    extra.sort();
    qInfo("%lld libraries, an empty window has %lld; more: %s", static_cast<long long>(ours.size()),
          static_cast<long long>(empty.size()), qPrintable(extra.join(QLatin1Char(' '))));
    for (const QString &name : ours) {
        for (const char *unwanted : {"libgdal", "libvtk", "libQt5", "libonnxruntime", "libpcl_", "libopencv_highgui", "libavcodec"})
            QVERIFY2(!name.startsWith(QLatin1String(unwanted)), qPrintable(name));
    }
    constexpr int most = 25;
    QVERIFY2(extra.size() <= most, qPrintable(extra.join(QLatin1Char(' '))));
}

QTEST_GUILESS_MAIN(TestLibraries)
#include "tst_libraries.moc"

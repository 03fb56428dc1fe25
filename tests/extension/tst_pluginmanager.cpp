// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/pluginmanager.h"
#include "tests/support/verify.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace plumbline::extension;

namespace {

const QString mainFolder = QStringLiteral(PLUMBLINE_MINIATURES "/main");
const QString secondFolder = QStringLiteral(PLUMBLINE_MINIATURES "/second");

QStringList takeEvents()
{
    const auto events = qApp->property("events").toStringList();
    qApp->setProperty("events", QStringList());
    return events;
}

PluginInfo infoOf(const PluginManager &manager, const QString &file)
{
    const auto plugins = manager.plugins();
    for (const PluginInfo &info : plugins) {
        if (QFileInfo(info.file).completeBaseName() == file)
            return info;
    }
    return {};
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

}  // namespace

class PluginManagerTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        takeEvents();
        QLocale::setDefault(QLocale::c());
    }

    void scanningRunsNoPluginCode()
    {
        PluginManager manager;
        manager.scan(mainFolder);
        QCOMPARE(takeEvents(), QStringList());
        const PluginInfo good = infoOf(manager, QStringLiteral("good"));
        QCOMPARE(good.state, PluginState::Listed);
        QCOMPARE(good.metadata.id, QStringLiteral("mini.good"));
        QCOMPARE(good.metadata.name, QStringLiteral("Miniature good"));
        QCOMPARE(good.metadata.version, QStringLiteral("1.0"));
        QCOMPARE(good.metadata.apiVersion, 1);
        QVERIFY(!good.metadata.compiler.isEmpty());
        QCOMPARE(good.metadata.kinds, QStringList{QStringLiteral("format")});
        QCOMPARE(good.metadata.provides, QStringList{QStringLiteral("format:good")});
        QCOMPARE(good.metadata.settings.size(), std::size_t(1));
        QCOMPARE(good.metadata.settings.front().defaultValue, QStringLiteral("blue"));
        QVERIFY(manager.formats().all().empty());
    }

    void namesAreTranslated()
    {
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        PluginManager manager;
        manager.scan(mainFolder);
        QCOMPARE(infoOf(manager, QStringLiteral("good")).metadata.name, QStringLiteral("小插件 good"));
    }

    void refusedFromMetadata_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("oldapi") << QStringLiteral("version 99");
        QTest::newRow("oldheader") << QStringLiteral("version 0");
        QTest::newRow("stranger") << QStringLiteral("not a Plumbline plugin");
        QTest::newRow("othercompiler") << QStringLiteral("Clang-3");
        QTest::newRow("badmetadata") << QStringLiteral("“ui” must be true or false");
        QTest::newRow("badkind") << QStringLiteral("spaceship");
        QTest::newRow("circle1") << QStringLiteral("mini.circle1 → mini.circle2 → mini.circle1");
        QTest::newRow("circle2") << QStringLiteral("mini.circle2 → mini.circle1 → mini.circle2");
        QTest::newRow("selfish") << QStringLiteral("mini.selfish → mini.selfish");
        QTest::newRow("orphan") << QStringLiteral("mini.nowhere, which is not installed");
    }
    void refusedFromMetadata()
    {
        QFETCH(QString, words);
        const QString name = QLatin1String(QTest::currentDataTag());
        PluginManager manager;
        manager.scan(mainFolder);
        const PluginInfo info = infoOf(manager, name);
        QCOMPARE(info.state, PluginState::Failed);
        QVERIFY2(info.reason.contains(words), qPrintable(info.reason));
        QVERIFY(!manager.require(QStringLiteral("format:") + name));
        manager.loadAll(true);
        QCOMPARE(takeEvents().filter(name + QLatin1Char(' ')), QStringList());
    }

    void refusedWhileLoading_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("fails") << QStringLiteral("The licence of the miniature has run out.");
        QTest::newRow("throws") << QStringLiteral("initialize broke");
        QTest::newRow("constructor") << QStringLiteral("constructor broke");
        QTest::newRow("unready") << QStringLiteral("unknown exception");
        QTest::newRow("unlinked") << QStringLiteral("plumblineNobodyDefinesThis");
        QTest::newRow("faceless") << QStringLiteral("no plugin interface");
        QTest::newRow("needsfailing") << QStringLiteral("The licence of the miniature has run out.");
    }
    void refusedWhileLoading()
    {
        QFETCH(QString, words);
        const QString name = QLatin1String(QTest::currentDataTag());
        PluginManager manager;
        manager.scan(mainFolder);
        QCOMPARE(infoOf(manager, name).state, PluginState::Listed);
        const auto required = manager.require(QStringLiteral("format:") + name);
        QVERIFY_FAILS(required, ErrorCode::Unsupported);
        QVERIFY2(required.error().text.contains(words), qPrintable(required.error().text));
        QVERIFY2(required.error().text.contains(QStringLiteral("Miniature ") + name), qPrintable(required.error().text));
        QVERIFY2(required.error().text.contains(QStringLiteral("the project is as it was")), qPrintable(required.error().text));
        QCOMPARE(infoOf(manager, name).state, PluginState::Failed);
        if (name != QLatin1String("unready"))
            QVERIFY(!manager.formats().find(name));
        // Asked again, it says the same and tries nothing again.
        takeEvents();
        QVERIFY(!manager.require(QStringLiteral("format:") + name));
        QCOMPARE(takeEvents(), QStringList());
        QVERIFY_RESULT(manager.require(QStringLiteral("format:good")));
    }

    void promisesAreChecked()
    {
        PluginManager manager;
        manager.scan(mainFolder);
        const auto silent = manager.require(QStringLiteral("format:silent"));
        QVERIFY_FAILS(silent, ErrorCode::Unsupported);
        QVERIFY2(silent.error().text.contains(QStringLiteral("metadata promise")), qPrintable(silent.error().text));
        QVERIFY_FAILS(manager.require(QStringLiteral("format:unheard-of")), ErrorCode::NotFound);
    }

    void loadsDependenciesFirstAndUnloadsThemLast()
    {
        {
            PluginManager manager;
            manager.scan(mainFolder);
            QVERIFY_RESULT(manager.require(QStringLiteral("format:dependent")));
            QCOMPARE(takeEvents(),
                     (QStringList{QStringLiteral("good constructed"), QStringLiteral("good initialized"),
                                  QStringLiteral("dependent constructed"), QStringLiteral("dependent initialized"),
                                  QStringLiteral("dependent ready"), QStringLiteral("good ready")}));
            QVERIFY_RESULT(manager.require(QStringLiteral("format:dependent")));
            QVERIFY_RESULT(manager.require(QStringLiteral("format:good")));
            QCOMPARE(takeEvents(), QStringList());
            QCOMPARE(manager.formats().all().size(), std::size_t(2));
            QStringList visited;
            manager.forEachLoaded([&](QObject &root, const PluginInfo &info) {
                QVERIFY(qobject_cast<Plugin *>(&root));
                visited.append(info.metadata.id);
            });
            QCOMPARE(visited, (QStringList{QStringLiteral("mini.good"), QStringLiteral("mini.dependent")}));
        }
        QCOMPARE(takeEvents(), (QStringList{QStringLiteral("dependent shutdown"), QStringLiteral("good shutdown"),
                                            QStringLiteral("dependent destroyed"), QStringLiteral("good destroyed")}));
    }

    void loadsAgainAfterUnloading()
    {
        for (int round = 0; round < 2; ++round) {
            PluginManager manager;
            manager.scan(mainFolder);
            QVERIFY_RESULT(manager.require(QStringLiteral("format:good")));
            QVERIFY(manager.formats().find(QStringLiteral("good")));
        }
        QCOMPARE(takeEvents().filter(QStringLiteral("destroyed")).size(), 2);
    }

    void badOnesLeaveTheOthersWorking()
    {
        {
            PluginManager manager;
            manager.scan(mainFolder);
            manager.loadKind(QStringLiteral("format"));
            QCOMPARE(infoOf(manager, QStringLiteral("good")).state, PluginState::Ready);
            QCOMPARE(infoOf(manager, QStringLiteral("dependent")).state, PluginState::Ready);
            QCOMPARE(infoOf(manager, QStringLiteral("shutdown")).state, PluginState::Ready);
            QCOMPARE(infoOf(manager, QStringLiteral("widgets")).state, PluginState::Listed);
            QVERIFY(manager.formats().find(QStringLiteral("good")));
            const auto plugins = manager.plugins();
            for (const PluginInfo &info : plugins)
                QCOMPARE(info.reason.isEmpty(), info.state == PluginState::Ready || info.state == PluginState::Listed);
        }
        // One that throws while shutting down keeps nobody from being told and deleted.
        const QStringList events = takeEvents();
        QVERIFY(events.contains(QStringLiteral("good shutdown")) && events.contains(QStringLiteral("good destroyed")));
        QVERIFY(events.contains(QStringLiteral("shutdown destroyed")));
        QVERIFY(events.contains(QStringLiteral("throws destroyed")));
    }

    void widgetsOnlyWhenAsked()
    {
        PluginManager manager;
        manager.scan(mainFolder);
        manager.loadAll(false);
        QCOMPARE(infoOf(manager, QStringLiteral("widgets")).state, PluginState::Listed);
        manager.loadAll(true);
        QCOMPARE(infoOf(manager, QStringLiteral("widgets")).state, PluginState::Ready);
    }

    // The root object of a module is one for the whole process.
    void aSecondManagerTakesNothingAway()
    {
        PluginManager first;
        first.scan(mainFolder);
        QVERIFY_RESULT(first.require(QStringLiteral("format:good")));
        takeEvents();
        {
            PluginManager second;
            second.scan(mainFolder);
            QVERIFY(!second.require(QStringLiteral("format:good")));
            QCOMPARE(infoOf(second, QStringLiteral("good")).state, PluginState::Failed);
        }
        QCOMPARE(takeEvents(), QStringList());
        QVERIFY(first.formats().find(QStringLiteral("good")));
    }

    void widgetsByName()
    {
        PluginManager manager;
        manager.scan(mainFolder);
        QVERIFY_RESULT(manager.require(QStringLiteral("format:widgets")));
    }

    void brokenFiles()
    {
        QTemporaryDir folder;
        const QByteArray good = bytesOf(mainFolder + QStringLiteral("/good.so"));
        QVERIFY(good.size() > 4096);
        const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
        write(path("text.so"), "This is a text that somebody named .so\n");
        write(path("empty.so"), {});
        write(path("header.so"), good.left(64));
        for (int percent = 5; percent < 100; percent += 5)
            write(path("cut") + QString::number(percent) + QStringLiteral(".so"), good.left(good.size() * percent / 100));
        write(path("cutlast.so"), good.left(good.size() - 1));
        QByteArray otherMachine = good;
        otherMachine[4] = 1;  // EI_CLASS = 32 bits
        write(path("thirtytwo.so"), otherMachine);
        QByteArray wildHeader = good;
        wildHeader.replace(32, 8, QByteArray(8, '\xFF'));  // e_phoff
        write(path("wild.so"), wildHeader);
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.so")));
        QVERIFY(QFile::link(path("nowhere"), path("dangling.so")));
        QVERIFY(QFile::copy(QStringLiteral(PLUMBLINE_CORE_FILE), path("plain.so")));

        PluginManager manager;
        manager.scan(folder.path());
        manager.scan(folder.path());
        manager.loadAll(true);
        const auto plugins = manager.plugins();
        QCOMPARE(plugins.size(), std::size_t(3 + 19 + 4));
        for (const PluginInfo &info : plugins) {
            QCOMPARE(info.state, PluginState::Failed);
            QVERIFY2(!info.reason.isEmpty() && !info.metadata.id.isEmpty(), qPrintable(info.file));
        }
        QCOMPARE(infoOf(manager, QStringLiteral("text")).reason, QStringLiteral("The file is not a shared library."));
        QVERIFY(infoOf(manager, QStringLiteral("cut50")).reason.contains(QStringLiteral("ends early")));
        QVERIFY(infoOf(manager, QStringLiteral("cutlast")).reason.contains(QStringLiteral("ends early")));
        QVERIFY(infoOf(manager, QStringLiteral("plain")).reason.contains(QStringLiteral("not a plugin")));
        manager.scan(mainFolder);
        QVERIFY_RESULT(manager.require(QStringLiteral("format:good")));
    }

    void theFirstOfTwoWithOneIdIsUsed()
    {
        PluginManager manager;
        manager.scan(mainFolder);
        manager.scan(secondFolder);
        const PluginInfo twin = infoOf(manager, QStringLiteral("twin"));
        QCOMPARE(twin.state, PluginState::Failed);
        QVERIFY2(twin.reason.contains(mainFolder), qPrintable(twin.reason));
        QVERIFY_RESULT(manager.require(QStringLiteral("format:good")));
        // A refused one gives way.
        QVERIFY_RESULT(manager.require(QStringLiteral("format:latecomer")));
    }

    void switchedOff()
    {
        PluginManager manager;
        manager.setDisabled({QStringLiteral("mini.good")});
        manager.scan(mainFolder);
        QCOMPARE(infoOf(manager, QStringLiteral("good")).state, PluginState::Disabled);
        QVERIFY(!infoOf(manager, QStringLiteral("good")).reason.isEmpty());
        const auto refused = manager.require(QStringLiteral("format:good"));
        QVERIFY_FAILS(refused, ErrorCode::Unsupported);
        QVERIFY2(refused.error().text.contains(QStringLiteral("switched off")), qPrintable(refused.error().text));
        const PluginInfo dependent = infoOf(manager, QStringLiteral("dependent"));
        QCOMPARE(dependent.state, PluginState::Failed);
        QVERIFY2(dependent.reason.contains(QStringLiteral("mini.good, which is switched off")), qPrintable(dependent.reason));
        manager.loadAll(true);
        QVERIFY(takeEvents().filter(QStringLiteral("good ")).isEmpty());

        manager.setDisabled({});
        QVERIFY_RESULT(manager.require(QStringLiteral("format:dependent")));
        manager.setDisabled({QStringLiteral("mini.good")});  // what works stays until the program ends
        QCOMPARE(infoOf(manager, QStringLiteral("good")).state, PluginState::Ready);
    }

    void settingsAndDataFolder()
    {
        PluginManager manager;
        manager.setSettingReader([](const QString &plugin, const QString &key) -> std::optional<QString> {
            if (plugin == QLatin1String("mini.dependent") && key == QLatin1String("colour"))
                return QStringLiteral("red");
            return std::nullopt;
        });
        manager.scan(mainFolder);
        QVERIFY_RESULT(manager.require(QStringLiteral("format:dependent")));
        QCOMPARE(manager.formats().find(QStringLiteral("good"))->title(),
                 QStringLiteral("blue|") + QDir(mainFolder).canonicalPath() + QStringLiteral("/good.data"));
        QVERIFY(manager.formats().find(QStringLiteral("dependent"))->title().startsWith(QStringLiteral("red|")));
    }

    void standardFolders()
    {
        QTemporaryDir home;
        QTemporaryDir named;
        qputenv("XDG_DATA_HOME", QFile::encodeName(home.path()));
        qputenv("PLUMBLINE_PLUGIN_PATH", QFile::encodeName(named.path() + QStringLiteral("/missing:") + named.path()));
        QVERIFY(QDir(home.path()).mkpath(QStringLiteral("plumbline/plugins")));
        const QStringList folders = PluginManager::standardFolders();
        QVERIFY(folders.size() >= 2);
        QCOMPARE(folders.last(), QDir(home.path()).canonicalPath() + QStringLiteral("/plumbline/plugins"));
        QCOMPARE(folders[folders.size() - 2], QDir(named.path()).canonicalPath());
        qunsetenv("XDG_DATA_HOME");
        qunsetenv("PLUMBLINE_PLUGIN_PATH");
    }
};

QTEST_GUILESS_MAIN(PluginManagerTest)
#include "tst_pluginmanager.moc"

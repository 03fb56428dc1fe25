// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/missingplugin.h"
#include "core/extension/registry.h"

#include <QTest>

using namespace plumbline::extension;

namespace {

struct Named {
    Named(QString name, int &alive) : m_name(std::move(name)), m_alive(alive) { ++m_alive; }
    ~Named() { --m_alive; }
    Q_DISABLE_COPY_MOVE(Named)
    [[nodiscard]] QString id() const { return m_name; }

private:
    QString m_name;
    int &m_alive;
};

}  // namespace

class RegistryTest : public QObject
{
    Q_OBJECT

    int m_alive = 0;

    std::unique_ptr<Named> make(const char *name) { return std::make_unique<Named>(QLatin1String(name), m_alive); }

private slots:
    void registrationUndoesItself()
    {
        Registry<Named> registry;
        {
            const Registration a = registry.add(make("a"));
            QCOMPARE(registry.all().size(), std::size_t(1));
            QVERIFY(registry.find(QStringLiteral("a")));
        }
        QCOMPARE(m_alive, 0);
        QVERIFY(registry.all().empty());
        QVERIFY(!registry.find(QStringLiteral("a")));
    }

    void keepsOrderAndFindsTheFirst()
    {
        Registry<Named> registry;
        Registration a = registry.add(make("a"));
        const Registration b = registry.add(make("b"));
        const Registration second = registry.add(make("b"));
        QCOMPARE(registry.all().size(), std::size_t(3));
        QCOMPARE(registry.find(QStringLiteral("b")), registry.all()[1]);
        a.reset();
        a.reset();
        QCOMPARE(registry.all().size(), std::size_t(2));
        QCOMPARE(registry.find(QStringLiteral("b")), registry.all()[0]);
    }

    void movesAndUndoesOnce()
    {
        Registry<Named> registry;
        Registration kept;
        {
            Registration a = registry.add(make("a"));
            kept = std::move(a);
        }
        QCOMPARE(m_alive, 1);
        kept = registry.add(make("b"));  // assigning undoes what was held before
        QCOMPARE(m_alive, 1);
        QVERIFY(!registry.find(QStringLiteral("a")));
        QVERIFY(registry.find(QStringLiteral("b")));
        const Registration moved(std::move(kept));
        QVERIFY(registry.find(QStringLiteral("b")));
    }

    void missingPluginInWords_data()
    {
        QTest::addColumn<QString>("provided");
        QTest::addColumn<QString>("safe");
        QTest::newRow("format") << QStringLiteral("format:coco") << QStringLiteral("the project is as it was");
        QTest::newRow("media") << QStringLiteral("media:video") << QStringLiteral("stay in the project untouched");
        QTest::newRow("engine") << QStringLiteral("engine:onnx") << QStringLiteral("stay as they are");
        QTest::newRow("hub") << QStringLiteral("hub:postgresql") << QStringLiteral("kept on this machine");
        QTest::newRow("view") << QStringLiteral("view:scene") << QStringLiteral("stay in the project untouched");
    }
    void missingPluginInWords()
    {
        QFETCH(QString, provided);
        QFETCH(QString, safe);
        const QString absent = describe(MissingPlugin{provided, {}, {}, {}});
        QVERIFY2(absent.contains(provided) && absent.contains(QStringLiteral("not installed")), qPrintable(absent));
        QVERIFY2(absent.contains(safe), qPrintable(absent));
        const QString failed = describe(
            MissingPlugin{provided, QStringLiteral("some.id"), QStringLiteral("Some name"), QStringLiteral("It broke.")});
        QVERIFY2(failed.contains(QStringLiteral("Some name")) && failed.contains(QStringLiteral("some.id")), qPrintable(failed));
        QVERIFY2(failed.contains(QStringLiteral("It broke.")) && failed.contains(safe), qPrintable(failed));
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"

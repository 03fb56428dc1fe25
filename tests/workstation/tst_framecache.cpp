// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/framecache.h"
#include "tests/support/fakes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using workstation::FrameCache;

class TestFrameCache : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::Identity m_identity;

    QString file(const char *name, const QByteArray &bytes)
    {
        QFile out(m_folder.filePath(QLatin1String(name)));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
    }
    static extension::LoadedFrame frame(int side)
    {
        return {QImage(side, side, QImage::Format_RGB32), {}};
    }

private slots:
    void keepsTheLastFew()
    {
        FrameCache cache;
        std::vector<ItemId> ids;
        std::vector<QString> paths;
        for (int i = 0; i < 6; ++i) {
            ids.push_back(m_identity.ids.make<ItemId>());
            paths.push_back(file(qPrintable(QString::number(i)), "picture"));
            cache.keep(ids.back(), paths.back(), frame(10 + i));
        }
        QVERIFY(!cache.find(ids[0], paths[0]));
        QVERIFY(!cache.find(ids[1], paths[1]));
        QCOMPARE(cache.find(ids[2], paths[2])->image.width(), 12);
        // What was asked for last stays longest.
        cache.keep(ids[0], paths[0], frame(10));
        QVERIFY(cache.find(ids[2], paths[2]));
        QVERIFY(!cache.find(ids[3], paths[3]));
        cache.clear();
        QVERIFY(!cache.find(ids[2], paths[2]));
    }

    void forgetsWhatIsTooLarge()
    {
        FrameCache cache;
        const ItemId small = m_identity.ids.make<ItemId>();
        const ItemId large = m_identity.ids.make<ItemId>();
        const QString path = file("large", "picture");
        cache.keep(small, path, frame(10));
        cache.keep(large, path, frame(10500));  // 441 MB
        QVERIFY(cache.find(large, path));
        QVERIFY(!cache.find(small, path));
    }

    void changedFilesAreReadAgain()
    {
        FrameCache cache;
        const ItemId id = m_identity.ids.make<ItemId>();
        const QString path = file("changing", "picture");
        cache.keep(id, path, frame(10));
        QVERIFY(cache.find(id, path));
        QCOMPARE(file("changing", "another picture"), path);
        QVERIFY(!cache.find(id, path));
        cache.keep(id, path, frame(10));
        QVERIFY(QFile::remove(path));
        QVERIFY(!cache.find(id, path));
    }
};

QTEST_GUILESS_MAIN(TestFrameCache)
#include "tst_framecache.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "core/workflow/goldstore.h"
#include "tests/support/verify.h"
#include "tests/workstation/pageobjects.h"

#include <QRegularExpression>
#include <QTableView>
#include <QTreeView>

using namespace plumbline;

/// Everything the window shows an annotator of a gold item, it shows in the same words of any other item in the queue.
class TestWindowSecrecy : public QObject
{
    Q_OBJECT

    /// All that can be read in the window: texts, tool tips, accessible names, list rows; the item's own name taken out.
    static QStringList words(test::Program &program, const QString &itemName)
    {
        QStringList list{program.window().windowTitle()};
        for (const QWidget *widget : program.window().findChildren<QWidget *>()) {
            list << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip() << widget->statusTip();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                list << label->text();
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                list << button->text();
            if (const auto *table = qobject_cast<const QTableView *>(widget))
                for (int row = 0; row < table->model()->rowCount(); ++row)
                    for (int column = 0; column < table->model()->columnCount(); ++column)
                        list << table->model()->index(row, column).data().toString();
        }
        const auto &queue = program.window().queue();
        const int row = queue.rowOf(program.document()->item()->id);
        for (int role = 0; role < Qt::UserRole + 16; ++role)
            if (const QVariant value = queue.data(queue.index(row, 0), role); value.canConvert<QString>() && role != Qt::UserRole)
                list << QStringLiteral("%1: %2").arg(role).arg(value.toString());
        QStringList shown;
        for (QString text : std::as_const(list)) {
            text.replace(itemName, QStringLiteral("ITEM"));
            text.replace(program.document()->item()->id.toString(), QStringLiteral("ID"));
            if (!text.isEmpty())
                shown << text;
        }
        shown.sort();
        return shown;
    }

    // Every practice item is handed in, so that the panel behind the gauge has something to say.
    static void practise(const QString &folder)
    {
        const auto project = store::Project::open(folder, store::Project::Access::Write);
        QVERIFY_RESULT(project);
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath((*project)->id()));
        QVERIFY_RESULT(gold);
        const auto reader = (*project)->store().reader();
        QVERIFY_RESULT(reader);
        base::SeededRandom random(1);
        QVERIFY_RESULT((*reader)->visitItems([&](const model::Item &item) -> Result<> {
            const auto key = (*gold)->key(item.id);
            if (!key || !*key || (*key)->kind != workflow::GoldKind::Practice)
                return {};
            const auto done = workflow::submit(**project, item.id, store::operatingSystemPerson(), {}, random);
            return done ? Result<>() : fail(done.error());
        }));
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }

    void goldAndOtherItemsReadTheSame()
    {
        test::FreshHome home;
        qputenv("PLUMBLINE_GOLD_FOLDER", home.path(QStringLiteral("keys")).toUtf8());
        const QString folder = home.path(QStringLiteral("streets.plumb"));
        QVERIFY_RESULT(workflow::makeDemo(folder, {40, 3}, {}));
        practise(folder);
        test::Program program({folder});
        QVERIFY(program.active());
        QVERIFY(program.waitForProject());
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(program.document()->project().id()));
        QVERIFY_RESULT(gold);
        // The panel behind the gauge belongs to what is read, open all the time.
        program.act("window.gauge");
        auto *practice = program.part<QTableView>("gaugePractice");
        QVERIFY(practice);
        QVERIFY(QTest::qWaitFor([&] { return practice->model()->rowCount() > 0; }, 30'000));

        const auto queue = program.document()->reader().queue({{}, model::TaskState::ToDo, {}, store::operatingSystemPerson().name});
        QVERIFY_RESULT(queue);
        QMap<bool, QList<QStringList>> read;  // gold or not → what was read of each item
        for (const store::QueueEntry &entry : *queue) {
            const auto key = (*gold)->key(entry.item);
            QVERIFY_RESULT(key);
            if (*key && (*key)->kind == workflow::GoldKind::Practice)
                continue;
            const bool isGold = key->has_value();
            if (read[isGold].size() >= 4)
                continue;
            program.document()->show(entry.item);
            QVERIFY(QTest::qWaitFor([&] { return program.window().windowTitle().contains(entry.name); }));
            QTest::qWait(200);
            read[isGold].append(words(program, entry.name));
        }
        QCOMPARE(read[true].size(), 4);
        QCOMPARE(read[false].size(), 4);
        for (const QStringList &ofGold : std::as_const(read[true])) {
            QVERIFY(ofGold.size() > 30);
            for (const QString &text : ofGold)
                QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("\\b(gold|blind)\\b"), QRegularExpression::CaseInsensitiveOption)),
                         qPrintable(text));
            for (const QStringList &ofOther : std::as_const(read[false]))
                QCOMPARE(ofGold.join(QLatin1Char('\n')), ofOther.join(QLatin1Char('\n')));
        }
    }
};

QTEST_MAIN(TestWindowSecrecy)
#include "tst_windowsecrecy.moc"

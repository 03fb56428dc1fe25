// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/choicepopup.h"
#include "widgets/forms/classpicker.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

}  // namespace

class TestClassPicker : public QObject
{
    Q_OBJECT

    std::unique_ptr<forms::ClassPicker> m_picker;
    actions::ChoicePopup *m_popup = nullptr;
    model::Schema m_schema;

    void open(const char *typed = "")
    {
        m_picker->openAt({10, 10}, s(typed));
        QVERIFY(QTest::qWaitForWindowExposed(m_popup));
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        for (const QString &id : m_popup->shownIds())
            list.append(id.isEmpty() ? s("+") : m_schema.find(*ClassId::fromString(id))->name);
        return list;
    }

private slots:
    void init()
    {
        m_schema = model::emptySchema();
        for (const char *name : {"vehicle", "car", "truck", "animal", "cat", "old"})
            model::addClass(m_schema, ClassId{Uuid::fromName("t", name)}, s(name));
        m_schema.classes[1].parent = m_schema.classes[2].parent = m_schema.classes[0].id;
        m_schema.classes[4].parent = m_schema.classes[3].id;
        m_schema.classes[2].aliases = {s("lorry")};
        m_schema.classes[5].deprecated = true;
        m_picker = std::make_unique<forms::ClassPicker>();
        m_picker->setSchema(m_schema);
        m_popup = m_picker->findChild<actions::ChoicePopup *>(s("classChoices"));
    }
    void cleanup() { m_picker.reset(); }

    void namesAliasesAndPathsAreFound()
    {
        open();
        QCOMPARE(names(), (QStringList{s("vehicle"), s("car"), s("truck"), s("animal"), s("cat")}));
        m_popup->close();
        open("lorry");
        QCOMPARE(names().first(), s("truck"));
        m_popup->close();
        open("vehicle");
        QVERIFY(names().mid(0, 3).contains(s("car")));
        QCOMPARE(names().first(), s("vehicle"));
        QVERIFY(!names().contains(s("+")));  // it is there already
        m_popup->close();
        auto *list = m_popup->findChild<QListView *>();
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        open("ca");
        QVERIFY(names().mid(0, 2).contains(s("car")) && names().mid(0, 2).contains(s("cat")));
        QVERIFY(names().contains(s("+")));
        QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QLatin1Char(',')));
    }

    void pickedLastComesFirst()
    {
        QSignalSpy picked(m_picker.get(), &forms::ClassPicker::picked);
        for (const char *name : {"cat", "truck"}) {
            open(name);
            QTest::keyClick(m_popup->focusProxy(), Qt::Key_Return);
        }
        QCOMPARE(picked.count(), 2);
        open();
        QCOMPARE(names(), (QStringList{s("truck"), s("cat"), s("vehicle"), s("car"), s("animal")}));
    }

    void digitsMakeFavourites()
    {
        QSignalSpy favourite(m_picker.get(), &forms::ClassPicker::favouriteRequested);
        open("truck");
        QTest::keyClick(m_popup->focusProxy(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(favourite.count(), 1);
        QCOMPARE(favourite[0][0].value<ClassId>(), m_schema.classes[2].id);
        QCOMPARE(favourite[0][1].toInt(), 4);
        QVERIFY(m_popup->isVisible());
    }

    void onlyWhatIsThere()
    {
        m_picker->setCreating(false);
        open("tram");
        QVERIFY(names().isEmpty());
        QTest::keyClick(m_popup->focusProxy(), Qt::Key_Return);  // nothing to take
        QVERIFY(m_popup->isVisible());
    }

    void tenThousandClasses()
    {
        model::Schema schema;
        for (int i = 0; i < 10000; ++i) {
            model::LabelClass &added = schema.classes.emplace_back();
            added.id = ClassId{Uuid::fromName("t", QByteArray::number(i))};
            added.name = s("species of plant ") + QString::number(i);
            added.colour = model::classColour(i);
            if (i > 0)
                added.parent = schema.classes[std::size_t(i / 10)].id;
        }
        QElapsedTimer timer;
        timer.start();
        m_picker->setSchema(schema);
        m_schema = schema;
        open();
        qInfo("opened after %lld ms", static_cast<long long>(timer.restart()));
        auto *field = m_popup->findChild<QLineEdit *>();
        for (const QChar c : s("plant 9876"))
            QTest::keyClick(field, c.toLatin1());
        qInfo("ten letters in %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(names().first(), s("species of plant 9876"));
    }
};

QTEST_MAIN(TestClassPicker)
#include "tst_classpicker.moc"

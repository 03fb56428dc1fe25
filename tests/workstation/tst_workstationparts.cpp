// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/practicepanel.h"
#include "app/workstation/predictions.h"
#include "app/workstation/projectjobs.h"
#include "app/workstation/recentprojects.h"
#include "app/workstation/session.h"
#include "core/base/logging.h"
#include "tests/itemmodels/fakeediting.h"
#include "widgets/actions/fuzzy.h"
#include "widgets/forms/attributeform.h"
#include "widgets/panels/noticebar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace plumbline;

class TestWorkstationParts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_home->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_home->filePath(QStringLiteral("data")).toUtf8());
    }
    void fuzzyPrefersStartsOfWords();
    void recentProjectsAreKept();
    void sessionsAreKept();
    void brokenStateFilesAreNoTrouble();
    void pathsMeanWhatTheySay();
    void readOnlyFoldersGetAProjectElsewhere();
    void acceptingKeepsWhereItCameFrom();
    void attributesHaveThreeKindsOfAnswer();
    void noticesAskWithoutBlocking();
    void practiceIsExplained();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestWorkstationParts::fuzzyPrefersStartsOfWords()
{
    using actions::fuzzyScore;
    QVERIFY(fuzzyScore(u"Next unfinished item", u"nu") > fuzzyScore(u"Manual", u"nu"));
    QVERIFY(fuzzyScore(u"Export", u"ex") > fuzzyScore(u"Next", u"ex"));
    QVERIFY(fuzzyScore(u"traffic light", u"TL") > 0);
    QCOMPARE(fuzzyScore(u"car", u"cat"), 0);
    QVERIFY(fuzzyScore(u"anything", u"") > 0);
    QCOMPARE(fuzzyScore(u"", u"a"), 0);
}

void TestWorkstationParts::recentProjectsAreKept()
{
    {
        workstation::RecentProjects recent;
        QVERIFY(recent.entries().empty());
        recent.remember({QStringLiteral("/a.plumb"), QStringLiteral("a"), 10, 3, QDateTime::currentDateTime()});
        recent.remember({QStringLiteral("/b.plumb"), QStringLiteral("b"), 5, 0, QDateTime::currentDateTime()});
        recent.remember({QStringLiteral("/a.plumb"), QStringLiteral("a"), 10, 4, QDateTime::currentDateTime()});
    }
    workstation::RecentProjects again;
    QCOMPARE(again.entries().size(), std::size_t(2));
    QCOMPARE(again.entries().front().folder, QStringLiteral("/a.plumb"));
    QCOMPARE(again.entries().front().finished, 4);
    again.remove(QStringLiteral("/a.plumb"));
    QCOMPARE(workstation::RecentProjects().entries().size(), std::size_t(1));
}

void TestWorkstationParts::sessionsAreKept()
{
    workstation::Session session;
    session.project = QStringLiteral("/p.plumb");
    session.item = QStringLiteral("x");
    session.views.insert(QStringLiteral("image"), {{QStringLiteral("scale"), 2.5}, {QStringLiteral("tool"), QStringLiteral("box")}});
    session.geometry = QByteArray("\0\x01geometry", 10);
    session.save();
    QCOMPARE(workstation::Session::load(), session);
}

void TestWorkstationParts::brokenStateFilesAreNoTrouble()
{
    for (const QByteArray &text : {QByteArray("{\"version\":1,\"project\":[],"), QByteArray("[1,2,{\"folder\":3}]"), QByteArray(100, '[')}) {
        for (const char *name : {"session/window.json", "recent/projects.json"}) {
            const QString path = base::stateFolder() + QLatin1Char('/') + QString::fromLatin1(name);
            QDir().mkpath(QFileInfo(path).absolutePath());
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
        QCOMPARE(workstation::Session::load(), workstation::Session());
        QVERIFY(workstation::RecentProjects().entries().empty());
    }
}

void TestWorkstationParts::pathsMeanWhatTheySay()
{
    using workstation::PathsMeaning;
    const QTemporaryDir folder;
    QVERIFY(workstation::meaningOf({folder.filePath(QStringLiteral("no"))}).kind == PathsMeaning::Nothing);
    QVERIFY(workstation::meaningOf({}).kind == PathsMeaning::Nothing);
    const auto media = workstation::meaningOf({folder.path()});
    QVERIFY(media.kind == PathsMeaning::Media);
    QVERIFY(media.words.contains(QFileInfo(folder.path()).fileName()));
    store::Project::NewProject made;
    made.schema = model::emptySchema();
    made.creator = {QStringLiteral("ana"), true};
    const QString project = folder.filePath(QStringLiteral("p.plumb"));
    QVERIFY(store::Project::create(project, made));
    QVERIFY(workstation::meaningOf({project}).kind == PathsMeaning::Project);
    QCOMPARE(workstation::meaningOf({project + QStringLiteral("/project.db")}).project, project);
}

void TestWorkstationParts::readOnlyFoldersGetAProjectElsewhere()
{
    const QTemporaryDir folder;
    const QString photos = folder.filePath(QStringLiteral("photos"));
    QDir().mkpath(photos);
    QCOMPARE(workstation::quickProjectFolder({photos}), photos + QStringLiteral("/photos.plumb"));
    QFile::setPermissions(photos, QFile::ReadOwner | QFile::ExeOwner);
    if (QFileInfo(photos).isWritable())
        QSKIP("this account may write everywhere");
    const QString elsewhere = workstation::quickProjectFolder({photos});
    QFile::setPermissions(photos, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(elsewhere.startsWith(base::dataFolder()));
}

void TestWorkstationParts::acceptingKeepsWhereItCameFrom()
{
    test::FakeEditing editing;
    for (const double score : {0.3, 0.6, 0.9}) {
        model::Annotation &prediction = editing.add(editing.car, model::modelLayer(QStringLiteral("m")));
        prediction.score = score;
        prediction.origin = {model::OriginKind::Model, {}, QStringLiteral("m"), QStringLiteral("ab"), QStringLiteral("cpu"), QStringLiteral("CPU"), 0, true};
    }
    editing.add(editing.car);
    const auto sure = workstation::openPredictions(editing, 0.5);
    QCOMPARE(sure.size(), std::size_t(2));
    workstation::acceptPredictions(editing, sure);
    QCOMPARE(editing.pushed.size(), std::size_t(1));
    const auto &changes = editing.pushed.front().changes;
    QCOMPARE(std::count_if(changes.begin(), changes.end(), [](const auto &c) { return c.kind == history::ChangeKind::Create; }), 2);
    QCOMPARE(std::count_if(changes.begin(), changes.end(), [](const auto &c) { return c.group == QLatin1String("verdict"); }), 2);
    workstation::rejectPredictions(editing, workstation::openPredictions(editing, 0));
    QCOMPARE(editing.pushed.back().changes.size(), std::size_t(3));
}

void TestWorkstationParts::attributesHaveThreeKindsOfAnswer()
{
    model::Schema schema = model::emptySchema();
    test::Identity identity;
    const ClassId car = model::addClass(schema, identity.ids.make<ClassId>(), QStringLiteral("car")).id;
    model::Attribute occluded;
    occluded.key = QStringLiteral("occluded");
    occluded.required = true;
    model::Attribute colour;
    colour.key = QStringLiteral("colour");
    colour.type = model::AttributeType::Choice;
    colour.choices = {QStringLiteral("red"), QStringLiteral("blue")};
    model::Attribute plate;
    plate.key = QStringLiteral("plate");
    plate.type = model::AttributeType::Text;
    plate.conditionKey = QStringLiteral("occluded");
    plate.conditionValue = QStringLiteral("false");
    schema.attributes = {occluded, colour, plate};

    forms::AttributeForm form;
    QSignalSpy spy(&form, &forms::AttributeForm::answered);
    form.show(schema, car, {}, true);
    static_cast<QWidget &>(form).show();
    QCOMPARE(form.questionCount(), 3);
    auto *box = form.findChild<QComboBox *>(QStringLiteral("attribute:occluded"));
    auto *text = form.findChild<QLineEdit *>(QStringLiteral("attribute:plate"));
    QCOMPARE(box->currentIndex(), 0);
    QVERIFY2(!text->isVisible(), "a question whose condition does not hold is not asked");
    emit box->activated(2);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(qvariant_cast<model::AttributeValue>(spy.last().at(1)), model::AttributeValue(false));

    form.show(schema, car, {{QStringLiteral("occluded"), false}, {QStringLiteral("colour"), QStringLiteral("green")}}, true);
    QVERIFY(text->isVisible());
    QCOMPARE(box->currentIndex(), 2);
    auto *colours = form.findChild<QComboBox *>(QStringLiteral("attribute:colour"));
    QCOMPARE(colours->currentIndex(), -1);
    QCOMPARE(colours->placeholderText(), QStringLiteral("green"));
    QTest::keyClicks(text, QStringLiteral("AB 12"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(qvariant_cast<model::AttributeValue>(spy.last().at(1)), model::AttributeValue(QStringLiteral("AB 12")));
    form.show(schema, car, {{QStringLiteral("occluded"), model::CannotTell{}}}, true);
    QCOMPARE(box->currentIndex(), 3);
}

void TestWorkstationParts::noticesAskWithoutBlocking()
{
    panels::NoticeBar bar;
    bool answered = false;
    bar.show(panels::NoticeBar::Tone::Info, QStringLiteral("Accept 3?"), {{QStringLiteral("Accept"), [&] { answered = true; }, true}});
    QCOMPARE(bar.text(), QStringLiteral("Accept 3?"));
    QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(answered);
    QCOMPARE(bar.text(), QString());
    bar.show(panels::NoticeBar::Tone::Problem, QStringLiteral("Oh"));
    QTest::keyClick(&bar, Qt::Key_Escape);
    QVERIFY(bar.isHidden());
}

void TestWorkstationParts::practiceIsExplained()
{
    test::FakeEditing editing;
    const model::Annotation truth = editing.add(editing.car);
    const model::Annotation said = editing.add(editing.person);
    workflow::SubmitResult result;
    result.practice = true;
    result.remarks = {{quality::GoldRemark::Kind::WrongClass, truth, said, 0.9}, {quality::GoldRemark::Kind::Missed, truth, {}, 0}};
    workstation::PracticePanel panel;
    panel.show(result, editing.schema());
    auto *list = panel.findChild<QListWidget *>(QStringLiteral("practiceRemarks"));
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().contains(QLatin1String("person")));
    QVERIFY(list->item(0)->text().contains(QLatin1String("car")));
    QSignalSpy reveal(&panel, &workstation::PracticePanel::revealRequested);
    emit list->itemClicked(list->item(0));
    QCOMPARE(qvariant_cast<AnnotationId>(reveal.at(0).at(0)), said.id);
    emit list->itemClicked(list->item(1));
    QCOMPARE(reveal.size(), 1);
    QSignalSpy on(&panel, &workstation::PracticePanel::goOnRequested);
    QTest::mouseClick(panel.findChild<QPushButton *>(QStringLiteral("practiceGoOn")), Qt::LeftButton);
    QCOMPARE(on.size(), 1);
    QVERIFY(panel.isHidden());

    // Of a scene the frame is told, counted from 1 as on the timeline.
    model::Annotation car = truth;
    car.frame = model::FrameRef{QStringLiteral("top"), 6, 600'000, {1, 1'000'000}, {}};
    car.geometry = geometry::Cuboid{{12.25, -3, .5}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("top")};
    result.remarks = {{quality::GoldRemark::Kind::Missed, car, {}, 0}};
    panel.show(result, editing.schema());
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QLatin1String("frame 7")), qPrintable(list->item(0)->text()));
}

QTEST_MAIN(TestWorkstationParts)
#include "tst_workstationparts.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/pluginmanager.h"
#include "plugins/example/csvboxesformat.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace plumbline::extension;

namespace {

/// Keeps what is read and gives it back: sink and source of one small project.
class Project final : public AnnotationSink, public AnnotationSource
{
public:
    ItemRef declareItem(ForeignItem item) override
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].name == item.name)
                return static_cast<ItemRef>(i);
        }
        model::Item made;
        made.id = identity.ids.make<ItemId>();
        made.name = item.name;
        items.push_back(made);
        annotations.emplace_back();
        return static_cast<ItemRef>(items.size() - 1);
    }
    ClassRef declareClass(ForeignClass labelClass) override
    {
        for (std::size_t i = 0; i < labels.classes.size(); ++i) {
            if (labels.classes[i].name == labelClass.name)
                return static_cast<ClassRef>(i);
        }
        model::addClass(labels, identity.ids.make<ClassId>(), labelClass.name);
        return static_cast<ClassRef>(labels.classes.size() - 1);
    }
    void declareDataset(const QString &, Json) override {}
    Result<> add(std::vector<ForeignAnnotation> batch) override
    {
        for (ForeignAnnotation &read : batch) {
            if (read.labelClass != noClass)
                read.annotation.labelClass = labels.classes[static_cast<std::size_t>(read.labelClass)].id;
            annotations[static_cast<std::size_t>(read.item)].push_back(read.annotation);
        }
        return {};
    }
    void issue(Issue issue) override { issues.push_back(std::move(issue)); }
    const jobs::JobControl &control() const override { return jobControl; }

    const model::Schema &schema() const override { return labels; }
    std::int64_t itemCount() const override { return static_cast<std::int64_t>(items.size()); }
    std::int64_t annotationCount() const override { return 0; }
    Json datasetExtra(const QString &) const override { return {}; }
    Result<> visit(const Visitor &visitor) const override
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (auto visited = visitor(items[i], annotations[i]); !visited)
                return visited;
        }
        return {};
    }
    QString mediaPath(const model::Item &) const override { return {}; }

    test::Identity identity;
    model::Schema labels;
    std::vector<model::Item> items;
    std::vector<std::vector<model::Annotation>> annotations;
    std::vector<Issue> issues;
    jobs::JobControl jobControl;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class CsvBoxesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    example::CsvBoxesFormat m_format;

    QString file(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("boxes.csv")));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }

private slots:
    void roundTripIsExact()
    {
        const QByteArray table = "image,class,x,y,w,h\n"
                                 "a.jpg,car,0.1,0.30000000000000004,1e-09,12345678.9\n"
                                 "\"b, \"\"c\"\".jpg\",\"two\nlines\",1,2,3,4\n"
                                 "a.jpg,,5,6,7,8\n"
                                 "sub/d.jpg,\xE8\xBD\xA6,-1,-2,0,0\n";
        Project project;
        QVERIFY_RESULT(m_format.read({file(table), {}, {}}, project));
        QVERIFY(project.issues.empty());
        QCOMPARE(project.items.size(), std::size_t(3));
        QCOMPARE(project.items[1].name, QStringLiteral("b, \"c\".jpg"));
        QCOMPARE(project.labels.classes[1].name, QStringLiteral("two\nlines"));
        QVERIFY(project.annotations[0][1].labelClass.isNull());

        QTemporaryDir out;
        const ExportRequest request{out.path(), {}};
        const auto losses = m_format.checkExport(project, request);
        QVERIFY_RESULT(losses);
        QVERIFY(losses->empty());
        const auto written = m_format.write(project, request);
        QVERIFY_RESULT(written);
        QCOMPARE(*written, *m_format.plannedOutputs(project, request));
        Project again;
        QVERIFY_RESULT(m_format.read({out.path(), {}, {}}, again));
        QCOMPARE(again.annotations.size(), project.annotations.size());
        for (std::size_t i = 0; i < again.items.size(); ++i) {
            QCOMPARE(again.items[i].name, project.items[i].name);
            QCOMPARE(again.annotations[i].size(), project.annotations[i].size());
            for (std::size_t k = 0; k < again.annotations[i].size(); ++k)
                QVERIFY(again.annotations[i][k].geometry == project.annotations[i][k].geometry);
        }
        QTemporaryDir third;
        QVERIFY_RESULT(m_format.write(again, {third.path(), {}}));
        QCOMPARE(contentOf(third.filePath(QStringLiteral("boxes.csv"))), contentOf(out.filePath(QStringLiteral("boxes.csv"))));
    }

    void badLinesAreReportedAndTheRestIsKept_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("too few") << QByteArray("a.jpg,car,1,2,3");
        QTest::newRow("too many") << QByteArray("a.jpg,car,1,2,3,4,5");
        QTest::newRow("not a number") << QByteArray("a.jpg,car,1,two,3,4");
        QTest::newRow("NaN") << QByteArray("a.jpg,car,nan,2,3,4");
        QTest::newRow("infinite") << QByteArray("a.jpg,car,1,2,inf,4");
        QTest::newRow("overflow") << QByteArray("a.jpg,car,1e999,2,3,4");
        QTest::newRow("negative width") << QByteArray("a.jpg,car,1,2,-3,4");
        QTest::newRow("climbs out") << QByteArray("../../etc/passwd,car,1,2,3,4");
        QTest::newRow("absolute") << QByteArray("/etc/passwd,car,1,2,3,4");
        QTest::newRow("no name") << QByteArray(",car,1,2,3,4");
        QTest::newRow("not UTF-8") << QByteArray("a.jpg,c\xE4r,1,2,3,4");
        QTest::newRow("too long") << QByteArray("a.jpg,") + QByteArray(200'000, 'x') + ",1,2,3,4";
    }
    void badLinesAreReportedAndTheRestIsKept()
    {
        QFETCH(QByteArray, line);
        Project project;
        const QString path = file("image,class,x,y,w,h\r\ngood.jpg,car,1,2,3,4\r\n" + line + "\r\n\r\ngood.jpg,bus,5,6,7,8");
        QVERIFY_RESULT(m_format.read({path, {}, {}}, project));
        QCOMPARE(project.issues.size(), std::size_t(1));
        QCOMPARE(project.issues.front().file, path);
        QCOMPARE(project.issues.front().place, QStringLiteral("line 3"));
        QVERIFY(!project.issues.front().text.isEmpty());
        QCOMPARE(project.items.size(), std::size_t(1));
        QCOMPARE(project.annotations[0].size(), std::size_t(2));
        QVERIFY(project.annotations[0][1].geometry == geometry::Geometry(geometry::Box{5, 6, 7, 8}));
    }

    void openQuotationMark()
    {
        Project project;
        const QString path = file("image,class,x,y,w,h\ngood.jpg,car,1,2,3,4\n\"bad.jpg,car,1,2,3,4\nlast.jpg,car,1,2,3,4\n");
        QVERIFY_RESULT(m_format.read({path, {}, {}}, project));
        QCOMPARE(project.items.size(), std::size_t(1));
        QCOMPARE(project.issues.front().place, QStringLiteral("line 3"));
    }

    void refusesOtherFiles()
    {
        Project project;
        QVERIFY_FAILS(m_format.read({file("a,b,c\n"), {}, {}}, project), ErrorCode::Malformed);
        QVERIFY_FAILS(m_format.read({file(""), {}, {}}, project), ErrorCode::Malformed);
        QVERIFY_FAILS(m_format.read({m_folder.filePath(QStringLiteral("missing.csv")), {}, {}}, project), ErrorCode::NotFound);
        QCOMPARE(m_format.probe(file("a,b,c\n")).confidence, ProbeResult::None);
        QCOMPARE(m_format.probe(m_folder.filePath(QStringLiteral("missing"))).confidence, ProbeResult::None);
        file("image,class,x,y,w,h\n");
        QCOMPARE(m_format.probe(m_folder.path()).confidence, ProbeResult::Certain);
    }

    void sayswhatWouldBeLost()
    {
        Project project;
        QVERIFY_RESULT(m_format.read({file("image,class,x,y,w,h\na.jpg,car,1,2,3,4\n"), {}, {}}, project));
        (void)project.declareItem({QStringLiteral("empty.jpg"), {}, 0, 0, {}});
        project.annotations[0].push_back(project.annotations[0][0]);
        project.annotations[0][1].geometry = geometry::Ellipse{1, 2, 3, 4, 0};
        project.annotations[0][0].score = 0.5;
        const auto losses = m_format.checkExport(project, {});
        QVERIFY_RESULT(losses);
        QCOMPARE(losses->size(), std::size_t(3));
        for (const Loss &loss : *losses) {
            QCOMPARE(loss.count, 1);
            QVERIFY(!loss.what.isEmpty() && !loss.why.isEmpty());
        }
    }

    void cancels()
    {
        Project project;
        project.jobControl.cancel();
        QVERIFY_FAILS(m_format.read({file("image,class,x,y,w,h\na.jpg,car,1,2,3,4\n"), {}, {}}, project), ErrorCode::Cancelled);
        Project whole;
        QVERIFY_RESULT(m_format.read({file("image,class,x,y,w,h\na.jpg,car,1,2,3,4\n"), {}, {}}, whole));
        whole.jobControl.cancel();
        QTemporaryDir out;
        QVERIFY_FAILS(m_format.write(whole, {out.path(), {}}), ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(out.filePath(QStringLiteral("boxes.csv"))));
    }

    void theModule()
    {
        PluginManager manager;
        manager.scan(QStringLiteral(PLUMBLINE_BUILT_PLUGINS));
        QVERIFY_RESULT(manager.require(QStringLiteral("format:csv-boxes")));
        QCOMPARE(manager.formats().find(QStringLiteral("csv-boxes"))->id(), QStringLiteral("csv-boxes"));
    }
};

QTEST_GUILESS_MAIN(CsvBoxesTest)
#include "tst_csvboxes.moc"

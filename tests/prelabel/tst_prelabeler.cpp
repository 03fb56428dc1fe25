// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prelabel/prelabeler.h"
#include "core/store/reader.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

namespace {

/// A medium whose picture says which item it is by its width.
class FakeSource final : public extension::MediaSource
{
public:
    explicit FakeSource(int width) : m_width(width) {}
    const extension::MediaInfo &info() const override { return m_info; }
    Result<extension::LoadedFrame> load(std::int64_t, extension::LoadQuality, const jobs::JobControl &) override
    {
        return extension::LoadedFrame{QImage(m_width, 10, QImage::Format_RGB32), {}};
    }

private:
    int m_width;
    extension::MediaInfo m_info;
};

class FakeFactory final : public extension::MediaSourceFactory
{
public:
    model::ItemKind kind() const override { return model::ItemKind::Image; }
    extension::ProbeResult probe(const QString &, QByteArrayView) const override
    {
        return {extension::ProbeResult::Certain, QStringLiteral("fake")};
    }
    Result<std::unique_ptr<extension::MediaSource>> open(const QString &path, const extension::MediaBudget &) const override
    {
        return std::make_unique<FakeSource>(path.section(QLatin1Char('-'), -1).toInt() + 10);
    }
};

class FakeSession final : public extension::InferenceSession
{
public:
    extension::InferenceProvenance m_provenance{QStringLiteral("fake"), QStringLiteral("m1"),  QStringLiteral("1"), QStringLiteral("abc"),
                                                QStringLiteral("cpu"),  QStringLiteral("CPU 9"), {}};
    int runs = 0;
    std::function<void()> onRun;

    const extension::InferenceProvenance &provenance() const override { return m_provenance; }
    double warmUpMilliseconds() const override { return 1; }
    QStringList classNames() const override { return {QStringLiteral("car"), QStringLiteral("ufo")}; }
    Result<extension::InferenceOutput> run(const QImage &image, const extension::InferenceOptions &, const jobs::JobControl &) override
    {
        ++runs;
        if (onRun)
            onRun();
        if (image.width() == 13)
            return fail(ErrorCode::Failed, QStringLiteral("unlucky"));
        extension::InferenceOutput output;
        output.predictions = {{QStringLiteral("car"), geometry::Box{1, 1, 2, 2}, 0.9}, {QStringLiteral("ufo"), geometry::Box{3, 3, 2, 2}, 0.4}};
        return output;
    }
};

}  // namespace

class TestPrelabeler : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    test::Identity m_identity;
    std::unique_ptr<store::Project> m_project;
    FakeFactory m_factory;
    exchange::MediaOpener m_opener{{&m_factory}};
    const store::Person m_me{QStringLiteral("me"), true};

    void makeProject(int items, bool withClasses)
    {
        m_project.reset();
        m_dir = std::make_unique<QTemporaryDir>();
        model::Schema schema = model::emptySchema();
        if (withClasses)
            model::addClass(schema, m_identity.ids.make<ClassId>(), QStringLiteral("car"));
        m_project = std::move(*store::Project::create(m_dir->filePath(QStringLiteral("p.plumb")), {{}, schema, m_me, false}));
        history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Add"));
        for (int i = 0; i < items; ++i) {
            model::Item item;
            item.id = ItemId{m_identity.ids.version4()};
            item.name = QStringLiteral("item-%1").arg(i);
            item.path = m_dir->filePath(item.name);
            QFile file(item.path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            builder.put(nullptr, item);
        }
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), m_me.name)));
    }

    std::vector<model::Annotation> proposals()
    {
        return (*m_project->store().reader())->annotations({{}, model::modelLayer(QStringLiteral("m1"))}).value();
    }

    prelabel::PrelabelOptions options()
    {
        prelabel::PrelabelOptions options;
        options.modelId = QStringLiteral("m1");
        return options;
    }

private slots:
    void proposalsCarryTheirProvenance()
    {
        makeProject(3, true);
        FakeSession session;
        const auto report = prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {});
        QVERIFY_RESULT(report);
        QCOMPARE(report->items, 3);
        QCOMPARE(report->predictions, 3);
        QCOMPARE(report->leftOut.at(QStringLiteral("ufo")), 3);
        const auto list = proposals();
        QCOMPARE(list.size(), std::size_t(3));
        QVERIFY(list.front().origin.kind == model::OriginKind::Model);
        QCOMPARE(list.front().origin.device, QStringLiteral("CPU 9"));
        QCOMPARE(list.front().origin.weightsSha256, QStringLiteral("abc"));
        QCOMPARE(list.front().score.value(), 0.9);
        QCOMPARE((*m_project->store().reader())->verify({}).value(), QStringList());
    }

    void anEmptySchemaTakesTheModelsClasses()
    {
        makeProject(2, false);
        FakeSession session;
        const auto report = prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {});
        QVERIFY_RESULT(report);
        QCOMPARE(report->predictions, 4);
        QVERIFY((*m_project->store().reader())->schema()->find(QStringView(u"ufo")) != nullptr);
        QVERIFY_RESULT(store::wait(m_project->store().undo(m_me.name)));
        QVERIFY(proposals().empty());
        QVERIFY((*m_project->store().reader())->schema()->classes.empty());
    }

    void aBrokenPictureIsAnIssueAndTheRestGoesOn()
    {
        makeProject(6, true);
        FakeSession session;
        const auto report = prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {});
        QVERIFY_RESULT(report);
        QCOMPARE(report->items, 5);
        QCOMPARE(report->issues.count(), 1);
        QCOMPARE(report->issues.issues.front().file, QStringLiteral("item-3"));
    }

    void cancellingKeepsWhatIsDoneAndASecondRunGoesOn()
    {
        makeProject(100, true);
        jobs::JobControl control;
        FakeSession session;
        session.onRun = [&] {
            if (session.runs == 60)
                control.cancel();
        };
        QVERIFY_FAILS(prelabel::prelabel(*m_project, m_opener, session, options(), m_me, control), ErrorCode::Cancelled);
        const auto kept = static_cast<std::int64_t>(proposals().size());
        QVERIFY(kept > 30 && kept < 100);
        session.onRun = nullptr;
        session.runs = 0;
        const auto again = prelabel::prelabel(*m_project, m_opener, session, options(), m_me, {});
        QVERIFY_RESULT(again);
        QCOMPARE(again->skipped, kept);
        QCOMPARE(proposals().size(), std::size_t(99));
    }
};

QTEST_GUILESS_MAIN(TestPrelabeler)
#include "tst_prelabeler.moc"

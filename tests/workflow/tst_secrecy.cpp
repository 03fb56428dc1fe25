// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/annotation.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "core/workflow/gaugedetails.h"
#include "core/workflow/goldstore.h"
#include "tests/cli/clirunner.h"
#include "tests/support/verify.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <cmath>
#include <set>

using namespace plumbline;

/// Nothing that an annotator can see tells gold from other work: no word, no key, no order, no size, no count.
class TestSecrecy : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    std::unique_ptr<store::Project> m_project;
    std::vector<model::Item> m_items;
    std::set<ItemId> m_gold;
    std::set<ItemId> m_open;  ///< in the annotator's queue: everything that is not accepted yet

    /// Rank statistic: chance that a gold item has the larger value; 0.5 = no information.
    static double auc(const std::vector<std::pair<double, bool>> &values)
    {
        double wins = 0;
        double pairs = 0;
        for (const auto &[a, goldA] : values) {
            if (!goldA)
                continue;
            for (const auto &[b, goldB] : values) {
                if (goldB)
                    continue;
                ++pairs;
                wins += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return wins / pairs;
    }

    void compareFeature(const char *name, const std::function<double(const model::Item &)> &feature)
    {
        std::vector<std::pair<double, bool>> values;
        std::int64_t gold = 0;
        for (const model::Item &item : m_items) {
            if (!m_open.contains(item.id))
                continue;
            values.emplace_back(feature(item), m_gold.contains(item.id));
            gold += m_gold.contains(item.id);
        }
        const double n1 = static_cast<double>(gold);
        const double n2 = static_cast<double>(values.size()) - n1;
        // Standard error of the AUC when there is nothing to find (Mann and Whitney 1947).
        const double error = std::sqrt((n1 + n2 + 1) / (12 * n1 * n2));
        const double found = auc(values);
        QVERIFY2(std::abs(found - 0.5) < 4 * error, qPrintable(QStringLiteral("%1 tells gold: AUC %2").arg(QLatin1String(name)).arg(found)));
    }

private slots:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir->filePath(QStringLiteral("gold")).toUtf8());
        m_folder = m_dir->filePath(QStringLiteral("d.plumb"));
        const auto made = workflow::makeDemo(m_folder, {200, 5}, {});
        QVERIFY_RESULT(made);
        QCOMPARE(made->gold, 40);
        auto opened = store::Project::open(m_folder, store::Project::Access::Write);
        QVERIFY_RESULT(opened);
        m_project = std::move(*opened);
        const auto reader = m_project->store().reader();
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id()));
        QVERIFY_RESULT(gold);
        const QString me = store::operatingSystemPerson().name;
        QVERIFY_RESULT((*reader)->visitItems([&](const model::Item &item) -> Result<> {
            m_items.push_back(item);
            const auto key = (*gold)->key(item.id);
            if (*key && (*key)->kind == workflow::GoldKind::Blind)
                m_gold.insert(item.id);
            const auto task = (*reader)->task(workflow::annotateTask(item.id, me));
            const bool practice = *key && (*key)->kind == workflow::GoldKind::Practice;
            if (!*task && !practice)
                m_open.insert(item.id);
            return {};
        }));
        QCOMPARE(m_gold.size(), std::size_t(40));
        for (const ItemId &id : m_gold)
            QVERIFY(m_open.contains(id));
    }

    void noFileOfTheProjectNamesGold()
    {
        // The database, its log, the marker, names of media: whatever the project folder holds.
        QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QVERIFY2(!path.contains(QStringLiteral("gold"), Qt::CaseInsensitive), qPrintable(path));
            if (path.endsWith(QStringLiteral(".png")))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray data = file.readAll().toLower();
            for (const char *word : {"gold", "blind", "practice", "calibration"})
                QVERIFY2(!data.contains(word), qPrintable(QStringLiteral("%1 holds “%2”").arg(path, QLatin1String(word))));
        }
    }

    void theKeysLieOutsideTheProject()
    {
        const QString path = workflow::GoldStore::standardPath(m_project->id());
        QVERIFY(QFile::exists(path));
        QVERIFY(!path.startsWith(m_folder));
        QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void whatTheCommandLinePrintsIsTheSame()
    {
        m_project.reset();
        test::CliRunner cli;
        for (const char *verb : {"items", "annotations", "history", "info"}) {
            CLI_RUN(printed, cli, 0, {QLatin1String(verb), m_folder, QStringLiteral("--json")});
            for (const char *word : {"gold", "blind", "practice"})
                QVERIFY2(!printed.out.toLower().contains(word), verb);
        }
        // Every line has the same keys, whatever the item is.
        CLI_RUN(items, cli, 0, {QStringLiteral("items"), m_folder, QStringLiteral("--json")});
        std::set<std::string> shapes;
        for (const Json &line : items.lines()) {
            const auto id = ItemId::fromString(base::toQString(line["id"]));
            if (!m_open.contains(*id))
                continue;
            std::string shape = line["state"].get<std::string>();
            for (const auto &[key, value] : line.items())
                shape += "|" + key;
            shapes.insert(shape);
        }
        QCOMPARE(shapes.size(), std::size_t(1));
        m_project = std::move(*store::Project::open(m_folder, store::Project::Access::Write));
    }

    void noFeatureOfAnItemTellsGold()
    {
        std::map<ItemId, double> position;
        for (std::size_t i = 0; i < m_items.size(); ++i)
            position[m_items[i].id] = static_cast<double>(i);
        const auto reader = m_project->store().reader();
        compareFeature("position in the queue", [&](const model::Item &item) { return position[item.id]; });
        compareFeature("file size", [](const model::Item &item) { return static_cast<double>(item.bytes); });
        compareFeature("name", [](const model::Item &item) { return static_cast<double>(qHash(item.name, 0) % 1000); });
        compareFeature("id", [](const model::Item &item) { return static_cast<double>(item.id.uuid.bytes[0]); });
        compareFeature("time of the file", [&](const model::Item &item) {
            return static_cast<double>(QFileInfo(m_project->mediaPath(item)).lastModified().toMSecsSinceEpoch());
        });
        compareFeature("labels of colleagues", [&](const model::Item &item) {
            return static_cast<double>((*reader)->annotations({item.id, {}})->size());
        });
        compareFeature("submissions", [&](const model::Item &item) {
            return static_cast<double>((*reader)->submissions(item.id, {})->size());
        });
        compareFeature("record size", [](const model::Item &item) {
            return static_cast<double>(item.name.size() + item.path.size() + item.tags.size());
        });
    }

    void submittingGoldLeavesTheSameTracks()
    {
        const store::Person me = store::operatingSystemPerson();
        base::SeededRandom random(3);
        const auto tracks = [&](ItemId item) {
            const auto before = (*m_project->store().reader())->lastOperation().value();
            const auto result = workflow::submit(*m_project, item, me, {}, random);
            QStringList list;
            if (!result)
                return QStringList{result.error().text};
            list.append(QStringLiteral("practice %1 remarks %2").arg(result->practice).arg(result->remarks.size()));
            const auto reader = m_project->store().reader();
            const auto gestures = (*reader)->gestures(1);
            const auto operations = (*reader)->operations(gestures->front().number);
            for (const auto &op : *operations)
                list.append(history::entityTypeName(op.entityType) + op.fieldGroup + history::changeKindName(op.kind));
            list.append(QString::number((*reader)->lastOperation().value() - before));
            return list;
        };
        ItemId gold = *m_gold.begin();
        ItemId ordinary;
        for (const ItemId &id : m_open)
            if (!m_gold.contains(id))
                ordinary = id;
        QCOMPARE(tracks(gold), tracks(ordinary));
    }

    // The panel behind the gauge: of blind gold it knows what the gauge showed, and names no picture but practice.
    void thePanelBehindTheGaugeMovesWithTheGauge()
    {
        const auto written = [&](const workflow::GaugeDetails &details) {
            QStringList words{QString::number(details.practiceItems), QString::number(details.confidence.size())};
            for (const auto &shown : details.released)
                words << QStringLiteral("%1 %2 %3").arg(shown.submissions).arg(shown.reading.decisions).arg(shown.reading.mean);
            for (const auto &entry : details.classes) {
                words << QStringLiteral("%1 %2 %3 %4").arg(entry.labelClass.toString()).arg(entry.n).arg(entry.right).arg(entry.invented);
                for (const auto &example : entry.examples)
                    words << example.name;
            }
            return words.join(QLatin1Char('|'));
        };
        const store::Person me = store::operatingSystemPerson();
        base::SeededRandom random(4);
        const auto first = workflow::gaugeDetails(*m_project, me);
        QVERIFY_RESULT(first);
        QString before = written(*first);
        auto reading = first->reading;
        int practised = 0;
        int quietGold = 0;
        const auto reader = m_project->store().reader();
        for (const model::Item &item : m_items) {
            const auto task = (*reader)->task(workflow::annotateTask(item.id, me.name));
            QVERIFY_RESULT(task);
            if (*task && model::isLocked((*task)->state))
                continue;
            workflow::SubmitOptions options;
            options.confidence = 0.75;
            const auto result = workflow::submit(*m_project, item.id, me, options, random);
            QVERIFY_RESULT(result);
            const auto details = workflow::gaugeDetails(*m_project, me);
            QVERIFY_RESULT(details);
            QCOMPARE(details->reading, result->gauge);
            for (const auto &entry : details->classes)
                for (const auto &example : entry.examples)
                    QVERIFY2(!m_gold.contains(example.item) && !m_open.contains(example.item), qPrintable(example.name));
            const QString now = written(*details);
            if (!result->practice && result->gauge == reading)
                QCOMPARE(now, before);
            practised += result->practice;
            quietGold += m_gold.contains(item.id) && result->gauge == reading;
            before = now;
            reading = result->gauge;
        }
        QCOMPARE(practised, 20);
        QVERIFY(quietGold > 30);
        const auto last = workflow::gaugeDetails(*m_project, me);
        QVERIFY_RESULT(last);
        QCOMPARE(last->practiceItems, 20);
        QCOMPARE(last->calibration->n, 20);
        QVERIFY(last->released.size() > 15);
        QCOMPARE(last->released.back().reading, last->reading);
        // Nothing was labeled, so everything was missed, and the latest practice pictures say where.
        std::int64_t objects = 0;
        for (const auto &entry : last->classes) {
            QCOMPARE(entry.right, 0);
            QCOMPARE(entry.notFound, entry.n);
            QVERIFY(!entry.examples.empty() && entry.examples.size() <= workflow::GaugeDetails::mostExamples);
            objects += entry.n;
        }
        QVERIFY(objects > 20);
    }
};

QTEST_GUILESS_MAIN(TestSecrecy)
#include "tst_secrecy.moc"

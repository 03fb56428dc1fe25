// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/gaugedetails.h"
#include "core/workflow/goldstore.h"
#include "tests/cli/clirunner.h"
#include "tests/support/fakes.h"
#include "tests/support/goldclassifier.h"
#include "tests/support/verify.h"
#include "tests/workflow/sightingnotes.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QImage>

#include <spdlog/spdlog.h>

#include <sqlite3.h>

#include <numeric>
#include <unordered_map>

using namespace plumbline;
using test::AucInterval;
using test::Handed;
using test::Notes;
using test::SharedRandom;
using test::Sighting;

namespace {

/// One annotator with a project of their own, who labels the whole queue and notes everything that can be seen on the way.
class Annotator
{
public:
    enum class Leak { None, GaugeAtOnce };

    /// `seed` differs from project to project, or their ids would be the same.
    Annotator(const QString &folder, int number, std::uint64_t seed, int items, Leak leak)
        : m_folder(folder), m_number(number), m_count(items), m_leak(leak), m_bits(3 * seed), m_random(3 * seed + 1),
          m_dice(3 * seed + 2), m_notes(std::size_t(items))
    {}

    Result<> work()
    {
        for (const auto step :
             {&Annotator::makeProject, &Annotator::labelTheQueue, &Annotator::readTheDatabase, &Annotator::readWhatIsPrinted})
            if (const auto done = (this->*step)(); !done)
                return done;
        return {};
    }

    /// One for every item that is no practice.
    void addTo(std::vector<Sighting> &sightings, QStringList &names) const
    {
        const auto displays = test::displayFeatures(m_career);
        names = test::displayFeatureNames();
        for (const auto &[name, column] : m_notes.columns())
            names.append(name);
        for (std::size_t at = 0; at < m_order.size(); ++at) {
            const std::size_t item = m_order[at];
            if (m_plan[item] == Plan::Practice)
                continue;
            Sighting sighting{m_number, m_plan[item] == Plan::Blind, displays[at]};
            for (const auto &[name, column] : m_notes.columns())
                sighting.seen.push_back(column[item]);
            sightings.push_back(std::move(sighting));
        }
    }

private:
    enum class Plan { Ordinary, Blind, Practice };
    static constexpr double blindShare = 0.25;
    static constexpr double practiceShare = 0.04;

    std::vector<model::Annotation> boxes(std::size_t item, const QString &layer, std::size_t count)
    {
        std::vector<model::Annotation> list;
        for (std::size_t k = 0; k < count; ++k) {
            model::Annotation a;
            a.id = m_project->store().ids().make<AnnotationId>();
            a.item = m_items[item].id;
            a.layer = layer;
            a.labelClass = m_class;
            a.geometry = geometry::Box{2.0 + 5 * double(k), 3, 4, 6};
            a.origin.by = layer;
            a.createdMicroseconds = m_clock.nowMicroseconds();
            list.push_back(std::move(a));
        }
        return list;
    }

    Result<> makeProject()
    {
        store::Project::NewProject made;
        made.name = QStringLiteral("Crossing");
        made.schema = model::emptySchema();
        m_class = ClassId{Uuid::fromName("class", "car")};
        model::addClass(made.schema, m_class, QStringLiteral("car"));
        made.creator = m_me;
        made.team = true;
        auto project = store::Project::create(m_folder, made, {&m_clock, &m_bits, false});
        if (!project)
            return fail(project.error());
        m_project = std::move(*project);
        QDir().mkpath(m_folder + QStringLiteral("/media"));
        std::vector<model::Item> items;
        for (int i = 0; i < m_count; ++i) {
            const double dealt = m_dice.uniform();
            m_plan.push_back(dealt < practiceShare                                      ? Plan::Practice
                             : dealt < practiceShare + (1 - practiceShare) * blindShare ? Plan::Blind
                                                                                        : Plan::Ordinary);
            m_objects.push_back(1 + m_dice.below(4));
            model::Item item;
            item.id = ItemId{m_project->store().ids().version4()};
            item.name = QStringLiteral("p%1.png").arg(i, 4, 10, QLatin1Char('0'));
            item.path = QStringLiteral("media/") + item.name;
            QImage picture(24, 16, QImage::Format_RGB32);
            picture.fill(static_cast<uint>(m_dice.below(1 << 24)));
            for (std::uint64_t k = m_dice.below(60); k > 0; --k)
                picture.setPixel(int(m_dice.below(24)), int(m_dice.below(16)), static_cast<uint>(m_dice.below(1 << 24)));
            const QString path = m_folder + QLatin1Char('/') + item.path;
            if (!picture.save(path))
                return fail(ErrorCode::Failed, path);
            item.bytes = QFileInfo(path).size();
            item.width = picture.width();
            item.height = picture.height();
            items.push_back(item);
        }
        m_items = items;
        const auto added = m_project->store().bulk(QStringLiteral("Add"), m_me.name,
                                                   [&](store::BulkSink &sink) { return sink.addItems(std::move(items)); });
        if (!added)
            return fail(added.error());
        const QString goldFile = workflow::GoldStore::standardPath(m_project->id());
        const auto gold = workflow::GoldStore::open(goldFile);
        if (!gold)
            return fail(gold.error());
        for (std::size_t i = 0; i < m_items.size(); ++i)
            if (m_plan[i] != Plan::Ordinary)
                if (const auto set =
                        (*gold)->setKey(m_items[i].id, {{boxes(i, QStringLiteral("key"), m_objects[i])}, false},
                                        m_plan[i] == Plan::Blind ? workflow::GoldKind::Blind : workflow::GoldKind::Practice);
                    !set)
                    return set;
        if (const auto set = (*gold)->setBlindShare(blindShare); !set)
            return set;
        return {};
    }

    // In the order in which the queue shows the items.
    Result<> labelTheQueue()
    {
        const auto reader = m_project->store().reader();
        if (!reader)
            return fail(reader.error());
        const auto queue = (*reader)->queue({{}, model::TaskState::ToDo, {}, m_me.name});
        if (!queue)
            return fail(queue.error());
        std::unordered_map<ItemId, std::size_t> known;
        for (std::size_t i = 0; i < m_items.size(); ++i)
            known.emplace(m_items[i].id, i);
        for (const store::QueueEntry &entry : *queue) {
            const std::size_t item = known.at(entry.item);
            m_notes.add(QStringLiteral("place in the queue"), item, double(m_order.size()));
            m_notes.add(QStringLiteral("number in the queue"), item, double(entry.number));
            m_notes.add(QStringLiteral("state in the queue"), item, double(entry.state));
            m_notes.add(QStringLiteral("first byte of the id"), item, entry.item.uuid.bytes[0]);
            m_notes.add(QStringLiteral("file size"), item, double(m_items[item].bytes));
            m_order.push_back(item);
            if (const auto done = labelOne(**reader, item); !done)
                return done;
        }
        return {};
    }

    Result<> labelOne(store::Reader &reader, std::size_t item)
    {
        // What happens between two items has nothing to do with what they are.
        m_clock.advance(static_cast<std::int64_t>(m_dice.uniform(5e6, 6e7)));
        const ItemId id = m_items[item].id;
        QElapsedTimer timer;
        timer.start();
        const auto found = reader.item(id);
        const auto before = reader.annotations({id, m_me.name});
        const auto task = reader.task(workflow::annotateTask(id, m_me.name));
        const QImage picture(m_project->mediaPath(m_items[item]));
        m_notes.add(QStringLiteral("time to load"), item, std::log(1e3 + double(timer.nsecsElapsed())));
        if (!found || !*found || !before || !task || picture.isNull())
            return fail(ErrorCode::Failed, QStringLiteral("an item cannot be shown"));
        m_notes.add(QStringLiteral("labels found on opening"), item, double(before->size()) + (*task ? 1 : 0));
        if (const auto begun = workflow::markBegun(*m_project, id, m_me); !begun)
            return begun;

        std::size_t right = 0;
        for (std::uint64_t k = 0; k < m_objects[item]; ++k)
            right += m_dice.uniform() < 0.85 ? 1 : 0;
        history::GestureBuilder builder(m_project->store().ids().make<GestureId>(), QStringLiteral("Label"));
        for (const model::Annotation &a : boxes(item, m_me.name, right))
            builder.create(a);
        if (!builder.gesture().empty())
            if (const auto done = store::wait(m_project->store().commit(builder.take(), m_me.name)); !done)
                return fail(done.error());

        workflow::SubmitOptions options;
        options.confidence = std::clamp(m_dice.normal(0.8 + (right == m_objects[item] ? 0.03 : -0.03), 0.1), 0.0, 1.0);
        const auto filesBefore = files();
        const auto operations = reader.lastOperation();
        m_clock.advance(static_cast<std::int64_t>(m_dice.uniform(1e6, 2e6)));
        timer.restart();
        auto result = workflow::submit(*m_project, id, m_me, options, m_random);
        m_notes.add(QStringLiteral("time to submit"), item, std::log(1e3 + double(timer.nsecsElapsed())));
        if (!result)
            return fail(result.error());
        if (m_dice.uniform() < 0.05) {  // a second thought
            result = workflow::submit(*m_project, id, m_me, options, m_random);
            if (!result)
                return fail(result.error());
        }
        note(item, *result);
        if (m_leak == Leak::GaugeAtOnce && m_plan[item] == Plan::Blind)
            if (const auto done = moveTheGauge(); !done)
                return done;
        const auto after = reader.lastOperation();
        if (!operations || !after)
            return fail(ErrorCode::Failed, QStringLiteral("the history cannot be read"));
        m_notes.add(QStringLiteral("operations of the submission"), item, double(*after - *operations));
        const auto filesAfter = files();
        for (auto it = filesAfter.begin(); it != filesAfter.end(); ++it)
            m_notes.add(QStringLiteral("growth of ") + it.key(), item, double(it.value() - filesBefore.value(it.key())));
        return noteDisplay(item, *result, options.confidence.value_or(0));
    }

    // What must not be: the gauge is told of blind gold as it is of practice.
    Result<> moveTheGauge()
    {
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id()));
        if (!gold)
            return fail(gold.error());
        auto gauge = (*gold)->gauge(m_me.name);
        if (!gauge)
            return fail(gauge.error());
        quality::GoldOutcome outcome;
        outcome.right = 1;
        gauge->practised(outcome);
        return (*gold)->storeGauges({{m_me.name, *gauge}}, {});
    }

    void note(std::size_t item, const workflow::SubmitResult &result)
    {
        m_notes.add(QStringLiteral("answer: practice"), item, result.practice ? 1 : 0);
        m_notes.add(QStringLiteral("answer: remarks"), item, double(result.remarks.size()));
        m_notes.add(QStringLiteral("answer: number"), item, result.submission.number);
    }

    Result<> noteDisplay(std::size_t item, const workflow::SubmitResult &result, double confidence)
    {
        const auto panel = workflow::gaugeDetails(*m_project, m_me);
        if (!panel)
            return fail(panel.error());
        Handed now;
        now.objects = double(m_objects[item]);
        now.confidence = confidence;
        m_practised += m_plan[item] == Plan::Practice ? 1 : 0;
        if (const quality::GaugeReading &gauge = panel->reading; gauge.enough) {
            now.shownResults = double(gauge.decisions) - m_practised;
            now.shownMean = gauge.mean;
            now.shownWidth = gauge.interval.high - gauge.interval.low;
        }
        if (m_leak == Leak::None && panel->reading != result.gauge)
            return fail(ErrorCode::Failed, QStringLiteral("gauge and panel differ"));
        const auto listed = double(panel->released.size());
        m_listed += m_plan[item] == Plan::Practice ? 0 : listed - m_listedBefore;
        m_listedBefore = listed;
        now.listed = m_listed;
        std::int64_t examples = 0;
        std::int64_t objects = 0;
        for (const auto &entry : panel->classes) {
            examples += std::int64_t(entry.examples.size());
            objects += entry.n;
        }
        const std::array<double, 4> shown{double(panel->practiceItems), double(examples), double(objects),
                                          panel->calibration ? double(panel->calibration->n) : 0};
        static const std::array<const char *, 4> names{"panel: practice items", "panel: examples", "panel: objects by class",
                                                       "panel: confidence"};
        for (std::size_t i = 0; i < shown.size(); ++i)
            m_notes.add(QLatin1String(names[i]), item, shown[i] - m_panel[i]);
        m_panel = shown;
        m_career.push_back(now);
        return {};
    }

    // Whatever lies in the project and in the log.
    [[nodiscard]] QMap<QString, qint64> files() const
    {
        base::log().flush();
        QMap<QString, qint64> sizes{{QStringLiteral("project.db"), 0},
                                    {QStringLiteral("project.db-wal"), 0},
                                    {QStringLiteral("cache"), 0},
                                    {QStringLiteral("log"), 0},
                                    {QStringLiteral("other files"), 0}};
        for (const auto &[folder, fixed] : {std::pair(m_folder, QString()), {base::stateFolder(), QStringLiteral("log")}}) {
            QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                walk.next();
                const QFileInfo info = walk.fileInfo();
                if (info.suffix() == QLatin1String("png"))
                    continue;
                const QString name = !fixed.isEmpty()                                 ? fixed
                                     : info.path().contains(QStringLiteral("/cache")) ? QStringLiteral("cache")
                                     : sizes.contains(info.fileName())                ? info.fileName()
                                                                                      : QStringLiteral("other files");
                sizes[name] += info.size();
            }
        }
        return sizes;
    }

    // Rows of every table that name the item or something that belongs to it: how many, how long, how far down.
    Result<> readTheDatabase()
    {
        std::unordered_map<Uuid, std::size_t> owners;
        const auto reader = m_project->store().reader();
        if (!reader)
            return fail(reader.error());
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            owners.emplace(m_items[i].id.uuid, i);
            owners.emplace(workflow::annotateTask(m_items[i].id, m_me.name).uuid, i);
            const auto submissions = (*reader)->submissions(m_items[i].id, m_me.name);
            const auto labels = (*reader)->annotations({m_items[i].id, {}});
            if (!submissions || !labels)
                return fail(ErrorCode::Failed, QStringLiteral("a query failed"));
            for (const model::Submission &submission : *submissions)
                owners.emplace(submission.id.uuid, i);
            for (const model::Annotation &label : *labels)
                owners.emplace(label.id.uuid, i);
        }
        sqlite3 *database = nullptr;
        if (sqlite3_open_v2(m_project->store().file().toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr)
            != SQLITE_OK)
            return fail(ErrorCode::Failed, QStringLiteral("the database cannot be read"));
        QStringList tables;
        visit(database, QByteArrayLiteral("SELECT name FROM sqlite_master WHERE type = 'table'"),
              [&](const QByteArray &row) { tables.append(QString::fromUtf8(row)); });
        for (const QString &table : std::as_const(tables)) {
            double place = 0;
            visit(database, "SELECT * FROM \"" + table.toUtf8() + '"', [&](const QByteArray &row) {
                ++place;
                std::vector<std::size_t> named;
                Uuid id;
                for (qsizetype at = 0; at + 16 <= row.size(); ++at) {
                    std::memcpy(id.bytes.data(), row.constData() + at, 16);
                    if (const auto owner = owners.find(id);
                        owner != owners.end() && std::find(named.begin(), named.end(), owner->second) == named.end())
                        named.push_back(owner->second);
                }
                for (const std::size_t item : named) {
                    m_notes.add(QStringLiteral("table %1: rows").arg(table), item, 1);
                    m_notes.add(QStringLiteral("table %1: bytes").arg(table), item, double(row.size()));
                    m_notes.add(QStringLiteral("table %1: places").arg(table), item, place / double(m_count));
                }
            });
        }
        sqlite3_close(database);
        return tables.size() > 5 ? Result<>() : fail(ErrorCode::Failed, QStringLiteral("hardly a table"));
    }

    template <typename Take>
    static void visit(sqlite3 *database, const QByteArray &sql, Take take)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            return;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            QByteArray row;
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
                row.append(bytes, sqlite3_column_bytes(statement, column));
            }
            take(row);
        }
        sqlite3_finalize(statement);
    }

    // Lines and their lengths in what the command line prints and exports.
    Result<> readWhatIsPrinted()
    {
        m_project.reset();
        const test::CliRunner cli;
        const QString out = cli.path(QStringLiteral("out"));
        std::map<QByteArray, QByteArray> texts;
        for (const QStringList &verb : {QStringList{QStringLiteral("items")},
                                        {QStringLiteral("annotations")},
                                        {QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("coco"),
                                         QStringLiteral("--layer"), m_me.name, QStringLiteral("--out"), out}}) {
            QStringList arguments = verb;
            arguments.insert(1, m_folder);
            const auto printed = cli.run(arguments << QStringLiteral("--json"));
            if (printed.code != 0)
                return fail(ErrorCode::Failed, QString::fromUtf8(printed.err));
            texts[verb.front().toUtf8()] = printed.out;
        }
        QByteArray exported;
        QDirIterator walk(out, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly))
                exported += file.readAll();
        }
        texts["export"] = exported.replace("},", "},\n");
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const QByteArray id = m_items[i].id.toString().toUtf8();
            const QByteArray name = m_items[i].name.toUtf8();
            for (const auto &[verb, text] : texts) {
                const auto first = std::max(text.indexOf(id), text.indexOf(name));
                m_notes.add(QStringLiteral("%1: first place").arg(QString::fromUtf8(verb)), i,
                            double(first) / double(text.size()));
                m_notes.add(QStringLiteral("%1: times named").arg(QString::fromUtf8(verb)), i,
                            double(text.count(id) + text.count(name)));
                m_notes.add(QStringLiteral("%1: length").arg(QString::fromUtf8(verb)), i,
                            first < 0 ? 0 : double(text.indexOf('\n', first) - first));
            }
        }
        return exported.isEmpty() ? fail(ErrorCode::Failed, QStringLiteral("nothing was exported")) : Result<>();
    }

    QString m_folder;
    int m_number;
    int m_count;
    Leak m_leak;
    test::ManualClock m_clock;
    SharedRandom m_bits;           // of the project: ids
    base::SeededRandom m_random;   // of the scorer
    base::SeededRandom m_dice;     // of the person
    const store::Person m_me = store::operatingSystemPerson();
    std::unique_ptr<store::Project> m_project;
    ClassId m_class;
    std::vector<model::Item> m_items;
    std::vector<Plan> m_plan;
    std::vector<std::uint64_t> m_objects;
    std::vector<std::size_t> m_order;
    std::vector<Handed> m_career;
    std::array<double, 4> m_panel{};
    double m_practised = 0;
    double m_listed = 0;
    double m_listedBefore = 0;
    Notes m_notes;
};

}  // namespace

/// A classifier over everything that annotators can see cannot tell gold from other work: queue, loading, answers, gauge, panel, every
/// file of the project, the log, what the command line prints and exports. Over a project that leaks, it can.
class TestGoldClassifier final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::uint64_t m_made = 0;

    struct Seen {
        std::vector<Sighting> sightings;
        QStringList names;
        [[nodiscard]] qsizetype gold() const
        {
            return std::count_if(sightings.begin(), sightings.end(), [](const Sighting &s) { return s.gold; });
        }
        // Times are of the machine: all else is equal in every run.
        [[nodiscard]] std::vector<Sighting> withoutTimes() const
        {
            std::vector<Sighting> kept = sightings;
            for (Sighting &sighting : kept)
                for (qsizetype i = names.size() - 1; i >= 0; --i)
                    if (names[i].startsWith(QLatin1String("time ")))
                        sighting.seen.erase(sighting.seen.begin() + i);
            return kept;
        }
    };

    Result<Seen> watch(int people, int items, Annotator::Leak leak)
    {
        Seen seen;
        for (int person = 0; person < people; ++person) {
            const QString folder = m_dir->filePath(QStringLiteral("p%1.plumb").arg(++m_made));
            Annotator annotator(folder, person, 1000 + m_made, items, leak);
            if (const auto done = annotator.work(); !done)
                return fail(done.error());
            QStringList names;
            annotator.addTo(seen.sightings, names);
            if (!seen.names.isEmpty() && names != seen.names)
                return fail(ErrorCode::Failed,
                            QStringLiteral("not the same was seen of everybody: ") + names.join(QLatin1Char(',')));
            seen.names = names;
            QDir(folder).removeRecursively();
        }
        return seen;
    }

private slots:
    void initTestCase()
    {
        // Thousands of durable commits: in memory where there is such a place.
        const QString memory = QStringLiteral("/dev/shm");
        m_dir = std::make_unique<QTemporaryDir>(QFileInfo(memory).isWritable()
                                                    ? memory + QStringLiteral("/plumbline-XXXXXX")
                                                    : QDir::tempPath() + QStringLiteral("/plumbline-XXXXXX"));
        QVERIFY(m_dir->isValid());
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir->filePath(QStringLiteral("keys")).toUtf8());
        qputenv("XDG_STATE_HOME", m_dir->filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_DATA_HOME", m_dir->filePath(QStringLiteral("data")).toUtf8());
        const auto mine = qInstallMessageHandler(nullptr);
        base::startLogging(QStringLiteral("annotator"), false);
        qInstallMessageHandler(mine);
    }

    void nothingThatIsSeenTellsGold()
    {
        const bool longer = qEnvironmentVariableIntValue("PLUMBLINE_LONG_TESTS") > 0;
        const auto seen = watch(longer ? 160 : 40, 170, Annotator::Leak::None);
        QVERIFY_RESULT(seen);
        QVERIFY(seen->names.size() > 60);
        qInfo("%lld numbers seen of each of %zu items, %lld of them gold", static_cast<long long>(seen->names.size()),
              seen->sightings.size(), static_cast<long long>(seen->gold()));
        const AucInterval steady = test::classifierAuc(seen->withoutTimes());
        const AucInterval all = test::classifierAuc(seen->sightings);
        qInfo("all but times: classifier %s", qPrintable(steady.text()));
        qInfo("with times:    classifier %s", qPrintable(all.text()));
        QVERIFY2(steady.holdsChance(), qPrintable(steady.text()));
        QVERIFY2(steady.halfWidth() <= 0.02, qPrintable(steady.text()));
        // Times differ from run to run: one interval in twenty would miss chance, one of twice its width in 10,000.
        QVERIFY2(std::abs(all.value - 0.5) <= 2 * all.halfWidth() && all.halfWidth() <= 0.02, qPrintable(all.text()));
        int constant = 0;
        std::pair<double, qsizetype> furthest{-1, 0};
        for (qsizetype i = 0; i < seen->names.size(); ++i) {
            const AucInterval single = test::featureAuc(seen->sightings, static_cast<std::size_t>(i));
            constant += single.low == 0.5 && single.high == 0.5;
            furthest = std::max(furthest, {std::abs(single.value - 0.5), i});
            if (seen->names[i].startsWith(QLatin1String("time ")))
                qInfo("    %s: %s", qPrintable(seen->names[i]), qPrintable(single.text()));
            QVERIFY2(std::abs(single.value - 0.5) <= std::max(2 * single.deLong, 1e-9) && single.deLong <= 0.02,
                     qPrintable(seen->names[i] + QLatin1Char(' ') + single.text()));
        }
        qInfo("    %d are the same for all items; the furthest from chance: %s, %s", constant,
              qPrintable(seen->names[furthest.second]),
              qPrintable(test::featureAuc(seen->sightings, static_cast<std::size_t>(furthest.second)).text()));
    }

    // The classifier does find gold where the gauge moves at once after it.
    void aGaugeThatMovesAtOnceIsFound()
    {
        const auto seen = watch(4, 120, Annotator::Leak::GaugeAtOnce);
        QVERIFY_RESULT(seen);
        const AucInterval auc = test::classifierAuc(seen->withoutTimes());
        qInfo("moves at once: classifier %s", qPrintable(auc.text()));
        QVERIFY2(auc.low > 0.95, qPrintable(auc.text()));
    }

    // …and where gold took half as long again to load, or one row more of the database.
    void slowGoldAndOneRowMoreAreFound()
    {
        auto seen = watch(4, 120, Annotator::Leak::None);
        QVERIFY_RESULT(seen);
        const auto changed = [&](const QString &name, double by) {
            std::vector<Sighting> leaking = seen->sightings;
            const qsizetype at = seen->names.indexOf(name);
            if (at < 0)
                return AucInterval();
            for (Sighting &sighting : leaking)
                sighting.seen[static_cast<std::size_t>(at)] += sighting.gold ? by : 0;
            return test::featureAuc(leaking, static_cast<std::size_t>(at));
        };
        const AucInterval slow = changed(QStringLiteral("time to load"), std::log(1.5));
        qInfo("half as long again: %s", qPrintable(slow.text()));
        QVERIFY2(slow.low > 0.5, qPrintable(slow.text()));
        const AucInterval row = changed(QStringLiteral("table entity: rows"), 1);
        qInfo("one row more: %s", qPrintable(row.text()));
        QVERIFY2(row.low > 0.9, qPrintable(row.text()));
    }
};

QTEST_GUILESS_MAIN(TestGoldClassifier)
#include "tst_goldclassifier.moc"

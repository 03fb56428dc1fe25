// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/street.h"
#include "core/workflow/copiedwork.h"
#include "core/workflow/desk.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace plumbline;
using workflow::CopyFinder;
using workflow::Sign;

/// Two people whose drawn labels are too alike are found; those who work apart are not.
class TestCopiedWork : public QObject
{
    Q_OBJECT

    test::Identity m_identity;
    std::map<QString, ClassId> m_classes;

    // How one person of a simulated team works.
    struct Person {
        QString name;
        QString cohort;
        simulation::AnnotatorProfile profile;
        int copiesFrom = -1;
        double copied = 1;   // share of the objects of a picture that are copied; the rest is drawn
        double nudge = 0;    // pixels by which a copy is moved, so that it looks drawn
        double grid = 0;     // pixels to which a tool snaps; 0 = none
        double lookAway = 1; // misses hard objects so many times as often
    };

    ClassId classOf(const QString &name)
    {
        ClassId &id = m_classes[name];
        if (id.isNull())
            id = m_identity.ids.make<ClassId>();
        return id;
    }

    model::Annotation label(const QString &name, const geometry::Geometry &shape)
    {
        model::Annotation made;
        made.id = m_identity.ids.make<AnnotationId>();
        made.labelClass = classOf(name);
        made.geometry = shape;
        return made;
    }

    // Everybody labels every picture that falls to them; hard objects are missed by many, each by themselves.
    Result<> work(CopyFinder &finder, const std::vector<Person> &people, int pictures, std::size_t perPicture,
                  base::SeededRandom &random)
    {
        for (int number = 0; number < pictures; ++number) {
            const simulation::StreetScene scene = simulation::makeStreet(random.next());
            std::vector<double> hard(scene.objects.size());
            for (std::size_t i = 0; i < hard.size(); ++i) {
                // Outlines with many corners take long to compare: some are enough.
                const bool leftOut = scene.objects[i].byOutline && random.uniform() < 0.8;
                hard[i] = leftOut ? 10 : random.uniform() < 0.15 ? 0.45 : 0.0;
            }
            std::vector<std::size_t> who(people.size());
            for (std::size_t i = 0; i < who.size(); ++i)
                who[i] = i;
            for (std::size_t i = who.size(); i > 1; --i)
                std::swap(who[i - 1], who[random.below(i)]);
            // Those who copy are given the same pictures: without that they have nothing to copy.
            std::vector<std::size_t> here(who.begin(),
                                          who.begin() + static_cast<std::ptrdiff_t>(std::min(perPicture, who.size())));
            for (std::size_t i = 0; i < people.size(); ++i)
                if (people[i].copiesFrom >= 0 && std::count(here.begin(), here.end(), std::size_t(people[i].copiesFrom)) > 0
                    && std::count(here.begin(), here.end(), i) == 0)
                    here.push_back(i);
            std::sort(here.begin(), here.end());
            overlap::ItemLabelings item;
            item.name = QStringLiteral("picture-%1").arg(number);
            item.width = static_cast<std::uint32_t>(scene.width);
            item.height = static_cast<std::uint32_t>(scene.height);
            std::map<std::size_t, std::vector<model::Annotation>> drawn;
            for (const std::size_t i : here)
                drawn[i] = draw(people[i], scene, hard, random);
            std::vector<std::int64_t> times;
            for (const std::size_t i : here) {
                const Person &person = people[i];
                auto labels = drawn[i];
                if (person.copiesFrom >= 0 && drawn.contains(std::size_t(person.copiesFrom)))
                    labels = copy(person, drawn[std::size_t(person.copiesFrom)], labels, random);
                item.labelings.push_back({person.name, std::move(labels)});
                times.push_back(1'000'000LL * (100 * number + (person.copiesFrom >= 0 ? 50 : 0)));
            }
            if (const auto added = finder.add(item, times); !added)
                return added;
        }
        return {};
    }

    std::vector<model::Annotation> draw(const Person &person, const simulation::StreetScene &scene,
                                        const std::vector<double> &hard, base::SeededRandom &random)
    {
        simulation::StreetScene seen = scene;
        seen.objects.clear();
        for (std::size_t i = 0; i < scene.objects.size(); ++i)
            if (random.uniform() >= hard[i] * person.lookAway)
                seen.objects.push_back(scene.objects[i]);
        std::vector<model::Annotation> labels;
        for (const simulation::SimulatedLabel &made : simulation::annotate(seen, person.profile, random).labels)
            labels.push_back(label(made.className, moved(made.geometry, [&](double value) {
                                       return person.grid > 0 ? person.grid * std::round(value / person.grid) : value;
                                   })));
        return labels;
    }

    static geometry::Geometry moved(geometry::Geometry shape, const std::function<double(double)> &by)
    {
        if (auto *box = std::get_if<geometry::Box>(&shape)) {
            const double right = by(box->x + box->w);
            const double bottom = by(box->y + box->h);
            box->x = by(box->x);
            box->y = by(box->y);
            box->w = right - box->x;
            box->h = bottom - box->y;
        } else if (auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
            for (geometry::Point &point : polygon->parts.front().outer)
                point = {by(point.x), by(point.y)};
        }
        return shape;
    }

    std::vector<model::Annotation> copy(const Person &person, const std::vector<model::Annotation> &from,
                                        const std::vector<model::Annotation> &own, base::SeededRandom &random)
    {
        if (random.uniform() >= person.copied)
            return own;
        std::vector<model::Annotation> labels = from;
        for (model::Annotation &made : labels) {
            made.id = m_identity.ids.make<AnnotationId>();
            made.geometry =
                moved(made.geometry, [&](double value) { return value + random.uniform(-person.nudge, person.nudge); });
        }
        return labels;
    }

    // Honest people of different skill and steadiness.
    static Person honest(int number, base::SeededRandom &random)
    {
        Person person;
        person.name = QStringLiteral("p%1").arg(number, 3, 10, QLatin1Char('0'));
        person.cohort = number % 3 == 0 ? QStringLiteral("partner") : QString();
        person.profile.missRate = random.uniform(0, 0.1);
        person.profile.wrongClassRate = random.uniform(0, 0.08);
        person.profile.inventRate = random.uniform(0, 0.2);
        person.profile.jitterPixels = std::exp(random.uniform(std::log(0.4), std::log(3.0)));
        person.lookAway = random.uniform(0.7, 1.3);
        return person;
    }

    static QString names(const std::map<QString, std::vector<Sign>> &signs)
    {
        QStringList list;
        for (const auto &[name, own] : signs)
            for (const Sign &sign : own)
                list << name + QStringLiteral(": ") + sign.text();
        return list.join(QLatin1Char('\n'));
    }
    static bool has(const std::map<QString, std::vector<Sign>> &signs, const QString &name, Sign::Kind kind)
    {
        const auto own = signs.find(name);
        return own != signs.end()
               && std::any_of(own->second.begin(), own->second.end(), [&](const Sign &s) { return s.kind == kind; });
    }

private slots:
    // Teams without anybody who copies: how often somebody is named all the same.
    void honestPeopleAreNotNamed_data()
    {
        QTest::addColumn<double>("grid");
        QTest::addColumn<bool>("twoSteady");
        QTest::newRow("free hands") << 0.0 << false;
        QTest::newRow("a tool that snaps to whole pixels") << 1.0 << false;
        QTest::newRow("drawn at low zoom, steps of four pixels") << 4.0 << false;
        QTest::newRow("two who are six times as steady as the rest") << 0.0 << true;
    }
    void honestPeopleAreNotNamed()
    {
        QFETCH(double, grid);
        QFETCH(bool, twoSteady);
        const int teams = qEnvironmentVariableIsSet("PLUMBLINE_LONG_TESTS") ? 60 : 3;
        constexpr int size = 15;
        int named = 0;
        int pairs = 0;
        std::int64_t compared = 0;
        QString said;
        for (int team = 0; team < teams; ++team) {
            base::SeededRandom random(static_cast<std::uint64_t>(1000 + team));
            std::vector<Person> people;
            QHash<QString, QString> cohorts;
            for (int i = 0; i < size; ++i) {
                people.push_back(honest(i, random));
                people.back().grid = grid;
                if (twoSteady)
                    people.back().profile.jitterPixels = i < 2 ? 0.4 : 2.4;
                cohorts.insert(people.back().name, people.back().cohort);
            }
            CopyFinder finder;
            QVERIFY_RESULT(work(finder, people, 80, 5, random));
            const auto signs = finder.result(cohorts);
            compared += finder.compared();
            pairs += size * (size - 1) / 2;
            for (const auto &[name, own] : signs)
                named += static_cast<int>(own.size());
            said += names(signs);
        }
        qInfo("%s: %d signs for %d honest people in %d pairs, %lld objects drawn by two", QTest::currentDataTag(), named,
              teams * size, pairs, static_cast<long long>(compared));
        // One person in a thousand, and kind, at most.
        QVERIFY2(named <= (teams > 5 ? 7 : 1), qPrintable(said));
    }

    void copiesAreFound_data()
    {
        QTest::addColumn<double>("copied");
        QTest::addColumn<double>("nudge");
        QTest::addColumn<int>("fewest");
        QTest::addColumn<bool>("sloppy");
        QTest::newRow("every picture, as it is") << 1.0 << 0.0 << 3 << false;
        QTest::newRow("every picture, each edge moved by up to .1 pixel") << 1.0 << 0.1 << 3 << false;
        QTest::newRow("every picture, each edge moved by up to .25 pixel") << 1.0 << 0.25 << 3 << false;
        QTest::newRow("three pictures in four") << 0.75 << 0.0 << 2 << false;
        QTest::newRow("every picture, moved by up to 3 pixels, of somebody who errs often") << 1.0 << 3.0 << 0 << true;
    }
    void copiesAreFound()
    {
        QFETCH(double, copied);
        QFETCH(double, nudge);
        QFETCH(int, fewest);
        QFETCH(bool, sloppy);
        constexpr int teams = 3;
        int shapes = 0;
        int errors = 0;
        int others = 0;
        for (int team = 0; team < teams; ++team) {
            base::SeededRandom random(static_cast<std::uint64_t>(50 + team));
            std::vector<Person> people;
            for (int i = 0; i < 10; ++i)
                people.push_back(honest(i, random));
            people[3].profile.missRate = sloppy ? 0.3 : 0.12;
            people[3].profile.wrongClassRate = sloppy ? 0.2 : 0.05;
            people[7].copiesFrom = 3;
            people[7].copied = copied;
            people[7].nudge = nudge;
            CopyFinder finder;
            QVERIFY_RESULT(work(finder, people, sloppy ? 160 : 100, 4, random));
            const auto signs = finder.result({});
            const bool both =
                has(signs, people[3].name, Sign::Kind::SameShapes) && has(signs, people[7].name, Sign::Kind::SameShapes);
            shapes += both;
            errors += has(signs, people[7].name, Sign::Kind::Copying);
            for (const auto &[name, own] : signs)
                others += name != people[3].name && name != people[7].name;
            if (!both)
                continue;
            for (const Sign &sign : signs.at(people[7].name)) {
                QVERIFY(sign.pictures && !sign.text().isEmpty() && !sign.method().isEmpty());
                QCOMPARE(sign.other, people[3].name);
                QCOMPARE(sign.first, 0);  // whoever copies comes later
                QVERIFY(!sign.tasks.isEmpty() && sign.tasks.first().startsWith(QLatin1String("picture-")));
                QVERIFY(sign.interval.low > 0.5 && sign.interval.low < sign.share() && sign.interval.high > sign.interval.low);
            }
        }
        qInfo("%s: outlines of %d and errors of %d in %d teams; %d others named", QTest::currentDataTag(), shapes, errors, teams,
              others);
        QVERIFY(shapes >= fewest);
        QVERIFY(!sloppy || errors == teams);
        QCOMPARE(others, 0);
    }

    // What a model drew, masks, and what the border cuts off say nothing.
    void whatIsNoHandIsNotCompared()
    {
        const auto team = [&](const std::function<model::Annotation(int, int)> &make) {
            CopyFinder finder;
            for (int number = 0; number < 60; ++number) {
                overlap::ItemLabelings item;
                item.name = QString::number(number);
                item.width = item.height = 100;
                for (int person = 0; person < 4; ++person)
                    item.labelings.push_back({QStringLiteral("p%1").arg(person), {make(number, person)}});
                if (!finder.add(item, {0, 0, 0, 0}))
                    return std::pair(std::int64_t(-1), std::size_t(0));
            }
            return std::pair(finder.compared(), finder.result({}).size());
        };
        base::SeededRandom random(3);
        const auto box = [&](int person, double left) {
            // The first two are equal, the others are drawn.
            const auto off = [&] { return person < 2 ? 0.0 : random.normal(0, 1); };
            return label(QStringLiteral("car"), geometry::Box{left + off(), 30 + off(), 40 + off(), 40 + off()});
        };
        QCOMPARE(team([&](int, int person) { return box(person, 20); }).second, std::size_t(2));
        const auto model = team([&](int, int person) {
            auto made = box(person, 20);
            made.parent = m_identity.ids.make<AnnotationId>();
            return made;
        });
        QCOMPARE(model.first, 0);
        const auto mask =
            team([&](int, int) { return label(QStringLiteral("car"), geometry::Mask{100, 100, {2000, 3000, 5000}}); });
        QCOMPARE(mask.first, 0);
        const auto wide = team([&](int, int) { return label(QStringLiteral("car"), geometry::Box{0, 0, 100, 50}); });
        QCOMPARE(wide.first, 0);
        // Everybody has the same: so it is usual.
        const auto same =
            team([&](int number, int) { return label(QStringLiteral("car"), geometry::Box{10.0 + number % 7, 10, 50, 50}); });
        QVERIFY(same.first > 0);
        QCOMPARE(same.second, std::size_t(0));
        const auto broken = team([&](int, int) {
            return label(QStringLiteral("car"), geometry::Box{std::nan(""), 10, std::numeric_limits<double>::infinity(), 50});
        });
        QCOMPARE(broken.second, std::size_t(0));
        QVERIFY(CopyFinder().result({}).empty());
    }

    // From a project, with cuboids of a scene's frame too.
    void ofAProject()
    {
        const QTemporaryDir folder;
        model::Schema schema = model::emptySchema();
        model::addClass(schema, classOf(QStringLiteral("car")), QStringLiteral("car"));
        const auto project = store::Project::create(folder.filePath(QStringLiteral("p.plumb")),
                                                    {{}, schema, store::operatingSystemPerson(), true});
        QVERIFY_RESULT(project);
        base::SeededRandom random(2);
        const QStringList people{QStringLiteral("ada"), QStringLiteral("ben"), QStringLiteral("cleo"), QStringLiteral("dan")};
        for (int number = 0; number < 30; ++number) {
            history::GestureBuilder builder(m_identity.ids.make<GestureId>(), QStringLiteral("Label"));
            model::Item item;
            item.id = m_identity.ids.make<ItemId>();
            item.name = QStringLiteral("item-%1").arg(number);
            item.kind = number % 2 ? model::ItemKind::Scene : model::ItemKind::Image;
            item.width = item.height = 500;
            builder.put(nullptr, item);
            std::array<double, 8> copied{};
            for (const QString &person : people) {
                std::array<double, 8> off{};
                for (double &o : off)
                    o = random.normal(0, number % 2 ? 0.05 : 1);
                if (person == people[0])
                    copied = off;
                if (person == people[3])
                    off = copied;
                auto made = label(QStringLiteral("car"), geometry::Box{100 + off[0], 100 + off[1], 50 + off[2], 60 + off[3]});
                if (item.kind == model::ItemKind::Scene) {
                    made.geometry = geometry::Cuboid{{10 + off[0], 3 + off[1], off[2]},
                                                     {4 + off[3], 2 + off[4], 1.5 + off[5]},
                                                     {0, 0, 0, 1},
                                                     QStringLiteral("top")};
                    made.frame = model::FrameRef{QStringLiteral("top"), 0, 1000, {1, 1'000'000}, {}};
                }
                made.item = item.id;
                made.layer = person;
                builder.create(made);
            }
            QVERIFY_RESULT(store::wait((*project)->store().commit(builder.take(), QStringLiteral("lead"))));
            for (const QString &person : people)
                QVERIFY_RESULT(workflow::submit(**project, item.id, {person, true}, {}, random));
        }
        const auto found = workflow::copiedWork(**project);
        QVERIFY_RESULT(found);
        QVERIFY2(found->size() == 2, qPrintable(QString::number(found->size()) + names(*found)));
        const Sign &dan = found->at(people[3]).front();
        QCOMPARE(dan.other, people[0]);
        QCOMPARE(dan.count, 30);
        QCOMPARE(dan.n, 30);
        QCOMPARE(dan.tasks.size(), 30);
        QCOMPARE(found->at(people[0]).front().first, 30);
        QCOMPARE(dan.first, 0);
        jobs::JobControl cancelled;
        cancelled.cancel();
        QVERIFY_FAILS(workflow::copiedWork(**project, {}, cancelled), ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCopiedWork)
#include "tst_copiedwork.moc"

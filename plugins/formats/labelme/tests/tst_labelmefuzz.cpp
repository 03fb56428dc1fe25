// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "plugins/formats/labelme/labelmeshape.h"
#include "plugins/formats/labelme/tests/labelmecases.h"
#include "tests/support/formatattack.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

class LabelmeFuzzTest final : public QObject
{
    Q_OBJECT

private slots:
    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    // Whatever is done to a file: it is read or refused, and what was read can be written.
    void mutationsAreSurvived_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 150; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void mutationsAreSurvived()
    {
        QFETCH(int, seed);
        base::SeededRandom random(static_cast<std::uint64_t>(seed));
        const QByteArray text =
            document(Json::array({rectangle,
                                  shape("rotation", {{10, 0}, {14, 3}, {8, 11}, {4, 8}}),
                                  shape("circle", {{1, 1}, {2, 2}}),
                                  {{"label", "a"},
                                   {"points", {{1, 1}, {2, 2}}},
                                   {"shape_type", "mask"},
                                   {"mask", labelme::encodedMask({4, 4, {5, 3, 8}}, QRect(1, 1, 2, 2))}},
                                  {{"label", "b"},
                                   {"points", {{1, 1}, {2, 2}}},
                                   {"shape_type", "line"},
                                   {"group_id", 1},
                                   {"kie_linking", {{1, 2}}},
                                   {"flags", {{"on", true}}},
                                   {"attributes", {{"k", "v"}}},
                                   {"description", "d"},
                                   {"difficult", false},
                                   {"score", 0.5}},
                                  {{"label", "c"}, {"points", {{1, 1}}}, {"shape_type", "point"}, {"group_id", 2}}}));
        const QTemporaryDir folder;
        QVERIFY_RESULT(surviveText(format, folder.path(), QStringLiteral("x.json"), mutated(text, random)));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::LabelmeFuzzTest)
#include "tst_labelmefuzz.moc"

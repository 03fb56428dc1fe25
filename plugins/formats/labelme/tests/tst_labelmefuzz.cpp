// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "plugins/formats/labelme/labelmeformat.h"
#include "plugins/formats/labelme/labelmeshape.h"
#include "tests/support/memorydataset.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

namespace {

const labelme::LabelmeFormat format;

Result<> put(const QString &folder, const QString &name, const QByteArray &content)
{
    QDir(folder).mkpath(QFileInfo(name).path());
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return fail(ErrorCode::Failed, file.errorString());
    return {};
}

Json shape(const char *type, Json points, const char *label = "cat")
{
    return {
        {"label", label}, {"points", std::move(points)}, {"group_id", nullptr}, {"shape_type", type}, {"flags", Json::object()}};
}

QByteArray document(const Json &shapes, const char *imagePath = "a.jpg")
{
    return base::toJsonLine({{"version", "5.0.1"},
                             {"flags", Json::object()},
                             {"shapes", shapes},
                             {"imagePath", imagePath},
                             {"imageData", nullptr},
                             {"imageHeight", 20},
                             {"imageWidth", 30}});
}

const Json rectangle = shape("rectangle", {{1.5, 2}, {4, 6}});

}  // namespace

class LabelmeFuzzTest final : public QObject
{
    Q_OBJECT

private slots:
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
        QByteArray text =
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
        static constexpr char alphabet[] = "{}[]\",:0123456789.-eEntfu\\\x80 ";
        for (std::uint64_t i = 0; i < 1 + random.below(4); ++i) {
            const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(text.size())));
            switch (random.below(4)) {
            case 0: text[at] = alphabet[random.below(sizeof alphabet - 1)]; break;
            case 1: text.remove(at, 1 + static_cast<qsizetype>(random.below(30))); break;
            case 2:
                text.insert(at, text.mid(static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(text.size()))), 25));
                break;
            default:
                // A value of another type.
                if (const qsizetype colon = text.indexOf(':', at); colon > 0)
                    text.insert(colon + 1,
                                QByteArray("null,7,\"x\",[],{},true").split(',')[static_cast<qsizetype>(random.below(6))]
                                    + ",\"z\":");
            }
        }
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), text));
        MemoryDataset data;
        const auto done = format.read({in.path() + QStringLiteral("/x.json"), {}, {}}, data);
        QVERIFY(done || !done.error().text.isEmpty());
        const QTemporaryDir out;
        QVERIFY_RESULT(format.write(data, {out.path(), {}}));
        QVERIFY_RESULT(format.checkExport(data, {}));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::LabelmeFuzzTest)
#include "tst_labelmefuzz.moc"

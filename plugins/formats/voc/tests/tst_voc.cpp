// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "plugins/formats/voc/vocformat.h"
#include "plugins/formats/voc/vocxml.h"
#include "tests/support/formatfiles.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

namespace {

const voc::VocFormat format;

Result<> read(const QString &path, MemoryDataset &into, const QString &media = {})
{
    return format.read({path, media, {}}, into);
}

Result<> write(const MemoryDataset &data, const QString &folder, extension::FormatOptions options = {})
{
    return writeFormat(format, data, folder, std::move(options));
}

// What an element says, whatever the order of its children of different names and the spelling of its numbers.
QString sayingOf(const voc::Element &element)
{
    bool number = false;
    const double value = element.text.toDouble(&number);
    QStringList children;
    for (const voc::Element &child : element.children)
        children.append(sayingOf(child));
    std::stable_sort(children.begin(), children.end(), [](const QString &a, const QString &b) {
        return a.section(QLatin1Char('('), 0, 0) < b.section(QLatin1Char('('), 0, 0);
    });
    return element.name + QLatin1Char('(') + (number ? QString::number(value, 'f', 9) : element.text)
           + children.join(QLatin1Char(',')) + QLatin1Char(')');
}

QByteArray object(const QByteArray &box, const QByteArray &rest = {}, const QByteArray &name = "<name>cat</name>")
{
    return "<object>" + name + rest + box + "</object>";
}

QByteArray box(const char *xmin, const char *ymin, const char *xmax, const char *ymax)
{
    return QByteArray("<bndbox><xmin>") + xmin + "</xmin><ymin>" + ymin + "</ymin><xmax>" + xmax + "</xmax><ymax>" + ymax
           + "</ymax></bndbox>";
}

const QByteArray head = "<annotation><filename>a.jpg</filename><size><width>10</width><height>20</height><depth>3</depth></size>";
const QByteArray good = object(box("1", "1", "10", "20"));

}  // namespace

class VocTest final : public QObject
{
    Q_OBJECT

private slots:
    void samplesRoundTrip_data()
    {
        QTest::addColumn<QString>("relative");
        QTest::addColumn<int>("items");
        QTest::addColumn<int>("annotations");
        QTest::newRow("datumaro") << "annotations/datumaro/voc_dataset/voc_dataset1" << 2 << 3;
        QTest::newRow("labelme") << "annotations/labelme/bbox_detection/data_dataset_voc" << 3 << 9;
        QTest::newRow("x-anylabeling") << "annotations/x-anylabeling/Annotations" << 1 << 49;
    }
    void samplesRoundTrip()
    {
        QFETCH(QString, relative);
        QFETCH(int, items);
        QFETCH(int, annotations);
        if (samplesFolder().isEmpty())
            QSKIP("sample data are not on this machine (set PLUMBLINE_SAMPLES)");
        const QString path = samplesFolder() + QLatin1Char('/') + relative;
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first));
        QCOMPARE(first.itemCount(), items);
        QCOMPARE(first.annotationCount(), annotations);
        QVERIFY(format.checkExport(first, {path, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(first, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QVERIFY2(second.issues.empty(), qPrintable(second.issueText()));
        for (MemoryDataset *data : {&first, &second})
            for (auto &item : data->items)
                item.extra["voc"].erase("sets");
        QCOMPARE(difference(first, second), QString());
        for (QDirIterator files(out.path() + QStringLiteral("/Annotations"), {QStringLiteral("*.xml")}, QDir::Files);
             files.hasNext();) {
            const QString written = files.next();
            QString original = path + QStringLiteral("/Annotations/") + files.fileName();
            if (!QFileInfo::exists(original))
                original = path + QLatin1Char('/') + files.fileName();
            QCOMPARE(sayingOf(voc::parseXml(bytesOf(written)).root), sayingOf(voc::parseXml(bytesOf(original)).root));
        }
    }

    void conventionIsInclusive()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(
            in.path(), QStringLiteral("a.xml"),
            head + "<odd k=\"v\"><deep>1</deep></odd>"
                + object(
                    box("1", "2", "3", "4.5"),
                    "<difficult>1</difficult><truncated/><occluded>0</occluded><pose>Left</pose><part><name>head</name></part>")
                + "</annotation>"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        const auto &label = data.arrived(0);
        QVERIFY((std::get<geometry::Box>(label.geometry) == geometry::Box{0, 1, 3, 3.5}));
        const model::Attributes expected{{QStringLiteral("difficult"), true},
                                         {QStringLiteral("occluded"), false},
                                         {QStringLiteral("pose"), QStringLiteral("Left")},
                                         {QStringLiteral("truncated"), std::monostate{}}};
        QVERIFY(label.attributes == expected);
        QVERIFY(label.extra["voc"]["other"][0]["children"][0]["text"] == "head");
        QCOMPARE(data.items[0].width, 10);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        const QByteArray text = bytesOf(out.path() + QStringLiteral("/Annotations/a.xml"));
        QVERIFY2(text.contains("<xmax>3</xmax>") && text.contains("<ymax>4.5</ymax>") && text.contains("<odd k=\"v\">"),
                 text.constData());
        QCOMPARE(bytesOf(out.path() + QStringLiteral("/ImageSets/Main/train.txt")), QByteArray("a\n"));
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("kept");
        const auto row = [](const char *name, const QByteArray &text, const char *place, int kept) {
            QTest::newRow(name) << text << QString::fromLatin1(place) << kept;
        };
        const QByteArray end = good + "</annotation>";
        row("no box", head + good + object("") + end, "object[1].bndbox", 2);
        row("no name", head + object(box("1", "1", "2", "2"), "", "") + end, "object[0].name", 1);
        row("negative size", head + object(box("5", "1", "2", "2")) + end, "object[0].bndbox", 1);
        row("not a number", head + object(box("x", "1", "2", "2")) + end, "object[0].bndbox.xmin", 1);
        row("NaN", head + object(box("1", "nan", "2", "2")) + end, "object[0].bndbox.ymin", 1);
        row("infinite", head + object(box("1", "1", "inf", "2")) + end, "object[0].bndbox.xmax", 1);
        row("missing edge", head + object("<bndbox><xmin>1</xmin></bndbox>") + end, "object[0].bndbox.ymin", 1);
        row("difficult maybe", head + object(box("1", "1", "2", "2"), "<difficult>maybe</difficult>") + end,
            "object[0].difficult", 2);
        row("no size", "<annotation><filename>a.jpg</filename>" + end, "size", 1);
        row("negative picture", "<annotation><filename>a.jpg</filename><size><width>-1</width><height>1</height></size>" + end,
            "size", 1);
        row("no file name", "<annotation>" + end, "filename", 1);
        row("name leads out", "<annotation><filename>../../etc/passwd</filename>" + end, "filename", 0);
        row("absolute name", "<annotation><filename>/etc/passwd</filename>" + end, "filename", 0);
        row("truncated", head + good + "<object><name>dog</name>", "line 1", 1);
        row("unbalanced", head + good + "<object></name>", "line 1", 1);
        row("not UTF-8", head + good + "<object><name>\xff\xfe</name></object></annotation>", "object[1].name", 1);
        row("DTD",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + head
                + object(box("1", "1", "2", "2"), "", "<name>&x;</name>") + "</annotation>",
            "line 1", 0);
        row("10,000 levels",
            head + good + QByteArray("<a>").repeated(10000) + QByteArray("</a>").repeated(10000) + "</annotation>", "line 1", 1);
        row("other root", "<svg/>", "", 0);
        row("empty", "", "", 0);
        row("no XML", "hello", "line 1", 0);
    }
    void badInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(int, kept);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("Annotations/b/bad.xml"), text));
        QByteArray fine = head + good + "</annotation>";
        fine.replace("a.jpg", "fine.jpg");
        QVERIFY_RESULT(put(in.path(), QStringLiteral("Annotations/z.xml"), fine));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.annotationCount() == kept + 1, qPrintable(QString::number(data.annotationCount()) + data.issueText()));
        QVERIFY2(std::any_of(data.issues.begin(), data.issues.end(),
                             [&](const Issue &i) {
                                 return i.file == QLatin1String("Annotations/b/bad.xml") && i.place == place && !i.text.isEmpty();
                             }),
                 qPrintable(data.issueText()));
    }

    void entityBombIsRefused()
    {
        QByteArray bomb = "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\">";
        for (char c = 'b'; c < 'k'; ++c)
            bomb += QByteArray("<!ENTITY ") + c + " \"" + ('&' + QByteArray(1, char(c - 1)) + ';').repeated(10) + "\">";
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.xml"), bomb + "]><annotation><filename>&j;</filename></annotation>"));
        MemoryDataset data;
        QVERIFY_FAILS(read(in.path(), data), ErrorCode::Malformed);
        QCOMPARE(data.issues.size(), std::size_t(1));
    }

    void sizeComesFromThePicture()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(
            put(in.path(), QStringLiteral("Annotations/s/a.xml"), "<annotation><filename>a</filename>" + good + "</annotation>"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("ImageSets/Main/test.txt"), "s/a\ns/b\nmissing\n../../x\n"));
        QVERIFY(QDir(in.path()).mkpath(QStringLiteral("JPEGImages/s")));
        for (const char *name : {"a", "b"})
            QImage(7, 3, QImage::Format_RGB32)
                .save(in.path() + QStringLiteral("/JPEGImages/s/") + QLatin1String(name) + QStringLiteral(".png"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.itemCount(), 2);
        QCOMPARE(data.items[0].name, QStringLiteral("s/a.png"));
        QCOMPARE(data.items[0].width, 7);
        QCOMPARE(data.items[1].name, QStringLiteral("s/b.png"));
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QCOMPARE(bytesOf(out.path() + QStringLiteral("/ImageSets/Main/test.txt")), QByteArray("s/a\ns/b\n"));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.itemCount(), 2);
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
    }

    // XML 1.0 has no way to write most control characters.
    void controlCharactersAreCounted()
    {
        MemoryDataset data;
        data.add(QStringLiteral("a.png"), QStringLiteral("tidy"), geometry::Box{1, 1, 4, 4});
        data.items[0].width = data.items[0].height = 10;
        QVERIFY(lossesOf(format, data).empty());
        data.add(QStringLiteral("a.png"), QStringLiteral("be\x07ll"), geometry::Box{2, 2, 4, 4});
        data.add(QStringLiteral("a.png"), QStringLiteral("be\x07ll"), geometry::Box{3, 3, 4, 4});
        const LossCounts expected{{QStringLiteral("texts with control characters"), 2}};
        QCOMPARE(lossesOf(format, data), expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), 3);
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
    }

    void lossesAreCounted()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        const QString x = QStringLiteral("x");
        const geometry::Ring triangle{{0, 0}, {9, 0}, {9, 9}};
        for (int i = 0; i < 12; ++i)
            data.add(item, x, geometry::Polygon{{{triangle, {}}}});
        data.add(item, x, geometry::Box{0, 0, 1, 1}).role = model::Role::Crowd;
        data.add(item, x, geometry::Mask{4, 4, {5, 2, 9}}).score = 0.5;
        data.add(item, x, geometry::RotatedBox{5, 5, 2, 2, 0.3}).attributes[QStringLiteral("colour")] = QStringLiteral("red");
        data.add(item, x, geometry::Box{5, 5, 2, 2}).attributes[QStringLiteral("occluded")] = true;
        data.add(item, x, geometry::Box{5, 5, 2, 2}).attributes[QStringLiteral("difficult")] = model::CannotTell{};
        data.add(item, x, geometry::Polyline{{{0, 0}, {1, 1}}});
        const LossCounts counts = lossesOf(format, data);
        const std::map<QString, std::int64_t> expected{{QStringLiteral("polygons"), 12},     {QStringLiteral("crowd regions"), 1},
                                                       {QStringLiteral("masks"), 1},         {QStringLiteral("scores"), 1},
                                                       {QStringLiteral("rotated boxes"), 1}, {QStringLiteral("attributes"), 2},
                                                       {QStringLiteral("lines"), 1}};
        QCOMPARE(counts, expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), 17);
    }

    void namesNeverCollide()
    {
        MemoryDataset data;
        for (const char *name : {"a/x.jpg", "b/x.jpg", "x.jpg", "x.png", "../x.jpg", "/x.jpg"})
            data.add(QString::fromLatin1(name), QStringLiteral("c"), geometry::Box{0, 0, 10, 10});
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.itemCount(), 6);
        QCOMPARE(again.annotationCount(), 6);
    }

    void randomDataSurvive_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 30; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void randomDataSurvive()
    {
        QFETCH(int, seed);
        base::SeededRandom random(static_cast<std::uint64_t>(seed));
        MemoryDataset data;
        for (std::uint64_t i = 0; i < 1 + random.below(5); ++i)
            for (std::uint64_t k = 0; k < 1 + random.below(8); ++k) {
                auto &label =
                    data.add(QStringLiteral("dir/ü & <%1>.png").arg(i), QStringLiteral("c <\"%1\"> & ü").arg(random.below(4)),
                             geometry::Box{random.uniform(-10, 5000), double(random.below(5000)), random.uniform(0, 5000),
                                           double(random.below(500))});
                for (const char *key : {"difficult", "truncated", "occluded"})
                    if (random.below(2) == 0)
                        label.attributes[QString::fromLatin1(key)] = random.below(2) == 0;
            }
        for (auto &item : data.items)
            item.width = item.height = 6000;
        QVERIFY(format.checkExport(data, {})->empty());
        const QTemporaryDir one;
        const QTemporaryDir two;
        MemoryDataset second;
        MemoryDataset third;
        QVERIFY_RESULT(write(data, one.path()));
        QVERIFY_RESULT(read(one.path(), second));
        QVERIFY2(second.issues.empty(), qPrintable(second.issueText()));
        QCOMPARE(second.annotationCount(), data.annotationCount());
        std::map<QString, std::size_t> at;
        for (std::size_t i = 0; i < second.arrival.size(); ++i) {
            const QString name = second.itemNameOf(i);
            const auto source =
                std::find_if(data.items.begin(), data.items.end(), [&](const auto &item) { return item.name == name; });
            QVERIFY(source != data.items.end());
            const auto &label = data.annotations[static_cast<std::size_t>(source - data.items.begin())][at[name]++];
            QCOMPARE(difference(model::geometryToJson(label.geometry), model::geometryToJson(second.arrived(i).geometry)),
                     QString());
            QVERIFY(label.attributes == second.arrived(i).attributes);
            QCOMPARE(second.classNameOf(second.arrived(i)), data.classNameOf(label));
        }
        QVERIFY_RESULT(write(second, two.path()));
        QVERIFY_RESULT(read(two.path(), third));
        QCOMPARE(difference(second, third), QString());
    }

    void probes()
    {
        const QTemporaryDir in;
        const QString file = in.path() + QStringLiteral("/x.xml");
        const auto confidence = [&](const QByteArray &text) {
            static_cast<void>(put(in.path(), QStringLiteral("x.xml"), text));
            const int ofFile = int(format.probe(file).confidence);
            return ofFile == int(format.probe(in.path()).confidence) ? ofFile : -1;
        };
        QCOMPARE(confidence(head + good + "</annotation>"), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence(head + good.repeated(5000)), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence("<annotation><filename>a</filename><imagesize/></annotation>"), int(extension::ProbeResult::None));
        QCOMPARE(confidence("<annotations/>"), int(extension::ProbeResult::None));
        QCOMPARE(confidence("<annotation/>"), int(extension::ProbeResult::Low));
        QCOMPARE(confidence(""), int(extension::ProbeResult::None));
    }

    void failuresAreWords()
    {
        const QTemporaryDir none;
        MemoryDataset data;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/x"), data), ErrorCode::NotFound);
        QVERIFY_FAILS(format.write(data, {none.path(), {{QStringLiteral("empty"), QStringLiteral("x")}}}),
                      ErrorCode::InvalidArgument);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.xml"), head + good + "</annotation>"));
        data.failAfterBatches = 0;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NoSpace);
        data.jobControl.cancel();
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Cancelled);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::VocTest)
#include "tst_voc.moc"

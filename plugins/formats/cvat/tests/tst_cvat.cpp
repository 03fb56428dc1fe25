// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/mask.h"
#include "plugins/formats/cvat/cvatformat.h"
#include "plugins/formats/cvat/cvatmask.h"
#include "plugins/formats/cvat/cvatxml.h"
#include "tests/support/formatattack.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QImage>
#include <QObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <numbers>

namespace plumbline::test {

namespace {

const cvat::CvatFormat format;

Result<> read(const QString &path, MemoryDataset &into, const QString &media = {})
{
    return format.read({path, media, {}}, into);
}

Result<> write(const MemoryDataset &data, const QString &folder, extension::FormatOptions options = {})
{
    return writeFormat(format, data, folder, std::move(options));
}

// Numbers inside a text with nine decimals, so that their spelling does not matter.
QString plain(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("-?[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?"));
    QString result;
    qsizetype at = 0;
    for (auto it = number.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += text.mid(at, match.capturedStart() - at) + QString::number(match.captured().toDouble(), 'f', 9);
        at = match.capturedEnd();
    }
    return result + text.mid(at);
}

// What an element says: order of XML attributes and spelling of numbers do not matter, order of elements does.
QString sayingOf(const cvat::Element &element)
{
    QStringList attributes;
    for (const auto &[key, value] : element.attributes)
        attributes.append(key + QLatin1Char('=') + plain(value));
    attributes.sort();
    QStringList children;
    for (const cvat::Element &child : element.children)
        children.append(sayingOf(child));
    return element.name + QLatin1Char('[') + attributes.join(QLatin1Char(' ')) + QLatin1Char(']') + plain(element.text)
           + QLatin1Char('(') + children.join(QLatin1String(",\n")) + QLatin1Char(')');
}

QString sayingOf(const QByteArray &document)
{
    QXmlStreamReader xml(document);
    cvat::Element root;
    if (!xml.readNextStartElement() || !cvat::readElement(xml, root))
        return QStringLiteral("broken: ") + xml.errorString();
    return sayingOf(root);
}

// Written after the pages "XML annotation format" and "CVAT for images" of CVAT's documentation.
const QByteArray specification = R"(<?xml version="1.0" encoding="utf-8"?>
<annotations>
  <version>1.1</version>
  <meta>
    <task>
      <id>4</id><name>street &amp; co</name><size>2</size><mode>annotation</mode>
      <labels>
        <label><name>car</name><color>#c06060</color><type>any</type>
          <attributes>
            <attribute><name>model</name><mutable>False</mutable><input_type>select</input_type>
              <default_value>mazda</default_value><values>mazda
kia</values></attribute>
            <attribute><name>age</name><mutable>True</mutable><input_type>number</input_type>
              <default_value>1</default_value><values>0
100
1</values></attribute>
            <attribute><name>parked</name><mutable>True</mutable><input_type>checkbox</input_type>
              <default_value>false</default_value><values>false</values></attribute>
            <attribute><name>plate</name><mutable>False</mutable><input_type>text</input_type>
              <default_value></default_value><values></values></attribute>
            <attribute><name>side</name><mutable>False</mutable><input_type>radio</input_type>
              <default_value>l</default_value><values>l
r</values></attribute>
          </attributes>
        </label>
        <label><name>person</name><color>#00ff00</color><type>skeleton</type><attributes/>
          <svg>&lt;line x1="1" data-node-from="1" data-node-to="2"&gt;&lt;/line&gt;</svg></label>
        <label><name>head</name><color>#d12345</color><type>points</type><attributes/><parent>person</parent></label>
        <label><name>foot</name><color>#350dea</color><type>points</type><attributes/><parent>person</parent></label>
      </labels>
    </task>
    <dumped>2023-07-06 12:00:00.000000+00:00</dumped>
  </meta>
  <image id="7" name="a/b.jpg" subset="train" width="8" height="6">
    <tag label="car" source="manual"><attribute name="plate"> x </attribute></tag>
    <box label="car" source="manual" occluded="1" xtl="1.10" ytl="2.20" xbr="3.35" ybr="4.44" z_order="3" group_id="2">
      <attribute name="model">kia</attribute><attribute name="age">12.50</attribute><attribute name="parked">true</attribute>
      <attribute name="plate"></attribute><attribute name="side">r</attribute>
    </box>
    <box label="car" source="auto" occluded="0" xtl="1.23" ytl="2.31" xbr="5.67" ybr="4.01" rotation="33.30" z_order="0"/>
    <box label="car" source="manual" occluded="0" xtl="0" ytl="0" xbr="1" ybr="1" rotation="0.00" z_order="-1"/>
    <polygon label="car" source="manual" occluded="0" points="0.01,0.02;3.00,0.00;3.00,3.10" z_order="0"/>
    <polyline label="car" source="semi-auto" occluded="0" points="0.00,0.00;3.00,0.00" z_order="1"/>
    <points label="car" source="manual" occluded="0" points="1.50,2.50" z_order="0"/>
    <ellipse label="car" source="file" occluded="0" cx="4.00" cy="3.00" rx="2.50" ry="1.25" rotation="12.00" z_order="0"/>
    <mask label="car" source="manual" occluded="0" rle="1, 2, 1, 2" left="2" top="1" width="3" height="2" z_order="0"/>
    <mask label="car" source="manual" occluded="0" rle="5, 1" left="0" top="0" width="2" height="3" z_order="0"/>
    <skeleton label="person" source="manual" z_order="2">
      <points label="head" source="manual" outside="0" occluded="1" points="1.25,1.75"><attribute name="q">1</attribute></points>
      <points label="foot" source="auto" outside="1" occluded="0" points="2.00,5.00"/>
    </skeleton>
    <skeleton label="person" source="manual" z_order="0">
      <points label="foot" source="manual" outside="1" occluded="1" points="2.00,5.00"/>
    </skeleton>
    <cuboid label="car" source="manual" occluded="0" xtl1="1" ytl1="1" xbl1="1" ybl1="2" z_order="0"/>
  </image>
  <image id="3" name="c.png" width="5" height="5"/>
</annotations>
)";

QByteArray image(const QByteArray &labels, const QByteArray &head = "id=\"0\" name=\"a.jpg\" width=\"10\" height=\"20\"")
{
    return "<annotations><version>1.1</version><image " + head + ">" + labels + "</image>";
}
const QByteArray good = "<box label=\"cat\" occluded=\"0\" xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\" z_order=\"0\"/>";

// The mask as a picture, by its definition.
std::vector<bool> pixelsOf(const geometry::Mask &mask)
{
    std::vector<bool> pixels(std::size_t(mask.width) * mask.height);
    std::size_t at = 0;
    for (std::size_t i = 0; i < mask.counts.size(); ++i)
        for (std::uint32_t k = 0; k < mask.counts[i]; ++k, ++at)
            pixels[at % mask.height * mask.width + at / mask.height] = i % 2 == 1;
    return pixels;
}

}  // namespace

class CvatTest final : public QObject
{
    Q_OBJECT

private slots:
    void hugeTagsAreRefused()
    {
        QByteArray box = "<box label=\"car\" xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\"";
        const QByteArray good = box + "/>";
        for (int i = 0; i < 500'000; ++i)
            box += " a" + QByteArray::number(i) + "=\"1\"";
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("a.xml"), image(good + box + "/>")));
        MemoryDataset data;
        static_cast<void>(format.probe(in.path()));
        static_cast<void>(read(in.path(), data));
        QVERIFY2(data.issueText().contains(QStringLiteral("2048")), qPrintable(data.issueText()));
    }

    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    void sampleRoundTrip()
    {
        PLUMBLINE_SAMPLE(path, "annotations/datumaro/cvat_dataset/for_images/export_task");
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first));
        QCOMPARE(first.itemCount(), 2);
        QCOMPARE(first.annotationCount(), 4);
        QVERIFY(!first.items[0].path.isEmpty());
        const model::Attributes expected{{QStringLiteral("a1"), true},
                                         {QStringLiteral("a2"), QStringLiteral("v3")},
                                         {QStringLiteral("a3"), QStringLiteral("0003")},
                                         {QStringLiteral("a4"), 2.4},
                                         {QStringLiteral("occluded"), true}};
        QVERIFY(first.arrived(0).attributes == expected);
        QCOMPARE(first.arrived(0).zOrder, 1);
        QVERIFY(format.checkExport(first, {path, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(first, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QCOMPARE(first.writtenItems, std::int64_t(2));
        QCOMPARE(first.writtenAnnotations, std::int64_t(4));
        QCOMPARE(sayingOf(bytesOf(out.path() + QStringLiteral("/train.xml"))),
                 sayingOf(bytesOf(path + QStringLiteral("/train.xml"))));
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(difference(first, second), QString());
    }

    void videosAreRefused()
    {
        PLUMBLINE_SAMPLE(path, "annotations/datumaro/cvat_dataset/for_video/annotations.xml");
        MemoryDataset data;
        QVERIFY_FAILS(read(path, data), ErrorCode::Unsupported);
        QCOMPARE(int(format.probe(path).confidence), int(extension::ProbeResult::None));
    }

    void specificationRoundTrip()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations.xml"), specification));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.issues.size(), std::size_t(1));  // the cuboid
        QCOMPARE(int(data.issues[0].severity), int(IssueSeverity::Note));
        QCOMPARE(data.annotationCount(), 12);
        QCOMPARE(data.classes.size(), std::size_t(2));
        const model::Attributes expected{{QStringLiteral("age"), 12.5},
                                         {QStringLiteral("model"), QStringLiteral("kia")},
                                         {QStringLiteral("occluded"), true},
                                         {QStringLiteral("parked"), true},
                                         {QStringLiteral("plate"), QString(QLatin1String(""))},
                                         {QStringLiteral("side"), QStringLiteral("r")}};
        QVERIFY(data.arrived(1).attributes == expected);
        QCOMPARE(data.arrived(1).zOrder, 3);
        const auto &turned = std::get<geometry::RotatedBox>(data.arrived(2).geometry);
        QCOMPARE(turned.cx, (1.23 + 5.67) / 2);
        QCOMPARE(turned.angleRadians, 33.3 * std::numbers::pi / 180);
        QVERIFY(std::holds_alternative<geometry::Box>(data.arrived(3).geometry));
        // Rows ".##" and ".##" at (2, 1) of an 8 × 6 picture: columns 3 and 4, rows 1 and 2.
        QVERIFY((std::get<geometry::Mask>(data.arrived(8).geometry) == geometry::Mask{8, 6, {19, 2, 4, 2, 21}}));
        const auto &person = std::get<geometry::KeyPoints>(data.arrived(10).geometry);
        QVERIFY((person == geometry::KeyPoints{{{1.25, 1.75, 1}, {2, 5, 0}}, QStringLiteral("person")}));
        QCOMPARE(data.schema().skeletons.size(), std::size_t(1));
        QVERIFY((data.schema().skeletons[0].edges == std::vector<std::pair<int, int>>{{0, 1}}));
        QVERIFY(format.checkExport(data, {in.path(), {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QCOMPARE(sayingOf(bytesOf(out.path() + QStringLiteral("/annotations.xml"))), sayingOf(specification));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(difference(data, again), QString());
    }

    void freshLabelsAreComplete()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("x.png");
        data.add(item, QStringLiteral("car"), geometry::Box{1, 2, 3, 4}).attributes[QStringLiteral("old")] = true;
        data.items[0].width = data.items[0].height = 20;
        auto &turned = data.add(item, QStringLiteral("car"), geometry::RotatedBox{5, 5, 4, 2, -std::numbers::pi / 2});
        turned.origin.kind = model::OriginKind::Model;
        turned.zOrder = 4;
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        const QByteArray text = bytesOf(out.path() + QStringLiteral("/annotations.xml"));
        for (const char *part :
             {"<image id=\"0\" name=\"x.png\" width=\"20\" height=\"20\">", "<name>old</name>",
              "<input_type>checkbox</input_type>",
              "<box label=\"car\" source=\"manual\" occluded=\"0\" xtl=\"1\" ytl=\"2\" xbr=\"4\" ybr=\"6\" z_order=\"0\">",
              "<attribute name=\"old\">true</attribute>",
              "<box label=\"car\" source=\"auto\" occluded=\"0\" xtl=\"3\" ytl=\"4\" xbr=\"7\" ybr=\"6\" rotation=\"270\" "
              "z_order=\"4\"/>"})
            QVERIFY2(text.contains(part), text.constData());
    }

    void masksKeepEveryPixel()
    {
        base::SeededRandom random(7);
        for (int round = 0; round < 300; ++round) {
            const auto width = std::uint32_t(1 + random.below(9));
            const auto height = std::uint32_t(1 + random.below(9));
            cvat::PixelBox box{std::uint32_t(random.below(width)), std::uint32_t(random.below(height)), 0, 0};
            box.width = std::uint32_t(1 + random.below(width - box.left));
            box.height = std::uint32_t(1 + random.below(height - box.top));
            std::vector<bool> expected(std::size_t(width) * height);
            QStringList counts;
            bool on = false;
            std::uint64_t position = 0;
            while (position < std::uint64_t(box.width) * box.height) {
                const std::uint64_t left = std::uint64_t(box.width) * box.height - position;
                const std::uint64_t count = std::min(left, random.below(random.below(3) == 0 ? 30 : 4));
                counts.append(QString::number(count));
                for (std::uint64_t k = 0; k < count; ++k, ++position)
                    expected[(box.top + position / box.width) * width + box.left + position % box.width] = on;
                on = !on;
            }
            const auto mask = cvat::maskFromRle(counts.join(QLatin1Char(',')), box, width, height);
            QVERIFY_RESULT(mask);
            QVERIFY(geometry::whyInvalid(*mask).isEmpty());
            QVERIFY2(pixelsOf(*mask) == expected, qPrintable(counts.join(QLatin1Char(','))));
            QVERIFY(std::find(mask->counts.begin() + 1, mask->counts.end(), 0U) == mask->counts.end());
            const auto text = cvat::rleFromMask(*mask, box);
            QVERIFY_RESULT(text);
            const auto again = cvat::maskFromRle(*text, box, width, height);
            QVERIFY_RESULT(again);
            QVERIFY(*again == *mask);
        }
    }

    void hugeMasksCostNothing()
    {
        const auto full = cvat::maskFromRle(u"0,2000000000", {0, 0, 50'000, 40'000}, 50'000, 40'000);
        QVERIFY_RESULT(full);
        QCOMPARE(full->counts.size(), std::size_t(2));
        QVERIFY_FAILS(cvat::maskFromRle(u"0,1", {0, 0, 1, 1}, 2'000'000'000, 2'000'000'000), ErrorCode::TooLarge);
        // Every other row: few runs in rows, thousands of millions in columns.
        QStringList rows{QStringLiteral("0")};
        for (int i = 0; i < 40'000; ++i)
            rows.append(QStringLiteral("50000"));
        QVERIFY_FAILS(cvat::maskFromRle(rows.join(QLatin1Char(',')), {0, 0, 50'000, 40'000}, 50'000, 40'000),
                      ErrorCode::TooLarge);
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("kept");
        const auto row = [](const char *name, const QByteArray &text, const char *place, int kept) {
            QTest::newRow(name) << text << QString::fromLatin1(place) << kept;
        };
        const auto shape = [&](const char *name, const QByteArray &label, const char *place, int kept = 1) {
            row(name, image(label + good) + "</annotations>", place, kept);
        };
        shape("no edge", "<box label=\"cat\" xtl=\"1\" ytl=\"2\" xbr=\"3\"/>", "image[0].box[0]");
        shape("NaN", "<box label=\"cat\" xtl=\"nan\" ytl=\"2\" xbr=\"3\" ybr=\"4\"/>", "image[0].box[0]");
        shape("infinite", "<box label=\"cat\" xtl=\"1\" ytl=\"2\" xbr=\"inf\" ybr=\"4\"/>", "image[0].box[0]");
        shape("negative size", "<box label=\"cat\" xtl=\"5\" ytl=\"2\" xbr=\"3\" ybr=\"4\"/>", "image[0].box[0]");
        shape("turn", "<box label=\"cat\" xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\" rotation=\"x\"/>", "image[0].box[0].rotation",
              2);
        shape("no corner", "<polygon label=\"cat\" points=\"\"/>", "image[0].polygon[0]");
        shape("one corner", "<polygon label=\"cat\" points=\"1,2\"/>", "image[0].polygon[0]");
        shape("half a point", "<polygon label=\"cat\" points=\"1,2;3;4,5\"/>", "image[0].polygon[0]");
        shape("three numbers", "<polygon label=\"cat\" points=\"1,2,3;3,4;4,5\"/>", "image[0].polygon[0]");
        shape("line of one point", "<polyline label=\"cat\" points=\"1,2\"/>", "image[0].polyline[0]");
        shape("no label", "<polyline points=\"1,2;3,4\"/>", "image[0].polyline[0]");
        shape("negative radius", "<ellipse label=\"cat\" cx=\"1\" cy=\"1\" rx=\"-1\" ry=\"1\"/>", "image[0].ellipse[0]");
        shape("short runs", "<mask label=\"cat\" rle=\"1,2\" left=\"0\" top=\"0\" width=\"2\" height=\"2\"/>",
              "image[0].mask[0]");
        shape("long runs", "<mask label=\"cat\" rle=\"1,99999999999\" left=\"0\" top=\"0\" width=\"2\" height=\"2\"/>",
              "image[0].mask[0]");
        shape("no runs", "<mask label=\"cat\" rle=\"\" left=\"0\" top=\"0\" width=\"2\" height=\"2\"/>", "image[0].mask[0]");
        shape("negative run", "<mask label=\"cat\" rle=\"5,-1\" left=\"0\" top=\"0\" width=\"2\" height=\"2\"/>",
              "image[0].mask[0]");
        shape("mask outside", "<mask label=\"cat\" rle=\"0,4\" left=\"9\" top=\"0\" width=\"2\" height=\"2\"/>",
              "image[0].mask[0]");
        shape("huge mask", "<mask label=\"cat\" rle=\"0,4\" left=\"4294967295\" top=\"0\" width=\"4294967295\" height=\"2\"/>",
              "image[0].mask[0]");
        shape("order", "<box label=\"cat\" xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\" z_order=\"up\"/>", "image[0].box[0].z_order",
              2);
        shape("occluded maybe", "<box label=\"cat\" xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\" occluded=\"yes\"/>",
              "image[0].box[0].occluded", 2);
        shape("joint of two", "<skeleton label=\"cat\"><points label=\"a\" points=\"1,2;3,4\"/></skeleton>",
              "image[0].skeleton[0]");
        shape("empty skeleton", "<skeleton label=\"cat\"/>", "image[0].skeleton[0]");
        shape("10,000 levels", QByteArray("<a>").repeated(10000) + QByteArray("</a>").repeated(10000), "image[0].a[0]");
        const QByteArray end = good + "</image></annotations>";
        row("no size", "<annotations><image id=\"0\" name=\"a.jpg\">" + end, "image[0]", 1);
        row("no id", "<annotations><image name=\"a.jpg\" width=\"1\" height=\"1\">" + end, "image[0].id", 1);
        row("no name", "<annotations><image id=\"0\" width=\"1\" height=\"1\">" + end, "image[0].name", 0);
        row("leads out", "<annotations><image id=\"0\" name=\"../../etc/passwd\">" + end, "image[0].name", 0);
        row("absolute", "<annotations><image id=\"0\" name=\"/etc/passwd\">" + end, "image[0].name", 0);
        row("truncated", image(good + "<box label=\"dog\""), "line 1", 1);
        row("unbalanced", image(good + "</box>"), "line 1", 1);
        row("not UTF-8", image(good + "<tag label=\"\xff\xfe\"/>") + "</annotations>", "image[0].tag[0]", 1);
        row("DTD", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + image(good) + "</annotations>", "line 1", 0);
        row("other root", "<svg/>", "", 0);
        row("empty", "", "line 1", 0);
        row("no XML", "hello", "line 1", 0);
    }
    void badInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(int, kept);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("bad.xml"), text));
        MemoryDataset data;
        const auto done = read(in.path() + QStringLiteral("/bad.xml"), data);
        QVERIFY2(kept > 0 ? done.has_value() : done.has_value() || !done.error().text.isEmpty(), qPrintable(data.issueText()));
        QVERIFY2(data.annotationCount() == kept, qPrintable(QString::number(data.annotationCount()) + data.issueText()));
        QVERIFY2(std::any_of(
                     data.issues.begin(), data.issues.end(),
                     [&](const Issue &i) { return i.file == QLatin1String("bad.xml") && i.place == place && !i.text.isEmpty(); }),
                 qPrintable(data.issueText()));
        if (!done)
            return;
        // What was kept though not understood comes back.
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), kept);
    }

    void entityBombIsRefused()
    {
        QByteArray bomb = "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\">";
        for (char c = 'b'; c < 'k'; ++c)
            bomb += QByteArray("<!ENTITY ") + c + " \"" + ('&' + QByteArray(1, char(c - 1)) + ';').repeated(10) + "\">";
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.xml"), bomb + "]><annotations><image name=\"&j;\"/></annotations>"));
        MemoryDataset data;
        QVERIFY_FAILS(read(in.path(), data), ErrorCode::Malformed);
        QCOMPARE(data.issues.size(), std::size_t(1));
    }

    void lossesAreCounted()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        const QString x = QStringLiteral("x");
        const geometry::Ring ring{{0, 0}, {9, 0}, {9, 9}, {0, 9}};
        const geometry::Ring hole{{2, 2}, {4, 2}, {4, 4}};
        data.add(item, x, geometry::Polygon{{{ring, {hole}}}});
        data.items[0].width = data.items[0].height = 10;
        data.add(item, x, geometry::Mask{4, 4, {5, 2, 9}});
        data.add(item, x, geometry::Mask{10, 10, {100}});
        data.add(item, x, geometry::KeyPoints{{{1, 1, 2}, {0, 0, 0}}, QStringLiteral("cat")}).score = 0.5;
        data.add(item, x, geometry::Box{5, 5, 2, 2}).attributes[QStringLiteral("occluded")] = model::CannotTell{};
        data.add(item, x, geometry::Box{5, 5, 2, 2}).role = model::Role::Crowd;
        data.add(item, {}, geometry::Box{5, 5, 2, 2});
        data.add(item, x, geometry::Rating{QStringLiteral("q"), 1});
        data.add(QStringLiteral("b.png"), x, geometry::Polygon{{{ring, {}}, {ring, {}}}});
        const LossCounts counts = lossesOf(format, data);
        const std::map<QString, std::int64_t> expected{{QStringLiteral("polygons with holes or several parts"), 2},
                                                       {QStringLiteral("masks of another size than their picture"), 1},
                                                       {QStringLiteral("shapes without a pixel"), 1},
                                                       {QStringLiteral("key points"), 1},
                                                       {QStringLiteral("scores"), 1},
                                                       {QStringLiteral("answers “cannot tell”"), 1},
                                                       {QStringLiteral("labels that do not say whether they are occluded"), 1},
                                                       {QStringLiteral("crowd regions"), 1},
                                                       {QStringLiteral("labels without a class"), 1},
                                                       {QStringLiteral("ratings"), 1},
                                                       {QStringLiteral("pictures of unknown size"), 1}};
        QCOMPARE(counts, expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), 6);
        QVERIFY((geometry::maskArea(std::get<geometry::Mask>(again.arrived(0).geometry))
                 == geometry::maskArea(geometry::rasterised(geometry::Polygon{{{ring, {hole}}}}, 10, 10))));
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
        const auto number = [&] { return random.uniform(-10, 5000); };
        MemoryDataset data;
        for (std::uint64_t i = 0; i < 1 + random.below(5); ++i)
            for (std::uint64_t k = 0; k < 1 + random.below(20); ++k) {
                const std::vector<geometry::Geometry> shapes{
                    geometry::ItemLabel{},
                    geometry::Box{number(), number(), random.uniform(0, 100), random.uniform(0, 100)},
                    geometry::RotatedBox{number(), number(), random.uniform(0, 100), random.uniform(0, 100),
                                         random.uniform(0.01, 6)},
                    geometry::Ellipse{number(), number(), random.uniform(0, 100), random.uniform(0, 100),
                                      random.uniform(0.01, 6)},
                    geometry::Polygon{{{{{number(), number()}, {number(), number()}, {number(), number()}}, {}}}},
                    geometry::Polyline{{{number(), number()}, {number(), number()}}},
                    geometry::KeyPoints{{{number(), number(), 2}, {number(), number(), 2}}, {}},
                    geometry::rasterised({{{{{random.uniform(0, 60), 3}, {50, random.uniform(10, 60)}, {7, 44}}, {}}}}, 60, 60)};
                auto &label =
                    data.add(QStringLiteral("dir/ü & <%1>.png").arg(i), QStringLiteral("c <\"%1\"> & ü").arg(random.below(4)),
                             shapes[random.below(shapes.size())]);
                label.zOrder = int(random.below(3));
                if (!std::holds_alternative<geometry::ItemLabel>(label.geometry))
                    label.attributes[QStringLiteral("occluded")] = random.below(2) == 0;
                label.attributes[QStringLiteral("number")] = number();
                label.attributes[QStringLiteral("flag")] = random.below(2) == 0;
                label.attributes[QStringLiteral("text")] = QStringLiteral(" <&> ü\n\"%1\" ").arg(random.below(9));
                if (std::holds_alternative<geometry::Mask>(label.geometry)
                    && geometry::maskArea(std::get<geometry::Mask>(label.geometry)) == 0)
                    label.geometry = geometry::Box{1, 2, 3, 4};
            }
        for (auto &item : data.items)
            item.width = item.height = 60;
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
            if (!std::holds_alternative<geometry::ItemLabel>(label.geometry))
                QCOMPARE(second.arrived(i).zOrder, label.zOrder);
            QCOMPARE(second.classNameOf(second.arrived(i)), data.classNameOf(label));
        }
        QVERIFY_RESULT(write(second, two.path()));
        QVERIFY_RESULT(read(two.path(), third));
        QCOMPARE(difference(second, third), QString());
        QCOMPARE(sayingOf(bytesOf(two.path() + QStringLiteral("/annotations.xml"))),
                 sayingOf(bytesOf(one.path() + QStringLiteral("/annotations.xml"))));
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
        QCOMPARE(confidence(specification), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence(image(good.repeated(20000))), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence("<annotations><meta/><track/>"), int(extension::ProbeResult::None));
        QCOMPARE(confidence("<annotations/>"), int(extension::ProbeResult::Low));
        QCOMPARE(confidence("<annotation><object/></annotation>"), int(extension::ProbeResult::None));
        QCOMPARE(confidence(""), int(extension::ProbeResult::None));
    }

    void groupsGoInAndOut()
    {
        const auto box = [](const char *group) {
            return QByteArray("<box label=\"car\" xtl=\"1\" ytl=\"2\" xbr=\"3\" ybr=\"4\"") + group + "/>";
        };
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("a.xml"),
                           image(box(" group_id=\"02\"") + box(" group_id=\"2\"") + box(" group_id=\"9\"") + box("")
                                 + box(" group_id=\"0\"") + "<tag label=\"car\" group_id=\"2\"/>")));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        data.annotations.reserve(2);
        auto &labels = data.annotations[0];
        QVERIFY(!labels[0].group.isNull() && labels[0].group == labels[1].group && labels[1].group == labels[5].group);
        QVERIFY(labels[2].group.isNull() && labels[3].group.isNull() && labels[4].group.isNull());
        data.add(QStringLiteral("other.png"), QStringLiteral("car"), geometry::Box{1, 1, 2, 2}).group =
            GroupId{Uuid::fromName("group", "b")};
        const auto written = [&] {
            const QTemporaryDir out;
            QStringList groups;
            if (write(data, out.path())) {
                const QString text = QString::fromUtf8(bytesOf(out.path() + QStringLiteral("/a.xml"))
                                                       + bytesOf(out.path() + QStringLiteral("/annotations.xml")));
                static const QRegularExpression shape(QStringLiteral("<(box|tag) [^>]*>"));
                static const QRegularExpression group(QStringLiteral("group_id=\"([^\"]*)\""));
                for (auto it = shape.globalMatch(text); it.hasNext();)
                    groups.append(group.match(it.next().captured()).captured(1));
            }
            return groups.join(QLatin1Char(' '));
        };
        QCOMPARE(written(), QStringLiteral("02 2 9  0 2 10"));
        labels[0].group = {};
        labels[3].group = labels[4].group = GroupId{Uuid::fromName("group", "new")};
        QCOMPARE(written(), QStringLiteral(" 2 9 10 10 2 11"));
    }

    void failuresAreWords()
    {
        const QTemporaryDir none;
        MemoryDataset data;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/x"), data), ErrorCode::NotFound);
        QVERIFY_FAILS(format.write(data, {none.path(), {{QStringLiteral("media"), QStringLiteral("x")}}}),
                      ErrorCode::InvalidArgument);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.xml"), specification));
        data.failAfterBatches = 0;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NoSpace);
        data.jobControl.cancel();
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Cancelled);
        QVERIFY_FAILS(format.write(data, {none.path(), {}}), ErrorCode::Cancelled);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::CvatTest)
#include "tst_cvat.moc"

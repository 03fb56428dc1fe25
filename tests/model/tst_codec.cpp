// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/model/codec.h"
#include "tests/model/randomvalues.h"
#include "tests/support/verify.h"

#include <QCborStreamReader>
#include <QCborValue>
#include <QTest>

using namespace plumbline;
using namespace plumbline::model;
using test::RandomValues;

namespace {

template <typename T>
Result<T> decode(QByteArrayView data)
{
    if constexpr (std::is_same_v<T, Annotation>)
        return decodeAnnotation(data);
    else if constexpr (std::is_same_v<T, Item>)
        return decodeItem(data);
    else if constexpr (std::is_same_v<T, Track>)
        return decodeTrack(data);
    else if constexpr (std::is_same_v<T, Scene>)
        return decodeScene(data);
    else if constexpr (std::is_same_v<T, Task>)
        return decodeTask(data);
    else if constexpr (std::is_same_v<T, Submission>)
        return decodeSubmission(data);
    else if constexpr (std::is_same_v<T, Judgement>)
        return decodeJudgement(data);
    else
        return decodeMember(data);
}

// Equal after the trip, equal bytes for equal values, one sound CBOR value, and nothing shorter is taken for it.
template <typename T>
void checkRecord(const T &value)
{
    const QByteArray data = encode(value);
    const Result<T> back = decode<T>(data);
    QVERIFY_RESULT(back);
    QVERIFY(*back == value);
    QCOMPARE(encode(*back), data);
    QCborStreamReader stream(data);
    const QCborValue read = QCborValue::fromCbor(stream);
    QVERIFY(read.isArray() && stream.lastError() == QCborError::NoError);
    QCOMPARE(stream.currentOffset(), data.size());
    for (qsizetype length = 0; length < data.size(); length += 1 + length / 64)
        QVERIFY(!decode<T>(QByteArrayView(data).first(length)));
    QVERIFY(!decode<T>(data + '\0'));
}

template <typename T, typename Make>
void checkDamage(RandomValues &values, Make make)
{
    for (int i = 0; i < 1500; ++i) {
        QByteArray data = encode(make());
        for (std::size_t changes = 1 + values.count(3); changes > 0; --changes)
            data[static_cast<qsizetype>(values.count(static_cast<std::size_t>(data.size()) - 1))] =
                static_cast<char>(values.random().next());
        const Result<T> read = decode<T>(data);
        if (!read)
            QCOMPARE(read.error().code, ErrorCode::Corrupt);
    }
}

}  // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private slots:
    void ringsOfTwoDecimalsArePackedExactly()
    {
        plumbline::base::SeededRandom random(11);
        for (int round = 0; round < 200; ++round) {
            plumbline::geometry::Ring ring;
            plumbline::geometry::Ring finer;
            for (int k = 0; k < 30; ++k) {
                // Read as a file would be: the nearest double of a decimal number, also negative and large.
                const auto coordinate = [&] {
                    const double span = k % 7 == 0 ? 9e8 : 700;
                    return QString::number(random.uniform(-span, span), 'f', 2).toDouble();
                };
                ring.push_back({coordinate(), coordinate()});
                finer.push_back({ring.back().x + 1.0 / 3, ring.back().y});
            }
            for (const auto &shape : {ring, finer}) {
                plumbline::model::Annotation a;
                a.geometry = plumbline::geometry::Polygon{{{shape, {shape}}}};
                const QByteArray data = plumbline::model::encode(a);
                const auto back = plumbline::model::decodeAnnotation(data);
                QVERIFY(back && *back == a);
                QCOMPARE(plumbline::model::encode(*back), data);
                for (qsizetype cut = 1; cut < data.size(); cut += 37)
                    QVERIFY(!plumbline::model::decodeAnnotation(QByteArrayView(data).first(cut)));
            }
            plumbline::model::Annotation packed;
            packed.geometry = plumbline::geometry::Polygon{{{ring, {}}}};
            plumbline::model::Annotation plain;
            plain.geometry = plumbline::geometry::Polygon{{{finer, {}}}};
            QVERIFY(plumbline::model::encode(packed).size() < plumbline::model::encode(plain).size());
        }
    }
    void annotationsOfEveryKind_data()
    {
        QTest::addColumn<int>("kind");
        for (std::size_t kind = 0; kind < geometry::geometryNames().size(); ++kind)
            QTest::newRow(qPrintable(geometry::geometryName(kind))) << static_cast<int>(kind);
    }

    void annotationsOfEveryKind()
    {
        QFETCH(int, kind);
        RandomValues values(static_cast<std::uint64_t>(kind) + 1);
        const Schema schema = test::sampleSchema();
        for (int i = 0; i < 60; ++i) {
            Annotation annotation = values.annotation(schema);
            annotation.geometry = values.geometry(static_cast<std::size_t>(kind));
            QCOMPARE(annotation.geometry.index(), static_cast<std::size_t>(kind));
            checkRecord(annotation);
        }
    }

    void otherRecords()
    {
        RandomValues values(99);
        for (int i = 0; i < 100; ++i) {
            checkRecord(values.item());
            checkRecord(values.track());
            checkRecord(values.scene());
            checkRecord(values.task());
            checkRecord(values.submission());
            checkRecord(values.judgement());
            checkRecord(values.member());
        }
        checkRecord(Annotation{});
        checkRecord(Item{});
        checkRecord(Track{});
        checkRecord(Scene{});
        checkRecord(Task{});
        checkRecord(Submission{});
        checkRecord(Judgement{});
        checkRecord(Member{});
    }

    void damageIsAnErrorNeverACrash()
    {
        RandomValues values(5);
        const Schema schema = test::sampleSchema();
        checkDamage<Annotation>(values, [&] { return values.annotation(schema); });
        checkDamage<Track>(values, [&] { return values.track(); });
        checkDamage<Scene>(values, [&] { return values.scene(); });
        checkDamage<Task>(values, [&] { return values.task(); });
        checkDamage<Item>(values, [&] { return values.item(); });
    }

    void recordsDoNotPassForOneAnother()
    {
        RandomValues values(6);
        QVERIFY_FAILS(decodeItem(encode(values.annotation(test::sampleSchema()))), ErrorCode::Corrupt);
        QVERIFY_FAILS(decodeMember(encode(values.judgement())), ErrorCode::Corrupt);
        QVERIFY_FAILS(decodeAnnotation({}), ErrorCode::Corrupt);
    }

    void equalValuesHaveEqualBytes()
    {
        Annotation a;
        a.geometry = geometry::Box{0.0, 1, 2, 3};
        a.attributes = {
            {QStringLiteral("b"), true}, {QStringLiteral("long key"), 1.0}, {QStringLiteral("a"), QStringLiteral("x")}};
        Annotation b;
        b.geometry = geometry::Box{-0.0, 1, 2, 3};
        for (const auto &[key, value] : a.attributes)
            b.attributes.insert(b.attributes.begin(), {key, value});
        QVERIFY(a == b);
        QCOMPARE(encode(a), encode(b));
        // The revision belongs to the store, not to the content.
        b.revision = 7;
        QCOMPARE(encode(a), encode(b));
        b.unsure = true;
        QVERIFY(encode(a) != encode(b));
    }

    // RFC 8949 §4.2.1: keys in the bytewise order of their encodings.
    void attributeKeysAreInCborOrder()
    {
        Annotation a;
        a.attributes = {{QStringLiteral("aa"), true}, {QStringLiteral("z"), true}};
        const QByteArray data = encode(a);
        QVERIFY(data.contains(QByteArray::fromHex("a2617af5626161f5")));
        QByteArray swapped = data;
        swapped.replace(QByteArray::fromHex("a2617af5626161f5"), QByteArray::fromHex("a2626161f5617af5"));
        QVERIFY_FAILS(decodeAnnotation(swapped), ErrorCode::Corrupt);
    }

    void numbersThatDoNotFitAreRefused()
    {
        Annotation a;
        a.zOrder = INT32_MAX;
        QByteArray data = encode(a);
        const QByteArray largest = QByteArray::fromHex("1a7fffffff");
        QCOMPARE(data.count(largest), 1);
        data.replace(largest, QByteArray::fromHex("1a80000000"));
        QVERIFY_FAILS(decodeAnnotation(data), ErrorCode::Corrupt);
    }

    void theFormStays()
    {
        // Stored projects depend on these bytes.
        Annotation a;
        a.id = AnnotationId{Uuid::fromName("t", "a")};
        a.layer = acceptedLayer();
        a.geometry = geometry::Box{1.5, 2, 30, 40};
        a.attributes = {{QStringLiteral("occluded"), true}};
        a.extra = {{"coco", {{"id", 42}}}};
        a.createdMicroseconds = 1'700'000'000'000'000;
        QCOMPARE(base::sha256(encode(a)).toHex(),
                 QStringLiteral("ad4237e2ce5ec6364d5ec1898023e76e133d4e66c835625ea6745f5487076633"));
    }

    void aGroupAddsToTheFormAndItsAbsenceDoesNot()
    {
        Annotation a;
        a.geometry = geometry::Box{1, 2, 3, 4};
        const QByteArray without = encode(a);
        QCOMPARE(without.left(2), QByteArray::fromHex("9201"));  // 18 elements, form 1
        a.group = GroupId{Uuid::fromName("g", "1")};
        const QByteArray with = encode(a);
        QCOMPARE(with.left(2), QByteArray::fromHex("9302"));
        QCOMPARE(with.mid(2, without.size() - 2), without.mid(2));
        QCOMPARE(decodeAnnotation(with).value(), a);
        // One value has one form: a null group in form 2, and the forms' lengths swapped, are refused.
        QByteArray nullGroup = QByteArray::fromHex("9302") + without.mid(2) + QByteArray::fromHex("f6");
        QVERIFY_FAILS(decodeAnnotation(nullGroup), ErrorCode::Corrupt);
        QVERIFY_FAILS(decodeAnnotation(QByteArray::fromHex("9202") + without.mid(2)), ErrorCode::Corrupt);
        QVERIFY_FAILS(decodeAnnotation(QByteArray::fromHex("9301") + with.mid(2)), ErrorCode::Corrupt);
    }
};

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"

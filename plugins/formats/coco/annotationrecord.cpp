// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/annotationrecord.h"

#include "plugins/formats/coco/jsonsax.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::coco {

namespace {

enum class Field : std::uint8_t {
    None,
    Id,
    Image,
    Category,
    Crowd,
    Ignore,
    Area,
    Score,
    Box,
    Segmentation,
    KeyPoints,
    KeyPointCount,
    Attributes,
    Unknown
};

struct NamedField {
    std::string_view name;
    Field field;
};

constexpr NamedField namedFields[] = {{"segmentation", Field::Segmentation},
                                      {"area", Field::Area},
                                      {"iscrowd", Field::Crowd},
                                      {"image_id", Field::Image},
                                      {"bbox", Field::Box},
                                      {"category_id", Field::Category},
                                      {"id", Field::Id},
                                      {"score", Field::Score},
                                      {"keypoints", Field::KeyPoints},
                                      {"num_keypoints", Field::KeyPointCount},
                                      {"ignore", Field::Ignore},
                                      {"attributes", Field::Attributes}};

Field fieldOf(std::string_view name)
{
    for (const NamedField &known : namedFields)
        if (known.name == name)
            return known.field;
    return Field::Unknown;
}

void setId(ForeignId &id, double value, bool whole, std::int64_t number)
{
    if (!whole && std::isfinite(value) && value == std::floor(value) && std::abs(value) < 9e15) {
        whole = true;
        number = static_cast<std::int64_t>(value);
    }
    id.kind = whole ? ForeignId::Integer : ForeignId::Wrong;
    id.number = number;
}

// RapidJSON handler: depth 1 is the array, 2 the annotation, 3 its members' lists and objects, 4 those inside.
class RecordHandler
{
public:
    explicit RecordHandler(const std::function<bool(qsizetype, AnnotationRecord &, qsizetype)> &take) : m_take(take)
    {
        m_record.boxNumbers.reserve(4);
        m_record.coordinates.reserve(256);
    }

    void setStream(const RangeStream *stream, qsizetype base)
    {
        m_stream = stream;
        m_base = base;
        m_depth = 0;
        m_start = -1;
    }
    [[nodiscard]] qsizetype elementStart() const { return m_start; }
    void elementBroken() { finish(); }

    bool Null()
    {
        if (m_depth == 1)
            return deliver();
        if (builds())
            m_builder.scalar(Json(nullptr)), settle();
        else if (m_depth > 2)
            wrongInside();
        return true;
    }
    bool Bool(bool v)
    {
        if (m_depth == 1)
            return deliver();
        if (builds())
            m_builder.scalar(Json(v)), settle();
        else if (m_depth == 2 && (m_field == Field::Crowd || m_field == Field::Ignore))
            flag() = {Presence::Good, v ? 1.0 : 0.0};
        else
            wrong();
        return true;
    }
    bool Int(int v)
    {
        return number(v, true, v, [&] { return Json(v); });
    }
    bool Uint(unsigned v)
    {
        return number(v, true, v, [&] { return Json(v); });
    }
    bool Int64(std::int64_t v)
    {
        return number(static_cast<double>(v), true, v, [&] { return Json(v); });
    }
    bool Uint64(std::uint64_t v)
    {
        const bool fits = v <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        return number(static_cast<double>(v), fits, static_cast<std::int64_t>(v), [&] { return Json(v); });
    }
    bool Double(double v)
    {
        return number(v, false, 0, [&] { return Json(v); });
    }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool) { return deliverNumber(*this, {text, length}); }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_depth == 1)
            return deliver();
        if (m_field == Field::Segmentation && m_depth == 3 && m_segmentKey == SegmentKey::Counts) {
            m_record.compressed.assign(text, length);
            m_record.segmentation = AnnotationRecord::Segmentation::CompressedRuns;
            return true;
        }
        checkText(text, length);
        if (builds())
            m_builder.scalar(Json(std::string(text, length))), settle();
        else if (ForeignId *id = m_depth == 2 ? idField() : nullptr) {
            id->kind = ForeignId::Text;
            id->text.assign(text, length);
        } else
            wrong();
        return true;
    }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        const std::string_view name(text, length);
        if (m_depth == 2) {
            m_field = fieldOf(name);
            m_segmentKey = SegmentKey::None;
            const unsigned bit = 1U << static_cast<unsigned>(m_field);
            if (m_field == Field::Unknown) {
                checkText(text, length);
                m_unknownKey.assign(name);
                if (!m_record.unknown.is_null() && !m_record.tooMany && m_record.unknown.contains(m_unknownKey))
                    m_record.duplicateKey.assign(name);
            } else if (m_seen & bit) {
                m_record.duplicateKey.assign(name);
            }
            m_seen |= bit;
        } else if (builds()) {
            checkText(text, length);
            m_builder.key(name);
        } else if (m_field == Field::Segmentation && m_depth == 3) {
            m_segmentKey = name == "counts" ? SegmentKey::Counts : name == "size" ? SegmentKey::Size : SegmentKey::None;
            startMaskMember(name);
        }
        return true;
    }

    bool StartObject()
    {
        if (m_depth == 1) {
            m_start = m_base + static_cast<qsizetype>(m_stream->Tell());
            m_record.isObject = true;
            m_field = Field::None;
        } else if (builds()) {
            m_builder.open(Json::object());
        } else if (m_field == Field::Segmentation && m_depth == 2) {
            m_record.segmentation = AnnotationRecord::Segmentation::Wrong;
            m_record.counts.clear();
            m_record.size.clear();
            m_hasCounts = m_hasSize = false;
        } else {
            wrong();
        }
        return deeper();
    }
    bool EndObject(rapidjson::SizeType)
    {
        --m_depth;
        if (m_depth == 1)
            return deliver();
        closeBuilt();
        return true;
    }
    bool StartArray()
    {
        if (m_depth == 0)
            return m_depth = 1, true;
        if (m_depth == 1) {
            m_start = m_base + static_cast<qsizetype>(m_stream->Tell());
            m_field = Field::None;
        } else if (builds()) {
            m_builder.open(Json::array());
        } else if (m_depth == 2) {
            startList();
        } else if (m_field == Field::Segmentation && m_depth == 3) {
            if (m_segmentKey == SegmentKey::Counts)
                m_record.segmentation = AnnotationRecord::Segmentation::Runs;
        } else {
            wrongInside();
        }
        return deeper();
    }
    bool EndArray(rapidjson::SizeType)
    {
        --m_depth;
        if (m_depth == 0)
            return true;
        if (m_depth == 1)
            return deliver();
        if (m_field == Field::Segmentation && m_depth == 3 && m_record.segmentation == AnnotationRecord::Segmentation::Polygons)
            m_record.ringEnds.push_back(m_record.coordinates.size());
        closeBuilt();
        return true;
    }

private:
    enum class SegmentKey : std::uint8_t { None, Counts, Size };

    [[nodiscard]] bool builds() const
    {
        return (m_field == Field::Unknown || m_field == Field::Attributes) && m_depth >= 2 && !m_record.tooDeep
               && !m_record.tooMany && !m_builder.tooMany();
    }
    void closeBuilt()
    {
        if (!builds())
            return;
        m_builder.close();
        settle();
    }
    // A member that is built is complete: it goes to its place.
    void settle()
    {
        if (!m_builder.complete())
            return;
        if (!m_builder.duplicate().empty())
            m_record.duplicateKey = m_builder.duplicate();
        if (m_field == Field::Attributes) {
            m_record.attributes = m_builder.take();
        } else {
            if (m_record.unknown.is_null())
                m_record.unknown = Json::object();
            if (m_record.unknown.size() < extension::maximumKeys)
                m_record.unknown[m_unknownKey] = m_builder.take();
            else
                m_record.tooMany = true;
        }
        m_builder.clear();
    }
    // The last of two lists counts, so the first is forgotten.
    void startMaskMember(std::string_view name)
    {
        if (m_segmentKey == SegmentKey::None)
            return;
        bool &seen = m_segmentKey == SegmentKey::Counts ? m_hasCounts : m_hasSize;
        if (std::exchange(seen, true))
            m_record.duplicateKey.assign(name);
        (m_segmentKey == SegmentKey::Counts ? m_record.counts : m_record.size).clear();
    }
    void startList()
    {
        switch (m_field) {
        case Field::Box:
            m_record.box = Presence::Good;
            m_record.boxNumbers.clear();
            return;
        case Field::KeyPoints:
            m_record.keyPoints = Presence::Good;
            m_record.keyPointNumbers.clear();
            return;
        case Field::Segmentation:
            m_record.segmentation = AnnotationRecord::Segmentation::Polygons;
            m_record.coordinates.clear();
            m_record.ringEnds.clear();
            return;
        default: wrong();
        }
    }
    bool deeper()
    {
        if (++m_depth > maximumDepth)
            m_record.tooDeep = true;
        return m_depth < hopelessDepth;
    }
    template <typename MakeJson>
    bool number(double value, bool whole, std::int64_t integer, MakeJson makeJson)
    {
        if (m_field == Field::Segmentation && m_depth == 4) [[likely]] {
            if (m_record.segmentation == AnnotationRecord::Segmentation::Polygons)
                m_record.coordinates.push_back(value);
            else if (m_segmentKey == SegmentKey::Counts)
                m_record.counts.push_back(value);
            else if (m_segmentKey == SegmentKey::Size)
                m_record.size.push_back(value);
            return true;
        }
        if (m_depth == 1)
            return deliver();
        if (builds()) {
            m_builder.scalar(makeJson());
            settle();
        } else if (m_depth == 2) {
            if (ForeignId *id = idField())
                setId(*id, value, whole, integer);
            else if (m_field == Field::Crowd || m_field == Field::Ignore || m_field == Field::Area || m_field == Field::Score)
                flag() = {std::isfinite(value) ? Presence::Good : Presence::Wrong, value};
            else
                wrong();
        } else if (m_depth == 3 && m_field == Field::Box && m_record.box == Presence::Good) {
            m_record.boxNumbers.push_back(value);
        } else if (m_depth == 3 && m_field == Field::KeyPoints && m_record.keyPoints == Presence::Good) {
            m_record.keyPointNumbers.push_back(value);
        } else {
            wrongInside();
        }
        return true;
    }
    ForeignId *idField()
    {
        switch (m_field) {
        case Field::Id: return &m_record.id;
        case Field::Image: return &m_record.image;
        case Field::Category: return &m_record.category;
        default: return nullptr;
        }
    }
    ForeignNumber &flag()
    {
        switch (m_field) {
        case Field::Crowd: return m_record.crowd;
        case Field::Ignore: return m_record.ignore;
        case Field::Area: return m_record.area;
        default: return m_record.score;
        }
    }
    // A value of a type that this member cannot have.
    void wrong()
    {
        if (m_depth > 2)
            return wrongInside();
        if (ForeignId *id = idField())
            id->kind = ForeignId::Wrong;
        else if (m_field == Field::Crowd || m_field == Field::Ignore || m_field == Field::Area || m_field == Field::Score)
            flag().presence = Presence::Wrong;
        else
            wrongInside();
    }
    void wrongInside()
    {
        if (m_field == Field::Box)
            m_record.box = Presence::Wrong;
        else if (m_field == Field::KeyPoints)
            m_record.keyPoints = Presence::Wrong;
        else if (m_field == Field::Segmentation)
            m_record.segmentation = AnnotationRecord::Segmentation::Wrong;
    }
    void checkText(const char *text, rapidjson::SizeType length)
    {
        if (!QByteArrayView(text, length).isValidUtf8())
            m_record.notUtf8 = true;
    }
    bool deliver()
    {
        m_record.tooMany = m_record.tooMany || m_builder.tooMany();
        const bool go = m_take(m_index, m_record, m_base + static_cast<qsizetype>(m_stream->Tell()));
        finish();
        return go;
    }
    void finish()
    {
        ++m_index;
        m_start = -1;
        m_field = Field::None;
        m_seen = 0;
        m_hasCounts = m_hasSize = false;
        m_record.clear();
        m_builder.clear();
    }

    const std::function<bool(qsizetype, AnnotationRecord &, qsizetype)> &m_take;
    const RangeStream *m_stream = nullptr;
    qsizetype m_base = 0;
    qsizetype m_start = -1;
    qsizetype m_index = 0;
    int m_depth = 0;
    Field m_field = Field::None;
    SegmentKey m_segmentKey = SegmentKey::None;
    unsigned m_seen = 0;  // a bit for each field of the record
    bool m_hasCounts = false;
    bool m_hasSize = false;
    std::string m_unknownKey;
    JsonBuilder m_builder;
    AnnotationRecord m_record;
};

AnnotationArrayEnd ending(std::vector<SyntaxBreak> breaks, bool stopped)
{
    AnnotationArrayEnd end;
    end.gaveUp = stopped;
    for (SyntaxBreak &b : breaks)
        end.breaks.push_back({b.position, std::move(b.cause), b.endsEarly});
    return end;
}

}  // namespace

ForeignId ForeignId::fromJson(const Json &value)
{
    ForeignId id;
    if (value.is_null())
        return id;
    if (value.is_string()) {
        id.kind = Text;
        id.text = value.get_ref<const std::string &>();
    } else if (value.is_number()) {
        const bool whole = value.is_number_integer() && !(value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX);
        setId(id, value.get<double>(), whole, whole ? value.get<std::int64_t>() : 0);
    } else {
        id.kind = Wrong;
    }
    return id;
}

void AnnotationRecord::clear()
{
    isObject = tooDeep = tooMany = notUtf8 = false;
    id.clear();
    image.clear();
    category.clear();
    crowd = ignore = area = score = {};
    box = keyPoints = Presence::Missing;
    segmentation = Segmentation::Missing;
    boxNumbers.clear();
    coordinates.clear();
    ringEnds.clear();
    counts.clear();
    compressed.clear();
    size.clear();
    keyPointNumbers.clear();
    if (!attributes.is_null())
        attributes = nullptr;
    if (!unknown.is_null())
        unknown = nullptr;
    duplicateKey.clear();
}

AnnotationArrayEnd readAnnotationArray(QByteArrayView json, qsizetype begin, qsizetype end,
                                       const std::function<bool(qsizetype, AnnotationRecord &, qsizetype)> &take)
{
    RecordHandler handler(take);
    bool stopped = false;
    std::vector<SyntaxBreak> breaks = feedArray(json, begin, end, handler, stopped);
    return ending(std::move(breaks), stopped);
}

QString tooManyKeys()
{
    return QCoreApplication::translate("plumbline::coco", "It has an object of more than %1 keys; it was left out.")
        .arg(extension::maximumKeys);
}

AnnotationArrayEnd readElements(QByteArrayView json, qsizetype begin, qsizetype end,
                                const std::function<bool(qsizetype, Json &&, const ElementNotes &)> &take)
{
    ElementHandler handler([&](qsizetype index, Json &&element, Flaw flaw, const std::string &duplicate) {
        const QString why =
            flaw == Flaw::TooManyKeys ? tooManyKeys()
            : flaw == Flaw::TooDeep
                ? QCoreApplication::translate("plumbline::coco", "It has more than %1 levels; it was left out.").arg(maximumDepth)
            : flaw == Flaw::NotUtf8
                ? QCoreApplication::translate("plumbline::coco", "It has text that is not UTF-8; it was left out.")
                : QString();
        return take(index, std::move(element), {why, duplicate});
    });
    bool stopped = false;
    std::vector<SyntaxBreak> breaks = feedArray(json, begin, end, handler, stopped);
    return ending(std::move(breaks), stopped);
}

}  // namespace plumbline::coco

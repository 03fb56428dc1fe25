// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "plugins/formats/coco/rootindex.h"

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace plumbline::coco {

/// An id as the file has it: COCO's are whole numbers, some tools write texts.
struct ForeignId {
    enum Kind : std::uint8_t { Missing, Integer, Text, Wrong };
    Kind kind = Missing;
    std::int64_t number = 0;
    std::string text;

    void clear()
    {
        kind = Missing;
        text.clear();
    }
    [[nodiscard]] bool usable() const { return kind == Integer || kind == Text; }
    [[nodiscard]] Json toJson() const { return kind == Integer ? Json(number) : kind == Text ? Json(text) : Json(); }
    [[nodiscard]] QString toString() const { return kind == Integer ? QString::number(number) : QString::fromStdString(text); }
    [[nodiscard]] static ForeignId fromJson(const Json &value);
    bool operator==(const ForeignId &) const = default;
};

/// A member that may be there, or there with the wrong type.
enum class Presence : std::uint8_t { Missing, Good, Wrong };

struct ForeignNumber {
    Presence presence = Presence::Missing;
    double value = 0;
};

/// One element of "annotations" as read, before it is judged. Its buffers are reused from record to record.
struct AnnotationRecord {
    enum class Segmentation : std::uint8_t { Missing, Polygons, Runs, CompressedRuns, Wrong };

    bool isObject = false;
    bool tooMany = false;  ///< keys in an object
    bool tooDeep = false;
    bool notUtf8 = false;
    ForeignId id;
    ForeignId image;
    ForeignId category;
    ForeignNumber crowd;
    ForeignNumber ignore;
    ForeignNumber area;
    ForeignNumber score;
    Presence box = Presence::Missing;
    std::vector<double> boxNumbers;
    Segmentation segmentation = Segmentation::Missing;
    std::vector<double> coordinates;     ///< of all rings, x y x y…
    std::vector<std::size_t> ringEnds;   ///< into coordinates
    std::vector<double> counts;          ///< of a run list, unchecked
    std::string compressed;
    std::vector<double> size;            ///< height, width
    Presence keyPoints = Presence::Missing;
    std::vector<double> keyPointNumbers;
    Json attributes;                     ///< null when missing
    Json unknown;                        ///< object of every other member; null when there is none
    std::string duplicateKey;            ///< of a member, at any level, that is there twice; the last one counts

    void clear();
};

/// What came of reading an array of annotations.
struct AnnotationArrayEnd {
    struct Break {
        qsizetype position = 0;
        QString cause;
        bool endsEarly = false;
    };
    std::vector<Break> breaks;
    bool gaveUp = false;  ///< too many breaks, or levels without end
};

/// Streams the array at [begin, end). `take` gets each record with its index and the bytes read so far; false stops.
[[nodiscard]] AnnotationArrayEnd readAnnotationArray(QByteArrayView json, qsizetype begin, qsizetype end,
                                                     const std::function<bool(qsizetype, AnnotationRecord &, qsizetype)> &take);

/// Words for a record with more than extension::maximumKeys keys in one object.
[[nodiscard]] QString tooManyKeys();

struct ElementNotes {
    QString flaw;              ///< translated, why the element cannot be taken; empty when it can
    std::string duplicateKey;  ///< of a member that is there twice
};
/// Same for any array, one Json value an element (images, categories).
[[nodiscard]] AnnotationArrayEnd readElements(QByteArrayView json, qsizetype begin, qsizetype end,
                                              const std::function<bool(qsizetype, Json &&, const ElementNotes &)> &take);

}  // namespace plumbline::coco

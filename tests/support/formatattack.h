// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/mask.h"
#include "tests/support/formatfiles.h"

#include <QImage>
#include <QTemporaryDir>

/// Accidents that any format must survive, without knowing the format.
namespace plumbline::test {

/// Two pictures with labels of every kind and everything that can be said about them.
[[nodiscard]] inline MemoryDataset specimens(const QString &pictureFolder)
{
    using namespace geometry;
    MemoryDataset data;
    model::Skeleton arm;
    arm.name = QStringLiteral("arm");
    arm.joints = QStringList{QStringLiteral("left hand"), QStringLiteral("right hand")};
    arm.edges = {{0, 1}};
    arm.mirrors = {{0, 1}};
    static_cast<void>(data.declareSkeleton(arm));
    const Ring ring{{4, 4}, {20, 4}, {24, 12}, {4, 20}};
    const Ring hole{{8, 8}, {12, 8}, {12, 12}};
    const std::vector<Geometry> shapes{ItemLabel{},
                                       Box{4, 4, 16, 16},
                                       RotatedBox{20, 20, 16, 8, 0.5},
                                       Ellipse{20, 20, 8, 4, 0.5},
                                       Polygon{{{ring, {}}}},
                                       Polygon{{{ring, {hole}}, {{{30, 30}, {40, 30}, {40, 36}}, {}}}},
                                       Polyline{{{4, 4}, {20, 20}, {24, 8}}},
                                       KeyPoints{{{4, 4, 2}, {20, 20, 1}}, arm.name},
                                       rasterised(Polygon{{{ring, {}}}}, 64, 48)};
    for (const char *name : {"a.png", "b.png"}) {
        const QString item = QString::fromLatin1(name);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            model::Annotation &label = data.add(item, i % 2 ? QStringLiteral("cat") : QStringLiteral("dog"), shapes[i]);
            if (i % 3 == 0)
                label.attributes = {{QStringLiteral("occluded"), true}, {QStringLiteral("colour"), QStringLiteral("red")}};
            if (i % 3 == 1)
                label.group = GroupId{Uuid::fromName("group", "1")};
            if (i % 4 == 2)
                label.score = 0.5;
        }
        const auto &labels = data.annotations.back();
        const Relation relation{labels[1].id, labels[2].id, QStringLiteral("kie_linking")};
        data.add(item, {}, relation);
        auto &foreign = data.items.back();
        foreign.width = 64;
        foreign.height = 48;
        foreign.path = pictureFolder + QLatin1Char('/') + item;
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        if (!picture.save(foreign.path))
            qFatal("cannot write a picture");
    }
    return data;
}

/// Foreign data with some values of another kind.
[[nodiscard]] inline Json confused(const Json &value, base::SeededRandom &random)
{
    static const Json others[] = {nullptr,
                                  true,
                                  -1,
                                  0,
                                  1e300,
                                  18446744073709551615U,
                                  "x",
                                  "",
                                  "../..",
                                  Json::object(),
                                  Json::array(),
                                  255,
                                  Json::array({1, "a", nullptr})};
    if (random.below(5) == 0)
        return others[random.below(std::size(others))];
    Json result = value;
    if (result.is_structured())
        for (Json &part : result)
            part = confused(part, random);
    return result;
}

/// One byte other than it was, or the end cut off.
[[nodiscard]] inline QByteArray damaged(QByteArray bytes, base::SeededRandom &random)
{
    if (bytes.isEmpty())
        return bytes;
    const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())));
    if (random.below(4) == 0)
        return bytes.first(at);
    bytes[at] = static_cast<char>(random.below(256));
    return bytes;
}

/// Writes labels of every kind, breaks the files, reads them, breaks the foreign data, and writes what there is; `rounds` times.
/// `more` are files put beside, for what the format reads but does not write. Fails with the round that went wrong.
[[nodiscard]] inline Result<> attack(const extension::AnnotationFormat &format, int rounds,
                                     const std::vector<std::pair<QString, QByteArray>> &more = {})
{
    const QTemporaryDir root;
    const QString good = root.filePath(QStringLiteral("good"));
    if (!QDir().mkpath(good))
        return fail(ErrorCode::Failed, QStringLiteral("no folder"));
    extension::FormatOptions options;
    for (const extension::FormatOption &option : format.options())
        if (option.key == QLatin1String("media"))
            options[option.key] = QStringLiteral("copy");
    if (auto written = format.write(specimens(root.path()), {good, options}); !written)
        return fail(written.error());
    for (const auto &[name, content] : more)
        if (auto written = put(good, name, content); !written)
            return written;
    QStringList names;
    for (QDirIterator files(good, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        names.append(QDir(good).relativeFilePath(files.next()));
    names.sort();
    for (int round = 0; round < rounds; ++round) {
        base::SeededRandom random(static_cast<std::uint64_t>(round));
        const auto victim = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(names.size())));
        const QTemporaryDir bad;
        for (qsizetype i = 0; i < names.size(); ++i) {
            QByteArray bytes = bytesOf(good + QLatin1Char('/') + names[i]);
            // The first round keeps all as it is: only the foreign data are broken.
            if (i == victim && round > 0)
                bytes = names[i].endsWith(QLatin1String(".png"))
                            ? damaged(bytes, random)
                            : mutated(bytes, random, "<>/&;{}[]\",:0123456789.-eEnul\\\x80 \n");
            if (auto written = put(bad.path(), names[i], bytes); !written)
                return written;
        }
        const auto said = [&](const Error &error) {
            return fail(error.code, QStringLiteral("round %1: %2").arg(round).arg(error.text), error.detail);
        };
        static_cast<void>(format.probe(bad.path()));
        MemoryDataset data;
        if (const auto done = format.read({bad.path(), {}, {}}, data); !done && done.error().text.isEmpty())
            return fail(ErrorCode::Failed, QStringLiteral("round %1: refused without a word").arg(round));
        for (auto &item : data.items)
            item.extra = confused(item.extra, random);
        for (auto &labels : data.annotations)
            for (model::Annotation &label : labels)
                label.extra = confused(label.extra, random);
        for (auto &[space, extra] : data.datasets)
            extra = confused(extra, random);
        for (model::LabelClass &labelClass : data.mutableSchema().classes)
            labelClass.extra = confused(labelClass.extra, random);
        const QTemporaryDir around;
        const QString out = around.filePath(QStringLiteral("out"));
        QDir().mkpath(out);
        if (const auto checked = format.checkExport(data, {out, options}); !checked)
            return said(checked.error());
        if (const auto written = writeFormat(format, data, out, options); !written)
            return said(written.error());
        if (QDir(around.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() != 1)
            return fail(ErrorCode::Failed, QStringLiteral("round %1: it left its folder").arg(round));
    }
    return {};
}

}  // namespace plumbline::test

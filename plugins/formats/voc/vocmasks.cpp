// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/voc/vocmasks.h"

#include "core/base/atomicfile.h"
#include "core/extension/labelimage.h"

#include <QCoreApplication>
#include <QImage>

#include <algorithm>
#include <array>

namespace plumbline::voc {

namespace {

constexpr std::uint32_t unknownValue = 0xFFFFFFFF;
constexpr std::uint32_t firstOwnValue = 1000;  // of colours that are not in the map
constexpr qint64 maximumList = 1 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::voc", text);
}

const QStringList &standardNames()
{
    static const QStringList names{
        QStringLiteral("aeroplane"), QStringLiteral("bicycle"),   QStringLiteral("bird"),        QStringLiteral("boat"),
        QStringLiteral("bottle"),    QStringLiteral("bus"),       QStringLiteral("car"),         QStringLiteral("cat"),
        QStringLiteral("chair"),     QStringLiteral("cow"),       QStringLiteral("diningtable"), QStringLiteral("dog"),
        QStringLiteral("horse"),     QStringLiteral("motorbike"), QStringLiteral("person"),      QStringLiteral("pottedplant"),
        QStringLiteral("sheep"),     QStringLiteral("sofa"),      QStringLiteral("train"),       QStringLiteral("tvmonitor")};
    return names;
}

const QHash<QRgb, std::uint32_t> &valuesOfMap()
{
    static const QHash<QRgb, std::uint32_t> values = [] {
        QHash<QRgb, std::uint32_t> made;
        const QList<QRgb> map = colourMap();
        for (qsizetype i = 0; i < map.size(); ++i)
            made.insert(map[i], static_cast<std::uint32_t>(i));
        return made;
    }();
    return values;
}

bool isBackground(const QString &name)
{
    return name == QLatin1String("background") || name == QLatin1String("_background_") || name.isEmpty();
}

// name:r,g,b:parts:actions; a name may hold colons itself.
void takeLabelMap(const QByteArray &text, ClassList &list)
{
    std::uint32_t own = firstOwnValue;
    for (const QByteArray &line : text.split('\n')) {
        const QStringList fields = QString::fromUtf8(line.trimmed()).split(QLatin1Char(':'));
        if (fields.size() < 4 || fields.first().startsWith(QLatin1Char('#')))
            continue;
        const QString name = fields.first(fields.size() - 3).join(QLatin1Char(':'));
        const QStringList channels = fields[fields.size() - 3].split(QLatin1Char(','));
        std::array<int, 3> rgb{};
        bool good = channels.size() == 3;
        for (int i = 0; good && i < 3; ++i)
            rgb[static_cast<std::size_t>(i)] = channels[i].trimmed().toInt(&good);
        if (!good || isBackground(name))
            continue;
        const QRgb colour = qRgb(rgb[0], rgb[1], rgb[2]);
        const auto known = valuesOfMap().constFind(colour);
        if (known != valuesOfMap().constEnd() && (*known == 0 || *known == voidValue))
            continue;
        const std::uint32_t value = known == valuesOfMap().constEnd() ? own++ : *known;
        if (known == valuesOfMap().constEnd())
            list.colours.insert(colour, value);
        list.names.emplace(value, name);
    }
}

// The value of each pixel: numbers of indexed and grey pictures as they are, colours through the map.
std::function<std::uint32_t(int, int)> valuesOf(const QImage &picture, const ClassList &classes)
{
    if (picture.format() == QImage::Format_Indexed8 || picture.format() == QImage::Format_Grayscale8)
        return [&picture](int x, int y) { return static_cast<std::uint32_t>(picture.constScanLine(y)[x]); };
    return [&picture, &classes](int x, int y) {
        const QRgb colour = picture.pixel(x, y) | 0xFF000000U;
        if (const auto known = valuesOfMap().constFind(colour); known != valuesOfMap().constEnd())
            return *known;
        const auto own = classes.colours.constFind(colour);
        return own == classes.colours.constEnd() ? unknownValue : *own;
    };
}

}  // namespace

QList<QRgb> colourMap()
{
    QList<QRgb> colours;
    for (int value = 0; value < 256; ++value) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int bit = 0, rest = value; bit < 8; ++bit, rest >>= 3) {
            red |= (rest & 1) << (7 - bit);
            green |= ((rest >> 1) & 1) << (7 - bit);
            blue |= ((rest >> 2) & 1) << (7 - bit);
        }
        colours.append(qRgb(red, green, blue));
    }
    return colours;
}

ClassList classListOf(const QString &root)
{
    ClassList list;
    if (const auto text = base::readTextFile(root + QStringLiteral("/labelmap.txt"), maximumList))
        takeLabelMap(*text, list);
    if (list.names.empty()) {
        if (const auto text = base::readTextFile(root + QStringLiteral("/class_names.txt"), maximumList)) {
            std::uint32_t value = 0;
            for (const QByteArray &line : text->split('\n')) {
                const QString name = QString::fromUtf8(line.trimmed());
                if (value > 0 && value <= maximumValue && !isBackground(name))
                    list.names.emplace(value, name);
                ++value;
            }
        }
    }
    list.fromFile = !list.names.empty();
    if (!list.fromFile)
        for (qsizetype i = 0; i < standardNames().size(); ++i)
            list.names.emplace(static_cast<std::uint32_t>(i + 1), standardNames()[i]);
    return list;
}

int standardValue(const QString &className)
{
    return static_cast<int>(standardNames().indexOf(className) + 1);
}

Result<PictureMasks> readMasks(const QString &classPath, const QString &objectPath, const ClassList &classes)
{
    const auto classPicture = extension::readLabelPicture(classPath);
    if (!classPicture)
        return fail(classPicture.error());
    const QSize size = classPicture->size();
    QImage objectPicture;
    if (!objectPath.isEmpty()) {
        auto read = extension::readLabelPicture(objectPath);
        if (!read)
            return fail(read.error());
        if (read->size() != size)
            return fail(ErrorCode::Malformed, tr("%1 has %2 × %3 pixels, the picture of the classes has %4 × %5.")
                                                  .arg(objectPath)
                                                  .arg(read->width())
                                                  .arg(read->height())
                                                  .arg(size.width())
                                                  .arg(size.height()));
        objectPicture = *std::move(read);
    }
    const auto classAt = valuesOf(*classPicture, classes);
    const auto objectAt = valuesOf(objectPicture, ClassList());
    PictureMasks masks;
    const auto all = [](std::uint32_t value) { return value != 0; };
    auto byClass = extension::masksByValue(size, classAt, all);
    masks.unknownColours = byClass.contains(unknownValue) ? 1 : 0;
    byClass.erase(unknownValue);
    if (const auto unsure = byClass.find(voidValue); unsure != byClass.end()) {
        masks.unsure = std::move(unsure->second);
        byClass.erase(unsure);
    }
    if (objectPicture.isNull()) {
        for (auto &[value, mask] : byClass)
            masks.objects.push_back({0, value, std::move(mask)});
    } else {
        // The class of an object is that of most of its pixels.
        std::unordered_map<std::uint32_t, std::map<std::uint32_t, std::int64_t>> votes;
        bool unsureInObjects = false;
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x) {
                const std::uint32_t object = objectAt(x, y);
                unsureInObjects = unsureInObjects || object == voidValue;
                if (object != 0 && object != voidValue && object != unknownValue)
                    ++votes[object][classAt(x, y)];
            }
        }
        masks.unsureInObjects = unsureInObjects || masks.unsure.counts.empty();
        auto byObject = extension::masksByValue(size, objectAt, all);
        for (auto &[value, mask] : byObject) {
            if (value == voidValue || value == unknownValue)
                continue;
            std::pair<std::uint32_t, std::int64_t> most{0, 0};
            for (const auto &[classValue, count] : votes[value])
                if (classValue != voidValue && classValue != unknownValue && count > most.second)
                    most = {classValue, count};
            masks.objects.push_back({value, most.first, std::move(mask)});
        }
    }
    std::sort(masks.objects.begin(), masks.objects.end(), [](const PictureMasks::Object &a, const PictureMasks::Object &b) {
        return std::pair(a.value, a.classValue) < std::pair(b.value, b.classValue);
    });
    return masks;
}

}  // namespace plumbline::voc

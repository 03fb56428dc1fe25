// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kittiraw/tracklet.h"

#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "core/geometry/eulerangles.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::kittiraw {

namespace {

constexpr qsizetype longestText = 256;
constexpr std::size_t mostTexts = 64;
constexpr std::int64_t mostFrames = 1'000'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::kittiraw", text);
}

struct Answer {
    const char *key;
    std::initializer_list<int> values;
};

/// As tracklets.h numbers them; truncation 99 is what lies behind the camera.
const std::array<Answer, 3> &answers()
{
    static const std::array<Answer, 3> list{{{"state", {0, 1, 2}}, {"occlusion", {0, 1, 2}}, {"truncation", {0, 1, 2, 99}}}};
    return list;
}

const Answer *answerNamed(const QString &key)
{
    for (const Answer &answer : answers())
        if (key == QLatin1String(answer.key))
            return &answer;
    return nullptr;
}

std::optional<double> numberIn(const Texts &texts, QStringView name)
{
    bool good = false;
    const double value = textOf(texts, name).trimmed().toDouble(&good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Result<std::array<double, 3>> numbersIn(const Texts &texts, const std::array<const char *, 3> &names)
{
    std::array<double, 3> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = numberIn(texts, QLatin1String(names[i]).toString());
        if (!value)
            return fail(ErrorCode::Malformed, tr("%1 is missing or no number.").arg(QLatin1String(names[i])));
        values[i] = *value;
    }
    return values;
}

QString numberText(double value)
{
    QByteArray text;
    extension::appendNumber(text, value);
    return QString::fromLatin1(text);
}

bool isElementName(const QString &name)
{
    const auto plain = [](QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || c == QLatin1Char('_'); };
    return !name.isEmpty() && name.size() < longestText && !name[0].isDigit() && std::all_of(name.begin(), name.end(), plain);
}

Texts kept(const model::Annotation &annotation, const char *key)
{
    return textsFrom(extension::memberOf(extension::foreignData(annotation.extra, "kitti_raw"), key));
}

}  // namespace

QString lidarFrame()
{
    return QStringLiteral("velodyne");
}

QString textOf(const Texts &texts, QStringView name)
{
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto &entry) { return entry.first == name; });
    return found == texts.end() ? QString() : found->second;
}

void setText(Texts &texts, const QString &name, const QString &text)
{
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto &entry) { return entry.first == name; });
    if (found != texts.end())
        found->second = text;
    else
        texts.emplace_back(name, text);
}

Json toJson(const Texts &texts)
{
    Json json = Json::object();
    for (const auto &[name, text] : texts)
        json[name.toStdString()] = base::toJson(text);
    return json;
}

Texts textsFrom(const Json &json)
{
    Texts texts;
    if (!json.is_object())
        return texts;
    for (const auto &[key, value] : json.items()) {
        const QString name = QString::fromStdString(key);
        const QString text = base::toQString(value);
        if (isElementName(name) && !text.isEmpty() && text.size() <= longestText && texts.size() < mostTexts)
            setText(texts, name, text);
    }
    return texts;
}

Result<Size> sizeOf(const Texts &head)
{
    const auto size = numbersIn(head, {"l", "w", "h"});
    if (!size)
        return fail(size.error());
    if (!((*size)[0] > 0 && (*size)[1] > 0 && (*size)[2] > 0))
        return fail(ErrorCode::Malformed, tr("Its size is not above 0."));
    return Size{(*size)[0], (*size)[1], (*size)[2]};
}

std::optional<std::int64_t> firstFrameOf(const Texts &head)
{
    bool good = false;
    const qlonglong number = textOf(head, u"first_frame").trimmed().toLongLong(&good);
    return good && number >= 0 && number < mostFrames ? std::optional<std::int64_t>(number) : std::nullopt;
}

Result<geometry::Cuboid> cuboidOf(const Texts &pose, const Size &size, const QString &frame)
{
    const auto place = numbersIn(pose, {"tx", "ty", "tz"});
    if (!place)
        return fail(place.error());
    const auto angles = numbersIn(pose, {"rx", "ry", "rz"});
    if (!angles)
        return fail(angles.error());
    if (!extension::areAngles(*angles))
        return fail(ErrorCode::Malformed, tr("Its rotation is no number."));
    geometry::Cuboid cuboid{
        *place, {size.length, size.width, size.height}, geometry::rotationFromEuler(*angles, geometry::EulerOrder::Zyx), frame};
    const auto up = geometry::rotated(cuboid.rotation, {0, 0, size.height / 2});
    for (std::size_t i = 0; i < up.size(); ++i)
        cuboid.centre[i] += up[i];
    if (const QString why = extension::whyNoBox(cuboid); !why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    return cuboid;
}

void setCuboid(Texts &pose, const geometry::Cuboid &cuboid)
{
    const auto up = geometry::rotated(cuboid.rotation, {0, 0, cuboid.size[2] / 2});
    geometry::Vector3 bottom = cuboid.centre;
    for (std::size_t i = 0; i < up.size(); ++i)
        bottom[i] -= up[i];
    bottom = extension::tidied(bottom);
    const auto angles = extension::tidied(geometry::eulerFromRotation(cuboid.rotation, geometry::EulerOrder::Zyx));
    constexpr const char *names[] = {"tx", "ty", "tz", "rx", "ry", "rz"};
    for (std::size_t i = 0; i < angles.size(); ++i) {
        setText(pose, QLatin1String(names[i]), numberText(bottom[i]));
        setText(pose, QLatin1String(names[i + 3]), numberText(angles[i]));
    }
}

model::Attributes answersOf(const Texts &pose)
{
    model::Attributes attributes;
    for (const Answer &answer : answers())
        if (const auto value = numberIn(pose, QLatin1String(answer.key).toString()); value && *value >= 0)
            attributes[QLatin1String(answer.key)] = *value;
    return attributes;
}

bool carries(const QString &key, const model::AttributeValue &value)
{
    const Answer *answer = answerNamed(key);
    const auto *number = std::get_if<double>(&value);
    return answer
           && (std::holds_alternative<std::monostate>(value)
               || (number
                   && std::any_of(answer->values.begin(), answer->values.end(), [&](int known) { return *number == known; })));
}

void setAnswers(Texts &pose, const model::Attributes &attributes)
{
    // The kit has no unset state; whoever placed a box labeled it.
    const Texts before = pose;
    for (const Answer &answer : answers()) {
        const QString key = QLatin1String(answer.key);
        const auto said = attributes.find(key);
        const bool known = said != attributes.end() && carries(key, said->second) && std::holds_alternative<double>(said->second);
        const QString none = key == QLatin1String("state") ? QStringLiteral("2") : QStringLiteral("-1");
        const auto was = numberIn(before, key);
        if (known && was != std::get<double>(said->second))
            setText(pose, key, numberText(std::get<double>(said->second)));
        else if (!known && (!was || *was >= 0))
            setText(pose, key, none);
    }
}

QStringList carriedAttributes()
{
    QStringList keys;
    for (const Answer &answer : answers())
        keys.append(QLatin1String(answer.key));
    return keys;
}

Texts keptPose(const model::Annotation &annotation)
{
    return kept(annotation, "pose");
}

Texts keptHead(const model::Annotation &annotation)
{
    return kept(annotation, "head");
}

}  // namespace plumbline::kittiraw

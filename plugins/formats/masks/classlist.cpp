// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/masks/classlist.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace plumbline::masks {

namespace {

constexpr qint64 maximumFile = 4 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::masks", text);
}

std::optional<QRgb> colourFrom(const QStringList &parts)
{
    if (parts.size() != 3)
        return std::nullopt;
    int values[3];
    for (int i = 0; i < 3; ++i) {
        bool good = false;
        values[i] = parts[i].trimmed().toInt(&good);
        if (!good || values[i] < 0 || values[i] > 255)
            return std::nullopt;
    }
    return qRgb(values[0], values[1], values[2]);
}

bool readable(const QString &name)
{
    return !name.isEmpty() && !name.contains(QChar(QChar::ReplacementCharacter)) && !name.contains(QChar(0));
}

Result<ClassList> fromJson(const QByteArray &text)
{
    const auto json = base::parseJson(text, 8);
    if (!json)
        return fail(json.error());
    if (!json->is_object() || !json->contains("colors") || !(*json)["colors"].is_object())
        return fail(ErrorCode::Malformed, tr("It has no “colors”."));
    ClassList list;
    list.coloured = true;
    int line = 0;
    for (const auto &[key, value] : (*json)["colors"].items()) {
        ++line;
        ClassEntry entry;
        entry.name = QString::fromStdString(key);
        QStringList parts;
        for (int i = 0; i < 3; ++i) {
            const Json one = value.is_array() && value.size() == 3 ? value[static_cast<std::size_t>(i)] : value;
            parts.append(one.is_number_integer() ? QString::number(one.get<qint64>()) : QString());
        }
        entry.colour = colourFrom(parts);
        entry.index = value.is_number_integer() && entry.colour ? qRed(*entry.colour) : line;
        if (!entry.colour || !readable(entry.name) || static_cast<int>(list.entries.size()) >= maximumClasses)
            list.badLines.push_back(line);
        else
            list.entries.push_back(std::move(entry));
    }
    return list;
}

// "name:r,g,b:parts:actions"; the colour may be missing.
std::optional<ClassEntry> labelMapLine(const QString &line)
{
    const QStringList parts = line.split(QLatin1Char(':'));
    if (parts.size() != 4)
        return std::nullopt;
    ClassEntry entry;
    entry.name = parts[0].trimmed();
    entry.colour = colourFrom(parts[1].split(QLatin1Char(',')));
    if (!entry.colour && !parts[1].trimmed().isEmpty())
        return std::nullopt;
    if (!parts[2].isEmpty() || !parts[3].isEmpty())
        entry.rest = QLatin1Char(':') + parts[2] + QLatin1Char(':') + parts[3];
    return entry;
}

std::optional<ClassEntry> colourLine(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\S.*)$"));
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    ClassEntry entry;
    entry.colour = colourFrom({match.captured(1), match.captured(2), match.captured(3)});
    entry.name = match.captured(4).trimmed();
    return entry.colour ? std::optional(entry) : std::nullopt;
}

bool blank(const QString &line)
{
    return line.trimmed().isEmpty() || line.startsWith(QLatin1Char('#'));
}

}  // namespace

QRgb vocColour(std::uint32_t number)
{
    int rgb[3] = {0, 0, 0};
    for (int bit = 0; bit < 8; ++bit)
        for (int channel = 0; channel < 3; ++channel)
            rgb[channel] |= static_cast<int>(number >> (3 * bit + channel) & 1U) << (7 - bit);
    return qRgb(rgb[0], rgb[1], rgb[2]);
}

std::uint32_t vocNumber(QRgb colour)
{
    const int rgb[3] = {qRed(colour), qGreen(colour), qBlue(colour)};
    std::uint32_t number = 0;
    for (int bit = 0; bit < 8; ++bit)
        for (int channel = 0; channel < 3; ++channel)
            number |= static_cast<std::uint32_t>(rgb[channel] >> (7 - bit) & 1) << (3 * bit + channel);
    return number;
}

bool isBackground(const ClassEntry &entry)
{
    const QString name = entry.name.toLower();
    return entry.index == 0
           && (name == QLatin1String("background") || name == QLatin1String("_background_")
               || name == QLatin1String("__background__"));
}

bool isPlaceholder(const QString &name)
{
    return name.startsWith(QLatin1String("_unused_"));
}

Result<ClassList> readClassList(const QString &path)
{
    const auto text = base::readTextFile(path, maximumFile);
    if (!text)
        return fail(text.error());
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return fromJson(*text);
    QStringList lines = QString::fromUtf8(*text).split(QLatin1Char('\n'));
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    const auto all = [&](auto parse) {
        bool any = false;
        for (const QString &line : lines)
            if (!blank(line)) {
                if (!parse(line))
                    return false;
                any = true;
            }
        return any;
    };
    const bool map = all(labelMapLine);
    const bool colours = !map && all(colourLine);
    ClassList list;
    // LabelMe numbers a first line "__ignore__" with -1.
    int index = !lines.isEmpty() && lines.first().trimmed() == QLatin1String("__ignore__") ? -1 : 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if ((map || colours) && blank(lines[i]))
            continue;
        ClassEntry entry;
        entry.name = lines[i].trimmed();
        if (map || colours)
            entry = *(map ? labelMapLine(lines[i]) : colourLine(lines[i]));
        entry.index = index++;
        if (entry.index < 0)
            continue;
        list.coloured = list.coloured || entry.colour;
        if (!readable(entry.name) || entry.index > maximumClasses)
            list.badLines.push_back(static_cast<int>(i) + 1);
        else
            list.entries.push_back(std::move(entry));
    }
    return list;
}

QByteArray classNamesText(const std::vector<ClassEntry> &entries)
{
    QByteArray text;
    for (const ClassEntry &entry : entries)
        text += QString(entry.name).replace(QLatin1Char('\n'), QLatin1Char(' ')).toUtf8() + '\n';
    return text;
}

QByteArray labelMapText(const std::vector<ClassEntry> &entries)
{
    QByteArray text = "# label:color_rgb:parts:actions\n";
    for (const ClassEntry &entry : entries) {
        QString name = entry.name;
        name.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char(':'), QLatin1Char('_'));
        const QRgb colour = entry.colour.value_or(qRgb(0, 0, 0));
        text += QStringLiteral("%1:%2,%3,%4%5\n")
                    .arg(name)
                    .arg(qRed(colour))
                    .arg(qGreen(colour))
                    .arg(qBlue(colour))
                    .arg(entry.rest.isEmpty() ? QStringLiteral("::") : entry.rest)
                    .toUtf8();
    }
    return text;
}

}  // namespace plumbline::masks

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/nuscenestables.h"

#include "core/extension/jsonparts.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <limits>

namespace plumbline::pointcloud {

namespace {

constexpr qsizetype mostRecordBytes = qsizetype(1) << 20;
constexpr int mostDepth = 64;
constexpr std::size_t mostNumbers = 64;
constexpr qsizetype mostMembers = 256;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

}  // namespace

/// RapidJSON's events of one record.
class RecordHandler final : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RecordHandler>
{
public:
    explicit RecordHandler(TableRecord &record) : m_record(record) {}

    bool Null() { return true; }
    bool Bool(bool value)
    {
        if (value && m_objects == 1 && m_lists == 0)
            m_record.m_flags.insert(m_key);
        return true;
    }
    // RapidJSON's own conversion is undefined for 0 with an exponent.
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        double value = std::numeric_limits<double>::quiet_NaN();
        const auto parsed = std::from_chars(text, text + length, value);
        return number(parsed.ec == std::errc() ? value : std::numeric_limits<double>::quiet_NaN());
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_objects == 1 && m_lists == 0)
            m_record.m_texts.insert(m_key, QByteArray(text, qsizetype(length)));
        return true;
    }
    bool StartObject() { return ++m_objects + m_lists <= mostDepth; }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (m_objects == 1)
            m_key = QByteArray(text, qsizetype(length));
        return m_record.m_texts.size() + m_record.m_numbers.size() + m_record.m_flags.size() < mostMembers;
    }
    bool EndObject(rapidjson::SizeType)
    {
        --m_objects;
        return true;
    }
    bool StartArray()
    {
        if (m_objects == 1 && m_lists == 0)
            m_record.m_numbers.remove(m_key);
        return m_objects + ++m_lists <= mostDepth;
    }
    bool EndArray(rapidjson::SizeType)
    {
        --m_lists;
        return true;
    }

private:
    bool number(double value)
    {
        if (m_objects != 1)
            return true;
        auto &list = m_record.m_numbers[m_key];
        if (m_lists == 0)
            list.clear();
        if (list.size() < mostNumbers)
            list.push_back(value);
        return true;
    }

    TableRecord &m_record;
    QByteArray m_key;
    int m_objects = 0;
    int m_lists = 0;
};

const std::vector<double> &TableRecord::numbers(const char *key) const
{
    static const std::vector<double> none;
    const auto it = m_numbers.constFind(QByteArray(key));
    return it == m_numbers.constEnd() ? none : *it;
}

void readTable(QByteArrayView text, const QString &file, IssueList &issues, const std::function<void(const TableRecord &)> &take)
{
    std::int64_t number = 0;
    if (extension::jsonOpening(text) != '[') {
        issues.problem(file, {}, tr("It is no list of records."));
        return;
    }
    const bool whole = extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
        const QString place = QStringLiteral("[%1]").arg(number++);
        if (part.text.size() > mostRecordBytes) {
            issues.problem(file, place, tr("The record is larger than a megabyte; it was left out."));
            return true;
        }
        TableRecord record;
        RecordHandler handler(record);
        rapidjson::MemoryStream stream(part.text.data(), static_cast<std::size_t>(part.text.size()));
        rapidjson::Reader reader;
        constexpr unsigned flags =
            rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
        const auto done = reader.Parse<flags>(stream, handler);
        if (done.IsError() || part.text.front() != '{')
            issues.problem(file, place,
                           tr("The record cannot be read and was left out: %1")
                               .arg(QString::fromUtf8(rapidjson::GetParseError_En(done.Code()))));
        else
            take(record);
        return true;
    });
    if (!whole)
        issues.problem(file, {}, tr("The table ends before its last bracket; what came before is used."));
}

namespace {

std::optional<geometry::Pose> poseOf(const TableRecord &record)
{
    return poseOfQuaternion(record.numbers("rotation"), record.numbers("translation"));
}

std::optional<std::int64_t> timeOf(const TableRecord &record)
{
    const auto &numbers = record.numbers("timestamp");
    return numbers.size() == 1 ? rounded(numbers[0]) : std::nullopt;
}

int pixelsOf(const TableRecord &record, const char *key)
{
    const auto &numbers = record.numbers(key);
    constexpr double most = 1e6;
    return numbers.size() == 1 && numbers[0] >= 1 && numbers[0] <= most ? int(numbers[0]) : 0;
}

}  // namespace

const std::vector<QByteArray> &nuScenesTables()
{
    static const std::vector<QByteArray> tables{"sensor", "calibrated_sensor", "scene", "sample", "sample_data", "ego_pose"};
    return tables;
}

void NuTables::read(const QByteArray &table, QByteArrayView text, const QString &file, IssueList &issues)
{
    QSet<QByteArray> wanted;
    if (table == "ego_pose")
        for (const NuData &one : data)
            wanted.insert(one.pose);
    std::int64_t untimed = 0;
    std::int64_t unplaced = 0;
    readTable(text, file, issues, [&](const TableRecord &record) {
        const QByteArray token = record.text("token");
        if (table == "sensor") {
            sensors.insert(token, {QString::fromUtf8(record.text("channel")), QString::fromUtf8(record.text("modality"))});
        } else if (table == "calibrated_sensor") {
            calibrations.insert(token, {record.text("sensor_token"), poseOf(record), record.numbers("camera_intrinsic")});
        } else if (table == "scene") {
            scenes.push_back({token, QString::fromUtf8(record.text("name"))});
        } else if (table == "sample" || table == "sample_data") {
            const auto time = timeOf(record);
            if (table == "sample_data" && !record.flag("is_key_frame"))
                return;
            if (!time)
                ++untimed;
            else if (table == "sample")
                samples.push_back({token, record.text("scene_token"), *time});
            else
                data.push_back({record.text("sample_token"), record.text("calibrated_sensor_token"),
                                record.text("ego_pose_token"), QString::fromUtf8(record.text("filename")), *time,
                                pixelsOf(record, "width"), pixelsOf(record, "height")});
        } else if (wanted.contains(token)) {
            if (const auto pose = poseOf(record))
                poses.insert(token, *pose);
            else
                ++unplaced;
        }
    });
    if (untimed > 0)
        issues.problem(file, {}, tr("%1 records have no time; they were left out.").arg(untimed));
    if (unplaced > 0)
        issues.problem(file, {}, tr("%1 poses are no rotation and shift; they count as unknown.").arg(unplaced));
}

}  // namespace plumbline::pointcloud

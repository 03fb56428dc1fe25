// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "plugins/formats/yolo/yololayout.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <yaml-cpp/yaml.h>

namespace plumbline::yolo {

namespace {

constexpr qint64 maximumDescription = 1 << 20;
constexpr std::int64_t maximumClassId = 1'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::yolo", text);
}

std::vector<std::int64_t> wholeNumbers(const YAML::Node &node)
{
    std::vector<std::int64_t> numbers;
    if (node && node.IsSequence() && node.size() < 10000)
        for (const YAML::Node &entry : node)
            numbers.push_back(entry.as<std::int64_t>());
    return numbers;
}

void takeNames(const YAML::Node &node, DatasetDescription &description, const QString &file, IssueList &issues)
{
    const auto take = [&](std::int64_t id, const YAML::Node &value) {
        const QString place = QStringLiteral("names[%1]").arg(id);
        if (!value.IsScalar() || id < 0 || id > maximumClassId)
            issues.problem(file, place, tr("It is not a class name; it was left out."));
        else if (const QString name = QString::fromStdString(value.Scalar());
                 name.isEmpty() || name.contains(QChar(QChar::ReplacementCharacter)))
            issues.problem(file, place, tr("The class name is empty or not UTF-8; it was left out."));
        else
            description.names.emplace(id, name);
    };
    if (node.IsSequence()) {
        std::int64_t id = 0;
        for (const YAML::Node &entry : node)
            take(id++, entry);
    } else if (node.IsMap()) {
        for (const auto &entry : node)
            take(entry.first.as<std::int64_t>(), entry.second);
    } else {
        issues.problem(file, QStringLiteral("names"), tr("It is neither a list nor a map of class names."));
    }
}

// Splits that lie outside of the folder are not followed: the user says where the pictures are.
void checkSplits(const YAML::Node &root, const QString &folder, const QString &file, IssueList &issues)
{
    for (const char *key : {"train", "val", "test"}) {
        const YAML::Node node = root[key];
        if (!node || !node.IsScalar() || node.Scalar().empty())
            continue;
        QString path = QString::fromStdString(node.Scalar());
        if (QDir::isAbsolutePath(path) && !base::isInside(folder, path))
            issues.add({base::IssueSeverity::Warning, file, QLatin1String(key),
                        tr("%1 lies outside of the data set and was not read. Import that folder by itself.").arg(path)});
    }
}

// A list for every class, or one list: those of the first class are taken for all, as kpt_shape is one for all.
void takeJointNames(const YAML::Node &node, DatasetDescription &description, Json &kept)
{
    YAML::Node list = node;
    if (node && node.IsMap() && node.size() > 0)
        list = node.begin()->second;
    if (!list || !list.IsSequence() || list.size() > 10000)
        return;
    Json names = Json::array();
    for (const YAML::Node &entry : list) {
        if (!entry.IsScalar())
            return;
        description.jointNames.append(QString::fromStdString(entry.Scalar()));
        names.push_back(base::toJson(description.jointNames.last()));
    }
    kept["kpt_names"] = std::move(names);
}

// The pairs that change places; none when some joint does not come back where it was.
std::vector<std::pair<int, int>> mirrorsOf(const std::vector<std::int64_t> &flips)
{
    const auto count = static_cast<std::int64_t>(flips.size());
    std::vector<std::pair<int, int>> pairs;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t other = flips[static_cast<std::size_t>(i)];
        if (other < 0 || other >= count || flips[static_cast<std::size_t>(other)] != i)
            return {};
        if (i < other)
            pairs.emplace_back(static_cast<int>(i), static_cast<int>(other));
    }
    return pairs;
}

void readYaml(const QByteArray &text, const QString &folder, const QString &file, DatasetDescription &description,
              IssueList &issues)
{
    try {
        const YAML::Node root = YAML::Load(std::string(text.constData(), static_cast<std::size_t>(text.size())));
        if (!root.IsMap()) {
            issues.problem(file, {}, tr("It is no data set description: it is not a map."));
            return;
        }
        description.namesFile = file;
        if (const YAML::Node names = root["names"])
            takeNames(names, description, file, issues);
        checkSplits(root, folder, file, issues);
        Json kept = Json::object();
        for (const char *key : {"kpt_shape", "flip_idx"})
            if (const auto numbers = wholeNumbers(root[key]); !numbers.empty())
                kept[key] = numbers;
        description.mirrors = mirrorsOf(wholeNumbers(root["flip_idx"]));
        takeJointNames(root["kpt_names"], description, kept);
        if (!kept.empty())
            description.kept = kept;
        if (const YAML::Node task = root["task"]; task && task.IsScalar())
            description.task = QString::fromStdString(task.Scalar());
        const auto shape = wholeNumbers(root["kpt_shape"]);
        if (shape.size() == 2 && shape[0] > 0 && shape[0] < 10000 && (shape[1] == 2 || shape[1] == 3))
            description.keyPointShape = {static_cast<int>(shape[0]), static_cast<int>(shape[1])};
    } catch (const std::exception &error) {
        issues.problem(file, {}, tr("The YAML is broken: %1").arg(QString::fromUtf8(error.what())));
    }
}

void readLines(const QByteArray &text, const QString &file, DatasetDescription &description, IssueList &issues)
{
    description.namesFile = file;
    QList<QByteArray> lines = text.split('\n');
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (line.isEmpty() || !line.isValidUtf8())
            issues.problem(file, tr("line %1").arg(i + 1), tr("The class name is empty or not UTF-8; it was left out."));
        else
            description.names.emplace(i, QString::fromUtf8(line));
    }
}

// "names = data/obj.names": the path is that of the trainer's machine, so only the file name counts.
QString namesOfObjData(const QByteArray &text, const QString &folder)
{
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals < 0 || line.first(equals).trimmed() != "names")
            continue;
        const QString path =
            folder + QLatin1Char('/') + QFileInfo(QString::fromUtf8(line.sliced(equals + 1).trimmed())).fileName();
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

}  // namespace

DatasetDescription describe(const QString &root, const QString &file, const QString &classesFile, IssueList &issues)
{
    DatasetDescription description;
    for (QString path : {file, classesFile}) {
        if (path.isEmpty())
            continue;
        const auto read = [&](const QString &from) -> QByteArray {
            auto text = base::readTextFile(from, maximumDescription);
            if (!text)
                issues.problem(from, {}, text.error().text);
            return text ? *text : QByteArray();
        };
        QByteArray text = read(path);
        if (path.endsWith(QLatin1String(".data"), Qt::CaseInsensitive)) {
            path = namesOfObjData(text, root);
            text = path.isEmpty() ? QByteArray() : read(path);
        }
        if (text.isEmpty())
            continue;
        // A classes file that the user names wins over the description's names.
        description.names.clear();
        if (path.endsWith(QLatin1String(".yaml"), Qt::CaseInsensitive)
            || path.endsWith(QLatin1String(".yml"), Qt::CaseInsensitive))
            readYaml(text, root, path, description, issues);
        else
            readLines(text, path, description, issues);
    }
    return description;
}

QString descriptionFile(const QString &folder)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files, QDir::Name)) {
        const auto text = base::readTextFile(dir.filePath(name), maximumDescription);
        if (text && (text->startsWith("names") || text->contains("\nnames")))
            return dir.filePath(name);
    }
    for (const char *pattern : {"*.data", "*.names", "classes.txt"}) {
        const QStringList found = dir.entryList({QString::fromLatin1(pattern)}, QDir::Files, QDir::Name);
        if (!found.isEmpty())
            return dir.filePath(found.first());
    }
    return {};
}

}  // namespace plumbline::yolo

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/example/csvboxesformat.h"

#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStringDecoder>

#include <cmath>

namespace plumbline::example {

namespace {

using namespace extension;

constexpr int columns = 6;
constexpr qint64 longestRecord = 1 << 16;
constexpr std::size_t batchSize = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::example", text);
}

QByteArray header()
{
    return QByteArrayLiteral("image,class,x,y,w,h");
}

QString fileOf(const QString &path)
{
    return QFileInfo(path).isDir() ? QDir(path).filePath(QStringLiteral("boxes.csv")) : path;
}

// One line as text; nothing when its bytes are not UTF-8 or it holds a character that would not come back.
std::optional<QString> decoded(QByteArrayView line)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder(line);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

// Fields of one record; nothing when a quote is left open, which means that the record goes on in the next line.
std::optional<QStringList> fieldsOf(const QString &record)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < record.size(); ++i) {
        const QChar c = record[i];
        if (quoted && c == u'"' && i + 1 < record.size() && record[i + 1] == u'"')
            fields.last().append(record[++i]);
        else if (c == u'"' && (quoted || fields.last().isEmpty()))
            quoted = !quoted;
        else if (c == u',' && !quoted)
            fields.append(QString());
        else
            fields.last().append(c);
    }
    return quoted ? std::nullopt : std::optional(std::move(fields));
}

QByteArray quotedField(const QString &text)
{
    QByteArray field = text.toUtf8();
    const bool plain = std::none_of(field.begin(), field.end(), [](char c) { return QByteArrayView(",\"\n\r").contains(c); });
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
}

QByteArray shortest(double value)
{
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

/// Reads records one after the other and knows the line each began in.
class RecordReader
{
public:
    explicit RecordReader(QFile &file) : m_file(file) {}

    [[nodiscard]] bool atEnd() const { return m_file.atEnd(); }
    [[nodiscard]] int line() const { return m_firstLine; }
    /// The next record's fields, or why it is none.
    [[nodiscard]] Result<QStringList> next()
    {
        m_firstLine = m_line + 1;
        QString record;
        while (!m_file.atEnd() && record.size() < longestRecord) {
            QByteArray bytes = m_file.readLine(longestRecord);
            ++m_line;
            if (!bytes.endsWith('\n') && !m_file.atEnd())
                return skipLongLine();
            while (bytes.endsWith('\n') || bytes.endsWith('\r'))
                bytes.chop(1);
            const auto text = decoded(bytes);
            if (!text)
                return fail(ErrorCode::Malformed, tr("The line is not UTF-8 text; it was left out."));
            record += record.isEmpty() ? *text : u'\n' + *text;
            if (auto fields = fieldsOf(record))
                return std::move(*fields);
        }
        return fail(ErrorCode::Malformed, tr("A quotation mark is never closed; the text behind it was left out."));
    }

private:
    [[nodiscard]] Result<QStringList> skipLongLine()
    {
        while (!m_file.atEnd() && !m_file.readLine(longestRecord).endsWith('\n')) {}
        return fail(ErrorCode::Malformed, tr("The line is longer than %1 bytes; it was left out.").arg(longestRecord));
    }

    QFile &m_file;
    int m_line = 0;
    int m_firstLine = 0;
};

Result<geometry::Box> boxOf(const QStringList &fields)
{
    std::array<double, 4> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool ok = false;
        const QString &field = fields[static_cast<qsizetype>(i) + 2];
        numbers[i] = QLocale::c().toDouble(field.trimmed(), &ok);
        if (!ok || !std::isfinite(numbers[i]))
            return fail(ErrorCode::Malformed, tr("“%1” is not a number; the box was left out.").arg(field));
    }
    const geometry::Box box{numbers[0], numbers[1], numbers[2], numbers[3]};
    if (const QString why = geometry::whyInvalid(box); !why.isEmpty())
        return fail(ErrorCode::Malformed, tr("%1 The box was left out.").arg(why));
    return box;
}

Result<ForeignAnnotation> annotationOf(const QStringList &fields, AnnotationSink &sink)
{
    if (fields.size() != columns)
        return fail(ErrorCode::Malformed,
                    tr("The line has %1 fields instead of %2; it was left out.").arg(fields.size()).arg(columns));
    const auto name = base::safeRelativePath(fields[0]);
    if (!name)
        return fail(name.error());
    const auto box = boxOf(fields);
    if (!box)
        return fail(box.error());
    ForeignAnnotation read;
    read.item = sink.declareItem({*name, {}, 0, 0, {}});
    if (!fields[1].isEmpty())
        read.labelClass = sink.declareClass({fields[1], {}});
    read.annotation.geometry = *box;
    return read;
}

}  // namespace

QString CsvBoxesFormat::id() const
{
    return QStringLiteral("csv-boxes");
}

QString CsvBoxesFormat::title() const
{
    return tr("CSV boxes");
}

FormatCapabilities CsvBoxesFormat::capabilities() const
{
    FormatCapabilities can;
    can.read = can.write = true;
    can.geometries = {QStringLiteral("box")};
    return can;
}

ProbeResult CsvBoxesFormat::probe(const QString &path) const
{
    QFile file(fileOf(path));
    if (QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly) && file.read(header().size()) == header())
        return {ProbeResult::Certain, tr("The file begins with the header of this table.")};
    return {};
}

Result<> CsvBoxesFormat::read(const ImportRequest &request, AnnotationSink &sink) const
{
    const QString path = fileOf(request.path);
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, tr("%1 cannot be read: %2").arg(path, file.errorString()));
    RecordReader records(file);
    const auto first = records.next();
    if (!first || first->join(u',').toUtf8() != header())
        return fail(ErrorCode::Malformed, tr("%1 must begin with the line %2.").arg(path, QString::fromLatin1(header())));

    std::vector<ForeignAnnotation> batch;
    while (!records.atEnd()) {
        if (sink.control().cancelled())
            return jobs::JobControl::cancelledError();
        const auto fields = records.next();
        if (fields && fields->size() == 1 && fields->first().isEmpty())
            continue;
        auto read = fields ? annotationOf(*fields, sink) : fail(fields.error());
        if (!read) {
            sink.issue({IssueSeverity::Problem, path, tr("line %1").arg(records.line()), read.error().text});
            continue;
        }
        batch.push_back(std::move(*read));
        if (batch.size() == batchSize) {
            if (const auto added = sink.add(std::exchange(batch, {})); !added)
                return added;
        }
    }
    return batch.empty() ? Result<>() : sink.add(std::move(batch));
}

Result<std::vector<Loss>> CsvBoxesFormat::checkExport(const AnnotationSource &source, const ExportRequest &) const
{
    Loss shapes{tr("other shapes"), 0, tr("Only boxes are written; these annotations are left out.")};
    Loss details{tr("attributes, scores, roles, groups and tracks"), 0, tr("The boxes are written without them.")};
    Loss empty{tr("images without a box"), 0, tr("The table has no line for them.")};
    const auto visited = source.visit([&](const model::Item &, const std::vector<model::Annotation> &annotations) -> Result<> {
        std::int64_t boxes = 0;
        for (const model::Annotation &annotation : annotations) {
            const bool isBox = std::holds_alternative<geometry::Box>(annotation.geometry);
            boxes += isBox ? 1 : 0;
            shapes.count += isBox ? 0 : 1;
            details.count += isBox
                             && (!annotation.attributes.empty() || annotation.score || annotation.role != model::Role::Object
                                 || !annotation.group.isNull() || !annotation.track.isNull() || annotation.unsure);
        }
        empty.count += boxes == 0 ? 1 : 0;
        return {};
    });
    if (!visited)
        return fail(visited.error());
    std::vector<Loss> losses;
    for (const Loss &loss : {shapes, details, empty}) {
        if (loss.count > 0)
            losses.push_back(loss);
    }
    return losses;
}

Result<QStringList> CsvBoxesFormat::plannedOutputs(const AnnotationSource &, const ExportRequest &) const
{
    return QStringList{QStringLiteral("boxes.csv")};
}

Result<QStringList> CsvBoxesFormat::write(const AnnotationSource &source, const ExportRequest &request) const
{
    base::AtomicFile file(QDir(request.folder).filePath(QStringLiteral("boxes.csv")));
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.whyNotWritten());
    file.write(header() + '\n');
    std::int64_t images = 0;
    std::int64_t boxes = 0;
    const auto visited = source.visit([&](const model::Item &item, const auto &annotations) -> Result<> {
        if (source.control().cancelled())
            return jobs::JobControl::cancelledError();
        const std::int64_t before = boxes;
        for (const model::Annotation &annotation : annotations) {
            const auto *box = std::get_if<geometry::Box>(&annotation.geometry);
            if (!box)
                continue;
            const model::LabelClass *labelClass = source.schema().find(annotation.labelClass);
            file.write(quotedField(item.name) + ',' + (labelClass ? quotedField(labelClass->name) : QByteArray()) + ','
                       + shortest(box->x) + ',' + shortest(box->y) + ',' + shortest(box->w) + ',' + shortest(box->h) + '\n');
            ++boxes;
        }
        images += boxes > before ? 1 : 0;
        return {};
    });
    if (!visited)
        return fail(visited.error());
    if (auto finished = file.finish(); !finished)
        return fail(finished.error());
    source.wrote(images, boxes);
    return QStringList{QStringLiteral("boxes.csv")};
}

}  // namespace plumbline::example

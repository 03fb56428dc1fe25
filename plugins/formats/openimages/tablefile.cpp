// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openimages/tablefile.h"

#include <QCoreApplication>

namespace plumbline::openimages {

namespace {

constexpr qint64 maximumFile = qint64(1) << 34;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openimages", text);
}

}  // namespace

Result<std::unique_ptr<TableFile>> TableFile::open(const QString &path)
{
    auto table = std::make_unique<TableFile>();
    table->m_file.setFileName(path);
    if (!table->m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::PermissionDenied, tr("%1 cannot be read: %2").arg(path, table->m_file.errorString()));
    const qint64 size = table->m_file.size();
    if (size > maximumFile)
        return fail(ErrorCode::TooLarge, tr("%1 is too large.").arg(path));
    const uchar *mapped = size > 0 ? table->m_file.map(0, size) : nullptr;
    if (size > 0 && !mapped)
        return fail(ErrorCode::Failed, tr("%1 cannot be read: %2").arg(path, table->m_file.errorString()));
    table->m_reader = std::make_unique<base::CsvReader>(QByteArrayView(mapped, size));
    const auto header = table->m_reader->next();
    if (header)
        for (const QString &name : *header)
            table->m_columns.append(name.trimmed());
    return table;
}

std::optional<QStringList> TableFile::next()
{
    auto cells = m_reader->next();
    while (cells && cells->size() == 1 && cells->first().isEmpty())
        cells = m_reader->next();
    return cells;
}

QByteArray recordOf(const QStringList &cells)
{
    QByteArray record;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QByteArray text = cells[i].toUtf8();
        if (text.contains(',') || text.contains('"') || text.contains('\n') || text.contains('\r')
            || text.startsWith("\xEF\xBB\xBF"))
            text = '"' + text.replace("\"", "\"\"") + '"';
        record += (i > 0 ? "," : "") + text;
    }
    return record + '\n';
}

}  // namespace plumbline::openimages

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/labelintake.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

namespace plumbline::extension {

namespace {

constexpr std::size_t batchSize = 4096;
constexpr std::size_t mostKinds = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

}  // namespace

void LabelIntake::beginFile(const QString &name)
{
    endFile();
    m_file = name;
}

Result<> LabelIntake::add(ForeignAnnotation label)
{
    m_batch.push_back(std::move(label));
    ++m_taken;
    return m_batch.size() < batchSize ? Result<>() : flush();
}

Result<> LabelIntake::finish()
{
    endFile();
    return flush();
}

Result<> LabelIntake::flush()
{
    if (m_sink.control().cancelled())
        return jobs::JobControl::cancelledError();
    return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {}));
}

void LabelIntake::endFile()
{
    if (m_told > mostTold)
        m_sink.issue({IssueSeverity::Problem, m_file, {}, tr("%1 more were left out.").arg(m_told - mostTold)});
    m_told = 0;
    for (const auto &[what, count] : std::exchange(m_kinds, {}))
        m_sink.issue({IssueSeverity::Warning, m_file, what, tr("%1 of these were left out.").arg(count)});
}

void LabelIntake::left(const QString &place, const QString &why)
{
    if (++m_told <= mostTold)
        problem(place, tr("%1 It was left out.").arg(why));
}

void LabelIntake::problem(const QString &place, const QString &text)
{
    m_sink.issue({IssueSeverity::Problem, m_file, place, text});
}

void LabelIntake::warning(const QString &place, const QString &text)
{
    m_sink.issue({IssueSeverity::Warning, m_file, place, text});
}

void LabelIntake::leftKind(const QString &what, std::int64_t count)
{
    // Names of kinds come from the file: there may be as many as records.
    const bool room = m_kinds.size() < mostKinds || m_kinds.contains(what);
    m_kinds[room ? what : tr("others")] += count;
}

ProbeResult probeAmong(const QStringList &files, const std::function<bool(const QString &)> &looksLike, const QString &why)
{
    constexpr qsizetype looks = 100;
    for (const QString &file : files.mid(0, looks))
        if (looksLike(file))
            return {ProbeResult::Certain, QFileInfo(file).fileName() + QLatin1String(": ") + why};
    return {};
}

}  // namespace plumbline::extension

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::extension {

/// What a reader puts its labels through: hands them to the sink in batches and tells what is wrong with records, not more than
/// mostTold of a file in full. One thread; the sink outlives it.
class PLUMBLINE_CORE_EXPORT LabelIntake
{
public:
    static constexpr int mostTold = 50;

    explicit LabelIntake(AnnotationSink &sink) : m_sink(sink) {}

    /// Issues are those of this file from now on, named as people know it in the data set.
    void beginFile(const QString &name);
    [[nodiscard]] const QString &file() const { return m_file; }
    /// Hands on what there is when that is enough; fails when the job was cancelled or the sink cannot store.
    [[nodiscard]] Result<> add(ForeignAnnotation label);
    /// Tells the rest and hands on what there is.
    [[nodiscard]] Result<> finish();

    /// A record that is left out; `why` is a sentence.
    void left(const QString &place, const QString &why);
    void problem(const QString &place, const QString &text);
    void warning(const QString &place, const QString &text);
    /// Something that is counted over the file and told at its end: "3 of these were left out."
    void leftKind(const QString &what, std::int64_t count = 1);
    [[nodiscard]] std::int64_t taken() const { return m_taken; }

private:
    void endFile();
    [[nodiscard]] Result<> flush();

    AnnotationSink &m_sink;
    QString m_file;
    std::vector<ForeignAnnotation> m_batch;
    std::map<QString, std::int64_t> m_kinds;
    std::int64_t m_taken = 0;
    std::int64_t m_told = 0;
};

/// Certain with "NAME: why" for the first of a few files, given absolute, that looks like the format; else nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT ProbeResult probeAmong(const QStringList &files,
                                                           const std::function<bool(const QString &path)> &looksLike,
                                                           const QString &why);

}  // namespace plumbline::extension

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QByteArray>
#include <QByteArrayView>

namespace plumbline::extension {

/// Looks at XML before Qt's reader does, which compares each attribute of a tag with each: a tag with a hundred thousand of
/// them would take minutes. Takes bytes in any portions, of any encoding that has ASCII in it.
class PLUMBLINE_CORE_EXPORT XmlTagGuard
{
public:
    static constexpr int mostAttributes = 2048;

    /// False once a tag has more attributes; it stays false.
    [[nodiscard]] bool take(QByteArrayView bytes);

private:
    enum class State { Text, Tag, Quote, Special };

    void takeInTag(char c);

    State m_state = State::Text;
    QByteArray m_head;  // of the tag
    QByteArray m_end;  // of a comment, CDATA section or instruction
    qsizetype m_matched = 0;  // of it
    char m_quote = 0;
    int m_attributes = 0;
};

}  // namespace plumbline::extension

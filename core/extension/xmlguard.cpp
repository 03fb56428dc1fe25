// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/xmlguard.h"

namespace plumbline::extension {

bool XmlTagGuard::take(QByteArrayView bytes)
{
    for (const char c : bytes) {
        // The other half of a character of UTF-16.
        if (c == '\0')
            continue;
        switch (m_state) {
        case State::Text:
            if (c == '<') {
                m_state = State::Tag;
                m_head.clear();
                m_attributes = 0;
            }
            break;
        case State::Tag: takeInTag(c); break;
        case State::Quote:
            if (c == m_quote)
                m_state = State::Tag;
            break;
        case State::Special:
            // The ends are "-->", "]]>" and "?>": all but the last character are the same.
            if (c == m_end[m_matched])
                ++m_matched;
            else if (c != m_end[0])
                m_matched = 0;
            if (m_matched == m_end.size())
                m_state = State::Text;
        }
        if (m_attributes > mostAttributes)
            break;
    }
    return m_attributes <= mostAttributes;
}

void XmlTagGuard::takeInTag(char c)
{
    constexpr qsizetype longestHead = 8;  // "![CDATA["
    if (m_head.size() < longestHead)
        m_head += c;
    const char *end = m_head == "?" ? "?>" : m_head == "!--" ? "-->" : m_head == "![CDATA[" ? "]]>" : nullptr;
    if (end) {
        m_state = State::Special;
        m_end = end;
        m_matched = 0;
    } else if (c == '"' || c == '\'') {
        m_state = State::Quote;
        m_quote = c;
    } else if (c == '>') {
        m_state = State::Text;
    } else if (c == '=') {
        ++m_attributes;
    }
}

}  // namespace plumbline::extension

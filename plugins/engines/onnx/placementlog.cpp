// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/placementlog.h"

#include <cstdlib>

namespace plumbline::engines::onnx {

void PlacementLog::expect(const std::string &sessionId)
{
    const std::scoped_lock lock(m_mutex);
    m_sessions[sessionId].clear();
}

void PlacementLog::message(const std::string &sessionId, const std::string &text)
{
    // "All nodes placed on [X]. Number of nodes: 3" or "Node(s) placed on [X]. Number of nodes: 3"
    static constexpr auto opening = "placed on [";
    static constexpr auto closing = "]. Number of nodes: ";
    const std::size_t start = text.find(opening);
    if (start == std::string::npos)
        return;
    const std::size_t name = start + std::char_traits<char>::length(opening);
    const std::size_t end = text.find(closing, name);
    if (end == std::string::npos)
        return;
    const std::scoped_lock lock(m_mutex);
    const auto session = m_sessions.find(sessionId);
    if (session != m_sessions.end())
        session->second[text.substr(name, end - name)] += std::atoi(text.c_str() + end + std::char_traits<char>::length(closing));
}

std::map<std::string, int> PlacementLog::take(const std::string &sessionId)
{
    const std::scoped_lock lock(m_mutex);
    const auto node = m_sessions.extract(sessionId);
    return node.empty() ? std::map<std::string, int>{} : node.mapped();
}

}  // namespace plumbline::engines::onnx

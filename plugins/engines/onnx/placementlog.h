// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <mutex>
#include <string>

namespace plumbline::engines::onnx {

/// Learns from ONNX Runtime's log on which provider the nodes of a session run: the API of the headers we build against
/// has no call for it, and a provider may hand any node to the CPU. All members are thread-safe.
class PlacementLog
{
public:
    /// Starts listening for the session that logs under this id.
    void expect(const std::string &sessionId);
    /// A message of the log, whatever it says.
    void message(const std::string &sessionId, const std::string &text);
    /// Nodes per provider ("WebGpuExecutionProvider"…) and the end of listening. Empty = nothing was said.
    [[nodiscard]] std::map<std::string, int> take(const std::string &sessionId);

private:
    std::mutex m_mutex;
    std::map<std::string, std::map<std::string, int>> m_sessions;
};

}  // namespace plumbline::engines::onnx

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/packedlas.h"
#include "tests/fuzz/cloudcase.h"

#include <algorithm>
#include <cstring>

using namespace plumbline;

namespace {

/// What an unpacking process may send at worst: any bytes, any number of them, or an end or a failure where it likes.
class AnyRecords final : public cloud::RecordStream
{
public:
    AnyRecords(const std::uint8_t *data, std::size_t size, std::size_t length) : m_data(data), m_size(size), m_length(length) {}

    Result<> start(std::uint64_t first) override
    {
        // The last byte says how many records there are, the one before it where starting fails.
        const std::uint64_t records = m_data[m_size - 1];
        if (m_data[m_size - 2] == (first & 0xFF))
            return fail(ErrorCode::Failed, QStringLiteral("does not start"));
        m_left = first < records ? (records - first) * m_length - m_data[m_size - 3] % m_length : 0;
        return {};
    }
    Result<std::size_t> read(std::span<std::byte> to, const jobs::JobControl &) override
    {
        const std::size_t now = std::min<std::size_t>(m_left, to.size());
        for (std::size_t i = 0; i < now; i += m_size)
            std::memcpy(to.data() + i, m_data, std::min(m_size, now - i));
        m_left -= now;
        return now;
    }

private:
    const std::uint8_t *m_data;
    std::size_t m_size;
    std::size_t m_length;
    std::size_t m_left = 0;
};

}  // namespace

/// LAZ up to the process that unpacks it: its header, and whatever comes back from there. LASzip itself is not attacked here: it
/// is known to crash, and has a process of its own for that.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 3)
        return 0;
    static fuzz::MemoryFile memory;
    memory.fill(data, size);
    auto file = memory.open();
    const QByteArray head = file->read(cloud::headBytes);
    fuzz::readAbout(cloud::openLas(
        std::move(file), head,
        [&](auto, int, std::size_t length, const cloud::Packing &) -> Result<std::unique_ptr<cloud::RecordStream>> {
            return std::make_unique<AnyRecords>(data, size, length);
        }));
    return 0;
}

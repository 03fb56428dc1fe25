// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <streambuf>

#include <sys/types.h>
#include <unistd.h>

namespace plumbline::unlaz {

/// An open file for reading, without a position of its own in the system, so that several processes can share the handle.
class FileStream final : public std::streambuf
{
public:
    FileStream(int handle, std::int64_t size) : m_handle(handle), m_end(size)
    {
        setg(m_buffer.data(), m_buffer.data(), m_buffer.data());
    }

    /// Nothing from this byte on is given out any more.
    void endAt(std::int64_t end)
    {
        seekpos(position());
        m_end = std::min(m_end, end);
    }

protected:
    int_type underflow() override
    {
        const std::int64_t want = std::min<std::int64_t>(std::int64_t(m_buffer.size()), m_end - m_next);
        const ssize_t got = want > 0 ? ::pread(m_handle, m_buffer.data(), std::size_t(want), off_t(m_next)) : 0;
        if (got <= 0)
            return traits_type::eof();
        m_next += got;
        setg(m_buffer.data(), m_buffer.data(), m_buffer.data() + got);
        return traits_type::to_int_type(*gptr());
    }
    pos_type seekoff(off_type offset, std::ios_base::seekdir from, std::ios_base::openmode) override
    {
        const std::int64_t base = from == std::ios_base::beg ? 0 : from == std::ios_base::cur ? position() : m_end;
        std::int64_t to = 0;
        if (__builtin_add_overflow(base, std::int64_t(offset), &to))
            return pos_type(off_type(-1));
        return seekpos(to);
    }
    pos_type seekpos(pos_type to, std::ios_base::openmode = std::ios_base::in) override
    {
        const std::int64_t at = std::int64_t(off_type(to));
        if (at < 0 || at > m_end)
            return pos_type(off_type(-1));
        m_next = at;
        setg(m_buffer.data(), m_buffer.data(), m_buffer.data());
        return pos_type(off_type(at));
    }

private:
    [[nodiscard]] std::int64_t position() const { return m_next - (egptr() - gptr()); }

    int m_handle;
    std::int64_t m_end;
    std::int64_t m_next = 0;  // byte after the buffer
    std::array<char, 65536> m_buffer;
};

}  // namespace plumbline::unlaz

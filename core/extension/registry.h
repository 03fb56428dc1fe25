// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace plumbline::extension {

/// Undoes one registration when it is destroyed. Movable; the registry must outlive it.
class Registration
{
public:
    Registration() = default;
    explicit Registration(std::function<void()> undo) : m_undo(std::move(undo)) {}
    ~Registration() { reset(); }
    Registration(Registration &&other) noexcept : m_undo(std::exchange(other.m_undo, nullptr)) {}
    Registration &operator=(Registration &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_undo = std::exchange(other.m_undo, nullptr);
        }
        return *this;
    }
    void reset()
    {
        if (auto undo = std::exchange(m_undo, nullptr))
            undo();
    }

private:
    std::function<void()> m_undo;
};

/// The implementations of one extension interface, in order of registration. Main thread only; the objects themselves may
/// be used from any thread once taken.
template <typename T>
class Registry
{
public:
    /// Takes ownership. Keep the Registration for as long as the object may be used.
    [[nodiscard]] Registration add(std::unique_ptr<T> object)
    {
        const T *key = object.get();
        m_objects.push_back(std::move(object));
        return Registration([this, key] {
            std::erase_if(m_objects, [key](const std::unique_ptr<T> &candidate) { return candidate.get() == key; });
        });
    }

    [[nodiscard]] std::vector<const T *> all() const
    {
        std::vector<const T *> list;
        list.reserve(m_objects.size());
        for (const auto &object : m_objects)
            list.push_back(object.get());
        return list;
    }

    /// First object with this id(), or null.
    [[nodiscard]] const T *find(const QString &id) const
    {
        const auto it = std::find_if(m_objects.begin(), m_objects.end(),
                                     [&](const std::unique_ptr<T> &object) { return object->id() == id; });
        return it == m_objects.end() ? nullptr : it->get();
    }

private:
    std::vector<std::unique_ptr<T>> m_objects;
};

}  // namespace plumbline::extension

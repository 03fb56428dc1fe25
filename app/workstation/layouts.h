// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QStringList>

namespace plumbline::workstation {

/// Arrangements of the panels that a person saved by name: $XDG_CONFIG_HOME/plumbline/layouts.json. Main thread only.
class Layouts final : public QObject
{
    Q_OBJECT

public:
    explicit Layouts(QObject *parent = nullptr);
    /// Of somebody else: in another folder.
    explicit Layouts(const QString &folder, QObject *parent = nullptr);

    /// In alphabetical order.
    [[nodiscard]] QStringList names() const { return m_layouts.keys(); }
    [[nodiscard]] QByteArray layout(const QString &name) const { return m_layouts.value(name); }
    /// Replaces one of the same name.
    [[nodiscard]] Result<> put(const QString &name, const QByteArray &layout);
    [[nodiscard]] Result<> remove(const QString &name);

signals:
    void changed();

private:
    static constexpr int most = 100;
    [[nodiscard]] Result<> write(QMap<QString, QByteArray> layouts);

    QString m_file;
    QMap<QString, QByteArray> m_layouts;
};

}  // namespace plumbline::workstation

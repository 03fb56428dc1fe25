// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace plumbline::workstation {

/// The program's language: our own catalogue and Qt's. Main thread only.
class Language final
{
public:
    /// "" = the system's. Takes effect for texts that are made from then on.
    void apply(const QString &code);
    [[nodiscard]] static QStringList available();

private:
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

}  // namespace plumbline::workstation

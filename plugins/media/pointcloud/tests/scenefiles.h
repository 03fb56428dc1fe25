// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/media/pointcloud/scenefactory.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <cstring>

namespace plumbline::test {

/// A folder of generated data that goes when the test does.
class SceneFiles
{
public:
    [[nodiscard]] QString path(const QString &name = {}) const { return name.isEmpty() ? m_dir.path() : m_dir.filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    /// x y z intensity of a few points; `seed` makes the content its own.
    void sweep(const QString &name, int seed = 0, int floats = 4) const
    {
        QByteArray content;
        for (int i = 0; i < 8; ++i) {
            const float values[5] = {float(5 + i), float(seed), .5f, .25f, float(i)};
            content.append(reinterpret_cast<const char *>(values), qsizetype(sizeof(float)) * floats);
        }
        write(name, content);
    }
    void pcd(const QString &name, int seed = 0) const
    {
        write(name, "# .PCD v0.7 - Point Cloud Data file format\nVERSION 0.7\nFIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nCOUNT 1 1 1\n"
                    "WIDTH 2\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS 2\nDATA ascii\n1 2 3\n4 5 "
                        + QByteArray::number(seed) + "\n");
    }
    void picture(const QString &name, int width, int height) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(0x304050);
        if (!image.save(path(name)))
            qFatal("cannot write %s", qPrintable(path(name)));
    }
    [[nodiscard]] Result<std::vector<extension::FoundMedium>> survey(const QString &name = {}) const
    {
        return pointcloud::SceneFactory().survey(path(name), {}, {});
    }

private:
    QTemporaryDir m_dir;
};

/// Whether one of the issues names this file (its ending) and has these words in its text; empty words = any.
inline bool hasIssue(const IssueList &issues, const QString &file, const QString &words = {})
{
    for (const Issue &issue : issues.issues)
        if (issue.file.endsWith(file) && issue.text.contains(words))
            return true;
    return false;
}

inline bool hasProblem(const IssueList &issues)
{
    for (const Issue &issue : issues.issues)
        if (issue.severity == IssueSeverity::Problem)
            return true;
    return false;
}

inline double apart(const geometry::Vector3 &a, const geometry::Vector3 &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

}  // namespace plumbline::test

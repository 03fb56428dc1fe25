// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace plumbline::architecture {

/// One file of the repository; `path` is relative to its root with forward slashes.
struct SourceFile {
    QString path;
    QString text;
};

struct Violation {
    QString path;
    int line = 0;  ///< from 1; 0 = the whole file
    QString text;

    bool operator==(const Violation &) const = default;
};

/// The rules of docs/ARCHITECTURE.md as data.
struct Rules {
    /// Folder of core → the folders of core that it may include, itself among them.
    QHash<QString, QSet<QString>> core;
    /// Headers of Qt Widgets, as they are spelled in an include.
    QSet<QString> widgetHeaders;

    /// The rules of this repository; the widget headers are those of the Qt that the test is built with.
    static Rules ofPlumbline();
};

/// Includes that go in a wrong direction or cannot be followed; widgets where none may be.
[[nodiscard]] std::vector<Violation> checkArrows(const std::vector<SourceFile> &files, const Rules &rules);

/// Third-party headers that a public header of core or widgets includes, directly or through another header. Public is a
/// header that lies in an `extension` folder, exports a symbol, or is included from outside its own folder.
[[nodiscard]] std::vector<Violation> checkPublicHeaders(const std::vector<SourceFile> &files);

/// Source files of more than `maximum` lines.
[[nodiscard]] std::vector<Violation> checkLengths(const std::vector<SourceFile> &files, int maximum);

/// Calls of translate() with a cast as the number: lupdate does not read these, so their words are in no catalogue.
[[nodiscard]] std::vector<Violation> checkCounted(const std::vector<SourceFile> &files);

/// Source files, scripts and build files that do not begin with the two SPDX lines (a script: after its first line).
[[nodiscard]] std::vector<Violation> checkLicences(const std::vector<SourceFile> &files);

/// Names of hosts that serve packages: where they come from is the business of the machine that installs.
[[nodiscard]] std::vector<Violation> checkHosts(const std::vector<SourceFile> &files);

/// Folders of core and widgets with source files that the text of docs/ARCHITECTURE.md does not name.
[[nodiscard]] std::vector<Violation> checkFolderList(const std::vector<SourceFile> &files);

/// Every text file below `root`, without build folders, fetched libraries and hidden folders other than .ci.
[[nodiscard]] std::vector<SourceFile> readRepository(const QString &root);

}  // namespace plumbline::architecture

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatlayout.h"

#include "core/extension/xmlguard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>

namespace plumbline::cvat {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::cvat", text);
}

constexpr int mostFiles = 1000;

QStringList xmlIn(const QString &folder)
{
    QStringList files;
    for (const QString &name :
         QDir(folder).entryList({QStringLiteral("*.xml")}, QDir::Files | QDir::NoSymLinks, QDir::Name).mid(0, mostFiles))
        files.append(QDir(folder).filePath(name));
    return files;
}

extension::ProbeResult probeFile(const QString &path)
{
    using extension::ProbeResult;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive) || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(256 * 1024);
    if (!extension::XmlTagGuard().take(head))
        return {};
    QXmlStreamReader xml(head);
    xml.setNamespaceProcessing(false);
    if (!xml.readNextStartElement() || xml.qualifiedName() != QLatin1String("annotations"))
        return {};
    bool described = false;
    while (xml.readNextStartElement()) {
        const QStringView name = xml.qualifiedName();
        if (name == QLatin1String("image"))
            return {ProbeResult::Certain, tr("<annotations> with <image>")};
        if (name == QLatin1String("track"))
            return {};
        described = described || name == QLatin1String("meta");
        xml.skipCurrentElement();
    }
    if (described)
        return {xml.hasError() ? ProbeResult::Medium : ProbeResult::Certain, tr("<annotations> with <meta>")};
    return {ProbeResult::Low, tr("the root element is <annotations>")};
}

}  // namespace

Layout explore(const extension::ImportRequest &request)
{
    Layout layout;
    const QFileInfo given(request.path);
    if (given.isDir()) {
        layout.root = given.canonicalFilePath();
        for (const QString &file : xmlIn(layout.root))
            if (probeFile(file).confidence != extension::ProbeResult::None)
                layout.files.append(file);
        // None looks right: say so file by file instead of finding nothing.
        if (layout.files.isEmpty())
            layout.files = xmlIn(layout.root);
    } else {
        layout.files = {given.canonicalFilePath()};
        layout.root = QFileInfo(layout.files.first()).absolutePath();
    }
    if (!request.mediaPath.isEmpty())
        layout.pictureFolders.append(request.mediaPath);
    layout.pictureFolders << layout.root + QStringLiteral("/images") << layout.root;
    return layout;
}

extension::ProbeResult probe(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return probeFile(path);
    extension::ProbeResult best;
    for (const QString &file : xmlIn(path).mid(0, 5)) {
        extension::ProbeResult found = probeFile(file);
        if (found.confidence > best.confidence) {
            found.reason = QFileInfo(file).fileName() + QLatin1String(": ") + found.reason;
            best = std::move(found);
        }
    }
    return best;
}

}  // namespace plumbline::cvat

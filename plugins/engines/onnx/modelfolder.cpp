// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/modelfolder.h"

#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace plumbline::engines::onnx {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::onnx", text);
}

// No part of the path below the folder may be a link: links could be swapped after the check, and lead anywhere.
bool hasLink(const QString &folder, const QString &relative)
{
    QString path = folder;
    for (const QString &part : relative.split(QLatin1Char('/'))) {
        path += QLatin1Char('/') + part;
        if (QFileInfo(path).isSymLink())
            return true;
    }
    return false;
}

Result<> checkFile(const QString &folder, const QString &relative)
{
    const QString path = folder + QLatin1Char('/') + relative;
    if (hasLink(folder, relative) || (QFileInfo::exists(path) && !base::isInside(folder, path)))
        return fail(ErrorCode::PermissionDenied,
                    tr("“%1” is a link or leads out of the model's folder; it was not opened.").arg(relative));
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, tr("The model's file “%1” is missing.").arg(relative));
    if (!info.isFile())
        return fail(ErrorCode::Malformed, tr("“%1” is not a plain file.").arg(relative));
    if (info.size() > maximumModelBytes)
        return fail(ErrorCode::TooLarge, tr("“%1” is larger than 2 GB.").arg(relative));
    return {};
}

Error mismatch(const QString &file)
{
    return Error{ErrorCode::Corrupt,
                 tr("“%1” is not the file that model.json describes: its SHA-256 differs. Fetch the model again.").arg(file),
                 {}};
}

Result<> checkExternal(const LoadedModel &model, const QString &folder)
{
    for (const QString &location : model.graph.externalFiles) {
        const auto relative = base::safeRelativePath(location);
        if (!relative)
            return fail(ErrorCode::PermissionDenied,
                        tr("The model wants to read “%1”, which is outside its folder; it was not loaded.").arg(location));
        const auto &files = model.manifest.files;
        const bool listed = std::any_of(files.begin(), files.end(), [&](const auto &file) { return file.path == *relative; });
        if (!listed)
            return fail(ErrorCode::Unsupported,
                        tr("The model keeps weights in “%1”, which no model.json lists with its SHA-256.").arg(location));
        // A link or a missing file is found here even though the hash was checked: the graph's spelling may differ.
        if (auto checked = checkFile(folder, *relative); !checked)
            return checked;
    }
    return {};
}

Result<LoadedModel> loadBareFile(const QFileInfo &info)
{
    LoadedModel model;
    auto bytes = base::readFile(info.absoluteFilePath(), info.size());
    if (!bytes)
        return fail(bytes.error());
    model.bytes = std::move(*bytes);
    auto graph = inspectOnnx(model.bytes);
    if (!graph)
        return fail(graph.error());
    model.graph = std::move(*graph);
    if (auto external = checkExternal(model, info.absolutePath()); !external)
        return fail(external.error());
    auto manifest = proposeManifest(model.graph, info.completeBaseName());
    if (!manifest)
        return fail(manifest.error());
    model.manifest = std::move(*manifest);
    model.weightsSha256 = base::sha256(model.bytes).toHex();
    return model;
}

Result<LoadedModel> loadFolder(const QString &folder)
{
    if (auto checked = checkFile(folder, QStringLiteral("model.json")); !checked)
        return fail(checked.error());
    const auto text = base::readFile(folder + QStringLiteral("/model.json"), 4 << 20);
    if (!text)
        return fail(text.error());
    auto manifest = parseManifest(*text);
    if (!manifest)
        return fail(manifest.error());
    LoadedModel model;
    model.manifest = std::move(*manifest);
    const QString graphFile = model.manifest.graphFile();
    for (const auto &file : model.manifest.files) {
        if (auto checked = checkFile(folder, file.path); !checked)
            return fail(checked.error());
        const QString path = folder + QLatin1Char('/') + file.path;
        if (file.path != graphFile) {
            const auto digest = base::sha256OfFile(path);
            if (!digest)
                return fail(digest.error());
            if (*digest != file.sha256)
                return fail(mismatch(file.path));
            continue;
        }
        auto bytes = base::readFile(path, QFileInfo(path).size());
        if (!bytes)
            return fail(bytes.error());
        if (base::sha256(*bytes) != file.sha256)
            return fail(mismatch(file.path));
        model.bytes = std::move(*bytes);
        model.weightsSha256 = file.sha256.toHex();
    }
    auto graph = inspectOnnx(model.bytes);
    if (!graph)
        return fail(graph.error());
    model.graph = std::move(*graph);
    if (!model.graph.externalFiles.isEmpty())
        model.folder = folder;
    if (auto external = checkExternal(model, folder); !external)
        return fail(external.error());
    if (auto fits = checkAgainstGraph(model.manifest, model.graph); !fits)
        return fail(fits.error());
    return model;
}

}  // namespace

bool isModelPath(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return QFileInfo::exists(path + QStringLiteral("/model.json"));
    return info.fileName() == QLatin1String("model.json")
           || info.suffix().compare(QLatin1String("onnx"), Qt::CaseInsensitive) == 0;
}

Result<LoadedModel> loadModel(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, tr("There is no model at %1.").arg(path));
    if (info.isDir())
        return loadFolder(info.absoluteFilePath());
    if (info.fileName() == QLatin1String("model.json"))
        return loadFolder(info.absolutePath());
    if (!info.isFile() || info.size() > maximumModelBytes)
        return fail(ErrorCode::TooLarge, tr("%1 is not a plain file of at most 2 GB.").arg(path));
    return loadBareFile(info);
}

}  // namespace plumbline::engines::onnx

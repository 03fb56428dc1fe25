// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/masks/masksformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/masks/maskslayout.h"
#include "plugins/formats/masks/masksreader.h"
#include "plugins/formats/masks/maskswriter.h"

#include <QCoreApplication>

namespace plumbline::masks {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::masks", text);
}

}  // namespace

QString MasksFormat::id() const
{
    return QStringLiteral("masks");
}

QString MasksFormat::title() const
{
    return tr("Mask pictures (PNG)");
}

extension::FormatCapabilities MasksFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = true;
    can.geometries = {QStringLiteral("mask")};
    return can;
}

std::vector<extension::FormatOption> MasksFormat::options() const
{
    return {kindOption(), codingOption(), classesOption(), extension::mediaOption(), emptyOption()};
}

extension::ProbeResult MasksFormat::probe(const QString &path) const
{
    return masks::probe(path);
}

Result<> MasksFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return masks::read(request, sink);
}

Result<std::vector<extension::Loss>> MasksFormat::checkExport(const extension::AnnotationSource &source,
                                                              const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> MasksFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> MasksFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::masks

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openimages/openimagesformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/openimages/openimageslayout.h"
#include "plugins/formats/openimages/openimagesreader.h"
#include "plugins/formats/openimages/openimageswriter.h"

namespace plumbline::openimages {

QString OpenImagesFormat::id() const
{
    return QStringLiteral("openimages");
}

QString OpenImagesFormat::title() const
{
    return QStringLiteral("Open Images");
}

extension::FormatCapabilities OpenImagesFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.scores = true;
    can.geometries = {QStringLiteral("item"), QStringLiteral("box"), QStringLiteral("mask")};
    return can;
}

std::vector<extension::FormatOption> OpenImagesFormat::options() const
{
    return {extension::mediaOption()};
}

extension::ProbeResult OpenImagesFormat::probe(const QString &path) const
{
    return openimages::probe(path);
}

Result<> OpenImagesFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return openimages::read(request, sink);
}

Result<std::vector<extension::Loss>> OpenImagesFormat::checkExport(const extension::AnnotationSource &source,
                                                                   const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> OpenImagesFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                     const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> OpenImagesFormat::write(const extension::AnnotationSource &source,
                                            const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::openimages

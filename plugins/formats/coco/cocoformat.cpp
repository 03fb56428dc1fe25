// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocoformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/coco/cocofiles.h"
#include "plugins/formats/coco/cocolosses.h"
#include "plugins/formats/coco/cocoreader.h"
#include "plugins/formats/coco/cocowriter.h"

#include <QCoreApplication>

namespace plumbline::coco {

QString CocoFormat::id() const
{
    return QStringLiteral("coco");
}

QString CocoFormat::title() const
{
    return QCoreApplication::translate("plumbline::coco", "COCO instances and key points");
}

extension::FormatCapabilities CocoFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.scores = true;
    can.geometries = {QStringLiteral("box"), QStringLiteral("polygon"), QStringLiteral("points"), QStringLiteral("mask")};
    return can;
}

std::vector<extension::FormatOption> CocoFormat::options() const
{
    return {extension::mediaOption(),
            {QStringLiteral("reference"),
             QCoreApplication::translate("plumbline::coco", "File with the images and categories of a list of results"),
             {},
             {}}};
}

extension::ProbeResult CocoFormat::probe(const QString &path) const
{
    return coco::probe(path);
}

Result<> CocoFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return Reader(request, sink).read();
}

Result<std::vector<extension::Loss>> CocoFormat::checkExport(const extension::AnnotationSource &source,
                                                             const extension::ExportRequest &) const
{
    return losses(source);
}

Result<QStringList> CocoFormat::plannedOutputs(const extension::AnnotationSource &source,
                                               const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> CocoFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::coco

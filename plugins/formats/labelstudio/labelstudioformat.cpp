// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/labelstudioformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/labelstudio/labelstudiofiles.h"
#include "plugins/formats/labelstudio/labelstudioreader.h"
#include "plugins/formats/labelstudio/labelstudiowriter.h"

#include <QCoreApplication>

namespace plumbline::labelstudio {

QString LabelStudioFormat::id() const
{
    return QStringLiteral("labelstudio");
}

QString LabelStudioFormat::title() const
{
    return QCoreApplication::translate("plumbline::labelstudio", "Label Studio JSON");
}

extension::FormatCapabilities LabelStudioFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.scores = true;
    can.geometries = {QStringLiteral("item"),    QStringLiteral("box"),     QStringLiteral("rotated-box"),
                      QStringLiteral("ellipse"), QStringLiteral("polygon"), QStringLiteral("polyline"),
                      QStringLiteral("points"),  QStringLiteral("mask"),    QStringLiteral("relation")};
    return can;
}

std::vector<extension::FormatOption> LabelStudioFormat::options() const
{
    return {extension::mediaOption(), emptyOption(), annotatorOption(), predictionsOption()};
}

extension::ProbeResult LabelStudioFormat::probe(const QString &path) const
{
    return labelstudio::probe(path);
}

Result<> LabelStudioFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return labelstudio::read(request, sink);
}

Result<std::vector<extension::Loss>> LabelStudioFormat::checkExport(const extension::AnnotationSource &source,
                                                                    const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> LabelStudioFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                      const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> LabelStudioFormat::write(const extension::AnnotationSource &source,
                                             const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::labelstudio

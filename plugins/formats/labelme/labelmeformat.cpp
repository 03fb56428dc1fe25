// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelme/labelmeformat.h"

#include "core/extension/formatsupport.h"
#include "plugins/formats/labelme/labelmefiles.h"
#include "plugins/formats/labelme/labelmereader.h"
#include "plugins/formats/labelme/labelmewriter.h"

#include <QCoreApplication>

namespace plumbline::labelme {

QString LabelmeFormat::id() const
{
    return QStringLiteral("labelme");
}

QString LabelmeFormat::title() const
{
    return QCoreApplication::translate("plumbline::labelme", "Labelme and X-AnyLabeling JSON");
}

extension::FormatCapabilities LabelmeFormat::capabilities() const
{
    extension::FormatCapabilities can;
    can.read = can.write = can.attributes = can.scores = true;
    can.geometries = {QStringLiteral("item"),    QStringLiteral("box"),     QStringLiteral("rotated-box"),
                      QStringLiteral("ellipse"), QStringLiteral("polygon"), QStringLiteral("polyline"),
                      QStringLiteral("points"),  QStringLiteral("mask"),    QStringLiteral("relation")};
    return can;
}

std::vector<extension::FormatOption> LabelmeFormat::options() const
{
    return {extension::mediaOption(), emptyOption(), dialectOption()};
}

extension::ProbeResult LabelmeFormat::probe(const QString &path) const
{
    return labelme::probe(path);
}

Result<> LabelmeFormat::read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const
{
    return labelme::read(request, sink);
}

Result<std::vector<extension::Loss>> LabelmeFormat::checkExport(const extension::AnnotationSource &source,
                                                                const extension::ExportRequest &request) const
{
    return Writer(source, request).losses();
}

Result<QStringList> LabelmeFormat::plannedOutputs(const extension::AnnotationSource &source,
                                                  const extension::ExportRequest &request) const
{
    return Writer(source, request).plannedOutputs();
}

Result<QStringList> LabelmeFormat::write(const extension::AnnotationSource &source, const extension::ExportRequest &request) const
{
    return Writer(source, request).write();
}

}  // namespace plumbline::labelme

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/semantickitti/semantickittiwriter.h"

#include "core/base/atomicfile.h"
#include "plugins/formats/semantickitti/semantickittilabels.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <set>

namespace plumbline::semantickitti {

namespace {

constexpr std::uint16_t firstFree = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::semantickitti", text);
}

/// Numbers of the data set; other classes get those from 1000 on.
ClassNumbers numbersOf(const model::Schema &schema, const std::vector<QString> &more, ClassNumbers numbers = {})
{
    std::set<std::uint16_t> taken;
    for (const auto &[name, number] : numbers)
        taken.insert(number);
    std::vector<QString> names = more;
    for (const model::LabelClass &labelClass : schema.classes)
        names.push_back(labelClass.name);
    for (const QString &name : names)
        if (const auto number = classNumber(name))
            taken.insert(numbers.emplace(name, *number).first->second);
    std::uint16_t next = firstFree;
    for (const QString &name : names) {
        if (numbers.contains(name))
            continue;
        while (next != 0 && taken.contains(next))
            ++next;
        if (next == 0)
            break;
        numbers.emplace(name, next);
        taken.insert(next);
    }
    return numbers;
}

}  // namespace

Result<> Writer::visit(extension::LossTally &tally, const Take &take)
{
    extension::NameAllotter folders;
    return extension::visitScenes(m_source,
                                  [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
                                      const std::optional<model::Scene> &scene) -> Result<> {
                                      const extension::SceneFrames frames(scene ? &*scene : nullptr, QStringLiteral("velodyne"));
                                      QString wanted = QFileInfo(item.name).fileName();
                                      if (!base::safeRelativePath(wanted))
                                          wanted = QStringLiteral("scene");
                                      const QString folder = folders.take(QStringLiteral("sequences/") + wanted, false);
                                      extension::NameAllotter files;
                                      std::set<std::int64_t> written;
                                      std::int64_t labels = 0;
                                      for (const model::Annotation &annotation : annotations) {
                                          const auto *points = std::get_if<geometry::PointLabels>(&annotation.geometry);
                                          const auto index = frames.indexOf(annotation);
                                          if (!points) {
                                              tally.add(extension::shapesName(annotation.geometry), tr("They are left out."));
                                          } else if (!index) {
                                              tally.add(tr("labels without a frame of their scene"), tr("They are left out."));
                                          } else if (!written.insert(*index).second) {
                                              tally.add(tr("second labels of the points of a sweep"), tr("They are left out."));
                                          } else {
                                              const QString plain =
                                                  frames.name(*index).replace(QLatin1Char('/'), QLatin1Char('_'));
                                              const QString name = folder + QStringLiteral("/labels/")
                                                                   + files.take(plain + QStringLiteral(".label"), false);
                                              if (const auto taken = take(name, *points); !taken)
                                                  return taken;
                                              extension::CarriedFacts carried;
                                              carried.space = "semantickitti";
                                              extension::tallyFacts(tally, annotation, carried);
                                              ++labels;
                                          }
                                      }
                                      m_written += labels;
                                      m_scenes += labels > 0 ? 1 : 0;
                                      return {};
                                  });
}

Result<QStringList> Writer::plannedOutputs()
{
    QStringList outputs;
    extension::LossTally none;
    const auto visited = visit(none, [&](const QString &name, const geometry::PointLabels &) -> Result<> {
        outputs.append(name);
        return {};
    });
    return visited ? Result<QStringList>(std::move(outputs)) : fail(visited.error());
}

Result<QStringList> Writer::write()
{
    QStringList outputs;
    extension::LossTally none;
    ClassNumbers numbers = numbersOf(m_source.schema(), {});
    const auto visited = visit(none, [&](const QString &name, const geometry::PointLabels &labels) -> Result<> {
        numbers = numbersOf(m_source.schema(), labels.classes, std::move(numbers));
        std::int64_t lost = 0;
        const auto bytes = bytesOf(labels, numbers, lost);
        if (!bytes)
            return fail(bytes.error().code, tr("%1 cannot be written: %2").arg(name, bytes.error().text));
        outputs.append(name);
        return extension::writeFileBelow(m_request.folder, name, *bytes);
    });
    if (!visited)
        return fail(visited.error());
    m_source.wrote(m_scenes, m_written);
    return outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    extension::LossTally tally;
    if (const auto others = extension::tallyOtherItems(m_source, tally); !others)
        return fail(others.error());
    ClassNumbers numbers = numbersOf(m_source.schema(), {});
    std::set<QString> unknown;
    std::int64_t lost = 0;
    const auto visited = visit(tally, [&](const QString &name, const geometry::PointLabels &labels) -> Result<> {
        numbers = numbersOf(m_source.schema(), labels.classes, std::move(numbers));
        for (const QString &one : labels.classes)
            if (!classNumber(one))
                unknown.insert(one);
        const auto bytes = bytesOf(labels, numbers, lost);
        return bytes ? Result<>() : fail(bytes.error().code, tr("%1 cannot be written: %2").arg(name, bytes.error().text));
    });
    if (!visited)
        return fail(visited.error());
    if (!unknown.empty())
        tally.add(tr("classes that the data set has no number for"),
                  tr("They get numbers from 1000 on; their names are left out."), static_cast<std::int64_t>(unknown.size()));
    if (lost > 0)
        tally.add(tr("points of instances above 65535"), tr("They are written without an instance."), lost);
    return tally.take();
}

}  // namespace plumbline::semantickitti

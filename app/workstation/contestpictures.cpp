// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/contestpictures.h"

#include "core/geometry/maskoutline.h"
#include "core/itemmodels/words.h"
#include "core/store/reader.h"
#include "widgets/canvas/shapescene.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace plumbline::workstation {

namespace {

constexpr int side = 420;  // pixels of the longer side

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workstation", text);
}

QPainterPath outline(const geometry::Geometry &geometry)
{
    if (const auto *mask = std::get_if<geometry::Mask>(&geometry))
        return canvas::outlineOf(geometry::outlineOfMask(*mask));
    return canvas::outlineOf(geometry);
}

QImage drawn(const QImage &image, double scale, const std::vector<model::Annotation> &labels, const model::Schema &schema)
{
    QImage with = image.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&with);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    for (const model::Annotation &label : labels) {
        const model::LabelClass *labelClass = schema.find(label.labelClass);
        const QPainterPath path = outline(label.geometry);
        for (const auto &[colour, width] :
             {std::pair{QColor(0, 0, 0, 130), 4.0}, {labelClass ? labelClass->colour : QColor(Qt::gray), 2.0}}) {
            QPen pen(colour, width);
            pen.setCosmetic(true);
            painter.strokePath(path, pen);
        }
    }
    return with;
}

QString named(const std::vector<model::Annotation> &labels, const model::Schema &schema)
{
    QStringList names;
    for (const model::Annotation &label : labels)
        names << itemmodels::labelTitle(schema, label);
    names.sort();
    return names.isEmpty() ? tr("nothing") : names.join(QStringLiteral(", "));
}

}  // namespace

Result<ContestPictures> contestPictures(const store::Project &project, ItemId id, const QString &annotator,
                                        const store::Person &person, const exchange::MediaOpener &opener,
                                        const jobs::JobControl &control)
{
    const auto both = workflow::keyAndWork(project, id, annotator, person);
    if (!both)
        return fail(both.error());
    const auto reader = project.store().reader();
    const auto schema = reader ? (*reader)->schema() : Result<model::Schema>(fail(reader.error()));
    if (!schema)
        return fail(schema.error());
    const auto item = (*reader)->item(id);
    if (!item)
        return fail(item.error());
    ContestPictures pictures;
    // What is accepted first stands for the key; the rest is named.
    std::vector<model::Annotation> key;
    QStringList words;
    if (both->key) {
        for (const std::vector<model::Annotation> &answer : both->key->key.answers)
            words << named(answer, *schema);
        if (!both->key->key.answers.empty())
            key = both->key->key.answers.front();
        if (both->key->key.cannotLabelIsRight)
            words << tr("cannot label");
        if (words.isEmpty())
            words << tr("nothing");
    }
    pictures.keyWords = both->key ? words.join(tr("; or ")) : tr("no known answer any more");
    pictures.workWords = named(both->work, *schema);
    if (!*item || (*item)->kind == model::ItemKind::Scene)
        return pictures;
    const auto source = opener.open(project.mediaPath(**item));
    if (!source)
        return pictures;
    const auto frame = (*source)->load(0, extension::LoadQuality::Preview, control);
    const QSize size = (*source)->info().size;
    if (!frame || frame->image.isNull() || size.isEmpty())
        return pictures;
    const QImage image = frame->image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const double scale = double(image.width()) / size.width();
    pictures.key = drawn(image, scale, key, *schema);
    pictures.work = drawn(image, scale, both->work, *schema);
    return pictures;
}

}  // namespace plumbline::workstation

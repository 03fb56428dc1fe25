// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imageedits.h"

#include "core/base/json.h"
#include "core/model/measure.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

// Copy, paste and duplicate: labels travel as annotation JSON, so they reach other windows and other projects by the
// names of their classes.
namespace plumbline::imageview {

namespace {

constexpr double pasteOffset = 10;  // image pixels, right and down
constexpr qsizetype largestPaste = 64 << 20;
constexpr int deepestPaste = 24;

QString mimeType()
{
    return QStringLiteral("application/x-plumbline-annotations+json");
}

}  // namespace

void ImageEdits::copySelected()
{
    const auto selected = selectedAnnotations();
    if (selected.empty()) {
        m_hint(tr("Select what you want to copy."));
        return;
    }
    Json list = Json::array();
    for (const model::Annotation *annotation : selected)
        list.push_back(model::annotationToJson(*annotation, m_editing.schema()));
    const auto item = m_editing.item();
    const QByteArray text = base::toJsonLine(
        Json{{"plumbline", 1}, {"item", base::toJson(item ? item->id.toString() : QString())}, {"annotations", std::move(list)}});
    auto mime = std::make_unique<QMimeData>();
    mime->setData(mimeType(), text);
    mime->setText(QString::fromUtf8(text));
    QGuiApplication::clipboard()->setMimeData(mime.release());
    m_pastes = 0;
    m_hint(tr("Copied %1.").arg(noun(selected)));
}

void ImageEdits::paste()
{
    pasteWith(true);
}

void ImageEdits::pasteInPlace()
{
    pasteWith(false);
}

void ImageEdits::pasteWith(bool apart)
{
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    const auto item = m_editing.item();
    if (!mime || !mime->hasFormat(mimeType())) {
        m_hint(tr("There are no labels to paste; copy some with {image.copy} first."));
        return;
    }
    if (!item || !canCreate())
        return;
    const QByteArray text = mime->data(mimeType());
    if (text.size() > largestPaste) {
        m_hint(tr("The clipboard holds more labels than can be pasted at once."));
        return;
    }
    // Another program may have put anything there.
    const auto json = base::parseJson(text, deepestPaste);
    if (!json || !json->is_object() || !json->contains("annotations") || !(*json)["annotations"].is_array()) {
        m_hint(tr("The clipboard does not hold labels that can be read."));
        return;
    }
    std::vector<model::Annotation> templates;
    QString problem;
    for (const Json &entry : (*json)["annotations"]) {
        const auto annotation = model::annotationFromJson(entry, m_editing.schema());
        if (!annotation)
            problem = annotation.error().text;
        else if (const QString why = geometry::whyInvalid(annotation->geometry); !why.isEmpty())
            problem = why;
        else
            templates.push_back(*annotation);
    }
    if (!problem.isEmpty())
        m_hint(problem);
    if (templates.empty())
        return;
    if (!apart) {
        // In place means: where they were.
    } else if (text != m_pasted || item->id != m_pasteItem) {
        m_pasted = text;
        m_pasteItem = item->id;
        // On the picture they came from, copies must not hide their originals.
        m_pastes = json->value("item", Json()) == base::toJson(item->id.toString()) ? 1 : 0;
    } else {
        ++m_pastes;
    }
    const QString what = templates.size() == 1 ? className(templates.front().labelClass)
                                               : tr("%n label(s)", nullptr, static_cast<int>(templates.size()));
    insert(templates, apart ? pasteOffset * m_pastes : 0, tr("Paste %1").arg(what));
}

void ImageEdits::duplicateSelected()
{
    const auto selected = selectedAnnotations();
    if (selected.empty()) {
        m_hint(tr("Select what you want to duplicate."));
        return;
    }
    if (!canCreate())
        return;
    std::vector<model::Annotation> templates;
    for (const model::Annotation *annotation : selected)
        templates.push_back(*annotation);
    insert(templates, pasteOffset, tr("Duplicate %1").arg(noun(selected)));
}

void ImageEdits::insert(std::vector<model::Annotation> templates, double offset, const QString &label)
{
    // Arrows come last: by then their ends have been copied.
    std::stable_partition(templates.begin(), templates.end(),
                          [](const model::Annotation &a) { return !std::holds_alternative<geometry::Relation>(a.geometry); });
    history::GestureBuilder builder = m_editing.gesture(label);
    QSet<AnnotationId> made;
    QHash<AnnotationId, AnnotationId> copies;
    QHash<GroupId, GroupId> groups;
    for (const model::Annotation &source : templates) {
        double dx = offset;
        double dy = offset;
        if (const auto b = geometry::boundsOf(source.geometry); b && limits(source.labelClass)) {
            // Kept inside; what is larger than the picture stays at its top-left corner.
            dx = std::max(std::min(dx, m_picture->right() - b->right()), m_picture->x - b->x);
            dy = std::max(std::min(dy, m_picture->bottom() - b->bottom()), m_picture->y - b->y);
        }
        model::Annotation copy = m_editing.newAnnotation(geometry::translated(source.geometry, dx, dy));
        // An arrow leads to the copies of its ends; one whose ends stay behind is not copied.
        if (auto *relation = std::get_if<geometry::Relation>(&copy.geometry)) {
            if (!copies.contains(relation->from) || !copies.contains(relation->to))
                continue;
            relation->from = copies.value(relation->from);
            relation->to = copies.value(relation->to);
        }
        copy.labelClass = source.labelClass;
        copy.role = source.role;
        copy.attributes = source.attributes;
        copy.unsure = source.unsure;
        copy.zOrder = source.zOrder;
        if (!source.group.isNull()) {
            if (!groups.contains(source.group))
                groups.insert(source.group, GroupId{copy.id.uuid});
            copy.group = groups.value(source.group);
        }
        if (const auto measure = model::measureOf(source)) {
            model::setMeasure(copy, *measure);
            restamp(copy, model::millimetresPerPixel(m_editing.annotations(), m_editing.schema()));
        }
        builder.create(copy);
        copies.insert(source.id, copy.id);
        made.insert(copy.id);
    }
    if (made.isEmpty()) {
        m_hint(tr("An arrow is copied together with what it joins."));
        return;
    }
    m_editing.push(builder.take());
    m_editing.select(made);
}

}  // namespace plumbline::imageview

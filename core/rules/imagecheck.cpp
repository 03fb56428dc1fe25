// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/imagecheck.h"

#include "core/geometry/overlap.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace plumbline::rules {

using model::RuleKind;

namespace {

constexpr std::size_t mostFindings = 5000;
constexpr std::size_t manyChanges = 100;
constexpr std::size_t mostOverlaps = 16;  // listed of one label
constexpr int valueRule = -1;             // what no rule says: values that the schema does not have
constexpr double tolerancePixels = 0.5;   // of what counts as outside: formats round
// Comparing two boxes costs one; that makes tenths of a second in all, whatever lies on the picture.
constexpr double workPerCheck = 2e7;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::rules", text);
}

QString number(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 1 : 0);
}

int pointCount(const geometry::Geometry &geometry)
{
    if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry)) {
        std::size_t fewest = 0;
        for (const geometry::PolygonPart &part : polygon->parts)
            fewest = &part == &polygon->parts.front() ? part.outer.size() : std::min(fewest, part.outer.size());
        return static_cast<int>(fewest);
    }
    if (const auto *line = std::get_if<geometry::Polyline>(&geometry))
        return static_cast<int>(line->points.size());
    if (const auto *points = std::get_if<geometry::KeyPoints>(&geometry))
        return static_cast<int>(std::count_if(points->points.begin(), points->points.end(),
                                              [](const geometry::KeyPoint &point) { return point.visibility > 0; }));
    return -1;
}

// About how many comparisons of boxes one comparison of these shapes is worth.
double costOf(const geometry::Geometry &geometry)
{
    if (std::holds_alternative<geometry::Box>(geometry))
        return 1;
    if (const auto *mask = std::get_if<geometry::Mask>(&geometry))
        return 50 + static_cast<double>(mask->counts.size());
    constexpr double clipping = 200;
    return clipping + 20.0 * std::max(0, pointCount(geometry));
}

}  // namespace

ImageCheck::ImageCheck(std::shared_ptr<const RuleSet> rules) : m_rules(std::move(rules))
{
    for (std::size_t rule = 0; rule < m_rules->rules.size(); ++rule)
        if (m_rules->rules[rule].rule.kind == RuleKind::NoOverlap)
            m_overlapRules.push_back(rule);
    m_counts.resize(m_rules->rules.size());
}

void ImageCheck::start(int width, int height, const std::vector<const model::Annotation *> &labels)
{
    m_width = width;
    m_height = height;
    m_labels.clear();
    m_free.clear();
    m_slots.clear();
    m_index.clear();
    for (QHash<QString, int> &counts : m_counts)
        counts.clear();
    m_work = workPerCheck;
    for (const model::Annotation *label : labels)
        insert(*label);
}

void ImageCheck::update(const std::vector<std::pair<AnnotationId, const model::Annotation *>> &changes)
{
    if (changes.size() > manyChanges && changes.size() * 4 > m_labels.size()) {
        restart(changes);
        return;
    }
    m_work = workPerCheck;
    for (const auto &[id, label] : changes)
        remove(id);
    for (const auto &[id, label] : changes)
        if (label && !m_slots.contains(id))
            insert(*label);
}

void ImageCheck::restart(const std::vector<std::pair<AnnotationId, const model::Annotation *>> &changes)
{
    QSet<AnnotationId> changed;
    for (const auto &[id, label] : changes)
        changed.insert(id);
    std::vector<std::unique_ptr<Label>> before = std::move(m_labels);
    std::vector<const model::Annotation *> labels;
    for (const auto &label : before)
        if (label && !changed.contains(label->value.id))
            labels.push_back(&label->value);
    for (const auto &[id, label] : changes)
        if (label)
            labels.push_back(label);
    start(m_width, m_height, labels);
}

void ImageCheck::insert(const model::Annotation &annotation)
{
    if (m_slots.contains(annotation.id))
        return;
    auto label = std::make_unique<Label>();
    label->value = annotation;
    if (annotation.frame)
        label->frame = QStringLiteral("%1\n%2").arg(annotation.frame->stream).arg(annotation.frame->pts);
    const auto bounds = geometry::boundsOf(annotation.geometry);
    label->measured = bounds && annotation.role == model::Role::Object;
    label->box = bounds.value_or(geometry::Box{});
    label->area = geometry::areaOf(annotation.geometry).value_or(0);
    label->overlaps.resize(m_overlapRules.size());
    checkAlone(*label);
    int slot = static_cast<int>(m_labels.size());
    if (m_free.empty()) {
        m_labels.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    for (std::size_t rule = 0; rule < m_rules->rules.size(); ++rule) {
        const ReadyRule &ready = m_rules->rules[rule];
        if (ready.rule.kind != RuleKind::Count || annotation.role != model::Role::Object || !ready.classes.has(annotation.labelClass)
            || !ready.looksAt(annotation))
            continue;
        label->countedBy.push_back(static_cast<int>(rule));
        ++m_counts[rule][label->frame];
    }
    m_slots.insert(annotation.id, slot);
    m_labels[static_cast<std::size_t>(slot)] = std::move(label);
    const Label &kept = *m_labels[static_cast<std::size_t>(slot)];
    if (!kept.measured || kept.area <= 0 || m_overlapRules.empty())
        return;
    // Asked first and entered then: each pair is met once.
    checkOverlaps(slot);
    m_index[kept.frame].add(slot, kept.box);
}

void ImageCheck::remove(AnnotationId id)
{
    const auto found = m_slots.constFind(id);
    if (found == m_slots.constEnd())
        return;
    const int slot = *found;
    m_slots.erase(found);
    Label &label = *m_labels[static_cast<std::size_t>(slot)];
    for (const int rule : label.countedBy)
        --m_counts[static_cast<std::size_t>(rule)][label.frame];
    if (label.measured && label.area > 0 && !m_overlapRules.empty())
        m_index[label.frame].remove(slot, label.box);
    std::vector<int> others;
    for (const std::vector<Overlap> &overlaps : label.overlaps)
        for (const Overlap &overlap : overlaps)
            others.push_back(overlap.other);
    unlink(slot);
    m_labels[static_cast<std::size_t>(slot)].reset();
    m_free.push_back(slot);
    // What was left out of a full list may now have its place.
    for (const int other : others) {
        if (!m_labels[static_cast<std::size_t>(other)]->full)
            continue;
        unlink(other);
        checkOverlaps(other);
    }
}

void ImageCheck::unlink(int slot)
{
    Label &label = *m_labels[static_cast<std::size_t>(slot)];
    for (std::size_t rule = 0; rule < label.overlaps.size(); ++rule) {
        for (const Overlap &overlap : label.overlaps[rule])
            std::erase_if(m_labels[static_cast<std::size_t>(overlap.other)]->overlaps[rule],
                          [slot](const Overlap &back) { return back.other == slot; });
        label.overlaps[rule].clear();
    }
    label.full = false;
}

void ImageCheck::checkAlone(Label &label) const
{
    for (std::size_t rule = 0; rule < m_rules->rules.size(); ++rule) {
        const ReadyRule &ready = m_rules->rules[rule];
        if (!ready.classes.has(label.value.labelClass) || !ready.looksAt(label.value))
            continue;
        if (QString words = brokenAlone(ready, label); !words.isEmpty())
            label.broken.emplace_back(static_cast<int>(rule), ready.rule.text.isEmpty() ? std::move(words) : ready.rule.text);
    }
    checkValues(label);
}

// Values that a schema change or an import has left without a place. They are kept; people decide.
void ImageCheck::checkValues(Label &label) const
{
    if (!label.value.labelClass.isNull() && !m_rules->find(label.value.labelClass))
        label.broken.emplace_back(valueRule, tr("Its class is not in the schema. Pick another one, or add it back."));
    for (const auto &[key, value] : label.value.attributes) {
        const model::Attribute *attribute = m_rules->attribute(key);
        const bool open = std::holds_alternative<std::monostate>(value) || std::holds_alternative<model::CannotTell>(value);
        if (!attribute || open)
            continue;
        bool fits = false;
        switch (attribute->type) {
        case model::AttributeType::Boolean: fits = std::holds_alternative<bool>(value); break;
        case model::AttributeType::Number: fits = std::holds_alternative<double>(value); break;
        case model::AttributeType::Text: fits = std::holds_alternative<QString>(value); break;
        case model::AttributeType::Choice:
            fits = std::holds_alternative<QString>(value) && attribute->choices.contains(std::get<QString>(value));
            break;
        }
        if (!fits)
            label.broken.emplace_back(valueRule, tr("%1: “%2” of “%3” is not an answer that the schema offers.")
                                                     .arg(titleOf(label.value), model::attributeText(value),
                                                          attribute->title.isEmpty() ? key : attribute->title));
    }
}

QString ImageCheck::brokenAlone(const ReadyRule &ready, const Label &label) const
{
    const model::Rule &rule = ready.rule;
    const QString title = titleOf(label.value);
    switch (rule.kind) {
    case RuleKind::MinimumSize: {
        if (!label.measured)
            return {};
        const double side = std::min(label.box.w, label.box.h);
        const bool line = !geometry::areaOf(label.value.geometry);
        if (side < rule.sizePixels && !line)
            return tr("%1 is %2 pixels small; at least %3 are wanted.").arg(title, number(side), number(rule.sizePixels));
        if (!line && label.area < rule.areaPixels)
            return tr("%1 covers %2 square pixels; at least %3 are wanted.").arg(title, number(label.area), number(rule.areaPixels));
        return {};
    }
    case RuleKind::InsideImage: {
        const auto bounds = geometry::boundsOf(label.value.geometry);
        if (!bounds || m_width <= 0 || m_height <= 0)
            return {};
        const bool inside = bounds->x >= -tolerancePixels && bounds->y >= -tolerancePixels
                            && bounds->right() <= m_width + tolerancePixels && bounds->bottom() <= m_height + tolerancePixels;
        return inside ? QString() : tr("%1 reaches outside the picture.").arg(title);
    }
    case RuleKind::RequiredAttributes: {
        QStringList open;
        for (const model::Attribute *attribute : m_rules->unanswered(label.value))
            open.append(attribute->title.isEmpty() ? attribute->key : attribute->title);
        return open.isEmpty() ? QString() : tr("%1 needs an answer: %2").arg(title, open.join(QStringLiteral(", ")));
    }
    case RuleKind::Geometries: {
        const model::LabelClass *labelClass = m_rules->find(label.value.labelClass);
        const QStringList allowed = !rule.geometries.isEmpty() ? rule.geometries : labelClass ? labelClass->geometries : QStringList();
        const QString kind = geometry::geometryName(label.value.geometry);
        return allowed.isEmpty() || allowed.contains(kind)
                   ? QString()
                   : tr("%1 is a %2; wanted: %3.").arg(title, kind, allowed.join(QStringLiteral(", ")));
    }
    case RuleKind::MinimumVertices: {
        const int points = pointCount(label.value.geometry);
        if (points < 0 || points >= rule.vertices)
            return QString();
        return (points == 1 ? tr("%1 has %2 point; at least %3 are wanted.") : tr("%1 has %2 points; at least %3 are wanted."))
            .arg(title)
            .arg(points)
            .arg(rule.vertices);
    }
    case RuleKind::Attributes: {
        for (const model::AttributeTest &test : rule.require) {
            if (passes(test, label.value.attributes))
                continue;
            const auto it = label.value.attributes.find(test.key);
            const QString given = it == label.value.attributes.end() ? QString() : model::attributeText(it->second);
            return given.isEmpty() ? tr("%1: “%2” has another answer than the rule wants, or none.").arg(title, test.key)
                                   : tr("%1: “%2” of “%3” breaks a rule.").arg(title, given, test.key);
        }
        return {};
    }
    case RuleKind::NoOverlap:
    case RuleKind::Count: break;  // not about one label
    }
    return {};
}

bool ImageCheck::apart(const ReadyRule &rule, const Label &a, const Label &b) const
{
    const ClassId first = a.value.labelClass;
    const ClassId second = b.value.labelClass;
    const bool meant = (rule.classes.has(first) && rule.others.has(second)) || (rule.classes.has(second) && rule.others.has(first));
    return !meant || !rule.looksAt(a.value) || !rule.looksAt(b.value);
}

void ImageCheck::checkOverlaps(int slot)
{
    Label &label = *m_labels[static_cast<std::size_t>(slot)];
    const auto index = m_index.constFind(label.frame);
    if (!label.measured || label.area <= 0 || index == m_index.constEnd())
        return;
    const double cost = costOf(label.value.geometry);
    index->visit(label.box, [&](int other) {
        if (other == slot)
            return true;
        Label &candidate = *m_labels[static_cast<std::size_t>(other)];
        if (isFull(label)) {
            label.full = true;
            return false;
        }
        constexpr double look = 0.1;
        m_work -= look;
        if (isFull(candidate)) {
            candidate.full = label.full = true;
            return m_work > 0;
        }
        m_work -= 1 - look;
        // The union is no smaller than the larger shape, the intersection no larger than that of the bounds.
        const double wide = std::min(label.box.right(), candidate.box.right()) - std::max(label.box.x, candidate.box.x);
        const double high = std::min(label.box.bottom(), candidate.box.bottom()) - std::max(label.box.y, candidate.box.y);
        const double common = std::min({wide * high, label.area, candidate.area});
        const double bound = common / (label.area + candidate.area - common);
        double iou = -1;
        for (std::size_t place = 0; place < m_overlapRules.size(); ++place) {
            const ReadyRule &ready = m_rules->rules[m_overlapRules[place]];
            if (bound <= ready.rule.iou || apart(ready, label, candidate))
                continue;
            if (iou < 0) {
                iou = geometry::iou(label.value.geometry, candidate.value.geometry);
                m_work -= cost + costOf(candidate.value.geometry);
            }
            // Neighbours that share a border differ by rounding.
            constexpr double hairline = 1e-9;
            if (iou > ready.rule.iou + hairline)
                addOverlap(place, slot, other, iou);
        }
        return m_work > 0;
    });
}

bool ImageCheck::isFull(const Label &label)
{
    return std::all_of(label.overlaps.begin(), label.overlaps.end(), [](const auto &list) { return list.size() >= mostOverlaps; });
}

void ImageCheck::addOverlap(std::size_t rule, int slot, int other, double iou)
{
    Label &a = *m_labels[static_cast<std::size_t>(slot)];
    Label &b = *m_labels[static_cast<std::size_t>(other)];
    if (a.overlaps[rule].size() >= mostOverlaps || b.overlaps[rule].size() >= mostOverlaps) {
        a.full = b.full = true;
        return;
    }
    a.overlaps[rule].push_back({other, iou});
    b.overlaps[rule].push_back({slot, iou});
}

QString ImageCheck::titleOf(const model::Annotation &label) const
{
    const model::LabelClass *labelClass = m_rules->find(label.labelClass);
    return labelClass ? labelClass->name : tr("A label without a class");
}

std::vector<int> ImageCheck::inOrder() const
{
    std::vector<int> order;
    for (int slot = 0; slot < static_cast<int>(m_labels.size()); ++slot)
        if (m_labels[static_cast<std::size_t>(slot)])
            order.push_back(slot);
    // Ids carry the time of creation.
    std::sort(order.begin(), order.end(), [this](int a, int b) {
        return m_labels[static_cast<std::size_t>(a)]->value.id < m_labels[static_cast<std::size_t>(b)]->value.id;
    });
    return order;
}

void ImageCheck::addCounts(std::vector<Finding> &found, std::size_t rule) const
{
    const model::Rule &wanted = m_rules->rules[rule].rule;
    const QString who = wanted.classes.isEmpty() ? tr("label") : wanted.classes.join(QStringLiteral(", "));
    // A single image has one frame, also while it has no label at all.
    QStringList frames = m_counts[rule].keys();
    if (frames.isEmpty())
        frames.append(QString());
    frames.sort();
    for (const QString &frame : std::as_const(frames)) {
        const int count = m_counts[rule].value(frame);
        const bool few = wanted.least && count < *wanted.least;
        const bool many = wanted.most && count > *wanted.most;
        if (!few && !many)
            continue;
        Finding finding{wanted.id, wanted.blocks, {}, wanted.text};
        if (finding.text.isEmpty())
            finding.text = few ? tr("%1 × %2 here; at least %3 are wanted.").arg(count).arg(who).arg(*wanted.least)
                               : tr("%1 × %2 here; at most %3 are allowed.").arg(count).arg(who).arg(*wanted.most);
        for (const int slot : many ? inOrder() : std::vector<int>()) {
            const Label &label = *m_labels[static_cast<std::size_t>(slot)];
            if (label.frame == frame && std::find(label.countedBy.begin(), label.countedBy.end(), static_cast<int>(rule)) != label.countedBy.end())
                finding.labels.push_back(label.value.id);
        }
        found.push_back(std::move(finding));
    }
}

void ImageCheck::addOverlaps(std::vector<Finding> &found, std::size_t rule, std::size_t place) const
{
    const model::Rule &wanted = m_rules->rules[rule].rule;
    for (const int slot : inOrder()) {
        const Label &label = *m_labels[static_cast<std::size_t>(slot)];
        for (const Overlap &overlap : label.overlaps[place]) {
            const Label &other = *m_labels[static_cast<std::size_t>(overlap.other)];
            if (other.value.id < label.value.id)
                continue;
            const QString words = wanted.text.isEmpty()
                                      ? tr("%1 and %2 overlap by %3 %; %4 % are allowed.")
                                            .arg(titleOf(label.value), titleOf(other.value), number(overlap.iou * 100), number(wanted.iou * 100))
                                      : wanted.text;
            found.push_back({wanted.id, wanted.blocks, {label.value.id, other.value.id}, words});
            if (found.size() >= mostFindings)
                return;
        }
    }
}

std::vector<Finding> ImageCheck::findings() const
{
    std::vector<std::vector<Finding>> alone(m_rules->rules.size() + 1);
    for (const int slot : inOrder()) {
        const Label &label = *m_labels[static_cast<std::size_t>(slot)];
        for (const auto &[rule, words] : label.broken) {
            const bool value = rule == valueRule;
            auto &list = value ? alone.back() : alone[static_cast<std::size_t>(rule)];
            if (list.size() >= mostFindings)
                continue;
            list.push_back(value ? Finding{QStringLiteral("schema.values"), false, {label.value.id}, words}
                                 : Finding{m_rules->rules[static_cast<std::size_t>(rule)].rule.id,
                                           m_rules->rules[static_cast<std::size_t>(rule)].rule.blocks, {label.value.id}, words});
        }
    }
    std::vector<Finding> found;
    std::size_t place = 0;
    for (std::size_t rule = 0; rule < alone.size(); ++rule) {
        found.insert(found.end(), alone[rule].begin(), alone[rule].end());
        if (rule == m_rules->rules.size())
            break;
        if (m_rules->rules[rule].rule.kind == RuleKind::Count)
            addCounts(found, rule);
        if (m_rules->rules[rule].rule.kind == RuleKind::NoOverlap)
            addOverlaps(found, rule, place++);
    }
    if (incomplete())
        found.push_back({QStringLiteral("schema.incomplete"), false, {}, tr("Too many shapes lie on each other: not every overlap was looked at.")});
    if (found.size() > mostFindings)
        found.resize(mostFindings);
    return found;
}

QSet<AnnotationId> ImageCheck::flagged() const
{
    QSet<AnnotationId> ids;
    for (const Finding &finding : findings())
        for (const AnnotationId &id : finding.labels)
            ids.insert(id);
    return ids;
}

}  // namespace plumbline::rules

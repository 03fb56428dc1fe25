// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/comparewords.h"

#include "core/itemmodels/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

namespace plumbline::workstation {

using adjudication::Case;
using adjudication::Comparison;
using adjudication::Source;
using adjudication::SourceKind;
using adjudication::Why;

namespace {

const QString separator = QStringLiteral(" · ");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::workstation::CompareView)
};

QString percent(double share)
{
    return Words::tr("%1 %").arg(std::lround(std::clamp(share, 0.0, 1.0) * 100)).replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}

QString lettersOf(const std::vector<std::size_t> &sources, const Comparison &comparison)
{
    QStringList letters;
    for (const std::size_t source : sources)
        if (source < comparison.sources.size())
            letters.append(sourceShort(comparison.sources[source]));
    return letters.join(QStringLiteral(", "));
}

QString answerWords(const model::AttributeValue &value)
{
    if (std::holds_alternative<std::monostate>(value))
        return Words::tr("not answered");
    if (std::holds_alternative<model::CannotTell>(value))
        return Words::tr("cannot tell");
    if (const bool *yes = std::get_if<bool>(&value))
        return *yes ? Words::tr("yes") : Words::tr("no");
    return model::attributeText(value);
}

/// Whether people can see how alike two of these are.
bool hasShape(const geometry::Geometry &geometry)
{
    return geometry::boundsOf(geometry) || std::holds_alternative<geometry::Cuboid>(geometry)
           || std::holds_alternative<geometry::Polyline3>(geometry) || std::holds_alternative<geometry::PointLabels>(geometry);
}

/// What a label without a shape says, beside its class; empty for others.
QString answerOf(const geometry::Geometry &geometry)
{
    if (const auto *rewrite = std::get_if<geometry::Rewrite>(&geometry))
        return QStringLiteral("“") + rewrite->text + QStringLiteral("”");
    if (const auto *rating = std::get_if<geometry::Rating>(&geometry))
        return QString::number(rating->value);
    if (const auto *preference = std::get_if<geometry::Preference>(&geometry))
        return preference->choice;
    if (const auto *span = std::get_if<geometry::TextSpan>(&geometry))
        return Words::tr("characters %1 to %2").arg(span->start).arg(span->end);
    if (const auto *range = std::get_if<geometry::TimeRange>(&geometry))
        return Words::tr("ticks %1 to %2").arg(range->startPts).arg(range->endPts);
    return {};
}

QString roleWords(model::Role role)
{
    switch (role) {
    case model::Role::Object: return Words::tr("object");
    case model::Role::Crowd: return Words::tr("crowd");
    case model::Role::Ignore: return Words::tr("ignore");
    }
    return {};
}

/// "title: A red · B blue", or nothing when all versions say the same.
template <typename Say>
std::optional<QString> differing(const QString &title, const Case &found, const Comparison &comparison, Say say)
{
    QStringList parts;
    std::set<QString> said;
    for (const Case::Version &version : found.versions) {
        const QString text = say(version.label);
        said.insert(text);
        if (version.source < comparison.sources.size())
            parts.append(sourceShort(comparison.sources[version.source]) + QLatin1Char(' ') + text);
    }
    if (said.size() < 2)
        return std::nullopt;
    return title + QStringLiteral(": ") + parts.join(separator);
}

}  // namespace

CaseState caseState(const Case &found)
{
    if (found.contradictory())
        return CaseState::Contradictory;
    if (found.open())
        return CaseState::Open;
    return found.rulings.empty() ? CaseState::Agreed : CaseState::Ruled;
}

QString caseStateWord(CaseState state)
{
    switch (state) {
    case CaseState::Open: return Words::tr("open");
    case CaseState::Saving: return Words::tr("being saved");
    case CaseState::Ruled: return Words::tr("decided");
    case CaseState::Contradictory: return Words::tr("contradictory decisions");
    case CaseState::Agreed: return Words::tr("all agree");
    }
    return {};
}

QString sourceTitle(const Source &source, bool blind)
{
    switch (source.kind) {
    case SourceKind::Person: return blind ? source.letter : source.letter + separator + source.layer;
    case SourceKind::Consensus: return Words::tr("Consensus");
    case SourceKind::Model: return Words::tr("Model %1").arg(source.layer.section(QLatin1Char(':'), 1));
    case SourceKind::Accepted: return Words::tr("Accepted");
    }
    return {};
}

QString sourceShort(const Source &source)
{
    switch (source.kind) {
    case SourceKind::Person: return source.letter;
    case SourceKind::Consensus: return Words::tr("Consensus");
    case SourceKind::Model: return Words::tr("Model");
    case SourceKind::Accepted: return Words::tr("Accepted");
    }
    return {};
}

const Case::Version *versionOf(const Case &found, std::size_t source)
{
    for (const auto *list : {&found.versions, &found.beside})
        for (const Case::Version &version : *list)
            if (version.source == source)
                return &version;
    return nullptr;
}

std::vector<AnnotationId> labelsOf(const Case &found, const Comparison &comparison)
{
    std::vector<AnnotationId> own;
    std::vector<AnnotationId> others;
    for (const auto *list : {&found.versions, &found.beside}) {
        for (const Case::Version &version : *list) {
            const auto &labels = comparison.sources[version.source].labels;
            const auto stored = std::find_if(labels.begin(), labels.end(),
                                             [&](const model::Annotation &label) { return label.id == version.label.id; });
            const bool here = stored != labels.end() && stored->frame == version.label.frame;
            (here ? own : others).push_back(version.label.id);
        }
    }
    own.insert(own.end(), others.begin(), others.end());
    return own;
}

QString caseTitle(const Case &found, const model::Schema &schema)
{
    QStringList titles;
    for (const Case::Version &version : found.versions) {
        const QString title = itemmodels::labelTitle(schema, version.label);
        if (!titles.contains(title))
            titles.append(title);
    }
    return titles.join(QStringLiteral(" / "));
}

QString whyWords(const Case &found, const Comparison &comparison)
{
    switch (found.why) {
    case Why::Agreed: return {};
    case Why::Missing:
        // Whoever is fewer is named.
        if (found.versions.size() < found.absent.size()) {
            std::vector<std::size_t> having;
            for (const Case::Version &version : found.versions)
                having.push_back(version.source);
            return Words::tr("only %1").arg(lettersOf(having, comparison));
        }
        return Words::tr("not %1").arg(lettersOf(found.absent, comparison));
    case Why::Class: return Words::tr("class");
    case Why::Shape: return Words::tr("shape %1").arg(percent(found.likeness));
    case Why::Values: return Words::tr("values");
    }
    return {};
}

QString whySentence(const Case &found, const Comparison &comparison)
{
    const QString alike = found.versions.size() > 1 && hasShape(found.versions.front().label.geometry)
                              ? Words::tr("Shapes are %1 alike.").arg(percent(found.likeness))
                              : QString();
    QString why;
    switch (found.why) {
    case Why::Agreed: why = Words::tr("All agree."); break;
    case Why::Missing: why = Words::tr("Missing with %1.").arg(lettersOf(found.absent, comparison)); break;
    case Why::Class: why = Words::tr("The classes differ."); break;
    case Why::Shape: why = Words::tr("The shapes differ."); break;
    case Why::Values: why = Words::tr("The values differ."); break;
    }
    return alike.isEmpty() ? why : why + QLatin1Char(' ') + alike;
}

QString labelWords(const model::Annotation &label, const model::Schema &schema)
{
    QString words = itemmodels::labelTitle(schema, label);
    if (label.role != model::Role::Object)
        words += separator + roleWords(label.role);
    if (label.unsure)
        words += separator + Words::tr("unsure");
    return words;
}

QString saidWords(const Case &found, std::size_t source, const Comparison &comparison, const model::Schema &schema)
{
    if (const Case::Version *version = versionOf(found, source)) {
        QString words = labelWords(version->label, schema);
        if (version->label.score && comparison.sources[source].kind == SourceKind::Model)
            words += QStringLiteral(" %1").arg(*version->label.score, 0, 'f', 2);
        return words;
    }
    const bool person = source < comparison.sources.size() && comparison.sources[source].kind == SourceKind::Person;
    const bool saw = std::find(found.absent.begin(), found.absent.end(), source) != found.absent.end();
    return !person || saw ? Words::tr("no such object") : Words::tr("did not see it");
}

QStringList valueDifferences(const Case &found, const Comparison &comparison, const model::Schema &schema)
{
    QStringList lines;
    const auto add = [&lines](const std::optional<QString> &line) {
        if (line)
            lines.append(*line);
    };
    add(differing(Words::tr("Class"), found, comparison,
                  [&](const model::Annotation &label) { return itemmodels::labelTitle(schema, label); }));
    add(differing(Words::tr("Answer"), found, comparison,
                  [](const model::Annotation &label) { return answerOf(label.geometry); }));
    add(differing(Words::tr("Role"), found, comparison, [](const model::Annotation &label) { return roleWords(label.role); }));
    std::set<QString> keys;
    for (const Case::Version &version : found.versions)
        for (const auto &[key, value] : version.label.attributes)
            keys.insert(key);
    for (const QString &key : keys) {
        const model::Attribute *attribute = schema.attribute(key);
        const QString title = attribute && !attribute->title.isEmpty() ? attribute->title : key;
        add(differing(title, found, comparison, [&key](const model::Annotation &label) {
            const auto value = label.attributes.find(key);
            return answerWords(value == label.attributes.end() ? model::AttributeValue() : value->second);
        }));
    }
    return lines;
}

QString rulingWords(const adjudication::Ruling &ruling, const Case &found, const Comparison &comparison,
                    const model::Schema &schema)
{
    if (!ruling.result)
        return Words::tr("no object");
    if (!ruling.choice.isNull())
        for (const Case::Version &version : found.versions)
            if (version.label.id == ruling.choice && version.source < comparison.sources.size())
                return Words::tr("version %1").arg(sourceShort(comparison.sources[version.source]));
    return Words::tr("changed: %1").arg(labelWords(*ruling.result, schema));
}

QStringList rulingLines(const Case &found, const Comparison &comparison, const model::Schema &schema, const QString &person)
{
    QStringList lines;
    for (const adjudication::Ruling &ruling : found.rulings) {
        const QString who = ruling.by == person ? Words::tr("You") : comparison.blind ? Words::tr("Somebody else") : ruling.by;
        QString line = Words::tr("%1: %2").arg(who, rulingWords(ruling, found, comparison, schema));
        if (!ruling.note.isEmpty())
            line += QStringLiteral(" — ") + ruling.note;
        lines.append(line);
    }
    return lines;
}

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewrisklabels.h"

#include "core/geometry/cuboids.h"
#include "core/overlap/likeness.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace plumbline::review {

namespace {

constexpr double half = 0.5;
constexpr std::size_t leastOfClass = 8;
constexpr double certainOutlier = 7;
constexpr double noticedOutlier = 3.5;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

bool canBeCompared(const model::Annotation &label)
{
    return std::holds_alternative<geometry::Cuboid>(label.geometry) || overlap::isComparable(label);
}

double alike(const model::Annotation &a, const model::Annotation &b, double tolerance)
{
    const auto *first = std::get_if<geometry::Cuboid>(&a.geometry);
    const auto *second = std::get_if<geometry::Cuboid>(&b.geometry);
    if (!first || !second)
        return first || second ? 0 : overlap::likeness(a, b, tolerance);
    return a.frame == b.frame ? geometry::cuboidIou(*first, *second) : 0;
}

bool meet(const geometry::Box &a, const geometry::Box &b)
{
    return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

/// A layer with the places of its objects, so that far ones cost nothing.
class Layer
{
public:
    enum class Take { Predictions, All };  // predictions: those that are likely
    Layer(std::span<const model::Annotation> labels, double tolerance, Take take) : m_labels(labels), m_tolerance(tolerance)
    {
        for (const model::Annotation &label : labels)
            m_spaces.push_back((take == Take::All ? canBeCompared(label) : counts(label))
                                   ? overlap::spaceOf(label.geometry, tolerance)
                                   : std::nullopt);
    }
    [[nodiscard]] static bool counts(const model::Annotation &label)
    {
        return label.verdict != model::Verdict::Rejected && label.score.value_or(1) >= half && canBeCompared(label);
    }
    [[nodiscard]] bool empty() const
    {
        return std::none_of(m_spaces.begin(), m_spaces.end(), [](const auto &space) { return space.has_value(); });
    }
    struct Best {
        double sameClass = 0;
        double any = 0;
    };
    [[nodiscard]] Best bestFor(const model::Annotation &label) const
    {
        Best best;
        const auto space = overlap::spaceOf(label.geometry, m_tolerance);
        if (!space)
            return best;
        for (std::size_t i = 0; i < m_labels.size(); ++i) {
            if (!m_spaces[i] || !meet(*space, *m_spaces[i]))
                continue;
            const double value = alike(label, m_labels[i], m_tolerance);
            best.any = std::max(best.any, value);
            if (m_labels[i].labelClass == label.labelClass)
                best.sameClass = std::max(best.sameClass, value);
        }
        return best;
    }

private:
    std::span<const model::Annotation> m_labels;
    double m_tolerance;
    std::vector<std::optional<geometry::Box>> m_spaces;
};

std::optional<double> contradictionBy(const Layer &layer, const model::Annotation &label)
{
    if (!canBeCompared(label) || layer.empty())
        return std::nullopt;
    const Layer::Best best = layer.bestFor(label);
    return best.sameClass < half && best.any >= half ? 1.0 : std::clamp(1 - best.sameClass, 0.0, 1.0);
}

struct Measures {
    double size = 0;
    double aspect = 0;
};
/// Logarithms; nothing for what has no extent.
std::optional<Measures> measuresOf(const geometry::Geometry &geometry)
{
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&geometry)) {
        const auto &s = cuboid->size;
        if (!(s[0] > 0 && s[1] > 0 && s[2] > 0))
            return std::nullopt;
        return Measures{std::log(s[0] * s[1] * s[2]) / 3, std::log(s[0] / s[1])};
    }
    const auto bounds = geometry::boundsOf(geometry);
    if (!bounds || !(bounds->w > 0 && bounds->h > 0))
        return std::nullopt;
    return Measures{std::log(bounds->w * bounds->h) / 2, std::log(bounds->w / bounds->h)};
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

}  // namespace

std::optional<double> contradiction(const model::Annotation &label, std::span<const model::Annotation> layer, double tolerance)
{
    return contradictionBy(Layer(layer, tolerance, Layer::Take::Predictions), label);
}

std::optional<double> disagreement(std::span<const model::Annotation> work, std::span<const model::Annotation> model,
                                   double tolerance)
{
    const Layer predicted(model, tolerance, Layer::Take::Predictions);
    if (predicted.empty())
        return std::nullopt;
    const Layer drawn(work, tolerance, Layer::Take::All);
    std::int64_t all = 0;
    std::int64_t wrong = 0;
    for (const model::Annotation &label : work)
        if (const auto value = contradictionBy(predicted, label)) {
            ++all;
            wrong += *value > half ? 1 : 0;
        }
    for (const model::Annotation &label : model)
        if (Layer::counts(label) && drawn.bestFor(label).any < half) {
            ++all;
            ++wrong;
        }
    return all > 0 ? std::optional(double(wrong) / double(all)) : std::nullopt;
}

std::vector<double> robustScores(const std::vector<double> &values)
{
    std::vector<double> scores(values.size(), 0);
    if (values.size() < leastOfClass)
        return scores;
    const double median = medianOf(values);
    std::vector<double> deviations;
    for (const double value : values)
        deviations.push_back(std::abs(value - median));
    constexpr double ofNormal = 0.6745;
    constexpr double ofMean = 1.2533;
    double spread = medianOf(deviations) / ofNormal;
    if (!(spread > 0))
        spread = ofMean * std::accumulate(deviations.begin(), deviations.end(), 0.0) / double(deviations.size());
    // Equal values but for rounding are no outliers of each other.
    constexpr double least = 1e-6;
    for (std::size_t i = 0; i < values.size(); ++i)
        scores[i] = (values[i] - median) / std::max(spread, least);
    return scores;
}

std::vector<Suspicion> suspicions(const std::vector<LabelFacts> &labels)
{
    std::vector<Suspicion> found(labels.size());
    std::map<ClassId, std::vector<std::size_t>> byClass;
    std::vector<std::optional<Measures>> measures;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        measures.push_back(measuresOf(labels[i].label->geometry));
        if (measures[i])
            byClass[labels[i].label->labelClass].push_back(i);
    }
    for (const auto &[labelClass, places] : byClass)
        for (const auto member : {&Measures::size, &Measures::aspect}) {
            std::vector<double> values;
            for (const std::size_t i : places)
                values.push_back((*measures[i]).*member);
            const std::vector<double> scores = robustScores(values);
            for (std::size_t k = 0; k < places.size(); ++k)
                found[places[k]].size = std::max(found[places[k]].size, std::abs(scores[k]));
        }
    // Labels of one item come one after the other: each layer is prepared once.
    std::map<const model::Annotation *, Layer> prepared;
    const auto against = [&](std::span<const model::Annotation> layer, const LabelFacts &facts) -> std::optional<double> {
        if (layer.empty())
            return std::nullopt;
        auto place = prepared.find(layer.data());
        if (place == prepared.end())
            place = prepared.emplace(layer.data(), Layer(layer, facts.tolerance, Layer::Take::Predictions)).first;
        return contradictionBy(place->second, *facts.label);
    };
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const LabelFacts &facts = labels[i];
        Suspicion &one = found[i];
        one.model = against(facts.model, facts);
        one.consensus = against(facts.consensus, facts);
        const std::pair<double, double> parts[] = {{0.5, facts.label->score ? 1 - std::clamp(*facts.label->score, 0.0, 1.0) : 0},
                                                   {0.6, one.model.value_or(0)},
                                                   {0.7, one.consensus.value_or(0)},
                                                   {0.6, std::min(1.0, one.size / certainOutlier)},
                                                   {0.4, facts.changed ? 1 : 0},
                                                   {0.5, facts.label->unsure ? 1 : 0}};
        double nothing = 1;
        for (const auto &[weight, value] : parts)
            nothing *= 1 - weight * value;
        one.value = 1 - nothing;
    }
    return found;
}

QString Suspicion::why(const LabelFacts &facts) const
{
    QStringList words;
    const QLocale locale;
    if (model && *model > half)
        words.append(tr("the model sees it otherwise"));
    if (consensus && *consensus > half)
        words.append(tr("others see it otherwise"));
    if (size >= noticedOutlier)
        words.append(tr("unusual size or shape for its class"));
    if (facts.label->score && *facts.label->score < half)
        words.append(tr("low score %1").arg(locale.toString(*facts.label->score, 'f', 2)));
    if (facts.label->unsure)
        words.append(tr("its author was not sure"));
    return words.join(QStringLiteral(", "));
}

}  // namespace plumbline::review

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pointcolours.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::sceneview {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::PointColours)
};

float packed(const QColor &colour)
{
    return float(colour.red() * 65536 + colour.green() * 256 + colour.blue());
}

// Steps of the golden section round the circle of hues: neighbouring numbers look different.
QColor colourOfNumber(std::uint32_t number, bool dark)
{
    const double hue = std::fmod(double(number) * 0.6180339887498949, 1.0);
    return QColor::fromHsvF(float(hue), dark ? 0.55F : 0.85F, dark ? 0.95F : 0.7F);
}

}  // namespace

QColor colourOfClass(const model::Schema &schema, const QString &name)
{
    if (const model::LabelClass *labelClass = schema.find(name); labelClass && labelClass->colour.isValid())
        return labelClass->colour;
    std::uint32_t number = 0;
    for (const QChar letter : name)
        number = number * 31 + letter.unicode();
    return colourOfNumber(number % 1024, true);
}

PointColours::PointColours(const geometry::PointLabels &labels, const model::Schema &schema, bool dark)
    : m_labels(labels), m_lookup(labels), m_counts(geometry::countsOf(labels)),
      m_none(packed(dark ? QColor(104, 108, 116) : QColor(150, 152, 158))), m_dark(dark)
{
    for (const QString &name : labels.classes)
        m_colours.push_back(geometry::isUnlabeled(name) ? m_none : packed(colourOfClass(schema, name)));
}

std::vector<float> PointColours::scalarsOf(const CloudData &data, const ColourMode &mode) const
{
    std::vector<float> values;
    if (data.indices.size() != data.size())
        return values;
    values.resize(data.size(), m_none);
    const bool instances = mode.kind == ColourMode::Kind::PointInstance;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto label = m_lookup.at(data.indices[i]);
        if (!label)
            continue;
        if (!instances)
            values[i] = m_colours[label->classIndex];
        else if (label->instance != 0)
            values[i] = packed(colourOfNumber(label->instance, m_dark));
    }
    return values;
}

PointColours::Label PointColours::labelAt(std::uint64_t place) const
{
    const auto label = m_lookup.at(place);
    if (!label)
        return {geometry::unlabeledName(), 0};
    return {m_labels.classes[label->classIndex], label->instance};
}

QString PointColours::wordsFor(std::uint64_t place) const
{
    const Label label = labelAt(place);
    QString text = geometry::isUnlabeled(label.className) ? QString() : label.className;
    if (label.instance != 0)
        text += (text.isEmpty() ? QString() : QStringLiteral(" · ")) + Words::tr("instance %1").arg(label.instance);
    return text;
}

std::vector<float> PointMarks::scalarsOf(const CloudData &data) const
{
    std::vector<float> values;
    if (data.indices.size() != data.size())
        return values;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!points.contains(data.indices[i]))
            continue;
        values.resize(data.size(), 0);
        values[i] = 1;
    }
    return values;
}

}  // namespace plumbline::sceneview

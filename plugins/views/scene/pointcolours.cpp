// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pointcolours.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::sceneview {

namespace {

/// Whether labels of the frame's sweep say something about these points: not of other frames laid over it, nor of another lidar.
bool knowsPlaces(const CloudData &data, std::int32_t sensor)
{
    return data.indices.size() == data.size() && !data.merged && (sensor < 0 || data.tag.sensor < 0 || data.tag.sensor == sensor);
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::PointColours)
};

// Steps of the golden section round the circle of hues: neighbouring numbers look different.
QColor colourOfNumber(std::uint32_t number, bool dark)
{
    const double hue = std::fmod(double(number) * 0.6180339887498949, 1.0);
    return QColor::fromHsvF(float(hue), dark ? 0.55F : 0.85F, dark ? 0.95F : 0.7F);
}

class LabelColourer final : public PointColourer
{
public:
    LabelColourer(std::shared_ptr<const PointColours> colours, bool instances)
        : m_colours(std::move(colours)), m_instances(instances)
    {}
    [[nodiscard]] std::vector<float> coloursOf(const CloudData &data) const override
    {
        std::vector<float> values;
        if (!knowsPlaces(data, m_colours->sensor()))
            return values;
        values.reserve(data.size());
        for (const std::uint32_t place : data.indices)
            values.push_back(m_colours->colourAt(place, m_instances));
        return values;
    }

private:
    std::shared_ptr<const PointColours> m_colours;
    bool m_instances;
};

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

PointColours::PointColours(const geometry::PointLabels &labels, const model::Schema &schema, bool dark, std::int32_t sensor)
    : m_labels(labels), m_lookup(labels), m_counts(geometry::countsOf(labels)),
      m_none(PointColourer::packed(dark ? QColor(104, 108, 116) : QColor(150, 152, 158))), m_dark(dark), m_sensor(sensor)
{
    for (const QString &name : labels.classes)
        m_colours.push_back(geometry::isUnlabeled(name) ? m_none : PointColourer::packed(colourOfClass(schema, name)));
}

std::shared_ptr<const PointColourer> PointColours::colourer(const ColourMode &mode) const
{
    const bool instances = mode.kind == ColourMode::Kind::PointInstance;
    auto &known = instances ? m_byInstance : m_byClass;
    auto made = known.lock();
    if (!made) {
        made = std::make_shared<LabelColourer>(shared_from_this(), instances);
        known = made;
    }
    return made;
}

float PointColours::colourAt(std::uint64_t place, bool instances) const
{
    const auto label = m_lookup.at(place);
    if (!label)
        return m_none;
    if (!instances)
        return m_colours[label->classIndex];
    return label->instance == 0 ? m_none : PointColourer::packed(colourOfNumber(label->instance, m_dark));
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
    if (!knowsPlaces(data, sensor))
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

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemaconvention.h"

#include "core/rules/scenecheck.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

namespace plumbline::workstation {

using model::Convention;

SchemaConvention::SchemaConvention(std::function<void(const Change &)> changed, QObject *parent)
    : QObject(parent), m_changed(std::move(changed)), m_points(new QSpinBox)
{
    const rules::SceneLimits &usual = rules::usualLimits();
    const auto usually = [](double value, const QString &unit) { return tr("usual: %1%2").arg(QLocale().toString(value), unit); };
    m_belongs = addWords("belongs_to_object", tr("Belongs to the object"), tr("mirrors yes, opened doors no"),
                         &Convention::belongsToObject);
    m_extent =
        addChoice("extent", tr("Extent"), {tr("not stated"), tr("amodal: hidden parts too"), tr("only what is seen")},
                  [](Convention &c, int index) { c.amodalExtent = index == 0 ? std::nullopt : std::optional<bool>(index == 1); });
    m_headingRule = addWords("heading_rule", tr("Heading"), tr("the front is where the windscreen is"), &Convention::headingRule);
    m_heading =
        addChoice("heading", tr("Heading is checked"),
                  {tr("nothing drives backwards fast"), tr("where it moves"), tr("along its longer side"), tr("not at all")},
                  [](Convention &c, int index) {
                      c.heading = index == 0 ? std::nullopt : std::optional(static_cast<model::Heading>(index - 1));
                  });
    addSize();
    addNumber("size_tolerance", tr("Size may differ by"), tr(" %"), &Convention::sizeTolerance, 1000,
              usually(usual.sizeTolerance * 100, tr(" %")), 100);
    m_rigid = addChoice("rigid", tr("Size in a track"), {tr("stays (usual)"), tr("stays"), tr("may change")},
                        [](Convention &c, int index) { c.rigid = index == 0 ? std::nullopt : std::optional<bool>(index == 1); });
    m_ground =
        addChoice("on_ground", tr("Ground"), {tr("stands on it (usual)"), tr("stands on it"), tr("may be above it")},
                  [](Convention &c, int index) { c.onGround = index == 0 ? std::nullopt : std::optional<bool>(index == 1); });
    m_points->setRange(-1, 1'000'000);
    m_points->setSpecialValueText(tr("usual: 1"));
    m_rows.push_back({QStringLiteral("convention.minimum_points"), tr("Fewest points"), m_points});
    connect(m_points, &QSpinBox::valueChanged, this, [this](int value) {
        tell([value](Convention &c) { c.minimumPoints = value < 0 ? std::nullopt : std::optional<int>(value); });
    });
    addNumber("range_limit_metres", tr("Labeled up to"), tr(" m"), &Convention::rangeLimitMetres, 10000, tr("any distance"));
    addNumber("maximum_overlap", tr("May overlap by"), tr(" %"), &Convention::maximumOverlap, 100,
              usually(usual.overlap * 100, tr(" %")), 100);
    addNumber("maximum_speed", tr("Fastest"), tr(" m/s"), &Convention::maximumSpeed, 10000, usually(usual.speed, tr(" m/s")));
    addNumber("maximum_acceleration", tr("Strongest acceleration"), tr(" m/s²"), &Convention::maximumAcceleration, 10000,
              usually(usual.acceleration, tr(" m/s²")));
    addNumber("maximum_turn_degrees", tr("Turns by at most"), tr(" °/s"), &Convention::maximumTurnDegrees, 10000,
              usually(usual.turnDegrees, tr(" °/s")));
}

void SchemaConvention::tell(const Change &change)
{
    if (!m_filling)
        m_changed(change);
}

void SchemaConvention::addNumber(const char *field, const QString &title, const QString &unit,
                                 std::optional<double> Convention::*member, double most, const QString &unstated, double scale)
{
    auto *box = new QDoubleSpinBox;
    // One step below nothing stands for "not stated": 0 is a limit.
    box->setRange(-1, most);
    box->setDecimals(1);
    box->setSuffix(unit);
    box->setSpecialValueText(unstated);
    m_rows.push_back({QStringLiteral("convention.") + QLatin1String(field), title, box});
    m_numbers.push_back({member, box, scale});
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, member, scale](double value) {
        tell([=](Convention &c) { c.*member = value < 0 ? std::nullopt : std::optional<double>(value / scale); });
    });
}

QComboBox *SchemaConvention::addChoice(const char *field, const QString &title, const QStringList &choices,
                                       std::function<void(Convention &, int)> chosen)
{
    auto *box = new QComboBox;
    box->addItems(choices);
    m_rows.push_back({QStringLiteral("convention.") + QLatin1String(field), title, box});
    connect(box, &QComboBox::activated, this,
            [this, chosen = std::move(chosen)](int index) { tell([&chosen, index](Convention &c) { chosen(c, index); }); });
    return box;
}

QLineEdit *SchemaConvention::addWords(const char *field, const QString &title, const QString &example,
                                      QString Convention::*member)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(example);
    m_rows.push_back({QStringLiteral("convention.") + QLatin1String(field), title, edit});
    connect(edit, &QLineEdit::textEdited, this,
            [this, member](const QString &text) { tell([&](Convention &c) { c.*member = text; }); });
    return edit;
}

void SchemaConvention::addSize()
{
    auto *sizes = new QWidget;
    auto *layout = new QHBoxLayout(sizes);
    layout->setContentsMargins(0, 0, 0, 0);
    const std::array<QString, 3> names{tr("Usual length"), tr("Usual width"), tr("Usual height")};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        auto *box = new QDoubleSpinBox;
        box->setRange(0, 1000);
        box->setDecimals(2);
        box->setSingleStep(0.1);
        box->setSuffix(tr(" m"));
        box->setSpecialValueText(QStringLiteral("–"));
        box->setAccessibleName(names[axis]);
        box->setToolTip(names[axis]);
        layout->addWidget(box);
        m_size[axis] = box;
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            const std::array<double, 3> size{m_size[0]->value(), m_size[1]->value(), m_size[2]->value()};
            const bool none = size == std::array<double, 3>{};
            tell([&](Convention &c) { c.sizePriorMetres = none ? std::nullopt : std::optional(size); });
        });
    }
    sizes->setFocusProxy(m_size[0]);
    m_rows.push_back({QStringLiteral("convention.size_prior_metres"), tr("Usual size"), sizes});
}

void SchemaConvention::fill(const Convention &c)
{
    m_filling = true;
    const auto indexOf = [](const std::optional<bool> &flag) { return !flag ? 0 : *flag ? 1 : 2; };
    m_extent->setCurrentIndex(indexOf(c.amodalExtent));
    m_rigid->setCurrentIndex(indexOf(c.rigid));
    m_ground->setCurrentIndex(indexOf(c.onGround));
    m_heading->setCurrentIndex(c.heading ? int(*c.heading) + 1 : 0);
    m_points->setValue(c.minimumPoints.value_or(-1));
    for (QLineEdit *edit : {m_belongs, m_headingRule})
        if (const QString &text = edit == m_belongs ? c.belongsToObject : c.headingRule; edit->text() != text)
            edit->setText(text);
    for (std::size_t axis = 0; axis < 3; ++axis)
        m_size[axis]->setValue(c.sizePriorMetres ? (*c.sizePriorMetres)[axis] : 0);
    for (const Number &number : m_numbers)
        number.box->setValue(c.*number.member ? *(c.*number.member) * number.scale : -1);
    m_filling = false;
}

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/compareedit.h"

#include "core/geometry/pose.h"
#include "widgets/forms/attributeform.h"
#include "widgets/forms/classpicker.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>
#include <numbers>

namespace plumbline::workstation {

namespace {

constexpr double farthestPixel = 1e6;
constexpr double farthestMetre = 1e5;
constexpr double toDegrees = 180 / std::numbers::pi;

template <typename Shape>
ShapeField field(const QString &title, const QString &unit, double step, int decimals, double least, double most,
                 double Shape::*member)
{
    return {title,
            unit,
            step,
            decimals,
            least,
            most,
            [member](const geometry::Geometry &shape) { return std::get<Shape>(shape).*member; },
            [member](geometry::Geometry &shape, double value) { std::get<Shape>(shape).*member = value; }};
}

template <typename Shape>
ShapeField pixels(const QString &title, double Shape::*member, bool extent = false)
{
    return field<Shape>(title, CompareEdit::tr(" px"), 1, 1, extent ? 0.1 : -farthestPixel, farthestPixel, member);
}

template <typename Shape>
ShapeField angle(double Shape::*member)
{
    return {CompareEdit::tr("Angle"),
            CompareEdit::tr("°"),
            1,
            1,
            -360,
            360,
            [member](const geometry::Geometry &shape) { return std::get<Shape>(shape).*member * toDegrees; },
            [member](geometry::Geometry &shape, double value) { std::get<Shape>(shape).*member = value / toDegrees; }};
}

ShapeField metres(const QString &title, std::array<double, 3> geometry::Cuboid::*member, std::size_t axis, bool extent)
{
    return {
        title,
        CompareEdit::tr(" m"),
        0.1,
        2,
        extent ? 0.01 : -farthestMetre,
        farthestMetre,
        [member, axis](const geometry::Geometry &shape) { return (std::get<geometry::Cuboid>(shape).*member)[axis]; },
        [member, axis](geometry::Geometry &shape, double value) { (std::get<geometry::Cuboid>(shape).*member)[axis] = value; }};
}

ShapeField heading()
{
    return {
        CompareEdit::tr("Heading"),
        CompareEdit::tr("°"),
        1,
        1,
        -360,
        360,
        [](const geometry::Geometry &shape) { return geometry::yawOf(std::get<geometry::Cuboid>(shape).rotation) * toDegrees; },
        [](geometry::Geometry &shape, double value) {
            auto &cuboid = std::get<geometry::Cuboid>(shape);
                // Turned about the vertical, so that what tilts it stays.
            const double turn = value / toDegrees - geometry::yawOf(cuboid.rotation);
            cuboid.rotation = geometry::composed({geometry::rotationFromYaw(turn), {}}, {cuboid.rotation, {}}).rotation;
        }};
}

/// How far a shape without numbers of its own has been moved.
std::vector<ShapeField> shifts(const geometry::Geometry &start)
{
    const auto bounds = geometry::boundsOf(start);
    if (!bounds)
        return {};
    const auto shift = [&](const QString &title, double geometry::Box::*member) {
        const double from = (*bounds).*member;
        const bool across = member == &geometry::Box::x;
        return ShapeField{title,
                          CompareEdit::tr(" px"),
                          1,
                          1,
                          -farthestPixel,
                          farthestPixel,
                          [from, member](const geometry::Geometry &shape) {
                              const auto now = geometry::boundsOf(shape);
                              return now ? (*now).*member - from : 0;
                          },
                          [from, member, across](geometry::Geometry &shape, double value) {
                              const auto now = geometry::boundsOf(shape);
                              const double by = now ? value - ((*now).*member - from) : 0;
                              shape = geometry::translated(shape, across ? by : 0, across ? 0 : by);
                          }};
    };
    return {shift(CompareEdit::tr("Moved right"), &geometry::Box::x), shift(CompareEdit::tr("Moved down"), &geometry::Box::y)};
}

}  // namespace

std::vector<ShapeField> shapeFields(const geometry::Geometry &start)
{
    using namespace geometry;
    const auto tr = [](const char *text) { return CompareEdit::tr(text); };
    if (std::holds_alternative<Box>(start))
        return {pixels(tr("Left"), &Box::x), pixels(tr("Top"), &Box::y), pixels(tr("Width"), &Box::w, true),
                pixels(tr("Height"), &Box::h, true)};
    if (std::holds_alternative<RotatedBox>(start))
        return {pixels(tr("Middle x"), &RotatedBox::cx), pixels(tr("Middle y"), &RotatedBox::cy),
                pixels(tr("Width"), &RotatedBox::w, true), pixels(tr("Height"), &RotatedBox::h, true),
                angle(&RotatedBox::angleRadians)};
    if (std::holds_alternative<Ellipse>(start))
        return {pixels(tr("Middle x"), &Ellipse::cx), pixels(tr("Middle y"), &Ellipse::cy),
                pixels(tr("Radius across"), &Ellipse::rx, true), pixels(tr("Radius along"), &Ellipse::ry, true),
                angle(&Ellipse::angleRadians)};
    if (std::holds_alternative<Cuboid>(start))
        return {metres(tr("x"), &Cuboid::centre, 0, false),
                metres(tr("y"), &Cuboid::centre, 1, false),
                metres(tr("z"), &Cuboid::centre, 2, false),
                metres(tr("Length"), &Cuboid::size, 0, true),
                metres(tr("Width"), &Cuboid::size, 1, true),
                metres(tr("Height"), &Cuboid::size, 2, true),
                heading()};
    if (std::holds_alternative<Polygon>(start) || std::holds_alternative<Polyline>(start)
        || std::holds_alternative<KeyPoints>(start))
        return shifts(start);
    return {};
}

CompareEdit::CompareEdit(QWidget *parent)
    : QWidget(parent), m_from(new QComboBox), m_class(new forms::ClassPicker), m_role(new QComboBox),
      m_attributes(new forms::AttributeForm), m_content(new QWidget), m_hint(new QLabel), m_problem(new QLabel),
      m_save(new QPushButton(tr("Save  Enter")))
{
    setObjectName(QStringLiteral("compareEdit"));
    auto *down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(8);
    auto *title = new QLabel(tr("Change it"));
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    down->addWidget(title);
    m_from->setObjectName(QStringLiteral("compareEditFrom"));
    m_from->setAccessibleName(tr("Version to begin with"));
    m_class->setObjectName(QStringLiteral("compareEditClass"));
    m_class->setCreating(false);
    m_class->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_role->setObjectName(QStringLiteral("compareEditRole"));
    m_role->addItem(tr("Object"), static_cast<int>(model::Role::Object));
    m_role->addItem(tr("Crowd"), static_cast<int>(model::Role::Crowd));
    m_role->addItem(tr("Ignore"), static_cast<int>(model::Role::Ignore));
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(8);
    auto *form = new QFormLayout;
    form->addRow(tr("Begin with"), m_from);
    form->addRow(tr("Class"), m_class);
    form->addRow(tr("Role"), m_role);
    column->addLayout(form);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addWidget(m_attributes);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    down->addWidget(scroll, 1);
    m_problem->setObjectName(QStringLiteral("compareEditProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    down->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    m_save->setObjectName(QStringLiteral("compareEditSave"));
    auto *cancel = new QPushButton(tr("Cancel  Esc"));
    cancel->setObjectName(QStringLiteral("compareEditCancel"));
    for (QPushButton *button : {m_save, cancel}) {
        button->setAutoDefault(false);
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) + 16);
    }
    buttons->addWidget(m_save, 1);
    buttons->addWidget(cancel);
    down->addLayout(buttons);
    connect(m_from, &QComboBox::activated, this, [this](int row) { take(static_cast<std::size_t>(row)); });
    connect(m_class, &forms::ClassPicker::picked, this, [this](ClassId id) {
        m_label.labelClass = id;
        m_class->setCurrent(id);
        m_attributes->show(m_schema, id, m_label.attributes, true);
        refresh();
    });
    connect(m_role, &QComboBox::activated, this, [this] {
        m_label.role = static_cast<model::Role>(m_role->currentData().toInt());
        refresh();
    });
    connect(m_attributes, &forms::AttributeForm::answered, this, [this](const QString &key, const model::AttributeValue &value) {
        if (std::holds_alternative<std::monostate>(value))
            m_label.attributes.erase(key);
        else
            m_label.attributes[key] = value;
        m_attributes->show(m_schema, m_label.labelClass, m_label.attributes, true);
        refresh();
    });
    connect(m_save, &QPushButton::clicked, this, &CompareEdit::saved);
    connect(cancel, &QPushButton::clicked, this, &CompareEdit::cancelled);
}

void CompareEdit::begin(const model::Schema &schema, std::vector<Start> starts, std::size_t first)
{
    m_schema = schema;
    m_starts = std::move(starts);
    m_class->setSchema(m_schema);
    m_from->clear();
    for (const Start &start : m_starts)
        m_from->addItem(start.title);
    m_from->setCurrentIndex(static_cast<int>(first));
    take(first);
    if (m_numbers.empty())
        m_class->setFocus(Qt::OtherFocusReason);
    else
        m_numbers.front()->setFocus(Qt::OtherFocusReason);
}

void CompareEdit::take(std::size_t start)
{
    m_label = m_starts[start].label;
    m_class->setCurrent(m_label.labelClass);
    m_role->setCurrentIndex(std::max(0, m_role->findData(static_cast<int>(m_label.role))));
    m_attributes->show(m_schema, m_label.labelClass, m_label.attributes, true);
    m_attributes->setVisible(m_attributes->questionCount() > 0);
    rebuildFields();
    refresh();
}

void CompareEdit::rebuildFields()
{
    m_numbers.clear();
    delete m_shape;
    m_shape = new QWidget;
    auto *form = new QFormLayout(m_shape);
    form->setContentsMargins(0, 0, 0, 0);
    m_fields = shapeFields(m_label.geometry);
    for (const ShapeField &field : m_fields) {
        auto *number = new QDoubleSpinBox;
        number->setRange(field.least, field.most);
        number->setDecimals(field.decimals);
        number->setSingleStep(field.step);
        number->setSuffix(field.unit);
        number->setAccessibleName(field.title);
        number->setKeyboardTracking(true);
        number->setValue(field.get(m_label.geometry));
        const std::size_t place = m_numbers.size();
        connect(number, &QDoubleSpinBox::valueChanged, this, [this, place](double value) {
            m_fields[place].set(m_label.geometry, value);
            refresh();
        });
        m_numbers.push_back(number);
        form->addRow(field.title, number);
    }
    m_hint->setText(m_fields.empty() ? tr("This shape has no numbers to change. Begin with the version whose shape fits best.")
                                     : QString());
    m_hint->setVisible(m_fields.empty());
    static_cast<QVBoxLayout *>(m_content->layout())->insertWidget(2, m_shape);
    m_shape->setVisible(!m_fields.empty());
}

QString CompareEdit::problem() const
{
    return geometry::whyInvalid(m_label.geometry);
}

void CompareEdit::refresh()
{
    const QString why = problem();
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    m_save->setEnabled(why.isEmpty());
    m_attributes->setVisible(m_attributes->questionCount() > 0);
    emit changed();
}

void CompareEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_save->isEnabled())
            emit saved();
        return;
    case Qt::Key_Escape: emit cancelled(); return;
    default: QWidget::keyPressEvent(event);
    }
}

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/schemaskeletonpage.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>

#include <algorithm>

namespace plumbline::workstation {

SchemaSkeletonPage::SchemaSkeletonPage(itemmodels::SchemaDraft &draft, QWidget *parent)
    : SchemaPage(draft, model::SchemaPart::Skeleton, tr("Skeletons"), parent), m_canvas(new SkeletonCanvas), m_joints(new QListWidget)
{
    m_name = addText(QStringLiteral("name"), tr("Name"), [this](int, const QString &text) {
        change([&](model::Skeleton &s) { s.name = text; });
    });
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    auto *group = new QButtonGroup(tools);
    const std::tuple<SkeletonCanvas::Mode, QString, QString> modes[] = {
        {SkeletonCanvas::Mode::Move, tr("Move joints"), tr("Drag joints to where they are on a typical object")},
        {SkeletonCanvas::Mode::Join, tr("Join joints"), tr("Click two joints to draw a line, or to take it away")},
        {SkeletonCanvas::Mode::Pair, tr("Mirror pairs"), tr("Click a left and a right joint: they change places when a picture is mirrored")}};
    for (const auto &[mode, title, tip] : modes) {
        auto *button = new QToolButton;
        button->setText(title);
        button->setToolTip(tip);
        button->setCheckable(true);
        button->setChecked(mode == SkeletonCanvas::Mode::Move);
        group->addButton(button, static_cast<int>(mode));
        row->addWidget(button);
    }
    row->addStretch();
    connect(group, &QButtonGroup::idClicked, this, [this](int mode) { m_canvas->setMode(static_cast<SkeletonCanvas::Mode>(mode)); });
    connect(m_canvas, &SkeletonCanvas::modeChanged, group, [this, group] { group->button(static_cast<int>(m_canvas->mode()))->setChecked(true); });
    addField(QStringLiteral("mirrors"), tr("Mouse"), tools);
    addField(QStringLiteral("edges"), tr("Template"), m_canvas);

    auto *joints = new QWidget;
    auto *layout = new QHBoxLayout(joints);
    layout->setContentsMargins(0, 0, 0, 0);
    m_joints->setFixedHeight(110);
    m_joints->setAccessibleName(tr("Joints"));
    m_joints->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    layout->addWidget(m_joints, 1);
    auto *column = new QVBoxLayout;
    layout->addLayout(column);
    for (const bool adding : {true, false}) {
        auto *button = new QToolButton;
        button->setText(adding ? tr("Add a joint") : tr("Delete the joint"));
        column->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, adding] {
            if (adding)
                addJoint(std::nullopt);
            else
                removeJoint(m_joints->currentRow());
        });
    }
    column->addStretch();
    joints->setFocusProxy(m_joints);
    addField(QStringLiteral("joints"), tr("Joints"), joints);
    connect(m_joints, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (!filling())
            change([&](model::Skeleton &s) { s.joints[m_joints->row(item)] = item->text().trimmed(); });
    });
    connect(m_joints, &QListWidget::currentRowChanged, this, [this](int joint) {
        if (!filling())
            m_canvas->setCurrent(joint);
    });
    connect(m_canvas, &SkeletonCanvas::currentChanged, m_joints, [this](int joint) { m_joints->setCurrentRow(joint); });
    connect(m_canvas, &SkeletonCanvas::changed, this, [this](const model::Skeleton &next) { change([&](model::Skeleton &s) { s = next; }); });
    connect(m_canvas, &SkeletonCanvas::addRequested, this, [this](geometry::Point place) { addJoint(place); });
    connect(m_canvas, &SkeletonCanvas::removeRequested, this, &SchemaSkeletonPage::removeJoint);
    start();
}

void SchemaSkeletonPage::change(const std::function<void(model::Skeleton &)> &change)
{
    const int row = current();
    if (row >= 0 && !filling())
        draft().edit([&](model::Schema &schema) { change(schema.skeletons[static_cast<std::size_t>(row)]); });
}

void SchemaSkeletonPage::addJoint(std::optional<geometry::Point> place)
{
    if (current() < 0)
        return;
    change([&](model::Skeleton &s) {
        QString name = tr("joint %1").arg(s.joints.size() + 1);
        for (int number = static_cast<int>(s.joints.size()) + 2; s.joints.contains(name); ++number)
            name = tr("joint %1").arg(number);
        if (place)
            s.layout = SkeletonCanvas::completeLayout(s);
        s.joints.append(name);
        if (place)
            s.layout.push_back(*place);
        else if (!s.layout.empty())
            s.layout.push_back({0.5, 0.5});
    });
    m_canvas->setCurrent(static_cast<int>(at(current()).joints.size()) - 1);
}

void SchemaSkeletonPage::removeJoint(int joint)
{
    if (current() < 0 || joint < 0 || joint >= at(current()).joints.size())
        return;
    change([joint](model::Skeleton &s) {
        s.joints.removeAt(joint);
        if (joint < static_cast<int>(s.layout.size()))
            s.layout.erase(s.layout.begin() + joint);
        for (auto *pairs : {&s.edges, &s.mirrors}) {
            std::erase_if(*pairs, [joint](const auto &pair) { return pair.first == joint || pair.second == joint; });
            for (auto &[from, to] : *pairs) {
                from -= from > joint;
                to -= to > joint;
            }
        }
    });
}

int SchemaSkeletonPage::count() const
{
    return static_cast<int>(draft().schema().skeletons.size());
}

QString SchemaSkeletonPage::title(int row) const
{
    return at(row).name.isEmpty() ? tr("(no name)") : at(row).name;
}

void SchemaSkeletonPage::fill(int row)
{
    const model::Skeleton &s = at(row);
    put(m_name, s.name);
    m_canvas->setSkeleton(s);
    while (m_joints->count() > s.joints.size())
        delete m_joints->takeItem(m_joints->count() - 1);
    for (int joint = 0; joint < s.joints.size(); ++joint) {
        if (joint >= m_joints->count()) {
            auto *item = new QListWidgetItem(m_joints);
            item->setFlags(item->flags() | Qt::ItemIsEditable);
        }
        m_joints->item(joint)->setText(s.joints[joint]);
    }
}

int SchemaSkeletonPage::add()
{
    draft().edit([](model::Schema &schema) {
        QString name = tr("skeleton");
        const auto taken = [&] {
            return std::any_of(schema.skeletons.begin(), schema.skeletons.end(), [&](const model::Skeleton &s) { return s.name == name; });
        };
        for (int number = 2; taken(); ++number)
            name = tr("skeleton %1").arg(number);
        schema.skeletons.push_back({name, {tr("head"), tr("left"), tr("right")}, {{0, 1}, {0, 2}}, {{0.5, 0.15}, {0.75, 0.7}, {0.25, 0.7}}, {{1, 2}}});
    });
    return count() - 1;
}

void SchemaSkeletonPage::remove(int row)
{
    draft().edit([row](model::Schema &schema) { schema.skeletons.erase(schema.skeletons.begin() + row); });
}

void SchemaSkeletonPage::move(int from, int to)
{
    draft().edit([=](model::Schema &schema) {
        std::swap(schema.skeletons[static_cast<std::size_t>(from)], schema.skeletons[static_cast<std::size_t>(to)]);
    });
}

}  // namespace plumbline::workstation

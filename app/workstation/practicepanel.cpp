// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/practicepanel.h"

#include "core/itemmodels/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr int idRole = Qt::UserRole + 1;

QString place(const model::Annotation &annotation)
{
    const QLocale locale;
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&annotation.geometry))
        return QCoreApplication::translate("plumbline::workstation::PracticePanel", "frame %1, around %2, %3 m")
            .arg(locale.toString(annotation.frame ? annotation.frame->index + 1 : 1), locale.toString(cuboid->centre[0], 'f', 1),
                 locale.toString(cuboid->centre[1], 'f', 1));
    const auto bounds = geometry::boundsOf(annotation.geometry);
    if (!bounds)
        return {};
    return QCoreApplication::translate("plumbline::workstation::PracticePanel", "around %1, %2")
        .arg(locale.toString(bounds->x + bounds->w / 2, 'f', 0), locale.toString(bounds->y + bounds->h / 2, 'f', 0));
}

}  // namespace

PracticePanel::PracticePanel(QWidget *parent) : QFrame(parent), m_title(new QLabel), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("practicePanel"));
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    auto *head = new QHBoxLayout;
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto *goOn = new QPushButton(tr("Go on"));
    goOn->setObjectName(QStringLiteral("practiceGoOn"));
    head->addWidget(m_title, 1);
    head->addWidget(goOn);
    layout->addLayout(head);
    m_list->setObjectName(QStringLiteral("practiceRemarks"));
    m_list->setAccessibleName(tr("What was different"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setFixedHeight(112);
    layout->addWidget(m_list);
    connect(goOn, &QPushButton::clicked, this, [this] {
        hide();
        emit goOnRequested();
    });
    const auto reveal = [this](const QListWidgetItem *row) {
        if (const auto id = AnnotationId::fromString(row->data(idRole).toString()))
            emit revealRequested(*id);
    };
    connect(m_list, &QListWidget::itemClicked, this, reveal);
    connect(m_list, &QListWidget::itemActivated, this, reveal);
    hide();
}

QString PracticePanel::words(const quality::GoldRemark &remark, const model::Schema &schema)
{
    using Kind = quality::GoldRemark::Kind;
    const auto name = [&](const std::optional<model::Annotation> &annotation) {
        return annotation ? itemmodels::classTitle(schema, annotation->labelClass) : QString();
    };
    switch (remark.kind) {
    case Kind::Missed:
        return tr("Missed: %1, %2").arg(name(remark.truth), remark.truth ? place(*remark.truth) : QString());
    case Kind::Invented:
        return tr("Not there: %1, %2").arg(name(remark.said), remark.said ? place(*remark.said) : QString());
    case Kind::WrongClass:
        return tr("Another class: you said %1, it is %2").arg(name(remark.said), name(remark.truth));
    case Kind::Loose: {
        const QString off = tr("Too far off: %1 overlaps by %2 %, 50 % are needed").arg(name(remark.truth)).arg(qRound(remark.iou * 100));
        const auto *said = remark.said ? std::get_if<geometry::Cuboid>(&remark.said->geometry) : nullptr;
        const auto *truth = remark.truth ? std::get_if<geometry::Cuboid>(&remark.truth->geometry) : nullptr;
        const QString faces = said && truth ? itemmodels::faceErrorWords(geometry::differenceOf(*said, *truth)) : QString();
        return faces.isEmpty() ? off : QStringLiteral("%1: %2").arg(off, faces);
    }
    case Kind::ShouldBeCannotLabel:
        return tr("This item cannot be labeled; “Cannot label” in the menu “Item” says so");
    case Kind::ShouldNotBeCannotLabel:
        return tr("This item can be labeled");
    }
    return {};
}

void PracticePanel::show(const workflow::SubmitResult &result, const model::Schema &schema)
{
    m_title->setText(tr("Practice item: %n difference(s) from the known answer", nullptr, static_cast<int>(result.remarks.size())));
    m_list->clear();
    for (const quality::GoldRemark &remark : result.remarks) {
        auto *row = new QListWidgetItem(words(remark, schema), m_list);
        if (remark.said)
            row->setData(idRole, remark.said->id.toString());
    }
    QFrame::show();
}

}  // namespace plumbline::workstation

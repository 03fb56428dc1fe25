// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/workflow/desk.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace plumbline::workstation {

/// What was different from the known answer of a practice item, under the view. Main thread only.
class PracticePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit PracticePanel(QWidget *parent = nullptr);

    void show(const workflow::SubmitResult &result, const model::Schema &schema);

signals:
    void revealRequested(plumbline::AnnotationId id);
    void goOnRequested();

private:
    [[nodiscard]] static QString words(const quality::GoldRemark &remark, const model::Schema &schema);

    QLabel *m_title;
    QListWidget *m_list;
};

}  // namespace plumbline::workstation

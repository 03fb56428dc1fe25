// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/keysheet.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumbline::actions {

KeySheet::KeySheet(const ActionRegistry &registry, QWidget *window) : QDialog(window)
{
    setObjectName(QStringLiteral("keySheet"));
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);

    struct Group {
        QString title;
        std::vector<const ActionRegistry::Entry *> entries;
    };
    std::vector<Group> groups;
    std::size_t lines = 0;
    for (const ActionRegistry::Entry &entry : registry.entries()) {
        if (entry.keys.isEmpty())
            continue;
        auto it = std::find_if(groups.begin(), groups.end(), [&](const Group &group) { return group.title == entry.group; });
        if (it == groups.end()) {
            it = groups.insert(groups.end(), {entry.group, {}});
            lines += 2;
        }
        it->entries.push_back(&entry);
        ++lines;
    }

    auto *page = new QWidget;
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(24, 16, 24, 24);
    columns->setSpacing(40);
    constexpr int columnCount = 3;
    const int perColumn = static_cast<int>((lines + columnCount - 1) / columnCount);
    QGridLayout *column = nullptr;
    int row = 0;
    const auto beginColumn = [&] {
        auto *holder = new QVBoxLayout;
        column = new QGridLayout;
        column->setHorizontalSpacing(16);
        column->setVerticalSpacing(6);
        column->setColumnStretch(1, 1);
        holder->addLayout(column);
        holder->addStretch();
        columns->addLayout(holder);
        row = 0;
    };
    for (const Group &group : groups) {
        // A heading never stands at the foot of a column.
        if (!column || row + 3 > perColumn)
            beginColumn();
        auto *title = new QLabel(group.title);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        title->setContentsMargins(0, row == 0 ? 0 : 12, 0, 2);
        column->addWidget(title, row++, 0, 1, 2);
        for (const ActionRegistry::Entry *entry : group.entries) {
            if (row > perColumn)
                beginColumn();
            QStringList keys;
            for (const QKeySequence &key : entry->keys)
                keys.append(key.toString(QKeySequence::NativeText));
            auto *keyLabel = new QLabel(keys.join(QStringLiteral("  ")));
            keyLabel->setForegroundRole(QPalette::Link);
            column->addWidget(keyLabel, row, 0, Qt::AlignLeft);
            column->addWidget(new QLabel(entry->action->iconText()), row, 1, Qt::AlignLeft);
            ++row;
        }
    }
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Keys"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    resize(page->sizeHint().boundedTo(window ? window->size() : QSize(1000, 700)) + QSize(24, 8));
}

}  // namespace plumbline::actions

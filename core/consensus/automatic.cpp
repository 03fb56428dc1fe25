// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/automatic.h"

#include "core/consensus/selection.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::consensus {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::consensus", text);
}

QString number(double value)
{
    return QString::number(value, 'f', 4);
}

}  // namespace

Choice automatic(const Layout &layout, const GoOn &goOn)
{
    AutomaticFit found = automaticFit(layout, goOn);
    Choice choice;
    choice.fit = std::move(found.fit);
    if (choice.fit.cancelled)
        return choice;
    choice.evidence = {{QStringLiteral("voting"), found.voting, 0.0},
                       {QStringLiteral("abilities"), found.abilities, 0.0},
                       {QStringLiteral("tables"), found.tables, found.withHard ? 0.0 : 1.0},
                       {QStringLiteral("tables, hard tasks"), found.hard, found.withShape && found.withHard ? 1.0 : 0.0},
                       {QStringLiteral("tables, hard tasks, no common shape"), found.unshaped, found.withShape ? 0.0 : 1.0}};

    QStringList why;
    const double chosen = !found.withHard ? found.tables : found.withShape ? found.hard : found.unshaped;
    why.append((found.withHard
                    ? tr("Chose shrunken Dawid-Skene: a confusion table for each annotator, and tasks that are hard for everybody. Mean "
                         "log-probability of a label given all other labels: %1; without hard tasks %2, with one ability each %3, if "
                         "all annotators were equal %4 (%5 labels).")
                    : tr("Chose shrunken Dawid-Skene: a confusion table for each annotator. Mean log-probability of a label given all "
                         "other labels: %1; with tasks that are hard for everybody %2, with one ability each %3, if all annotators were "
                         "equal %4 (%5 labels)."))
                   .arg(number(chosen), number(found.withHard ? found.tables : found.hard), number(found.abilities), number(found.voting))
                   .arg(found.labelsLookedAt));
    constexpr double slight = 0.005;
    if (chosen - found.voting < slight)
        why.append(tr("Annotators hardly differ, so the answer is close to a majority vote."));
    why.append(found.withShape
                   ? tr("Tables lean on the confusions that everybody shares (%1 without these).").arg(number(found.unshaped))
                   : tr("Tables lean on evenly spread errors, which predicts better than leaning on shared confusions (%1).")
                         .arg(number(found.hard)));
    if (!found.copies.groups.empty()) {
        std::size_t members = 0;
        for (const auto &group : found.copies.groups)
            members += group.size();
        why.append(
            tr("%1 annotators in %2 groups never differ from each other in %3 answers, %4 of them against the others: each group "
               "counts as one voice.")
                .arg(members)
                .arg(found.copies.groups.size())
                .arg(found.copies.shared)
                .arg(found.copies.odd));
    }
    choice.why = why.join(QLatin1Char(' '));
    return choice;
}

}  // namespace plumbline::consensus

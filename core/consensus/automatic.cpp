// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/automatic.h"

#include "core/consensus/selection.h"

#include <QCoreApplication>

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
    choice.evidence = {
        {QStringLiteral("voting"), found.voting, 0.0},
        {QStringLiteral("abilities"), found.abilities, 0.0},
        {QStringLiteral("tables"), found.tables,
         found.withHard   ? 0.0
         : found.withEven ? 0.5
                          : 1.0},
        {QStringLiteral("tables, hard tasks"), found.hard,
         !found.withHard  ? 0.0
         : found.withEven ? 0.5
                          : 1.0},
        {found.withHard ? QStringLiteral("tables, hard tasks, equal classes") : QStringLiteral("tables, equal classes"),
         found.even, found.withEven ? 0.5 : 0.0}};

    QStringList why;
    why.append(
        tr("Chose shrunken Dawid-Skene, a confusion table for each annotator. Mean log-probability of a label given all other "
           "labels: %1 with tables, %2 with one ability each, %3 if all were equal (%4 labels).")
            .arg(number(found.tables), number(found.abilities), number(found.voting))
            .arg(found.labelsLookedAt));
    const double gain = (found.withHard ? found.hard : found.tables) - found.voting;
    constexpr double slight = 0.005;
    if (gain < slight)
        why.append(tr("Annotators hardly differ, so the answer is close to a majority vote."));
    why.append(
        found.withHard
            ? tr("Some tasks are hard for everybody (%1 with such tasks): their labels count less.").arg(number(found.hard))
            : tr("No group of hard tasks shows (%1 with such tasks).").arg(number(found.hard)));
    why.append(
        found.withEven
            ? tr("Equal frequencies of the classes predict better than estimated ones (%1); the answer is the mean of both.")
                  .arg(number(found.even))
            : tr("Estimated frequencies of the classes predict better than equal ones (%1).").arg(number(found.even)));
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

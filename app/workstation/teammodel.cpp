// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teammodel.h"

#include <QLocale>

namespace plumbline::workstation {

using workflow::PersonFigures;

namespace {

double share(std::int64_t part, std::int64_t n)
{
    return n > 0 ? static_cast<double>(part) / static_cast<double>(n) : 0;
}

QString percent(double value)
{
    return QLocale().toString(100 * value, 'f', value > 0 && value < 0.1 ? 1 : 0) + QStringLiteral(" %");
}

QString count(std::int64_t n)
{
    return QLocale().toString(qlonglong(n));
}

QString two(double value)
{
    return QLocale().toString(value, 'f', 2);
}

const QString dash = QStringLiteral("–");

}  // namespace

void TeamModel::setReport(std::shared_ptr<const workflow::TeamReport> report)
{
    beginResetModel();
    m_report = std::move(report);
    endResetModel();
}

const PersonFigures *TeamModel::person(int row) const
{
    return m_report && row >= 0 && row < static_cast<int>(m_report->people.size())
               ? &m_report->people[static_cast<std::size_t>(row)]
               : nullptr;
}

int TeamModel::rowCount(const QModelIndex &parent) const
{
    return m_report && !parent.isValid() ? static_cast<int>(m_report->people.size()) : 0;
}

int TeamModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TeamModel::cohortText(const QString &cohort)
{
    return cohort.isEmpty() ? tr("no cohort") : cohort;
}

QString TeamModel::text(const PersonFigures &person, int column) const
{
    switch (column) {
    case Name: return person.name;
    case Cohort: return cohortText(person.cohort);
    case Answers: return count(person.answers);
    case GoldCount: return count(person.gold.n());
    case Accuracy:
        return person.gold.n() == 0 ? tr("no gold yet")
                                    : QStringLiteral("%1 [%2–%3]")
                                          .arg(two(person.posterior.mean()), two(person.interval.low), two(person.interval.high));
    case Seconds: return person.medianSeconds ? tr("%1 s").arg(QLocale().toString(*person.medianSeconds, 'f', 1)) : dash;
    case Peers: return person.peersCompared > 0 ? percent(share(person.peersSame, person.peersCompared)) : dash;
    case Confidence: return person.confidence.n() > 0 ? two(person.confidence.summary().ece) : dash;
    case Suggestions: return person.suggestions > 0 ? percent(share(person.suggestionsKept, person.suggestions)) : dash;
    case Abstained: return person.answers > 0 ? percent(share(person.abstentions, person.answers)) : dash;
    case Drift:
        if (person.driftResults == 0)
            return dash;
        return person.driftAlarms.empty() ? tr("steady")
                                          : tr("%n alarm(s)", nullptr, static_cast<int>(person.driftAlarms.size()));
    case Signs: return person.signs.empty() ? dash : tr("%n to look at", nullptr, static_cast<int>(person.signs.size()));
    default: return {};
    }
}

QVariant TeamModel::sortValue(const PersonFigures &person, int column) const
{
    const auto maybe = [](bool has, auto value) { return has ? QVariant(static_cast<double>(value)) : QVariant(); };
    switch (column) {
    case Answers: return double(person.answers);
    case GoldCount: return double(person.gold.n());
    case Accuracy: return maybe(person.gold.n() > 0, person.posterior.mean());
    case Seconds: return maybe(person.medianSeconds.has_value(), person.medianSeconds.value_or(0));
    case Peers: return maybe(person.peersCompared > 0, share(person.peersSame, person.peersCompared));
    case Confidence: return maybe(person.confidence.n() > 0, person.confidence.summary().ece);
    case Suggestions: return maybe(person.suggestions > 0, share(person.suggestionsKept, person.suggestions));
    case Abstained: return maybe(person.answers > 0, share(person.abstentions, person.answers));
    case Drift: return maybe(person.driftResults > 0, double(person.driftAlarms.size()) + person.driftTowardsAlarm);
    case Signs: return double(person.signs.size());
    default: return text(person, column);
    }
}

QString TeamModel::explained(const PersonFigures &person, int column) const
{
    switch (column) {
    case Accuracy:
        return tr("%1 right of %2 decisions on gold. Mean and 95 % interval of the Beta posterior; prior: the cohort's, see "
                  "Accuracy.")
            .arg(count(person.gold.right), count(person.gold.n()));
    case Seconds:
        return tr("Median time between two answers, n = %1; breaks of more than ten minutes are left out.")
            .arg(count(person.timed));
    case Peers:
        return tr("Share of equal answers in %1 pairs with other people's answers to the same tasks.")
            .arg(count(person.peersCompared));
    case Confidence: {
        const std::int64_t n = person.confidence.n();
        return n == 0 ? tr("No confidence was stated on gold.")
                      : tr("Expected calibration error, ten bins, n = %1: how far stated confidence is from the share right. 0 "
                           "is perfect; "
                           "few answers raise it.")
                            .arg(count(n));
    }
    case Suggestions:
        return person.suggestions > 0
                   ? tr("%1 of %2 suggested labels were kept.").arg(count(person.suggestionsKept), count(person.suggestions))
                   : tr("No suggestions are known.");
    case Abstained: return tr("%1 of %2 answers were “cannot label”.").arg(count(person.abstentions), count(person.answers));
    case Drift:
        return person.driftResults == 0 ? tr("A drift chart needs answers to tasks with gold.")
                                        : tr("Bernoulli CUSUM of errors (%3 accepted), n = %1 gold results; now %2 of the way to the limit.")
                                              .arg(count(person.driftResults), percent(person.driftTowardsAlarm),
                                                     percent(person.drift.acceptable));
    case Signs: {
        QStringList titles;
        for (const workflow::Sign &sign : person.signs)
            titles << workflow::Sign::title(sign.kind);
        return titles.isEmpty() ? tr("Nothing stands out.") : titles.join(QLatin1Char('\n'));
    }
    default: return {};
    }
}

QVariant TeamModel::data(const QModelIndex &index, int role) const
{
    const PersonFigures *figures = index.isValid() ? person(index.row()) : nullptr;
    if (!figures)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*figures, index.column());
    case Qt::ToolTipRole: return explained(*figures, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*figures, index.column()));
    case Qt::AccessibleDescriptionRole: return explained(*figures, index.column());
    case Qt::TextAlignmentRole:
        return int(
            (index.column() == Name || index.column() == Cohort || index.column() == Accuracy ? Qt::AlignLeft : Qt::AlignRight)
            | Qt::AlignVCenter);
    case SortRole: return sortValue(*figures, index.column());
    case AlarmRole:
        return (index.column() == Drift && !figures->driftAlarms.empty()) || (index.column() == Signs && !figures->signs.empty());
    default: break;
    }
    if (index.column() != Accuracy || figures->gold.n() == 0)
        return {};
    switch (role) {
    case MeanRole: return figures->posterior.mean();
    case LowRole: return figures->interval.low;
    case HighRole: return figures->interval.high;
    default: return {};
    }
}

QVariant TeamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Name || section == Cohort || section == Accuracy ? Qt::AlignLeft | Qt::AlignVCenter
                                                                               : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Annotator");
    case Cohort: return tr("Cohort");
    case Answers: return tr("Answers");
    case GoldCount: return tr("Gold n");
    case Accuracy: return tr("Accuracy, 95 % interval");
    case Seconds: return tr("Time");
    case Peers: return tr("Peers");
    case Confidence: return tr("Conf. err.");
    case Suggestions: return tr("Kept");
    case Abstained: return tr("Skipped");
    case Drift: return tr("Drift");
    case Signs: return tr("Signs");
    default: return {};
    }
}

void TeamFilter::setCohort(const std::optional<QString> &cohort)
{
    m_cohort = cohort;
    invalidateFilter();
}

bool TeamFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(TeamModel::SortRole);
    const QVariant b = right.data(TeamModel::SortRole);
    if (!a.isValid() || !b.isValid())
        // What has no value stays at the end in both directions.
        return sortOrder() == Qt::AscendingOrder ? a.isValid() && !b.isValid() : !a.isValid() && b.isValid();
    if (a.typeId() == QMetaType::Double)
        return a.toDouble() < b.toDouble();
    return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
}

bool TeamFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto *model = qobject_cast<const TeamModel *>(sourceModel());
    const PersonFigures *person = model ? model->person(row) : nullptr;
    return person && (!m_cohort || person->cohort == *m_cohort) && QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

}  // namespace plumbline::workstation

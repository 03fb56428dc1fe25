// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/labelwork.h"
#include "app/workstation/remarkspanel.h"
#include "app/workstation/viewhost.h"
#include "core/itemmodels/words.h"
#include "widgets/actions/actionregistry.h"
#include "widgets/panels/mentionedit.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>

#include <algorithm>

/// How the remarks are shown.
namespace plumbline::workstation {

using review::RequestState;

namespace {

enum RowKind { HeadRow, RequestRow, TalkRow, AskedRow };
constexpr int kindRole = Qt::UserRole + 1;
constexpr int placeRole = Qt::UserRole + 2;
constexpr int keyRole = Qt::UserRole + 3;  // the same row after the list was made anew
constexpr qsizetype shownOfText = 160;     // in a row of the list
constexpr std::size_t shownEntries = 100;  // of a thread; the latest

QString severityWord(model::Severity severity)
{
    switch (severity) {
    case model::Severity::Minor: return RemarksPanel::tr("minor");
    case model::Severity::Major: return RemarksPanel::tr("major");
    case model::Severity::Critical: return RemarksPanel::tr("critical");
    }
    return {};
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > shownOfText ? line.left(shownOfText) + QStringLiteral("…") : line;
}

QString errorWords(const model::Schema &schema, const QString &code)
{
    const auto type = std::find_if(schema.errorTypes.begin(), schema.errorTypes.end(),
                                   [&](const model::ErrorType &candidate) { return candidate.code == code; });
    if (type == schema.errorTypes.end())
        return review::plainWords(code);
    return RemarksPanel::tr("%1 (%2)").arg(type->title.isEmpty() ? type->code : type->title, severityWord(type->severity));
}

QString stateWord(RequestState state)
{
    switch (state) {
    case RequestState::Open: return {};
    case RequestState::Changed: return RemarksPanel::tr("changed");
    case RequestState::Gone: return RemarksPanel::tr("deleted");
    case RequestState::Answered: return RemarksPanel::tr("answered");
    }
    return {};
}

QString iconOf(const review::Request &request)
{
    switch (request.state) {
    case RequestState::Open:
        return request.decision.kind == model::DecisionKind::Reject ? QStringLiteral("reject") : QStringLiteral("issues");
    case RequestState::Changed:
    case RequestState::Answered: return QStringLiteral("accept");
    case RequestState::Gone: return QStringLiteral("trash");
    }
    return {};
}

QString keyOf(const review::Request &request)
{
    return QStringLiteral("r") + request.decision.annotation.toString() + request.decision.id.toString();
}

}  // namespace

QString RemarksPanel::titleOf(ClassId labelClass) const
{
    return m_document ? itemmodels::classTitle(m_document->schema(), labelClass) : QString();
}

QString RemarksPanel::placeWords(const review::Talk &talk) const
{
    if (talk.labelGone)
        return tr("a label that was deleted");
    QStringList words;
    if (!talk.annotation.isNull())
        words.append(titleOf(talk.labelClass));
    else if (talk.place)
        words.append(tr("place %1, %2").arg(qRound(talk.place->x)).arg(qRound(talk.place->y)));
    if (talk.frame)
        words.append(tr("frame %1").arg(talk.frame->index + 1));
    return words.isEmpty() ? tr("the item") : words.join(QStringLiteral(", "));
}

const review::Talk *RemarksPanel::talk(ThreadId id) const
{
    const auto found = std::find_if(m_view.talks.begin(), m_view.talks.end(), [&](const review::Talk &t) { return t.id == id; });
    return id.isNull() || found == m_view.talks.end() ? nullptr : &*found;
}

void RemarksPanel::refresh()
{
    m_edit->setNames(m_view.mentionable);
    refreshList();
    refreshTarget();
    refreshMarks();
    refreshLine();
    emit countChanged(m_view.open());
}

QListWidgetItem *RemarksPanel::addRow(int kind, std::size_t place, const QString &icon, const QString &title, const QString &text)
{
    auto *row = new QListWidgetItem(text.isEmpty() ? title : title + QLatin1Char('\n') + text);
    row->setData(kindRole, kind);
    row->setData(placeRole, static_cast<int>(place));
    if (!icon.isEmpty())
        row->setIcon(theme::themedIcon(icon));
    if (kind == HeadRow) {
        row->setFlags(Qt::ItemIsEnabled);
        QFont font = m_list->font();
        font.setWeight(QFont::DemiBold);
        row->setFont(font);
        row->setForeground(theme::themeOf(palette()).colour(theme::Token::Text2));
    } else {
        row->setToolTip(text);
    }
    m_list->addItem(row);
    return row;
}

void RemarksPanel::addRequests()
{
    if (m_view.requests.empty())
        return;
    const QColor dim = theme::themeOf(palette()).colour(theme::Token::Text3);
    addRow(HeadRow, 0, {}, tr("To fix, round %1: %2 of %3 left").arg(m_view.round).arg(m_view.left()).arg(m_view.requests.size()),
           {});
    for (std::size_t i = 0; i < m_view.requests.size(); ++i) {
        const review::Request &request = m_view.requests[i];
        QStringList title{request.decision.annotation.isNull() ? tr("The work as a whole")
                          : request.labelClass.isNull()        ? tr("A label")
                                                               : titleOf(request.labelClass)};
        title.append(request.decision.kind == model::DecisionKind::Reject ? tr("should go") : tr("to be fixed"));
        title.append(errorWords(m_document->schema(), request.decision.errorCode));
        if (request.frame)
            title.append(tr("frame %1").arg(request.frame->index + 1));
        if (request.state != RequestState::Open)
            title.append(stateWord(request.state));
        title.removeAll(QString());
        auto *row =
            addRow(RequestRow, i, iconOf(request), title.join(QStringLiteral(" · ")), shortened(request.decision.comment));
        row->setData(keyRole, keyOf(request));
        if (request.state != RequestState::Open)
            row->setForeground(dim);
    }
}

void RemarksPanel::addTalks()
{
    if (m_view.talks.empty())
        return;
    const QColor dim = theme::themeOf(palette()).colour(theme::Token::Text3);
    const auto open = std::count_if(m_view.talks.begin(), m_view.talks.end(), [](const review::Talk &t) { return t.open; });
    addRow(HeadRow, 0, {}, tr("Remarks: %1 open of %2").arg(open).arg(m_view.talks.size()), {});
    for (std::size_t i = 0; i < m_view.talks.size(); ++i) {
        const review::Talk &talk = m_view.talks[i];
        QString title = talk.open ? tr("About %1").arg(placeWords(talk)) : tr("About %1 · resolved").arg(placeWords(talk));
        const QString last =
            talk.entries.empty() ? QString() : tr("%1: %2").arg(talk.entries.back().who, shortened(talk.entries.back().text));
        auto *row = addRow(TalkRow, i, talk.open ? QStringLiteral("remark") : QStringLiteral("accept"), title, last);
        row->setData(keyRole, QVariant(QStringLiteral("t") + talk.id.toString()));
        if (!talk.open)
            row->setForeground(dim);
        if (talk.waits) {
            QFont font = m_list->font();
            font.setWeight(QFont::DemiBold);
            row->setFont(font);
        }
    }
}

void RemarksPanel::addAsked()
{
    bool headed = false;
    for (std::size_t i = 0; i < m_overview.asked.size(); ++i) {
        const review::Asked &asked = m_overview.asked[i];
        if (asked.item == m_view.item)
            continue;
        if (!std::exchange(headed, true))
            addRow(HeadRow, 0, {}, tr("Where you were asked"), {});
        auto *row =
            addRow(AskedRow, i, QStringLiteral("user"), asked.itemName, tr("%1: %2").arg(asked.who, shortened(asked.text)));
        row->setData(keyRole, QVariant(QStringLiteral("a") + asked.thread.toString()));
    }
}

void RemarksPanel::refreshList()
{
    const QListWidgetItem *before = m_list->currentItem();
    QString key = before ? before->data(keyRole).toString() : QString();
    if (m_showNext && talk(*m_showNext)) {
        key = QStringLiteral("t") + m_showNext->toString();
        m_showNext.reset();
    }
    const int scrolled = m_list->verticalScrollBar()->value();
    {
        const QSignalBlocker blocked(m_list);
        m_list->clear();
        if (m_document) {
            addRequests();
            addTalks();
            addAsked();
        }
        if (m_list->count() == 0)
            addRow(HeadRow, 0, {}, m_document && m_document->item() ? tr("Nothing is said about this item.") : QString(), {});
        for (int i = 0; i < m_list->count(); ++i)
            if (!key.isEmpty() && m_list->item(i)->data(keyRole).toString() == key)
                m_list->setCurrentRow(i);
    }
    m_list->verticalScrollBar()->setValue(scrolled);
    if (!m_targetChosen)
        choose(m_list->currentItem(), false);
}

// What can be done with the text below the list follows from the chosen row, unless something new is being written.
void RemarksPanel::choose(const QListWidgetItem *row, bool goThere)
{
    if (row && row->data(kindRole).toInt() != HeadRow)
        m_targetChosen = false;
    if (m_targetChosen)
        return;
    m_target = {};
    const auto place = row ? static_cast<std::size_t>(row->data(placeRole).toInt()) : 0;
    switch (row ? row->data(kindRole).toInt() : HeadRow) {
    case RequestRow: {
        const review::Request &request = m_view.requests[place];
        const auto about = std::find_if(m_view.talks.begin(), m_view.talks.end(), [&](const review::Talk &t) {
            return t.open && t.annotation == request.decision.annotation && !t.place && (!t.annotation.isNull() || !t.frame);
        });
        m_target.places = {{m_view.item, request.decision.annotation, request.frame, request.decision.place}};
        if (about != m_view.talks.end())
            m_target.thread = about->id;
        m_target.words = tr("Your answer to the reviewer");
        if (goThere)
            go(request.decision.annotation, request.frame, request.decision.place);
        break;
    }
    case TalkRow: {
        const review::Talk &chosen = m_view.talks[place];
        m_target.thread = chosen.id;
        m_target.words = chosen.open ? tr("Your answer") : tr("Your answer opens it again");
        if (goThere)
            go(chosen.annotation, chosen.frame, chosen.place);
        break;
    }
    case AskedRow:
        if (goThere) {
            m_showNext = m_overview.asked[place].thread;
            m_parts.work.show(m_overview.asked[place].item);
            return;
        }
        break;
    default: break;
    }
    refreshTarget();
    refreshMarks();
}

void RemarksPanel::go(AnnotationId label, const std::optional<model::FrameRef> &frame,
                      const std::optional<geometry::Point> &place)
{
    if (!m_document || !m_document->item())
        return;
    // A frame is where its time says; its number may be an older one.
    if (frame) {
        std::int64_t index = frame->index;
        if (const model::Scene *scene = m_document->scene())
            for (std::size_t i = 0; i < scene->frames.size(); ++i)
                if (frame->stream == scene->labelFrame && scene->frames[i].microseconds == frame->pts)
                    index = static_cast<std::int64_t>(i);
        m_document->setFrame(index);
    }
    if (!label.isNull()) {
        if (!m_document->annotation(label)) {
            emit said(tr("The label is not here any more, or it is somebody else's."));
            return;
        }
        m_document->select({label});
        if (m_parts.view.view())
            m_parts.view.view()->reveal(label);
    } else if (place) {
        m_marks.showPlace(*place);
    }
}

void RemarksPanel::step(int by)
{
    std::vector<int> open;
    for (int i = 0; i < m_list->count(); ++i) {
        const int kind = m_list->item(i)->data(kindRole).toInt();
        const auto place = static_cast<std::size_t>(m_list->item(i)->data(placeRole).toInt());
        if ((kind == RequestRow && m_view.requests[place].state == RequestState::Open)
            || (kind == TalkRow && m_view.talks[place].open))
            open.push_back(i);
    }
    if (open.empty()) {
        emit said(tr("Nothing is open here."));
        return;
    }
    emit wanted();
    const int current = m_list->currentRow();
    auto next =
        by > 0 ? std::upper_bound(open.begin(), open.end(), current) : std::lower_bound(open.begin(), open.end(), current);
    if (by > 0 && next == open.end())
        next = open.begin();
    else if (by < 0)
        next = next == open.begin() ? std::prev(open.end()) : std::prev(next);
    m_targetChosen = false;
    m_list->setCurrentRow(*next);
    choose(m_list->item(*next), true);
}

void RemarksPanel::refreshTarget()
{
    const review::Talk *thread = talk(m_target.thread);
    const bool any = thread || !m_target.places.empty();
    m_about->setText(m_target.words);
    m_about->setVisible(!m_target.words.isEmpty());
    m_giveUp->setVisible(m_targetChosen);
    m_edit->setReadOnly(!any || !writable());
    m_edit->setPlaceholderText(!m_view.whyNotWrite.isEmpty() ? m_view.whyNotWrite
                               : any                         ? tr("Ctrl+Enter sends; @ names somebody")
                                                             : tr("Choose a remark to answer it, or begin a new one"));
    m_send->setEnabled(any && writable() && !m_edit->document()->isEmpty());
    m_resolve->setEnabled(writable() && thread && thread->open);
    m_new->setEnabled(writable());

    QStringList lines;
    const QListWidgetItem *row = m_list->currentItem();
    if (row && row->data(kindRole).toInt() == RequestRow && !m_targetChosen) {
        const review::Request &request = m_view.requests[static_cast<std::size_t>(row->data(placeRole).toInt())];
        lines << tr("<b>%1</b>").arg(request.who.toHtmlEscaped())
              << (request.decision.comment.isEmpty() ? errorWords(m_document->schema(), request.decision.errorCode)
                                                     : request.decision.comment)
                     .toHtmlEscaped()
                     .replace(QLatin1Char('\n'), QLatin1String("<br>"));
    }
    if (thread) {
        const std::size_t first = thread->entries.size() > shownEntries ? thread->entries.size() - shownEntries : 0;
        if (first > 0)
            lines << tr("<i>%n earlier entries are not shown.</i>", nullptr, static_cast<int>(first));
        const QLocale locale;
        for (std::size_t i = first; i < thread->entries.size(); ++i) {
            const review::TalkEntry &entry = thread->entries[i];
            const QString when =
                locale.toString(QDateTime::fromMSecsSinceEpoch(entry.createdMicroseconds / 1000), QLocale::ShortFormat);
            lines << tr("<b>%1</b> · %2").arg(entry.who.toHtmlEscaped(), when.toHtmlEscaped())
                  << entry.text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
        }
        if (!thread->open)
            lines << tr("<i>Resolved by %1.</i>").arg(thread->resolvedBy.toHtmlEscaped());
    }
    QString html;
    for (const QString &line : std::as_const(lines))
        html += QStringLiteral("<p style=\"margin:2px 0\">%1</p>").arg(line);
    if (html != m_talk->property("shown").toString()) {
        m_talk->setProperty("shown", html);
        m_talk->setHtml(html);
        m_talk->verticalScrollBar()->setValue(m_talk->verticalScrollBar()->maximum());
    }
    m_talk->setVisible(!lines.isEmpty());
}

void RemarksPanel::refreshMarks()
{
    MarkedPlaces marked;
    for (const review::Request &request : m_view.requests) {
        if (request.state != RequestState::Open)
            continue;
        if (!request.decision.annotation.isNull())
            marked.asked.insert(request.decision.annotation);
        else if (request.decision.place)
            marked.pins.push_back(*request.decision.place);
    }
    for (const review::Talk &talk : m_view.talks) {
        if (!talk.open)
            continue;
        if (!talk.annotation.isNull())
            marked.talked.insert(talk.annotation);
        else if (talk.place)
            marked.pins.push_back(*talk.place);
    }
    for (const review::ThreadPlace &place : m_target.places) {
        marked.chosen = place.annotation;
        if (m_targetChosen && place.place)
            marked.pins.push_back(*place.place);
        marked.chosenPin = place.place;
    }
    if (const review::Talk *thread = talk(m_target.thread)) {
        marked.chosen = thread->annotation;
        marked.chosenPin = thread->place;
    }
    m_marks.setPlaces(marked);
}

void RemarksPanel::refreshLine()
{
    const int left = m_view.left();
    const bool shown = m_view.toFix() && left > 0;
    if (shown) {
        const auto *next = m_parts.registry.entry(QStringLiteral("remark.next"));
        const QString key = next ? next->keyText() : QString();
        const QString words = tr("To fix: %1 of %2 left").arg(left).arg(m_view.requests.size());
        m_line->setText(key.isEmpty() ? words : tr("%1 · %2 goes to the next").arg(words, key));
        m_line->setIcon(theme::themedIcon(QStringLiteral("issues")));
    }
    m_line->setVisible(shown);
}

}  // namespace plumbline::workstation

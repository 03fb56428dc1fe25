// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/remarkspanel.h"

#include "app/workstation/activityrecorder.h"
#include "app/workstation/labelwork.h"
#include "app/workstation/services.h"
#include "app/workstation/viewhost.h"
#include "core/base/logging.h"
#include "core/itemmodels/queuemodel.h"
#include "widgets/actions/actionregistry.h"
#include "widgets/panels/mentionedit.h"
#include "widgets/panels/noticebar.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include <spdlog/spdlog.h>

#include <algorithm>

/// Reading, writing and asking; how it is shown is in remarkspanelshow.cpp.
namespace plumbline::workstation {

using panels::NoticeBar;
using review::RequestState;

namespace {

/// Rows with some air, and a ground for the chosen one that lets its words be read.
class RowLook final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int air = 8;
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, air);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        if (row.state & QStyle::State_Selected)
            painter->fillRect(row.rect, theme::themeOf(row.palette).colour(theme::Token::Surface3));
        row.state &= ~QStyle::State_Selected;
        QStyledItemDelegate::paint(painter, row, index);
    }
};

constexpr int pauseMilliseconds = 150;  // several changes in a row are read once

}  // namespace

RemarksPanel::RemarksPanel(const Parts &parts, QWidget *parent)
    : QWidget(parent), m_parts(parts), m_list(new QListWidget), m_talk(new QTextBrowser), m_about(new QLabel),
      m_giveUp(new QToolButton), m_edit(new panels::MentionEdit), m_send(new QPushButton(tr("Send"))),
      m_resolve(new QPushButton(tr("Resolve"))), m_new(new QToolButton), m_line(new QPushButton)
{
    setObjectName(QStringLiteral("remarksPanel"));
    setProperty(ActivityRecorder::readingProperty, QStringLiteral("remark"));
    makeParts();
    makeActions();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    m_overviewPause.setSingleShot(true);
    m_overviewPause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &RemarksPanel::look);
    connect(&m_overviewPause, &QTimer::timeout, this, &RemarksPanel::readOverview);
    connect(&m_parts.view, &ViewHost::viewChanged, this, [this] { m_marks.setView(m_parts.view.view()); });
    connect(&m_parts.view, &ViewHost::frameShown, this, [this] { m_marks.setView(m_parts.view.view()); });
    m_parts.work.setBeforeSubmit([this] { return maySubmit(); });
    forget();
}

RemarksPanel::~RemarksPanel()
{
    m_parts.work.setBeforeSubmit(nullptr);
}

void RemarksPanel::makeParts()
{
    m_list->setObjectName(QStringLiteral("remarkList"));
    m_list->setAccessibleName(tr("Remarks"));
    m_list->setWordWrap(true);
    m_list->setItemDelegate(new RowLook(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_talk->setObjectName(QStringLiteral("remarkTalk"));
    m_talk->setAccessibleName(tr("What was said"));
    m_talk->setFrameShape(QFrame::NoFrame);
    m_talk->setOpenLinks(false);
    m_talk->setTabChangesFocus(true);
    m_about->setObjectName(QStringLiteral("remarkAbout"));
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_giveUp->setObjectName(QStringLiteral("remarkGiveUp"));
    m_giveUp->setAutoRaise(true);
    m_giveUp->setIcon(theme::themedIcon(QStringLiteral("reject")));
    m_giveUp->setIconSize({12, 12});
    m_giveUp->setToolTip(tr("Not now"));
    m_giveUp->setAccessibleName(tr("Do not write it"));
    m_edit->setObjectName(QStringLiteral("remarkText"));
    m_edit->setAccessibleName(tr("Your words"));
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * 3 + 14);
    m_send->setObjectName(QStringLiteral("remarkSend"));
    m_send->setToolTip(tr("Ctrl+Enter in the text does the same"));
    m_resolve->setObjectName(QStringLiteral("remarkResolve"));
    m_resolve->setToolTip(tr("Nothing is left to say; an answer opens it again"));
    m_new->setObjectName(QStringLiteral("remarkNew"));
    m_new->setText(tr("New"));
    m_new->setIcon(theme::themedIcon(QStringLiteral("plus")));
    m_new->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_new->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_new);
    connect(menu->addAction(tr("About the selected label")), &QAction::triggered, this, &RemarksPanel::writeAboutLabel);
    connect(menu->addAction(tr("About a place: click it next")), &QAction::triggered, this, &RemarksPanel::writeAboutPlace);
    connect(menu->addAction(tr("About what is shown")), &QAction::triggered, this, &RemarksPanel::writeAboutFrame);
    m_new->setMenu(menu);
    m_line->setObjectName(QStringLiteral("toFixLine"));
    m_line->setFlat(true);
    m_line->setFocusPolicy(Qt::NoFocus);
    m_line->hide();

    auto *lower = new QWidget;
    auto *writing = new QVBoxLayout(lower);
    writing->setContentsMargins(8, 4, 8, 8);
    writing->setSpacing(4);
    auto *about = new QHBoxLayout;
    about->addWidget(m_about, 1);
    about->addWidget(m_giveUp);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_new);
    buttons->addStretch();
    buttons->addWidget(m_resolve);
    buttons->addWidget(m_send);
    writing->addWidget(m_talk, 1);
    writing->addLayout(about);
    writing->addWidget(m_edit);
    writing->addLayout(buttons);
    auto *down = new QSplitter(Qt::Vertical);
    down->setChildrenCollapsible(false);
    down->addWidget(m_list);
    down->addWidget(lower);
    down->setStretchFactor(0, 1);
    down->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(down);

    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem *row) { choose(row, true); });
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *row) { choose(row, true); });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *row) { choose(row, false); });
    connect(m_edit, &panels::MentionEdit::sent, this, &RemarksPanel::send);
    connect(m_edit, &panels::MentionEdit::left, &m_parts.view, &ViewHost::focusView);
    connect(m_edit, &QPlainTextEdit::textChanged, this,
            [this] { m_send->setEnabled(writable() && !m_edit->document()->isEmpty()); });
    connect(m_send, &QPushButton::clicked, this, &RemarksPanel::send);
    connect(m_resolve, &QPushButton::clicked, this, &RemarksPanel::resolve);
    connect(m_line, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_giveUp, &QToolButton::clicked, this, [this] {
        m_targetChosen = false;
        m_edit->clear();
        choose(m_list->currentItem(), false);
    });
}

void RemarksPanel::makeActions()
{
    add("remark.next", tr("Next remark"), Qt::Key_F3, [this] { step(1); });
    add("remark.previous", tr("Previous remark"), QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { step(-1); });
    add("remark.new", tr("New remark here"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R), [this] { writeHere(); });
    add("remark.answer", tr("Answer the remark"), {}, [this] {
        emit wanted();
        m_edit->setFocus(Qt::ShortcutFocusReason);
    });
}

void RemarksPanel::add(const char *id, const QString &title, const QKeySequence &key, std::function<void()> run)
{
    actions::ActionRegistry::Spec spec;
    spec.id = QLatin1String(id);
    spec.title = title;
    spec.group = tr("Remarks");
    spec.icon = QStringLiteral("remark");
    if (!key.isEmpty())
        spec.keys = {key};
    QAction *action = m_parts.registry.add(spec, std::move(run));
    action->setEnabled(false);
    m_actions.append(action);
}

void RemarksPanel::setDocument(document::Document *document)
{
    forget();
    m_document = document;
    if (!document)
        return;
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(true);
    m_connection = connect(document, &document::Editing::changed, this, &RemarksPanel::onEvent);
    connect(document, &QObject::destroyed, this, &RemarksPanel::forget);
    m_pause.start(0);
    m_overviewPause.start();
}

void RemarksPanel::forget()
{
    disconnect(m_connection);
    m_generation.next();
    m_overviewGeneration.next();
    m_making = false;
    m_pause.stop();
    m_overviewPause.stop();
    m_document.clear();
    m_view = {};
    m_overview = {};
    m_target = {};
    m_targetChosen = false;
    m_showNext.reset();
    m_submitAfter = false;
    m_submitAnyway.reset();
    m_drafts.clear();
    m_edit->clear();
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(false);
    refresh();
}

// Colours of rows are those of the theme.
void RemarksPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshList();
}

bool RemarksPanel::idle() const
{
    return m_reading == 0 && m_readingOverview == 0 && !m_making && !m_pause.isActive() && !m_overviewPause.isActive();
}

bool RemarksPanel::writable() const
{
    return m_document && m_document->item() && !m_making && m_view.whyNotWrite.isEmpty()
           && !m_document->project().store().readOnly();
}

void RemarksPanel::onEvent(const document::DocumentEvent &event)
{
    if (std::holds_alternative<document::ItemShown>(event)) {
        // Nothing of the last item is asked of this one.
        m_generation.next();
        m_submitAfter = false;
        m_target = {};
        m_targetChosen = false;
        // What was not sent waits where it was written.
        if (!m_view.item.isNull() && !m_edit->document()->isEmpty())
            m_drafts[m_view.item] = m_edit->toPlainText();
        m_edit->setPlainText(m_drafts[std::get<document::ItemShown>(event).item]);
        m_drafts.erase(std::get<document::ItemShown>(event).item);
        m_view = {};
        refresh();
        m_pause.start(0);
    } else if (std::holds_alternative<document::QueueChanged>(event)) {
        m_pause.start(pauseMilliseconds);
        m_overviewPause.start();
    } else if (std::holds_alternative<document::HistoryChanged>(event)
               || std::holds_alternative<document::AnnotationsChanged>(event)) {
        m_pause.start(pauseMilliseconds);
    } else if (std::holds_alternative<document::FrameShown>(event)) {
        refreshMarks();
    }
}

void RemarksPanel::look()
{
    m_pause.stop();
    if (!m_document || !m_document->item()) {
        taken(review::AuthorView{});
        return;
    }
    ++m_reading;
    m_parts.services.jobs().run(
        tr("Read the remarks"),
        [project = m_document->sharedProject(), item = m_document->item()->id,
         person = m_document->person()](jobs::JobControl &) { return review::authorView(*project, item, person); },
        this,
        [this, token = m_generation.next()](Result<review::AuthorView> view) {
            m_reading = std::max(0, m_reading - 1);
            if (token.current())
                taken(std::move(view));
        },
        jobs::JobRunner::Visibility::Quiet);
}

void RemarksPanel::taken(Result<review::AuthorView> view)
{
    if (!view) {
        base::log().warn("remarks: {}", view.error().text.toStdString());
        emit said(tr("The remarks cannot be read: %1").arg(view.error().text));
        view = review::AuthorView{};
        view->item = m_document && m_document->item() ? m_document->item()->id : ItemId{};
    }
    // An edit reads one item; all of them only when something was said.
    if (m_view.item == view->item
        && !std::equal(m_view.talks.begin(), m_view.talks.end(), view->talks.begin(), view->talks.end(),
                       [](const review::Talk &a, const review::Talk &b) {
                           return a.id == b.id && a.open == b.open && a.entries.size() == b.entries.size();
                       }))
        m_overviewPause.start();
    m_view = std::move(*view);
    refresh();
    if (std::exchange(m_submitAfter, false))
        m_parts.work.submit();
}

void RemarksPanel::readOverview()
{
    m_overviewPause.stop();
    if (!m_document)
        return;
    ++m_readingOverview;
    m_parts.services.jobs().run(
        tr("Read where you were asked"),
        [project = m_document->sharedProject(), person = m_document->person()](jobs::JobControl &) {
            return review::remarkOverview(*project, person);
        },
        this,
        [this, token = m_overviewGeneration.next()](Result<review::RemarkOverview> overview) {
            m_readingOverview = std::max(0, m_readingOverview - 1);
            if (!token.current() || !overview)
                return;
            m_overview = std::move(*overview);
            std::map<ItemId, QString> notes;
            for (const auto &[item, count] : m_overview.open)
                notes.emplace(item, tr("%n open remark(s)", nullptr, count));
            m_parts.queue.setNotes(std::move(notes));
            refreshList();
        },
        jobs::JobRunner::Visibility::Quiet);
}

// What is written goes the way of every edit: shown as unsaved until it is stored, and undone like one.
void RemarksPanel::make(const QString &title, std::function<Result<history::Gesture>()> act, std::function<void()> then)
{
    m_making = true;
    refreshTarget();
    m_parts.services.jobs().run(
        title, [act = std::move(act)](jobs::JobControl &) { return act(); }, m_document.data(),
        [this, then = std::move(then)](Result<history::Gesture> gesture) {
            m_making = false;
            if (!gesture) {
                m_parts.view.notices().show(NoticeBar::Tone::Problem, gesture.error().text);
                refreshTarget();
                return;
            }
            // What was begun is what one looks at next.
            for (const history::Change &change : gesture->changes)
                if (change.type == history::EntityType::Thread && change.kind == history::ChangeKind::Create)
                    m_showNext = ThreadId{change.entity};
            if (!gesture->empty() && m_document)
                m_document->push(std::move(*gesture));
            if (then)
                then();
            refreshTarget();
            m_pause.start(pauseMilliseconds);
            m_overviewPause.start();
        },
        jobs::JobRunner::Visibility::Quiet);
}

void RemarksPanel::send()
{
    if (!writable() || review::plainWords(m_edit->toPlainText()).isEmpty())
        return;
    const QString text = m_edit->toPlainText();
    const Target target = m_target;
    // The answer is to what is stored.
    if (!m_document->flush()) {
        m_parts.view.notices().show(NoticeBar::Tone::Problem, m_document->saveStateText());
        return;
    }
    make(
        tr("Write a remark"),
        [project = m_document->sharedProject(), person = m_document->person(), item = m_document->item()->id, target, text] {
            return target.thread.isNull() ? review::opening(*project, target.places, text, person)
                                          : review::answering(*project, item, target.thread, text, person);
        },
        [this, target, item = m_document->item()->id, round = m_view.round] {
            m_drafts.erase(item);
            if (!m_document || !m_document->item() || m_document->item()->id != item)
                return;
            m_edit->clear();
            m_targetChosen = false;
            m_parts.view.focusView();
            if (!target.reason)
                return;
            m_submitAnyway = std::pair(item, round);
            m_parts.work.submit();
        });
}

void RemarksPanel::resolve()
{
    if (!writable() || m_target.thread.isNull() || !m_document->flush())
        return;
    make(tr("Resolve a remark"),
         [project = m_document->sharedProject(), person = m_document->person(), item = m_document->item()->id,
          thread = m_target.thread] { return review::resolving(*project, item, thread, person); },
         {});
}

void RemarksPanel::begin(const std::vector<review::ThreadPlace> &places, const QString &words)
{
    m_target = {{}, places, words, false};
    m_targetChosen = true;
    m_list->setCurrentItem(nullptr);
    emit wanted();
    refreshTarget();
    refreshMarks();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void RemarksPanel::writeHere()
{
    if (!m_document || !m_document->item())
        return;
    if (m_document->selection().size() == 1)
        writeAboutLabel();
    else if (m_document->frameRef(m_document->frame()) || !m_marks.hasPlaces())
        writeAboutFrame();
    else
        writeAboutPlace();
}

void RemarksPanel::writeAboutLabel()
{
    const model::Annotation *label =
        m_document && m_document->selection().size() == 1 ? m_document->annotation(*m_document->selection().begin()) : nullptr;
    if (!label) {
        emit said(tr("Select one label to write about it."));
        return;
    }
    review::ThreadPlace place{label->item, label->id, label->frame, {}};
    begin({place}, tr("New, about a label: %1").arg(titleOf(label->labelClass)));
}

void RemarksPanel::writeAboutPlace()
{
    if (!m_document || !m_document->item())
        return;
    if (!m_marks.hasPlaces()) {
        emit said(tr("Nothing can be pointed at here; write about the shown frame instead."));
        return;
    }
    emit said(tr("Click the place that the remark is about; Esc gives up."));
    m_marks.askForPlace([this, item = m_document->item()->id](const std::optional<geometry::Point> &point) {
        if (!point || !m_document || !m_document->item() || m_document->item()->id != item)
            return;
        begin({{item, {}, m_document->frameRef(m_document->frame()), point}},
              tr("New, about the place %1, %2").arg(qRound(point->x)).arg(qRound(point->y)));
    });
}

void RemarksPanel::writeAboutFrame()
{
    if (!m_document || !m_document->item())
        return;
    const auto frame = m_document->frameRef(m_document->frame());
    begin({{m_document->item()->id, {}, frame, {}}},
          frame ? tr("New, about frame %1").arg(frame->index + 1) : tr("New, about the item"));
}

bool RemarksPanel::maySubmit()
{
    const auto item = m_document ? m_document->item() : std::nullopt;
    if (!item || m_submitAnyway == std::pair(item->id, m_view.round))
        return true;
    // What was changed last may not be read yet.
    if (m_pause.isActive() || m_reading > 0 || m_view.item != item->id) {
        if (m_submitAfter)
            return false;
        m_submitAfter = true;
        look();
        return false;
    }
    if (!m_view.toFix() || m_view.left() == 0)
        return true;
    askBeforeSubmit();
    return false;
}

void RemarksPanel::askBeforeSubmit()
{
    const std::pair asked(m_view.item, m_view.round);
    m_parts.view.notices().show(NoticeBar::Tone::Info,
                                tr("Left as they were: %1 of %2 requests of the reviewer. Hand in all the same?")
                                    .arg(m_view.left())
                                    .arg(m_view.requests.size()),
                                {{tr("Show"), [this] { step(1); }, true},
                                 {tr("Say why…"), [this] { writeReason(); }, false},
                                 {tr("Hand in"),
                                  [this, asked] {
                                      m_submitAnyway = asked;
                                      m_parts.work.submit();
                                  },
                                  false}});
}

void RemarksPanel::writeReason()
{
    std::vector<review::ThreadPlace> places;
    for (const review::Request &request : m_view.requests)
        if (request.state == RequestState::Open)
            places.push_back({m_view.item, request.decision.annotation, request.frame, request.decision.place});
    if (places.empty())
        return;
    begin(places, tr("Why %n request(s) stay as they are; then it is handed in", nullptr, static_cast<int>(places.size())));
    m_target.reason = true;
    refreshTarget();
}

}  // namespace plumbline::workstation

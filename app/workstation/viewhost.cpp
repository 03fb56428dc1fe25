// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/viewhost.h"

#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "widgets/actions/actionregistry.h"
#include "widgets/canvas/mipimage.h"
#include "widgets/panels/emptystate.h"
#include "widgets/panels/noticebar.h"
#include "widgets/theme/icons.h"

#include <QActionGroup>
#include <QDir>
#include <QMenu>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

namespace {

// On a worker: what the first paint would do otherwise.
Result<extension::LoadedFrame> frameForScreen(const exchange::MediaOpener &opener, const QString &path, const jobs::JobControl &control)
{
    auto frame = opener.loadFrame(path, 0, extension::LoadQuality::Screen, control);
    const QImage::Format format = frame ? frame->image.format() : QImage::Format_Invalid;
    if (format == QImage::Format_RGB32 || format == QImage::Format_Grayscale8)
        frame->halves = canvas::halvesOf(frame->image);
    return frame;
}

}  // namespace

ViewHost::ViewHost(Services &services, actions::ActionRegistry &registry, QWidget *parent)
    : QWidget(parent), m_services(services), m_registry(registry),
      m_hold(
          [this](const QString &tool) {
              if (view() && m_services.settings().holdTools())
                  view()->trigger(tool);
          },
          this),
      m_toolBar(new QToolBar), m_bar(new QHBoxLayout), m_notices(new panels::NoticeBar(this)),
      m_stack(new QStackedWidget), m_empty(new panels::EmptyState)
{
    setObjectName(QStringLiteral("viewHost"));
    m_toolBar->setObjectName(QStringLiteral("viewToolBar"));
    m_toolBar->setIconSize({20, 20});
    m_toolBar->setMovable(false);
    m_toolBar->setWindowTitle(tr("Tools"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->setContentsMargins(0, 0, 8, 0);
    m_bar->addWidget(m_toolBar, 1);
    layout->addLayout(m_bar);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_empty->setWords(QStringLiteral("image"), tr("Nothing is shown"), tr("Choose an item in the queue."));
    connect(m_notices, &panels::NoticeBar::shown, this, &ViewHost::placeNotices);
}

// Over the view, so that the picture does not jump when a notice comes or goes.
void ViewHost::placeNotices()
{
    constexpr int margin = 12;
    constexpr int widest = 860;
    const int width = std::min(widest, this->width() - 2 * margin);
    const int height = m_notices->hasHeightForWidth() ? m_notices->heightForWidth(width) : m_notices->sizeHint().height();
    // A view with bars of its own says how high they are: what is chosen there stays in sight.
    const int bars = m_stack->currentWidget()->property("barHeight").toInt();
    m_notices->setGeometry((this->width() - width) / 2, m_stack->y() + bars + margin, width, height);
    m_notices->raise();
}

void ViewHost::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeNotices();
}

ViewHost::~ViewHost()
{
    setDocument(nullptr);
}

void ViewHost::setDocument(document::Document *document)
{
    disconnect(m_connection);
    m_generation.next();
    m_aheadGeneration.next();
    m_frames.clear();
    m_next.reset();
    closeViews();
    m_decoded.reset();
    m_document = document;
    if (m_document) {
        m_connection = connect(m_document, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
            if (std::holds_alternative<document::ItemShown>(event))
                showItem();
            else if (std::holds_alternative<document::SchemaChanged>(event) && view())
                refreshActions();
        });
    }
}

void ViewHost::closeViews()
{
    const actions::ActionRegistry::Batch batch(m_registry);
    for (const QString &id : std::as_const(m_actionIds))
        m_registry.remove(id);
    m_actionIds.clear();
    m_stack->setCurrentWidget(m_empty);
    m_views.clear();
    m_current.clear();
    m_toRestore.clear();
}

extension::AnnotationView *ViewHost::view() const
{
    const auto it = m_views.find(m_current);
    return it == m_views.end() ? nullptr : it->second.view.get();
}

QMap<QString, QVariantMap> ViewHost::viewStates() const
{
    QMap<QString, QVariantMap> states = m_states;
    for (const auto &[id, view] : m_views)
        states.insert(id, id == m_toRestore ? m_states.value(id) : view.view->saveState());
    return states;
}

QString ViewHost::withKeys(const QString &text) const
{
    return m_registry.withKeys(text);
}

QString ViewHost::mediaPath() const
{
    const auto item = m_document ? m_document->item() : std::nullopt;
    return item ? m_document->project().mediaPath(*item) : QString();
}

QString ViewHost::cacheFolder() const
{
    if (!m_document || m_document->project().store().readOnly())
        return {};
    const QString folder = m_document->project().folder() + QStringLiteral("/cache");
    return QDir().mkpath(folder) ? folder : QString();
}

extension::ViewContext::FrameLoader ViewHost::frameLoader() const
{
    return [opener = m_services.mediaOpener()](const QString &path, std::int64_t index, extension::LoadQuality quality,
                                               const jobs::JobControl &control) {
        return opener.loadFrame(path, index, quality, control);
    };
}

jobs::JobRunner &ViewHost::jobs()
{
    return m_services.jobs();
}

QIcon ViewHost::icon(const QString &name) const
{
    return theme::themedIcon(name);
}

void ViewHost::focusView()
{
    if (view())
        view()->widget()->setFocus(Qt::OtherFocusReason);
}

QPoint ViewHost::popupPlace() const
{
    return mapToGlobal(QPoint(width() / 2 - 140, m_stack->y() + 48));
}

void ViewHost::showItem()
{
    const auto item = m_document->item();
    m_generation.next();
    m_decoded.reset();
    if (m_loading)
        m_services.jobs().cancel(std::exchange(m_loading, 0));
    if (!item) {
        if (view())
            view()->clear();
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const auto known = std::find_if(m_views.begin(), m_views.end(), [&](const auto &entry) { return entry.second.kind == item->kind; });
    if (known != m_views.end()) {
        useView(known->first);
    } else {
        const auto factories = m_services.views();
        const auto factory = std::find_if(factories.begin(), factories.end(),
                                          [&](const extension::ViewFactory *candidate) { return candidate->kind() == item->kind; });
        if (factory == factories.end()) {
            showMissing(item->kind);
            return;
        }
        const QString id = (*factory)->id();
        View made{(*factory)->create(*this), item->kind};
        made.view->onToolChanged([this] { refreshTool(); });
        m_stack->addWidget(made.view->widget());
        auto *created = made.view.get();
        m_views.emplace(id, std::move(made));
        useView(id);
        if (m_states.contains(id)) {
            created->restoreState(m_states.value(id));
            m_toRestore = id;
        }
        // The first view after the start page has the keys at once.
        focusView();
    }
    load(*item);
}

void ViewHost::load(const model::Item &item)
{
    if (view()->readsMedium()) {
        deliver(item, extension::LoadedFrame{});
        return;
    }
    const QString path = m_document->project().mediaPath(item);
    if (const auto frame = m_frames.find(item.id, path)) {
        deliver(item, *frame);
        return;
    }
    view()->showLoading(item);
    m_loading = m_services.jobs().run(
        tr("Load %1").arg(item.name),
        [opener = m_services.mediaOpener(), path](jobs::JobControl &control) {
            return frameForScreen(opener, path, control);
        },
        this,
        [this, item, path](const Result<extension::LoadedFrame> &frame) {
            if (frame)
                m_frames.keep(item.id, path, *frame);
            deliver(item, frame);
        }, jobs::JobRunner::Visibility::Quiet,
        m_generation.next());
}

void ViewHost::deliver(const model::Item &item, const Result<extension::LoadedFrame> &frame)
{
    m_loading = 0;
    if (!view() || !m_document || !m_document->item() || m_document->item()->id != item.id)
        return;
    view()->showFrame(item, frame);
    // Zoom and place mean nothing before there is a picture.
    if (frame && m_toRestore == m_current) {
        m_toRestore.clear();
        view()->restoreState(m_states.value(m_current));
    }
    m_decoded = frame.has_value();
    emit frameShown(item.id, frame.has_value());
    if (m_next)
        setNext(m_next);
}

void ViewHost::setNext(const std::optional<model::Item> &item)
{
    m_next = item;
    // The shown picture comes first; this is called again when it is there.
    if (!item || m_loading || !m_document)
        return;
    m_next.reset();
    if (view() && view()->readsMedium())
        return;
    const QString path = m_document->project().mediaPath(*item);
    if (m_frames.find(item->id, path))
        return;
    m_services.jobs().run(
        tr("Load %1").arg(item->name),
        [opener = m_services.mediaOpener(), path](jobs::JobControl &control) {
            return frameForScreen(opener, path, control);
        },
        this,
        [this, id = item->id, path](const Result<extension::LoadedFrame> &frame) {
            // A failure is tried again, and shown, when the item itself is.
            if (frame)
                m_frames.keep(id, path, *frame);
        },
        jobs::JobRunner::Visibility::Quiet, m_aheadGeneration.next());
}

void ViewHost::showMissing(model::ItemKind kind)
{
    m_current.clear();
    refreshActions();
    m_empty->setWords(QStringLiteral("issues"), tr("This kind of item cannot be shown"),
                      m_services.whyMissing(QStringLiteral("view:") + model::itemKindName(kind)));
    m_stack->setCurrentWidget(m_empty);
}

void ViewHost::useView(const QString &id)
{
    m_stack->setCurrentWidget(m_views.at(id).view->widget());
    if (m_current == id)
        return;
    m_current = id;
    refreshActions();
    emit viewChanged();
}

void ViewHost::refreshActions()
{
    const actions::ActionRegistry::Batch batch(m_registry);
    for (const QString &id : std::as_const(m_actionIds))
        m_registry.remove(id);
    m_actionIds.clear();
    delete std::exchange(m_tools, nullptr);
    if (!view())
        return;
    m_tools = new QActionGroup(this);
    std::vector<std::pair<QAction *, QString>> tools;
    for (const extension::ViewAction &offered : view()->actions()) {
        actions::ActionRegistry::Spec spec;
        spec.id = offered.id;
        spec.title = offered.title;
        spec.group = offered.checkable ? tr("Tools") : tr("View");
        spec.icon = offered.icon;
        // A tap and a hold of Space mean different things: the view tells them apart itself.
        if (offered.key == QKeySequence(Qt::Key_Space))
            spec.fixedKeys = {offered.key};
        else if (!offered.key.isEmpty())
            spec.keys = {offered.key};
        spec.scope = view()->widget();
        spec.context = m_current;
        QAction *action = m_registry.add(spec, [this, id = offered.id, tool = offered.checkable] {
            if (!view())
                return;
            const QString before = view()->currentTool();
            view()->trigger(id);
            if (tool)
                m_hold.chosen(before);
        });
        m_actionIds.append(offered.id);
        if (offered.checkable) {
            action->setCheckable(true);
            action->setAutoRepeat(false);
            m_tools->addAction(action);
            tools.emplace_back(action, offered.group);
        }
    }
    addTools(tools);
    refreshTool();
}

void ViewHost::addTools(const std::vector<std::pair<QAction *, QString>> &tools)
{
    QAction *firstOwn = m_toolBar->actions().value(0);
    std::map<QString, QToolButton *> groups;
    for (const auto &[tool, group] : tools) {
        if (group.isEmpty()) {
            m_toolBar->insertAction(firstOwn, tool);
            continue;
        }
        QToolButton *&button = groups[group];
        if (!button) {
            button = new QToolButton;
            button->setPopupMode(QToolButton::MenuButtonPopup);
            button->setMenu(new QMenu(button));
            button->setDefaultAction(tool);
            QAction *place = m_toolBar->insertWidget(firstOwn, button);
            place->setParent(m_tools);
        }
        button->menu()->addAction(tool);
        // The button shows the one of its tools that was used last.
        connect(tool, &QAction::toggled, button, [button = button, tool = tool](bool on) {
            if (on)
                button->setDefaultAction(tool);
        });
    }
    if (!tools.empty() && firstOwn) {
        QAction *line = m_toolBar->insertSeparator(firstOwn);
        line->setParent(m_tools);
    }
}

void ViewHost::refreshTool()
{
    if (!view())
        return;
    if (QAction *tool = m_registry.action(view()->currentTool()))
        tool->setChecked(true);
}

}  // namespace plumbline::workstation

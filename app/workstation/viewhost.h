// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/framecache.h"
#include "app/workstation/holdkeys.h"
#include "core/document/document.h"
#include "core/jobs/jobrunner.h"
#include "widgets/extension/uiplugin.h"

#include <QHBoxLayout>
#include <QVariantMap>
#include <QWidget>

#include <map>

class QActionGroup;
class QStackedWidget;
class QToolBar;

namespace plumbline::actions {
class ActionRegistry;
}
namespace plumbline::panels {
class EmptyState;
class NoticeBar;
}

namespace plumbline::workstation {

class Services;

/// The middle of the window: the view for the kind of the shown item, its toolbar, and the notice line over it. Views come
/// from the registry and are made on first use. Decodes on a worker; the next item is decoded ahead and
/// the last ones are kept. Main thread only.
class ViewHost final : public QWidget, public extension::ViewContext
{
    Q_OBJECT

public:
    /// Both must outlive the host.
    ViewHost(Services &services, actions::ActionRegistry &registry, QWidget *parent = nullptr);
    ~ViewHost() override;

    /// Null closes every view.
    void setDocument(document::Document *document);
    /// Decoded ahead while the person works on the shown one.
    void setNext(const std::optional<model::Item> &item);

    [[nodiscard]] extension::AnnotationView *view() const;
    [[nodiscard]] QString viewId() const { return m_current; }
    [[nodiscard]] QMap<QString, QVariantMap> viewStates() const;
    void setViewStates(const QMap<QString, QVariantMap> &states) { m_states = states; }
    [[nodiscard]] panels::NoticeBar &notices() const { return *m_notices; }
    [[nodiscard]] QToolBar &toolBar() const { return *m_toolBar; }
    /// Takes a button that stays in sight however narrow the window is.
    void addBesideToolBar(QWidget *button) { m_bar->addWidget(button); }
    void focusView();
    /// Whether the picture of the shown item is in the view, or what is wrong with it; nothing while it is being decoded.
    [[nodiscard]] std::optional<bool> decoded() const { return m_decoded; }
    /// Place for popups that belong to keys pressed over the view, in global coordinates.
    [[nodiscard]] QPoint popupPlace() const;

    // extension::ViewContext
    document::Editing &editing() override { return *m_document; }
    QIcon icon(const QString &name) const override;
    void showHint(const QString &text) override { emit hint(withKeys(text)); }
    QString withKeys(const QString &text) const override;
    QString mediaPath() const override;
    QString cacheFolder() const override;
    FrameLoader frameLoader() const override;
    jobs::JobRunner &jobs() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    /// Another kind of view is shown, with other actions.
    void viewChanged();
    void hint(const QString &text);
    /// The shown item has been decoded, or not.
    void frameShown(plumbline::ItemId item, bool decoded);

private:
    struct View {
        std::unique_ptr<extension::AnnotationView> view;
        model::ItemKind kind = model::ItemKind::Image;
    };

    void showItem();
    void load(const model::Item &item);
    void deliver(const model::Item &item, const Result<extension::LoadedFrame> &frame);
    void useView(const QString &id);
    void refreshActions();
    void refreshTool();
    void addTools(const std::vector<std::pair<QAction *, QString>> &tools);
    void showMissing(model::ItemKind kind);
    void closeViews();
    void placeNotices();

    Services &m_services;
    actions::ActionRegistry &m_registry;
    document::Document *m_document = nullptr;
    QMetaObject::Connection m_connection;
    std::map<QString, View> m_views;
    QString m_current;
    QMap<QString, QVariantMap> m_states;
    QString m_toRestore;  // view whose first picture is on its way
    QStringList m_actionIds;
    QActionGroup *m_tools = nullptr;
    HoldKeys m_hold;
    QToolBar *m_toolBar;
    QHBoxLayout *m_bar;
    panels::NoticeBar *m_notices;
    QStackedWidget *m_stack;
    panels::EmptyState *m_empty;
    jobs::Generation m_generation;
    jobs::JobId m_loading = 0;
    std::optional<bool> m_decoded;
    // Decoded ahead, and shown before.
    std::optional<model::Item> m_next;
    FrameCache m_frames;
    jobs::Generation m_aheadGeneration;
};

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/comparison.h"
#include "plugins/views/image/keycursor.h"
#include "plugins/views/image/pantool.h"
#include "plugins/views/image/tagbar.h"
#include "plugins/views/image/tool.h"
#include "plugins/views/image/tooloptionsbar.h"
#include "widgets/canvas/canvasoverlays.h"
#include "widgets/extension/uiplugin.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QContextMenuEvent;

namespace plumbline::imageview {

/// The view of images: a canvas, its tools and the actions around them. Shows every label of the document except
/// predictions that have been judged. Single-letter keys must not fire while a text field has the focus: the host makes
/// each ViewAction a QAction of widget() with Qt::WidgetWithChildrenShortcut. Class keys 1 to 9 are always offered; their
/// titles follow the schema, so the host reads actions() again after SchemaChanged. Space is held to pan, which the canvas
/// sees to itself; a short tap toggles the pan tool, and what is being drawn waits.
class ImageView final : public QObject, public extension::AnnotationView
{
    Q_OBJECT

public:
    explicit ImageView(extension::ViewContext &context);
    ~ImageView() override;

    [[nodiscard]] QWidget *widget() override;
    void showFrame(const model::Item &item, const Result<extension::LoadedFrame> &frame) override;
    void showLoading(const model::Item &item) override;
    void clear() override;
    void reveal(AnnotationId id) override;
    [[nodiscard]] std::vector<extension::ViewAction> actions() const override;
    void trigger(const QString &actionId) override;
    [[nodiscard]] QString currentTool() const override { return m_tool->id(); }
    [[nodiscard]] QString firstStep() const override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void onToolChanged(std::function<void()> listener) override { m_toolChanged = std::move(listener); }

private:
    /// What an action does; the tables are in imageviewtriggers.cpp.
    struct Trigger {
        const char *id;
        void (*run)(ImageView &view);
    };
    static const Trigger anyTimeTriggers[];  // without a picture, too
    static const Trigger pictureTriggers[];  // after the tool and the commands

    bool eventFilter(QObject *watched, QEvent *event) override;
    void documentChanged(const document::DocumentEvent &event);
    void refreshShapes();
    bool refreshSome(const QSet<AnnotationId> &ids);
    void setTool(const QString &id);
    void togglePan();
    void selectNext(int step);
    void goOnWith(AnnotationId next) { m_next = next; }
    void selectAll();
    void finishOrClick();
    void cancelOrDeselect();
    void chooseClass(const QString &key);
    void toggleTag(const QString &key);
    void refreshTags();
    void clickTag(AnnotationId id, Qt::KeyboardModifiers modifiers);
    void removeTag(AnnotationId id);
    void openMenu(const QContextMenuEvent &event);
    void attachTool();
    void setUpTools();
    void showOptions();
    void zoomToSelection();
    void compare(Comparison::Mode mode);
    void setUpCursor();
    bool moveCursor(const QString &actionId);
    void toggleCursor();
    void zoomByKey(int steps);

    extension::ViewContext &m_context;
    document::Editing &m_editing;
    QPointer<canvas::ImageCanvas> m_canvas;
    canvas::CanvasOverlays *m_overlays;  // of the canvas
    Comparison *m_comparison;            // of the canvas
    ImageEdits m_edits;
    ToolContext m_toolContext;
    TagBar *m_tags;  // owned by the canvas
    std::vector<std::unique_ptr<Tool>> m_tools;
    Tool *m_tool = nullptr;
    QPointer<ToolOptionsBar> m_optionsBar;  // of the canvas
    KeyCursor *m_cursor = nullptr;          // of the canvas
    bool m_cursorAlways = false;            // arrows move it with every tool
    PanTool *m_pan = nullptr;               // one of the tools
    std::function<void()> m_toolChanged;
    ItemId m_shown;      // whose picture is on the canvas
    QTimer m_loading;
    QString m_loadingName;
    AnnotationId m_next;  // what Tab goes to after a prediction was judged
};

}  // namespace plumbline::imageview

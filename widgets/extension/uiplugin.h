// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/editing.h"
#include "core/extension/mediasource.h"
#include "core/extension/registry.h"
#include "core/jobs/jobrunner.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "widgets/export.h"

#include <QColor>
#include <QIcon>
#include <QKeySequence>
#include <QVariantMap>
#include <QWidget>
#include <QtPlugin>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// What a plugin with widgets offers and is given. Main thread only.
namespace plumbline::extension {

/// What anything that shows media may use of the program.
class PLUMBLINE_WIDGETS_EXPORT MediaContext
{
public:
    virtual ~MediaContext();
    /// Icon of our own set by name, coloured by the theme.
    [[nodiscard]] virtual QIcon icon(const QString &name) const = 0;
    /// Where views may keep what can be made again (octrees, pyramids); exists. Empty when nothing may be written.
    [[nodiscard]] virtual QString cacheFolder() const = 0;
    /// One frame of a picture or film, decoded by whichever plugin can; any thread. The function may outlive the view.
    using FrameLoader = std::function<Result<LoadedFrame>(const QString &path, std::int64_t index, LoadQuality quality,
                                                          const jobs::JobControl &control)>;
    [[nodiscard]] virtual FrameLoader frameLoader() const = 0;
    /// For work that the person sees in the list of jobs; outlives the view.
    [[nodiscard]] virtual jobs::JobRunner &jobs() = 0;
};

/// What a view may use of the program. Abstract so that views run in tests without a main window.
class PLUMBLINE_WIDGETS_EXPORT ViewContext : public MediaContext
{
public:
    ~ViewContext() override;
    [[nodiscard]] virtual document::Editing &editing() = 0;
    /// One quiet line in the status bar, for a few seconds. Keys in it go through withKeys().
    virtual void showHint(const QString &text) = 0;
    /// "{image.copy}" becomes the key that this person has for the action, or its name when it has none.
    [[nodiscard]] virtual QString withKeys(const QString &text) const = 0;
    /// Absolute path of the shown item's medium on this machine: a file, or the folder that its scene's paths are relative to.
    [[nodiscard]] virtual QString mediaPath() const = 0;
};

/// An action that a view offers: in its toolbar, in the palette, with a key that the user can change.
struct ViewAction {
    QString id;  ///< stable: "image.tool.box"
    QString title;  ///< translated
    QString icon;
    QKeySequence key;
    bool checkable = false;  ///< a tool: exactly one of a view's checkable actions is checked
    QString group = {};  ///< tools of one group share a toolbar button with a menu; empty = a button of its own
};

/// Shows and edits one kind of item. Owned by the host; its widget is owned by the view.
class PLUMBLINE_WIDGETS_EXPORT AnnotationView
{
public:
    virtual ~AnnotationView();

    [[nodiscard]] virtual QWidget *widget() = 0;
    /// True: the view reads the medium by itself, in parts; showFrame() comes at once with an empty frame.
    [[nodiscard]] virtual bool readsMedium() const { return false; }
    /// The item's first frame has been decoded (or not: then the error is shown in words inside the view).
    virtual void showFrame(const model::Item &item, const Result<LoadedFrame> &frame) = 0;
    /// Another item is on its way: the view shows that after 150 ms, keeps the old picture until then.
    virtual void showLoading(const model::Item &item) = 0;
    virtual void clear() = 0;
    /// Scrolls and zooms so that the annotation is in sight, and makes it stand out for a moment.
    virtual void reveal(AnnotationId id) = 0;
    [[nodiscard]] virtual std::vector<ViewAction> actions() const = 0;
    virtual void trigger(const QString &actionId) = 0;
    /// Checked tool, for toolbars.
    [[nodiscard]] virtual QString currentTool() const = 0;
    /// How labels are begun here, for the empty list of labels; keys as "{image.tool.box}".
    [[nodiscard]] virtual QString firstStep() const { return {}; }
    /// Zoom, position, tool: kept with the session, not with the data.
    [[nodiscard]] virtual QVariantMap saveState() const = 0;
    virtual void restoreState(const QVariantMap &state) = 0;
    /// Told when currentTool() changed by itself.
    virtual void onToolChanged(std::function<void()> listener) = 0;
};

/// Labels of one source on the item that is compared.
struct ComparedLabels {
    QString title;  ///< of the pane or in the legend: a letter, "consensus", "model"; never the name of a hidden person
    QColor colour;  ///< of the source where several are laid over each other
    bool dashed = false;  ///< a model's
    std::vector<model::Annotation> labels;
};

/// An item with labels to look at, beside others of the same item or with several people's labels laid over each other. Edits
/// nothing. Each kind of item brings its own. Owned by the host; its widget is owned by the pane. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT ComparisonPane
{
public:
    virtual ~ComparisonPane();

    [[nodiscard]] virtual QWidget *widget() = 0;
    /// The medium is read in the background; what is wrong with it is said inside the pane. Scene: of an item of that kind.
    virtual void showItem(const model::Item &item, const std::optional<model::Scene> &scene, const QString &mediaPath) = 0;
    /// One source: labels in the colours of their classes. Several: each in the colour of its source.
    virtual void setSources(const std::vector<ComparedLabels> &sources, const model::Schema &schema) = 0;
    /// What is being talked about stands out, the rest steps back; with `go` it is brought into sight (frame, zoom). Empty = nothing.
    virtual void setMarked(const std::vector<AnnotationId> &labels, bool go) = 0;
    /// Frame, zoom and position, so that panes beside each other move together: what one tells is given to the others.
    [[nodiscard]] virtual QVariantMap place() const = 0;
    virtual void setPlace(const QVariantMap &place) = 0;
    /// Told when the person moved it; not by setPlace().
    virtual void onPlaceChanged(std::function<void()> listener) = 0;
};

class PLUMBLINE_WIDGETS_EXPORT ViewFactory
{
public:
    virtual ~ViewFactory();
    [[nodiscard]] virtual QString id() const = 0;  ///< "image"
    [[nodiscard]] virtual model::ItemKind kind() const = 0;
    /// The context outlives the view.
    [[nodiscard]] virtual std::unique_ptr<AnnotationView> create(ViewContext &context) const = 0;
    /// Null: this kind cannot be compared by sight. The context outlives the pane.
    [[nodiscard]] virtual std::unique_ptr<ComparisonPane> createComparison(MediaContext &context) const;
};

/// Registries of the widget kinds.
class PLUMBLINE_WIDGETS_EXPORT UiContext
{
public:
    virtual ~UiContext();
    [[nodiscard]] virtual Registry<ViewFactory> &views() = 0;
};

/// Second interface of a plugin with widgets; programs without a window never call it.
class PLUMBLINE_WIDGETS_EXPORT UiPlugin
{
public:
    virtual ~UiPlugin();
    [[nodiscard]] virtual Result<> initializeUi(UiContext &context) = 0;
};

}  // namespace plumbline::extension

#define PLUMBLINE_UIPLUGIN_IID "org.plumbline.UiPlugin/1"
Q_DECLARE_INTERFACE(plumbline::extension::UiPlugin, PLUMBLINE_UIPLUGIN_IID)

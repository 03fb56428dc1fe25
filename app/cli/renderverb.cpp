// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/document/document.h"
#include "core/workflow/desk.h"
#include "widgets/extension/uiplugin.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

class Registries final : public extension::UiContext
{
public:
    extension::Registry<extension::ViewFactory> &views() override { return m_views; }

private:
    extension::Registry<extension::ViewFactory> m_views;
};

class StillView final : public extension::ViewContext
{
public:
    StillView(document::Editing &editing, QString mediaPath, exchange::MediaOpener opener)
        : m_editing(editing), m_mediaPath(std::move(mediaPath)), m_opener(std::move(opener))
    {}
    document::Editing &editing() override { return m_editing; }
    QIcon icon(const QString &name) const override { return theme::themedIcon(name); }
    void showHint(const QString &) override {}
    QString withKeys(const QString &text) const override { return text; }
    QString mediaPath() const override { return m_mediaPath; }
    QString cacheFolder() const override { return {}; }
    FrameLoader frameLoader() const override
    {
        return [opener = m_opener](const QString &path, std::int64_t index, extension::LoadQuality quality,
                                   const jobs::JobControl &control) { return opener.loadFrame(path, index, quality, control); };
    }
    jobs::JobRunner &jobs() override { return m_jobs; }

private:
    document::Editing &m_editing;
    QString m_mediaPath;
    exchange::MediaOpener m_opener;
    jobs::JobRunner m_jobs{1};
};

struct RenderArguments {
    std::string folder;
    std::string item;
    std::string out;
    std::string size = "1280x800";
};

Result<Answer> render(Context &context, const RenderArguments &arguments)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const QRegularExpressionMatch size = form.match(q(arguments.size));
    if (!size.hasMatch())
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("“%1” is no size; write it like 1280x800.").arg(q(arguments.size)));
    constexpr int mostPixels = 64'000'000;
    if (size.captured(1).toLongLong() * size.captured(2).toLongLong() > mostPixels)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("%1 is too large; at most 64 million pixels can be drawn.").arg(q(arguments.size)));
    auto opened = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::Look);
    if (!opened)
        return fail(opened.error());
    const std::shared_ptr<store::Project> project = std::move(*opened);
    const auto reader = project->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto item = Context::findItem(**reader, q(arguments.item));
    if (!item)
        return fail(item.error());
    auto layer = workflow::workingLayer(*project, context.person());
    if (!layer)
        return fail(layer.error());
    const auto document = document::Document::open(project, context.person(), std::move(*layer));
    if (!document)
        return fail(document.error());

    theme::applyTheme(*qApp, theme::darkTheme());
    const auto registries = std::make_shared<Registries>();
    context.keepForPlugins(registries);
    context.plugins().loadKind(QStringLiteral("view"));
    Result<> initialised;
    context.plugins().forEachLoaded([&](QObject &plugin, const extension::PluginInfo &) {
        if (auto *ui = qobject_cast<extension::UiPlugin *>(&plugin); ui && initialised)
            initialised = ui->initializeUi(*registries);
    });
    if (!initialised)
        return fail(initialised.error());
    const auto factories = registries->views().all();
    const auto factory = std::find_if(factories.begin(), factories.end(),
                                      [&](const extension::ViewFactory *candidate) { return candidate->kind() == item->kind; });
    if (factory == factories.end())
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("No installed plugin shows items of the kind %1.").arg(model::itemKindName(item->kind)));

    StillView host(**document, project->mediaPath(*item), context.mediaOpener());
    const auto view = (*factory)->create(host);
    (*document)->show(item->id);
    view->widget()->resize(size.captured(1).toInt(), size.captured(2).toInt());
    view->showFrame(*item, view->readsMedium()
                               ? Result<extension::LoadedFrame>(extension::LoadedFrame{})
                               : context.mediaOpener().loadFrame(project->mediaPath(*item), 0, extension::LoadQuality::Full,
                                                                 context.control()));
    view->widget()->show();
    // Views that read their medium by themselves do so in jobs, and one may start the next.
    QElapsedTimer waited;
    waited.start();
    constexpr qint64 longest = 120'000;
    do
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    while (!host.jobs().jobs().empty() && waited.elapsed() < longest && !context.control().cancelled());
    QCoreApplication::processEvents();
    if (const auto written = writePng(view->widget()->grab().toImage(), q(arguments.out)); !written)
        return fail(written.error());
    Answer answer;
    answer.json = {{"out", toJson(q(arguments.out))}, {"annotations", (*document)->annotations().size()}};
    answer.text = QStringLiteral("Drew %1 with %2 annotations to %3.")
                      .arg(item->name)
                      .arg((*document)->annotations().size())
                      .arg(q(arguments.out));
    return answer;
}

}  // namespace

void addRenderVerb(CLI::App &app, Context &context)
{
    auto a = std::make_shared<RenderArguments>();
    CLI::App *verb = app.add_subcommand("render", "Draw what the view shows of an item into a PNG");
    verb->add_option("PROJECT", a->folder)->required();
    verb->add_option("--item", a->item, "Item (id or name)")->required();
    verb->add_option("--out", a->out, "PNG to write")->required();
    verb->add_option("--size", a->size, "Pixels, WIDTHxHEIGHT")->capture_default_str();
    verb->callback([=, &context] { context.run = [=, &context] { return render(context, *a); }; });
}

}  // namespace plumbline::cli

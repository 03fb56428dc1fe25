// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/prelabeling.h"

#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "core/base/logging.h"
#include "core/store/reader.h"
#include "core/workflow/scenelabels.h"

#include <algorithm>
#include <mutex>

namespace plumbline::workstation {

namespace {

// What a model must look at to be of use for these items (none named = for the project).
Result<extension::ModelInput> inputFor(const store::Project &project, const std::vector<ItemId> &items)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    bool scenes = false;
    if (items.empty()) {
        const auto kinds = (*reader)->itemsByKind();
        if (!kinds)
            return fail(kinds.error());
        scenes = kinds->contains(model::ItemKind::Scene) && !kinds->contains(model::ItemKind::Image);
    } else {
        const auto item = (*reader)->item(items.front());
        if (!item)
            return fail(item.error());
        scenes = *item && (*item)->kind == model::ItemKind::Scene;
    }
    return scenes ? extension::ModelInput::Sweep : extension::ModelInput::Picture;
}

}  // namespace

// Used by the worker of the moment; the mutex covers a cancelled run that is still ending.
struct Prelabeling::Loaded {
    std::mutex mutex;
    QString key;
    std::unique_ptr<extension::InferenceSession> session;
};

Prelabeling::Prelabeling(Services &services, QObject *parent)
    : QObject(parent), m_services(services), m_loaded(std::make_shared<Loaded>())
{
}

void Prelabeling::setDocument(document::Document *document)
{
    cancel();
    m_generation.next();
    m_running = 0;
    m_document = document;
    emit runningChanged();
}

void Prelabeling::cancel()
{
    if (m_running)
        m_services.jobs().cancel(m_running);
}

std::function<std::vector<extension::ModelInfo>()> Prelabeling::finder()
{
    QStringList folders;
    if (m_document)
        folders.append(m_document->project().modelsFolder());
    folders.append(base::dataFolder() + QStringLiteral("/models"));
    return [engines = m_services.engines(), folders, added = m_services.settings().modelPaths()] {
        auto models = prelabel::listModels(engines, folders);
        for (const QString &path : added) {
            for (const extension::InferenceEngine *engine : engines) {
                if (const auto model = engine->describe(path)) {
                    models.push_back(*model);
                    break;
                }
            }
        }
        return models;
    };
}

void Prelabeling::choices(QObject *context, std::function<void(const Choice &)> deliver)
{
    m_services.jobs().run(
        tr("Look for models"),
        [find = finder(), engines = m_services.engines()](jobs::JobControl &) -> Result<Choice> {
            Choice choice;
            choice.models = find();
            for (const extension::InferenceEngine *engine : engines) {
                for (const extension::InferenceDevice &device : engine->devices(false)) {
                    const bool known = std::any_of(choice.devices.begin(), choice.devices.end(),
                                                   [&](const auto &other) { return other.provider == device.provider; });
                    if (!known)
                        choice.devices.push_back(device);
                }
            }
            return choice;
        },
        context, [deliver = std::move(deliver)](const Result<Choice> &choice) { deliver(choice ? *choice : Choice()); },
        jobs::JobRunner::Visibility::Quiet);
}

void Prelabeling::run(const std::vector<ItemId> &items, bool addClasses)
{
    if (!m_document || running())
        return;
    m_document->flush();
    const Settings &settings = m_services.settings();
    prelabel::PrelabelOptions options;
    options.items = items;
    // One picture that is asked for again is meant; a run over all goes on where the last one stopped.
    options.again = items.size() == 1;
    options.addClasses = addClasses;
    options.scoreThreshold = settings.scoreThreshold();
    options.labelsByFrame = workflow::labelsByFrame;
    const auto engines = m_services.engines();
    m_running = m_services.jobs().run(
        items.size() == 1 ? tr("Pre-label this item") : tr("Pre-label all items"),
        [options, engines, find = finder(), wanted = settings.model(), device = settings.device(), loaded = m_loaded,
         project = m_document->sharedProject(), person = m_document->person(),
         opener = m_services.mediaOpener()](jobs::JobControl &control) mutable -> Result<prelabel::PrelabelReport> {
            const auto models = find();
            const auto usable = [&](const extension::ModelInfo &model) { return model.problem.isEmpty(); };
            auto chosen = std::find_if(models.begin(), models.end(), [&](const auto &model) { return model.id == wanted; });
            if (wanted.isEmpty()) {
                // A model that somebody put there is meant before a built-in one; none that cannot look at what there is.
                const auto input = inputFor(*project, options.items);
                if (!input)
                    return fail(input.error());
                const auto fits = [&](const auto &model) { return usable(model) && model.input == *input; };
                chosen = std::find_if(models.begin(), models.end(),
                                      [&](const auto &model) { return fits(model) && !model.path.isEmpty(); });
                if (chosen == models.end())
                    chosen = std::find_if(models.begin(), models.end(), fits);
            }
            if (chosen == models.end())
                return fail(ErrorCode::NotFound,
                            wanted.isEmpty() ? tr("There is no model to pre-label with. Add one under Label › Choose a model.")
                                             : tr("The model %1 is not there any more. Choose another one.").arg(wanted));
            if (!usable(*chosen))
                return fail(ErrorCode::Unsupported, tr("The model %1 cannot be used: %2").arg(chosen->title, chosen->problem));
            const auto engine = std::find_if(engines.begin(), engines.end(), [&](const auto *e) { return e->id() == chosen->engine; });
            if (engine == engines.end())
                return fail(ErrorCode::NotFound, tr("The engine %1 is not installed.").arg(chosen->engine));
            options.modelId = chosen->id;
            options.input = chosen->input;
            const std::lock_guard lock(loaded->mutex);
            const QString key = QStringList{chosen->engine, chosen->id, chosen->path, device}.join(QChar(0));
            if (!loaded->session || loaded->key != key) {
                loaded->session.reset();
                control.report(0, 0, tr("Loading %1").arg(chosen->title));
                auto session = (*engine)->createSession({chosen->path.isEmpty() ? chosen->id : chosen->path, device});
                if (!session)
                    return fail(session.error());
                loaded->session = std::move(*session);
                loaded->key = key;
            }
            return prelabel::prelabel(*project, opener, *loaded->session, options, person, control);
        },
        this,
        [this](const Result<prelabel::PrelabelReport> &report) {
            m_running = 0;
            emit runningChanged();
            if (report)
                emit finished(*report);
            else
                emit failed(report.error());
        },
        jobs::JobRunner::Visibility::Listed, m_generation.next());
    emit runningChanged();
}

}  // namespace plumbline::workstation

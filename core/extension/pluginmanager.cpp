// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/pluginmanager.h"

#include "core/base/logging.h"
#include "core/extension/elffile.h"
#include "core/extension/missingplugin.h"
#include "core/extension/pluginmetadata.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QLibrary>
#include <QLocale>
#include <QPluginLoader>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>

namespace plumbline::extension {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

// Runs plugin code; whatever it throws becomes an error.
template <typename F>
Result<> guarded(F f)
{
    try {
        return f();
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Failed, tr("It stopped with an internal error. Please tell its author."),
                    QString::fromLocal8Bit(exception.what()));
    } catch (...) {
        return fail(ErrorCode::Failed, tr("It stopped with an internal error. Please tell its author."),
                    QStringLiteral("unknown exception"));
    }
}

QString reasonOf(const Error &error)
{
    return error.detail.isEmpty() ? error.text : tr("%1 (%2)").arg(error.text, error.detail);
}

bool isWidgetKind(const QString &kind)
{
    return kind == QLatin1String("view") || kind == QLatin1String("tool") || kind == QLatin1String("panel");
}

}  // namespace

namespace {

// One found module and, once loaded, its root object.
struct Entry {
    PluginInfo info;
    bool dependencyFailure = false;  // Failed only because of others: looked at again when those change
    std::unique_ptr<QPluginLoader> loader;
    std::unique_ptr<PluginContext> context;
    Plugin *plugin = nullptr;  // owned by the loader

    [[nodiscard]] bool refused() const { return info.state == PluginState::Failed && !dependencyFailure; }
    [[nodiscard]] bool usable() const { return info.state == PluginState::Listed || info.state == PluginState::Ready; }
    void setFailed(const QString &reason)
    {
        info.state = PluginState::Failed;
        info.reason = reason;
    }
};

}  // namespace

struct PluginManager::Private {
    // Declared first: modules may still hold registrations when their entries go.
    Registry<MediaSourceFactory> mediaSources;
    Registry<AnnotationFormat> formats;
    Registry<InferenceEngine> engines;
    SettingReader settingReader;
    QStringList disabled;
    std::vector<std::unique_ptr<Entry>> entries;  // in order of finding
    std::vector<Entry *> loaded;                  // in order of loading: dependencies first

    // A refused module does not stand in the way of a later one with its id.
    [[nodiscard]] Entry *find(const QString &id) const
    {
        Entry *found = nullptr;
        for (const auto &entry : entries) {
            if (entry->info.metadata.id == id && (!found || (found->refused() && !entry->refused())))
                found = entry.get();
        }
        return found;
    }

    void add(const QString &file);
    void settle();
    [[nodiscard]] QStringList circleFrom(const Entry &start) const;
    [[nodiscard]] QString whyDependencyFails(const Entry &entry) const;
    void load(const std::vector<Entry *> &wanted);
    void loadWithDependencies(Entry &entry, std::vector<Entry *> &round);
    [[nodiscard]] Result<> start(Entry &entry);
    static void unload(Entry &entry);
    [[nodiscard]] bool hasRegistered(const QString &provided) const;
};

namespace {

class Context final : public PluginContext
{
public:
    Context(Registry<MediaSourceFactory> &media, Registry<AnnotationFormat> &formats, Registry<InferenceEngine> &engines,
            const PluginManager::SettingReader &settings, const PluginInfo &info)
        : m_media(media), m_formats(formats), m_engines(engines), m_settings(settings), m_info(info),
          m_logger(info.metadata.id.toStdString(), base::log().sinks().begin(), base::log().sinks().end())
    {
        m_logger.set_level(base::log().level());
        m_logger.flush_on(base::log().flush_level());
    }

    Registry<MediaSourceFactory> &mediaSources() override { return m_media; }
    Registry<AnnotationFormat> &formats() override { return m_formats; }
    Registry<InferenceEngine> &engines() override { return m_engines; }
    QString pluginDataFolder() const override
    {
        const QFileInfo file(m_info.file);
        return file.absolutePath() + QLatin1Char('/') + file.completeBaseName() + QStringLiteral(".data");
    }
    QString setting(const QString &key) const override
    {
        if (const auto stored = m_settings ? m_settings(m_info.metadata.id, key) : std::nullopt)
            return *stored;
        for (const FormatOption &option : m_info.metadata.settings) {
            if (option.key == key)
                return option.defaultValue;
        }
        return {};
    }
    spdlog::logger &logger() override { return m_logger; }

private:
    Registry<MediaSourceFactory> &m_media;
    Registry<AnnotationFormat> &m_formats;
    Registry<InferenceEngine> &m_engines;
    const PluginManager::SettingReader &m_settings;
    const PluginInfo &m_info;
    spdlog::logger m_logger;
};

}  // namespace

void PluginManager::Private::add(const QString &file)
{
    auto entry = std::make_unique<Entry>();
    entry->info.file = file;
    entry->loader = std::make_unique<QPluginLoader>();
    // Every symbol is looked up while loading: a missing one is an error there, and the end of the program later.
    entry->loader->setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    QString reason = whyNotWholeLibrary(file);
    if (reason.isEmpty()) {
        entry->loader->setFileName(file);
        const QJsonObject found = entry->loader->metaData();
        ReadMetadata read = readMetadata(found, QLocale().name());
        entry->info.metadata = std::move(read.metadata);
        reason = found.isEmpty() ? tr("It is a shared library, but not a plugin.") : read.reason;
    }
    PluginMetadata &metadata = entry->info.metadata;
    if (const Entry *earlier = find(metadata.id); earlier && !earlier->refused() && reason.isEmpty())
        reason = tr("Another plugin with the same id was found first: %1").arg(earlier->info.file);
    if (metadata.id.isEmpty()) {
        metadata.id = QFileInfo(file).completeBaseName();
        metadata.name = metadata.id;
    }
    if (!reason.isEmpty()) {
        entry->setFailed(reason);
        base::log().warn("plugin {}: {}", file.toStdString(), reason.toStdString());
    }
    entries.push_back(std::move(entry));
}

// The ids of a way from a plugin over its dependencies back to itself; empty when there is none.
QStringList PluginManager::Private::circleFrom(const Entry &start) const
{
    struct Step {
        const Entry *entry;
        qsizetype next;
    };
    std::vector<Step> way{{&start, 0}};
    std::vector<const Entry *> seen;
    while (!way.empty()) {
        Step &step = way.back();
        const QStringList &dependencies = step.entry->info.metadata.dependencies;
        if (step.next == dependencies.size()) {
            way.pop_back();
            continue;
        }
        const Entry *next = find(dependencies[step.next++]);
        if (next == &start) {
            QStringList ids;
            for (const Step &passed : way)
                ids.append(passed.entry->info.metadata.id);
            return ids << start.info.metadata.id;
        }
        if (next && std::find(seen.begin(), seen.end(), next) == seen.end()) {
            seen.push_back(next);
            way.push_back({next, 0});
        }
    }
    return {};
}

QString PluginManager::Private::whyDependencyFails(const Entry &entry) const
{
    const QStringList circle = circleFrom(entry);
    if (!circle.isEmpty())
        return tr("Plugins that need each other cannot be loaded: %1").arg(circle.join(QStringLiteral(" → ")));
    for (const QString &id : entry.info.metadata.dependencies) {
        const Entry *needed = find(id);
        if (!needed)
            return tr("It needs the plugin %1, which is not installed.").arg(id);
        if (needed->info.state == PluginState::Disabled)
            return tr("It needs the plugin %1, which is switched off.").arg(id);
        if (needed->info.state == PluginState::Failed)
            return tr("It needs the plugin %1, which cannot be used: %2").arg(id, needed->info.reason);
    }
    return {};
}

// Works out from metadata alone which plugins can be loaded.
void PluginManager::Private::settle()
{
    for (const auto &entry : entries) {
        PluginInfo &info = entry->info;
        if (info.state == PluginState::Ready || entry->refused())
            continue;
        entry->dependencyFailure = false;
        const bool off = disabled.contains(info.metadata.id);
        info.state = off ? PluginState::Disabled : PluginState::Listed;
        info.reason = off ? tr("It is switched off in the settings.") : QString();
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto &entry : entries) {
            if (entry->info.state != PluginState::Listed)
                continue;
            if (const QString reason = whyDependencyFails(*entry); !reason.isEmpty()) {
                entry->setFailed(reason);
                entry->dependencyFailure = true;
                changed = true;
            }
        }
    }
}

Result<> PluginManager::Private::start(Entry &entry)
{
    // Qt keeps one root object per file and process: a second manager would take the first one's registrations away.
    if (entry.loader->isLoaded())
        return fail(ErrorCode::Failed, tr("Another part of the program is using it already."));
    QObject *root = nullptr;
    const auto created = guarded([&]() -> Result<> {
        root = entry.loader->instance();
        return {};
    });
    if (!created)
        return created;
    if (!root)
        return fail(ErrorCode::Failed, tr("It cannot be loaded; a library that it needs may be missing or of another version."),
                    entry.loader->errorString());
    entry.plugin = qobject_cast<Plugin *>(root);
    if (!entry.plugin)
        return fail(ErrorCode::Failed, tr("It has no plugin interface. Please tell its author."));
    entry.context = std::make_unique<Context>(mediaSources, formats, engines, settingReader, entry.info);
    return guarded([&] { return entry.plugin->initialize(*entry.context); });
}

void PluginManager::Private::unload(Entry &entry)
{
    const auto unloaded = guarded([&]() -> Result<> {
        entry.loader->unload();
        return {};
    });
    if (!unloaded)
        base::log().error("plugin {}: {}", entry.info.metadata.id.toStdString(), reasonOf(unloaded.error()).toStdString());
    entry.plugin = nullptr;
    entry.context.reset();
}

void PluginManager::Private::loadWithDependencies(Entry &entry, std::vector<Entry *> &round)
{
    if (entry.info.state != PluginState::Listed)
        return;
    // settle() left no circles among what is Listed.
    for (const QString &id : entry.info.metadata.dependencies)
        loadWithDependencies(*find(id), round);
    if (const QString reason = whyDependencyFails(entry); !reason.isEmpty()) {
        entry.setFailed(reason);
        entry.dependencyFailure = true;
        return;
    }
    if (const auto started = start(entry); !started) {
        entry.setFailed(reasonOf(started.error()));
        unload(entry);
        base::log().warn("plugin {}: {}", entry.info.file.toStdString(), entry.info.reason.toStdString());
        return;
    }
    entry.info.state = PluginState::Ready;
    loaded.push_back(&entry);
    round.push_back(&entry);
}

void PluginManager::Private::load(const std::vector<Entry *> &wanted)
{
    std::vector<Entry *> round;
    for (Entry *entry : wanted)
        loadWithDependencies(*entry, round);
    for (auto it = round.rbegin(); it != round.rend(); ++it) {
        Entry &entry = **it;
        const auto isReady = guarded([&]() -> Result<> {
            entry.plugin->ready();
            return {};
        });
        // It stays loaded: others may hold on to what it registered.
        if (!isReady)
            entry.setFailed(reasonOf(isReady.error()));
    }
    settle();
}

bool PluginManager::Private::hasRegistered(const QString &provided) const
{
    const QString kind = provided.section(QLatin1Char(':'), 0, 0);
    const QString id = provided.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("format"))
        return formats.find(id) != nullptr;
    if (kind == QLatin1String("engine"))
        return engines.find(id) != nullptr;
    if (kind == QLatin1String("media")) {
        const auto all = mediaSources.all();
        return std::any_of(all.begin(), all.end(),
                           [&](const MediaSourceFactory *factory) { return model::itemKindName(factory->kind()) == id; });
    }
    return true;
}

PluginManager::PluginManager() : d(std::make_unique<Private>())
{
}

PluginManager::~PluginManager()
{
    for (auto it = d->loaded.rbegin(); it != d->loaded.rend(); ++it) {
        const auto prepared = guarded([&]() -> Result<> {
            (*it)->plugin->prepareShutdown();
            return {};
        });
        if (!prepared)
            base::log().error("plugin {}: {}", (*it)->info.metadata.id.toStdString(), reasonOf(prepared.error()).toStdString());
    }
    for (auto it = d->loaded.rbegin(); it != d->loaded.rend(); ++it)
        Private::unload(**it);
}

void PluginManager::scan(const QString &folder)
{
    const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.so")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const QString path = file.canonicalFilePath();
        const bool known = std::any_of(d->entries.begin(), d->entries.end(),
                                       [&](const std::unique_ptr<Entry> &entry) { return entry->info.file == path; });
        if (!known)
            d->add(path);
    }
    d->settle();
}

QStringList PluginManager::standardFolders()
{
    QStringList candidates{QCoreApplication::applicationDirPath() + QStringLiteral("/" PLUMBLINE_PLUGINS_FROM_BIN)};
    candidates += qEnvironmentVariable("PLUMBLINE_PLUGIN_PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    candidates += base::dataFolder() + QStringLiteral("/plugins");
    QStringList folders;
    for (const QString &candidate : candidates) {
        if (QFileInfo(candidate).isDir())
            folders.append(QDir(candidate).canonicalPath());
    }
    folders.removeDuplicates();
    return folders;
}

void PluginManager::loadKind(const QString &kind)
{
    std::vector<Entry *> wanted;
    for (const auto &entry : d->entries) {
        if (entry->info.metadata.kinds.contains(kind) && (!entry->info.metadata.ui || isWidgetKind(kind)))
            wanted.push_back(entry.get());
    }
    d->load(wanted);
}

Result<> PluginManager::require(const QString &provided)
{
    std::vector<Entry *> providers;
    for (const auto &entry : d->entries) {
        if (entry->info.metadata.provides.contains(provided))
            providers.push_back(entry.get());
    }
    if (providers.empty())
        return fail(ErrorCode::NotFound, describe(MissingPlugin{provided, {}, {}, {}}));
    std::stable_partition(providers.begin(), providers.end(), [](const Entry *entry) { return entry->usable(); });
    for (Entry *entry : providers) {
        d->load({entry});
        if (entry->info.state == PluginState::Ready && d->hasRegistered(provided))
            return {};
    }
    const PluginInfo &info = providers.front()->info;
    const QString reason = info.state == PluginState::Ready ? tr("It does not offer what its metadata promise.") : info.reason;
    return fail(ErrorCode::Unsupported, describe(MissingPlugin{provided, info.metadata.id, info.metadata.name, reason}));
}

void PluginManager::loadAll(bool withUi)
{
    std::vector<Entry *> wanted;
    for (const auto &entry : d->entries) {
        if (withUi || !entry->info.metadata.ui)
            wanted.push_back(entry.get());
    }
    d->load(wanted);
}

void PluginManager::forEachLoaded(const std::function<void(QObject &, const PluginInfo &)> &f)
{
    const std::vector<Entry *> loaded = d->loaded;
    for (const Entry *entry : loaded) {
        if (entry->info.state == PluginState::Ready)
            f(*entry->loader->instance(), entry->info);
    }
}

std::vector<PluginInfo> PluginManager::plugins() const
{
    std::vector<PluginInfo> list;
    list.reserve(d->entries.size());
    for (const auto &entry : d->entries)
        list.push_back(entry->info);
    return list;
}

Registry<MediaSourceFactory> &PluginManager::mediaSources()
{
    return d->mediaSources;
}

Registry<AnnotationFormat> &PluginManager::formats()
{
    return d->formats;
}

Registry<InferenceEngine> &PluginManager::engines()
{
    return d->engines;
}

void PluginManager::setDisabled(const QStringList &ids)
{
    d->disabled = ids;
    d->settle();
}

void PluginManager::setSettingReader(SettingReader reader)
{
    d->settingReader = std::move(reader);
}

}  // namespace plumbline::extension

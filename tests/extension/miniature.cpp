// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One source for all miniature plugins; the build chooses what each does wrong.
#include "core/extension/plugin.h"

#include <QCoreApplication>

#include <stdexcept>

#ifndef MINIATURE_IID
#    define MINIATURE_IID PLUMBLINE_PLUGIN_IID
#endif

using namespace plumbline;
using namespace plumbline::extension;

void plumblineNobodyDefinesThis();

namespace {

enum Behaviour {
    Good,
    FailsToInitialize,
    ThrowsInInitialize,
    ThrowsInConstructor,
    ThrowsInReady,
    ThrowsInShutdown,
    RegistersNothing,
    CallsWhatNobodyHas
};
constexpr Behaviour behaviour = MINIATURE_BEHAVIOUR;

// Says to the test what happened, in order.
void note(const char *what)
{
    auto events = qApp->property("events").toStringList();
    events.append(QStringLiteral(MINIATURE_NAME " ") + QLatin1String(what));
    qApp->setProperty("events", events);
}

class Format final : public AnnotationFormat
{
public:
    explicit Format(QString title) : m_title(std::move(title)) {}
    QString id() const override { return QStringLiteral(MINIATURE_NAME); }
    QString title() const override { return m_title; }
    FormatCapabilities capabilities() const override { return {}; }
    ProbeResult probe(const QString &) const override { return {}; }
    Result<> read(const ImportRequest &, AnnotationSink &) const override { return {}; }
    Result<std::vector<Loss>> checkExport(const AnnotationSource &, const ExportRequest &) const override
    {
        return std::vector<Loss>{};
    }
    Result<QStringList> plannedOutputs(const AnnotationSource &, const ExportRequest &) const override { return QStringList{}; }
    Result<QStringList> write(const AnnotationSource &, const ExportRequest &) const override { return QStringList{}; }

private:
    QString m_title;
};

}  // namespace

class Miniature : public QObject, public Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID MINIATURE_IID FILE "miniature.json")
#ifndef MINIATURE_WITHOUT_INTERFACE
    Q_INTERFACES(plumbline::extension::Plugin)
#endif

public:
    Miniature()
    {
        note("constructed");
        if constexpr (behaviour == ThrowsInConstructor)
            throw std::runtime_error("constructor broke");
    }
    ~Miniature() override { note("destroyed"); }

    Result<> initialize(PluginContext &context) override
    {
        note("initialized");
        if constexpr (behaviour != RegistersNothing) {
            m_registration = context.formats().add(std::make_unique<Format>(
                context.setting(QStringLiteral("colour")) + QLatin1Char('|') + context.pluginDataFolder()));
        }
        if constexpr (behaviour == CallsWhatNobodyHas)
            plumblineNobodyDefinesThis();
        if constexpr (behaviour == FailsToInitialize)
            return fail(ErrorCode::Failed, QStringLiteral("The licence of the miniature has run out."));
        if constexpr (behaviour == ThrowsInInitialize)
            throw std::runtime_error("initialize broke");
        return {};
    }
    void ready() override
    {
        note("ready");
        if constexpr (behaviour == ThrowsInReady)
            throw 42;
    }
    void prepareShutdown() override
    {
        note("shutdown");
        if constexpr (behaviour == ThrowsInShutdown)
            throw std::runtime_error("shutdown broke");
    }

private:
    Registration m_registration;
};

#include "miniature.moc"

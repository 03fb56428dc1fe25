// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/audit/log.h"
#include "core/exchange/exporter.h"
#include "core/exchange/formattable.h"
#include "core/exchange/importer.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct ImportArguments {
    std::string folder;
    std::string path;
    std::string format;
    std::string layer;
    std::string media;
    std::vector<std::string> options;
    bool detect = false;
    bool dryRun = false;
};

struct ExportArguments {
    std::string folder;
    std::string format;
    std::string out;
    std::string layer;
    std::string batch;
    std::vector<std::string> options;
};

Json textList(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.push_back(toJson(text));
    return json;
}

Result<extension::FormatOptions> parseOptions(const extension::AnnotationFormat &format, const std::vector<std::string> &given)
{
    extension::FormatOptions options;
    const auto known = format.options();
    for (const extension::FormatOption &option : known)
        options[option.key] = option.defaultValue;
    for (const std::string &text : given) {
        const auto equals = text.find('=');
        const QString key = q(text.substr(0, equals));
        const QString value = equals == std::string::npos ? QString() : q(text.substr(equals + 1));
        const auto it = std::find_if(known.begin(), known.end(), [&](const extension::FormatOption &o) { return o.key == key; });
        if (it == known.end())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("The format %1 has no option “%2”.").arg(format.id(), key));
        if (!it->choices.isEmpty() && !it->choices.contains(value))
            return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is not possible for %2; choose %3.")
                                                        .arg(value, key, it->choices.join(QStringLiteral(", "))));
        options[key] = value;
    }
    return options;
}

QString confidenceName(extension::ProbeResult::Confidence confidence)
{
    switch (confidence) {
    case extension::ProbeResult::Low: return QStringLiteral("low");
    case extension::ProbeResult::Medium: return QStringLiteral("medium");
    case extension::ProbeResult::Certain: return QStringLiteral("certain");
    case extension::ProbeResult::None: break;
    }
    return QStringLiteral("none");
}

Json lossesToJson(const std::vector<extension::Loss> &losses)
{
    Json list = Json::array();
    for (const extension::Loss &loss : losses)
        list.push_back({{"what", toJson(loss.what)}, {"count", loss.count}, {"why", toJson(loss.why)}});
    return list;
}

QString lossesToText(const std::vector<extension::Loss> &losses)
{
    if (losses.empty())
        return QStringLiteral("Nothing is lost.\n");
    QString text = QStringLiteral("Lost in this format:\n");
    for (const extension::Loss &loss : losses)
        text += QStringLiteral("  %1 × %2: %3\n").arg(loss.count).arg(loss.what, loss.why);
    return text;
}

Result<Answer> formats(Context &context)
{
    Answer answer;
    answer.json = {{"formats", Json::array()}};
    for (const extension::AnnotationFormat *format : context.formats()) {
        const extension::FormatCapabilities can = format->capabilities();
        Json options = Json::array();
        for (const extension::FormatOption &option : format->options())
            options.push_back({{"key", toJson(option.key)},
                               {"title", toJson(option.title)},
                               {"choices", textList(option.choices)},
                               {"default", toJson(option.defaultValue)}});
        answer.json["formats"].push_back({{"id", toJson(format->id())},
                                          {"title", toJson(format->title())},
                                          {"read", can.read},
                                          {"write", can.write},
                                          {"geometries", textList(can.geometries)},
                                          {"attributes", can.attributes},
                                          {"tracks", can.tracks},
                                          {"scores", can.scores},
                                          {"options", options}});
        answer.text += QStringLiteral("%1  %2  %3%4  %5\n")
                           .arg(format->id(), -14)
                           .arg(format->title(), -24)
                           .arg(can.read ? QLatin1String("r") : QLatin1String("-"))
                           .arg(can.write ? QLatin1String("w") : QLatin1String("-"))
                           .arg(can.geometries.join(QLatin1Char(' ')));
    }
    return answer;
}

/// The table of docs/formats.md.
Result<Answer> formatsTable(Context &context)
{
    const auto formats = context.formats();
    std::map<QString, QString> samples;
    for (const extension::PluginInfo &plugin : context.plugins().plugins())
        samples.insert(plugin.metadata.samples.begin(), plugin.metadata.samples.end());
    const auto table = exchange::formatTable(formats, [&](const QString &id) {
        const auto sample = samples.find(id);
        return sample == samples.end() ? QString() : sample->second;
    });
    if (!table)
        return fail(table.error());
    Answer answer;
    answer.text = *table;
    answer.json = {{"table", toJson(*table)}};
    return answer;
}

Result<Answer> detect(Context &context, const std::string &path)
{
    Answer answer;
    answer.json = {{"guesses", Json::array()}};
    const auto guesses = exchange::guessFormats(context.formats(), q(path));
    for (const exchange::FormatGuess &guess : guesses) {
        answer.json["guesses"].push_back({{"format", toJson(guess.format->id())},
                                          {"confidence", toJson(confidenceName(guess.probe.confidence))},
                                          {"reason", toJson(guess.probe.reason)}});
        answer.text += QStringLiteral("%1  %2  %3\n")
                           .arg(guess.format->id(), -12)
                           .arg(confidenceName(guess.probe.confidence), -8)
                           .arg(guess.probe.reason);
    }
    if (guesses.empty())
        answer.text = QStringLiteral("No installed format recognises this.\n");
    return answer;
}

Result<Answer> import(Context &context, const ImportArguments &arguments)
{
    if (arguments.detect)
        return detect(context, arguments.path);
    const extension::AnnotationFormat *format = nullptr;
    if (arguments.format.empty()) {
        format = exchange::certainGuess(exchange::guessFormats(context.formats(), q(arguments.path)));
        if (!format)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("The format is not certain; name it with --format (import --detect lists guesses)."));
    } else {
        const auto found = context.format(q(arguments.format));
        if (!found)
            return fail(found.error());
        format = *found;
    }
    const auto options = parseOptions(*format, arguments.options);
    if (!options)
        return fail(options.error());
    const auto project =
        context.openProject(arguments.folder, arguments.dryRun ? store::Project::Access::Read : store::Project::Access::Write, workflow::Act::ChangeProject);
    if (!project)
        return fail(project.error());
    const exchange::ImportOptions wanted{{q(arguments.path), q(arguments.media), *options}, q(arguments.layer), arguments.dryRun};
    const auto report =
        exchange::importAnnotations(**project, context.mediaOpener(), *format, wanted, context.person(), context.control());
    if (!report)
        return fail(report.error());
    if (!arguments.dryRun && !report->newClasses.isEmpty())
        audit::note(**project, context.person(), audit::Action::SchemaChanged, QStringLiteral("import"),
                    {{"new_classes", textList(report->newClasses)}});
    Json byClass = Json::object();
    for (const auto &[name, count] : report->byClass)
        byClass[name.toStdString()] = count;
    Answer answer;
    answer.json = {{"format", toJson(format->id())},
                   {"items", report->items},
                   {"new_items", report->newItems},
                   {"without_media", report->withoutMedia},
                   {"annotations", report->annotations},
                   {"by_class", byClass},
                   {"new_classes", textList(report->newClasses)},
                   {"dry_run", arguments.dryRun},
                   {"issues", issuesToJson(report->issues)}};
    answer.text = QStringLiteral("%1 %2 annotations on %3 items (%4 of them new) as %5; %6 issues.\n")
                      .arg(arguments.dryRun ? QStringLiteral("Would read") : QStringLiteral("Read"))
                      .arg(report->annotations)
                      .arg(report->items)
                      .arg(report->newItems)
                      .arg(format->id())
                      .arg(report->issues.count())
                  + issuesToText(report->issues);
    answer.problems = hasProblems(report->issues);
    return answer;
}

Result<Answer> exportOrCheck(Context &context, const ExportArguments &arguments, bool write)
{
    const auto format = context.format(q(arguments.format));
    if (!format)
        return fail(format.error());
    const auto options = parseOptions(**format, arguments.options);
    if (!options)
        return fail(options.error());
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::Export);
    if (!project)
        return fail(project.error());
    const exchange::ExportOptions wanted{q(arguments.out), q(arguments.layer), q(arguments.batch), *options};
    Answer answer;
    if (!write) {
        const auto losses = exchange::checkExport(**project, **format, wanted, context.control());
        if (!losses)
            return fail(losses.error());
        answer.json = {{"format", toJson((*format)->id())}, {"losses", lossesToJson(*losses)}};
        answer.text = lossesToText(*losses);
        return answer;
    }
    const auto report = exchange::exportAnnotations(**project, **format, wanted, context.control());
    if (!report)
        return fail(report.error());
    const auto logged = audit::record(**project, context.person(), audit::Action::Exported, report->folder,
                                      {{"format", toJson((*format)->id())},
                                       {"layer", toJson(report->layer)},
                                       {"batch", toJson(wanted.batch)},
                                       {"files", report->files.size()}});
    answer.json = {{"format", toJson((*format)->id())},
                   {"out", toJson(report->folder)},
                   {"layer", toJson(report->layer)},
                   {"files", textList(report->files)},
                   {"items", report->items ? Json(*report->items) : Json()},
                   {"annotations", report->annotations ? Json(*report->annotations) : Json()},
                   {"losses", lossesToJson(report->losses)}};
    const QString what = report->annotations && report->items
                             ? QStringLiteral("Wrote %1 annotations of %2 items").arg(*report->annotations).arg(*report->items)
                             : QStringLiteral("Wrote annotations (the format does not say how many)");
    answer.text = QStringLiteral("%1 (layer %2) as %3 to %4, %5 files.\n")
                      .arg(what, report->layer, (*format)->id(), report->folder)
                      .arg(report->files.size())
                  + lossesToText(report->losses);
    if (!logged) {
        answer.json["issues"] = Json::array({{{"severity", "note"}, {"file", "audit.log"}, {"place", ""}, {"text", toJson(logged.error().text)}}});
        answer.text += QStringLiteral("The export is not in the audit log. %1\n").arg(logged.error().text);
    }
    return answer;
}

}  // namespace

void addExchangeVerbs(CLI::App &app, Context &context)
{
    {
        auto table = std::make_shared<bool>(false);
        CLI::App *verb = app.add_subcommand("formats", "Formats and what each can carry");
        verb->add_flag("--table", *table, "As a Markdown table, with what each one loses");
        verb->callback([=, &context] { context.run = [=, &context] { return *table ? formatsTable(context) : formats(context); }; });
    }
    {
        auto a = std::make_shared<ImportArguments>();
        CLI::App *verb = app.add_subcommand("import", "Read annotations in");
        verb->add_option("PROJECT", a->folder)->required();
        verb->add_option("PATH", a->path, "File or folder")->required();
        verb->add_option("--format", a->format, "Format id; without it the only certain guess is taken");
        verb->add_option("--layer", a->layer, "Layer that takes the labels (accepted)");
        verb->add_option("--media", a->media, "Folder that holds the pictures");
        verb->add_option("--option", a->options, "Option of the format, KEY=VALUE");
        verb->add_flag("--detect", a->detect, "Only list guesses, with reasons");
        verb->add_flag("--dry-run", a->dryRun, "Read and count, store nothing");
        verb->callback([=, &context] { context.run = [=, &context] { return import(context, *a); }; });
    }
    for (const bool write : {false, true}) {
        auto a = std::make_shared<ExportArguments>();
        CLI::App *verb = write ? app.add_subcommand("export", "Write annotations out")
                               : app.add_subcommand("check-export", "What a format would lose, without writing");
        verb->add_option("PROJECT", a->folder)->required();
        verb->add_option("--format", a->format, "Format id")->required();
        verb->add_option("--layer", a->layer, "Layer to write (accepted)");
        verb->add_option("--option", a->options, "Option of the format, KEY=VALUE");
        if (write) {
            verb->add_option("--out", a->out, "Folder to make")->required();
            verb->add_option("--batch", a->batch, "Name of the batch; adds a manifest");
        }
        verb->callback([=, &context] { context.run = [=, &context] { return exportOrCheck(context, *a, write); }; });
    }
}

}  // namespace plumbline::cli

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/workflow/desk.h"

#include <QRegularExpression>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <unordered_map>

namespace plumbline::cli {

using base::toJson;

namespace {

/// Longest accepted line of `apply`.
constexpr std::size_t longestLine = std::size_t(64) << 20;
constexpr qsizetype longestName = 200;

Result<Answer> annotations(Context &context, const std::string &folder, const std::string &item, const std::string &layer)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    Answer answer;
    answer.streamed = true;
    const auto print = [&](const std::vector<model::Annotation> &list) {
        for (const model::Annotation &a : list)
            Context::printLine(base::toJsonLine(model::annotationToJson(a, *schema)));
    };
    const std::optional<QString> wantedLayer = layer.empty() ? std::nullopt : std::optional<QString>(q(layer));
    if (const auto allowed = wantedLayer ? context.demandLayer(**project, *wantedLayer) : context.demand(**project, workflow::Act::Review);
        !allowed)
        return fail(allowed.error());
    if (wantedLayer) {
        const auto layers = (*reader)->layers();
        if (!layers)
            return fail(layers.error());
        if (std::none_of(layers->begin(), layers->end(), [&](const auto &known) { return known.first == *wantedLayer; }))
            return fail(ErrorCode::NotFound, QStringLiteral("There is no layer “%1”; “info” lists them.").arg(*wantedLayer));
    }
    if (!item.empty()) {
        const auto found = Context::findItem(**reader, q(item));
        if (!found)
            return fail(found.error());
        const auto list = (*reader)->annotations({found->id, wantedLayer});
        if (!list)
            return fail(list.error());
        print(*list);
        return answer;
    }
    const auto visited = (*reader)->visit(wantedLayer, false, [&](const model::Item &, const std::vector<model::Annotation> &list) -> Result<> {
        if (context.control().cancelled())
            return jobs::JobControl::cancelledError();
        print(list);
        return {};
    });
    return visited ? Result<Answer>(answer) : fail(visited.error());
}

/// One line of standard input, without its end; false at the end of input or when the line is longer than allowed.
bool readLine(std::string &line, bool &tooLong)
{
    line.clear();
    tooLong = false;
    int c = 0;
    while ((c = std::getc(stdin)) != EOF && c != '\n') {
        if (line.size() < longestLine)
            line.push_back(static_cast<char>(c));
        else
            tooLong = true;
    }
    return c != EOF || !line.empty();
}

/// Turns lines of edits into durable gestures and acknowledgements. A bad line stops nothing.
class Applier
{
public:
    Applier(Context &context, store::Project &project, std::unique_ptr<store::Reader> reader, model::Schema schema, QString layer)
        : m_project(project), m_reader(std::move(reader)), m_schema(std::move(schema)), m_layer(std::move(layer)),
          m_person(context.person()), m_anyLayer(context.demand(project, workflow::Act::Adjudicate).has_value())
    {
    }

    void line(const std::string &text, std::int64_t number)
    {
        auto json = base::parseJson(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
        if (!json) {
            refuse(number, json.error());
            return;
        }
        const QString gesture = json->is_object() ? base::toQString(json->value("gesture", Json())) : QString();
        if (gesture.isEmpty() || gesture != m_gestureName)
            finish();
        if (!m_builder) {
            m_gestureName = gesture;
            m_builder.emplace(m_project.store().ids().make<GestureId>(), QStringLiteral("Apply"));
        }
        const auto id = addEdit(*json);
        if (id)
            m_lines.push_back({number, *id});
        else
            refuse(number, id.error());
        if (gesture.isEmpty())
            finish();
    }

    /// Commits the gesture that is open and acknowledges its lines.
    void finish()
    {
        if (!m_builder)
            return;
        history::Gesture gesture = m_builder->take();
        m_builder.reset();
        m_gestureName.clear();
        m_open.clear();
        std::vector<Line> lines = std::exchange(m_lines, {});
        if (lines.empty())
            return;
        if (gesture.empty()) {
            // Nothing differs from what is stored, so the latest operation is what makes it durable.
            const auto last = m_reader->lastOperation();
            for (const Line &line : lines)
                acknowledge(line, {}, last.value_or(0));
            return;
        }
        const auto ack = store::wait(m_project.store().commit(std::move(gesture), m_person.name));
        for (const Line &line : lines) {
            if (ack)
                acknowledge(line, ack->operation, ack->seq);
            else
                refuse(line.number, ack.error());
        }
    }

    [[nodiscard]] bool anyRefused() const { return m_refused; }

private:
    struct Line {
        std::int64_t number;
        AnnotationId id;
    };

    static void acknowledge(const Line &line, OperationId operation, std::int64_t seq)
    {
        Context::printLine(base::toJsonLine({{"op_id", operation.isNull() ? Json() : toJson(operation.toString())},
                                             {"seq", seq},
                                             {"id", toJson(line.id.toString())}}));
    }

    void refuse(std::int64_t number, const Error &error)
    {
        m_refused = true;
        Context::printLine(base::toJsonLine(
            {{"error", toJson(error.text)}, {"code", toJson(base::errorCodeName(error.code))}, {"line", number}}));
    }

    Result<AnnotationId> addEdit(const Json &json)
    {
        if (!json.is_object() || !json.contains("annotation") || !json["annotation"].is_object())
            return fail(ErrorCode::Malformed, QStringLiteral("A line must be {\"op\":…,\"annotation\":{…}}."));
        const QString op = base::toQString(json.value("op", Json()));
        Json given = json["annotation"];
        if (op == QLatin1String("create"))
            return create(given);
        if (op == QLatin1String("update") || op == QLatin1String("delete"))
            return change(given, op == QLatin1String("delete"));
        return fail(ErrorCode::Malformed, QStringLiteral("“op” must be create, update or delete."));
    }

    Result<AnnotationId> create(Json &given)
    {
        // People write names; the stored form wants ids.
        if (given.contains("item") && given["item"].is_string()) {
            const auto item = itemNamed(base::toQString(given["item"]));
            if (!item)
                return fail(item.error());
            given["item"] = toJson(item->toString());
        }
        auto a = model::annotationFromJson(given, m_schema);
        if (!a)
            return fail(a.error());
        if (a->item.isNull())
            return fail(ErrorCode::Malformed, QStringLiteral("“item” is missing."));
        if (a->id.isNull())
            a->id = m_project.store().ids().make<AnnotationId>();
        if (a->layer.isEmpty())
            a->layer = m_layer;
        if (!m_anyLayer && a->layer != m_layer)
            return fail(ErrorCode::PermissionDenied, QStringLiteral("The labels in “%1” are not %2's to change.").arg(a->layer, m_person.name));
        if (a->layer.size() > longestName || a->layer.contains(QRegularExpression(QStringLiteral("[\\x00-\\x1f]"))))
            return fail(ErrorCode::Malformed, QStringLiteral("“layer” must be a short name on one line."));
        if (a->origin.by.isEmpty())
            a->origin.by = m_person.name;
        a->origin.authenticated = a->origin.authenticated && m_person.authenticated;
        if (a->createdMicroseconds == 0)
            a->createdMicroseconds = m_project.store().clock().nowMicroseconds();
        a->revision = 0;
        m_builder->create(*a);
        m_open[a->id] = *a;
        return a->id;
    }

    Result<AnnotationId> change(const Json &given, bool remove)
    {
        const auto id = AnnotationId::fromString(base::toQString(given.value("id", Json())));
        if (!id)
            return fail(ErrorCode::Malformed, QStringLiteral("“id” is missing or is not an id."));
        const auto current = currentValue(*id);
        if (!current)
            return fail(current.error());
        if (!m_anyLayer && current->layer != m_layer)
            return fail(ErrorCode::PermissionDenied, QStringLiteral("The labels in “%1” are not %2's to change.").arg(current->layer, m_person.name));
        const std::int64_t revision =
            given.contains("revision") && given["revision"].is_number_integer() ? given["revision"].get<std::int64_t>() : current->revision;
        if (revision != current->revision)
            return fail(ErrorCode::Conflict, QStringLiteral("The annotation is at revision %1, not %2; read it again.")
                                                 .arg(current->revision)
                                                 .arg(revision));
        if (remove) {
            m_builder->remove(*current);
            m_open[*id] = std::nullopt;
            return *id;
        }
        // What the line names replaces what is stored; the rest stays.
        Json merged = model::annotationToJson(*current, m_schema);
        for (const auto &[key, value] : given.items())
            merged[key] = value;
        auto after = model::annotationFromJson(merged, m_schema);
        if (!after)
            return fail(after.error());
        if (after->item != current->item || after->layer != current->layer)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("Item and layer of an annotation never change; delete it and create another."));
        after->origin.authenticated = after->origin.authenticated && m_person.authenticated;
        after->createdMicroseconds = current->createdMicroseconds;
        after->revision = current->revision;
        m_builder->update(*current, *after);
        m_open[*id] = *after;
        return *id;
    }

    // The value as earlier lines of the same, still open gesture left it.
    Result<model::Annotation> currentValue(AnnotationId id) const
    {
        if (const auto it = m_open.find(id); it != m_open.end() && it->second)
            return *it->second;
        const auto stored = m_open.contains(id) ? Result<std::optional<model::Annotation>>(std::nullopt) : m_reader->annotation(id);
        if (!stored)
            return fail(stored.error());
        if (!*stored)
            return fail(ErrorCode::NotFound, QStringLiteral("There is no annotation %1.").arg(id.toString()));
        return **stored;
    }

    Result<ItemId> itemNamed(const QString &name)
    {
        if (const auto it = m_items.find(name); it != m_items.end())
            return it->second;
        const auto item = Context::findItem(*m_reader, name);
        if (!item)
            return fail(item.error());
        return m_items[name] = item->id;
    }

    store::Project &m_project;
    std::unique_ptr<store::Reader> m_reader;
    model::Schema m_schema;
    QString m_layer;
    store::Person m_person;
    bool m_anyLayer;  // of others, and what is accepted: for those who choose between several people's work
    std::unordered_map<QString, ItemId> m_items;
    std::optional<history::GestureBuilder> m_builder;
    QString m_gestureName;
    std::unordered_map<AnnotationId, std::optional<model::Annotation>> m_open;
    std::vector<Line> m_lines;
    bool m_refused = false;
};

Result<Answer> applyEdits(Context &context, const std::string &folder)
{
    const auto project = context.openProject(folder, store::Project::Access::Write, workflow::Act::Label);
    if (!project)
        return fail(project.error());
    auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    auto layer = workflow::workingLayer(**project, context.person());
    if (!layer)
        return fail(layer.error());
    Applier applier(context, **project, std::move(*reader), std::move(*schema), std::move(*layer));
    std::string line;
    bool tooLong = false;
    for (std::int64_t number = 1; !context.control().cancelled() && readLine(line, tooLong); ++number)
        if (!line.empty() || tooLong)
            applier.line(tooLong ? std::string("line too long") : line, number);
    applier.finish();
    if (context.control().cancelled())
        return jobs::JobControl::cancelledError();
    Answer answer;
    answer.streamed = true;
    answer.problems = applier.anyRefused();
    return answer;
}

}  // namespace

void addAnnotationVerbs(CLI::App &app, Context &context)
{
    {
        auto folder = std::make_shared<std::string>();
        auto item = std::make_shared<std::string>();
        auto layer = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("annotations", "Print annotations as JSON lines (docs/annotation-json.md)");
        verb->add_option("PROJECT", *folder)->required();
        verb->add_option("--item", *item, "Only of this item (id or name)");
        verb->add_option("--layer", *layer, "Only of this layer");
        verb->callback([=, &context] { context.run = [=, &context] { return annotations(context, *folder, *item, *layer); }; });
    }
    {
        auto folder = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("apply", "Read edits as JSON lines, acknowledge each once it is durable");
        verb->add_option("PROJECT", *folder)->required();
        verb->callback([=, &context] { context.run = [=, &context] { return applyEdits(context, *folder); }; });
    }
}

}  // namespace plumbline::cli

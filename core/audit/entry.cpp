// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/entry.h"

#include "core/base/sha256.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plumbline::audit {

using base::toJson;
using base::toQString;

namespace {

struct ActionWords {
    Action action;
    const char *name;
    const char *title;
};

constexpr std::array actions{
    ActionWords{Action::SignedIn, "signed-in", QT_TRANSLATE_NOOP("plumbline::audit", "signed in")},
    ActionWords{Action::SecretRefused, "secret-refused", QT_TRANSLATE_NOOP("plumbline::audit", "gave a wrong secret")},
    ActionWords{Action::MemberAdded, "member-added", QT_TRANSLATE_NOOP("plumbline::audit", "added a member")},
    ActionWords{Action::MemberChanged, "member-changed", QT_TRANSLATE_NOOP("plumbline::audit", "changed a member")},
    ActionWords{Action::MemberRemoved, "member-removed", QT_TRANSLATE_NOOP("plumbline::audit", "removed a member")},
    ActionWords{Action::SecretSet, "secret-set", QT_TRANSLATE_NOOP("plumbline::audit", "set a secret")},
    ActionWords{Action::SecretRemoved, "secret-removed", QT_TRANSLATE_NOOP("plumbline::audit", "took a secret away")},
    ActionWords{Action::Exported, "exported", QT_TRANSLATE_NOOP("plumbline::audit", "exported labels")},
    ActionWords{Action::PacketPacked, "packet-packed", QT_TRANSLATE_NOOP("plumbline::audit", "packed a packet")},
    ActionWords{Action::PacketOpened, "packet-opened", QT_TRANSLATE_NOOP("plumbline::audit", "opened a packet")},
    ActionWords{Action::PacketMerged, "packet-merged", QT_TRANSLATE_NOOP("plumbline::audit", "merged a packet")},
    ActionWords{Action::PacketRecalled, "packet-recalled", QT_TRANSLATE_NOOP("plumbline::audit", "recalled a packet")},
    ActionWords{Action::GoldChanged, "gold-changed", QT_TRANSLATE_NOOP("plumbline::audit", "changed known answers")},
    ActionWords{Action::SchemaChanged, "schema-changed", QT_TRANSLATE_NOOP("plumbline::audit", "changed the label schema")},
    ActionWords{Action::GuidelineChanged, "guideline-changed", QT_TRANSLATE_NOOP("plumbline::audit", "changed the guideline")},
    ActionWords{Action::ReviewPlanChanged, "review-plan-changed",
                QT_TRANSLATE_NOOP("plumbline::audit", "changed the review plan")},
    ActionWords{Action::WorkReopened, "work-reopened", QT_TRANSLATE_NOOP("plumbline::audit", "reopened work")},
    ActionWords{Action::Restored, "restored", QT_TRANSLATE_NOOP("plumbline::audit", "restored a backup")},
    ActionWords{Action::ContestJudged, "contest-judged", QT_TRANSLATE_NOOP("plumbline::audit", "judged a contested score")},
    ActionWords{Action::Triaged, "triaged", QT_TRANSLATE_NOOP("plumbline::audit", "decided about work that cannot be labeled")},
    ActionWords{Action::LogMended, "log-mended", QT_TRANSLATE_NOOP("plumbline::audit", "cut off a half-written line")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::audit", text);
}

constexpr int deepest = 8;

// In the order of the line, without the hash.
Json bodyOf(const Entry &entry)
{
    return {{"n", entry.n},
            {"time", toJson(entry.time)},
            {"actor", toJson(entry.actor)},
            {"proof", toJson(entry.proof)},
            {"action", toJson(entry.action)},
            {"object", toJson(entry.object)},
            {"detail", entry.detail},
            {"prev", toJson(entry.prev)}};
}

}  // namespace

QString actionName(Action action)
{
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const ActionWords &w) { return w.action == action; });
    return found == actions.end() ? QString() : QString::fromLatin1(found->name);
}

std::optional<Action> actionFromName(QStringView name)
{
    const auto found =
        std::find_if(actions.begin(), actions.end(), [&](const ActionWords &w) { return name == QLatin1String(w.name); });
    return found == actions.end() ? std::nullopt : std::optional(found->action);
}

QString actionTitle(Action action)
{
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const ActionWords &w) { return w.action == action; });
    return found == actions.end() ? QString() : tr(found->title);
}

QString hashOf(const Entry &entry)
{
    return base::sha256(base::toJsonLine(bodyOf(entry))).toHex();
}

QByteArray lineOf(const Entry &entry)
{
    Json json = bodyOf(entry);
    json["hash"] = toJson(entry.hash);
    return base::toJsonLine(json);
}

Result<Entry> entryOf(QByteArrayView line)
{
    const auto json = base::parseJson(line, deepest);
    if (!json)
        return fail(ErrorCode::Malformed, tr("it is no JSON"));
    const auto text = [&](const char *key) { return json->is_object() ? toQString(json->value(key, Json())) : QString(); };
    Entry entry;
    if (json->is_object() && json->contains("n") && (*json)["n"].is_number_integer())
        entry.n = (*json)["n"].get<std::int64_t>();
    entry.time = text("time");
    entry.actor = text("actor");
    entry.proof = text("proof");
    entry.action = text("action");
    entry.object = text("object");
    if (json->is_object())
        entry.detail = json->value("detail", Json());
    entry.prev = text("prev");
    entry.hash = text("hash");
    if (lineOf(entry) != line)
        return fail(ErrorCode::Malformed, tr("it is not as this program writes entries"));
    if (hashOf(entry) != entry.hash)
        return fail(ErrorCode::Malformed, tr("its hash does not fit what it says"));
    return entry;
}

std::optional<Mark> Mark::fromText(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char(':'));
    bool number = false;
    const Mark mark{text.left(at).toLongLong(&number), text.mid(at + 1).toLower()};
    if (at < 1 || !number || mark.n < 1 || !Sha256Digest::fromHex(mark.hash))
        return std::nullopt;
    return mark;
}

}  // namespace plumbline::audit

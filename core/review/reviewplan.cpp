// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewplan.h"

#include "core/base/sha256.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::review {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

bool isShare(double value)
{
    return value >= 0 && value <= 1;
}

/// Uniform in [0, 1).
double numberOf(const QByteArray &text)
{
    const Sha256Digest digest = base::sha256(text);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i)
        bits = bits << 8 | digest.bytes[i];
    constexpr double toUnit = 1.0 / 9007199254740992.0;  // 2^-53
    return static_cast<double>(bits >> 11) * toUnit;
}

}  // namespace

double drawOf(ProjectId project, TaskId task)
{
    return numberOf(project.uuid.toBytes() + task.uuid.toBytes());
}

double secondDrawOf(ProjectId project, TaskId task)
{
    return numberOf(project.uuid.toBytes() + task.uuid.toBytes() + QByteArrayLiteral("second"));
}

Json planToJson(const ReviewPlan &plan)
{
    Json classes = Json::object();
    for (const auto &[id, share] : plan.shareOfClass)
        classes[id.toString().toStdString()] = share;
    return {{"share", plan.share},
            {"classes", classes},
            {"unsure_from", plan.unsureFrom},
            {"rounds", plan.mostRounds},
            {"blind", plan.blind},
            {"by_risk", plan.byRisk},
            {"floor", plan.floor},
            {"twice", plan.twice}};
}

Result<ReviewPlan> planFromJson(const Json &json)
{
    ReviewPlan plan;
    if (json.is_null())
        return plan;
    const auto wrong = [](const char *key) {
        return fail(ErrorCode::InvalidArgument, tr("The plan of reviews has no usable “%1”.").arg(QLatin1String(key)));
    };
    if (!json.is_object())
        return wrong("share");
    for (const auto &[key, value] : json.items()) {
        if (key == "share") {
            if (!value.is_number() || !isShare(value.get<double>()))
                return wrong("share");
            plan.share = value.get<double>();
        } else if (key == "classes") {
            if (!value.is_object())
                return wrong("classes");
            for (const auto &[name, share] : value.items()) {
                const auto id = ClassId::fromString(QString::fromStdString(name));
                if (!id || !share.is_number() || !isShare(share.get<double>()))
                    return wrong("classes");
                plan.shareOfClass[*id] = share.get<double>();
            }
        } else if (key == "unsure_from") {
            if (!value.is_number() || !(value.get<double>() > 0))
                return wrong("unsure_from");
            plan.unsureFrom = value.get<double>();
        } else if (key == "rounds") {
            if (!value.is_number_integer() || value.get<std::int64_t>() < 1 || value.get<std::int64_t>() > 100)
                return wrong("rounds");
            plan.mostRounds = value.get<int>();
        } else if (key == "blind") {
            if (!value.is_boolean())
                return wrong("blind");
            plan.blind = value.get<bool>();
        } else if (key == "by_risk") {
            if (!value.is_boolean())
                return wrong("by_risk");
            plan.byRisk = value.get<bool>();
        } else if (key == "floor") {
            if (!value.is_number() || !isShare(value.get<double>()) || !(value.get<double>() > 0))
                return wrong("floor");
            plan.floor = value.get<double>();
        } else if (key == "twice") {
            if (!value.is_number() || !isShare(value.get<double>()))
                return wrong("twice");
            plan.twice = value.get<double>();
        }
    }
    return plan;
}

Result<ReviewPlan> reviewPlan(const store::Reader &reader)
{
    const auto json = reader.setting(QStringLiteral("review"));
    return json ? planFromJson(*json) : Result<ReviewPlan>(fail(json.error()));
}

double plannedProbability(const ReviewPlan &plan, const model::Task &task, const std::vector<model::Annotation> &labels)
{
    if (task.round > 1)
        return 1;
    double share = plan.share;
    std::size_t unsure = 0;
    for (const model::Annotation &label : labels) {
        if (const auto found = plan.shareOfClass.find(label.labelClass); found != plan.shareOfClass.end())
            share = std::max(share, found->second);
        unsure += label.unsure ? 1 : 0;
    }
    if (!labels.empty() && static_cast<double>(unsure) >= plan.unsureFrom * static_cast<double>(labels.size()))
        return 1;
    return share;
}

bool isDrawn(const ReviewPlan &plan, ProjectId project, const model::Task &task, const std::vector<model::Annotation> &labels)
{
    return drawOf(project, task.id) < plannedProbability(plan, task, labels);
}

}  // namespace plumbline::review

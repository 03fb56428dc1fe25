// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schemacheck.h"
#include "core/model/schemaplan.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>

namespace plumbline::model {

using What = SchemaStep::What;

namespace {

constexpr int namedValues = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::model", text);
}

QString labels(std::int64_t count)
{
    return count == 1 ? tr("1 label") : tr("%1 labels").arg(QLocale().toString(qlonglong(count)));
}

QString titleOf(const Attribute &attribute)
{
    return attribute.title.isEmpty() ? attribute.key : attribute.title;
}

}  // namespace

QString stepName(What what)
{
    static constexpr std::array names{"class-added",      "class-renamed",     "class-merged",      "class-removed",   "class-retired",
                                      "class-changed",    "attribute-added",   "attribute-renamed", "attribute-removed", "attribute-retyped",
                                      "choice-added",     "choice-replaced",   "choice-removed",    "attribute-changed", "skeleton-added",
                                      "skeleton-removed", "skeleton-changed",  "rules-changed",     "other-changed"};
    static_assert(names.size() == static_cast<std::size_t>(What::OtherChanged) + 1);
    return QLatin1String(names[static_cast<std::size_t>(what)]);
}

QString effectName(StepEffect effect)
{
    static constexpr std::array names{"none", "rewrites", "keeps", "refused"};
    return QLatin1String(names[static_cast<std::size_t>(effect)]);
}

class Planner
{
public:
    Planner(SchemaPlan &plan, const SchemaUsage &usage, const SchemaDecisions &wanted) : m_plan(plan), m_usage(usage), m_wanted(wanted) {}

    void run()
    {
        for (const SchemaIssue &issue : checkSchema(m_plan.after)) {
            if (issue.severity == IssueSeverity::Problem)
                add(What::OtherChanged, StepEffect::Refused, 0, QStringLiteral("%1: %2").arg(placeOf(issue), issue.text))
                    .remedy = tr("Correct it in the new schema.");
        }
        classes();
        attributes();
        skeletons();
        if (m_plan.before.rules != m_plan.after.rules)
            add(What::RulesChanged, StepEffect::None, 0, tr("The rules change; labels are looked at anew."));
        if (m_plan.before.cannotLabelReasons != m_plan.after.cannotLabelReasons || m_plan.before.errorTypes != m_plan.after.errorTypes
            || m_plan.before.extra != m_plan.after.extra || m_plan.before.allowOutside != m_plan.after.allowOutside)
            add(What::OtherChanged, StepEffect::None, 0, tr("Reasons, kinds of mistakes or other settings change."));
        if (!order())
            add(What::OtherChanged, StepEffect::None, 0, tr("The order changes."));
    }

private:
    SchemaStep &add(What what, StepEffect effect, std::int64_t count, const QString &text)
    {
        return m_plan.steps.emplace_back(SchemaStep{what, effect, count, text, {}, {}, {}, {}});
    }
    [[nodiscard]] std::int64_t used(ClassId id) const
    {
        const auto it = m_usage.classes.find(id);
        return it == m_usage.classes.end() ? 0 : it->second;
    }
    [[nodiscard]] std::int64_t answered(const QString &key) const
    {
        const auto it = m_usage.answered.find(key);
        return it == m_usage.answered.end() ? 0 : it->second;
    }

    // Whether classes, attributes and the rest that are in both keep their order.
    [[nodiscard]] bool order() const
    {
        std::vector<ClassId> was;
        std::vector<ClassId> is;
        for (const LabelClass &c : m_plan.before.classes)
            if (m_new.contains(c.id))
                was.push_back(c.id);
        for (const LabelClass &c : m_plan.after.classes)
            if (m_old.contains(c.id))
                is.push_back(c.id);
        QStringList keysWere;
        QStringList keysAre;
        for (const Attribute &a : m_plan.before.attributes)
            if (m_plan.after.attribute(a.key))
                keysWere.append(a.key);
        for (const Attribute &a : m_plan.after.attributes)
            if (m_plan.before.attribute(a.key))
                keysAre.append(a.key);
        return was == is && keysWere == keysAre;
    }

    void classes()
    {
        for (const LabelClass &c : m_plan.before.classes)
            m_old.insert(c.id, &c);
        for (const LabelClass &c : m_plan.after.classes)
            m_new.insert(c.id, &c);
        for (const LabelClass &c : m_plan.before.classes)
            if (!m_new.contains(c.id))
                goneClass(c);
        for (const LabelClass &c : m_plan.after.classes) {
            if (const LabelClass *before = m_old.value(c.id))
                keptClass(*before, c);
            else
                add(What::ClassAdded, StepEffect::None, 0, tr("New class “%1”.").arg(c.name)).labelClass = c.id;
        }
    }

    void goneClass(const LabelClass &c)
    {
        const std::int64_t count = used(c.id);
        const auto wanted = m_wanted.classes.find(c.id);
        const LabelClass *target = wanted == m_wanted.classes.end() ? nullptr : m_new.value(wanted->second);
        if (target) {
            m_plan.decisions.classes[c.id] = target->id;
            add(What::ClassMerged, count > 0 ? StepEffect::Rewrites : StepEffect::None, count,
                tr("“%1” goes into “%2”: %3 change.").arg(c.name, target->name, labels(count)))
                .labelClass = c.id;
        } else if (count > 0) {
            SchemaStep &step = add(What::ClassRemoved, StepEffect::Refused, count, tr("“%1” cannot go: it has %2.").arg(c.name, labels(count)));
            step.remedy = tr("Say which class its labels get, or retire it instead.");
            step.labelClass = c.id;
        } else {
            add(What::ClassRemoved, StepEffect::None, 0, tr("“%1” goes; it has no labels.").arg(c.name)).labelClass = c.id;
        }
    }

    void keptClass(const LabelClass &was, const LabelClass &is)
    {
        const std::int64_t count = used(is.id);
        LabelClass same = was;
        if (was.name != is.name) {
            add(What::ClassRenamed, StepEffect::None, count, tr("“%1” is called “%2” from now on: %3.").arg(was.name, is.name, labels(count)))
                .labelClass = is.id;
            same.name = is.name;
        }
        if (!was.deprecated && is.deprecated) {
            add(What::ClassRetired, StepEffect::None, count, tr("“%1” is not offered any more; %2 keep it.").arg(is.name, labels(count)))
                .labelClass = is.id;
            same.deprecated = true;
        }
        if (was.geometries != is.geometries) {
            same.geometries = is.geometries;
            std::int64_t outside = 0;
            for (const auto &[of, number] : m_usage.geometries)
                if (of.first == is.id && !is.geometries.isEmpty() && !is.geometries.contains(of.second))
                    outside += number;
            const QString kinds = is.geometries.isEmpty() ? tr("every kind of shape") : is.geometries.join(QStringLiteral(", "));
            if (outside > 0)
                add(What::ClassChanged, StepEffect::Keeps, outside,
                    tr("“%1” allows %2: %3 of another kind stay and are pointed out.").arg(is.name, kinds, labels(outside)))
                    .labelClass = is.id;
            else
                add(What::ClassChanged, StepEffect::None, 0, tr("“%1” allows %2.").arg(is.name, kinds)).labelClass = is.id;
        }
        if (!(same == is))
            add(What::ClassChanged, StepEffect::None, 0, tr("“%1”: colour, key, place or words change.").arg(is.name)).labelClass = is.id;
    }

    void attributes()
    {
        QSet<QString> taken;
        for (const Attribute &a : m_plan.before.attributes)
            if (!m_plan.after.attribute(a.key))
                goneAttribute(a, taken);
        for (const Attribute &a : m_plan.after.attributes) {
            if (const Attribute *before = m_plan.before.attribute(a.key))
                keptAttribute(*before, a);
            else if (!taken.contains(a.key))
                newAttribute(a);
        }
    }

    void newAttribute(const Attribute &a)
    {
        const std::int64_t there = answered(a.key);
        QString text = tr("New attribute “%1”.").arg(titleOf(a));
        if (there > 0)
            text += QLatin1Char(' ') + tr("%1 have an answer already.").arg(labels(there));
        add(What::AttributeAdded, StepEffect::None, there, text).attribute = a.key;
        if (a.required)
            newlyRequired(a);
    }

    void newlyRequired(const Attribute &a)
    {
        std::int64_t asked = 0;
        for (const LabelClass &c : m_plan.after.classes)
            if (a.classes.isEmpty() || a.classes.contains(c.name))
                asked += used(c.id);
        const std::int64_t open = std::max<std::int64_t>(0, asked - answered(a.key));
        if (open > 0)
            add(What::AttributeChanged, StepEffect::Keeps, open,
                tr("“%1” must be answered now: up to %2 have no answer and are pointed out.").arg(titleOf(a), labels(open)))
                .attribute = a.key;
    }

    void goneAttribute(const Attribute &a, QSet<QString> &taken)
    {
        const std::int64_t count = answered(a.key);
        const auto wanted = m_wanted.attributes.find(a.key);
        const Attribute *target = wanted == m_wanted.attributes.end() ? nullptr : m_plan.after.attribute(wanted->second);
        if (target && (m_plan.before.attribute(target->key) || taken.contains(target->key))) {
            SchemaStep &step = add(What::AttributeRenamed, StepEffect::Refused, count,
                                   tr("“%1” cannot become “%2”, which has answers of its own.").arg(titleOf(a), titleOf(*target)));
            step.remedy = tr("Choose a name that is new.");
            step.attribute = a.key;
            return;
        }
        if (target) {
            taken.insert(target->key);
            m_plan.decisions.attributes[a.key] = target->key;
            add(What::AttributeRenamed, count > 0 ? StepEffect::Rewrites : StepEffect::None, count,
                tr("“%1” becomes “%2”: the answers of %3 go along.").arg(a.key, target->key, labels(count)))
                .attribute = a.key;
            keptAttribute(a, *target);
            return;
        }
        const QString text = count > 0 ? tr("“%1” is not asked any more; %2 keep their answers.").arg(titleOf(a), labels(count))
                                       : tr("“%1” goes; it has no answers.").arg(titleOf(a));
        add(What::AttributeRemoved, count > 0 ? StepEffect::Keeps : StepEffect::None, count, text).attribute = a.key;
    }

    // `was` may have another key: then its answers go along.
    void keptAttribute(const Attribute &was, const Attribute &is)
    {
        Attribute same = was;
        same.key = is.key;
        if (was.type != is.type) {
            retyped(was, is);
            same.type = is.type;
            same.choices = is.choices;
        } else if (was.type == AttributeType::Choice && was.choices != is.choices) {
            choices(was, is);
            same.choices = is.choices;
        }
        if (!was.required && is.required) {
            newlyRequired(is);
            same.required = true;
        }
        if (!(same == is))
            add(What::AttributeChanged, StepEffect::None, 0, tr("“%1”: title, classes, condition or order of choices change.").arg(titleOf(is)))
                .attribute = is.key;
    }

    [[nodiscard]] const SchemaUsage::Values &valuesOf(const QString &key) const
    {
        static const SchemaUsage::Values none;
        const auto it = m_usage.values.find(key);
        return it == m_usage.values.end() ? none : it->second;
    }
    [[nodiscard]] static AttributeValue valueFrom(const std::pair<std::size_t, QString> &named)
    {
        constexpr std::size_t flag = 2;
        constexpr std::size_t number = 3;
        if (named.first == flag)
            return named.second == QLatin1String("true");
        if (named.first == number)
            return named.second.toDouble();
        return named.second;
    }

    void retyped(const Attribute &was, const Attribute &is)
    {
        QStringList wrong;
        std::int64_t misfits = 0;
        std::int64_t fitting = 0;
        for (const auto &[named, count] : valuesOf(was.key)) {
            const AttributeValue value = valueFrom(named);
            if (converted(value, is)) {
                fitting += count;
                continue;
            }
            misfits += count;
            if (wrong.size() < namedValues)
                wrong.append(QStringLiteral("“%1” (%2)").arg(named.second).arg(count));
        }
        const auto more = m_usage.others.find(was.key);
        if (more != m_usage.others.end() && is.type != AttributeType::Text)
            misfits += more->second;
        if (misfits > 0) {
            SchemaStep &step = add(What::AttributeRetyped, StepEffect::Refused, misfits,
                                   tr("“%1” cannot change its type: %2 have answers that do not fit, such as %3.")
                                       .arg(titleOf(is), labels(misfits), wrong.join(QStringLiteral(", "))));
            step.remedy = tr("Change these answers first, offer them as choices, or make a new attribute beside it.");
            step.attribute = is.key;
            return;
        }
        m_plan.m_retyped.emplace(is.key, is);
        add(What::AttributeRetyped, fitting > 0 ? StepEffect::Rewrites : StepEffect::None, fitting,
            tr("“%1” changes its type: the answers of %2 are written anew.").arg(titleOf(is), labels(fitting)))
            .attribute = is.key;
    }

    void choices(const Attribute &was, const Attribute &is)
    {
        for (const QString &choice : was.choices) {
            if (is.choices.contains(choice))
                continue;
            constexpr std::size_t text = 4;
            const auto &values = valuesOf(was.key);
            const auto it = values.find({text, choice});
            const std::int64_t count = it == values.end() ? 0 : it->second;
            const auto wanted = m_wanted.choices.find({was.key, choice});
            const bool decided = wanted != m_wanted.choices.end() && (!wanted->second || is.choices.contains(*wanted->second));
            SchemaStep *step = nullptr;
            if (decided) {
                m_plan.decisions.choices[{is.key, choice}] = wanted->second;
                step = &add(What::ChoiceReplaced, count > 0 ? StepEffect::Rewrites : StepEffect::None, count,
                            wanted->second ? tr("“%1”: “%2” becomes “%3” in %4.").arg(titleOf(is), choice, *wanted->second, labels(count))
                                           : tr("“%1”: “%2” becomes “not answered” in %3.").arg(titleOf(is), choice, labels(count)));
            } else if (count > 0) {
                step = &add(What::ChoiceRemoved, StepEffect::Refused, count,
                            tr("“%1”: the choice “%2” cannot go, %3 have it.").arg(titleOf(is), choice, labels(count)));
                step->remedy = tr("Say which choice takes its place, or keep it.");
            } else {
                step = &add(What::ChoiceRemoved, StepEffect::None, 0, tr("“%1”: the choice “%2” goes; nobody has it.").arg(titleOf(is), choice));
            }
            step->attribute = is.key;
            step->choice = choice;
        }
        for (const QString &choice : is.choices) {
            if (was.choices.contains(choice))
                continue;
            SchemaStep &step = add(What::ChoiceAdded, StepEffect::None, 0, tr("“%1”: new choice “%2”.").arg(titleOf(is), choice));
            step.attribute = is.key;
            step.choice = choice;
        }
    }

    void skeletons()
    {
        const auto find = [](const Schema &schema, const QString &name) -> const Skeleton * {
            const auto it = std::find_if(schema.skeletons.begin(), schema.skeletons.end(), [&](const Skeleton &s) { return s.name == name; });
            return it == schema.skeletons.end() ? nullptr : &*it;
        };
        for (const Skeleton &was : m_plan.before.skeletons) {
            std::int64_t count = 0;
            for (const auto &[of, number] : m_usage.skeletons)
                if (of.first == was.name)
                    count += number;
            const Skeleton *is = find(m_plan.after, was.name);
            if (!is)
                add(What::SkeletonRemoved, count > 0 ? StepEffect::Keeps : StepEffect::None, count,
                    tr("The skeleton “%1” goes; %2 keep their points.").arg(was.name, labels(count)));
            else if (!(*is == was))
                keptSkeleton(was, *is, count);
        }
        for (const Skeleton &is : m_plan.after.skeletons)
            if (!find(m_plan.before, is.name))
                add(What::SkeletonAdded, StepEffect::None, 0, tr("New skeleton “%1”.").arg(is.name));
    }

    // Labels hold points by number: a joint must keep its number.
    void keptSkeleton(const Skeleton &was, const Skeleton &is, std::int64_t count)
    {
        const bool moved = [&] {
            for (qsizetype joint = 0; joint < std::min(was.joints.size(), is.joints.size()); ++joint)
                if (was.joints[joint] != is.joints[joint] && (was.joints.contains(is.joints[joint]) || is.joints.contains(was.joints[joint])))
                    return true;
            return false;
        }();
        if (count > 0 && (moved || is.joints.size() < was.joints.size())) {
            add(What::SkeletonChanged, StepEffect::Refused, count,
                tr("The joints of “%1” cannot change places or go: %2 have it.").arg(is.name, labels(count)))
                .remedy = tr("Add joints at the end, or make a new skeleton beside it.");
        } else if (count > 0 && is.joints.size() > was.joints.size()) {
            add(What::SkeletonChanged, StepEffect::Keeps, count, tr("“%1” gets more joints: %2 do not have them yet.").arg(is.name, labels(count)));
        } else {
            add(What::SkeletonChanged, StepEffect::None, count, tr("The skeleton “%1” changes its names, lines or template.").arg(is.name));
        }
    }

    SchemaPlan &m_plan;
    const SchemaUsage &m_usage;
    const SchemaDecisions &m_wanted;
    QHash<ClassId, const LabelClass *> m_old;
    QHash<ClassId, const LabelClass *> m_new;
};

SchemaPlan planSchemaChange(const Schema &before, const Schema &after, const SchemaUsage &usage, const SchemaDecisions &decisions)
{
    SchemaPlan plan;
    plan.before = before;
    plan.after = after;
    plan.after.version = before.version;
    if (plan.after == before)
        return plan;
    plan.after.version = before.version + 1;
    Planner(plan, usage, decisions).run();
    return plan;
}

}  // namespace plumbline::model

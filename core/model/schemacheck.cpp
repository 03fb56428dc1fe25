// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schemacheck.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plumbline::model {

namespace {

constexpr std::size_t mostColours = 100;
constexpr double nearColours = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::model", text);
}

class Checker
{
public:
    explicit Checker(const Schema &schema) : m_schema(schema)
    {
        for (int row = 0; row < static_cast<int>(schema.classes.size()); ++row) {
            m_names.insert(schema.classes[static_cast<std::size_t>(row)].name, row);
            if (!schema.classes[static_cast<std::size_t>(row)].id.isNull())
                m_rows.insert(schema.classes[static_cast<std::size_t>(row)].id, row);
        }
        for (int row = 0; row < static_cast<int>(schema.attributes.size()); ++row)
            if (!schema.attributes[static_cast<std::size_t>(row)].key.isEmpty())
                m_attributes.insert(schema.attributes[static_cast<std::size_t>(row)].key, row);
    }

    std::vector<SchemaIssue> run()
    {
        classes();
        colours();
        parents();
        attributes();
        conditions();
        skeletons();
        lists();
        rules();
        return std::move(m_issues);
    }

private:
    void problem(SchemaPart part, int index, const char *field, const QString &text)
    {
        m_issues.push_back({IssueSeverity::Problem, part, index, QLatin1String(field), text});
    }
    void warning(SchemaPart part, int index, const char *field, const QString &text)
    {
        m_issues.push_back({IssueSeverity::Warning, part, index, QLatin1String(field), text});
    }
    void knownClasses(SchemaPart part, int index, const char *field, const QStringList &names)
    {
        for (const QString &name : names)
            if (!m_names.contains(name))
                problem(part, index, field, tr("There is no class “%1”.").arg(name));
    }
    [[nodiscard]] const Attribute *attribute(const QString &key) const
    {
        const auto it = m_attributes.constFind(key);
        return it == m_attributes.constEnd() ? nullptr : &m_schema.attributes[static_cast<std::size_t>(*it)];
    }

    void classes()
    {
        QHash<QString, int> names;
        QHash<QString, int> keys;
        QSet<ClassId> ids;
        for (int row = 0; row < static_cast<int>(m_schema.classes.size()); ++row) {
            const LabelClass &c = m_schema.classes[static_cast<std::size_t>(row)];
            if (c.name.trimmed().isEmpty())
                problem(SchemaPart::Class, row, "name", tr("A class needs a name."));
            else if (names.contains(c.name))
                problem(SchemaPart::Class, row, "name", tr("Another class has the name “%1”.").arg(c.name));
            if (ids.contains(c.id))
                problem(SchemaPart::Class, row, "id", tr("Another class has the same id."));
            if (c.id.isNull())
                problem(SchemaPart::Class, row, "id", tr("A class needs an id."));
            ids.insert(c.id);
            names.insert(c.name, row);
            if (c.hotKey.isEmpty() || c.deprecated)
                continue;
            if (c.hotKey.size() != 1 || c.hotKey[0] < QLatin1Char('1') || c.hotKey[0] > QLatin1Char('9'))
                problem(SchemaPart::Class, row, "hot_key", tr("A hot key is a digit from 1 to 9."));
            else if (keys.contains(c.hotKey))
                problem(SchemaPart::Class, row, "hot_key",
                        tr("“%1” has the key %2 already.").arg(m_schema.classes[static_cast<std::size_t>(keys[c.hotKey])].name, c.hotKey));
            keys.insert(c.hotKey, row);
        }
        for (int row = 0; row < static_cast<int>(m_schema.classes.size()); ++row) {
            const LabelClass &c = m_schema.classes[static_cast<std::size_t>(row)];
            for (const QString &alias : c.aliases) {
                const int owner = names.value(alias, row);
                if (owner != row || alias == c.name)
                    problem(SchemaPart::Class, row, "aliases", tr("“%1” is a class or another name of one already.").arg(alias));
                names.insert(alias, row);
            }
        }
    }

    void colours()
    {
        if (m_schema.classes.size() > mostColours)
            return;
        for (std::size_t row = 1; row < m_schema.classes.size(); ++row) {
            for (std::size_t before = 0; before < row; ++before) {
                const LabelClass &c = m_schema.classes[row];
                const LabelClass &other = m_schema.classes[before];
                if (c.deprecated || other.deprecated || colourDistance(c.colour, other.colour) >= nearColours)
                    continue;
                warning(SchemaPart::Class, static_cast<int>(row), "colour", tr("Hard to tell from the colour of “%1”.").arg(other.name));
                break;
            }
        }
    }

    void parents()
    {
        std::vector<int> walk(m_schema.classes.size(), -1);
        for (int start = 0; start < static_cast<int>(m_schema.classes.size()); ++start) {
            const LabelClass &c = m_schema.classes[static_cast<std::size_t>(start)];
            if (!c.parent.isNull() && !m_rows.contains(c.parent))
                problem(SchemaPart::Class, start, "parent", tr("The class above this one does not exist."));
            int at = start;
            while (at >= 0 && walk[static_cast<std::size_t>(at)] < 0) {
                walk[static_cast<std::size_t>(at)] = start;
                at = m_rows.value(m_schema.classes[static_cast<std::size_t>(at)].parent, -1);
            }
            if (at < 0 || walk[static_cast<std::size_t>(at)] != start)
                continue;
            // Every class on the circle is marked, so that the mistake shows wherever one looks.
            const int first = at;
            do {
                problem(SchemaPart::Class, at, "parent", tr("“%1” is above itself.").arg(m_schema.classes[static_cast<std::size_t>(at)].name));
                at = m_rows.value(m_schema.classes[static_cast<std::size_t>(at)].parent, -1);
            } while (at >= 0 && at != first);
        }
    }

    void attributes()
    {
        QSet<QString> keys;
        for (int row = 0; row < static_cast<int>(m_schema.attributes.size()); ++row) {
            const Attribute &a = m_schema.attributes[static_cast<std::size_t>(row)];
            if (a.key.trimmed().isEmpty())
                problem(SchemaPart::Attribute, row, "key", tr("An attribute needs a key."));
            else if (keys.contains(a.key))
                problem(SchemaPart::Attribute, row, "key", tr("Another attribute has the key “%1”.").arg(a.key));
            keys.insert(a.key);
            knownClasses(SchemaPart::Attribute, row, "classes", a.classes);
            if (a.type == AttributeType::Choice && a.choices.isEmpty())
                problem(SchemaPart::Attribute, row, "choices", tr("A choice needs something to choose from."));
            if (a.type != AttributeType::Choice && !a.choices.isEmpty())
                warning(SchemaPart::Attribute, row, "choices", tr("Only a choice offers these."));
            if (a.type == AttributeType::Choice)
                listed(SchemaPart::Attribute, row, "choices", a.choices);
        }
    }

    // Texts of a list: not empty, none twice.
    void listed(SchemaPart part, int row, const char *field, const QStringList &list)
    {
        QSet<QString> seen;
        for (const QString &text : list) {
            if (text.trimmed().isEmpty())
                problem(part, row, field, tr("One of these is empty."));
            else if (seen.contains(text))
                problem(part, row, field, tr("“%1” is there twice.").arg(text));
            seen.insert(text);
        }
    }

    void conditions()
    {
        for (int row = 0; row < static_cast<int>(m_schema.attributes.size()); ++row) {
            const Attribute &a = m_schema.attributes[static_cast<std::size_t>(row)];
            if (a.conditionKey.isEmpty())
                continue;
            const Attribute *on = attribute(a.conditionKey);
            if (!on) {
                problem(SchemaPart::Attribute, row, "condition", tr("There is no attribute “%1”.").arg(a.conditionKey));
                continue;
            }
            if (!offers(*on, a.conditionValue))
                problem(SchemaPart::Attribute, row, "condition", tr("“%1” never has the value “%2”.").arg(on->key, a.conditionValue));
        }
        std::vector<int> walk(m_schema.attributes.size(), -1);
        const auto next = [this](int row) { return m_attributes.value(m_schema.attributes[static_cast<std::size_t>(row)].conditionKey, -1); };
        for (int start = 0; start < static_cast<int>(m_schema.attributes.size()); ++start) {
            int at = start;
            while (at >= 0 && walk[static_cast<std::size_t>(at)] < 0) {
                walk[static_cast<std::size_t>(at)] = start;
                at = next(at);
            }
            if (at < 0 || walk[static_cast<std::size_t>(at)] != start)
                continue;
            const int first = at;
            do {
                problem(SchemaPart::Attribute, at, "condition", tr("These conditions go in a circle; the attribute is never asked."));
                at = next(at);
            } while (at >= 0 && at != first);
        }
    }

    [[nodiscard]] static bool offers(const Attribute &attribute, const QString &value)
    {
        switch (attribute.type) {
        case AttributeType::Boolean: return value == QLatin1String("true") || value == QLatin1String("false");
        case AttributeType::Choice: return attribute.choices.contains(value);
        case AttributeType::Number: {
            bool isNumber = false;
            (void)value.toDouble(&isNumber);
            return isNumber;
        }
        case AttributeType::Text: return !value.isEmpty();
        }
        return false;
    }

    void skeletons()
    {
        QSet<QString> names;
        for (int row = 0; row < static_cast<int>(m_schema.skeletons.size()); ++row) {
            const Skeleton &s = m_schema.skeletons[static_cast<std::size_t>(row)];
            if (s.name.trimmed().isEmpty())
                problem(SchemaPart::Skeleton, row, "name", tr("A skeleton needs a name."));
            else if (names.contains(s.name))
                problem(SchemaPart::Skeleton, row, "name", tr("Another skeleton has the name “%1”.").arg(s.name));
            names.insert(s.name);
            if (s.joints.isEmpty())
                problem(SchemaPart::Skeleton, row, "joints", tr("A skeleton needs joints."));
            listed(SchemaPart::Skeleton, row, "joints", s.joints);
            pairs(row, "edges", s.edges, s.joints.size());
            pairs(row, "mirrors", s.mirrors, s.joints.size());
            std::vector<int> mirrored(static_cast<std::size_t>(s.joints.size()), 0);
            for (const auto &[left, right] : s.mirrors)
                for (const int joint : {left, right})
                    if (joint >= 0 && joint < s.joints.size() && ++mirrored[static_cast<std::size_t>(joint)] == 2)
                        problem(SchemaPart::Skeleton, row, "mirrors", tr("“%1” is in two pairs.").arg(s.joints[joint]));
        }
    }

    void pairs(int row, const char *field, const std::vector<std::pair<int, int>> &list, qsizetype joints)
    {
        QSet<std::pair<int, int>> seen;
        for (const auto &[from, to] : list) {
            const std::pair<int, int> pair = std::minmax(from, to);
            if (from < 0 || to < 0 || from >= joints || to >= joints)
                problem(SchemaPart::Skeleton, row, field, tr("A pair names a joint that is not there."));
            else if (from == to || seen.contains(pair))
                problem(SchemaPart::Skeleton, row, field, tr("A pair joins a joint to itself, or is there twice."));
            seen.insert(pair);
        }
    }

    void lists()
    {
        QSet<QString> seen;
        for (int row = 0; row < static_cast<int>(m_schema.cannotLabelReasons.size()); ++row) {
            const QString &reason = m_schema.cannotLabelReasons[row];
            if (reason.trimmed().isEmpty())
                problem(SchemaPart::Reason, row, "text", tr("A reason needs words."));
            else if (seen.contains(reason))
                problem(SchemaPart::Reason, row, "text", tr("“%1” is there twice.").arg(reason));
            seen.insert(reason);
        }
        seen.clear();
        for (int row = 0; row < static_cast<int>(m_schema.errorTypes.size()); ++row) {
            const ErrorType &type = m_schema.errorTypes[static_cast<std::size_t>(row)];
            if (type.code.trimmed().isEmpty())
                problem(SchemaPart::ErrorType, row, "code", tr("A kind of mistake needs a code."));
            else if (seen.contains(type.code))
                problem(SchemaPart::ErrorType, row, "code", tr("“%1” is there twice.").arg(type.code));
            seen.insert(type.code);
        }
    }

    void rules()
    {
        QSet<QString> ids;
        for (int row = 0; row < static_cast<int>(m_schema.rules.size()); ++row) {
            const Rule &rule = m_schema.rules[static_cast<std::size_t>(row)];
            if (rule.id.trimmed().isEmpty())
                problem(SchemaPart::Rule, row, "id", tr("A rule needs an id."));
            else if (ids.contains(rule.id))
                problem(SchemaPart::Rule, row, "id", tr("Another rule has the id “%1”.").arg(rule.id));
            ids.insert(rule.id);
            knownClasses(SchemaPart::Rule, row, "classes", rule.classes);
            knownClasses(SchemaPart::Rule, row, "others", rule.others);
            tests(row, "when", rule.when);
            if (rule.kind == RuleKind::Attributes)
                tests(row, "require", rule.require);
            values(row, rule);
        }
    }

    void values(int row, const Rule &rule)
    {
        switch (rule.kind) {
        case RuleKind::MinimumSize:
            if (rule.sizePixels <= 0 && rule.areaPixels <= 0)
                problem(SchemaPart::Rule, row, "pixels", tr("Say how large labels must be."));
            break;
        case RuleKind::Count:
            if (!rule.least && !rule.most)
                problem(SchemaPart::Rule, row, "least", tr("Say how many there must be."));
            else if (rule.least && rule.most && *rule.least > *rule.most)
                problem(SchemaPart::Rule, row, "most", tr("At most is less than at least: no image can keep this rule."));
            break;
        case RuleKind::MinimumVertices:
            if (rule.vertices < 2)
                problem(SchemaPart::Rule, row, "vertices", tr("Say how many points there must be."));
            break;
        case RuleKind::Attributes:
            if (rule.require.empty())
                problem(SchemaPart::Rule, row, "require", tr("Say what the answers must be."));
            break;
        case RuleKind::InsideImage: {
            const bool all = rule.classes.isEmpty();
            for (const LabelClass &c : m_schema.classes)
                if ((all || rule.classes.contains(c.name)) && c.allowOutside.value_or(m_schema.allowOutside)) {
                    warning(SchemaPart::Rule, row, "classes", tr("“%1” may reach outside the picture, as its class says.").arg(c.name));
                    break;
                }
            break;
        }
        case RuleKind::NoOverlap:
        case RuleKind::RequiredAttributes:
        case RuleKind::Geometries: break;
        }
    }

    void tests(int row, const char *field, const std::vector<AttributeTest> &list)
    {
        for (const AttributeTest &test : list) {
            const Attribute *on = attribute(test.key);
            const bool bound = test.comparison == Comparison::AtLeast || test.comparison == Comparison::AtMost;
            const bool value = test.comparison == Comparison::Is || test.comparison == Comparison::IsNot;
            if (!on)
                problem(SchemaPart::Rule, row, field, tr("There is no attribute “%1”.").arg(test.key));
            else if (bound && on->type != AttributeType::Number)
                problem(SchemaPart::Rule, row, field, tr("“%1” is not a number.").arg(test.key));
            else if (value && !offers(*on, test.value))
                problem(SchemaPart::Rule, row, field, tr("“%1” never has the value “%2”.").arg(test.key, test.value));
        }
    }

    const Schema &m_schema;
    QHash<QString, int> m_names;
    QHash<ClassId, int> m_rows;
    QHash<QString, int> m_attributes;
    std::vector<SchemaIssue> m_issues;
};

}  // namespace

std::vector<SchemaIssue> checkSchema(const Schema &schema)
{
    return Checker(schema).run();
}

bool hasProblems(const std::vector<SchemaIssue> &issues)
{
    return std::any_of(issues.begin(), issues.end(), [](const SchemaIssue &issue) { return issue.severity == IssueSeverity::Problem; });
}

QString placeOf(const SchemaIssue &issue)
{
    const char *const lists[] = {"classes", "attributes", "skeletons", "cannot_label_reasons", "error_types", "rules"};
    return QStringLiteral("%1[%2].%3").arg(QLatin1String(lists[static_cast<int>(issue.part)])).arg(issue.index).arg(issue.field);
}

}  // namespace plumbline::model

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/labelfilter.h"

#include "core/itemmodels/words.h"

#include <QSet>

namespace plumbline::itemmodels {

namespace {

// Splits at spaces outside quotes; quotes go.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            if (!word.isEmpty())
                words.append(word);
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

}  // namespace

LabelFilter::LabelFilter(const QString &text, const model::Schema &schema) : m_schema(schema)
{
    for (QString word : wordsOf(text)) {
        const bool turned = word.size() > 1 && word.startsWith(QLatin1Char('-'));
        if (turned)
            word.remove(0, 1);
        Test test = testOf(word);
        if (!test) {
            m_unknown.append(word);
            continue;
        }
        if (turned)
            m_tests.push_back([test = std::move(test)](const model::Annotation &a, bool flagged) { return !test(a, flagged); });
        else
            m_tests.push_back(std::move(test));
    }
}

bool LabelFilter::matches(const model::Annotation &annotation, bool flagged) const
{
    for (const Test &test : m_tests)
        if (!test(annotation, flagged))
            return false;
    return true;
}

LabelFilter::Test LabelFilter::testOf(const QString &word)
{
    const auto after = [&word](const char *prefix) { return word.mid(qsizetype(qstrlen(prefix))).toLower(); };
    if (word.startsWith(QLatin1String("is:"))) {
        const QString what = after("is:");
        if (what == QLatin1String("unsure"))
            return [](const model::Annotation &a, bool) { return a.unsure; };
        if (what == QLatin1String("flagged"))
            return [](const model::Annotation &, bool flagged) { return flagged; };
        if (what == QLatin1String("prediction"))
            return [](const model::Annotation &a, bool) { return model::isModelLayer(a.layer); };
        if (what == QLatin1String("unanswered"))
            return [schema = m_schema](const model::Annotation &a, bool) { return !schema.unanswered(a).empty(); };
        return {};
    }
    if (word.startsWith(QLatin1String("role:"))) {
        const auto role = model::roleFromName(after("role:"));
        return role ? Test([role](const model::Annotation &a, bool) { return a.role == *role; }) : Test();
    }
    if (word.startsWith(QLatin1String("origin:"))) {
        const auto kind = model::originKindFromName(after("origin:"));
        return kind ? Test([kind](const model::Annotation &a, bool) { return a.origin.kind == *kind; }) : Test();
    }
    if (word.startsWith(QLatin1String("score>")) || word.startsWith(QLatin1String("score<"))) {
        const bool more = word[5] == QLatin1Char('>');
        bool isNumber = false;
        const double limit = word.mid(6).toDouble(&isNumber);
        if (!isNumber)
            return {};
        return [more, limit](const model::Annotation &a, bool) { return a.score && (more ? *a.score > limit : *a.score < limit); };
    }
    if (const qsizetype at = word.indexOf(QLatin1Char('=')); at > 0) {
        const QString key = word.left(at);
        const QString value = word.mid(at + 1);
        if (value == QLatin1String("?"))
            return [key](const model::Annotation &a, bool) {
                const auto it = a.attributes.find(key);
                return it != a.attributes.end() && std::holds_alternative<model::CannotTell>(it->second);
            };
        if (value.isEmpty())
            return [key](const model::Annotation &a, bool) { return !model::isAnswered(a.attributes, key); };
        return [key, value](const model::Annotation &a, bool) {
            const auto it = a.attributes.find(key);
            return it != a.attributes.end() && model::attributeText(it->second).compare(value, Qt::CaseInsensitive) == 0;
        };
    }
    // Names are looked up once; ten thousand labels then cost a look into a set each.
    QSet<ClassId> ids;
    for (const model::LabelClass &labelClass : m_schema.classes)
        if (labelClass.name.contains(word, Qt::CaseInsensitive) || titleOf(labelClass).contains(word, Qt::CaseInsensitive))
            ids.insert(labelClass.id);
    if (ids.isEmpty())
        return {};
    return [ids](const model::Annotation &a, bool) { return ids.contains(a.labelClass); };
}

}  // namespace plumbline::itemmodels

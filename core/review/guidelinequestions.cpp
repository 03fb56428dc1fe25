// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/guidelinequestions.h"

#include "core/store/reader.h"
#include "core/workflow/guideline.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace plumbline::review {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

// Latin, Greek, Arabic, Armenian, full width.
bool asks(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char('?') || c == QChar(0x37e) || c == QChar(0x61f) || c == QChar(0x55e) || c == QChar(0xff1f);
    });
}

QSet<QString> wordsOf(const QString &text)
{
    constexpr qsizetype shortest = 4;
    QSet<QString> words;
    QString word;
    for (const QChar c : text + QLatin1Char(' ')) {
        if (c.isLetter() || c.isMark()) {
            word += c;
            continue;
        }
        if (word.size() >= shortest)
            words.insert(word.toCaseFolded());
        word.clear();
    }
    return words;
}

QString lineOf(const QString &text)
{
    constexpr qsizetype longest = 300;
    QString line = text.simplified();
    // What somebody asked is quoted as text, never as Markdown.
    QString plain;
    for (const QChar c : line.left(longest)) {
        if (QStringLiteral("\\`*_{}[]<>#|!").contains(c))
            plain += QLatin1Char('\\');
        plain += c;
    }
    return plain;
}

}  // namespace

Result<std::vector<Question>> guidelineQuestions(const store::Store &store)
{
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    const auto threads = (*reader)->threads(std::nullopt);
    const auto decisions = (*reader)->decisions(std::nullopt);
    const auto schema = (*reader)->schema();
    const auto text = (*reader)->setting(QLatin1String(workflow::guidelineKey));
    if (!threads || !decisions)
        return fail(threads ? decisions.error() : threads.error());
    if (!schema || !text)
        return fail(schema ? text.error() : schema.error());
    const QString guideline = base::toQString(*text);
    std::map<AnnotationId, QString> codes;
    for (const model::Decision &decision : *decisions)
        if (!decision.annotation.isNull() && !decision.errorCode.isEmpty())
            codes[decision.annotation] = decision.errorCode;
    std::map<ItemId, std::vector<model::Comment>> comments;
    std::vector<Question> questions;
    for (const model::Thread &thread : *threads) {
        auto known = comments.find(thread.item);
        if (known == comments.end()) {
            auto read = (*reader)->comments(thread.item);
            if (!read)
                return fail(read.error());
            known = comments.emplace(thread.item, std::move(*read)).first;
        }
        Question question;
        question.thread = thread;
        int entries = 0;
        for (const model::Comment &comment : known->second)
            if (comment.thread == thread.id && entries++ == 0)
                question.text = comment.text;
        question.answers = std::max(0, entries - 1);
        question.inGuideline = guideline.contains(threadLink(thread.id));
        if (entries == 0 || (!asks(question.text) && (thread.resolved || question.answers > 0)))
            continue;
        const auto item = (*reader)->item(thread.item);
        if (!item)
            return fail(item.error());
        question.itemName = *item ? (*item)->name : QString();
        if (!thread.annotation.isNull()) {
            const auto label = (*reader)->annotation(thread.annotation);
            if (!label)
                return fail(label.error());
            const model::LabelClass *labelClass = *label ? schema->find((*label)->labelClass) : nullptr;
            question.labelClass = labelClass ? labelClass->name : QString();
            if (const auto code = codes.find(thread.annotation); code != codes.end())
                question.errorCode = code->second;
        }
        questions.push_back(std::move(question));
    }
    std::stable_sort(questions.begin(), questions.end(), [](const Question &a, const Question &b) {
        return a.thread.createdMicroseconds < b.thread.createdMicroseconds;
    });
    std::stable_partition(questions.begin(), questions.end(),
                          [](const Question &q) { return !q.thread.resolved && !q.inGuideline; });
    return questions;
}

std::vector<QuestionGroup> grouped(const std::vector<Question> &questions, QuestionGrouping by)
{
    std::vector<QSet<QString>> words;
    std::map<QString, int> shared;
    if (by == QuestionGrouping::Words)
        for (const Question &question : questions) {
            words.push_back(wordsOf(question.text));
            for (const QString &word : words.back())
                ++shared[word];
        }
    std::map<QString, QuestionGroup> groups;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        QString title = by == QuestionGrouping::Class  ? questions[i].labelClass
                        : by == QuestionGrouping::Code ? questions[i].errorCode
                                                       : QString();
        int most = 1;
        if (by == QuestionGrouping::Words)
            for (const QString &word : words[i])
                if (const int count = shared[word]; count > most || (count == most && count > 1 && word < title)) {
                    most = count;
                    title = word;
                }
        groups[title].title = title;
        groups[title].questions.push_back(i);
    }
    std::vector<QuestionGroup> list;
    for (auto &[title, group] : groups)
        list.push_back(std::move(group));
    std::stable_sort(list.begin(), list.end(), [](const QuestionGroup &a, const QuestionGroup &b) {
        if (a.title.isEmpty() != b.title.isEmpty())
            return b.title.isEmpty();
        return a.questions.size() > b.questions.size();
    });
    return list;
}

QString threadLink(ThreadId thread)
{
    return QStringLiteral("plumbline:thread/") + thread.toString();
}

QString draftFor(const std::vector<Question> &questions, const QString &heading)
{
    QString draft = QStringLiteral("## %1\n\n\n\n%2\n\n").arg(heading.isEmpty() ? tr("Questions") : heading, tr("Asked:"));
    for (const Question &question : questions)
        draft += QStringLiteral("- %1 ([%2](%3))\n")
                     .arg(lineOf(question.text), lineOf(question.itemName), threadLink(question.thread.id));
    return draft;
}

Result<int> addToGuideline(store::Project &project, const QString &before, const QString &part,
                           const std::vector<Question> &questions, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::ChangeProject); !allowed)
        return fail(allowed.error());
    if (part.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("Write what holds from now on."));
    const auto present = (*reader)->setting(QLatin1String(workflow::guidelineKey));
    const auto threads = (*reader)->threads(std::nullopt);
    const auto versions = workflow::guidelineVersions(project.store());
    if (!present)
        return fail(present.error());
    if (!threads)
        return fail(threads.error());
    if (!versions)
        return fail(versions.error());
    if (base::toQString(*present) != before)
        return fail(ErrorCode::Conflict, tr("The guideline has changed meanwhile: look at the new text first."));
    const QString text = before.trimmed().isEmpty()
                             ? part.trimmed() + QLatin1Char('\n')
                             : before.trimmed() + QStringLiteral("\n\n") + part.trimmed() + QLatin1Char('\n');
    const int version = static_cast<int>(versions->size()) + 1;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Questions become part of the guideline"));
    builder.setting(QLatin1String(workflow::guidelineKey), *present, base::toJson(text));
    for (const Question &question : questions) {
        const auto stored =
            std::find_if(threads->begin(), threads->end(), [&](const model::Thread &t) { return t.id == question.thread.id; });
        if (stored == threads->end())
            return fail(ErrorCode::NotFound, tr("A question is not there any more."));
        model::Comment comment;
        comment.id = project.store().ids().make<CommentId>();
        comment.thread = stored->id;
        comment.item = stored->item;
        comment.author = person.name;
        comment.text = tr("This is in the guideline now, version %1 (plumbline:guideline/%1).").arg(version);
        comment.createdMicroseconds = project.store().clock().nowMicroseconds();
        builder.put(comment);
        if (!stored->resolved) {
            model::Thread resolved = *stored;
            resolved.resolved = true;
            resolved.resolvedBy = person.name;
            builder.put(&*stored, resolved);
        }
    }
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<int>(version) : fail(done.error());
}

}  // namespace plumbline::review

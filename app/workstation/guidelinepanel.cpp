// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/guidelinepanel.h"

#include "app/workstation/activityrecorder.h"
#include "app/workstation/guidelinereading.h"
#include "core/audit/log.h"
#include "core/base/atomicfile.h"
#include "core/base/logging.h"
#include "core/base/sha256.h"
#include "core/itemmodels/words.h"
#include "core/workflow/roles.h"
#include "widgets/panels/emptystate.h"
#include "widgets/panels/guidelineview.h"

#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <spdlog/spdlog.h>

#include <utility>

namespace plumbline::workstation {

namespace {

constexpr qint64 largestPicture = 32 << 20;
constexpr qsizetype longestText = 1 << 20;

QString key()
{
    return QString::fromLatin1(GuidelinePanel::settingKey);
}

}  // namespace

GuidelinePanel::GuidelinePanel(QWidget *parent)
    : QWidget(parent), m_reading(new GuidelineReading), m_view(new panels::GuidelineView), m_empty(new panels::EmptyState), m_editor(new QPlainTextEdit),
      m_stack(new QStackedWidget), m_edit(new QPushButton(tr("Edit"))), m_picture(new QPushButton(tr("Picture…"))),
      m_save(new QPushButton(tr("Save"))), m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("guidelinePanel"));
    setProperty(ActivityRecorder::readingProperty, QStringLiteral("guideline"));
    m_view->setObjectName(QStringLiteral("guidelineView"));
    m_view->setAccessibleName(tr("Guideline"));
    m_editor->setObjectName(QStringLiteral("guidelineEditor"));
    m_editor->setAccessibleName(tr("Text of the guideline, in Markdown"));
    m_editor->setPlaceholderText(tr("How to label, in Markdown. A heading with the name of a class is shown first for that class."));
    m_editor->setTabChangesFocus(true);
    m_edit->setObjectName(QStringLiteral("guidelineEdit"));
    m_save->setObjectName(QStringLiteral("guidelineSave"));
    m_empty->setWords({}, tr("No guideline yet"), tr("Write down how to label, with pictures, where everybody sees it."), tr("Write it"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_editor);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 4);
    buttons->addStretch();
    for (QPushButton *button : {m_picture, m_cancel, m_save, m_edit})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_reading);
    layout->addWidget(m_stack, 1);
    layout->addLayout(buttons);
    connect(m_view, &QTextBrowser::anchorClicked, this, &GuidelinePanel::follow);
    connect(m_reading, &GuidelineReading::said, this, &GuidelinePanel::said);
    connect(m_edit, &QPushButton::clicked, this, &GuidelinePanel::beginEditing);
    connect(m_empty, &panels::EmptyState::activated, this, &GuidelinePanel::beginEditing);
    connect(m_cancel, &QPushButton::clicked, this, &GuidelinePanel::endEditing);
    connect(m_save, &QPushButton::clicked, this, &GuidelinePanel::save);
    connect(m_picture, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("A picture for the guideline"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp)"));
        if (!path.isEmpty())
            addPicture(path);
    });
    endEditing();
}

void GuidelinePanel::setDocument(document::Document *document)
{
    disconnect(m_connection);
    m_document = document;
    m_mayEdit = m_document && !m_document->project().store().readOnly()
                && workflow::demand(m_document->reader(), m_document->person(), workflow::Act::ChangeProject);
    if (m_mayEdit || !m_document)
        m_empty->setWords({}, tr("No guideline yet"), tr("Write down how to label, with pictures, where everybody sees it."), tr("Write it"));
    else
        m_empty->setWords({}, tr("No guideline yet"), tr("Whoever leads the project can write one."));
    endEditing();
    if (!m_document) {
        m_text.clear();
        m_view->show({}, {});
        m_reading->setDocument(nullptr);
        return;
    }
    read();
    m_connection = connect(m_document, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
        if (std::holds_alternative<document::HistoryChanged>(event))
            read();
        else if (std::holds_alternative<document::CurrentClassChanged>(event) || std::holds_alternative<document::SelectionChanged>(event)
                 || std::holds_alternative<document::SchemaChanged>(event))
            refresh();
    });
}

QString GuidelinePanel::pictureFolder() const
{
    return m_document ? m_document->project().folder() + QStringLiteral("/guideline") : QString();
}

void GuidelinePanel::read()
{
    const auto setting = m_document->reader().setting(key());
    if (!setting) {
        base::log().warn("guideline: {}", setting.error().text.toStdString());
        return;
    }
    const QString last = std::exchange(m_text, base::toQString(*setting).left(longestText));
    if (m_text != last)
        askToRead();
    refresh();
}

// Where it can be seen, but without taking the keys: nobody is kept from labeling.
void GuidelinePanel::askToRead()
{
    m_reading->setDocument(m_document);
    if (!m_reading->pending())
        return;
    for (QWidget *at = parentWidget(); at; at = at->parentWidget())
        if (auto *dock = qobject_cast<QDockWidget *>(at)) {
            dock->show();
            dock->raise();
        }
}

// To what was asked about.
void GuidelinePanel::follow(const QUrl &link)
{
    static const QString prefix = QStringLiteral("plumbline:thread/");
    const QString text = link.toString();
    if (!m_document || !text.startsWith(prefix))
        return;
    const auto id = ThreadId::fromString(QStringView(text).sliced(prefix.size()));
    const auto threads = m_document->reader().threads(std::nullopt);
    if (id && threads)
        for (const model::Thread &thread : *threads)
            if (thread.id == *id) {
                m_document->show(thread.item);
                if (m_document->annotation(thread.annotation))
                    m_document->select({thread.annotation});
                return;
            }
    emit said(tr("This question is not in the project."));
}

void GuidelinePanel::refresh()
{
    if (!m_document || m_stack->currentWidget() == m_editor)
        return;
    // What is selected says what the question is about; else what will be drawn next.
    ClassId asked = m_document->currentClass();
    if (m_document->selection().size() == 1) {
        if (const model::Annotation *selected = m_document->annotation(*m_document->selection().begin()); selected && !selected->labelClass.isNull())
            asked = selected->labelClass;
    }
    const model::LabelClass *labelClass = m_document->schema().find(asked);
    QString text;
    if (labelClass) {
        const QString section = sectionOf(m_text, labelClass->name);
        QString rest = m_text;
        QStringList parts{labelClass->guideline, section, section.isEmpty() ? rest : rest.remove(section)};
        parts.removeIf([](const QString &part) { return part.trimmed().isEmpty(); });
        text = parts.join(QStringLiteral("\n\n---\n\n"));
    } else {
        text = m_text;
    }
    m_view->show(text, pictureFolder());
    m_stack->setCurrentWidget(text.isEmpty() ? static_cast<QWidget *>(m_empty) : m_view);
    m_edit->setVisible(!text.isEmpty() && m_mayEdit);
}

void GuidelinePanel::beginEditing()
{
    if (!m_document || !m_mayEdit)
        return;
    if (const auto allowed = workflow::demand(m_document->reader(), m_document->person(), workflow::Act::ChangeProject); !allowed) {
        emit said(allowed.error().text);
        return;
    }
    m_editor->setPlainText(m_text);
    m_stack->setCurrentWidget(m_editor);
    for (QPushButton *button : {m_picture, m_save, m_cancel})
        button->show();
    m_edit->hide();
    m_editor->setFocus();
}

void GuidelinePanel::endEditing()
{
    for (QPushButton *button : {m_picture, m_save, m_cancel})
        button->hide();
    m_stack->setCurrentWidget(m_empty);
    m_edit->hide();
    refresh();
}

void GuidelinePanel::save()
{
    const QString text = m_editor->toPlainText().left(longestText);
    if (text != m_text) {
        auto gesture = m_document->gesture(tr("Change the guideline"));
        gesture.setting(key(), m_text.isEmpty() ? Json() : base::toJson(m_text), base::toJson(text));
        m_document->push(gesture.take());
        audit::note(m_document->project(), m_document->person(), audit::Action::GuidelineChanged, base::sha256(text.toUtf8()).toHex(),
                    {{"characters", text.size()}});
        m_text = text;
    }
    endEditing();
}

void GuidelinePanel::addPicture(const QString &path)
{
    const auto bytes = base::readFile(path, largestPicture);
    if (!bytes) {
        emit said(bytes.error().text);
        return;
    }
    const QByteArray format = QImageReader(path).format();
    if (format.isEmpty()) {
        emit said(tr("%1 is not a picture that can be shown.").arg(QFileInfo(path).fileName()));
        return;
    }
    // Named by content: the same picture twice is one file, and none is ever overwritten by another.
    const QString name = base::sha256(*bytes).toHex().left(16) + QLatin1Char('.') + QString::fromLatin1(format);
    QDir().mkpath(pictureFolder());
    if (const auto written = base::writeFileAtomically(pictureFolder() + QLatin1Char('/') + name, *bytes); !written) {
        emit said(written.error().text);
        return;
    }
    m_editor->insertPlainText(QStringLiteral("\n![%1](%2)\n").arg(QFileInfo(path).completeBaseName(), name));
}

void GuidelinePanel::focusText()
{
    if (m_stack->currentWidget() == m_view)
        m_view->setFocus(Qt::ShortcutFocusReason);
    else
        m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

QString GuidelinePanel::shownText() const
{
    return m_stack->currentWidget() == m_view ? m_view->toPlainText() : QString();
}

QString GuidelinePanel::sectionOf(const QString &markdown, const QString &className)
{
    QStringList section;
    qsizetype level = 0;
    bool fenced = false;
    for (const QString &line : markdown.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```")))
            fenced = !fenced;
        qsizetype hashes = 0;
        while (!fenced && hashes < line.size() && line[hashes] == QLatin1Char('#'))
            ++hashes;
        const bool heading = hashes > 0 && hashes <= 6 && hashes < line.size() && line[hashes].isSpace();
        if (heading && level > 0 && hashes <= level)
            break;
        if (heading && level == 0 && line.mid(hashes).trimmed().compare(className, Qt::CaseInsensitive) == 0)
            level = hashes;
        if (level > 0)
            section.append(line);
    }
    return section.join(QLatin1Char('\n')).trimmed();
}

}  // namespace plumbline::workstation

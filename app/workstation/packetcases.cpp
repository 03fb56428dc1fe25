// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetcases.h"

#include "app/workstation/packetcasecrops.h"
#include "app/workstation/packetpack.h"
#include "app/workstation/services.h"
#include "app/workstation/teamforms.h"
#include "core/itemmodels/words.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

using base::toJson;

namespace {

constexpr int cropSide = 320;

QString whyWords(const packet::PacketCase &shown)
{
    if (shown.why == QLatin1String("missing"))
        return PacketCases::tr("somebody has no such object");
    if (shown.why == QLatin1String("class"))
        return PacketCases::tr("the classes differ");
    if (shown.why == QLatin1String("shape"))
        return PacketCases::tr("the shapes differ");
    return PacketCases::tr("the values differ");
}

QString valueWords(const model::Annotation &label)
{
    QStringList parts;
    for (const auto &[key, value] : label.attributes)
        if (const QString text = model::attributeText(value); !text.isEmpty())
            parts << key + QLatin1Char(' ') + text;
    return parts.join(QStringLiteral(", "));
}

}  // namespace

PacketCases::PacketCases(Services &services, std::shared_ptr<packet::PacketReader> packet, QWidget *window)
    : QDialog(window), m_services(services), m_packet(std::move(packet)), m_folder(std::make_shared<QTemporaryDir>()),
      m_list(new QListWidget), m_words(forms::words("casesWords")), m_versions(new QHBoxLayout), m_note(new QLineEdit),
      m_said(forms::words("casesSaid")), m_again(new QPushButton(tr("Decide later"))),
      m_pack(new QPushButton(tr("Pack decisions…")))
{
    setObjectName(QStringLiteral("packetCases"));
    setWindowTitle(tr("Disagreements of “%1”").arg(m_packet->manifest().projectName));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(QStringLiteral("casesList"));
    m_list->setAccessibleName(tr("Cases"));
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *across = new QSplitter;
    across->setChildrenCollapsible(false);
    across->addWidget(m_list);
    across->addWidget(makeCase());
    constexpr int listWidth = 320;
    constexpr QSize usual(1180, 640);
    across->setSizes({listWidth, usual.width() - listWidth});
    across->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(across, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_said, 1);
    buttons->addWidget(m_again);
    buttons->addWidget(m_pack);
    layout->addLayout(buttons);
    m_again->setObjectName(QStringLiteral("casesAgain"));
    m_pack->setObjectName(QStringLiteral("casesPack"));
    m_again->setAutoDefault(false);
    m_pack->setAutoDefault(false);
    resize(usual);
    connect(m_list, &QListWidget::currentRowChanged, this, &PacketCases::showCase);
    connect(m_again, &QPushButton::clicked, this, &PacketCases::takeBack);
    connect(m_pack, &QPushButton::clicked, this, &PacketCases::pack);
    m_said->setText(tr("Reading the cases…"));
    m_job = m_services.jobs().run(
        tr("Read the cases"), [packet = m_packet](jobs::JobControl &) { return packet::readCases(*packet); }, this,
        [this](const Result<packet::CaseFile> &file) {
            m_job = 0;
            take(file);
        },
        jobs::JobRunner::Visibility::WhenSlow);
    refreshState();
}

QWidget *PacketCases::makeCase()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(12, 0, 0, 0);
    column->addWidget(m_words);
    auto *row = new QWidget;
    row->setLayout(m_versions);
    m_versions->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(row);
    column->addWidget(scroll, 1);
    m_note->setObjectName(QStringLiteral("casesNote"));
    m_note->setPlaceholderText(tr("Why (optional)"));
    m_note->setAccessibleName(tr("Why"));
    column->addWidget(m_note);
    auto *keys =
        new QLabel(tr("A letter chooses that version, 0 says that there is no such object; both go on to the next open case."));
    keys->setForegroundRole(QPalette::PlaceholderText);
    keys->setWordWrap(true);
    column->addWidget(keys);
    return part;
}

void PacketCases::take(const Result<packet::CaseFile> &file)
{
    if (!file) {
        m_said->setText(file.error().text);
        return;
    }
    m_file = std::make_shared<packet::CaseFile>(*file);
    m_said->clear();
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < static_cast<int>(m_file->cases.size()); ++i) {
        m_list->addItem(new QListWidgetItem);
        refreshRow(i);
    }
    m_list->setCurrentRow(0);
    m_list->setFocus();
    showCase();
}

const packet::PacketCase *PacketCases::shown() const
{
    const int row = m_list->currentRow();
    return m_file && row >= 0 ? &m_file->cases[static_cast<std::size_t>(row)] : nullptr;
}

void PacketCases::refreshRow(int row)
{
    const packet::PacketCase &of = m_file->cases[static_cast<std::size_t>(row)];
    const auto choice = m_choices.find(of.id);
    QStringList parts{m_file->items.at(of.item).item.name, itemmodels::labelTitle(m_file->schema, of.versions.front().second),
                      whyWords(of)};
    if (choice != m_choices.end())
        parts.prepend(choice->second.letter.isEmpty() ? tr("✓ none") : tr("✓ %1").arg(choice->second.letter));
    m_list->item(row)->setText(parts.join(QStringLiteral("  ·  ")));
    m_list->item(row)->setToolTip(m_list->item(row)->text());
}

void PacketCases::showCase()
{
    const packet::PacketCase *of = shown();
    if (!of)
        return;
    QString words = tr("%1: %2.").arg(m_file->items.at(of->item).item.name, whyWords(*of));
    if (!of->absent.isEmpty())
        words += QLatin1Char(' ') + tr("No such object: %1.").arg(of->absent.join(QStringLiteral(", ")));
    m_words->setText(words);
    const auto choice = m_choices.find(of->id);
    m_note->setText(choice == m_choices.end() ? QString() : choice->second.note);
    fillVersions(std::vector<QImage>(of->versions.size()));
    refreshState();
    loadCrops();
}

// One at a time: the packet is one file with one place in it. Whoever has moved on meanwhile gets theirs next.
void PacketCases::loadCrops()
{
    const packet::PacketCase *of = shown();
    if (!of || m_job || m_packing || !m_folder->isValid())
        return;
    m_job = m_services.jobs().run(
        tr("Read a case"),
        [packet = m_packet, file = m_file, folder = m_folder, id = of->id, at = static_cast<std::size_t>(m_list->currentRow()),
         opener = m_services.mediaOpener()](jobs::JobControl &control) {
            return caseCrops(*packet, *file, file->cases[at], folder->path(), opener, control);
        },
        this,
        [this, id = of->id](const Result<std::vector<QImage>> &images) {
            m_job = 0;
            if (!shown() || shown()->id != id)
                loadCrops();
            else if (images)
                fillVersions(*images);
            else
                m_said->setText(images.error().text);
        },
        jobs::JobRunner::Visibility::Quiet);
}

void PacketCases::fillVersions(const std::vector<QImage> &images)
{
    for (QToolButton *button : m_buttons)
        delete button;
    m_buttons.clear();
    const packet::PacketCase &of = *shown();
    const auto chosen = m_choices.find(of.id);
    const auto add = [&](const QString &letter, const QString &text, const QImage &image) {
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("version") + letter);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize({cropSide, cropSide});
        button->setCheckable(true);
        button->setChecked(chosen != m_choices.end() && chosen->second.letter == letter);
        button->setText(text);
        button->setFocusPolicy(Qt::NoFocus);
        if (!image.isNull())
            button->setIcon(QPixmap::fromImage(image));
        connect(button, &QToolButton::clicked, this, [this, letter] { choose(letter); });
        m_versions->addWidget(button, 0, Qt::AlignTop);
        m_buttons.push_back(button);
    };
    for (std::size_t i = 0; i < of.versions.size(); ++i) {
        const auto &[letter, label] = of.versions[i];
        const QString values = valueWords(label);
        add(letter,
            tr("%1:  %2").arg(letter, itemmodels::labelTitle(m_file->schema, label))
                + (values.isEmpty() ? QString() : QStringLiteral("  ·  ") + values),
            images[i]);
    }
    add({}, tr("0:  no such object"), {});
}

void PacketCases::choose(const QString &letter)
{
    const packet::PacketCase *of = shown();
    if (!of)
        return;
    m_choices[of->id] = {letter, m_note->text().trimmed()};
    m_packed = m_warned = false;
    refreshRow(m_list->currentRow());
    const int count = m_list->count();
    for (int step = 1; step <= count; ++step) {
        const int row = (m_list->currentRow() + step) % count;
        if (!m_choices.contains(m_file->cases[static_cast<std::size_t>(row)].id)) {
            m_list->setCurrentRow(row);
            return;
        }
    }
    showCase();
}

void PacketCases::takeBack()
{
    if (const packet::PacketCase *of = shown(); of && m_choices.erase(of->id) > 0) {
        refreshRow(m_list->currentRow());
        showCase();
    }
}

void PacketCases::refreshState()
{
    const packet::PacketCase *of = shown();
    m_again->setEnabled(of && m_choices.contains(of->id));
    m_pack->setEnabled(!m_choices.empty());
    if (m_file)
        m_said->setText(tr("%1 of %n case(s) decided", nullptr, m_list->count()).arg(m_choices.size()));
}

// The list would look for a row that begins with the letter.
bool PacketCases::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && decideBy(static_cast<const QKeyEvent &>(*event)))
        return true;
    return QDialog::eventFilter(watched, event);
}

void PacketCases::keyPressEvent(QKeyEvent *event)
{
    if (!decideBy(*event))
        QDialog::keyPressEvent(event);
}

bool PacketCases::decideBy(const QKeyEvent &event)
{
    const packet::PacketCase *of = shown();
    constexpr Qt::KeyboardModifiers others = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (!of || m_note->hasFocus() || (event.modifiers() & others))
        return false;
    const QString key = event.text().toUpper();
    if (key == QLatin1String("0")) {
        choose({});
        return true;
    }
    for (const auto &[letter, label] : of->versions)
        if (!key.isEmpty() && letter == key) {
            choose(key);
            return true;
        }
    return false;
}

void PacketCases::closeEvent(QCloseEvent *event)
{
    if (!m_packed && !m_warned && !m_choices.empty()) {
        m_warned = true;
        m_said->setText(tr("What you decided is not packed yet. Close again to leave it behind."));
        event->ignore();
        return;
    }
    QDialog::closeEvent(event);
}

void PacketCases::pack()
{
    if (!idle() || m_packing)
        return;
    PackOrder order;
    order.what = PackWhat::Decisions;
    order.cases = m_packet;
    for (const auto &[id, choice] : m_choices) {
        Json line = {{"case", toJson(id.toString())},
                     {"choose", choice.letter.isEmpty() ? Json(nullptr) : toJson(choice.letter)}};
        if (!choice.note.isEmpty())
            line["note"] = toJson(choice.note);
        order.decisions.push_back(std::move(line));
    }
    auto *dialog = new PacketPack(m_services, order, this);
    // Both read the packet; this one waits.
    m_packing = true;
    connect(dialog, &QObject::destroyed, this, [this] {
        m_packing = false;
        loadCrops();
    });
    connect(dialog, &PacketPack::said, this, &PacketCases::said);
    connect(dialog, &PacketPack::made, this, [this] { m_packed = true; });
    connect(dialog, &PacketPack::keysRequested, this, &PacketCases::keysRequested);
    connect(this, &PacketCases::keysChanged, dialog, &PacketPack::refreshKeys);
    dialog->show();
}

}  // namespace plumbline::workstation

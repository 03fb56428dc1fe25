// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetpack.h"

#include "app/workstation/packetwords.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "app/workstation/teamforms.h"
#include "core/itemmodels/jobmodel.h"
#include "core/packet/keyring.h"
#include "core/store/reader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr int listHeight = 120;

struct Words {
    QString title;
    QString text;
    QString button;
    const char *file;
};

Words wordsOf(PackWhat what)
{
    switch (what) {
    case PackWhat::Work:
        return {PacketPack::tr("Hand out work"),
                PacketPack::tr(
                    "Packs what people have still to do, with all they need for it: media, schema, guideline, proposals and "
                    "their own labels. Known answers and marks are never in it."),
                PacketPack::tr("Pack"), "work"};
    case PackWhat::Submissions:
        return {PacketPack::tr("Pack my submissions"),
                PacketPack::tr(
                    "Packs everything that you handed in of the work that came in packets. Packing it again does no harm: what "
                    "is there already is not taken twice."),
                PacketPack::tr("Pack"), "submissions"};
    case PackWhat::Cases:
        return {PacketPack::tr("Pack disagreements"),
                PacketPack::tr(
                    "Packs what people who handed in the same items disagree on. Names are replaced by letters, dealt anew for "
                    "each case."),
                PacketPack::tr("Pack"), "disagreements"};
    case PackWhat::Recall:
        return {PacketPack::tr("Recall a packet"),
                PacketPack::tr(
                    "Answers to it are held back from now on. The notice tells those who have it; their labels stay theirs."),
                PacketPack::tr("Recall"), "recall"};
    case PackWhat::Decisions:
        return {PacketPack::tr("Pack decisions"),
                PacketPack::tr("Packs what you decided, for whoever sent the cases. What you left open stays open."),
                PacketPack::tr("Pack"), "decisions"};
    }
    return {};
}

QListWidget *checkList(const char *name, const QString &title)
{
    auto *list = new QListWidget;
    list->setObjectName(QString::fromLatin1(name));
    list->setAccessibleName(title);
    list->setMaximumHeight(listHeight);
    return list;
}

void addCheck(QListWidget *list, const QString &text, const QString &name, bool on = false)
{
    auto *row = new QListWidgetItem(text, list);
    row->setData(Qt::UserRole, name);
    row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    row->setCheckState(on ? Qt::Checked : Qt::Unchecked);
}

}  // namespace

PacketPack::PacketPack(Services &services, PackOrder order, QWidget *window)
    : QDialog(window), m_services(services), m_order(std::move(order)), m_form(new QFormLayout),
      m_receivers(checkList("packReceivers", tr("Seal it to"))), m_passphrase(new QLineEdit), m_path(new QLineEdit),
      m_words(forms::words("packWords")), m_result(forms::words("packResult")), m_progress(new QProgressBar),
      m_keys(new QPushButton(tr("Keys…"))), m_close(new QPushButton(tr("Close"))), m_pack(new QPushButton)
{
    const Words words = wordsOf(m_order.what);
    setObjectName(QStringLiteral("packetPack"));
    setWindowTitle(words.title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_order.person = m_services.person();
    m_order.keys = packet::Keyring::standardFolder();
    m_words->setText(words.text);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(16);
    if (m_order.what == PackWhat::Work)
        makeWork();
    if (m_order.what == PackWhat::Cases)
        makeCases();
    makeCommon();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_words);
    layout->addLayout(m_form);
    layout->addWidget(m_result);
    layout->addStretch(1);
    m_progress->setFixedHeight(8);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_keys);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_pack);
    layout->addLayout(buttons);
    m_pack->setText(words.button);
    m_pack->setObjectName(QStringLiteral("packButton"));
    m_pack->setDefault(true);
    m_close->setObjectName(QStringLiteral("packClose"));
    m_close->setAutoDefault(false);
    m_keys->setAutoDefault(false);
    connect(m_keys, &QPushButton::clicked, this, &PacketPack::keysRequested);
    connect(m_pack, &QPushButton::clicked, this, &PacketPack::pack);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_services.jobs().cancel(m_job);
        else
            close();
    });
    connect(&m_services.jobs(), &jobs::JobRunner::progressed, this, [this](jobs::JobId id) {
        const auto job = m_services.jobs().job(id);
        if (id != m_job || !job)
            return;
        const auto share = itemmodels::JobModel::fraction(*job);
        m_progress->setRange(0, share ? 1000 : 0);
        if (share)
            m_progress->setValue(static_cast<int>(1000 * *share));
    });
    const QString folder = m_services.settings().lastFolder(QStringLiteral("packets"));
    QString free = QStringLiteral("%1/%2.plumbpack").arg(folder, QLatin1String(words.file));
    for (int number = 2; QFileInfo::exists(free); ++number)
        free = QStringLiteral("%1/%2-%3.plumbpack").arg(folder, QLatin1String(words.file)).arg(number);
    m_path->setText(free);
    constexpr int width = 600;
    resize(width, sizeHint().height());
    refreshKeys();
}

void PacketPack::makeWork()
{
    m_people = checkList("packPeople", tr("Whose work"));
    m_cohort = new QComboBox;
    m_cohort->setObjectName(QStringLiteral("packCohort"));
    m_cohort->setAccessibleName(tr("Cohort"));
    m_cohort->addItem(tr("none"), QString());
    QStringList cohorts;
    const auto reader = m_order.project->store().reader();
    if (const auto members = reader ? (*reader)->members() : Result<std::vector<model::Member>>(fail(reader.error()))) {
        std::vector<model::Member> list = *members;
        std::sort(list.begin(), list.end(), [](const model::Member &a, const model::Member &b) { return a.name < b.name; });
        for (const model::Member &member : list) {
            addCheck(m_people,
                     member.displayName.isEmpty() || member.displayName == member.name
                         ? member.name
                         : tr("%1 (%2)").arg(member.displayName, member.name),
                     member.name);
            if (!member.cohort.isEmpty() && !cohorts.contains(member.cohort))
                cohorts << member.cohort;
        }
    }
    cohorts.sort();
    for (const QString &cohort : std::as_const(cohorts))
        m_cohort->addItem(cohort, cohort);
    m_named = new QLineEdit;
    m_named->setObjectName(QStringLiteral("packNamed"));
    m_named->setPlaceholderText(tr("all; or a part of their names"));
    m_named->setAccessibleName(tr("Items"));
    constexpr int most = 1'000'000;
    m_most = forms::countBox("packMost", tr("Items at most"), 0, most, 0);
    m_most->setSpecialValueText(tr("no limit"));
    m_form->addRow(tr("Whose work"), m_people);
    m_form->addRow(tr("All of the cohort"), m_cohort);
    m_form->addRow(tr("Items"), m_named);
    m_form->addRow(tr("Items at most"), m_most);
    connect(m_people, &QListWidget::itemChanged, this, &PacketPack::proposeReceivers);
}

void PacketPack::makeCases()
{
    constexpr double whole = 100;
    m_iou = forms::shareBox("packIou", tr("Same object from an overlap of"), 10, whole, whole * m_order.iou);
    m_alike = forms::shareBox("packAlike", tr("Shapes agree from a likeness of"), 0, whole, whole * m_order.alike);
    m_media = new QCheckBox(tr("With media, so that whoever decides needs nothing else"));
    m_media->setObjectName(QStringLiteral("packMedia"));
    m_media->setChecked(true);
    m_form->addRow(tr("Same object from"), m_iou);
    m_form->addRow(tr("Shapes agree from"), m_alike);
    m_form->addRow(QString(), m_media);
}

void PacketPack::makeCommon()
{
    if (m_order.what == PackWhat::Work || m_order.what == PackWhat::Cases) {
        m_ends = new QCheckBox(tr("Good until the end of"));
        m_ends->setObjectName(QStringLiteral("packEnds"));
        constexpr int usualDays = 30;
        m_day = new QDateEdit(QDate::currentDate().addDays(usualDays));
        m_day->setObjectName(QStringLiteral("packDay"));
        m_day->setAccessibleName(tr("Last day"));
        m_day->setCalendarPopup(true);
        m_day->setEnabled(false);
        connect(m_ends, &QCheckBox::toggled, m_day, &QWidget::setEnabled);
        m_form->addRow(m_ends, m_day);
    }
    if (m_order.what == PackWhat::Recall) {
        m_notice = new QCheckBox(tr("Write a notice for those who have it"));
        m_notice->setObjectName(QStringLiteral("packNotice"));
        m_notice->setChecked(true);
        m_form->addRow(QString(), m_notice);
        connect(m_notice, &QCheckBox::toggled, this, &PacketPack::refresh);
    }
    m_passphrase->setObjectName(QStringLiteral("packPassphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase of your keys"));
    m_passphrase->setPlaceholderText(tr("empty when your keys have none"));
    m_path->setObjectName(QStringLiteral("packPath"));
    m_path->setAccessibleName(tr("File"));
    auto *browse = new QToolButton;
    browse->setText(QStringLiteral("…"));
    browse->setToolTip(tr("Choose a file"));
    browse->setAccessibleName(tr("Choose a file"));
    connect(browse, &QToolButton::clicked, this, &PacketPack::choosePath);
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    m_form->addRow(tr("Seal it to"), m_receivers);
    m_form->addRow(tr("Your passphrase"), m_passphrase);
    m_form->addRow(tr("File"), row);
}

// A packet for people whose keys are known is sealed to them, unless the sender says otherwise.
void PacketPack::proposeReceivers()
{
    const QStringList people = checked(m_people);
    for (int i = 0; i < m_receivers->count(); ++i) {
        QListWidgetItem *row = m_receivers->item(i);
        row->setCheckState(people.contains(row->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
    }
}

QStringList PacketPack::checked(const QListWidget *list) const
{
    QStringList names;
    for (int i = 0; i < list->count(); ++i)
        if (list->item(i)->checkState() == Qt::Checked)
            names << list->item(i)->data(Qt::UserRole).toString();
    return names;
}

void PacketPack::refreshKeys()
{
    const packet::Keyring ring(m_order.keys);
    m_hasKeys = ring.hasKeys();
    const QStringList before = checked(m_receivers);
    QString asker;
    if (m_order.cases && m_receivers->count() == 0)
        asker = m_order.cases->manifest().sender.name;
    m_receivers->clear();
    if (const auto cards = ring.trusted())
        for (const packet::KeyCard &card : *cards)
            addCheck(m_receivers, card.name, card.name,
                     before.contains(card.name)
                         || (m_order.cases && card.name == asker && card.key == m_order.cases->manifest().sender.key));
    if (!m_hasKeys)
        m_result->setText(tr("You have no keys yet; packets are signed with them. “Keys…” makes them."));
    else if (!m_done)
        m_result->clear();
    refresh();
}

void PacketPack::choosePath()
{
    QString path = QFileDialog::getSaveFileName(this, windowTitle(), m_path->text(), tr("Packets (*.plumbpack)"), nullptr,
                                                QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".plumbpack")))
        path += QStringLiteral(".plumbpack");
    m_services.settings().setLastFolder(QStringLiteral("packets"), QFileInfo(path).absolutePath());
    m_path->setText(path);
}

void PacketPack::pack()
{
    if (busy())
        return;
    PackOrder order = m_order;
    order.passphrase = m_passphrase->text().toUtf8();
    order.receivers = checked(m_receivers);
    order.path = m_path->text().trimmed();
    constexpr double whole = 100;
    if (m_people) {
        order.people = checked(m_people);
        order.cohort = m_cohort->currentData().toString();
        order.named = m_named->text().trimmed();
        order.most = m_most->value();
    }
    if (m_iou) {
        order.iou = m_iou->value() / whole;
        order.alike = m_alike->value() / whole;
        order.media = m_media->isChecked();
    }
    if (m_ends && m_ends->isChecked())
        order.expiresMicroseconds = m_day->date().endOfDay().toMSecsSinceEpoch() * 1000;
    if (m_notice && !m_notice->isChecked())
        order.path.clear();
    m_result->setText(tr("Packing…"));
    m_job = m_services.jobs().run(
        windowTitle(), [order](jobs::JobControl &control) { return makePacket(order, control); }, this,
        [this](const Result<packet::PackReport> &report) { packed(report); });
    refresh();
}

void PacketPack::packed(const Result<packet::PackReport> &report)
{
    m_job = 0;
    if (!report) {
        m_result->setText(report.error().code == ErrorCode::Cancelled ? tr("Stopped; nothing was written.")
                                                                      : QStringLiteral("✗ ") + report.error().text);
        refresh();
        return;
    }
    m_done = true;
    m_passphrase->clear();
    QStringList lines;
    if (report->bytes == 0)
        lines << tr("✓ Recalled.");
    else {
        const QString counts = packets::countWords(report->manifest);
        const QString size = QLocale().formattedDataSize(report->bytes);
        const QString file = QFileInfo(m_path->text()).fileName();
        lines << (counts.isEmpty() ? tr("✓ Packed: %1, %2.").arg(file, size)
                                   : tr("✓ Packed: %1. %2, %3.").arg(counts, file, size));
    }
    for (const Issue &issue : report->issues.issues)
        lines << issue.text;
    m_result->setText(lines.join(QLatin1Char('\n')));
    refresh();
    emit said(lines.first());
    emit made();
}

void PacketPack::refresh()
{
    const bool running = busy();
    m_progress->setVisible(running);
    m_progress->setRange(0, 0);
    const bool needsKeys = !m_notice || m_notice->isChecked();
    m_pack->setEnabled(!running && !m_done && (m_hasKeys || !needsKeys));
    m_close->setText(running ? tr("Stop") : tr("Close"));
    m_receivers->setEnabled(!running && !m_done && needsKeys);
    m_path->setEnabled(!running && !m_done && needsKeys);
}

}  // namespace plumbline::workstation

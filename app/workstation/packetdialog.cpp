// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetdialog.h"

#include "app/workstation/packetview.h"
#include "app/workstation/packetwords.h"
#include "app/workstation/recentprojects.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "app/workstation/teamforms.h"
#include "core/itemmodels/jobmodel.h"
#include "core/packet/keyring.h"
#include "core/workflow/roles.h"
#include "widgets/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

using packet::PacketKind;

namespace {

// A name that nothing lies under yet.
QString freeFolder(const QString &folder, const QString &project)
{
    static const QRegularExpression odd(QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString name = project;
    name.replace(odd, QStringLiteral("-"));
    if (name.isEmpty() || name.startsWith(QLatin1Char('.')))
        name.prepend(QStringLiteral("work"));
    constexpr qsizetype longest = 60;
    const QString wanted = folder + QLatin1Char('/') + name.left(longest);
    QString free = wanted;
    for (int number = 2; QFileInfo::exists(free + QStringLiteral(".plumb")); ++number)
        free = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return free + QStringLiteral(".plumb");
}

bool isMerged(PacketKind kind)
{
    return kind == PacketKind::Submissions || kind == PacketKind::Decisions;
}

}  // namespace

PacketDialog::PacketDialog(Services &services, const QString &path, QWidget *window)
    : QDialog(window), m_services(services), m_path(path), m_problem(forms::words("packetProblem")), m_sealed(new QWidget),
      m_secret(new QLineEdit), m_view(new PacketView(packet::Keyring::standardFolder())), m_effect(forms::words("packetEffect")),
      m_placeRow(new QWidget), m_place(new QComboBox), m_folder(new QLineEdit), m_browse(new QToolButton),
      m_late(new QCheckBox(tr("Also what was handed in late: answers to packets that were recalled or had expired"))),
      m_result(forms::words("packetResult")), m_issues(new QListWidget), m_progress(new QProgressBar),
      m_keys(new QPushButton(tr("Keys…"))), m_close(new QPushButton), m_take(new QPushButton)
{
    setObjectName(QStringLiteral("packetDialog"));
    setWindowTitle(tr("Packet %1").arg(QFileInfo(path).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    m_secret->setObjectName(QStringLiteral("packetSecret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setPlaceholderText(tr("passphrase of your keys"));
    m_secret->setAccessibleName(tr("Passphrase of your keys"));
    auto *unseal = new QPushButton(tr("Open"));
    unseal->setObjectName(QStringLiteral("packetUnseal"));
    unseal->setAutoDefault(false);
    auto *secretRow = new QHBoxLayout(m_sealed);
    secretRow->setContentsMargins(0, 0, 0, 0);
    secretRow->addWidget(m_secret, 1);
    secretRow->addWidget(unseal);
    m_late->setObjectName(QStringLiteral("packetLate"));
    m_result->hide();
    m_issues->hide();
    m_place->setObjectName(QStringLiteral("packetPlace"));
    m_place->setAccessibleName(tr("Where to"));
    m_folder->setObjectName(QStringLiteral("packetFolder"));
    m_folder->setAccessibleName(tr("Folder"));
    m_browse->setIcon(theme::themedIcon(QStringLiteral("folder-open")));
    m_browse->setToolTip(tr("Choose a folder"));
    m_browse->setAccessibleName(tr("Choose a folder"));
    auto *placeRow = new QHBoxLayout(m_placeRow);
    placeRow->setContentsMargins(0, 0, 0, 0);
    placeRow->addWidget(m_place);
    placeRow->addWidget(m_folder, 1);
    placeRow->addWidget(m_browse);
    m_issues->setObjectName(QStringLiteral("packetIssues"));
    m_issues->setAccessibleName(tr("Issues"));
    m_issues->setWordWrap(true);
    constexpr int issuesHeight = 120;
    m_issues->setMaximumHeight(issuesHeight);
    m_progress->setFixedHeight(8);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_keys->setObjectName(QStringLiteral("packetKeysButton"));
    m_close->setObjectName(QStringLiteral("packetClose"));
    m_take->setObjectName(QStringLiteral("packetTake"));
    m_keys->setAutoDefault(false);
    m_close->setAutoDefault(false);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(24, 20, 24, 8);
    column->setSpacing(12);
    column->addWidget(m_problem);
    column->addWidget(m_sealed);
    column->addWidget(m_view, 1);
    column->addWidget(m_effect);
    column->addWidget(m_placeRow);
    column->addWidget(m_late);
    column->addWidget(m_result);
    column->addWidget(m_issues);
    column->addStretch(0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 0, 24, 16);
    buttons->addWidget(m_keys);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    constexpr QSize usual(720, 760);
    resize(usual);

    const auto open = [this] {
        m_passphrase = m_secret->text().toUtf8();
        inspect();
    };
    connect(unseal, &QPushButton::clicked, this, open);
    connect(m_secret, &QLineEdit::returnPressed, this, open);
    connect(m_keys, &QPushButton::clicked, this, &PacketDialog::keysRequested);
    connect(m_take, &QPushButton::clicked, this, &PacketDialog::takeIt);
    connect(m_place, &QComboBox::currentIndexChanged, this, &PacketDialog::refreshTaking);
    connect(m_folder, &QLineEdit::textChanged, this, &PacketDialog::refreshTaking);
    connect(m_view, &PacketView::standingChanged, this, &PacketDialog::refreshTaking);
    connect(m_late, &QCheckBox::toggled, this, [this] {
        m_done = false;
        refreshTaking();
    });
    connect(m_view, &PacketView::trusted, this, [this] {
        judgeSender(m_inspection, packet::Keyring::standardFolder());
        m_view->setInspection(m_inspection);
        refreshTaking();
    });
    connect(m_browse, &QToolButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(this, tr("Choose a folder"), QFileInfo(m_folder->text()).path());
        if (!chosen.isEmpty())
            m_folder->setText(store::Project::isProject(chosen) || QDir(chosen).isEmpty()
                                  ? chosen
                                  : freeFolder(chosen, m_inspection.reader->manifest().projectName));
    });
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
    inspect();
}

void PacketDialog::setProject(std::shared_ptr<store::Project> project)
{
    m_project = std::move(project);
    // What was taken is taken; otherwise the packet may belong into the one that is open now.
    if (m_inspection.reader && !busy() && !m_done)
        inspect();
}

void PacketDialog::inspect()
{
    if (m_taking)
        return;
    if (m_job)
        m_services.jobs().cancel(m_job);
    m_done = false;
    QStringList folders;
    for (const RecentProjects::Entry &entry : m_services.recent().entries())
        folders << entry.folder;
    m_job = m_services.jobs().run(
        tr("Look into %1").arg(QFileInfo(m_path).fileName()),
        [path = m_path, options = InspectOptions{packet::Keyring::standardFolder(), m_passphrase, folders, m_project}](
            jobs::JobControl &control) { return inspectPacket(path, options, control); },
        this,
        [this](Result<PacketInspection> inspection) {
            m_job = 0;
            setBusy(false);
            if (inspection)
                take(*inspection);
            else
                close();  // the person has stopped it
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
    m_problem->setText(tr("Looking into the packet…"));
    setBusy(true);
}

void PacketDialog::take(const PacketInspection &inspection)
{
    m_inspection = inspection;
    const bool open = m_inspection.reader != nullptr;
    m_view->setVisible(open);
    m_problem->setVisible(!open);
    m_sealed->setVisible(m_inspection.seal == Seal::Passphrase);
    if (!open) {
        showProblem();
        m_effect->hide();
        m_placeRow->hide();
        m_late->hide();
        m_take->hide();
        return;
    }
    m_view->setInspection(m_inspection);
    refreshPlaces();
    refreshTaking();
}

void PacketDialog::showProblem()
{
    const QString cause = m_inspection.problem ? m_inspection.problem->text : QString();
    switch (m_inspection.seal) {
    case Seal::None: m_problem->setText(tr("✗ %1\n\nNothing of it was taken.").arg(cause)); break;
    case Seal::NoKeys:
        m_problem->setText(
            tr("The packet is sealed, and you have no keys. It can only be opened by those whom it was sealed to: make keys, "
               "give your card to the sender, and ask for the packet again."));
        break;
    case Seal::Passphrase:
        m_problem->setText(m_passphrase.isEmpty()
                               ? tr("The packet is sealed. The passphrase of your keys opens it, if it was sealed to you.")
                               : cause);
        m_secret->clear();
        m_secret->setFocus();
        break;
    case Seal::NotForUs: m_problem->setText(tr("The packet is sealed, but not to you: your key does not open it.")); break;
    }
}

void PacketDialog::refreshPlaces()
{
    const QSignalBlocker quiet(m_place);
    const packet::Manifest &manifest = m_inspection.reader->manifest();
    m_place->clear();
    for (const PacketInspection::Place &place : m_inspection.places) {
        const bool open = m_project && m_project->folder() == place.folder;
        m_place->addItem(open ? tr("%1 (open)").arg(place.name) : place.name, place.folder);
        m_place->setItemData(m_place->count() - 1, place.folder, Qt::ToolTipRole);
    }
    m_place->addItem(manifest.kind == PacketKind::Work ? tr("A new project") : tr("Another project"), QString());
    m_place->setCurrentIndex(0);
    if (m_folder->text().isEmpty() && manifest.kind == PacketKind::Work)
        m_folder->setText(freeFolder(QFileInfo(m_path).absolutePath(), manifest.projectName));
}

QString PacketDialog::chosenFolder() const
{
    const QString folder = m_place->currentData().toString();
    return folder.isEmpty() ? m_folder->text().trimmed() : folder;
}

bool PacketDialog::believed() const
{
    return m_inspection.standing == Standing::Own || m_inspection.standing == Standing::Trusted || m_view->accepted();
}

bool PacketDialog::openBelongs() const
{
    return m_project && m_project->id() == m_inspection.reader->manifest().project;
}

void PacketDialog::refreshTaking()
{
    if (!m_inspection.reader || m_done)
        return;
    const PacketKind kind = m_inspection.reader->manifest().kind;
    const bool sound = m_inspection.sound();
    const bool placed = kind == PacketKind::Work || kind == PacketKind::Recall;
    m_placeRow->setVisible(sound && placed);
    const bool named = m_place->currentData().toString().isEmpty();
    m_folder->setVisible(named);
    m_browse->setVisible(named);
    m_effect->setVisible(sound);
    m_take->setVisible(sound);
    m_late->setVisible(sound && kind == PacketKind::Submissions);
    if (!sound)
        return;
    bool possible = true;
    const auto place = static_cast<std::size_t>(std::max(0, m_place->currentIndex()));
    const auto before = place < m_inspection.places.size() ? m_inspection.places[place].taken : packet::TakenBefore::No;
    switch (kind) {
    case PacketKind::Work:
        m_take->setText(tr("Open the work"));
        possible = !m_inspection.expired && before != packet::TakenBefore::Recalled;
        m_effect->setText(
            m_inspection.expired ? tr("The packet has expired; its work is not wanted any more. Ask the sender for a new one.")
            : before == packet::TakenBefore::Recalled ? tr("The sender has recalled this packet; it is not opened.")
            : before == packet::TakenBefore::Yes ? tr("This packet was opened there before; opening it again changes nothing.")
            : named                              ? tr("Opening it makes a project of its own with these items, tasks and labels.")
                    : tr("Opening it adds its items and tasks to the project. Work that is under way there stays as it is."));
        break;
    case PacketKind::Recall:
        m_take->setText(tr("Take the recall"));
        possible = !chosenFolder().isEmpty();
        m_effect->setText(
            tr("Taking it marks the work of that packet as no longer wanted. Labels stay; they are not sent any more."));
        break;
    case PacketKind::Adjudication:
        m_take->setText(tr("Decide the cases…"));
        possible = !m_inspection.expired;
        m_effect->setText(m_inspection.expired
                              ? tr("The packet has expired. Ask the sender for a new one.")
                              : tr("The versions are shown beside each other; what you decide goes back as a packet."));
        break;
    case PacketKind::Submissions:
    case PacketKind::Decisions: describeMerge(); return;
    }
    m_take->setEnabled(!busy() && possible && believed());
}

// An answer belongs into the project that asked, and that one only.
void PacketDialog::describeMerge()
{
    const packet::Manifest &manifest = m_inspection.reader->manifest();
    m_take->setText(openBelongs() ? tr("Merge into %1").arg(m_project->name()) : tr("Open the project"));
    if (!openBelongs()) {
        const bool known = !m_inspection.places.empty();
        m_effect->setText(
            known ? tr("It belongs to the project “%1”, which is not open.").arg(manifest.projectName)
                  : tr("It belongs to another project (“%1”), which was not open on this machine. Open that project first.")
                        .arg(manifest.projectName));
        m_take->setEnabled(!busy() && known);
        return;
    }
    const auto reader = m_project->store().reader();
    const auto may =
        reader ? workflow::demand(**reader, m_services.person(), workflow::Act::HandOut) : Result<>(fail(reader.error()));
    const bool before = !m_inspection.places.empty() && m_inspection.places.front().taken == packet::TakenBefore::Yes;
    m_effect->setText(
        !may     ? may.error().text
        : before ? tr("This packet was merged before; merging it again brings nothing new.")
                 : tr("Merging adds what is new. Nothing that anybody did is overwritten; what cannot be taken is listed."));
    m_take->setEnabled(!busy() && may && believed());
}

void PacketDialog::takeIt()
{
    if (m_done) {
        close();
        return;
    }
    const PacketKind kind = m_inspection.reader->manifest().kind;
    if (busy() || !m_inspection.sound() || (!believed() && !(isMerged(kind) && !openBelongs())))
        return;
    if (kind == PacketKind::Adjudication) {
        // One reads a packet at a time: this window has seen enough of it.
        emit casesRequested(m_inspection.reader);
        close();
    } else if (!isMerged(kind))
        takeAway(chosenFolder());
    else if (openBelongs())
        merge();
    else
        emit projectRequested(m_inspection.places.front().folder);
}

void PacketDialog::takeAway(const QString &folder)
{
    const QString target = QFileInfo(folder).absoluteFilePath();
    m_released.clear();
    m_taking = true;
    if (m_project && m_project->folder() == target) {
        m_released = target;
        emit releaseRequested(target);
        m_project.reset();
        m_inspection.places.clear();
    }
    const bool recall = m_inspection.reader->manifest().kind == PacketKind::Recall;
    m_job = m_services.jobs().run(
        recall ? tr("Take a recall") : tr("Open a work packet"),
        [packet = m_inspection.reader, folder, recall, person = m_services.person(), open = m_project](jobs::JobControl &control) {
            return recall ? takeRecall(*packet, folder, person, control)
                          : takeWork(*packet, folder, person, open.get(), control);
        },
        this, [this](const Result<PacketTaken> &result) { taken(result); });
    setBusy(true);
}

void PacketDialog::merge()
{
    const QString name = m_inspection.trustedAs.isEmpty() ? m_inspection.reader->manifest().sender.name : m_inspection.trustedAs;
    const packet::Believed sender{name, !m_inspection.trustedAs.isEmpty(), m_late->isChecked()};
    m_taking = true;
    m_job = m_services.jobs().run(
        tr("Merge a packet of %1").arg(name),
        [packet = m_inspection.reader, project = m_project, sender, person = m_services.person()](jobs::JobControl &control) {
            return mergeInto(*project, *packet, sender, person, control);
        },
        this, [this](const Result<PacketTaken> &result) { taken(result); });
    setBusy(true);
}

void PacketDialog::taken(const Result<PacketTaken> &result)
{
    m_job = 0;
    m_taking = false;
    setBusy(false);
    m_result->show();
    m_issues->clear();
    m_issues->hide();
    const QString released = std::exchange(m_released, {});
    if (!result) {
        m_result->setText(result.error().code == ErrorCode::Cancelled ? tr("Stopped; nothing was taken.")
                                                                      : QStringLiteral("✗ ") + result.error().text);
        if (!released.isEmpty())
            emit projectRequested(released);
        refreshTaking();
        return;
    }
    m_done = true;
    m_effect->hide();
    m_placeRow->hide();
    m_take->setText(tr("Done"));
    m_take->setEnabled(true);
    m_close->hide();
    m_result->setText((result->changed ? QStringLiteral("✓ ") : QString()) + result->words);
    for (const Issue &issue : result->issues.issues)
        m_issues->addItem(issue.place.isEmpty() ? issue.text : tr("%1: %2").arg(issue.place, issue.text));
    m_issues->setVisible(m_issues->count() > 0);
    emit said(result->words);
    if (!result->project.isEmpty())
        emit projectRequested(result->project);
    else if (result->changed)
        emit projectChanged();
}

void PacketDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_progress->setRange(0, 0);
    m_take->setEnabled(!busy);
    m_close->setText(busy ? tr("Stop") : tr("Close"));
    m_close->show();
    m_sealed->setEnabled(!busy);
    m_view->setEnabled(!busy);
    if (busy && !m_inspection.reader) {
        for (QWidget *part : std::initializer_list<QWidget *>{m_view, m_sealed, m_effect, m_placeRow, m_late, m_take})
            part->hide();
        m_problem->show();
    }
}

}  // namespace plumbline::workstation

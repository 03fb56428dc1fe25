// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetkeys.h"

#include "app/workstation/packettrust.h"
#include "app/workstation/packetwords.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "app/workstation/teamforms.h"
#include "core/base/atomicfile.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr qint64 largestCard = 16 * 1024;

QLineEdit *secretLine(const char *name, const QString &title)
{
    auto *line = new QLineEdit;
    line->setObjectName(QString::fromLatin1(name));
    line->setAccessibleName(title);
    line->setEchoMode(QLineEdit::Password);
    return line;
}

QPushButton *button(const char *name, const QString &text)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QString::fromLatin1(name));
    made->setAutoDefault(false);
    return made;
}

}  // namespace

PacketKeys::PacketKeys(Services &services, QWidget *window)
    : QDialog(window), m_services(services), m_ring(packet::Keyring::standardFolder())
{
    setObjectName(QStringLiteral("packetKeys"));
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(forms::heading(tr("You")));
    layout->addWidget(makeOwn());
    layout->addSpacing(8);
    layout->addWidget(forms::heading(tr("Whose packets you take")));
    layout->addWidget(makeTrusted(), 1);
    auto *close = button("keysClose", tr("Close"));
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    constexpr QSize usual(600, 640);
    resize(usual);
    refresh();
}

QWidget *PacketKeys::makeOwn()
{
    m_own = new QStackedWidget;
    auto *making = new QWidget;
    auto *form = new QFormLayout(making);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *why = forms::words("keysWhy");
    why->setText(tr("You have no keys yet. With them you sign the packets that you send, and only you can open what is sealed to "
                    "you. They stay on this machine, readable by you alone."));
    m_name = new QLineEdit(m_services.person().name);
    m_name->setObjectName(QStringLiteral("keysName"));
    m_passphrase = secretLine("keysPassphrase", tr("Passphrase"));
    m_again = secretLine("keysAgain", tr("Passphrase once more"));
    m_none = new QCheckBox(tr("Without a passphrase: whoever reads my files can sign as me"));
    m_none->setObjectName(QStringLiteral("keysNone"));
    m_make = button("keysMake", tr("Make keys"));
    m_said = forms::words("keysSaid");
    form->addRow(why);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Passphrase"), m_passphrase);
    form->addRow(tr("Once more"), m_again);
    form->addRow(QString(), m_none);
    auto *row = new QHBoxLayout;
    row->addWidget(m_said, 1);
    row->addWidget(m_make);
    form->addRow(row);
    for (QLineEdit *line : {m_name, m_passphrase, m_again})
        connect(line, &QLineEdit::textChanged, this, &PacketKeys::checkMaking);
    connect(m_none, &QCheckBox::toggled, this, &PacketKeys::checkMaking);
    connect(m_make, &QPushButton::clicked, this, &PacketKeys::generate);

    auto *card = new QWidget;
    auto *there = new QVBoxLayout(card);
    there->setContentsMargins(0, 0, 0, 0);
    m_ownName = forms::words("keysOwnName");
    m_digits = forms::words("keysDigits");
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(20);
    m_digits->setFont(fixed);
    auto *how = forms::words("keysHow");
    how->setText(tr("Give your card to those you work with, and tell them these sixteen digits on another way: by telephone, or "
                    "face to face."));
    auto *buttons = new QHBoxLayout;
    auto *copy = button("keysCopy", tr("Copy the card"));
    auto *save = button("keysSave", tr("Save the card…"));
    buttons->addWidget(copy);
    buttons->addWidget(save);
    buttons->addStretch(1);
    there->addWidget(m_ownName);
    there->addWidget(m_digits);
    there->addWidget(how);
    there->addLayout(buttons);
    there->addStretch(1);
    connect(copy, &QPushButton::clicked, this, [this] {
        if (const auto text = base::readFile(m_ring.cardPath(), largestCard))
            QGuiApplication::clipboard()->setText(QString::fromUtf8(*text));
    });
    connect(save, &QPushButton::clicked, this, &PacketKeys::saveCard);
    m_own->addWidget(making);
    m_own->addWidget(card);
    m_own->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return m_own;
}

QWidget *PacketKeys::makeTrusted()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("keysTrusted"));
    m_list->setAccessibleName(tr("Whose packets you take"));
    m_trust = new PacketTrust(m_ring.folder());
    m_trust->hide();
    m_cardSaid = forms::words("keysCardSaid");
    m_cardSaid->hide();
    m_remove = button("keysRemove", tr("Trust no more"));
    auto *add = button("keysAdd", tr("Take a card…"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_cardSaid);
    layout->addWidget(m_trust);
    layout->addLayout(buttons);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(add, &QPushButton::clicked, this, &PacketKeys::chooseCard);
    connect(m_remove, &QPushButton::clicked, this, &PacketKeys::distrust);
    connect(m_trust, &PacketTrust::trusted, this, [this](const QString &name) {
        m_trust->hide();
        m_cardSaid->setText(tr("Packets of %1 are taken from now on.").arg(name));
        refresh();
        emit changed();
    });
    return part;
}

void PacketKeys::refresh()
{
    const auto card = m_ring.hasKeys() ? m_ring.ownCard() : Result<packet::KeyCard>(fail(ErrorCode::NotFound, {}));
    m_own->setCurrentIndex(card ? 1 : 0);
    // The page that is not shown takes no room.
    m_own->widget(card ? 0 : 1)->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_own->widget(card ? 1 : 0)->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    if (card) {
        m_ownName->setText(tr("You sign as %1.").arg(card->name));
        m_digits->setText(packets::digitWords(card->key.idText()));
    } else if (m_ring.hasKeys()) {
        m_said->setText(card.error().text);
    }
    m_list->clear();
    const auto cards = m_ring.trusted();
    if (!cards) {
        m_cardSaid->setText(cards.error().text);
        m_cardSaid->show();
    } else {
        for (const packet::KeyCard &known : *cards) {
            auto *row = new QListWidgetItem(tr("%1  ·  key %2").arg(known.name, packets::digitWords(known.key.idText())));
            row->setData(Qt::UserRole, known.name);
            m_list->addItem(row);
        }
    }
    m_remove->setEnabled(false);
    checkMaking();
}

void PacketKeys::checkMaking()
{
    const bool none = m_none->isChecked();
    m_passphrase->setEnabled(!none);
    m_again->setEnabled(!none);
    const bool same = m_passphrase->text() == m_again->text();
    m_make->setEnabled(!m_making && !m_name->text().trimmed().isEmpty() && (none || (same && !m_passphrase->text().isEmpty())));
    if (!m_making && !none && !m_again->text().isEmpty())
        m_said->setText(same ? QString() : tr("The two are not the same yet."));
}

void PacketKeys::generate()
{
    m_making = true;
    m_said->setText(tr("Making keys…"));
    checkMaking();
    const QByteArray passphrase = m_none->isChecked() ? QByteArray() : m_passphrase->text().toUtf8();
    m_services.jobs().run(
        tr("Make keys"),
        [folder = m_ring.folder(), name = m_name->text().trimmed(), passphrase](jobs::JobControl &) {
            packet::Keyring ring(folder);
            return ring.generate(name, passphrase);
        },
        this,
        [this](const Result<packet::KeyCard> &card) {
            m_making = false;
            m_passphrase->clear();
            m_again->clear();
            m_said->setText(card ? QString() : card.error().text);
            refresh();
            if (card)
                emit changed();
        },
        jobs::JobRunner::Visibility::WhenSlow);
}

void PacketKeys::saveCard()
{
    const auto card = m_ring.ownCard();
    const QString proposed = m_services.settings().lastFolder(QStringLiteral("packets")) + QLatin1Char('/')
                             + (card ? card->name : QString()) + QStringLiteral(".plumbkey");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the card"), proposed, tr("Key cards (*.plumbkey)"));
    if (path.isEmpty())
        return;
    m_services.settings().setLastFolder(QStringLiteral("packets"), QFileInfo(path).absolutePath());
    const auto text = base::readFile(m_ring.cardPath(), largestCard);
    const auto written = text ? base::writeFileAtomically(path, *text) : Result<>(fail(text.error()));
    m_ownName->setText(written ? tr("Your card lies in %1.").arg(path) : written.error().text);
}

void PacketKeys::chooseCard()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Take a card"), m_services.settings().lastFolder(QStringLiteral("packets")), tr("Key cards (*.plumbkey)"));
    if (path.isEmpty())
        return;
    m_services.settings().setLastFolder(QStringLiteral("packets"), QFileInfo(path).absolutePath());
    takeCard(path);
}

void PacketKeys::takeCard(const QString &path)
{
    const auto text = base::readFile(path, largestCard);
    const auto card = text ? packet::KeyCard::fromText(*text) : Result<packet::KeyCard>(fail(text.error()));
    m_trust->setVisible(card.has_value());
    m_cardSaid->show();
    if (!card) {
        m_cardSaid->setText(card.error().text);
        return;
    }
    m_cardSaid->setText(
        tr("The card says that it is %1's. Ask them for the sixteen digits of their key on another way than the card "
           "came: by telephone, or face to face.")
            .arg(card->name));
    m_trust->setCard(*card);
}

void PacketKeys::distrust()
{
    for (const QListWidgetItem *row : m_list->selectedItems()) {
        const QString name = row->data(Qt::UserRole).toString();
        if (const auto done = m_ring.distrust(name); !done) {
            m_cardSaid->setText(done.error().text);
            m_cardSaid->show();
            return;
        }
    }
    refresh();
    emit changed();
}

}  // namespace plumbline::workstation

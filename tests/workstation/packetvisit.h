// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/packetcases.h"
#include "app/workstation/packetdesk.h"
#include "app/workstation/packetdialog.h"
#include "app/workstation/packetkeys.h"
#include "app/workstation/packetpack.h"
#include "app/workstation/packetwindow.h"
#include "app/workstation/packetwords.h"
#include "pageobjects.h"
#include "paintedproject.h"
#include "tests/packet/samplepackets.h"
#include "tests/support/verify.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

namespace plumbline::test {

using workstation::PacketDialog;

/// What tests of packets in the window share: mara sits at it; boss, ann and strangers send.
class PacketVisit : public QObject
{
protected:
    std::unique_ptr<FreshHome> m_home;
    std::unique_ptr<Program> m_program;
    Party m_mara{QStringLiteral("mara")};
    Party m_boss{QStringLiteral("boss")};
    Party m_ann{QStringLiteral("ann")};
    base::SystemRandom m_random;

    QString path(const char *name) const { return m_home->path(QString::fromLatin1(name)); }

    Result<std::unique_ptr<store::Project>> leadProject(const Party &lead, const QStringList &members)
    {
        auto made = makeProject(path("lead.plumb"), lead, members, 4);
        if (made)
            if (const auto painted = paintPictures(**made); !painted)
                return fail(painted.error());
        return made;
    }
    Result<packet::PackReport> packWork(store::Project &project, const char *file, const QStringList &people, const Party &by,
                                        std::int64_t expires = 0, const std::vector<packet::SealingKey> &to = {})
    {
        packet::WorkChoice choice;
        choice.people = people;
        packet::Packing packing = by.packing();
        packing.expiresMicroseconds = expires;
        packing.receivers = to;
        return packet::packWork(project, path(file), choice, packing, by.person(), {});
    }
    // A packet with the submissions of ann: work that she got from the project, did in a project of her own and handed in.
    Result<> packBack(store::Project &lead, const char *work, const char *file, const Party &who)
    {
        if (const auto packed = packWork(lead, work, {who.name}, m_mara); !packed)
            return fail(packed.error());
        const auto reader = packet::PacketReader::open(path(work));
        if (!reader)
            return fail(reader.error());
        const QString folder = m_home->path(who.name + QStringLiteral(".plumb"));
        if (const auto opened = packet::openWork(**reader, folder, who.person(), {}); !opened)
            return fail(opened.error());
        auto mine = store::Project::open(folder, store::Project::Access::Write);
        if (!mine)
            return fail(mine.error());
        for (const model::Item &item : itemsOf(**mine)) {
            auto builder = gesture(**mine);
            builder.create(box(**mine, item.id, who.name, 20));
            if (const auto done = commit(**mine, builder, who.name); !done)
                return done;
            if (const auto handed = workflow::submit(**mine, item.id, who.person(), {}, m_random); !handed)
                return fail(handed.error());
        }
        const auto packed = packet::packSubmissions(**mine, path(file), who.name, who.packing(), {});
        return packed ? Result<>() : fail(packed.error());
    }
    static packet::Keyring ring() { return packet::Keyring(packet::Keyring::standardFolder()); }
    static Result<> trust(const Party &who)
    {
        return ring().trust({who.name, who.signing.publicKey(), who.opening.sealingKey()}, who.name);
    }

    PacketDialog *dialog() { return m_program->window().findChild<PacketDialog *>(); }
    template <typename T>
    T *in(QWidget *window, const char *name)
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    QString words(const char *name) { return in<QLabel>(dialog(), name)->text(); }
    bool visible(const char *name) { return in<QWidget>(dialog(), name)->isVisible(); }
    bool settled()
    {
        return QTest::qWaitFor([this] { return dialog() && !dialog()->busy(); }, 30000);
    }
    void start(const QStringList &paths = {})
    {
        m_program.reset();
        m_program = std::make_unique<Program>(paths);
        QVERIFY(m_program->active() || dialog());
    }
    void show(const char *packet)
    {
        delete dialog();
        m_program->window().openPaths({path(packet)});
        QVERIFY(dialog() && QTest::qWaitForWindowExposed(dialog()));
        QVERIFY(settled());
    }
    void click(QWidget *window, const char *name)
    {
        auto *button = in<QAbstractButton>(window, name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton, {},
                          qobject_cast<QCheckBox *>(button) ? QPoint(8, button->height() / 2) : button->rect().center());
    }
    bool takeable()
    {
        auto *button = in<QPushButton>(dialog(), "packetTake");
        return button->isVisible() && button->isEnabled();
    }
    void shot(QWidget *window, const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QTest::qWait(100);
        QVERIFY(window->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name))));
    }
    void flip(const char *from, const char *to, const QByteArray &near)
    {
        QByteArray bytes = contentOf(path(from));
        const qsizetype at = bytes.indexOf(near);
        QVERIFY(at > 0);
        bytes[at + near.size() / 2] = static_cast<char>(bytes[at + near.size() / 2] ^ 1);
        writeFile(path(to), bytes);
    }
};

}  // namespace plumbline::test

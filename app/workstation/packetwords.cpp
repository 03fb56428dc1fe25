// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace plumbline::workstation::packets {

using packet::PacketKind;

namespace {

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("plumbline::workstation::packets", text, meaning, n);
}

}  // namespace

QString kindTitle(PacketKind kind)
{
    switch (kind) {
    case PacketKind::Work: return tr("Work");
    case PacketKind::Submissions: return tr("Submissions");
    case PacketKind::Adjudication: return tr("Disagreements");
    case PacketKind::Decisions: return tr("Decisions");
    case PacketKind::Recall: return tr("Recall");
    }
    return {};
}

QString kindWords(PacketKind kind)
{
    switch (kind) {
    case PacketKind::Work: return tr("Items to be labeled, with all that is needed for it.");
    case PacketKind::Submissions: return tr("What somebody handed in of work that they were sent.");
    case PacketKind::Adjudication: return tr("What people disagree on, to be decided. Names are replaced by letters.");
    case PacketKind::Decisions: return tr("What was decided about disagreements.");
    case PacketKind::Recall: return tr("An earlier packet is not to be worked on any more.");
    }
    return {};
}

QString countWords(const packet::Manifest &manifest)
{
    QStringList parts;
    const auto add = [&](std::int64_t count, const QString &words) {
        if (count > 0)
            parts << words;
    };
    add(manifest.items, tr("%Ln item(s)", nullptr, static_cast<int>(manifest.items)));
    add(manifest.tasks, tr("%Ln task(s)", nullptr, static_cast<int>(manifest.tasks)));
    add(manifest.submissions, tr("%Ln submission(s)", nullptr, static_cast<int>(manifest.submissions)));
    add(manifest.cases, tr("%Ln disagreement(s)", nullptr, static_cast<int>(manifest.cases)));
    add(manifest.decisions, tr("%Ln decision(s)", nullptr, static_cast<int>(manifest.decisions)));
    add(manifest.annotations, tr("%Ln label(s)", nullptr, static_cast<int>(manifest.annotations)));
    return parts.join(QStringLiteral(" · "));
}

QString digitWords(const QString &keyId)
{
    constexpr int group = 4;
    QString words;
    for (int i = 0; i < keyId.size(); ++i) {
        if (i > 0 && i % group == 0)
            words += QLatin1Char(' ');
        words += keyId.at(i);
    }
    return words;
}

QString timeWords(std::int64_t microseconds)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(microseconds / 1000), QLocale::ShortFormat);
}

QString stateWords(const packet::ListedPacket &packet)
{
    const auto share = [&](const QString &words) { return words.arg(packet.answered).arg(packet.tasks); };
    const bool work = packet.kind == PacketKind::Work;
    switch (packet.state) {
    case packet::PacketState::Out:
        return work && packet.answered > 0 ? share(tr("%1 of %2 came back")) : work ? tr("out") : tr("made");
    case packet::PacketState::Answered: return tr("answered");
    case packet::PacketState::Expired:
        return work && packet.answered > 0 ? share(tr("expired, %1 of %2 came back")) : tr("expired");
    case packet::PacketState::Recalled: return tr("recalled");
    case packet::PacketState::Taken: return work ? share(tr("%1 of %2 handed in")) : tr("taken");
    }
    return {};
}

QString digitsOf(const QString &typed)
{
    constexpr int count = 16;
    QString digits;
    for (const QChar c : typed.toUpper()) {
        if (c.isSpace() || c == QLatin1Char('-'))
            continue;
        const bool digit = (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('A') && c <= QLatin1Char('F'));
        if (!digit)
            return {};
        digits += c;
    }
    return digits.size() == count ? digits : QString();
}

}  // namespace plumbline::workstation::packets

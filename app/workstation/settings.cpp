// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/settings.h"

#include "core/base/atomicfile.h"
#include "core/base/logging.h"
#include "core/base/sha256.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <spdlog/spdlog.h>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr qint64 largestKeymap = 1 << 20;

QString keymapFile(const QString &folder)
{
    return folder + QStringLiteral("/keymap.json");
}

// Names are no file names: any sign may be in them.
QString folderOf(const QString &person)
{
    const QString folder = base::stateFolder() + QStringLiteral("/people/") + base::sha256(person.toUtf8()).toHex().left(32);
    QDir().mkpath(folder);
    return folder;
}

actions::Keymap readKeymap(const QString &folder)
{
    actions::Keymap map;
    if (QFileInfo::exists(keymapFile(folder))) {
        const auto text = base::readFile(keymapFile(folder), largestKeymap);
        auto read = text ? actions::Keymap::fromJson(*text) : Result<actions::Keymap>(fail(text.error()));
        if (read)
            map = std::move(*read);
        else
            base::log().warn("key map: {}", read.error().text.toStdString());
    }
    map.id = actions::shippedKeymap(map.id).id;
    return map;
}

}  // namespace

QString configFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/plumbline");
    QDir().mkpath(folder);
    return folder;
}

Settings::Settings(QObject *parent)
    : QObject(parent), m_folder(configFolder()), m_store(m_folder + QStringLiteral("/plumbline.conf"), QSettings::IniFormat),
      m_keymap(readKeymap(m_folder))
{
}

Settings::Settings(const QString &person, const Settings &first)
    : m_folder(folderOf(person)), m_ofAccount(false), m_store(m_folder + QStringLiteral("/plumbline.conf"), QSettings::IniFormat),
      m_keymap(readKeymap(m_folder))
{
    for (const char *key : {"window/theme", "window/language", "window/scale"})
        if (const QString name = QString::fromLatin1(key); !m_store.contains(name) && first.m_store.contains(name))
            m_store.setValue(name, first.m_store.value(name));
    // Who comes to a running program knows it, or sits beside somebody who does.
    if (!m_store.contains(QStringLiteral("window/tourSeen")))
        m_store.setValue(QStringLiteral("window/tourSeen"), first.tourSeen());
}

QString Settings::sessionFolder() const
{
    return m_ofAccount ? base::stateFolder() + QStringLiteral("/session") : m_folder;
}

int Settings::idleMinutes() const
{
    constexpr int ofOthers = 5;
    return std::clamp(m_store.value(QStringLiteral("window/idleMinutes"), m_ofAccount ? 0 : ofOthers).toInt(), 0, longestIdle);
}

void Settings::setIdleMinutes(int minutes)
{
    if (minutes == idleMinutes())
        return;
    m_store.setValue(QStringLiteral("window/idleMinutes"), std::clamp(minutes, 0, longestIdle));
    emit idleMinutesChanged();
}

int Settings::scale() const
{
    return std::clamp(m_store.value(QStringLiteral("window/scale"), smallestScale).toInt(), smallestScale, largestScale);
}

void Settings::setScale(int percent)
{
    percent = std::clamp(percent, smallestScale, largestScale);
    if (percent == scale())
        return;
    m_store.setValue(QStringLiteral("window/scale"), percent);
    m_store.sync();
    emit scaleChanged();
}

bool Settings::gaugeShown() const
{
    return m_store.value(QStringLiteral("window/gauge"), true).toBool();
}

void Settings::setGaugeShown(bool shown)
{
    if (shown == gaugeShown())
        return;
    m_store.setValue(QStringLiteral("window/gauge"), shown);
    emit gaugeShownChanged();
}

bool Settings::holdTools() const
{
    return m_store.value(QStringLiteral("label/holdTools"), true).toBool();
}

void Settings::setHoldTools(bool hold)
{
    m_store.setValue(QStringLiteral("label/holdTools"), hold);
}

bool Settings::restoreSession() const
{
    return m_store.value(QStringLiteral("window/restoreSession"), true).toBool();
}

void Settings::setRestoreSession(bool restore)
{
    m_store.setValue(QStringLiteral("window/restoreSession"), restore);
}

bool Settings::tourSeen() const
{
    return m_store.value(QStringLiteral("window/tourSeen"), false).toBool();
}

void Settings::setTourSeen(bool seen)
{
    m_store.setValue(QStringLiteral("window/tourSeen"), seen);
}

void Settings::setKeymap(const actions::Keymap &own)
{
    if (own == m_keymap)
        return;
    m_keymap = own;
    if (const auto written = base::writeFileAtomically(keymapFile(m_folder), m_keymap.toJson()); !written)
        base::log().warn("key map: {}", written.error().text.toStdString());
    emit keymapChanged();
}

QString Settings::theme() const
{
    const QString theme = m_store.value(QStringLiteral("window/theme")).toString();
    return theme == QLatin1String("light") || theme == QLatin1String("system") ? theme : QStringLiteral("dark");
}

void Settings::setTheme(const QString &theme)
{
    if (theme == this->theme())
        return;
    m_store.setValue(QStringLiteral("window/theme"), theme);
    emit themeChanged();
}

QString Settings::language() const
{
    return m_store.value(QStringLiteral("window/language")).toString();
}

void Settings::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    m_store.setValue(QStringLiteral("window/language"), language);
    emit languageChanged();
}

QString Settings::device() const
{
    return m_store.value(QStringLiteral("prelabel/device"), QStringLiteral("auto")).toString();
}

void Settings::setDevice(const QString &device)
{
    if (device == this->device())
        return;
    m_store.setValue(QStringLiteral("prelabel/device"), device);
    emit prelabelChanged();
}

QString Settings::model() const
{
    return m_store.value(QStringLiteral("prelabel/model")).toString();
}

void Settings::setModel(const QString &model)
{
    if (model == this->model())
        return;
    m_store.setValue(QStringLiteral("prelabel/model"), model);
    emit prelabelChanged();
}

QStringList Settings::modelPaths() const
{
    return m_store.value(QStringLiteral("prelabel/modelPaths")).toStringList();
}

void Settings::addModelPath(const QString &path)
{
    QStringList paths = modelPaths();
    paths.removeAll(path);
    paths.append(path);
    m_store.setValue(QStringLiteral("prelabel/modelPaths"), paths);
    emit prelabelChanged();
}

double Settings::acceptThreshold() const
{
    bool ok = false;
    const double value = m_store.value(QStringLiteral("prelabel/acceptThreshold")).toDouble(&ok);
    return ok && value >= 0 && value <= 1 ? value : 0.5;
}

void Settings::setAcceptThreshold(double threshold)
{
    m_store.setValue(QStringLiteral("prelabel/acceptThreshold"), threshold);
    emit prelabelChanged();
}

std::optional<double> Settings::scoreThreshold() const
{
    bool ok = false;
    const double value = m_store.value(QStringLiteral("prelabel/scoreThreshold")).toDouble(&ok);
    return ok && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

void Settings::setScoreThreshold(std::optional<double> threshold)
{
    if (threshold)
        m_store.setValue(QStringLiteral("prelabel/scoreThreshold"), *threshold);
    else
        m_store.remove(QStringLiteral("prelabel/scoreThreshold"));
    emit prelabelChanged();
}

QString Settings::lastFolder(const QString &purpose) const
{
    const QString folder = m_store.value(QStringLiteral("folders/") + purpose).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

void Settings::setLastFolder(const QString &purpose, const QString &folder)
{
    m_store.setValue(QStringLiteral("folders/") + purpose, folder);
}

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>

// In a static library nothing registers resources by itself.
static void registerCatalogues()
{
    Q_INIT_RESOURCE(catalogues);
}

namespace plumbline::workstation {

namespace {

const QString folder = QStringLiteral(":/plumbline/i18n");

// Free functions translate in the context of their namespace, while the catalogue files their texts under the class that
// lupdate saw around them; the text itself decides then.
class Catalogue final : public QTranslator
{
public:
    bool open(const QLocale &locale)
    {
        if (!load(locale, QStringLiteral("plumbline"), QStringLiteral("_"), folder))
            return false;
        QFile file(QString(filePath()).replace(QLatin1String(".qm"), QLatin1String(".contexts")));
        if (file.open(QIODevice::ReadOnly))
            m_contexts = file.readAll().split('\n');
        m_contexts.removeAll(QByteArray());
        return true;
    }
    QString translate(const char *context, const char *text, const char *disambiguation, int n) const override
    {
        QString found = QTranslator::translate(context, text, disambiguation, n);
        if (!found.isEmpty() || !QByteArrayView(context).startsWith("plumbline"))
            return found;
        for (const QByteArray &other : m_contexts) {
            found = QTranslator::translate(other.constData(), text, disambiguation, n);
            if (!found.isEmpty())
                break;
        }
        return found;
    }

private:
    QList<QByteArray> m_contexts;
};

}  // namespace

QStringList Language::available()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

void Language::apply(const QString &code)
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    registerCatalogues();
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_translators.push_back(std::move(qt));
    auto own = std::make_unique<Catalogue>();
    // English has a catalogue for the plurals only.
    if (own->open(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale))
        m_translators.push_back(std::move(own));
    for (const auto &translator : m_translators)
        QCoreApplication::installTranslator(translator.get());
}

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/pluginmetadata.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace plumbline::extension {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

const QStringList &knownKinds()
{
    static const QStringList kinds{QStringLiteral("media"), QStringLiteral("format"), QStringLiteral("engine"),
                                   QStringLiteral("hub"),   QStringLiteral("view"),   QStringLiteral("tool"),
                                   QStringLiteral("panel")};
    return kinds;
}

// Reads one metadata object and remembers the first mistake.
class Fields
{
public:
    Fields(const QJsonObject &object, QString language) : m_object(object), m_language(std::move(language)) {}

    QString text(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isString())
            wrong(key, tr("a text"));
        return value.toString();
    }

    // "zh_CN", then "zh", then untranslated: the order of the desktop entry specification.
    QString translatedText(const QString &key)
    {
        const QString fallback = text(key);
        for (const QString &language : {m_language, m_language.section(QLatin1Char('_'), 0, 0)}) {
            const QString found = m_object.value(QStringLiteral("%1[%2]").arg(key, language)).toString();
            if (!found.isEmpty())
                return found;
        }
        return fallback;
    }

    QStringList texts(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isArray())
            wrong(key, tr("a list of texts"));
        QStringList list;
        const QJsonArray array = value.toArray();
        for (const QJsonValue element : array) {
            if (!element.isString())
                wrong(key, tr("a list of texts"));
            list.append(element.toString());
        }
        list.removeDuplicates();
        return list;
    }

    std::map<QString, QString> textsByName(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isObject())
            wrong(key, tr("an object of texts"));
        std::map<QString, QString> map;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it.value().isString())
                wrong(key, tr("an object of texts"));
            map.emplace(it.key(), it.value().toString());
        }
        return map;
    }

    bool boolean(const QString &key)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isBool())
            wrong(key, tr("true or false"));
        return value.toBool();
    }

    int integer(const QString &key, int fallback)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return fallback;
        if (!value.isDouble())
            wrong(key, tr("a whole number"));
        return value.toInt(-1);
    }

    std::vector<FormatOption> settings()
    {
        const QString key = QStringLiteral("settings");
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isArray())
            wrong(key, tr("a list of settings"));
        std::vector<FormatOption> list;
        const QJsonArray array = value.toArray();
        for (const QJsonValue element : array) {
            Fields fields(element.toObject(), m_language);
            FormatOption option{fields.text(QStringLiteral("key")), fields.translatedText(QStringLiteral("title")),
                                fields.texts(QStringLiteral("choices")), fields.text(QStringLiteral("default"))};
            if (option.key.isEmpty() || !fields.m_problem.isEmpty())
                wrong(key, tr("a list of settings"));
            list.push_back(std::move(option));
        }
        return list;
    }

    void wrong(const QString &key, const QString &wantedThing)
    {
        note(tr("Its metadata are broken: “%1” must be %2.").arg(key, wantedThing));
    }
    void note(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    QJsonObject m_object;
    QString m_language;
    QString m_problem;
};

void checkNames(const PluginMetadata &metadata, Fields &fields)
{
    static const QRegularExpression idPattern(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{0,99}\\z"));
    if (!idPattern.match(metadata.id).hasMatch())
        fields.wrong(QStringLiteral("id"), tr("lower-case letters, digits, dots and dashes"));
    for (const QString &kind : metadata.kinds) {
        if (!knownKinds().contains(kind))
            fields.note(tr("It offers “%1”, a kind of plugin that this version does not know.").arg(kind));
    }
    for (const QString &provided : metadata.provides) {
        const qsizetype colon = provided.indexOf(QLatin1Char(':'));
        if (colon < 1 || colon + 1 == provided.size() || !metadata.kinds.contains(provided.left(colon)))
            fields.wrong(QStringLiteral("provides"), tr("a list like “format:coco”, of the kinds it names"));
    }
}

// moc -M makes a list of every value that was given for a key.
QString compilerOf(const QJsonObject &loaderMetadata)
{
    const QJsonValue value = loaderMetadata.value(QLatin1String("compiler"));
    return value.isArray() ? value.toArray().first().toString() : value.toString();
}

QString whyForeign(const PluginMetadata &metadata)
{
    if (metadata.apiVersion != apiVersion)
        return tr("It was made for version %1 of the plugin interface; this program has version %2. Install a matching version.")
            .arg(metadata.apiVersion)
            .arg(apiVersion);
    if (metadata.compiler != QLatin1String(PLUMBLINE_COMPILER_ID))
        return tr("It was built with the compiler %1; this program was built with %2. Install a matching build.")
            .arg(metadata.compiler.isEmpty() ? tr("(not stated)") : metadata.compiler, QLatin1String(PLUMBLINE_COMPILER_ID));
    return {};
}

}  // namespace

ReadMetadata readMetadata(const QJsonObject &loaderMetadata, const QString &language)
{
    ReadMetadata read;
    PluginMetadata &metadata = read.metadata;
    const QString iid = loaderMetadata.value(QLatin1String("IID")).toString();
    const QString ours = QStringLiteral(PLUMBLINE_PLUGIN_IID);
    const QString prefix = ours.left(ours.indexOf(QLatin1Char('/')) + 1);
    if (!iid.startsWith(prefix)) {
        read.reason = tr("It is not a Plumbline plugin.");
        return read;
    }

    Fields fields(loaderMetadata.value(QLatin1String("MetaData")).toObject(), language);
    metadata.id = fields.text(QStringLiteral("id"));
    metadata.name = fields.translatedText(QStringLiteral("name"));
    metadata.description = fields.translatedText(QStringLiteral("description"));
    metadata.version = fields.text(QStringLiteral("version"));
    metadata.kinds = fields.texts(QStringLiteral("kinds"));
    metadata.provides = fields.texts(QStringLiteral("provides"));
    metadata.dependencies = fields.texts(QStringLiteral("dependencies"));
    metadata.ui = fields.boolean(QStringLiteral("ui"));
    metadata.samples = fields.textsByName(QStringLiteral("samples"));
    metadata.settings = fields.settings();
    metadata.compiler = compilerOf(loaderMetadata);
    // The interface id comes from the header that the plugin was compiled with; the JSON may only agree with it.
    const int compiledFor = iid.mid(prefix.size()).toInt();
    metadata.apiVersion = fields.integer(QStringLiteral("apiVersion"), compiledFor);
    if (metadata.name.isEmpty())
        metadata.name = metadata.id;

    if (iid != ours)
        metadata.apiVersion = compiledFor;
    checkNames(metadata, fields);
    // Another version may give the other keys another shape, so it is the first thing to say.
    read.reason = whyForeign(metadata);
    if (read.reason.isEmpty())
        read.reason = fields.problem();
    return read;
}

}  // namespace plumbline::extension

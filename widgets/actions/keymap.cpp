// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/keymap.h"

#include "core/base/json.h"

#include <QCoreApplication>
#include <QFile>
#include <QMultiHash>

#include <algorithm>

namespace plumbline::actions {

namespace {

constexpr int version = 1;
constexpr int mostEntries = 5000;
constexpr int mostKeys = 8;
constexpr int longestId = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::actions", text);
}

tl::unexpected<Error> bad(const QString &text)
{
    return fail(ErrorCode::InvalidArgument, text);
}

Result<QList<QKeySequence>> keysOf(const QString &id, const Json &value)
{
    QList<QKeySequence> keys;
    if (!value.is_array() || value.size() > mostKeys)
        return bad(tr("The keys of “%1” are not a short list.").arg(id));
    for (const Json &entry : value) {
        const QString text = base::toQString(entry);
        const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
        bool known = !key.isEmpty();
        for (int i = 0; i < key.count(); ++i)
            known = known && key[static_cast<uint>(i)].key() != Qt::Key_unknown;
        if (!known)
            return bad(tr("“%1” is not a key (of “%2”).").arg(text.left(40), id));
        if (!keys.contains(key))
            keys.append(key);
    }
    return keys;
}

// Their titles, for translation; the files hold English.
[[maybe_unused]] constexpr const char *shippedTitles[] = {QT_TRANSLATE_NOOP("plumbline::actions", "Plumbline"),
                                                          QT_TRANSLATE_NOOP("plumbline::actions", "CVAT-like"),
                                                          QT_TRANSLATE_NOOP("plumbline::actions", "labelme-like"),
                                                          QT_TRANSLATE_NOOP("plumbline::actions", "Left-handed")};

// Keys given so far. Two that clash begin alike, so they are kept by how they begin.
class Taken
{
public:
    void add(const QKeySequence &key, const QString &id, const QString &context) { m_entries.insert(beginOf(key), {key, id, context}); }
    [[nodiscard]] const QString *holder(const QKeySequence &key, const QString &context) const
    {
        const auto [first, last] = m_entries.equal_range(beginOf(key));
        const auto it = std::find_if(first, last, [&](const Entry &entry) {
            return contextsOverlap(entry.context, context) && keysClash(entry.key, key);
        });
        return it == last ? nullptr : &it->id;
    }

private:
    struct Entry {
        QKeySequence key;
        QString id;
        QString context;
    };
    [[nodiscard]] static int beginOf(const QKeySequence &key) { return key.isEmpty() ? 0 : key[0].toCombined(); }
    QMultiHash<int, Entry> m_entries;
};

}  // namespace

Result<Keymap> Keymap::fromJson(QByteArrayView json)
{
    const auto parsed = base::parseJson(json, 8);
    if (!parsed)
        return fail(parsed.error());
    if (!parsed->is_object() || base::toQString(parsed->value("format", Json())) != QLatin1String("plumbline-keymap"))
        return bad(tr("This is not a key map of Plumbline."));
    const Json number = parsed->value("version", Json());
    if (!number.is_number_integer() || number.get<std::int64_t>() != version)
        return bad(tr("This key map is of a version that this program does not read."));
    Keymap map;
    map.id = base::toQString(parsed->value("id", Json())).left(longestId);
    map.title = base::toQString(parsed->value("title", Json())).left(longestId);
    const Json keys = parsed->value("keys", Json::object());
    if (!keys.is_object() || keys.size() > mostEntries)
        return bad(tr("This is not a key map of Plumbline."));
    for (const auto &[name, value] : keys.items()) {
        const QString id = QString::fromStdString(name).left(longestId);
        auto read = keysOf(id, value);
        if (!read)
            return fail(read.error());
        map.keys.insert(id, *read);
    }
    return map;
}

QByteArray Keymap::toJson() const
{
    Json entries = Json::object();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        Json list = Json::array();
        for (const QKeySequence &key : it.value())
            list.push_back(base::toJson(key.toString(QKeySequence::PortableText)));
        entries[it.key().toStdString()] = std::move(list);
    }
    return base::toJsonText(
        Json{{"format", "plumbline-keymap"}, {"version", version}, {"id", base::toJson(id)}, {"title", base::toJson(title)}, {"keys", entries}});
}

Keymap Keymap::with(const Keymap &over) const
{
    Keymap both = *this;
    for (auto it = over.keys.begin(); it != over.keys.end(); ++it)
        both.keys.insert(it.key(), it.value());
    return both;
}

const std::vector<Keymap> &shippedKeymaps()
{
    static const std::vector<Keymap> maps = [] {
        std::vector<Keymap> read;
        for (const char *name : {"plumbline", "cvat", "labelme", "left-handed"}) {
            QFile file(QStringLiteral(":/plumbline/keymaps/%1.json").arg(QString::fromLatin1(name)));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("a key map is missing from the program");
            auto map = Keymap::fromJson(file.readAll());
            if (!map)
                qFatal("key map %s: %s", name, qPrintable(map.error().text));
            read.push_back(std::move(*map));
        }
        return read;
    }();
    return maps;
}

const Keymap &shippedKeymap(const QString &id)
{
    const auto &maps = shippedKeymaps();
    const auto it = std::find_if(maps.begin(), maps.end(), [&](const Keymap &map) { return map.id == id; });
    return it == maps.end() ? maps.front() : *it;
}

bool keysClash(const QKeySequence &a, const QKeySequence &b)
{
    return !a.isEmpty() && !b.isEmpty() && (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

QString windowContext()
{
    return QStringLiteral("window");
}

bool contextsOverlap(const QString &a, const QString &b)
{
    return a == b || a == windowContext() || b == windowContext();
}

bool movesInsideControls(const QKeySequence &key)
{
    if (key.count() != 1)
        return false;
    const bool command = key[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier);
    switch (key[0].key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
    case Qt::Key_Backspace:
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return !command;
    case Qt::Key_A:
    case Qt::Key_C:
    case Qt::Key_V:
    case Qt::Key_X:
        return key[0].keyboardModifiers() == Qt::ControlModifier;
    default:
        return false;
    }
}

QMap<QString, QList<QKeySequence>> assignKeys(const std::vector<KeyWish> &wishes, const Keymap &map)
{
    QMap<QString, QList<QKeySequence>> given;
    Taken taken;
    const auto give = [&](const KeyWish &wish, const QList<QKeySequence> &keys) {
        for (const QKeySequence &key : keys) {
            if (key.isEmpty() || taken.holder(key, wish.context))
                continue;
            taken.add(key, wish.id, wish.context);
            given[wish.id].append(key);
        }
    };
    for (const KeyWish &wish : wishes)
        give(wish, wish.fixed);
    for (const KeyWish &wish : wishes) {
        if (const auto mapped = map.keys.constFind(wish.id); mapped != map.keys.constEnd())
            give(wish, *mapped);
    }
    for (const KeyWish &wish : wishes) {
        if (!map.keys.contains(wish.id))
            give(wish, wish.defaults);
    }
    return given;
}

std::vector<KeyConflict> conflictsOf(const std::vector<KeyWish> &wishes, const Keymap &map)
{
    std::vector<KeyConflict> found;
    Taken taken;
    for (const KeyWish &wish : wishes) {
        for (const QKeySequence &key : wish.fixed)
            taken.add(key, wish.id, wish.context);
    }
    for (const KeyWish &wish : wishes) {
        for (const QKeySequence &key : map.keys.value(wish.id)) {
            const QString *holder = taken.holder(key, wish.context);
            if (!holder)
                taken.add(key, wish.id, wish.context);
            else if (*holder != wish.id)
                found.push_back({wish.id, key, *holder});
        }
    }
    return found;
}

}  // namespace plumbline::actions

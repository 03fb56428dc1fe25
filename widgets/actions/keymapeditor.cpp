// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/keymapeditor.h"

#include "core/base/atomicfile.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::actions {

namespace {

constexpr qint64 largestFile = 1 << 20;

QString mapTitle(const Keymap &map)
{
    return QCoreApplication::translate("plumbline::actions", map.title.toUtf8().constData());
}

// Every wanted word occurs somewhere, in any order.
class WordFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QStringList &words)
    {
        m_words = words;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString text = sourceModel()->index(row, 0, parent).data(KeymapModel::SearchRole).toString();
        return std::all_of(m_words.begin(), m_words.end(),
                           [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

}  // namespace

KeyCapture::KeyCapture(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
}

bool KeyCapture::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QLineEdit::event(event);
    const auto *press = static_cast<QKeyEvent *>(event);
    switch (press->key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_unknown:
        return true;
    case Qt::Key_Escape:
        emit cancelled();
        return true;
    default:
        break;
    }
    Qt::KeyboardModifiers modifiers = press->modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    int key = press->key();
    if (key == Qt::Key_Backtab)
        key = Qt::Key_Tab;
    // "?" is typed with Shift on most keyboards and without on some: the sign is what is meant.
    const QString text = press->text();
    if (text.size() == 1 && !text[0].isLetterOrNumber() && text[0].isPrint() && !text[0].isSpace())
        modifiers &= ~Qt::ShiftModifier;
    emit captured(QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(key))));
    return true;
}

KeymapEditor::KeymapEditor(ActionRegistry &registry, const Keymap &own, QWidget *parent)
    : QWidget(parent), m_registry(registry), m_own(own), m_model(new KeymapModel(registry, this)), m_filtered(new WordFilter(this)),
      m_maps(new QComboBox), m_table(new QTreeView), m_capture(new KeyCapture), m_change(new QPushButton(tr("Change…"))),
      m_add(new QPushButton(tr("Add another…"))), m_remove(new QPushButton(tr("No key"))), m_reset(new QPushButton(tr("Reset"))),
      m_take(new QPushButton(tr("Take it"))), m_message(new QLabel)
{
    setObjectName(QStringLiteral("keymapEditor"));
    for (const Keymap &map : shippedKeymaps())
        m_maps->addItem(mapTitle(map), map.id);
    m_maps->setCurrentIndex(std::max(0, m_maps->findData(m_own.id)));
    m_maps->setAccessibleName(tr("Key map"));
    m_maps->setObjectName(QStringLiteral("keymapBox"));
    auto *label = new QLabel(tr("Key map"));
    label->setBuddy(m_maps);
    auto *import = new QPushButton(tr("Import…"));
    auto *exportButton = new QPushButton(tr("Export…"));
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_maps);
    top->addStretch();
    top->addWidget(import);
    top->addWidget(exportButton);

    m_filtered->setSourceModel(m_model);
    m_model->setOwn(m_own);
    m_table->setObjectName(QStringLiteral("keymapTable"));
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_table->setModel(m_filtered);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(KeymapModel::ActionColumn, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(KeymapModel::KeysColumn, QHeaderView::ResizeToContents);

    m_capture->setObjectName(QStringLiteral("keyCapture"));
    m_capture->setPlaceholderText(tr("Press the new key, or Esc"));
    m_capture->setAccessibleName(tr("Press the new key, or Esc"));
    m_capture->hide();
    m_take->setObjectName(QStringLiteral("takeKey"));
    m_take->hide();
    m_change->setObjectName(QStringLiteral("changeKey"));
    m_add->setObjectName(QStringLiteral("addKey"));
    m_remove->setObjectName(QStringLiteral("removeKey"));
    m_reset->setObjectName(QStringLiteral("resetKey"));
    m_reset->setToolTip(tr("Back to the key of the map"));
    m_message->setObjectName(QStringLiteral("keyMessage"));
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(34);
    m_message->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_change, m_add, m_remove, m_reset, import, exportButton, m_take})
        button->setAutoDefault(false);
    for (QPushButton *button : {m_change, m_add, m_remove, m_reset})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *line = new QHBoxLayout;
    line->addWidget(m_capture);
    line->addWidget(m_message, 1);
    line->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    layout->addLayout(line);

    connect(m_maps, &QComboBox::activated, this, [this] {
        endCapture();
        // A person's own keys belong to the map they were chosen on.
        Keymap fresh;
        fresh.id = m_maps->currentData().toString();
        if (fresh.id == m_own.id)
            return;
        const qsizetype dropped = m_own.keys.size();
        set(fresh);
        say(dropped > 0 ? tr("%n key(s) of your own were for the other map and are gone; export them first to keep them.", nullptr,
                             static_cast<int>(dropped))
                        : QString());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        endCapture();
        refreshButtons();
    });
    connect(m_table, &QTreeView::activated, this, [this] { beginCapture(false); });
    connect(m_change, &QPushButton::clicked, this, [this] { beginCapture(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { beginCapture(true); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const ActionRegistry::Entry *entry = chosen()) {
            Keymap own = m_own;
            own.keys.insert(entry->id, {});
            set(own);
        }
    });
    connect(m_reset, &QPushButton::clicked, this, &KeymapEditor::resetChosen);
    connect(m_capture, &KeyCapture::captured, this, &KeymapEditor::offer);
    connect(m_capture, &KeyCapture::cancelled, this, [this] {
        endCapture();
        m_table->setFocus();
    });
    connect(m_take, &QPushButton::clicked, this, [this] { assign(m_offered); });
    connect(&m_registry, &ActionRegistry::keysChanged, this, &KeymapEditor::refreshButtons);
    connect(import, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Import a key map"), {}, tr("Key maps (*.json)"));
        if (!path.isEmpty())
            importFrom(path);
    });
    connect(exportButton, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Export the key map"), QStringLiteral("plumbline-keys.json"),
                                                          tr("Key maps (*.json)"));
        if (!path.isEmpty())
            exportTo(path);
    });
    refreshButtons();
}

void KeymapEditor::setFilter(const QString &words)
{
    static_cast<WordFilter *>(m_filtered)->setWords(words.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

int KeymapEditor::shownActions() const
{
    return m_filtered->rowCount();
}

void KeymapEditor::choose(const QString &actionId)
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->index(m_model->rowOf(actionId), 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

const ActionRegistry::Entry *KeymapEditor::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_registry.entry(current.siblingAtColumn(0).data(KeymapModel::IdRole).toString()) : nullptr;
}

QString KeymapEditor::titleOf(const QString &id) const
{
    const QAction *action = m_registry.action(id);
    return action ? action->iconText() : id;
}

void KeymapEditor::refreshButtons()
{
    const ActionRegistry::Entry *entry = chosen();
    m_change->setEnabled(entry);
    m_add->setEnabled(entry);
    m_remove->setEnabled(entry && entry->keys.size() > entry->fixed.size());
    m_reset->setEnabled(entry && m_own.keys.contains(entry->id));
}

void KeymapEditor::say(const QString &text, bool problem)
{
    m_message->setText(text);
    QPalette colours = palette();
    if (problem)
        colours.setColor(QPalette::WindowText, theme::themeOf(colours).colour(theme::Token::Warn));
    m_message->setPalette(colours);
}

void KeymapEditor::beginCapture(bool add)
{
    const ActionRegistry::Entry *entry = chosen();
    if (!entry)
        return;
    endCapture();
    m_adding = add;
    m_capture->clear();
    m_capture->show();
    m_capture->setFocus();
    say(add ? tr("Another key for “%1”").arg(entry->action->iconText()) : tr("New key for “%1”").arg(entry->action->iconText()));
}

void KeymapEditor::endCapture()
{
    m_capture->hide();
    m_take->hide();
    m_offered = {};
    m_holder.clear();
    say({});
}

void KeymapEditor::offer(const QKeySequence &key)
{
    const ActionRegistry::Entry *entry = chosen();
    if (!entry)
        return;
    m_take->hide();
    const QString text = key.toString(QKeySequence::NativeText);
    m_capture->setText(text);
    if (!entry->scoped && movesInsideControls(key)) {
        say(tr("%1 is needed inside lists and fields; only what a view offers can have it. Press another one.").arg(text), true);
        return;
    }
    m_holder.clear();
    for (const ActionRegistry::Entry &other : m_registry.entries()) {
        if (other.id == entry->id || !contextsOverlap(other.context, entry->context))
            continue;
        for (const QKeySequence &taken : other.keys) {
            if (!keysClash(taken, key))
                continue;
            if (other.fixed.contains(taken)) {
                say(tr("%1 belongs to “%2” and cannot be taken from it. Press another one.").arg(text, other.action->iconText()), true);
                return;
            }
            m_holder = other.id;
        }
    }
    if (m_holder.isEmpty()) {
        assign(key);
        return;
    }
    m_offered = key;
    say(tr("%1 is the key of “%2”. Take it from there, or press another one.").arg(text, titleOf(m_holder)), true);
    m_take->show();
}

void KeymapEditor::assign(const QKeySequence &key)
{
    const ActionRegistry::Entry *entry = chosen();
    if (!entry)
        return;
    const QString id = entry->id;
    Keymap own = m_own;
    const auto changeable = [](const ActionRegistry::Entry &of) {
        QList<QKeySequence> keys = of.keys;
        keys.removeIf([&](const QKeySequence &candidate) { return of.fixed.contains(candidate); });
        return keys;
    };
    if (const ActionRegistry::Entry *holder = m_holder.isEmpty() ? nullptr : m_registry.entry(m_holder)) {
        QList<QKeySequence> left = changeable(*holder);
        left.removeIf([&](const QKeySequence &candidate) { return keysClash(candidate, key); });
        own.keys.insert(holder->id, left);
    }
    QList<QKeySequence> keys = m_adding ? changeable(*entry) : QList<QKeySequence>();
    if (!keys.contains(key))
        keys.append(key);
    own.keys.insert(id, keys);
    endCapture();
    set(own);
    m_table->setFocus();
    say(tr("“%1” has the key %2 now.").arg(titleOf(id), key.toString(QKeySequence::NativeText)));
}

void KeymapEditor::resetChosen()
{
    const ActionRegistry::Entry *entry = chosen();
    if (!entry)
        return;
    endCapture();
    const QString id = entry->id;
    Keymap own = m_own;
    own.keys.remove(id);
    // Somebody else's own key may stand where the map's key was.
    const auto clashes = conflictsOf(m_registry.wishes(), shippedKeymap(own.id).with(own));
    if (!clashes.empty()) {
        const KeyConflict &clash = clashes.front();
        say(tr("%1 has become the key of “%2”; change that first.")
                .arg(clash.key.toString(QKeySequence::NativeText), titleOf(clash.id == id ? clash.other : clash.id)),
            true);
        return;
    }
    set(own);
}

void KeymapEditor::set(Keymap own)
{
    if (own == m_own)
        return;
    m_own = std::move(own);
    emit mapChanged(m_own);
    m_model->setOwn(m_own);
    m_maps->setCurrentIndex(std::max(0, m_maps->findData(m_own.id)));
    refreshButtons();
}

void KeymapEditor::importFrom(const QString &path)
{
    endCapture();
    const auto text = base::readFile(path, largestFile);
    auto map = text ? Keymap::fromJson(*text) : Result<Keymap>(fail(text.error()));
    if (!map) {
        say(map.error().text, true);
        return;
    }
    map->id = shippedKeymap(map->id).id;
    const auto clashes = conflictsOf(m_registry.wishes(), shippedKeymap(map->id).with(*map));
    if (!clashes.empty()) {
        const KeyConflict &first = clashes.front();
        say(tr("Nothing was changed: %1 would be the key of both “%2” and “%3” (%n clash(es)).", nullptr, static_cast<int>(clashes.size()))
                .arg(first.key.toString(QKeySequence::NativeText), titleOf(first.id), titleOf(first.other)),
            true);
        return;
    }
    map->title.clear();
    const auto count = static_cast<int>(map->keys.size());
    set(*map);
    say(tr("%n key(s) were read.", nullptr, count));
}

void KeymapEditor::exportTo(const QString &path)
{
    const auto written = base::writeFileAtomically(path, m_own.toJson());
    say(written ? tr("Written to %1.").arg(path) : written.error().text, !written);
}

}  // namespace plumbline::actions

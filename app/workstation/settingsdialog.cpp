// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/settingsdialog.h"

#include "app/workstation/layouts.h"
#include "app/workstation/prelabeling.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "widgets/actions/keymapeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr int controlWidth = 220;

QComboBox *box(const char *name, const QList<std::pair<QString, QString>> &choices, const QString &current)
{
    auto *made = new QComboBox;
    made->setObjectName(QString::fromLatin1(name));
    for (const auto &[text, value] : choices)
        made->addItem(text, value);
    if (made->findData(current) < 0)
        made->addItem(current, current);
    made->setCurrentIndex(made->findData(current));
    return made;
}

QCheckBox *tick(const char *name, bool on)
{
    auto *made = new QCheckBox;
    made->setObjectName(QString::fromLatin1(name));
    made->setChecked(on);
    return made;
}

}  // namespace

SettingsDialog::SettingsDialog(Services &services, Prelabeling &prelabeling, actions::ActionRegistry &registry, QWidget *window)
    : QDialog(window), m_services(services), m_search(new QLineEdit), m_list(new QListWidget), m_scroll(new QScrollArea),
      m_column(new QVBoxLayout), m_nothing(new QLabel(tr("No setting has these words.")))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setPlaceholderText(tr("Search settings and keys"));
    m_search->setAccessibleName(tr("Search settings and keys"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("settingsSections"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setFixedWidth(170);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    auto *page = new QWidget;
    page->setLayout(m_column);
    m_column->setContentsMargins(24, 0, 24, 24);
    m_column->setSpacing(14);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addAppearance();
    addWork();
    addKeys(registry);
    addLayouts();
    addPrelabeling(prelabeling);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->hide();
    m_column->addWidget(m_nothing);
    m_column->addStretch();

    auto *side = new QVBoxLayout;
    side->setSpacing(12);
    side->addWidget(m_search);
    side->addWidget(m_list, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addLayout(side);
    middle->addWidget(m_scroll, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    // Enter in the search field must not close the dialog.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_scroll->verticalScrollBar()->setValue(m_sections[static_cast<std::size_t>(row)].heading->y());
    });
    m_search->setFocus();
    const QSize room = window ? window->screen()->availableGeometry().size() - QSize(80, 80) : QSize(900, 640);
    resize(QSize(900, 640).boundedTo(room));
}

void SettingsDialog::addSection(const QString &id, const QString &title)
{
    auto *heading = new QLabel(title);
    QFont font = heading->font();
    font.setPixelSize(16);
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setContentsMargins(0, m_sections.empty() ? 0 : 16, 0, 2);
    m_column->addWidget(heading);
    m_sections.push_back({id, heading});
    auto *line = new QListWidgetItem(title, m_list);
    line->setSizeHint(QSize(0, 28));
}

void SettingsDialog::addRow(const QString &title, const QString &explanation, const QString &moreWords, QWidget *control)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *name = new QLabel(title);
    name->setBuddy(control);
    words->addWidget(name);
    if (!explanation.isEmpty()) {
        auto *text = new QLabel(explanation);
        text->setWordWrap(true);
        text->setForegroundRole(QPalette::PlaceholderText);
        words->addWidget(text);
        control->setAccessibleDescription(explanation);
    }
    line->addLayout(words, 1);
    if (!qobject_cast<QCheckBox *>(control))
        control->setFixedWidth(controlWidth);
    line->addWidget(control, 0, Qt::AlignTop | Qt::AlignTrailing);
    control->setAccessibleName(title);
    m_column->addWidget(row);
    m_rows.push_back({m_sections.size() - 1, title,
                      QStringList{m_sections.back().heading->text(), title, explanation, moreWords}.join(QLatin1Char(' ')), row});
}

void SettingsDialog::addAppearance()
{
    Settings &settings = m_services.settings();
    addSection(QStringLiteral("appearance"), tr("Appearance"));
    auto *theme = box("themeBox",
                      {{tr("Dark"), QStringLiteral("dark")}, {tr("Light"), QStringLiteral("light")}, {tr("As the system"), QStringLiteral("system")}},
                      settings.theme());
    connect(theme, &QComboBox::activated, this, [&settings, theme] { settings.setTheme(theme->currentData().toString()); });
    addRow(tr("Theme"), {}, tr("dark light colours system"), theme);

    QList<std::pair<QString, QString>> sizes;
    for (const int percent : {100, 125, 150, 175, 200, 250, 300})
        sizes.append({tr("%1 %").arg(percent), QString::number(percent)});
    auto *scale = box("scaleBox", sizes, QString::number(settings.scale()));
    connect(scale, &QComboBox::activated, this, [&settings, scale] {
        // After the list has closed: the program starts anew.
        QMetaObject::invokeMethod(
            &settings, [&settings, percent = scale->currentData().toInt()] { settings.setScale(percent); }, Qt::QueuedConnection);
    });
    addRow(tr("Size of the interface"), tr("The window opens anew at once, where you are now."), tr("scale zoom large font text percent"), scale);

    auto *language = box("languageBox",
                         {{tr("As the system"), QString()}, {QStringLiteral("English"), QStringLiteral("en")}, {QStringLiteral("简体中文"), QStringLiteral("zh_CN")}},
                         settings.language());
    connect(language, &QComboBox::activated, this, [&settings, language] {
        // After the list has closed: the whole window is made anew.
        QMetaObject::invokeMethod(
            &settings, [&settings, code = language->currentData().toString()] { settings.setLanguage(code); }, Qt::QueuedConnection);
    });
    addRow(tr("Language"), {}, QStringLiteral("language 语言"), language);

    auto *gauge = tick("gaugeTick", settings.gaugeShown());
    connect(gauge, &QCheckBox::toggled, this, [&settings](bool on) { settings.setGaugeShown(on); });
    addRow(tr("Show the gauge"), tr("How well your labels agree with known answers, in the line at the bottom."),
           tr("calibration score quality"), gauge);
}

void SettingsDialog::addWork()
{
    Settings &settings = m_services.settings();
    addSection(QStringLiteral("work"), tr("Work"));
    auto *restore = tick("restoreTick", settings.restoreSession());
    connect(restore, &QCheckBox::toggled, this, [&settings](bool on) { settings.setRestoreSession(on); });
    addRow(tr("Go on where I stopped"), tr("At the start: the same project, item, zoom, tool, filter and panels."), tr("session restore start open"),
           restore);
    auto *hold = tick("holdTick", settings.holdTools());
    connect(hold, &QCheckBox::toggled, this, [&settings](bool on) { settings.setHoldTools(on); });
    addRow(tr("Hold a tool's key to use it for a moment"),
           tr("Tap to change tools. Hold the key while you drag, and letting go brings the tool of before back."), tr("toggle tool key mode"), hold);
    auto *idle = new QSpinBox;
    idle->setObjectName(QStringLiteral("idleBox"));
    idle->setRange(0, Settings::longestIdle);
    idle->setSpecialValueText(tr("Never"));
    idle->setSuffix(tr(" min"));
    idle->setValue(settings.idleMinutes());
    connect(idle, &QSpinBox::valueChanged, this, [&settings](int minutes) { settings.setIdleMinutes(minutes); });
    addRow(tr("Lock the window when nobody is here"), tr("After so long without a key or the mouse. It opens again when somebody signs in."),
           tr("idle lock sign in secret minutes"), idle);
}

void SettingsDialog::addKeys(actions::ActionRegistry &registry)
{
    Settings &settings = m_services.settings();
    addSection(QStringLiteral("keys"), tr("Keys"));
    m_keys = new actions::KeymapEditor(registry, settings.keymap());
    m_keys->setMinimumHeight(420);
    connect(m_keys, &actions::KeymapEditor::mapChanged, this, [&settings](const actions::Keymap &own) { settings.setKeymap(own); });
    m_column->addWidget(m_keys);
    m_rows.push_back({m_sections.size() - 1, tr("Keys"), tr("Keys keyboard shortcuts hotkeys map"), m_keys});
}

void SettingsDialog::addLayouts()
{
    Layouts &layouts = m_services.layouts();
    addSection(QStringLiteral("layouts"), tr("Layouts"));
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    auto *list = new QListWidget;
    list->setObjectName(QStringLiteral("layoutList"));
    list->setMaximumHeight(120);
    auto *remove = new QPushButton(tr("Remove"));
    remove->setAutoDefault(false);
    remove->setAccessibleName(tr("Remove this layout"));
    column->addWidget(list);
    column->addWidget(remove, 0, Qt::AlignLeading);
    const auto fill = [list, remove, &layouts] {
        list->clear();
        list->addItems(layouts.names());
        remove->setEnabled(list->currentItem());
    };
    fill();
    connect(&layouts, &Layouts::changed, list, fill);
    connect(list, &QListWidget::currentRowChanged, remove, [remove](int row) { remove->setEnabled(row >= 0); });
    connect(remove, &QPushButton::clicked, this, [list, remove, &layouts] {
        const QListWidgetItem *item = list->currentItem();
        if (!item)
            return;
        if (const auto removed = layouts.remove(item->text()); !removed)
            QToolTip::showText(remove->mapToGlobal(QPoint()), removed.error().text, remove);
    });
    addRow(tr("Saved layouts"), tr("Arrangements of the panels. Window › Layouts saves and brings them back."), tr("panels docks window arrange"), holder);
    list->setAccessibleName(tr("Saved layouts"));
}

void SettingsDialog::addPrelabeling(Prelabeling &prelabeling)
{
    Settings &settings = m_services.settings();
    addSection(QStringLiteral("prelabeling"), tr("Pre-labeling"));
    auto *device = box("deviceBox", {{tr("Automatic: the fastest that works"), QStringLiteral("auto")}}, settings.device());
    device->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(device, &QComboBox::activated, this, [&settings, device] { settings.setDevice(device->currentData().toString()); });
    addRow(tr("Device for pre-labeling"), {}, tr("GPU CPU graphics card model"), device);
    prelabeling.choices(this, [device](const Prelabeling::Choice &choice) {
        for (const extension::InferenceDevice &found : choice.devices) {
            const QString title = found.available ? tr("%1 (%2)").arg(found.provider, found.name)
                                                  : tr("%1: not available").arg(found.provider);
            int index = device->findData(found.provider);
            if (index < 0) {
                device->addItem(title, found.provider);
                index = device->count() - 1;
            } else {
                device->setItemText(index, title);
            }
            device->setItemData(index, found.available ? found.name : found.reason, Qt::ToolTipRole);
        }
    });
    auto *accept = new QDoubleSpinBox;
    accept->setObjectName(QStringLiteral("acceptBox"));
    accept->setRange(0, 1);
    accept->setSingleStep(0.05);
    accept->setValue(settings.acceptThreshold());
    connect(accept, &QDoubleSpinBox::valueChanged, this, [&settings](double value) { settings.setAcceptThreshold(value); });
    addRow(tr("Accept all: from this score on"), {}, tr("threshold predictions confidence"), accept);
    auto *score = new QDoubleSpinBox;
    score->setObjectName(QStringLiteral("scoreBox"));
    score->setRange(-0.05, 1);
    score->setSingleStep(0.05);
    score->setSpecialValueText(tr("the model's own"));
    score->setValue(settings.scoreThreshold().value_or(-0.05));
    connect(score, &QDoubleSpinBox::valueChanged, this, [&settings](double value) {
        settings.setScoreThreshold(value < 0 ? std::nullopt : std::optional(value));
    });
    addRow(tr("Keep predictions from this score on"), {}, tr("threshold confidence"), score);
}

void SettingsDialog::showSection(const QString &id)
{
    const auto it = std::find_if(m_sections.begin(), m_sections.end(), [&](const Section &section) { return section.id == id; });
    if (it == m_sections.end())
        return;
    // Places are known once the page is laid out.
    m_scroll->widget()->layout()->activate();
    m_list->setCurrentRow(static_cast<int>(it - m_sections.begin()));
}

void SettingsDialog::search()
{
    const QStringList words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto fits = [&](const Row &row) {
        return std::all_of(words.begin(), words.end(), [&](const QString &word) { return row.words.contains(word, Qt::CaseInsensitive); });
    };
    for (Section &section : m_sections)
        section.fits = false;
    for (const Row &row : m_rows) {
        bool shown = fits(row);
        if (row.widget == m_keys) {
            // The words of the section show all keys, others those of the actions that have them.
            m_keys->setFilter(shown ? QString() : m_search->text());
            shown = shown || m_keys->shownActions() > 0;
        }
        row.widget->setVisible(shown);
        m_sections[row.section].fits = m_sections[row.section].fits || shown;
    }
    bool any = false;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i].heading->setVisible(m_sections[i].fits);
        m_list->item(static_cast<int>(i))->setHidden(!m_sections[i].fits);
        any = any || m_sections[i].fits;
    }
    m_nothing->setVisible(!any);
    m_scroll->verticalScrollBar()->setValue(0);
}

QStringList SettingsDialog::shownTitles() const
{
    QStringList titles;
    for (const Row &row : m_rows) {
        if (!row.widget->isHidden())
            titles.append(row.title);
    }
    return titles;
}

void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus();
        m_search->selectAll();
        return;
    }
    QDialog::keyPressEvent(event);
}

}  // namespace plumbline::workstation

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/startpage.h"

#include "app/workstation/recentprojects.h"
#include "core/store/project.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

using theme::Token;

namespace {

constexpr int pageWidth = 816;  // three tiles and the gaps between them

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

void paintCard(QPainter &painter, const QWidget &widget, bool hovered, bool down)
{
    const theme::Theme &colours = theme::themeOf(widget.palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(widget.hasFocus() ? colours.colour(Token::Focus) : colours.colour(Token::Line), widget.hasFocus() ? 2 : 1));
    painter.setBrush(colours.colour(down || hovered ? Token::Surface3 : Token::Surface2));
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 8, 8);
}

}  // namespace

Tile::Tile(const QString &icon, const QString &title, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_explanation(text)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(sizeHint());
}

void Tile::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void Tile::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Theme &colours = theme::themeOf(palette());
    paintCard(painter, *this, underMouse(), isDown());
    theme::themedIcon(m_icon, colours.colour(Token::Accent)).paint(&painter, QRect(20, 20, 28, 28));
    QFont font = this->font();
    font.setPixelSize(16);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(colours.colour(Token::Text1));
    painter.drawText(QRect(20, 58, width() - 40, 24), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(this->font());
    painter.setPen(colours.colour(Token::Text2));
    painter.drawText(QRect(20, 84, width() - 40, 40), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_explanation);
}

RecentRow::RecentRow(const QString &name, const QString &folder, qint64 items, qint64 finished, bool missing, QWidget *parent)
    : QAbstractButton(parent), m_folder(folder), m_items(items), m_finished(finished), m_missing(missing)
{
    setText(name);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(sizeHint().height());
    setToolTip(folder);
    setAccessibleName(missing ? tr("%1, not there any more").arg(name)
                              : tr("%1, %2 of %3 items finished").arg(name).arg(finished).arg(items));
    auto *remove = new QToolButton(this);
    remove->setAutoRaise(true);
    remove->setIcon(theme::themedIcon(QStringLiteral("reject")));
    remove->setToolTip(tr("Remove from this list"));
    remove->setAccessibleName(tr("Remove %1 from this list").arg(name));
    remove->resize(28, 28);
    remove->setVisible(missing);
    connect(remove, &QToolButton::clicked, this, &RecentRow::removeRequested);
    m_remove = remove;
    if (!missing)
        setCursor(Qt::PointingHandCursor);
}

void RecentRow::resizeEvent(QResizeEvent *)
{
    m_remove->move(width() - 36, (height() - m_remove->height()) / 2);
}

void RecentRow::enterEvent(QEnterEvent *event)
{
    m_remove->show();
    update();
    QAbstractButton::enterEvent(event);
}

void RecentRow::leaveEvent(QEvent *event)
{
    m_remove->setVisible(m_missing);
    update();
    QAbstractButton::leaveEvent(event);
}

void RecentRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Theme &colours = theme::themeOf(palette());
    if (underMouse() || hasFocus())
        paintCard(painter, *this, underMouse(), isDown());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect area = rect().adjusted(12, 6, -48, -6);
    const int right = 190;
    const QRect words = area.adjusted(0, 0, -right, 0);
    painter.setPen(colours.colour(m_missing ? Token::Text3 : Token::Text1));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, QFontMetrics(bold).elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(font());
    painter.setPen(colours.colour(Token::Text3));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                     fontMetrics().elidedText(shortPath(m_folder), Qt::ElideMiddle, words.width()));
    const QRect side(area.right() - right + 24, area.top(), right - 24, area.height());
    const QLocale locale;
    if (m_missing) {
        painter.drawText(side, Qt::AlignRight | Qt::AlignVCenter, tr("not there any more"));
        return;
    }
    painter.drawText(side, Qt::AlignRight | Qt::AlignTop,
                     tr("%1 of %2").arg(locale.toString(qlonglong(m_finished)), locale.toString(qlonglong(m_items))));
    const QRectF track(side.left(), side.bottom() - 7, side.width(), 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.colour(underMouse() ? Token::Line : Token::Surface3));
    painter.drawRoundedRect(track, 2, 2);
    if (m_items > 0 && m_finished > 0) {
        painter.setBrush(colours.colour(m_finished == m_items ? Token::Good : Token::Accent));
        const double share = static_cast<double>(m_finished) / static_cast<double>(m_items);
        painter.drawRoundedRect(QRectF(track.left(), track.top(), std::max(4.0, track.width() * share), track.height()), 2, 2);
    }
}

StartPage::StartPage(RecentProjects &recent, QWidget *parent)
    : QWidget(parent), m_recent(recent), m_note(new QLabel), m_bar(new QProgressBar), m_stop(new QToolButton), m_title(new QLabel(tr("Recent projects"))), m_rows(new QVBoxLayout),
      m_list(new QWidget)
{
    setObjectName(QStringLiteral("startPage"));
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Start"));
    auto *name = new QLabel(QStringLiteral("Plumbline"));
    QFont large = name->font();
    large.setPixelSize(28);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
    auto *line = new QLabel(tr("Label pictures, and know how good the labels are."));
    line->setForegroundRole(QPalette::PlaceholderText);

    auto *folder = new Tile(QStringLiteral("folder-open"), tr("Open a folder"), tr("Pictures, with their labels if there are any."));
    folder->setObjectName(QStringLiteral("openFolderTile"));
    auto *sample = new Tile(QStringLiteral("demo"), tr("Sample project"), tr("60 street scenes to try everything on."));
    sample->setObjectName(QStringLiteral("sampleTile"));
    auto *project = new Tile(QStringLiteral("image"), tr("Open a project…"), tr("A folder whose name ends in .plumb."));
    project->setObjectName(QStringLiteral("openProjectTile"));
    connect(folder, &Tile::clicked, this, &StartPage::openFolderRequested);
    connect(sample, &Tile::clicked, this, &StartPage::sampleRequested);
    connect(project, &Tile::clicked, this, &StartPage::openProjectRequested);
    auto *fresh = new QToolButton;
    fresh->setObjectName(QStringLiteral("newProjectButton"));
    fresh->setText(tr("New empty project…"));
    fresh->setIcon(theme::themedIcon(QStringLiteral("plus")));
    fresh->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fresh->setAutoRaise(true);
    fresh->setAccessibleName(tr("New empty project"));
    connect(fresh, &QToolButton::clicked, this, &StartPage::newProjectRequested);

    auto *page = new QWidget;
    page->setFixedWidth(pageWidth);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 24);
    column->setSpacing(0);
    column->addSpacing(72);
    column->addWidget(name);
    column->addSpacing(4);
    column->addWidget(line);
    column->addSpacing(32);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(24);
    for (Tile *tile : {folder, sample, project})
        tiles->addWidget(tile);
    column->addLayout(tiles);
    column->addSpacing(16);
    m_note->setObjectName(QStringLiteral("startNote"));
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(20);
    auto *progress = new QHBoxLayout;
    progress->setSpacing(8);
    progress->addWidget(m_note, 1);
    progress->addWidget(fresh);
    progress->addWidget(m_bar);
    progress->addWidget(m_stop);
    column->addLayout(progress);
    column->addSpacing(16);
    m_bar->setObjectName(QStringLiteral("startProgress"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setFixedSize(256, 8);
    m_bar->setTextVisible(false);
    m_stop->setAutoRaise(true);
    m_stop->setIcon(theme::themedIcon(QStringLiteral("reject")));
    m_stop->setToolTip(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop"));
    connect(m_stop, &QToolButton::clicked, this, &StartPage::stopRequested);
    endProgress();
    QFont heading = m_title->font();
    heading.setBold(true);
    m_title->setFont(heading);
    m_title->setContentsMargins(0, 0, 0, 8);
    column->addWidget(m_title);
    auto *listColumn = new QVBoxLayout(m_list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    listColumn->addLayout(m_rows);
    column->addWidget(m_list);
    column->addStretch();

    auto *holder = new QWidget;
    auto *centre = new QHBoxLayout(holder);
    centre->addStretch();
    centre->addWidget(page);
    centre->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(holder);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(&m_recent, &RecentProjects::changed, this, &StartPage::refresh);
    setNote({});
    refresh();
}

void StartPage::setNote(const QString &text, bool problem)
{
    const QString usual = tr("Or drop files and folders anywhere in this window.");
    m_note->setText(text.isEmpty() ? usual : text);
    QPalette colours = palette();
    const theme::Theme &theme = theme::themeOf(colours);
    colours.setColor(QPalette::WindowText, theme.colour(problem ? Token::Bad : text.isEmpty() ? Token::Text3 : Token::Text1));
    m_note->setPalette(colours);
}

void StartPage::setProgress(double share)
{
    m_bar->setRange(0, share < 0 ? 0 : 1000);
    if (share >= 0)
        m_bar->setValue(static_cast<int>(share * 1000));
    m_bar->show();
    m_stop->show();
}

void StartPage::endProgress()
{
    m_bar->hide();
    m_stop->hide();
}

void StartPage::refresh()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const RecentProjects::Entry &entry : m_recent.entries()) {
        const bool missing = !store::Project::isProject(entry.folder);
        auto *row = new RecentRow(entry.name, entry.folder, entry.items, entry.finished, missing);
        row->setEnabled(true);
        if (!missing)
            connect(row, &RecentRow::clicked, this, [this, folder = entry.folder] { emit recentRequested(folder); });
        connect(row, &RecentRow::removeRequested, this, [this, folder = entry.folder] {
            // After the row's own click is over.
            QMetaObject::invokeMethod(
                this, [this, folder] { m_recent.remove(folder); }, Qt::QueuedConnection);
        });
        m_rows->addWidget(row);
    }
    m_title->setVisible(!m_recent.entries().empty());
}

}  // namespace plumbline::workstation

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
#include <QStyle>
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
    theme::themedIcon(m_icon, colours.colour(Token::Accent)).paint(&painter, QStyle::visualRect(layoutDirection(), rect(), QRect(20, 20, 28, 28)));
    QFont font = this->font();
    font.setPixelSize(16);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(colours.colour(Token::Text1));
    painter.drawText(QRect(20, 58, width() - 40, 24), Qt::AlignLeading | Qt::AlignVCenter, text());
    painter.setFont(this->font());
    painter.setPen(colours.colour(Token::Text2));
    painter.drawText(QRect(20, 84, width() - 40, 40), Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap, m_explanation);
}

RecentRow::RecentRow(const RecentProjects::Entry &entry, bool missing, QWidget *parent)
    : QAbstractButton(parent), m_entry(entry), m_missing(missing), m_picture(RecentProjects::thumbnail(entry.folder)),
      m_star(new QToolButton(this)), m_remove(new QToolButton(this))
{
    setText(entry.name);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(sizeHint().height());
    setToolTip(entry.folder);
    const QString name = missing ? tr("%1, not there any more").arg(entry.name)
                                 : tr("%1, %2 of %3 items finished").arg(entry.name).arg(entry.finished).arg(entry.items);
    setAccessibleName(entry.favourite ? tr("%1, favourite").arg(name) : name);
    for (QToolButton *button : {m_star, m_remove}) {
        button->setAutoRaise(true);
        button->resize(28, 28);
    }
    m_star->setIcon(theme::themedIcon(QStringLiteral("star"), entry.favourite ? theme::themeOf(palette()).colour(Token::Warn)
                                                                              : theme::themeOf(palette()).colour(Token::Text3)));
    m_star->setCheckable(true);
    m_star->setChecked(entry.favourite);
    m_star->setObjectName(QStringLiteral("favourite"));
    m_star->setToolTip(entry.favourite ? tr("No favourite any more") : tr("Make it a favourite: it stays at the top"));
    m_star->setAccessibleName(tr("Favourite: %1").arg(entry.name));
    connect(m_star, &QToolButton::clicked, this, &RecentRow::favouriteChosen);
    m_remove->setIcon(theme::themedIcon(QStringLiteral("reject")));
    m_remove->setToolTip(tr("Remove from this list"));
    m_remove->setAccessibleName(tr("Remove %1 from this list").arg(entry.name));
    connect(m_remove, &QToolButton::clicked, this, &RecentRow::removeRequested);
    showButtons(false);
    if (!missing)
        setCursor(Qt::PointingHandCursor);
}

// What is not shown can still be reached by Tab, and shows itself then.
void RecentRow::showButtons(bool shown)
{
    m_star->setVisible(shown || m_entry.favourite);
    m_remove->setVisible(shown || m_missing);
}

void RecentRow::resizeEvent(QResizeEvent *)
{
    const int top = (height() - m_remove->height()) / 2;
    const auto place = [&](int fromEnd) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(width() - fromEnd, top, m_remove->width(), m_remove->height()));
    };
    m_remove->setGeometry(place(36));
    m_star->setGeometry(place(66));
}

void RecentRow::enterEvent(QEnterEvent *event)
{
    showButtons(true);
    update();
    QAbstractButton::enterEvent(event);
}

void RecentRow::leaveEvent(QEvent *event)
{
    showButtons(hasFocus());
    update();
    QAbstractButton::leaveEvent(event);
}

void RecentRow::focusInEvent(QFocusEvent *event)
{
    showButtons(true);
    QAbstractButton::focusInEvent(event);
}

void RecentRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Theme &colours = theme::themeOf(palette());
    if (underMouse() || hasFocus())
        paintCard(painter, *this, underMouse(), isDown());
    painter.setRenderHint(QPainter::Antialiasing);
    const auto mirrored = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    constexpr QSize frame{72, 48};
    const QRect picture(12, (height() - frame.height()) / 2, frame.width(), frame.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.colour(Token::Surface0));
    painter.drawRoundedRect(mirrored(picture), 3, 3);
    if (m_picture.isNull()) {
        theme::themedIcon(QStringLiteral("image"), colours.colour(Token::Text3)).paint(&painter, mirrored(picture).adjusted(24, 12, -24, -12));
    } else {
        const QSize size = m_picture.size().scaled(frame, Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QRect place(picture.center() - QPoint(size.width() / 2, size.height() / 2), size);
        painter.drawImage(mirrored(place), m_picture);
    }
    const QRect area = rect().adjusted(12 + frame.width() + 14, 12, -76, -12);
    const int end = 190;
    const QRect words = area.adjusted(0, 0, -end, 0);
    painter.setPen(colours.colour(m_missing ? Token::Text3 : Token::Text1));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.drawText(mirrored(words), Qt::AlignLeading | Qt::AlignTop, QFontMetrics(bold).elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(font());
    painter.setPen(colours.colour(Token::Text3));
    painter.drawText(mirrored(words), Qt::AlignLeading | Qt::AlignBottom,
                     fontMetrics().elidedText(shortPath(m_entry.folder), Qt::ElideMiddle, words.width()));
    const QRect side(area.right() - end + 24, area.top(), end - 24, area.height());
    const QLocale locale;
    if (m_missing) {
        painter.drawText(mirrored(side), Qt::AlignTrailing | Qt::AlignVCenter, tr("not there any more"));
        return;
    }
    painter.drawText(mirrored(side), Qt::AlignTrailing | Qt::AlignTop,
                     tr("%1 of %2").arg(locale.toString(qlonglong(m_entry.finished)), locale.toString(qlonglong(m_entry.items))));
    const QRectF track(mirrored(QRect(side.left(), side.bottom() - 7, side.width(), 4)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.colour(underMouse() ? Token::Line : Token::Surface3));
    painter.drawRoundedRect(track, 2, 2);
    if (m_entry.items > 0 && m_entry.finished > 0) {
        painter.setBrush(colours.colour(m_entry.finished == m_entry.items ? Token::Good : Token::Accent));
        const double share = static_cast<double>(m_entry.finished) / static_cast<double>(m_entry.items);
        const double length = std::max(4.0, track.width() * share);
        const double left = layoutDirection() == Qt::RightToLeft ? track.right() - length : track.left();
        painter.drawRoundedRect(QRectF(left, track.top(), length, track.height()), 2, 2);
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
    auto *line = new QLabel(tr("Label pictures and LiDAR scenes, and know how good the labels are."));
    line->setForegroundRole(QPalette::PlaceholderText);

    auto *folder = new Tile(QStringLiteral("folder-open"), tr("Open a folder"),
                            tr("Pictures or sweeps, with their labels if there are any."));
    folder->setObjectName(QStringLiteral("openFolderTile"));
    auto *sample =
        new Tile(QStringLiteral("demo"), tr("Sample project"), tr("60 street pictures and a LiDAR drive to try everything on."));
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
    auto *packet = new QToolButton;
    packet->setObjectName(QStringLiteral("openPacketButton"));
    packet->setText(tr("Open a packet…"));
    packet->setIcon(theme::themedIcon(QStringLiteral("import")));
    packet->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    packet->setAutoRaise(true);
    packet->setAccessibleName(tr("Open a packet"));
    connect(packet, &QToolButton::clicked, this, &StartPage::openPacketRequested);

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
    progress->addWidget(packet);
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
        auto *row = new RecentRow(entry, missing);
        if (!missing)
            connect(row, &RecentRow::clicked, this, [this, folder = entry.folder] { emit recentRequested(folder); });
        connect(row, &RecentRow::removeRequested, this, [this, folder = entry.folder] {
            // After the row's own click is over.
            QMetaObject::invokeMethod(
                this, [this, folder] { m_recent.remove(folder); }, Qt::QueuedConnection);
        });
        connect(row, &RecentRow::favouriteChosen, this, [this, folder = entry.folder](bool favourite) {
            QMetaObject::invokeMethod(
                this, [this, folder, favourite] { m_recent.setFavourite(folder, favourite); }, Qt::QueuedConnection);
        });
        m_rows->addWidget(row);
    }
    m_title->setVisible(!m_recent.entries().empty());
}

}  // namespace plumbline::workstation

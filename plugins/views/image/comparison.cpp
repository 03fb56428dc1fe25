// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/comparison.h"

#include "widgets/canvas/splitdivider.h"
#include "widgets/theme/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>

namespace plumbline::imageview {

namespace {

constexpr int margin = 12;
constexpr int panelWidth = 280;
constexpr int mostRows = 9;
const QColor mineColour(0x4D, 0xA3, 0xFF);
const QColor theirsColour(0xFF, 0xA0, 0x2E);

QString layerWords(const QString &layer)
{
    if (layer == model::acceptedLayer())
        return Comparison::tr("accepted labels");
    return model::isModelLayer(layer) ? Comparison::tr("model %1").arg(layer.section(QLatin1Char(':'), 1)) : layer;
}

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(colour);
    return pixmap;
}

}  // namespace

std::vector<Difference> differencesOf(const std::vector<model::Annotation> &mine, const std::vector<model::Annotation> &theirs,
                                      double sameShape)
{
    const matching::MatchResult result = matching::match(mine, theirs);
    std::vector<Difference> found;
    for (const std::size_t i : result.missed)
        found.push_back({Difference::Kind::OnlyMine, mine[i].id, {}, 0});
    for (const std::size_t i : result.invented)
        found.push_back({Difference::Kind::OnlyTheirs, {}, theirs[i].id, 0});
    for (const matching::Match &match : result.matches) {
        if (!match.sameClass)
            found.push_back({Difference::Kind::OtherClass, mine[match.truth].id, theirs[match.candidate].id, match.iou});
        else if (match.iou < sameShape)
            found.push_back({Difference::Kind::OtherShape, mine[match.truth].id, theirs[match.candidate].id, match.iou});
    }
    std::stable_sort(found.begin(), found.end(), [](const Difference &a, const Difference &b) { return a.kind < b.kind; });
    return found;
}

Comparison::Comparison(canvas::ImageCanvas &canvas, document::Editing &editing, Reveal reveal)
    : QFrame(&canvas), m_canvas(canvas), m_editing(editing), m_reveal(std::move(reveal)),
      m_divider(new canvas::SplitDivider(canvas)), m_mine(new QLabel), m_others(new QComboBox), m_counts(new QLabel),
      m_list(new QListWidget)
{
    setObjectName(QStringLiteral("comparison"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setFixedWidth(panelWidth);
    setAccessibleName(tr("Comparison of two layers"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 8, 12);
    grid->setVerticalSpacing(6);
    auto *title = new QLabel(tr("Compare"));
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(theme::themedIcon(QStringLiteral("reject")));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("End the comparison"));
    connect(close, &QToolButton::clicked, this, [this] { setMode(Mode::Off); });
    auto *ownSwatch = new QLabel;
    ownSwatch->setPixmap(swatch(mineColour).pixmap(12, 12));
    auto *otherSwatch = new QLabel;
    otherSwatch->setPixmap(swatch(theirsColour).pixmap(12, 12));
    m_others->setAccessibleName(tr("Layer to compare with"));
    m_list->setAccessibleName(tr("Differences"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_counts->setWordWrap(true);
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(close, 0, 2, Qt::AlignRight);
    grid->addWidget(ownSwatch, 1, 0);
    grid->addWidget(m_mine, 1, 1, 1, 2);
    grid->addWidget(otherSwatch, 2, 0);
    grid->addWidget(m_others, 2, 1, 1, 2);
    grid->addWidget(m_counts, 3, 0, 1, 3);
    grid->addWidget(m_list, 4, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_others, &QComboBox::activated, this, [this] {
        m_other = m_others->currentData().toString();
        refresh();
        emit changed();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row < 0 || static_cast<std::size_t>(row) >= m_differences.size())
            return;
        const Difference &difference = m_differences[static_cast<std::size_t>(row)];
        m_reveal(difference.mine.isNull() ? difference.theirs : difference.mine);
    });
    canvas.installEventFilter(this);
    hide();
}

QStringList Comparison::otherLayers() const
{
    QStringList layers;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (annotation.layer != m_own && !layers.contains(annotation.layer))
            layers.append(annotation.layer);
    // What was accepted is what one wants to be measured against, then other people, then models.
    std::stable_sort(layers.begin(), layers.end(), [](const QString &a, const QString &b) {
        const auto rank = [](const QString &layer) {
            return layer == model::acceptedLayer() ? 0 : model::isModelLayer(layer) ? 2 : 1;
        };
        return std::pair(rank(a), a) < std::pair(rank(b), b);
    });
    return layers;
}

bool Comparison::setMode(Mode mode)
{
    if (mode != Mode::Off) {
        m_own = m_editing.newAnnotation(geometry::Box{}).layer;
        const QStringList others = otherLayers();
        if (others.isEmpty())
            return false;
        if (!others.contains(m_other))
            m_other = others.front();
    }
    m_mode = mode;
    m_divider->setVisible(mode == Mode::Split);
    setVisible(mode != Mode::Off);
    refresh();
    if (mode == Mode::Off)
        m_canvas.setFocus();
    emit changed();
    return true;
}

bool Comparison::shows(const model::Annotation &annotation) const
{
    return annotation.layer == m_own || annotation.layer == m_other;
}

void Comparison::adapt(const model::Annotation &annotation, canvas::CanvasShape &shape) const
{
    if (m_mode == Mode::Off)
        return;
    const bool own = annotation.layer == m_own;
    shape.colour = own ? mineColour : theirsColour;
    shape.hatched = false;
    if (m_mode == Mode::Split)
        shape.side = own ? canvas::CanvasShape::Side::Left : canvas::CanvasShape::Side::Right;
}

QString Comparison::classOf(AnnotationId id) const
{
    const model::Annotation *annotation = m_editing.annotation(id);
    const model::LabelClass *labelClass = annotation ? m_editing.schema().find(annotation->labelClass) : nullptr;
    return labelClass ? labelClass->name : tr("no class");
}

QString Comparison::wordsFor(const Difference &difference) const
{
    switch (difference.kind) {
    case Difference::Kind::OnlyMine: return tr("%1: only in mine").arg(classOf(difference.mine));
    case Difference::Kind::OnlyTheirs: return tr("%1: only in the other").arg(classOf(difference.theirs));
    case Difference::Kind::OtherClass: return tr("%1 here, %2 there").arg(classOf(difference.mine), classOf(difference.theirs));
    case Difference::Kind::OtherShape: break;
    }
    return tr("%1: overlap %2").arg(classOf(difference.mine)).arg(difference.iou, 0, 'f', 2);
}

void Comparison::refreshWords()
{
    m_mine->setText(tr("mine (%1)").arg(layerWords(m_own)));
    m_others->clear();
    for (const QString &layer : otherLayers())
        m_others->addItem(layerWords(layer), layer);
    m_others->setCurrentIndex(m_others->findData(m_other));
    const auto count = [this](Difference::Kind kind) {
        return std::count_if(m_differences.begin(), m_differences.end(), [kind](const Difference &d) { return d.kind == kind; });
    };
    m_counts->setText(m_differences.empty()
                          ? tr("No differences.")
                          : tr("%1 only in mine, %2 only in the other, %3 of another class, %4 of another shape")
                                .arg(count(Difference::Kind::OnlyMine))
                                .arg(count(Difference::Kind::OnlyTheirs))
                                .arg(count(Difference::Kind::OtherClass))
                                .arg(count(Difference::Kind::OtherShape)));
    m_divider->setWords(m_mine->text(), m_others->currentText());
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const Difference &difference : m_differences) {
        auto *item = new QListWidgetItem(wordsFor(difference), m_list);
        const bool both = !difference.mine.isNull() && !difference.theirs.isNull();
        item->setIcon(swatch(both ? QColor(200, 200, 200) : difference.mine.isNull() ? theirsColour : mineColour));
    }
    if (row >= 0 && row < m_list->count())
        m_list->setCurrentRow(row);
    const int rows = std::clamp(m_list->count(), 1, mostRows);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), m_list->fontMetrics().height() + 6) + 4);
    m_list->setVisible(!m_differences.empty());
}

void Comparison::refresh()
{
    if (m_mode == Mode::Off)
        return;
    std::vector<model::Annotation> mine;
    std::vector<model::Annotation> theirs;
    for (const model::Annotation &annotation : m_editing.annotations()) {
        if (annotation.layer == m_own)
            mine.push_back(annotation);
        else if (annotation.layer == m_other)
            theirs.push_back(annotation);
    }
    m_differences = differencesOf(mine, theirs);
    refreshWords();
    place();
}

void Comparison::step(int direction)
{
    if (m_mode == Mode::Off && !setMode(Mode::Overlay))
        return;
    const int count = m_list->count();
    if (count == 0)
        return;
    const int row = m_list->currentRow();
    m_list->setCurrentRow(row < 0 ? (direction > 0 ? 0 : count - 1) : (row + direction + count) % count);
}

void Comparison::place()
{
    layout()->activate();
    resize(panelWidth, layout()->totalSizeHint().height());
    move(margin, margin);
    raise();
}

bool Comparison::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_canvas && event->type() == QEvent::Resize && m_mode != Mode::Off)
        place();
    return false;
}

}  // namespace plumbline::imageview

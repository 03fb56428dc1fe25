// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/extension/uiplugin.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::workstation {

/// Over a pane or in the legend: the number that chooses it, whose labels they are, what they say. Main thread only.
class CompareHeader final : public QWidget
{
    Q_OBJECT

public:
    struct Content {
        int number = 0;  ///< 1 to 9; 0 = no key chooses it
        QString title;
        QString said;
        bool absent = false;  ///< says that there is nothing
        QColor colour;        ///< invalid = no mark of colour
        bool dashed = false;
        bool chosen = false;
        bool operator==(const Content &) const = default;
    };

    explicit CompareHeader(QWidget *parent);
    void setContent(const Content &content);
    [[nodiscard]] const Content &content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Content m_content;
};

/// Sources of labels beside each other, a pane each, or all in one with a legend. What moves one pane moves all. Where nothing can
/// show the kind of item, it says so. Main thread only.
class ComparePanes final : public QWidget
{
    Q_OBJECT

public:
    struct Source {
        extension::ComparedLabels labels;
        CompareHeader::Content header;
        bool shown = true;
    };

    /// The context must outlive it.
    explicit ComparePanes(extension::MediaContext &media, QWidget *parent = nullptr);
    ~ComparePanes() override;

    /// `factory` null or without panes: `why` says why nothing is shown.
    void showItem(const extension::ViewFactory *factory, const model::Item &item, const std::optional<model::Scene> &scene,
                  const QString &mediaPath, const QString &why);
    /// Words instead of panes.
    void showWords(const QString &icon, const QString &title, const QString &text);
    void setSources(std::vector<Source> sources, const model::Schema &schema);
    /// The headers alone.
    void setHeaders(const std::vector<CompareHeader::Content> &headers);
    void setOverlay(bool overlay);
    [[nodiscard]] bool isOverlay() const { return m_overlay; }
    void setMarked(const std::vector<AnnotationId> &labels, bool go);
    /// All of the item into sight.
    void fit();

    /// Panes in sight, in the order of their sources.
    [[nodiscard]] std::vector<extension::ComparisonPane *> shownPanes() const;
    [[nodiscard]] std::vector<CompareHeader *> headers() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] std::vector<std::size_t> shownSources() const;
    void refresh();
    void arrange();
    void spread(const extension::ComparisonPane *from);

    extension::MediaContext &m_media;
    const extension::ViewFactory *m_factory = nullptr;
    std::vector<std::unique_ptr<extension::ComparisonPane>> m_panes;
    std::vector<CompareHeader *> m_headers;  // children, one for each source
    panels::EmptyState *m_empty;
    std::vector<Source> m_sources;
    model::Schema m_schema;
    model::Item m_item;
    std::optional<model::Scene> m_scene;
    QString m_path;
    std::vector<AnnotationId> m_marked;
    bool m_overlay = false;
    bool m_spreading = false;
};

}  // namespace plumbline::workstation

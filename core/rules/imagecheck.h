// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/boxindex.h"
#include "core/rules/finding.h"
#include "core/rules/ruleset.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <utility>
#include <vector>

namespace plumbline::rules {

/// What the rules say about the labels of one image (and of one layer: the caller chooses). After start(), only labels that
/// are named to update() are looked at again; overlaps are found through an index, so a change among ten thousand shapes
/// costs what it touches. Crowd and ignore regions are not counted, not measured and may overlap. Labels of different frames
/// are apart. One thread at a time.
class PLUMBLINE_CORE_EXPORT ImageCheck
{
public:
    explicit ImageCheck(std::shared_ptr<const RuleSet> rules);

    /// Forgets what was there. Size of the upright picture in pixels; 0 = unknown, then nothing is outside it.
    void start(int width, int height, const std::vector<const model::Annotation *> &labels);
    /// Each label's new value; null = it is gone.
    void update(const std::vector<std::pair<AnnotationId, const model::Annotation *>> &changes);

    /// In the order of the rules, then of the labels; the first few thousand.
    [[nodiscard]] std::vector<Finding> findings() const;
    /// Labels that a finding is about.
    [[nodiscard]] QSet<AnnotationId> flagged() const;
    /// Some overlaps were not looked at: too many shapes lie on each other.
    [[nodiscard]] bool incomplete() const { return m_work <= 0; }
    [[nodiscard]] const RuleSet &rules() const { return *m_rules; }

private:
    struct Overlap {
        int other = 0;
        double iou = 0;
    };
    struct Label {
        model::Annotation value;
        QString frame;
        geometry::Box box;
        double area = 0;
        bool measured = false;  // has bounds and is an object
        std::vector<std::pair<int, QString>> broken;  // rule, words
        std::vector<int> countedBy;
        std::vector<std::vector<Overlap>> overlaps;  // of each overlap rule; the other side lists it too
        bool full = false;                           // some of its overlaps are not listed
    };

    void restart(const std::vector<std::pair<AnnotationId, const model::Annotation *>> &changes);
    void insert(const model::Annotation &label);
    void remove(AnnotationId id);
    void checkAlone(Label &label) const;
    void checkValues(Label &label) const;
    void checkOverlaps(int slot);
    void unlink(int slot);
    [[nodiscard]] QString brokenAlone(const ReadyRule &rule, const Label &label) const;
    [[nodiscard]] bool apart(const ReadyRule &rule, const Label &a, const Label &b) const;
    [[nodiscard]] static bool isFull(const Label &label);
    void addOverlap(std::size_t rule, int slot, int other, double iou);
    void addCounts(std::vector<Finding> &found, std::size_t rule) const;
    void addOverlaps(std::vector<Finding> &found, std::size_t rule, std::size_t place) const;
    [[nodiscard]] QString titleOf(const model::Annotation &label) const;
    [[nodiscard]] std::vector<int> inOrder() const;

    std::shared_ptr<const RuleSet> m_rules;
    std::vector<std::size_t> m_overlapRules;
    int m_width = 0;
    int m_height = 0;
    std::vector<std::unique_ptr<Label>> m_labels;  // null = free
    std::vector<int> m_free;
    QHash<AnnotationId, int> m_slots;
    QHash<QString, BoxIndex> m_index;                      // of each frame
    std::vector<QHash<QString, int>> m_counts;             // of each rule, by frame
    double m_work = 1;  // left for comparing shapes
};

}  // namespace plumbline::rules

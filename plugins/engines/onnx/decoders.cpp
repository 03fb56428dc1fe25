// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/decoders.h"

#include "core/geometry/overlap.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace plumbline::engines::onnx {

namespace {

// Rows and columns of an output whose memory may be transposed.
struct Table {
    std::span<const float> values;
    std::size_t rows = 0;
    std::size_t rowStep = 0;
    std::size_t columnStep = 0;

    [[nodiscard]] double at(std::size_t row, std::size_t column) const
    {
        return double(values[row * rowStep + column * columnStep]);
    }
};

Result<Table> tableOf(std::span<const float> output, std::span<const std::int64_t> dims, const HeadSpec &head)
{
    const std::int64_t columns = head.classes + (head.decoder == Decoder::YoloV8 ? 4 : 5);
    if (!dims.empty() && dims.front() == 1 && dims.size() == 3)
        dims = dims.subspan(1);
    const bool plain = dims.size() == 2 && dims[0] > 0 && dims[1] > 0 && head.classes > 0
                       && static_cast<std::uint64_t>(dims[0]) <= output.size() / static_cast<std::uint64_t>(dims[1])
                       && static_cast<std::uint64_t>(dims[0] * dims[1]) == output.size();
    if (plain && head.decoder == Decoder::YoloV8 && dims[0] == columns)
        return Table{output, static_cast<std::size_t>(dims[1]), 1, static_cast<std::size_t>(dims[1])};
    const bool fits = plain && dims[1] == columns
                      && (head.decoder != Decoder::YoloX || dims[0] == gridCells(head.input, head.strides));
    if (fits)
        return Table{output, static_cast<std::size_t>(dims[0]), static_cast<std::size_t>(columns), 1};
    QStringList words;
    for (const std::int64_t size : dims)
        words.append(QString::number(size));
    return fail(
        ErrorCode::Unsupported,
        QCoreApplication::translate("plumbline::engines::onnx",
                                    "The model's output (%1) does not fit its decoder with %2 classes and an input of %3 × %4.")
            .arg(words.join(QStringLiteral(" × ")))
            .arg(head.classes)
            .arg(head.input.width())
            .arg(head.input.height()));
}

// Centre and size in input pixels for each row of a YOLOX head.
class Grid
{
public:
    explicit Grid(const HeadSpec &head) : m_head(head) { enter(); }

    [[nodiscard]] geometry::Box place(double tx, double ty, double tw, double th) const
    {
        const double stride = m_head.strides[m_level];
        const double w = std::exp(tw) * stride;
        const double h = std::exp(th) * stride;
        return {(tx + m_column) * stride - w / 2, (ty + m_row) * stride - h / 2, w, h};
    }

    void advance()
    {
        if (++m_column < m_columns)
            return;
        m_column = 0;
        if (++m_row < m_rows)
            return;
        m_row = 0;
        if (m_level + 1 < m_head.strides.size()) {
            ++m_level;
            enter();
        }
    }

private:
    void enter()
    {
        m_columns = m_head.input.width() / m_head.strides[m_level];
        m_rows = m_head.input.height() / m_head.strides[m_level];
    }

    const HeadSpec &m_head;
    std::size_t m_level = 0;
    int m_columns = 0;
    int m_rows = 0;
    int m_column = 0;
    int m_row = 0;
};

struct Best {
    int classIndex = -1;
    double score = 0;
};

Best bestClass(const Table &table, std::size_t row, std::size_t firstColumn, int classes, double objectness)
{
    Best best;
    for (int i = 0; i < classes; ++i) {
        const double score = objectness * table.at(row, firstColumn + static_cast<std::size_t>(i));
        if (score > best.score)  // false for NaN
            best = {i, score};
    }
    best.score = std::min(best.score, 1.0);
    return best;
}

bool isUsable(const geometry::Box &box)
{
    return std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.w) && std::isfinite(box.h) && box.w > 0 && box.h > 0;
}

}  // namespace

std::int64_t gridCells(QSize input, const std::vector<int> &strides)
{
    std::int64_t cells = 0;
    for (const int stride : strides)
        cells += std::int64_t(input.width() / stride) * (input.height() / stride);
    return cells;
}

Result<std::vector<Candidate>> decode(std::span<const float> output, std::span<const std::int64_t> dims, const HeadSpec &head,
                                      double scoreThreshold)
{
    const auto table = tableOf(output, dims, head);
    if (!table)
        return fail(table.error());
    const bool hasObjectness = head.decoder != Decoder::YoloV8;
    std::vector<Candidate> found;
    std::optional<Grid> grid;
    if (head.decoder == Decoder::YoloX)
        grid.emplace(head);
    for (std::size_t row = 0; row < table->rows; ++row) {
        const double objectness = hasObjectness ? table->at(row, 4) : 1.0;
        const Best best = bestClass(*table, row, hasObjectness ? 5 : 4, head.classes, objectness);
        if (best.classIndex >= 0 && best.score >= scoreThreshold) {
            const double a = table->at(row, 0), b = table->at(row, 1), c = table->at(row, 2), d = table->at(row, 3);
            const geometry::Box box = grid ? grid->place(a, b, c, d) : geometry::Box{a - c / 2, b - d / 2, c, d};
            if (isUsable(box))
                found.push_back({best.classIndex, box, best.score});
        }
        if (grid)
            grid->advance();
    }
    std::stable_sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    if (found.size() > maximumCandidates)
        found.resize(maximumCandidates);
    return found;
}

std::vector<Candidate> suppress(std::vector<Candidate> candidates, double iou)
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    std::vector<Candidate> kept;
    for (const Candidate &candidate : candidates) {
        const bool covered = std::any_of(kept.begin(), kept.end(), [&](const Candidate &better) {
            return better.classIndex == candidate.classIndex && geometry::boxIou(better.box, candidate.box) > iou;
        });
        if (!covered)
            kept.push_back(candidate);
    }
    return kept;
}

}  // namespace plumbline::engines::onnx

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imagesegmentation.h"

#include "core/geometry/maskspans.h"

#include <QCoreApplication>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/imgproc/segmentation.hpp>

namespace plumbline::imageview {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::imageview", text);
}

Error errorOf(const cv::Exception &exception)
{
    return {ErrorCode::Failed, tr("The pixels here could not be worked on."), QString::fromStdString(exception.msg)};
}

// Three channels of 8 bits, as a copy of its own.
cv::Mat matrixOf(const QImage &picture)
{
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    const cv::Mat borrowed(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar *>(rgb.constBits()),
                           static_cast<std::size_t>(rgb.bytesPerLine()));
    return borrowed.clone();
}

// Foreground where `is` says so of the value.
template <typename F>
geometry::Mask maskOfMatrix(const cv::Mat &matrix, F is)
{
    // Masks run down the columns.
    cv::Mat columns;
    cv::transpose(matrix, columns);
    geometry::Mask mask{static_cast<std::uint32_t>(matrix.cols), static_cast<std::uint32_t>(matrix.rows), {}};
    geometry::RunWriter runs(mask.counts);
    for (int x = 0; x < columns.rows; ++x) {
        const uchar *column = columns.ptr<uchar>(x);
        for (int y = 0; y < columns.cols;) {
            const bool foreground = is(column[y]);
            const int start = y;
            while (y < columns.cols && is(column[y]) == foreground)
                ++y;
            runs.add(foreground, static_cast<std::uint64_t>(y - start));
        }
    }
    runs.finish();
    return mask;
}

class ScissorsWire final : public LiveWire
{
public:
    ScissorsWire(cv::segmentation::IntelligentScissorsMB scissors, QSize size) : m_scissors(std::move(scissors)), m_size(size) {}

    std::vector<QPoint> pathTo(QPoint target) const override
    {
        const cv::Point to(std::clamp(target.x(), 0, m_size.width() - 1), std::clamp(target.y(), 0, m_size.height() - 1));
        std::vector<QPoint> path;
        try {
            std::vector<cv::Point> contour;
            m_scissors.getContour(to, contour);
            for (const cv::Point &p : contour)
                path.emplace_back(p.x, p.y);
        } catch (const cv::Exception &) {
            path.clear();
        }
        if (path.empty())
            path.emplace_back(to.x, to.y);
        return path;
    }

private:
    cv::segmentation::IntelligentScissorsMB m_scissors;
    QSize m_size;
};

}  // namespace

Result<geometry::Mask> similarRegion(const QImage &picture, QPoint seed, int tolerance)
{
    if (!picture.rect().contains(seed))
        return fail(ErrorCode::InvalidArgument, tr("Click inside the picture."));
    try {
        cv::Mat pixels = matrixOf(picture);
        cv::Mat filled = cv::Mat::zeros(pixels.rows + 2, pixels.cols + 2, CV_8UC1);
        const cv::Scalar range = cv::Scalar::all(std::clamp(tolerance, 0, 255));
        cv::floodFill(pixels, filled, cv::Point(seed.x(), seed.y()), cv::Scalar(), nullptr, range, range,
                      4 | cv::FLOODFILL_FIXED_RANGE | cv::FLOODFILL_MASK_ONLY | (1 << 8));
        return maskOfMatrix(filled(cv::Rect(1, 1, pixels.cols, pixels.rows)), [](uchar value) { return value != 0; });
    } catch (const cv::Exception &exception) {
        return fail(errorOf(exception));
    }
}

Result<std::shared_ptr<const LiveWire>> LiveWire::fromSeed(const QImage &picture, QPoint seed, jobs::JobControl &control)
{
    if (!picture.rect().contains(seed))
        return fail(ErrorCode::InvalidArgument, tr("Click inside the picture."));
    try {
        const cv::Mat pixels = matrixOf(picture);
        cv::segmentation::IntelligentScissorsMB scissors;
        // Canny keeps to colour edges; the thresholds suit photographs of 8 bits a channel.
        scissors.setEdgeFeatureCannyParameters(32, 100);
        scissors.setGradientMagnitudeMaxLimit(200);
        scissors.applyImage(pixels);
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        scissors.buildMap(cv::Point(seed.x(), seed.y()));
        return std::shared_ptr<const LiveWire>(std::make_shared<const ScissorsWire>(std::move(scissors), picture.size()));
    } catch (const cv::Exception &exception) {
        return fail(errorOf(exception));
    }
}

Result<geometry::Mask> grabCut(const QImage &picture, const QRect &box, const QImage &hints, jobs::JobControl &control)
{
    const QRect inside = box.intersected(picture.rect());
    if (inside.isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("The box lies outside the picture."));
    try {
        const cv::Mat pixels = matrixOf(picture);
        cv::Mat labels(pixels.rows, pixels.cols, CV_8UC1, cv::Scalar(cv::GC_BGD));
        labels(cv::Rect(inside.x(), inside.y(), inside.width(), inside.height())).setTo(cv::GC_PR_FGD);
        bool background = inside != picture.rect();
        for (int y = 0; y < std::min(labels.rows, hints.height()); ++y) {
            const uchar *hint = hints.constScanLine(y);
            uchar *label = labels.ptr<uchar>(y);
            for (int x = 0; x < std::min(labels.cols, hints.width()); ++x) {
                if (hint[x] == uchar(Scribble::Foreground))
                    label[x] = cv::GC_FGD;
                else if (hint[x] == uchar(Scribble::Background))
                    label[x] = cv::GC_BGD;
                background = background || hint[x] == uchar(Scribble::Background);
            }
        }
        if (!background)
            return fail(ErrorCode::InvalidArgument, tr("The box leaves no background around it: draw a smaller one."));
        if (cv::countNonZero((labels & 1) != 0) == 0)
            return geometry::Mask{static_cast<std::uint32_t>(pixels.cols),
                                  static_cast<std::uint32_t>(pixels.rows),
                                  {static_cast<std::uint32_t>(pixels.total())}};
        constexpr int rounds = 4;
        cv::Mat backgroundModel;
        cv::Mat foregroundModel;
        for (int round = 0; round < rounds; ++round) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            control.report(round, rounds);
            cv::grabCut(pixels, labels, cv::Rect(), backgroundModel, foregroundModel, 1,
                        round == 0 ? cv::GC_INIT_WITH_MASK : cv::GC_EVAL);
        }
        return maskOfMatrix(labels, [](uchar value) { return (value & 1) != 0; });
    } catch (const cv::Exception &exception) {
        return fail(errorOf(exception));
    }
}

}  // namespace plumbline::imageview

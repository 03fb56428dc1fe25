// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/classical/peopledetector.h"

#include "core/base/sha256.h"
#include "core/geometry/overlap.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace plumbline::engines::classical {

namespace {

constexpr int longestSide = 1280;
constexpr double levelFactor = 1.05;
constexpr double suppressionIou = 0.4;
const cv::Size windowSize(64, 128);

// The detector was trained on windows with a margin around the person; this is the person's part of a window.
geometry::Box personIn(const cv::Rect2d &window)
{
    return {window.x + 0.15 * window.width, window.y + 0.08 * window.height, 0.7 * window.width, 0.82 * window.height};
}

std::optional<geometry::Box> clipped(const geometry::Box &box, const QSize &size)
{
    const double x = std::clamp(box.x, 0.0, double(size.width()));
    const double y = std::clamp(box.y, 0.0, double(size.height()));
    const geometry::Box inside{x, y, std::clamp(box.right(), 0.0, double(size.width())) - x,
                               std::clamp(box.bottom(), 0.0, double(size.height())) - y};
    return inside.w > 0 && inside.h > 0 ? std::optional(inside) : std::nullopt;
}

std::vector<Person> suppress(std::vector<Person> people)
{
    std::sort(people.begin(), people.end(), [](const Person &a, const Person &b) {
        return std::tuple(-a.score, a.box.x, a.box.y, a.box.w) < std::tuple(-b.score, b.box.x, b.box.y, b.box.w);
    });
    std::vector<Person> kept;
    for (const Person &person : people) {
        const bool covered = std::any_of(kept.begin(), kept.end(), [&](const Person &better) {
            return geometry::boxIou(better.box, person.box) > suppressionIou;
        });
        if (!covered)
            kept.push_back(person);
    }
    return kept;
}

}  // namespace

struct PeopleDetector::Private {
    cv::HOGDescriptor hog;
    QString weightsSha256;

    // One size of the picture; windows in pixels of `picture`.
    void searchLevel(const cv::Mat &picture, double factor, std::vector<std::pair<cv::Rect2d, double>> &found) const
    {
        cv::Mat level;
        const cv::Size size(cvRound(picture.cols / factor), cvRound(picture.rows / factor));
        cv::resize(picture, level, size, 0, 0, cv::INTER_AREA);
        std::vector<cv::Point> corners;
        std::vector<double> margins;
        hog.detect(level, corners, margins, 0, cv::Size(8, 8), cv::Size(16, 16));
        for (std::size_t i = 0; i < corners.size(); ++i)
            found.emplace_back(
                cv::Rect2d(corners[i].x * factor, corners[i].y * factor, windowSize.width * factor, windowSize.height * factor),
                margins[i]);
    }

    [[nodiscard]] std::vector<Person> search(const QImage &rgb, double scoreThreshold, const jobs::JobControl &control) const
    {
        const cv::Mat whole(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar *>(rgb.constBits()),
                            static_cast<std::size_t>(rgb.bytesPerLine()));
        const double shrink = std::max(1.0, double(std::max(whole.cols, whole.rows)) / longestSide);
        cv::Mat picture = whole;
        if (shrink > 1)
            cv::resize(whole, picture,
                       cv::Size(std::max(1, cvRound(whole.cols / shrink)), std::max(1, cvRound(whole.rows / shrink))), 0, 0,
                       cv::INTER_AREA);
        std::vector<double> factors;
        for (double factor = 1; picture.cols / factor >= windowSize.width && picture.rows / factor >= windowSize.height;
             factor *= levelFactor)
            factors.push_back(factor);
        std::vector<std::vector<std::pair<cv::Rect2d, double>>> levels(factors.size());
        // A list per level keeps the answer independent of the order in which threads finish.
        cv::parallel_for_(cv::Range(0, static_cast<int>(factors.size())), [&](const cv::Range &range) {
            for (int i = range.start; i < range.end && !control.cancelled(); ++i)
                searchLevel(picture, factors[static_cast<std::size_t>(i)], levels[static_cast<std::size_t>(i)]);
        });
        std::vector<Person> people;
        const double scaleX = double(whole.cols) / picture.cols;
        const double scaleY = double(whole.rows) / picture.rows;
        for (const auto &level : levels) {
            for (const auto &[window, margin] : level) {
                const double score = scoreFromMargin(margin);
                const cv::Rect2d scaled(window.x * scaleX, window.y * scaleY, window.width * scaleX, window.height * scaleY);
                const auto box = clipped(personIn(scaled), rgb.size());
                if (box && score >= scoreThreshold)
                    people.push_back({*box, score});
            }
        }
        return suppress(std::move(people));
    }
};

double scoreFromMargin(double margin)
{
    return 1.0 / (1.0 + std::exp(-2.0 * (margin - 0.5)));
}

PeopleDetector::PeopleDetector() : d(std::make_unique<Private>())
{
    const std::vector<float> weights = cv::HOGDescriptor::getDefaultPeopleDetector();
    d->hog.setSVMDetector(weights);
    const auto *bytes = reinterpret_cast<const char *>(weights.data());
    d->weightsSha256 = base::sha256({bytes, static_cast<qsizetype>(weights.size() * sizeof(float))}).toHex();
}

PeopleDetector::~PeopleDetector() = default;

Result<std::vector<Person>> PeopleDetector::detect(const QImage &image, double scoreThreshold, const jobs::JobControl &control)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("plumbline::engines::classical", text); };
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    if (rgb.isNull())
        return fail(ErrorCode::InvalidArgument,
                    words(QT_TRANSLATE_NOOP("plumbline::engines::classical", "The picture is empty or too large for memory.")));
    std::vector<Person> people;
    try {
        people = d->search(rgb, scoreThreshold, control);
    } catch (const std::exception &error) {
        return fail(ErrorCode::Failed,
                    words(QT_TRANSLATE_NOOP("plumbline::engines::classical", "The people detector failed on this picture.")),
                    QString::fromUtf8(error.what()));
    }
    if (control.cancelled())
        return jobs::JobControl::cancelledError();
    return people;
}

QString PeopleDetector::weightsSha256() const
{
    return d->weightsSha256;
}

QString PeopleDetector::libraryVersion()
{
    return QStringLiteral("opencv-%1.%2.%3").arg(CV_VERSION_MAJOR).arg(CV_VERSION_MINOR).arg(CV_VERSION_REVISION);
}

}  // namespace plumbline::engines::classical

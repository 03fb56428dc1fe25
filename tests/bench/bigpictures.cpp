// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes a JPEG and a PNG of 150 megapixels for first_paint.py and bench_view: a photo again and again, or noise over waves
// when none is given, with a magenta block at the top left and a cyan one at the bottom right.
//
//   bigpictures FOLDER [PHOTO]

#include <QGuiApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <cmath>
#include <cstdio>

namespace {

constexpr QSize whole(15000, 10000);
constexpr QSize mark(5000, 4000);

QImage waves()
{
    QImage image(3000, 2000, QImage::Format_RGB888);
    quint32 seed = 1;
    for (int y = 0; y < image.height(); ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            seed = seed * 1664525 + 1013904223;
            const double base = 110 + 60 * std::sin(x / 90.0) * std::cos(y / 70.0);
            for (int c = 0; c < 3; ++c)
                line[3 * x + c] = static_cast<uchar>(base + 12 * c + ((seed >> (8 * c + 4)) & 15));
        }
    }
    return image;
}

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2)
        return 2;
    QImage tile = arguments.size() > 2 ? QImage(arguments[2]).convertToFormat(QImage::Format_RGB888) : QImage();
    if (tile.isNull())
        tile = waves();
    QImage picture(whole, QImage::Format_RGB888);
    {
        QPainter painter(&picture);
        for (int y = 0; y < whole.height(); y += tile.height())
            for (int x = 0; x < whole.width(); x += tile.width())
                painter.drawImage(x, y, tile);
        painter.fillRect(QRect(QPoint(0, 0), mark), QColor(255, 0, 255));
        painter.fillRect(QRect(QPoint(whole.width() - mark.width(), whole.height() - mark.height()), mark), QColor(0, 255, 255));
    }
    for (const char *format : {"jpg", "png"}) {
        QImageWriter writer(arguments[1] + QStringLiteral("/big.") + QLatin1String(format));
        if (qstrcmp(format, "jpg") == 0)
            writer.setQuality(90);
        if (!writer.write(picture)) {
            std::fprintf(stderr, "%s\n", qPrintable(writer.errorString()));
            return 1;
        }
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schema.h"
#include "tests/support/verify.h"
#include "widgets/canvas/chiplayout.h"
#include "widgets/canvas/shapepainter.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QTest>

#include <cmath>

using namespace plumbline;
using theme::Theme;
using theme::Token;

namespace {

struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

// CIE L*a*b* of an sRGB colour, D65.
Lab labOf(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double r = linear(colour.redF());
    const double g = linear(colour.greenF());
    const double b = linear(colour.blueF());
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const QColor &p, const QColor &q)
{
    const Lab a = labOf(p);
    const Lab b = labOf(q);
    return std::hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

}  // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrast_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }

    void contrast()
    {
        QFETCH(bool, dark);
        const Theme &theme = dark ? theme::darkTheme() : theme::lightTheme();
        QCOMPARE(theme.dark, dark);
        const auto atLeast = [&](Token a, Token b, double wanted) {
            const double ratio = theme::contrastRatio(theme.colour(a), theme.colour(b));
            return QTest::qVerify(ratio >= wanted, "ratio >= wanted",
                                  qPrintable(QStringLiteral("%1 on %2: %3").arg(theme::tokenName(a), theme::tokenName(b)).arg(ratio)),
                                  __FILE__, __LINE__);
        };
        const Token surfaces[] = {Token::Surface0, Token::Surface1, Token::Surface2, Token::Surface3};
        for (const Token surface : surfaces) {
            for (const Token text : {Token::Text1, Token::Text2, Token::Text3})
                if (!atLeast(text, surface, 4.5))
                    return;
            for (const Token signal : {Token::Accent, Token::Good, Token::Warn, Token::Bad})
                if (surface != Token::Surface3 && !atLeast(signal, surface, 4.5))
                    return;
            if (!atLeast(Token::Focus, surface, 3))
                return;
        }
        const QPalette palette = theme::paletteOf(theme);
        const auto pair = [&](QPalette::ColorRole a, QPalette::ColorRole b) { return theme::contrastRatio(palette.color(a), palette.color(b)); };
        QVERIFY(pair(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
        QVERIFY(pair(QPalette::Text, QPalette::Base) >= 4.5);
        QVERIFY(pair(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
        QVERIFY(pair(QPalette::ButtonText, QPalette::Button) >= 4.5);
        QVERIFY(pair(QPalette::ToolTipText, QPalette::ToolTipBase) >= 4.5);
    }

    void knownContrast()
    {
        QCOMPARE(theme::contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(theme::contrastRatio(Qt::red, Qt::red), 1.0);
        // #777777 on white is the textbook near miss of 4.5.
        QVERIFY(std::abs(theme::contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.001);
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no name") << QByteArray("{\"dark\":true}");
        QTest::newRow("a colour is missing") << QByteArray("{\"name\":\"x\",\"dark\":true,\"surface0\":\"#000000\"}");
        QTest::newRow("not a colour") << QByteArray("{\"name\":\"x\",\"dark\":true,\"surface0\":\"zebra12\"}");
    }

    void broken()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!theme::themeFromJson(json));
    }

    void applying()
    {
        auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
        for (const Theme *theme : {&theme::lightTheme(), &theme::darkTheme()}) {
            theme::applyTheme(application, *theme);
            QCOMPARE(application.style()->name(), QStringLiteral("fusion"));
            QCOMPARE(application.palette().color(QPalette::Window), theme->colour(Token::Surface1));
            QCOMPARE(theme::themeOf(application.palette()), *theme);
            QCOMPARE(application.font().pixelSize(), 13);
            QVERIFY(application.styleSheet().isEmpty());
        }
    }

    void everyIcon()
    {
        const QStringList wanted = theme::iconNames();
        QVERIFY(wanted.contains(QStringLiteral("select")) && wanted.contains(QStringLiteral("brush")));
        for (const QString &name : wanted) {
            const QImage image = theme::themedIcon(name, Qt::white).pixmap(48).toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    inked += qAlpha(image.pixel(x, y)) > 128;
            QVERIFY2(inked > 60, qPrintable(name + QStringLiteral(" is empty")));
            QFile file(QStringLiteral(":/plumbline/icons/%1.svg").arg(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray svg = file.readAll();
            QVERIFY2(svg.contains("viewBox=\"0 0 24 24\"") && svg.contains("stroke-width=\"2\"") && svg.contains("currentColor"),
                     qPrintable(name + QStringLiteral(" leaves the family")));
        }
        QVERIFY(theme::themedIcon(QStringLiteral("no-such-icon")).isNull());
        QVERIFY(theme::themedIcon(QStringLiteral("../theme/dark")).isNull());
    }

    // Icons named anywhere in the sources that make user interfaces.
    void iconsNamedInCode()
    {
        const QStringList names = theme::iconNames();
        int found = 0;
        const QRegularExpression use(QStringLiteral("(?:themedIcon|\\bicon)\\((?:QStringLiteral|QLatin1String)\\(\"([a-z-]+)\"\\)"));
        for (const char *folder : {"widgets", "plugins", "app"}) {
            QDirIterator files(QStringLiteral(PLUMBLINE_SOURCE_DIR "/") + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto matches = use.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const QString name = matches.next().captured(1);
                    ++found;
                    QVERIFY2(names.contains(name), qPrintable(name + QStringLiteral(" in ") + file.fileName()));
                }
            }
        }
        QVERIFY(found > 0);
    }

    void iconFollowsTheme()
    {
        auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
        const QIcon icon = theme::themedIcon(QStringLiteral("plus"));
        for (const Theme *theme : {&theme::lightTheme(), &theme::darkTheme()}) {
            theme::applyTheme(application, *theme);
            QCOMPARE(icon.pixmap(QSize(24, 24), 1.0).toImage().pixelColor(12, 12).rgb(), theme->colour(Token::Text2).rgb());
            QCOMPARE(icon.pixmap(QSize(24, 24), 1.0, QIcon::Normal, QIcon::On).toImage().pixelColor(12, 12).rgb(),
                     theme->colour(Token::Accent).rgb());
        }
        const QPixmap twice = icon.pixmap(QSize(24, 24), 2.0);
        QCOMPARE(twice.size(), QSize(48, 48));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
    }

    void classColours()
    {
        constexpr int colours = 21;
        const QColor grounds[] = {canvas::chipGround(), theme::darkTheme().colour(Token::Surface1), theme::lightTheme().colour(Token::Surface2)};
        for (int i = 0; i < colours; ++i) {
            const QColor line = canvas::ShapePainter::lineColour(model::classColour(i));
            QVERIFY2(theme::contrastRatio(line, Qt::black) >= 4, qPrintable(line.name()));
            QVERIFY2(theme::contrastRatio(theme::textOn(line), line) >= 4.5, qPrintable(line.name()));
            for (const QColor &ground : grounds)
                QVERIFY(theme::contrastRatio(theme::legible(model::classColour(i), ground), ground) >= 3);
        }
        // The first round, as it is drawn on pictures and on light and dark lists.
        for (int i = 0; i < 7; ++i) {
            for (int j = i + 1; j < 7; ++j) {
                const QColor p = model::classColour(i);
                const QColor q = model::classColour(j);
                QVERIFY2(difference(canvas::ShapePainter::lineColour(p), canvas::ShapePainter::lineColour(q)) > 20,
                         qPrintable(p.name() + QStringLiteral(" and ") + q.name()));
                for (const QColor &ground : grounds)
                    QVERIFY2(difference(theme::legible(p, ground), theme::legible(q, ground)) > 12,
                             qPrintable(QStringLiteral("%1 and %2 on %3").arg(p.name(), q.name(), ground.name())));
            }
        }
    }

    void contactSheet()
    {
        const QStringList names = theme::iconNames();
        constexpr int columns = 9;
        constexpr int cell = 96;
        const int rows = (static_cast<int>(names.size()) + columns - 1) / columns;
        for (const Theme *theme : {&theme::darkTheme(), &theme::lightTheme()}) {
            QImage sheet(columns * cell, rows * cell, QImage::Format_RGB32);
            sheet.fill(theme->colour(Token::Surface1));
            QPainter painter(&sheet);
            QFont font = painter.font();
            font.setPixelSize(10);
            painter.setFont(font);
            painter.setPen(theme->colour(Token::Text2));
            for (int i = 0; i < names.size(); ++i) {
                const QPoint corner(i % columns * cell, i / columns * cell);
                theme::themedIcon(names[i], theme->colour(Token::Text1)).paint(&painter, QRect(corner + QPoint(12, 14), QSize(48, 48)));
                theme::themedIcon(names[i], theme->colour(Token::Text1)).paint(&painter, QRect(corner + QPoint(68, 28), QSize(20, 20)));
                painter.drawText(QRect(corner + QPoint(0, 70), QSize(cell, 16)), Qt::AlignCenter, names[i]);
            }
            painter.end();
            QVERIFY(QDir(QStringLiteral(PLUMBLINE_BINARY_DIR)).mkpath(QStringLiteral("screenshots")));
            QVERIFY(sheet.save(QStringLiteral(PLUMBLINE_BINARY_DIR "/screenshots/icons-%1.png").arg(theme->name)));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

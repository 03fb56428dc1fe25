// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "core/base/json.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QFont>
#include <QStyleFactory>

#include <cmath>

namespace plumbline::theme {

namespace {

constexpr std::array<const char *, tokenCount> names{"surface0", "surface1", "surface2", "surface3", "text1", "text2", "text3",
                                                     "line",     "accent",   "good",     "warn",     "bad",   "focus"};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::theme", text);
}

Theme builtIn(const QString &name)
{
    QFile file(QStringLiteral(":/plumbline/theme/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("theme %s is not in this build", qPrintable(name));
    const Result<Theme> theme = themeFromJson(file.readAll());
    if (!theme)
        qFatal("theme %s: %s", qPrintable(name), qPrintable(theme.error().text));
    return *theme;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double relativeLuminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

QString tokenName(Token token)
{
    return QLatin1String(names[static_cast<std::size_t>(token)]);
}

Result<Theme> themeFromJson(QByteArrayView json)
{
    const auto parsed = base::parseJson(json, 4);
    if (!parsed)
        return fail(parsed.error());
    if (!parsed->is_object())
        return fail(ErrorCode::Malformed, tr("A theme must be a JSON object."));
    Theme theme;
    theme.name = base::toQString(parsed->value("name", Json()));
    const Json dark = parsed->value("dark", Json());
    if (theme.name.isEmpty() || !dark.is_boolean())
        return fail(ErrorCode::Malformed, tr("A theme needs a “name” and “dark” (true or false)."));
    theme.dark = dark.get<bool>();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QString text = base::toQString(parsed->value(names[i], Json()));
        if (text.size() != 7 || !QColor::isValidColor(text))
            return fail(ErrorCode::Malformed,
                        tr("The theme “%1” needs a colour like #1A2B3C for “%2”.").arg(theme.name, QLatin1String(names[i])));
        theme.colours[i] = QColor(text);
    }
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme = builtIn(QStringLiteral("dark"));
    return theme;
}

const Theme &lightTheme()
{
    static const Theme theme = builtIn(QStringLiteral("light"));
    return theme;
}

const Theme &themeOf(const QPalette &palette)
{
    return relativeLuminance(palette.color(QPalette::Window)) < 0.18 ? darkTheme() : lightTheme();
}

QPalette paletteOf(const Theme &theme)
{
    const auto c = [&theme](Token token) { return theme.colour(token); };
    QPalette palette;
    palette.setColor(QPalette::Window, c(Token::Surface1));
    palette.setColor(QPalette::WindowText, c(Token::Text1));
    palette.setColor(QPalette::Base, theme.dark ? c(Token::Surface0) : c(Token::Surface2));
    palette.setColor(QPalette::AlternateBase, theme.dark ? c(Token::Surface1) : c(Token::Surface1));
    palette.setColor(QPalette::Text, c(Token::Text1));
    palette.setColor(QPalette::PlaceholderText, c(Token::Text3));
    palette.setColor(QPalette::Button, theme.dark ? c(Token::Surface2) : c(Token::Surface1));
    palette.setColor(QPalette::ButtonText, c(Token::Text1));
    palette.setColor(QPalette::BrightText, c(Token::Bad));
    palette.setColor(QPalette::ToolTipBase, c(Token::Surface3));
    palette.setColor(QPalette::ToolTipText, c(Token::Text1));
    palette.setColor(QPalette::Highlight, c(Token::Accent));
    palette.setColor(QPalette::HighlightedText, textOn(c(Token::Accent)));
    palette.setColor(QPalette::Link, c(Token::Accent));
    palette.setColor(QPalette::LinkVisited, c(Token::Accent));
    palette.setColor(QPalette::Light, c(Token::Surface3));
    palette.setColor(QPalette::Midlight, c(Token::Surface2));
    palette.setColor(QPalette::Mid, c(Token::Line));
    palette.setColor(QPalette::Dark, c(Token::Line));
    palette.setColor(QPalette::Shadow, theme.dark ? QColor(0, 0, 0) : c(Token::Text3));
    const QColor dim = theme.dark ? c(Token::Text3).darker(150) : c(Token::Text3).lighter(150);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, dim);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c(Token::Surface3));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, dim);
    return palette;
}

void applyTheme(QApplication &application, const Theme &theme)
{
    if (!application.style() || application.style()->name() != QLatin1String("fusion"))
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(paletteOf(theme));
    QFont font = application.font();
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    application.setFont(font);
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = relativeLuminance(a);
    const double lb = relativeLuminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor legible(const QColor &colour, const QColor &ground, double ratio)
{
    const bool lighten = relativeLuminance(ground) < 0.18;
    const QColor end = lighten ? QColor(255, 255, 255) : QColor(0, 0, 0);
    constexpr int steps = 20;
    for (int step = 0; step < steps; ++step) {
        const float part = static_cast<float>(step) / steps;
        const QColor mixed = QColor::fromRgbF(colour.redF() + (end.redF() - colour.redF()) * part,
                                              colour.greenF() + (end.greenF() - colour.greenF()) * part,
                                              colour.blueF() + (end.blueF() - colour.blueF()) * part);
        if (contrastRatio(mixed, ground) >= ratio)
            return mixed;
    }
    return end;
}

QColor textOn(const QColor &ground)
{
    // Of pure black and white one always reaches 4.58:1.
    const QColor dark(0, 0, 0);
    const QColor light(255, 255, 255);
    return contrastRatio(dark, ground) >= contrastRatio(light, ground) ? dark : light;
}

}  // namespace plumbline::theme

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <optional>

namespace plumbline::architecture {

namespace {

struct Include {
    int line = 0;
    QString spelling;
    QString target;  // path in the repository; empty when it is outside
};

// Where a file lies: which set of rules applies, and the folder that it shares with its own kind.
struct Zone {
    QString kind;
    QString unit;
};

bool isCode(const QString &path)
{
    static const QRegularExpression pattern(QStringLiteral("\\.(h|hpp|cpp|cc|inl)$"));
    return pattern.match(path).hasMatch();
}

bool isHeader(const QString &path)
{
    return path.endsWith(QLatin1String(".h")) || path.endsWith(QLatin1String(".hpp"));
}

Zone zoneOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    const QStringList folders = parts.mid(0, parts.size() - 1);
    const QString top = folders.value(0);
    if (folders.contains(QLatin1String("tests")))
        return {QStringLiteral("tests"), QStringLiteral("tests")};
    if (top == QLatin1String("plugins")) {
        const int depth = folders.value(1) == QLatin1String("example") ? 2 : 3;
        return {folders.mid(0, 2).join(QLatin1Char('/')), folders.mid(0, depth).join(QLatin1Char('/'))};
    }
    return {top, folders.mid(0, 2).join(QLatin1Char('/'))};
}

QString resolved(const QString &from, const QString &spelling, bool quoted)
{
    static const QRegularExpression fromRoot(QStringLiteral("^(app|core|widgets|plugins|tests)/"));
    if (fromRoot.match(spelling).hasMatch())
        return QDir::cleanPath(spelling);
    return quoted ? QDir::cleanPath(QFileInfo(from).path() + QLatin1Char('/') + spelling) : QString();
}

std::vector<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include(?:_next)?\\s*([<\"]?)([^>\"\\s]+)"));
    std::vector<Include> includes;
    int number = 0;
    for (const QString &line : file.text.split(QLatin1Char('\n'))) {
        ++number;
        const auto match = pattern.match(line);
        if (!match.hasMatch())
            continue;
        const QString quote = match.captured(1);
        const QString spelling = quote.isEmpty() ? QString() : match.captured(2);
        includes.push_back({number, spelling, resolved(file.path, spelling, quote == QLatin1String("\""))});
    }
    return includes;
}

std::optional<QString> wrongArrow(const QString &from, const QString &to, const Rules &rules)
{
    const Zone a = zoneOf(from);
    const Zone b = zoneOf(to);
    if (a.kind == QLatin1String("tests"))
        return std::nullopt;
    if (b.kind == QLatin1String("tests"))
        return QStringLiteral("nothing but a test includes tests");
    if (a.kind == QLatin1String("core")) {
        const QString folder = a.unit.mid(5);
        if (!rules.core.contains(folder))
            return QStringLiteral("core/%1 has no rule; add it to tests/architecture and docs/ARCHITECTURE.md").arg(folder);
        if (b.kind != QLatin1String("core"))
            return QStringLiteral("core includes nothing but core");
        if (!rules.core[folder].contains(b.unit.mid(5)))
            return QStringLiteral("%1 may not include %2").arg(a.unit, b.unit);
        return std::nullopt;
    }
    if (a.unit == b.unit)
        return std::nullopt;
    if (b.kind.startsWith(QLatin1String("plugins")))
        return QStringLiteral("nothing includes a plugin from outside it");
    if (a.kind == QLatin1String("app"))
        return b.kind == QLatin1String("app") ? std::optional(QStringLiteral("one program does not include another"))
                                              : std::nullopt;
    if (b.kind == QLatin1String("app"))
        return QStringLiteral("nothing includes app");
    if (a.kind == QLatin1String("widgets") || a.kind == QLatin1String("plugins/views"))
        return std::nullopt;
    if (b.kind == QLatin1String("widgets"))
        return QStringLiteral("%1 has no widgets").arg(a.kind);
    static const QSet<QString> withoutStore{QStringLiteral("plugins/media"), QStringLiteral("plugins/formats"),
                                            QStringLiteral("plugins/engines"), QStringLiteral("plugins/example")};
    static const QSet<QString> store{QStringLiteral("core/store"), QStringLiteral("core/document"),
                                     QStringLiteral("core/itemmodels")};
    if (withoutStore.contains(a.kind) && store.contains(b.unit))
        return QStringLiteral("%1 never sees the project's store; the interfaces in core/extension carry what it needs")
            .arg(a.kind);
    return std::nullopt;
}

bool isThirdParty(const QString &spelling)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(opencv2?/|onnxruntime|sqlite3|rapidjson/|(postgresql/)?libpq|pcl/|lib(av|sw)[a-z]+/|openssl/|yaml-cpp/|"
                       "(polyclipping/)?clipper\\.hpp|sodium|libdeflate)"));
    return pattern.match(spelling).hasMatch();
}

// What each header brings in from third parties, directly or through others; empty for most.
QHash<QString, QString> thirdPartyOf(const std::vector<SourceFile> &files)
{
    QHash<QString, QStringList> targets;
    QHash<QString, QString> brings;
    for (const SourceFile &file : files) {
        if (!isHeader(file.path))
            continue;
        for (const Include &include : includesOf(file)) {
            if (isThirdParty(include.spelling))
                brings.insert(file.path, include.spelling);
            else if (!include.target.isEmpty())
                targets[file.path].append(include.target);
        }
    }
    bool changed = true;
    while (changed) {
        changed = false;
        for (auto it = targets.cbegin(); it != targets.cend(); ++it) {
            if (brings.contains(it.key()))
                continue;
            for (const QString &target : it.value()) {
                if (!brings.contains(target))
                    continue;
                brings.insert(it.key(), brings[target]);
                changed = true;
                break;
            }
        }
    }
    return brings;
}

}  // namespace

Rules Rules::ofPlumbline()
{
    // Direct arrows; a folder may also include what those may include.
    const std::vector<std::pair<QString, QStringList>> arrows = {
        {QStringLiteral("base"), {}},
        {QStringLiteral("geometry"), {QStringLiteral("base")}},
        {QStringLiteral("model"), {QStringLiteral("geometry")}},
        {QStringLiteral("jobs"), {QStringLiteral("base")}},
        {QStringLiteral("cloud"), {QStringLiteral("jobs")}},
        {QStringLiteral("rules"), {QStringLiteral("model"), QStringLiteral("cloud")}},
        {QStringLiteral("history"), {QStringLiteral("model")}},
        {QStringLiteral("matching"), {QStringLiteral("model")}},
        {QStringLiteral("quality"), {QStringLiteral("matching"), QStringLiteral("jobs")}},
        {QStringLiteral("consensus"), {QStringLiteral("quality")}},
        {QStringLiteral("overlap"), {QStringLiteral("quality")}},
        {QStringLiteral("evaluation"), {QStringLiteral("matching")}},
        {QStringLiteral("extension"), {QStringLiteral("history"), QStringLiteral("jobs")}},
        {QStringLiteral("store"), {QStringLiteral("history"), QStringLiteral("jobs")}},
        {QStringLiteral("audit"), {QStringLiteral("store")}},
        {QStringLiteral("identity"), {QStringLiteral("audit"), QStringLiteral("store")}},
        {QStringLiteral("activity"), {QStringLiteral("store")}},
        {QStringLiteral("document"), {QStringLiteral("store")}},
        {QStringLiteral("itemmodels"), {QStringLiteral("document"), QStringLiteral("rules")}},
        {QStringLiteral("exchange"), {QStringLiteral("store"), QStringLiteral("extension"), QStringLiteral("jobs")}},
        {QStringLiteral("sync"), {QStringLiteral("store"), QStringLiteral("extension"), QStringLiteral("jobs")}},
        {QStringLiteral("prelabel"),
         {QStringLiteral("exchange"), QStringLiteral("store"), QStringLiteral("extension"), QStringLiteral("cloud"), QStringLiteral("jobs")}},
        {QStringLiteral("simulation"), {QStringLiteral("model"), QStringLiteral("jobs"), QStringLiteral("quality")}},
        {QStringLiteral("workflow"),
         {QStringLiteral("store"), QStringLiteral("quality"), QStringLiteral("matching"), QStringLiteral("simulation"),
          QStringLiteral("jobs"), QStringLiteral("rules"), QStringLiteral("overlap"), QStringLiteral("identity"), QStringLiteral("activity")}},
        {QStringLiteral("review"),
         {QStringLiteral("workflow"), QStringLiteral("store"), QStringLiteral("quality"), QStringLiteral("jobs")}},
        {QStringLiteral("triage"),
         {QStringLiteral("review"), QStringLiteral("workflow"), QStringLiteral("store"), QStringLiteral("quality"), QStringLiteral("exchange"),
          QStringLiteral("itemmodels")}},
        {QStringLiteral("adjudication"),
         {QStringLiteral("review"), QStringLiteral("workflow"), QStringLiteral("store"), QStringLiteral("overlap"), QStringLiteral("jobs")}},
        {QStringLiteral("packet"),
         {QStringLiteral("adjudication"), QStringLiteral("workflow"), QStringLiteral("store"), QStringLiteral("overlap"), QStringLiteral("jobs")}},
    };
    Rules rules;
    for (const auto &[folder, targets] : arrows) {
        QSet<QString> allowed{folder};
        for (const QString &target : targets)
            allowed |= rules.core[target];
        rules.core.insert(folder, allowed);
    }
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath) + QStringLiteral("/QtWidgets"));
    for (const QString &name : headers.entryList(QDir::Files)) {
        rules.widgetHeaders.insert(name);
        rules.widgetHeaders.insert(QStringLiteral("QtWidgets/") + name);
    }
    return rules;
}

std::vector<Violation> checkArrows(const std::vector<SourceFile> &files, const Rules &rules)
{
    static const QSet<QString> windowHeaders{QStringLiteral("QPixmap"), QStringLiteral("QIcon"), QStringLiteral("QBitmap"),
                                             QStringLiteral("QGuiApplication")};
    static const QRegularExpression headless(QStringLiteral("^(core$|plugins/(media|formats|engines|hubs|example)$)"));
    std::vector<Violation> violations;
    for (const SourceFile &file : files) {
        const Zone zone = zoneOf(file.path);
        if (!isCode(file.path) || zone.kind == QLatin1String("tests"))
            continue;
        const bool hasNoWidgets = headless.match(zone.kind).hasMatch();
        for (const Include &include : includesOf(file)) {
            if (include.spelling.isEmpty()) {
                violations.push_back({file.path, include.line, QStringLiteral("an include that is a macro cannot be followed")});
                continue;
            }
            const QString name = include.spelling.section(QLatin1Char('/'), -1);
            if (hasNoWidgets && rules.widgetHeaders.contains(include.spelling))
                violations.push_back({file.path, include.line, QStringLiteral("%1 has no widgets: %2").arg(zone.kind, name)});
            if (zone.kind == QLatin1String("core") && windowHeaders.contains(name))
                violations.push_back({file.path, include.line, QStringLiteral("core works without a display: %1").arg(name)});
            if (include.target.isEmpty())
                continue;
            if (const auto wrong = wrongArrow(file.path, include.target, rules))
                violations.push_back({file.path, include.line, *wrong});
        }
    }
    return violations;
}

std::vector<Violation> checkPublicHeaders(const std::vector<SourceFile> &files)
{
    const QHash<QString, QString> brings = thirdPartyOf(files);
    std::vector<Violation> violations;
    const auto guarded = [&](const QString &path) {
        return brings.contains(path) && (path.startsWith(QLatin1String("core/")) || path.startsWith(QLatin1String("widgets/")));
    };
    for (const SourceFile &file : files) {
        const Zone zone = zoneOf(file.path);
        if (!isCode(file.path) || zone.kind == QLatin1String("tests"))
            continue;
        const bool exported = file.text.contains(QLatin1String("PLUMBLINE_CORE_EXPORT"))
                              || file.text.contains(QLatin1String("PLUMBLINE_WIDGETS_EXPORT"));
        if (guarded(file.path) && (exported || zone.unit.endsWith(QLatin1String("/extension"))))
            violations.push_back({file.path, 0, QStringLiteral("a public header brings in %1").arg(brings[file.path])});
        for (const Include &include : includesOf(file))
            if (guarded(include.target) && zoneOf(include.target).unit != zone.unit)
                violations.push_back({file.path, include.line,
                                      QStringLiteral("%1 is used outside its folder and brings in %2")
                                          .arg(include.target, brings[include.target])});
    }
    return violations;
}

std::vector<Violation> checkLengths(const std::vector<SourceFile> &files, int maximum)
{
    std::vector<Violation> violations;
    for (const SourceFile &file : files) {
        const auto lines = file.text.count(QLatin1Char('\n')) + (file.text.endsWith(QLatin1Char('\n')) ? 0 : 1);
        if (isCode(file.path) && lines > maximum)
            violations.push_back({file.path, 0, QStringLiteral("%1 lines, %2 are allowed: split it").arg(lines).arg(maximum)});
    }
    return violations;
}

std::vector<Violation> checkCounted(const std::vector<SourceFile> &files)
{
    static const QRegularExpression hidden(
        QStringLiteral(R"(\btranslate\((?:\s|,|"(?:[^"\\]|\\.)*"|nullptr)*,\s*nullptr,\s*\w+<)"));
    std::vector<Violation> violations;
    for (const SourceFile &file : files) {
        if (!isCode(file.path) || file.path.startsWith(QLatin1String("tests/")))
            continue;
        for (auto it = hidden.globalMatch(file.text); it.hasNext();) {
            const auto at = it.next().capturedStart();
            violations.push_back({file.path, static_cast<int>(QStringView(file.text).left(at).count(QLatin1Char('\n'))) + 1,
                                  QStringLiteral("a cast in translate() hides the words from lupdate: give it a variable")});
        }
    }
    return violations;
}

std::vector<Violation> checkLicences(const std::vector<SourceFile> &files)
{
    static const QRegularExpression marked(
        QStringLiteral("(\\.(h|hpp|cpp|cc|inl|c|cmake|sh|py|sql|qss)|/CMakeLists\\.txt|^\\.ci/run)$"));
    std::vector<Violation> violations;
    for (const SourceFile &file : files) {
        if (!marked.match(QLatin1Char('/') + file.path).hasMatch() && !marked.match(file.path).hasMatch())
            continue;
        const QStringList lines = file.text.split(QLatin1Char('\n'));
        const int first = lines.value(0).startsWith(QLatin1String("#!")) ? 1 : 0;
        if (!lines.value(first).contains(QLatin1String("SPDX-FileCopyrightText: "))
            || !lines.value(first + 1).endsWith(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later")))
            violations.push_back({file.path, first + 1, QStringLiteral("the two SPDX lines are missing")});
    }
    return violations;
}

std::vector<Violation> checkHosts(const std::vector<SourceFile> &files)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(npmjs|yarnpkg|pypi|pythonhosted|crates|conan|rubygems|unpkg|jsdelivr|docker|ghcr|quay|gcr|"
                       "deb\\.debian|ftp\\.[a-z.]*debian|security\\.debian|snapshot\\.debian|archive\\.ubuntu|nodesource)"
                       "\\.(org|com|io|net)\\b"));
    std::vector<Violation> violations;
    for (const SourceFile &file : files) {
        int number = 0;
        for (const QString &line : file.text.split(QLatin1Char('\n'))) {
            ++number;
            const auto match = pattern.match(line);
            if (match.hasMatch())
                violations.push_back({file.path, number, QStringLiteral("names the package host %1").arg(match.captured())});
        }
    }
    return violations;
}

std::vector<Violation> checkFolderList(const std::vector<SourceFile> &files)
{
    QString list;
    QSet<QString> folders;
    for (const SourceFile &file : files) {
        if (file.path == QLatin1String("docs/ARCHITECTURE.md"))
            list = file.text;
        const Zone zone = zoneOf(file.path);
        if (isCode(file.path) && (zone.kind == QLatin1String("core") || zone.kind == QLatin1String("widgets")))
            folders.insert(zone.unit);
    }
    std::vector<Violation> violations;
    for (const QString &folder : folders)
        if (!list.contains(QLatin1Char('`') + folder + QLatin1String("/`")))
            violations.push_back({QStringLiteral("docs/ARCHITECTURE.md"), 0, QStringLiteral("does not name `%1/`").arg(folder)});
    return violations;
}

std::vector<SourceFile> readRepository(const QString &root)
{
    static const QRegularExpression skipped(QStringLiteral("^(build[^/]*|\\.(?!ci/)[^/]*|[^/]*\\.plumb)/"));
    constexpr qint64 maximumBytes = 4 << 20;
    std::vector<SourceFile> files;
    QDirIterator iterator(root, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString path = QDir(root).relativeFilePath(iterator.next());
        if (skipped.match(path).hasMatch() || iterator.fileInfo().size() > maximumBytes)
            continue;
        QFile file(iterator.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (!bytes.contains('\0'))
            files.push_back({path, QString::fromUtf8(bytes)});
    }
    return files;
}

}  // namespace plumbline::architecture

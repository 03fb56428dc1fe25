// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/rules.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace plumbline::architecture;

namespace {

const QString spdx = QStringLiteral("// SPDX-FileCopyrightText: 2026 The Plumbline authors\n"
                                    "// SPDX-License-Identifier: GPL-3.0-or-later\n");

QByteArray listed(const std::vector<Violation> &violations)
{
    QString text = QStringLiteral("%1 violations").arg(violations.size());
    for (const Violation &v : violations)
        text += QStringLiteral("\n  %1:%2: %3").arg(v.path).arg(v.line).arg(v.text);
    return text.toUtf8();
}

std::vector<SourceFile> one(const QString &path, const QString &text)
{
    return {{path, text}};
}

}  // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void repositoryKeepsTheRules_data();
    void repositoryKeepsTheRules();
    void plantedInclude_data();
    void plantedInclude();
    void plantedThirdPartyHeader_data();
    void plantedThirdPartyHeader();
    void plantedLongFile();
    void plantedHiddenWords();
    void plantedMissingLicence_data();
    void plantedMissingLicence();
    void plantedHost_data();
    void plantedHost();
    void plantedUnlistedFolder();
    void arrowsHaveNoCircle();
    void filesAreFound();

private:
    Rules m_rules;
    std::vector<SourceFile> m_repository;
};

void TestArchitecture::initTestCase()
{
    m_rules = Rules::ofPlumbline();
    QVERIFY2(m_rules.widgetHeaders.contains(QStringLiteral("QWidget")), "the headers of Qt Widgets were not found");
    m_repository = readRepository(QStringLiteral(PLUMBLINE_SOURCE_DIR));
    const auto sources = std::count_if(m_repository.begin(), m_repository.end(),
                                       [](const SourceFile &f) { return f.path.startsWith(QLatin1String("core/")); });
    QVERIFY2(sources > 20, "the repository was not read");
}

void TestArchitecture::repositoryKeepsTheRules_data()
{
    QTest::addColumn<int>("rule");
    QTest::newRow("arrows") << 0;
    QTest::newRow("third-party headers") << 1;
    QTest::newRow("lengths") << 2;
    QTest::newRow("licences") << 3;
    QTest::newRow("package hosts") << 4;
    QTest::newRow("folder list") << 5;
    QTest::newRow("counted words") << 6;
}

void TestArchitecture::repositoryKeepsTheRules()
{
    QFETCH(int, rule);
    std::vector<Violation> violations;
    switch (rule) {
    case 0: violations = checkArrows(m_repository, m_rules); break;
    case 1: violations = checkPublicHeaders(m_repository); break;
    case 2: violations = checkLengths(m_repository, 600); break;
    case 3: violations = checkLicences(m_repository); break;
    case 4: violations = checkHosts(m_repository); break;
    case 5: violations = checkFolderList(m_repository); break;
    case 6: violations = checkCounted(m_repository); break;
    default: QFAIL("no such rule");
    }
    QVERIFY2(violations.empty(), listed(violations).constData());
}

void TestArchitecture::plantedInclude_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *path, const char *line, bool allowed) {
        QTest::addRow("%s %s", path, line) << QString::fromLatin1(path) << QString::fromLatin1(line) << allowed;
    };
    row("core/model/a.cpp", "#include \"core/geometry/shapes.h\"", true);
    row("core/model/a.cpp", "#include \"core/base/result.h\"", true);
    row("core/base/a.cpp", "#include \"core/geometry/shapes.h\"", false);
    row("core/base/a.cpp", "  #  include <core/geometry/shapes.h>", false);
    row("core/base/a.cpp", "#include \"../geometry/shapes.h\"", false);
    row("core/base/a.cpp", "#include \"b.h\"", true);
    row("core/base/a.cpp", "// #include \"core/geometry/shapes.h\"", true);
    row("core/base/a.cpp", "#include HEADER", false);
    row("core/model/a.cpp", "#include \"core/jobs/jobcontrol.h\"", false);
    row("core/quality/a.cpp", "#include \"core/store/store.h\"", false);
    row("core/quality/a.cpp", "#include \"core/matching/matcher.h\"", true);
    row("core/extension/a.h", "#include \"core/history/operation.h\"", true);
    row("core/extension/a.h", "#include \"core/store/store.h\"", false);
    row("core/store/a.h", "#include \"core/document/document.h\"", false);
    row("core/document/a.h", "#include \"core/extension/plugin.h\"", false);
    row("core/prelabel/a.h", "#include \"core/extension/inferenceengine.h\"", true);
    row("core/prelabel/a.h", "#include \"core/workflow/queue.h\"", false);
    row("core/workflow/a.h", "#include \"core/quality/posterior.h\"", true);
    row("core/workflow/a.h", "#include \"core/prelabel/pipeline.h\"", false);
    row("core/simulation/a.h", "#include \"core/quality/posterior.h\"", true);
    row("core/simulation/a.h", "#include \"core/store/store.h\"", false);
    row("core/newfolder/a.h", "#include \"core/base/result.h\"", false);
    row("core/base/a.cpp", "#include \"widgets/canvas/canvas.h\"", false);
    row("core/base/a.cpp", "#include \"plugins/formats/coco/cocoreader.h\"", false);
    row("core/base/a.cpp", "#include \"tests/support/fakes.h\"", false);
    row("core/base/a.cpp", "#include <QWidget>", false);
    row("core/base/a.cpp", "#include <QtWidgets/QLabel>", false);
    row("core/base/a.cpp", "#include <QIcon>", false);
    row("core/base/a.cpp", "#include <QtGui/QPixmap>", false);
    row("core/base/a.cpp", "#include <QImage>", true);
    row("widgets/canvas/a.cpp", "#include <QIcon>", true);
    row("widgets/canvas/a.cpp", "#include \"core/itemmodels/queuemodel.h\"", true);
    row("widgets/canvas/a.cpp", "#include \"widgets/forms/form.h\"", true);
    row("widgets/canvas/a.cpp", "#include \"app/workstation/mainwindow.h\"", false);
    row("widgets/canvas/a.cpp", "#include \"plugins/views/image/imageview.h\"", false);
    row("plugins/views/image/a.cpp", "#include \"widgets/canvas/canvas.h\"", true);
    row("plugins/views/image/a.cpp", "#include \"plugins/views/image/b.h\"", true);
    row("plugins/views/image/a.cpp", "#include \"plugins/views/video/b.h\"", false);
    row("plugins/views/image/a.cpp", "#include \"../../media/image/imagesource.h\"", false);
    row("plugins/formats/coco/a.cpp", "#include \"core/extension/annotationformat.h\"", true);
    row("plugins/formats/coco/a.cpp", "#include \"core/store/store.h\"", false);
    row("plugins/formats/coco/a.cpp", "#include \"widgets/canvas/canvas.h\"", false);
    row("plugins/formats/coco/a.cpp", "#include <QWidget>", false);
    row("plugins/formats/coco/tests/a.cpp", "#include \"tests/support/fakes.h\"", true);
    row("plugins/engines/onnx/a.cpp", "#include \"core/document/document.h\"", false);
    row("plugins/media/image/a.cpp", "#include \"app/cli/main.h\"", false);
    row("plugins/hubs/postgresql/a.cpp", "#include \"core/sync/sync.h\"", true);
    row("plugins/example/a.cpp", "#include \"plugins/example/b.h\"", true);
    row("plugins/example/a.cpp", "#include \"plugins/formats/coco/b.h\"", false);
    row("app/cli/a.cpp", "#include \"core/exchange/importer.h\"", true);
    row("app/cli/a.cpp", "#include \"app/cli/verbs.h\"", true);
    row("app/cli/a.cpp", "#include \"app/workstation/mainwindow.h\"", false);
    row("app/workstation/a.cpp", "#include \"plugins/views/image/imageview.h\"", false);
    row("tests/base/a.cpp", "#include \"core/store/store.h\"", true);
}

void TestArchitecture::plantedInclude()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(bool, allowed);
    const auto violations = checkArrows(one(path, spdx + line + QLatin1Char('\n')), m_rules);
    QVERIFY2(violations.empty() == allowed, listed(violations).constData());
    if (!allowed) {
        QCOMPARE(violations.front().path, path);
        QCOMPARE(violations.front().line, 3);
    }
}

void TestArchitecture::plantedThirdPartyHeader_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *header, const char *text, const char *user, bool allowed) {
        QTest::newRow(name) << QString::fromLatin1(header) << QString::fromLatin1(text) << QString::fromLatin1(user) << allowed;
    };
    const char *sqlite = "#include <sqlite3.h>\n";
    row("private", "core/store/statement.h", sqlite, "core/store/store.cpp", true);
    row("private, quoted", "core/store/statement.h", "#include \"sqlite3.h\"\n", "core/store/store.cpp", true);
    row("used by another folder", "core/store/statement.h", sqlite, "core/document/document.cpp", false);
    row("used by another folder, quoted", "core/store/statement.h", "#include \"sqlite3.h\"\n", "core/exchange/a.cpp", false);
    row("used by a plugin", "core/store/statement.h", sqlite, "plugins/hubs/postgresql/a.cpp", false);
    row("used by a test", "core/store/statement.h", sqlite, "tests/store/tst_store.cpp", true);
    row("exported", "core/store/statement.h", "#include <sqlite3.h>\nclass PLUMBLINE_CORE_EXPORT A {};\n", "core/store/store.cpp",
        false);
    row("in an interface", "core/extension/engine.h", "#include <onnxruntime_cxx_api.h>\n", "core/extension/plugin.cpp", false);
    row("OpenCV", "widgets/canvas/a.h", "#include <opencv2/core.hpp>\n", "app/workstation/a.cpp", false);
    row("RapidJSON", "core/base/a.h", "#include <rapidjson/reader.h>\n", "core/model/a.cpp", false);
    row("libpq", "core/sync/a.h", "#include <libpq-fe.h>\n", "app/cli/a.cpp", false);
    row("PCL", "core/geometry/a.h", "#include <pcl/point_cloud.h>\n", "core/model/a.cpp", false);
    row("FFmpeg", "core/base/a.h", "#include <libavformat/avformat.h>\n", "core/model/a.cpp", false);
    row("Qt", "core/base/a.h", "#include <QImage>\n", "core/model/a.cpp", true);
    row("in a plugin", "plugins/engines/onnx/a.h", "#include <onnxruntime_c_api.h>\n", "plugins/engines/onnx/b.cpp", true);
}

void TestArchitecture::plantedThirdPartyHeader()
{
    QFETCH(QString, header);
    QFETCH(QString, text);
    QFETCH(QString, user);
    QFETCH(bool, allowed);
    const SourceFile used{user, QStringLiteral("#include \"%1\"\n").arg(header)};
    const auto direct = checkPublicHeaders({{header, text}, used});
    QVERIFY2(direct.empty() == allowed, listed(direct).constData());

    // The same through a second header of the same folder, which has nothing wrong in its own text.
    const QString middle = header.section(QLatin1Char('/'), 0, -2) + QStringLiteral("/middle.h");
    const auto indirect =
        checkPublicHeaders({{middle, QStringLiteral("#include \"%1\"\n").arg(header.section(QLatin1Char('/'), -1))},
                            {header, text},
                            {user, QStringLiteral("#include \"%1\"\n").arg(middle)}});
    QVERIFY2(indirect.empty() == allowed, listed(indirect).constData());
}

void TestArchitecture::plantedLongFile()
{
    const QString path = QStringLiteral("core/base/a.cpp");
    QVERIFY(checkLengths(one(path, QString(600, QLatin1Char('\n'))), 600).empty());
    QCOMPARE(checkLengths(one(path, QString(601, QLatin1Char('\n'))), 600).size(), 1U);
    QCOMPARE(checkLengths(one(path, QString(600, QLatin1Char('\n')) + QStringLiteral("end")), 600).size(), 1U);
    QVERIFY(checkLengths(one(QStringLiteral("LICENSE"), QString(700, QLatin1Char('\n'))), 600).empty());
}

void TestArchitecture::plantedHiddenWords()
{
    const QString path = QStringLiteral("core/base/a.cpp");
    const QString call = QStringLiteral("x = QCoreApplication::translate(\n    \"a::b\", \"%n (\\\"s\\\") \"\n    \"left\", nullptr,\n  %1);");
    QCOMPARE(checkCounted(one(path, call.arg(QStringLiteral("static_cast<int>(n)")))).size(), 1U);
    QVERIFY(checkCounted(one(path, call.arg(QStringLiteral("n")))).empty());
}

void TestArchitecture::plantedMissingLicence_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");
    const QString hashed = QString(spdx).replace(QLatin1String("//"), QLatin1String("#"));
    const QString script = QStringLiteral("#!/usr/bin/env bash\n");
    QTest::newRow("header") << QStringLiteral("core/a.h") << spdx << true;
    QTest::newRow("none") << QStringLiteral("core/a.h") << QStringLiteral("#pragma once\n") << false;
    QTest::newRow("empty") << QStringLiteral("core/a.h") << QString() << false;
    QTest::newRow("too late") << QStringLiteral("core/a.h") << QString(QLatin1Char('\n') + spdx) << false;
    QTest::newRow("one line") << QStringLiteral("core/a.h") << spdx.section(QLatin1Char('\n'), 1) << false;
    QTest::newRow("other licence") << QStringLiteral("core/a.h")
                                   << QString(spdx).replace(QLatin1String("GPL-3.0-or-later"), QLatin1String("MIT")) << false;
    QTest::newRow("script") << QStringLiteral("packaging/a.sh") << QString(script + hashed) << true;
    QTest::newRow("script without") << QStringLiteral("packaging/a.sh") << script << false;
    QTest::newRow("ci without") << QStringLiteral(".ci/run") << script << false;
    QTest::newRow("build file") << QStringLiteral("CMakeLists.txt") << hashed << true;
    QTest::newRow("build file without") << QStringLiteral("CMakeLists.txt") << QStringLiteral("project(a)\n") << false;
    QTest::newRow("deep build file without") << QStringLiteral("core/CMakeLists.txt") << QString() << false;
    QTest::newRow("prose") << QStringLiteral("README.md") << QStringLiteral("# Title\n") << true;
}

void TestArchitecture::plantedMissingLicence()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    const auto violations = checkLicences(one(path, text));
    QVERIFY2(violations.empty() == allowed, listed(violations).constData());
}

void TestArchitecture::plantedHost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("allowed");
    // Put together here, so that this file keeps the rule that it tests.
    const auto join = [](const QStringList &parts) { return parts.join(QLatin1Char('.')); };
    QTest::newRow("npm") << join({QStringLiteral("registry"), QStringLiteral("npmjs"), QStringLiteral("org")}) << false;
    QTest::newRow("Debian") << join({QStringLiteral("deb"), QStringLiteral("debian"), QStringLiteral("org")}) << false;
    QTest::newRow("mirror") << join({QStringLiteral("ftp.de"), QStringLiteral("debian"), QStringLiteral("org")}) << false;
    QTest::newRow("Python") << join({QStringLiteral("files"), QStringLiteral("pythonhosted"), QStringLiteral("org")}) << false;
    QTest::newRow("containers") << join({QStringLiteral("ghcr"), QStringLiteral("io")}) << false;
    QTest::newRow("documentation") << QStringLiteral("doc.qt.io") << true;
    QTest::newRow("a word") << QStringLiteral("docker is not needed") << true;
}

void TestArchitecture::plantedHost()
{
    QFETCH(QString, host);
    QFETCH(bool, allowed);
    const auto violations =
        checkHosts(one(QStringLiteral("docs/a.md"), QStringLiteral("First line.\nSee https://%1/x.\n").arg(host)));
    QVERIFY2(violations.empty() == allowed, listed(violations).constData());
    if (!allowed)
        QCOMPARE(violations.front().line, 2);
}

void TestArchitecture::plantedUnlistedFolder()
{
    const SourceFile list{QStringLiteral("docs/ARCHITECTURE.md"), QStringLiteral("| `core/base/` | Result |\n")};
    QVERIFY(checkFolderList({list, {QStringLiteral("core/base/a.h"), {}}}).empty());
    QCOMPARE(checkFolderList({list, {QStringLiteral("core/store/a.h"), {}}}).size(), 1U);
    QCOMPARE(checkFolderList({list, {QStringLiteral("widgets/canvas/a.h"), {}}}).size(), 1U);
}

void TestArchitecture::arrowsHaveNoCircle()
{
    const QStringList folders = m_rules.core.keys();
    for (const QString &a : folders) {
        QVERIFY(m_rules.core[a].contains(a));
        for (const QString &b : folders)
            QVERIFY2(a == b || !m_rules.core[a].contains(b) || !m_rules.core[b].contains(a),
                     qPrintable(a + QLatin1Char(' ') + b));
    }
    for (const QString &folder : folders)
        QVERIFY2(m_rules.core[folder].contains(QStringLiteral("base")), qPrintable(folder));
}

void TestArchitecture::filesAreFound()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const auto write = [&](const QString &path, const QByteArray &text) {
        QVERIFY(QDir(folder.path()).mkpath(QFileInfo(path).path()));
        QFile file(folder.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    };
    write(QStringLiteral("core/base/a.h"), "one");
    write(QStringLiteral(".ci/run"), "two");
    write(QStringLiteral("README.md"), "three");
    write(QStringLiteral("build/ci/core/a.h"), "skipped");
    write(QStringLiteral("build-asan/a.h"), "skipped");
    write(QStringLiteral(".git/config"), "skipped");
    write(QStringLiteral(".pinned/sqlite/sqlite3.h"), "skipped");
    write(QStringLiteral("docs/picture.png"), QByteArray("a\0b", 3));
    QStringList paths;
    for (const SourceFile &file : readRepository(folder.path()))
        paths.append(file.path);
    paths.sort();
    QCOMPARE(paths, QStringList({QStringLiteral(".ci/run"), QStringLiteral("README.md"), QStringLiteral("core/base/a.h")}));
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/importdialog.h"

#include "app/workstation/importpreview.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "core/audit/log.h"
#include "widgets/theme/icons.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

QString confidenceWord(extension::ProbeResult::Confidence confidence)
{
    switch (confidence) {
    case extension::ProbeResult::Certain:
        return ImportDialog::tr("certain");
    case extension::ProbeResult::Medium:
        return ImportDialog::tr("likely");
    default:
        return ImportDialog::tr("possible");
    }
}

}  // namespace

ImportDialog::ImportDialog(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : QDialog(window), m_services(services), m_project(std::move(project)), m_path(new QLineEdit), m_guesses(new QListWidget),
      m_summary(new QLabel), m_preview(new ImportPreview(services)), m_import(new QPushButton(tr("Import")))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import labels"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    auto *place = new QHBoxLayout;
    place->setSpacing(8);
    m_path->setPlaceholderText(tr("A label file, or a folder with labels"));
    m_path->setAccessibleName(tr("Where the labels are"));
    m_path->setObjectName(QStringLiteral("importPath"));
    auto *file = new QPushButton(tr("File…"));
    auto *folder = new QPushButton(tr("Folder…"));
    for (QPushButton *button : {file, folder})
        button->setAutoDefault(false);
    place->addWidget(m_path, 1);
    place->addWidget(file);
    place->addWidget(folder);
    layout->addLayout(place);
    m_guesses->setAccessibleName(tr("Formats that could be meant"));
    m_guesses->setObjectName(QStringLiteral("importGuesses"));
    m_guesses->setWordWrap(true);
    layout->addWidget(m_guesses, 1);
    m_summary->setWordWrap(true);
    m_summary->setMinimumHeight(60);
    m_summary->setAlignment(Qt::AlignTop);
    m_summary->setObjectName(QStringLiteral("importSummary"));
    layout->addWidget(m_summary);
    layout->addWidget(m_preview, 0, Qt::AlignHCenter);
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(m_import);
    layout->addLayout(buttons);
    m_import->setDefault(true);
    m_import->setEnabled(false);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_summary->setText(tr("Nothing is stored before you press Import."));
    resize(620, 700);

    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(file, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getOpenFileName(this, tr("Import labels"),
                                                            m_services.settings().lastFolder(QStringLiteral("import")));
        if (!chosen.isEmpty())
            setPath(chosen);
    });
    connect(folder, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(this, tr("Import labels"),
                                                                 m_services.settings().lastFolder(QStringLiteral("import")));
        if (!chosen.isEmpty())
            setPath(chosen);
    });
    connect(m_path, &QLineEdit::editingFinished, this, &ImportDialog::guess);
    connect(m_guesses, &QListWidget::currentRowChanged, this, &ImportDialog::dryRun);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
}

void ImportDialog::setPath(const QString &path)
{
    const QFileInfo info(path);
    m_services.settings().setLastFolder(QStringLiteral("import"), info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    m_path->setText(path);
    guess();
}

const extension::AnnotationFormat *ImportDialog::format() const
{
    const int row = m_guesses->currentRow();
    return row >= 0 && row < static_cast<int>(m_found.size()) ? m_found[static_cast<std::size_t>(row)].format : nullptr;
}

exchange::ImportOptions ImportDialog::options(bool dryRun) const
{
    exchange::ImportOptions options;
    options.request.path = m_path->text();
    options.dryRun = dryRun;
    options.samples = dryRun ? ImportPreview::pictures : 0;
    return options;
}

void ImportDialog::guess()
{
    m_generation.next();
    m_guesses->clear();
    m_found.clear();
    m_import->setEnabled(false);
    const QString path = m_path->text();
    if (path.isEmpty())
        return;
    m_found = exchange::guessFormats(m_services.formats(), path);
    const extension::AnnotationFormat *sure = exchange::certainGuess(m_found);
    for (const exchange::FormatGuess &found : m_found)
        m_guesses->addItem(tr("%1 — %2: %3").arg(found.format->title(), confidenceWord(found.probe.confidence), found.probe.reason));
    if (m_found.empty()) {
        m_summary->setText(QFileInfo::exists(path) ? tr("No installed format recognises this.") : tr("There is no such file or folder."));
        return;
    }
    m_summary->setText(sure ? QString() : tr("Several formats could be meant. Choose one."));
    for (std::size_t row = 0; row < m_found.size(); ++row) {
        if (m_found[row].format == sure)
            m_guesses->setCurrentRow(static_cast<int>(row));
    }
}

void ImportDialog::dryRun()
{
    m_import->setEnabled(false);
    const auto token = m_generation.next();
    m_preview->clear();
    if (!format())
        return;
    m_summary->setText(tr("Reading…"));
    m_services.jobs().run(
        tr("Look into %1").arg(QFileInfo(m_path->text()).fileName()),
        [project = m_project, opener = m_services.mediaOpener(), chosen = format(), options = options(true),
         person = m_services.person()](jobs::JobControl &control) {
            return exchange::importAnnotations(*project, opener, *chosen, options, person, control);
        },
        this, [this](const Result<exchange::ImportReport> &report) { showDryRun(report); }, jobs::JobRunner::Visibility::Listed, token);
}

void ImportDialog::showDryRun(const Result<exchange::ImportReport> &report)
{
    if (!report) {
        m_summary->setText(report.error().text);
        return;
    }
    const QLocale locale;
    const auto number = [&](std::int64_t value) { return locale.toString(qlonglong(value)); };
    QStringList lines{tr("%1 on %2, %3 of them new to the project.")
                          .arg(tr("%Ln label(s)", nullptr, static_cast<int>(report->annotations)),
                               tr("%Ln item(s)", nullptr, static_cast<int>(report->items)), number(report->newItems))};
    QStringList classes;
    // Names may end in numbers.
    for (const auto &[name, count] : report->byClass)
        classes.append(tr("%1: %2").arg(name.isEmpty() ? tr("without a class") : name, number(count)));
    constexpr int mostClasses = 8;
    if (classes.size() > mostClasses)
        classes = classes.mid(0, mostClasses) << tr("and %n more", nullptr, static_cast<int>(classes.size()) - mostClasses);
    if (!classes.isEmpty())
        lines.append(classes.join(QStringLiteral(" · ")));
    if (!report->newClasses.isEmpty())
        lines.append(tr("%n class(es) will be added to the schema.", nullptr, static_cast<int>(report->newClasses.size())));
    if (report->withoutMedia > 0)
        lines.append(tr("%Ln new item(s) without a picture on this machine.", nullptr, static_cast<int>(report->withoutMedia)));
    if (report->issues.count() > 0)
        lines.append(tr("%Ln record(s) with problems; the good ones are taken.", nullptr, static_cast<int>(report->issues.count())));
    m_summary->setText(lines.join(QLatin1Char('\n')));
    m_preview->show(report->samples);
    m_import->setEnabled(report->annotations > 0 || report->newItems > 0);
}

void ImportDialog::import()
{
    if (!format())
        return;
    m_import->setEnabled(false);
    const QString source = tr("Import of %1").arg(QFileInfo(m_path->text()).fileName());
    m_services.jobs().run(
        source,
        [project = m_project, opener = m_services.mediaOpener(), chosen = format(), options = options(false),
         person = m_services.person()](jobs::JobControl &control) {
            return exchange::importAnnotations(*project, opener, *chosen, options, person, control);
        },
        this,
        [this, source](const Result<exchange::ImportReport> &report) {
            if (!report) {
                m_summary->setText(report.error().code == ErrorCode::Cancelled ? tr("Stopped; nothing was stored.") : report.error().text);
                m_import->setEnabled(true);
                return;
            }
            if (!report->newClasses.isEmpty())
                audit::note(*m_project, m_services.person(), audit::Action::SchemaChanged, QStringLiteral("import"),
                            {{"new_classes", base::toJson(report->newClasses.join(QStringLiteral(", ")))}});
            emit imported(source, *report);
            close();
        });
}

}  // namespace plumbline::workstation

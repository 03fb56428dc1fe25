// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/exportdialog.h"

#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "core/audit/log.h"
#include "core/store/reader.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

QString freeFolder(const QString &wanted)
{
    QString folder = wanted;
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return folder;
}

}  // namespace

ExportDialog::ExportDialog(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : QDialog(window), m_services(services), m_project(std::move(project)), m_format(new QComboBox), m_layer(new QComboBox),
      m_folder(new QLineEdit), m_form(new QFormLayout), m_summary(new QLabel), m_losses(new QListWidget),
      m_progress(new QProgressBar), m_export(new QPushButton(tr("Export"))), m_cancel(new QPushButton(tr("Close"))),
      m_open(new QPushButton(tr("Open in file manager")))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (const extension::AnnotationFormat *format : m_services.formats()) {
        if (!format->capabilities().write)
            continue;
        m_formats.push_back(format);
        m_format->addItem(format->title(), format->id());
    }
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->setAccessibleName(tr("Format"));
    m_layer->setObjectName(QStringLiteral("exportLayer"));
    m_layer->setAccessibleName(tr("Labels of"));
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setAccessibleName(tr("Folder"));
    fillLayers();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Format"), m_format);
    m_form->addRow(tr("Labels of"), m_layer);
    auto *place = new QHBoxLayout;
    place->addWidget(m_folder);
    auto *choose = new QToolButton;
    choose->setIcon(theme::themedIcon(QStringLiteral("folder-open")));
    choose->setToolTip(tr("Choose a folder"));
    choose->setAccessibleName(tr("Choose a folder"));
    place->addWidget(choose);
    m_form->addRow(tr("Folder"), place);
    layout->addLayout(m_form);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("exportSummary"));
    layout->addWidget(m_summary);
    m_losses->setObjectName(QStringLiteral("exportLosses"));
    m_losses->setAccessibleName(tr("What would be lost"));
    m_losses->setWordWrap(true);
    m_losses->setSelectionMode(QAbstractItemView::NoSelection);
    m_losses->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_losses, 1);
    m_progress->setFixedHeight(8);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    layout->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    layout->addLayout(buttons);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setDefault(true);
    m_open->setObjectName(QStringLiteral("openExportFolder"));
    m_open->hide();
    m_cancel->setAutoDefault(false);
    resize(640, 520);

    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChanged);
    connect(m_layer, &QComboBox::currentIndexChanged, this, &ExportDialog::check);
    connect(choose, &QToolButton::clicked, this, &ExportDialog::browse);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_services.jobs().cancel(m_job);
        else
            close();
    });
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder->text())); });
    connect(&m_services.jobs(), &jobs::JobRunner::progressed, this, [this](jobs::JobId id) {
        const auto job = m_services.jobs().job(id);
        if (id != m_job || !job)
            return;
        m_progress->setRange(0, job->progress.total > 0 ? 1000 : 0);
        if (job->progress.total > 0)
            m_progress->setValue(static_cast<int>(1000 * job->progress.done / job->progress.total));
    });
    setBusy(false);
    formatChanged();
    // What is chosen first: letters of its name choose a format.
    m_format->setFocus();
}

void ExportDialog::fillLayers()
{
    const auto reader = m_project->store().reader();
    const auto layers = reader ? (*reader)->layers() : decltype((*reader)->layers())(fail(reader.error()));
    const auto usual = exchange::defaultLayer(*m_project);
    if (!layers)
        return;
    const QLocale locale;
    for (const auto &[name, count] : *layers) {
        const QString title = name == model::acceptedLayer() ? tr("accepted labels")
                              : model::isModelLayer(name)    ? tr("predictions of %1").arg(name.mid(6))
                                                             : name;
        m_layer->addItem(tr("%1 (%2)").arg(title, locale.toString(qlonglong(count))), name);
    }
    if (usual)
        m_layer->setCurrentIndex(std::max(0, m_layer->findData(*usual)));
}

const extension::AnnotationFormat *ExportDialog::format() const
{
    const int index = m_format->currentIndex();
    return index >= 0 && index < static_cast<int>(m_formats.size()) ? m_formats[static_cast<std::size_t>(index)] : nullptr;
}

exchange::ExportOptions ExportDialog::options() const
{
    exchange::ExportOptions options;
    options.folder = m_folder->text();
    options.layer = m_layer->currentData().toString();
    for (const auto &[key, widget] : m_options) {
        if (const auto *box = qobject_cast<QComboBox *>(widget))
            options.options[key] = box->currentText();
        else if (const auto *edit = qobject_cast<QLineEdit *>(widget))
            options.options[key] = edit->text();
    }
    return options;
}

void ExportDialog::formatChanged()
{
    for (const auto &[key, widget] : m_options)
        m_form->removeRow(widget);
    m_options.clear();
    const extension::AnnotationFormat *chosen = format();
    if (!chosen) {
        m_summary->setText(tr("No installed plugin can write labels."));
        m_export->setEnabled(false);
        return;
    }
    for (const extension::FormatOption &option : chosen->options()) {
        // Free text without a default is for reading.
        if (option.choices.isEmpty() && option.defaultValue.isEmpty())
            continue;
        QWidget *field = nullptr;
        if (option.choices.isEmpty()) {
            auto *edit = new QLineEdit(option.defaultValue);
            connect(edit, &QLineEdit::editingFinished, this, &ExportDialog::check);
            field = edit;
        } else {
            auto *box = new QComboBox;
            box->addItems(option.choices);
            box->setCurrentText(option.defaultValue);
            connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::check);
            field = box;
        }
        field->setAccessibleName(option.title);
        m_form->addRow(option.title, field);
        m_options[option.key] = field;
    }
    // What the person typed stays; what was proposed follows the format.
    if (m_folder->text().isEmpty() || m_folder->text() == m_suggested) {
        const QFileInfo project(m_project->folder());
        m_suggested =
            freeFolder(QStringLiteral("%1/%2-%3").arg(project.absolutePath(), project.completeBaseName(), chosen->id()));
        m_folder->setText(m_suggested);
    }
    check();
}

void ExportDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_progress->setRange(0, 0);
    m_export->setEnabled(!busy);
    m_cancel->setText(m_job ? tr("Stop") : tr("Close"));
}

void ExportDialog::check()
{
    m_done = false;
    m_open->hide();
    m_losses->clear();
    m_losses->hide();
    m_export->setEnabled(false);
    if (!format())
        return;
    if (m_layer->count() == 0) {
        m_summary->setText(tr("There are no labels yet."));
        return;
    }
    m_summary->setText(tr("Checking what this format can carry…"));
    m_services.jobs().run(
        tr("Check an export"),
        [project = m_project, chosen = format(), options = options()](jobs::JobControl &control) {
            return exchange::checkExport(*project, *chosen, options, control);
        },
        this, [this](const Result<std::vector<extension::Loss>> &losses) { showLosses(losses); },
        jobs::JobRunner::Visibility::Quiet, m_generation.next());
}

void ExportDialog::showLosses(const Result<std::vector<extension::Loss>> &losses)
{
    if (!losses) {
        m_summary->setText(losses.error().text);
        return;
    }
    const theme::Theme &colours = theme::themeOf(palette());
    m_losses->setVisible(!losses->empty());
    m_summary->setText(losses->empty() ? tr("✓ Nothing is lost: this format carries everything that is labeled.")
                                       : tr("This format cannot carry everything. What happens to it:"));
    const QLocale locale;
    for (const extension::Loss &loss : *losses) {
        auto *row = new QListWidgetItem(theme::themedIcon(QStringLiteral("issues"), colours.colour(theme::Token::Warn)),
                                        tr("%1 (%2): %3").arg(loss.what, locale.toString(qlonglong(loss.count)), loss.why));
        m_losses->addItem(row);
    }
    m_export->setEnabled(true);
}

void ExportDialog::browse()
{
    const QString start = m_services.settings().lastFolder(QStringLiteral("export"));
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Export into"), start);
    if (chosen.isEmpty())
        return;
    m_services.settings().setLastFolder(QStringLiteral("export"), chosen);
    const QFileInfo project(m_project->folder());
    const bool empty = QDir(chosen).isEmpty();
    m_folder->setText(
        empty ? chosen
              : freeFolder(
                    QStringLiteral("%1/%2-%3").arg(chosen, project.completeBaseName(), format() ? format()->id() : QString())));
}

void ExportDialog::startExport()
{
    if (!format() || m_job)
        return;
    m_job = m_services.jobs().run(
        tr("Export as %1").arg(format()->title()),
        [project = m_project, chosen = format(), options = options()](jobs::JobControl &control) {
            return exchange::exportAnnotations(*project, *chosen, options, control);
        },
        this,
        [this](const Result<exchange::ExportReport> &report) {
            m_job = 0;
            setBusy(false);
            if (report)
                audit::note(*m_project, m_services.person(), audit::Action::Exported, report->folder,
                            {{"format", base::toJson(format() ? format()->id() : QString())},
                             {"layer", base::toJson(report->layer)},
                             {"files", report->files.size()}});
            if (report)
                showDone(*report);
            else
                m_summary->setText(report.error().code == ErrorCode::Cancelled ? tr("Stopped; nothing was written.")
                                                                               : report.error().text);
        });
    setBusy(true);
}

void ExportDialog::showDone(const exchange::ExportReport &report)
{
    m_done = true;
    m_folder->setText(report.folder);
    m_suggested = report.folder;
    m_losses->hide();
    const QString files = tr("%Ln file(s)", nullptr, static_cast<int>(report.files.size()));
    m_summary->setText(report.annotations && report.items
                           ? tr("✓ Written: %1 of %2, in %3.")
                                 .arg(tr("%Ln label(s)", nullptr, static_cast<int>(*report.annotations)),
                                      tr("%Ln item(s)", nullptr, static_cast<int>(*report.items)), files)
                           : tr("✓ Written: %1.").arg(files));
    m_export->setEnabled(false);
    m_open->show();
    m_open->setFocus();
    emit exported(report);
}

}  // namespace plumbline::workstation

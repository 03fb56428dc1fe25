// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeediting.h"
#include "widgets/extension/uiplugin.h"
#include "widgets/theme/icons.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

namespace plumbline::test {

/// What a main window is to a view: a context that remembers hints, and the actions with their keys.
class ViewHost final : public extension::ViewContext
{
public:
    FakeEditing document;
    jobs::JobRunner runner{1};
    QStringList hints;
    QString medium;
    QString cache;
    FrameLoader loader = [](const QString &path, std::int64_t, extension::LoadQuality, const jobs::JobControl &) -> Result<extension::LoadedFrame> {
        extension::LoadedFrame frame;
        if (!frame.image.load(path))
            return fail(ErrorCode::NotFound, path);
        return frame;
    };

    [[nodiscard]] document::Editing &editing() override { return document; }
    [[nodiscard]] QIcon icon(const QString &name) const override { return theme::themedIcon(name); }
    void showHint(const QString &text) override { hints.append(text); }
    [[nodiscard]] QString withKeys(const QString &text) const override { return text; }
    [[nodiscard]] QString mediaPath() const override { return medium; }
    [[nodiscard]] QString cacheFolder() const override { return cache; }
    [[nodiscard]] FrameLoader frameLoader() const override { return loader; }
    [[nodiscard]] jobs::JobRunner &jobs() override { return runner; }

    /// Shows the view in a window of its own beside a text field, with its shortcuts; the view has the focus.
    void show(extension::AnnotationView &view, QSize size)
    {
        window.resize(size);
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(view.widget(), 1);
        layout->addWidget(&field);
        for (const extension::ViewAction &action : view.actions()) {
            auto *item = new QAction(action.title, &window);
            item->setShortcut(action.key);
            item->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            view.widget()->addAction(item);
            QObject::connect(item, &QAction::triggered, item, [&view, id = action.id] { view.trigger(id); });
        }
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        view.widget()->setFocus();
    }

    QWidget window;
    QLineEdit field;
};

}  // namespace plumbline::test

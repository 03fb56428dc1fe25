// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/mediacatalog.h"
#include "core/triage/triaging.h"
#include "core/triage/waiting.h"
#include "tests/review/reviewproject.h"

#include <QFileInfo>
#include <QImage>

namespace plumbline::test {

/// Pictures that Qt itself can read.
class PictureFactory final : public extension::MediaSourceFactory
{
public:
    class Picture final : public extension::MediaSource
    {
    public:
        explicit Picture(QImage image) : m_image(std::move(image)) { m_info.size = m_image.size(); }
        [[nodiscard]] const extension::MediaInfo &info() const override { return m_info; }
        [[nodiscard]] Result<extension::LoadedFrame> load(std::int64_t, extension::LoadQuality, const jobs::JobControl &) override
        {
            extension::LoadedFrame frame;
            frame.image = m_image;
            return frame;
        }

    private:
        QImage m_image;
        extension::MediaInfo m_info;
    };
    [[nodiscard]] model::ItemKind kind() const override { return model::ItemKind::Image; }
    [[nodiscard]] extension::ProbeResult probe(const QString &path, QByteArrayView) const override
    {
        extension::ProbeResult result;
        result.confidence = QImage(path).isNull() ? extension::ProbeResult::None : extension::ProbeResult::Certain;
        return result;
    }
    [[nodiscard]] Result<std::unique_ptr<extension::MediaSource>> open(const QString &path,
                                                                       const extension::MediaBudget &) const override
    {
        return std::make_unique<Picture>(QImage(path));
    }
};

/// A team project in which work is handed in as "cannot label".
class TriageProject : public ReviewProject
{
public:
    Result<workflow::SubmitResult> cannot(ItemId item, const store::Person &person, const char *reason = "guideline-unclear",
                                          const char *comment = "", std::optional<geometry::Point> place = {})
    {
        clock.advance(1'000'000);
        workflow::SubmitOptions options;
        options.cannotLabel = true;
        options.reason = QLatin1String(reason);
        options.comment = QLatin1String(comment);
        options.place = place;
        return workflow::submit(*project, item, person, options, m_chance);
    }
    Result<triage::Outcome> decide(ItemId item, const store::Person &author, triage::Ruling ruling, const char *words = "",
                                   const char *className = "", const Uuid &waiting = {})
    {
        clock.advance(1'000'000);
        triage::Draft draft;
        draft.ruling = ruling;
        draft.words = QLatin1String(words);
        draft.className = QLatin1String(className);
        draft.waiting = waiting;
        return triage::decide(*project, item, author.name, draft, lea);
    }
    [[nodiscard]] triage::Overview overview() const
    {
        auto all = triage::overview(*project, lea);
        return all ? std::move(*all) : triage::Overview();
    }
    [[nodiscard]] exchange::MediaOpener opener() const { return exchange::MediaOpener({&m_pictures}); }
    /// A file where the media are.
    [[nodiscard]] QString file(const QString &name) const
    {
        return project->folder() + QLatin1Char('/') + name;
    }

private:
    base::SeededRandom m_chance{3};
    PictureFactory m_pictures;
};

}  // namespace plumbline::test

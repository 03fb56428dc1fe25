// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/tests/scenefixture.h"

#include <algorithm>

namespace plumbline::test {

/// Puts a track over cars of the street: which of its cars, key frames in which frames.
inline TrackId addTrack(SceneFixture &f, const GeneratedStreet &street, std::size_t car, const std::vector<int> &frames,
                        const char *className = "car")
{
    model::Track track;
    track.id = f.document().newTrackId();
    track.item = f.document().item()->id;
    track.layer = f.document().layer;
    track.labelClass = f.document().classNamed(className);
    history::GestureBuilder builder = f.document().gesture(QStringLiteral("test"));
    builder.put(static_cast<const model::Track *>(nullptr), track);
    for (const int frame : frames) {
        model::Annotation label = f.document().newAnnotation(street.cars(frame)[car]);
        label.labelClass = track.labelClass;
        label.frame = f.document().frameRef(frame);
        label.track = track.id;
        builder.create(label);
    }
    f.document().push(builder.take());
    return track.id;
}

inline AnnotationId keyIn(SceneFixture &f, TrackId track, std::int64_t frame)
{
    for (const model::Annotation &label : f.document().annotations())
        if (label.track == track && label.frame && label.frame->index == frame)
            return label.id;
    return {};
}

/// A letter for each frame of the scene, as the tests of the model have them.
inline QString kinds(SceneFixture &f, TrackId track)
{
    const auto whole = sceneview::trackOf(f.document(), track);
    if (!whole)
        return {};
    QString text;
    const model::TrackPath path(whole->track, whole->labels, *f.document().scene());
    for (const model::TrackFrame &frame : path.frames())
        text += QLatin1Char(frame.kind == model::TrackFrame::Kind::Key       ? 'K'
                            : frame.kind == model::TrackFrame::Kind::Between ? '-'
                            : frame.kind == model::TrackFrame::Kind::Gap     ? 'o'
                                                                             : '.');
    return text;
}

inline void dragIn(QWidget *viewport, QPointF from, QPointF to)
{
    const auto send = [&](QEvent::Type type, QPointF at) {
        const bool moves = type == QEvent::MouseMove;
        QMouseEvent event(type, at, viewport->mapToGlobal(at), moves ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &event);
    };
    send(QEvent::MouseButtonPress, from);
    send(QEvent::MouseMove, (from + to) / 2);
    send(QEvent::MouseMove, to);
    send(QEvent::MouseButtonRelease, to);
}

/// All labels and tracks, to see that undo brings back exactly what was there.
struct Everything {
    std::vector<model::Annotation> labels;
    std::vector<model::Track> tracks;
    bool operator==(const Everything &) const = default;
};

inline Everything everything(SceneFixture &f)
{
    Everything all{f.document().annotations(), f.document().tracks()};
    std::sort(all.labels.begin(), all.labels.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    std::sort(all.tracks.begin(), all.tracks.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return all;
}

}  // namespace plumbline::test

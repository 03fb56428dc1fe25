// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/review.h"
#include "core/model/scene.h"
#include "core/model/task.h"
#include "core/model/track.h"

#include <QByteArray>
#include <QByteArrayView>

/// Canonical CBOR of entities (base/cbor.h): equal values have equal bytes, so hashes of them identify content.
/// The first element of every array is the version of its form; a decoder reads every version there ever was.
namespace plumbline::model {

[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Annotation &annotation);
/// Appends what encode() would return. `extraText`, when not empty, stands for annotation.extra: text of ForeignText.
PLUMBLINE_CORE_EXPORT void encodeInto(base::CborWriter &writer, const Annotation &annotation, QByteArrayView extraText = {});
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Item &item);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Track &track);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Scene &scene);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Task &task);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Submission &submission);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Judgement &judgement);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Member &member);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Decision &decision);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Thread &thread);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Comment &comment);

[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Annotation> decodeAnnotation(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Item> decodeItem(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Track> decodeTrack(QByteArrayView data);
/// Refuses what whyInvalid() finds fault with.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Scene> decodeScene(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Task> decodeTask(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Submission> decodeSubmission(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Judgement> decodeJudgement(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Member> decodeMember(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Decision> decodeDecision(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Thread> decodeThread(QByteArrayView data);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Comment> decodeComment(QByteArrayView data);

/// The field groups of an annotation whose values differ, e.g. {"geometry", "attribute:occluded"}; conflicts and versions
/// are kept per group. id, item, layer, created and revision never change.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList changedGroups(const Annotation &before, const Annotation &after);
/// Value of one group, encoded.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encodeGroup(const Annotation &annotation, const QString &group);
/// Puts a group's value into an annotation; fails on unknown groups and broken data.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> applyGroup(Annotation &annotation, const QString &group, QByteArrayView value);

}  // namespace plumbline::model

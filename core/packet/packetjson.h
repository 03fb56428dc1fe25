// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/model/item.h"
#include "core/model/schema.h"
#include "core/model/task.h"

#include <QCoreApplication>

/// The lines of a packet's members as values (docs/packets.md). Private to this folder.
namespace plumbline::packet {

/// A task as the one who does it needs to know it: no order, no times, nothing of what others did.
[[nodiscard]] Json taskToJson(const model::Task &task);
[[nodiscard]] Result<model::Task> taskFromJson(const Json &json);

[[nodiscard]] Json submissionToJson(const model::Submission &submission);
/// `authenticated` is for the receiver to say and stays true.
[[nodiscard]] Result<model::Submission> submissionFromJson(const Json &json);

/// The value of `key` read as canonical CBOR that stands in base64 (scenes and tracks).
[[nodiscard]] Result<QByteArray> bytesFromJson(const Json &json, const char *key);
[[nodiscard]] inline Json toBase64Json(const QByteArray &bytes)
{
    return bytes.toBase64().toStdString();
}

/// SHA-256, hexadecimal, over the encodings of the annotations, sorted by id: model::Submission::contentSha256.
[[nodiscard]] QString contentSha256(std::vector<model::Annotation> labels);

[[nodiscard]] inline QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::packet", text);
}

}  // namespace plumbline::packet

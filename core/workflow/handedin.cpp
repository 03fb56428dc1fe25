// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/handedin.h"

#include "core/model/codec.h"
#include "core/model/jsonfields.h"
#include "core/store/store.h"

#include <QCoreApplication>

#include <utility>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

template <typename T>
Result<> decodeList(model::JsonFields &f, const char *key, Result<T> (*decode)(QByteArrayView), std::vector<T> &values)
{
    for (const QString &text : f.texts(key)) {
        auto value = decode(QByteArray::fromBase64(text.toLatin1()));
        if (!value)
            return fail(value.error());
        values.push_back(std::move(*value));
    }
    return {};
}

}  // namespace

Uuid snapshotIdOf(SubmissionId submission)
{
    return Uuid::fromName("snapshot", submission.uuid.toBytes());
}

Result<HandedIn> HandedIn::open(const store::Store &store)
{
    auto log = store::RecordLog::open(store);
    if (!log)
        return fail(log.error());
    auto history = store::LayerHistory::open(store);
    if (!history)
        return fail(history.error());
    return HandedIn(std::move(*log), std::move(*history));
}

Result<store::LayerState> HandedIn::of(const model::Submission &submission) const
{
    const auto record = m_log.find(snapshotIdOf(submission.id));
    if (!record)
        return fail(record.error());
    if (!*record)
        return m_history.at(submission.item, submission.layer, submission.operation);
    const auto json = base::parseJson((*record)->data);
    if (!json)
        return fail(json.error());
    model::JsonFields f(*json, tr("The snapshot"));
    store::LayerState state;
    if (const auto done = decodeList<model::Annotation>(f, "labels", model::decodeAnnotation, state.annotations); !done)
        return fail(done.error());
    if (const auto done = decodeList<model::Track>(f, "tracks", model::decodeTrack, state.tracks); !done)
        return fail(done.error());
    return f.error() ? Result<store::LayerState>(fail(*f.error())) : Result<store::LayerState>(std::move(state));
}

}  // namespace plumbline::workflow

// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/accepting.h"

namespace plumbline::document {

model::Annotation acceptedCopy(Editing &editing, const model::Annotation &prediction)
{
    model::Annotation copy = editing.newAnnotation(prediction.geometry);
    const model::Origin accepter = copy.origin;
    copy.labelClass = prediction.labelClass;
    copy.role = prediction.role;
    copy.frame = prediction.frame;
    copy.attributes = prediction.attributes;
    copy.unsure = prediction.unsure;
    copy.zOrder = prediction.zOrder;
    copy.group = prediction.group;
    copy.parent = prediction.id;
    copy.origin = prediction.origin;
    copy.origin.kind = model::OriginKind::Model;
    copy.origin.by = accepter.by;
    copy.origin.guidelineVersion = accepter.guidelineVersion;
    copy.origin.authenticated = accepter.authenticated;
    return copy;
}

}  // namespace plumbline::document

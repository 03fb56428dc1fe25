-- SPDX-FileCopyrightText: 2026 The Plumbline authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations are the truth; every other table is their fold, kept for fast reading (docs/store.md).
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE gesture(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    actor TEXT NOT NULL,
    label TEXT NOT NULL,
    undoable INTEGER NOT NULL,
    undoes INTEGER REFERENCES gesture(n),  -- the gesture that this one takes back
    created INTEGER NOT NULL               -- microseconds UTC
);

CREATE TABLE operation(
    seq INTEGER PRIMARY KEY,
    op_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    gesture INTEGER NOT NULL REFERENCES gesture(n),
    kind INTEGER NOT NULL,
    entity_type INTEGER NOT NULL,
    entity BLOB NOT NULL,
    field_group TEXT NOT NULL,
    base_ver INTEGER NOT NULL,
    before_sha BLOB,
    after_sha BLOB,
    hlc INTEGER NOT NULL,
    hash BLOB NOT NULL                     -- SHA-256(previous hash ‖ canonical CBOR of the operation)
);
CREATE INDEX operation_by_gesture ON operation(gesture);
CREATE INDEX operation_by_entity ON operation(entity);

-- Values before and after, by SHA-256 of their bytes; a purge can empty them while the chain still verifies.
CREATE TABLE payload(sha BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID;

-- Operations that created many rows at once; their payload is the rows with created_seq = seq, in order of n.
CREATE TABLE bulk(id BLOB PRIMARY KEY, seq INTEGER NOT NULL, entity_type INTEGER NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE item(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    kind INTEGER NOT NULL,
    sha BLOB,
    alive INTEGER NOT NULL,
    created_seq INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE UNIQUE INDEX item_by_id ON item(id);
CREATE INDEX item_by_name ON item(name);
CREATE INDEX item_by_sha ON item(sha) WHERE sha IS NOT NULL;

CREATE TABLE layer(n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE class_ref(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);

CREATE TABLE annotation(
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    item INTEGER NOT NULL,
    layer INTEGER NOT NULL,
    class INTEGER NOT NULL,     -- 0 = none
    kind INTEGER NOT NULL,      -- index of the geometry
    alive INTEGER NOT NULL,
    created_seq INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE UNIQUE INDEX annotation_by_id ON annotation(id);
CREATE INDEX annotation_by_item ON annotation(item, layer);

-- Everything smaller: tracks, tasks, submissions, judgements, members, the schema, settings.
CREATE TABLE entity(
    type INTEGER NOT NULL,
    id BLOB NOT NULL,
    item BLOB,
    owner TEXT,
    state INTEGER NOT NULL DEFAULT 0,
    alive INTEGER NOT NULL,
    created_seq INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY(type, id)
) WITHOUT ROWID;
CREATE INDEX entity_by_item ON entity(type, item, owner);
CREATE INDEX entity_by_owner ON entity(type, owner, created_seq);

-- Version of each field group that was ever edited after creation; creation itself is version 1 of every group.
CREATE TABLE field_version(entity BLOB NOT NULL, field_group TEXT NOT NULL, ver INTEGER NOT NULL, PRIMARY KEY(entity, field_group)) WITHOUT ROWID;

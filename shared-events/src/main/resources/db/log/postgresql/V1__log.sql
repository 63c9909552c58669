-- One row: where the log ends. Moved inside the appending transaction: its lock orders appends across nodes, and a
-- rollback takes the position back, so positions have no gaps and position order is commit order.
CREATE TABLE log_head (
    id          INT PRIMARY KEY CHECK (id = 1),
    epoch       TEXT NOT NULL,
    position    BIGINT NOT NULL,
    recorded_at TIMESTAMPTZ(6) NOT NULL
);
INSERT INTO log_head VALUES (1, gen_random_uuid()::text, 0, TIMESTAMPTZ 'epoch');

CREATE TABLE event (
    position    BIGINT PRIMARY KEY,
    event_id    TEXT NOT NULL UNIQUE,
    stream      TEXT COLLATE "C" NOT NULL,
    version     BIGINT NOT NULL,
    type        TEXT NOT NULL,
    revision    TEXT NOT NULL,
    recorded_at TIMESTAMPTZ(6) NOT NULL,
    payload     TEXT NOT NULL,
    metadata    TEXT NOT NULL,
    UNIQUE (stream, version)
);
CREATE INDEX event_recorded_at ON event (recorded_at);

-- The answer each command got, kept for ever.
CREATE TABLE receipt (
    idempotency_key TEXT PRIMARY KEY,
    body_hash       TEXT NOT NULL,
    event_id        TEXT NOT NULL,
    position        BIGINT NOT NULL,
    version         BIGINT NOT NULL
);

-- Names of persons, beside the log and blankable.
CREATE TABLE people (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
);

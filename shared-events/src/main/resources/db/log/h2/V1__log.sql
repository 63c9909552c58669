-- One row: where the log ends. Moved inside the appending transaction, so positions have no gaps.
CREATE TABLE log_head (
    id          INT PRIMARY KEY CHECK (id = 1),
    epoch       VARCHAR(36) NOT NULL,
    position    BIGINT NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
INSERT INTO log_head VALUES (1, CAST(RANDOM_UUID() AS VARCHAR(36)), 0, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00');

CREATE TABLE event (
    position    BIGINT PRIMARY KEY,
    event_id    VARCHAR(36) NOT NULL UNIQUE,
    stream      VARCHAR(120) NOT NULL,
    version     BIGINT NOT NULL,
    type        VARCHAR(80) NOT NULL,
    revision    VARCHAR(8) NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    payload     VARCHAR(1000000) NOT NULL,
    metadata    VARCHAR(10000) NOT NULL,
    UNIQUE (stream, version)
);
CREATE INDEX event_recorded_at ON event (recorded_at);

-- The answer each command got, kept for ever.
CREATE TABLE receipt (
    idempotency_key VARCHAR(200) PRIMARY KEY,
    body_hash       VARCHAR(64) NOT NULL,
    event_id        VARCHAR(36) NOT NULL,
    position        BIGINT NOT NULL,
    version         BIGINT NOT NULL
);

-- Names of persons, beside the log and blankable.
CREATE TABLE people (
    id   VARCHAR(64) PRIMARY KEY,
    name VARCHAR(200) NOT NULL
);

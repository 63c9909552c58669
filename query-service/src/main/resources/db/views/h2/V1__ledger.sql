-- What the views remember. All of it can be dropped: it is folded again from the log.

-- How far each view has read the log, and which of its runs is the one that is shown.
CREATE TABLE token (
    view       VARCHAR(40)  NOT NULL PRIMARY KEY,
    run        BIGINT       NOT NULL,
    position   BIGINT       NOT NULL,
    epoch      VARCHAR(100) NOT NULL,
    owner      VARCHAR(200),
    claimed_at TIMESTAMP WITH TIME ZONE
);

-- A row as it was believed: true from valid_from until the next version of its key, known from known_from until known_to.
CREATE TABLE version (
    view       VARCHAR(40)      NOT NULL,
    run        BIGINT           NOT NULL,
    row_key    VARCHAR(100)     NOT NULL,
    valid_from DATE             NOT NULL,
    known_from BIGINT           NOT NULL,
    known_to   BIGINT           NOT NULL,
    content    VARCHAR(1000000),
    set_by     VARCHAR(1000000) NOT NULL,
    digest     VARBINARY(32)    NOT NULL
);
-- Both in the order in which rows are looked for: the latest day first, the latest knowledge first.
CREATE UNIQUE INDEX version_by_row ON version (view, run, row_key, valid_from DESC, known_from DESC);
CREATE INDEX version_by_knowledge ON version (view, run, known_from DESC);

-- Which rows there ever were.
CREATE TABLE subject (
    view       VARCHAR(40)  NOT NULL,
    run        BIGINT       NOT NULL,
    row_key    VARCHAR(100) NOT NULL,
    PRIMARY KEY (view, run, row_key)
);

-- Which events a row is folded from.
CREATE TABLE fact (
    view         VARCHAR(40)  NOT NULL,
    run          BIGINT       NOT NULL,
    row_key      VARCHAR(100) NOT NULL,
    position     BIGINT       NOT NULL,
    effective_on DATE         NOT NULL,
    stream       VARCHAR(100) NOT NULL,
    PRIMARY KEY (view, run, row_key, position)
);
CREATE INDEX fact_by_position ON fact (view, run, position);

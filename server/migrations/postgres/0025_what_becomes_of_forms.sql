-- Mails that went out to be confirmed, and confirmations within ten seconds of signing.
ALTER TABLE tallies ADD COLUMN mailed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE tallies ADD COLUMN fast BIGINT NOT NULL DEFAULT 0;

-- The same events of all campaigns together by mail provider. `day` counts days since 1970 in UTC.
CREATE TABLE provider_tallies (
    day BIGINT NOT NULL,
    provider TEXT NOT NULL,
    slot BIGINT NOT NULL,
    signed BIGINT NOT NULL DEFAULT 0,
    mailed BIGINT NOT NULL DEFAULT 0,
    confirmed BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (day, provider, slot)
);

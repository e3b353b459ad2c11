-- Forms whose mail came back for good.
ALTER TABLE tallies ADD COLUMN bounced BIGINT NOT NULL DEFAULT 0;
ALTER TABLE provider_tallies ADD COLUMN bounced BIGINT NOT NULL DEFAULT 0;

-- Mails of the whole house that came back, for good (hard) or for now (soft). `hour` counts hours since 1970 in UTC.
CREATE TABLE returned_mails (
    hour BIGINT NOT NULL,
    slot BIGINT NOT NULL,
    hard BIGINT NOT NULL DEFAULT 0,
    soft BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (hour, slot)
) WITHOUT ROWID;

-- Reports that were taken in, so that each counts once: a fingerprint that names neither mail nor signer. `day` is the day of the mail.
CREATE TABLE returned_marks (
    mark BLOB NOT NULL PRIMARY KEY,
    day BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX returned_marks_day ON returned_marks (day);

-- What an account may do in the house, and the second proof of who uses it.
ALTER TABLE accounts ADD COLUMN role TEXT NOT NULL DEFAULT 'campaigner' CHECK (role IN ('campaigner', 'moderator', 'admin'));
-- The secret of the account's authenticator app, encrypted, and the last time step that was used (seconds since 1970 / 30).
ALTER TABLE accounts ADD COLUMN totp BLOB;
ALTER TABLE accounts ADD COLUMN totp_step BIGINT;
-- Codes that did not fit since the last one that did, and when the last of them was typed.
ALTER TABLE accounts ADD COLUMN totp_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN totp_tried_at BIGINT;
-- When this browser last gave its second proof.
ALTER TABLE sessions ADD COLUMN proved_at BIGINT;

-- Who did what to what, and when. Only ever added to.
CREATE TABLE audit_log (
    at BIGINT NOT NULL,
    id BLOB NOT NULL,
    -- The account, which may be closed by now; none for the command line.
    actor BLOB,
    action TEXT NOT NULL,
    -- What it was done to, by the name that people use: an address of a campaign, a role.
    object TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (at, id)
) WITHOUT ROWID;

-- What a mail is about is checked where it is written; `subject_id` names it where it is neither a signature nor a sign-in.
CREATE TABLE outbox_of_all (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    campaign_id BLOB REFERENCES campaigns (id),
    signature_id BLOB,
    sign_in_id BLOB,
    subject_id BLOB,
    locale TEXT NOT NULL,
    address BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'dead')),
    attempts BIGINT NOT NULL DEFAULT 0,
    not_before BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    code BIGINT
) WITHOUT ROWID;
INSERT INTO outbox_of_all
    SELECT id, kind, campaign_id, signature_id, sign_in_id, NULL, locale, address, state, attempts, not_before, created_at, code FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_of_all RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (state, not_before);
CREATE INDEX outbox_signature ON outbox (signature_id);

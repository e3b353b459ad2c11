-- What an account may do in the house, and the second proof of who uses it.
ALTER TABLE accounts ADD COLUMN role TEXT NOT NULL DEFAULT 'campaigner' CHECK (role IN ('campaigner', 'moderator', 'admin'));
-- The secret of the account's authenticator app, encrypted, and the last time step that was used (seconds since 1970 / 30).
ALTER TABLE accounts ADD COLUMN totp BYTEA;
ALTER TABLE accounts ADD COLUMN totp_step BIGINT;
-- Codes that did not fit since the last one that did, and when the last of them was typed.
ALTER TABLE accounts ADD COLUMN totp_tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN totp_tried_at BIGINT;
-- When this browser last gave its second proof.
ALTER TABLE sessions ADD COLUMN proved_at BIGINT;

-- Who did what to what, and when. Only ever added to.
CREATE TABLE audit_log (
    at BIGINT NOT NULL,
    id BYTEA NOT NULL,
    -- The account, which may be closed by now; none for the command line.
    actor BYTEA,
    action TEXT NOT NULL,
    -- What it was done to, by the name that people use: an address of a campaign, a role.
    object TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (at, id)
);

-- What a mail is about is checked where it is written; `subject_id` names it where it is neither a signature nor a sign-in.
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD COLUMN subject_id BYTEA;

-- While its one row is there, no mail is sent. Every copy that `backup` makes has it: a restored house writes to nobody unasked.
CREATE TABLE mail_waits (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1)
);

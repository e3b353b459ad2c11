-- A campaign's own codes of how signers came, beside those that every campaign has. A signature with any other counts as `other`.
CREATE TABLE campaign_sources (
    campaign_id BYTEA NOT NULL REFERENCES campaigns (id),
    code TEXT NOT NULL,
    PRIMARY KEY (campaign_id, code)
);

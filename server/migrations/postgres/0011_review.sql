-- Who is at a campaign that waits, until when. A draft's id becomes that of its campaign, so neither is referred to.
CREATE TABLE review_locks (
    campaign_id BYTEA NOT NULL PRIMARY KEY,
    account_id BYTEA NOT NULL,
    until BIGINT NOT NULL
);

-- What moderators say to each other about a campaign. The account may be closed by now.
CREATE TABLE review_notes (
    campaign_id BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    id BYTEA NOT NULL,
    account_id BYTEA NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (campaign_id, created_at, id)
);

-- The catalogue of reasons for refusing and hiding, with the text that the public reads in each language of the interface.
CREATE TABLE grounds (
    code TEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    retired BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE ground_texts (
    code TEXT NOT NULL REFERENCES grounds (code),
    locale TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (code, locale)
);

-- Why a draft was refused or a campaign is hidden.
CREATE TABLE decision_grounds (
    campaign_id BYTEA NOT NULL,
    code TEXT NOT NULL REFERENCES grounds (code),
    PRIMARY KEY (campaign_id, code)
);

-- The state to which a hidden campaign goes back.
CREATE TABLE hidden_campaigns (
    campaign_id BYTEA NOT NULL PRIMARY KEY REFERENCES campaigns (id),
    was TEXT NOT NULL
);

-- What the public reports. Days count from 1970 in UTC.
CREATE TABLE reports (
    id BYTEA NOT NULL PRIMARY KEY,
    campaign_id BYTEA NOT NULL REFERENCES campaigns (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    locale TEXT NOT NULL,
    -- Where an answer was asked for: the address, encrypted and bound to the id, until the report is closed.
    contact BYTEA,
    created_day BIGINT NOT NULL,
    outcome TEXT,
    closed_day BIGINT
);
CREATE INDEX reports_waiting ON reports (created_day) WHERE outcome IS NULL;
CREATE INDEX reports_closed ON reports (closed_day) WHERE closed_day IS NOT NULL;
CREATE INDEX reports_campaign ON reports (campaign_id);

INSERT INTO grounds (code, position) VALUES
    ('unclear', 1),
    ('duplicate', 2),
    ('private_person', 3),
    ('hatred', 4),
    ('untrue', 5),
    ('unlawful', 6),
    ('trap', 7),
    ('pretence', 8),
    ('advertising', 9),
    ('own_affair', 10),
    ('works_of_others', 11);
INSERT INTO ground_texts (code, locale, text) VALUES
    ('unclear', 'en', 'It does not say clearly what is demanded, and of whom.'),
    ('unclear', 'es', 'No dice con claridad qué se pide ni a quién.'),
    ('duplicate', 'en', 'It asks the same as a campaign that is public already.'),
    ('duplicate', 'es', 'Pide lo mismo que una campaña que ya es pública.'),
    ('private_person', 'en', 'It names or accuses a private person, or gives away where somebody lives or works.'),
    ('private_person', 'es', 'Nombra o acusa a un particular, o revela dónde vive o trabaja alguien.'),
    ('hatred', 'en', 'It attacks people for what they are, or calls for hatred or violence.'),
    ('hatred', 'es', 'Ataca a personas por lo que son, o llama al odio o a la violencia.'),
    ('untrue', 'en', 'It states as a fact what cannot be shown to be true.'),
    ('untrue', 'es', 'Presenta como un hecho algo que no se puede demostrar.'),
    ('unlawful', 'en', 'What it asks for, or publishing it, would be against the law.'),
    ('unlawful', 'es', 'Lo que pide, o publicarlo, sería contrario a la ley.'),
    ('trap', 'en', 'There are signs that it serves to find out who signs it.'),
    ('trap', 'es', 'Hay indicios de que sirve para averiguar quién la firma.'),
    ('pretence', 'en', 'It pretends to come from somebody who has not started it.'),
    ('pretence', 'es', 'Finge venir de alguien que no la ha iniciado.'),
    ('advertising', 'en', 'It advertises something or collects money.'),
    ('advertising', 'es', 'Hace publicidad de algo o recauda dinero.'),
    ('own_affair', 'en', 'It is about an affair between a few people that signatures cannot settle.'),
    ('own_affair', 'es', 'Trata de un asunto entre pocas personas que las firmas no pueden resolver.'),
    ('works_of_others', 'en', 'It uses texts or pictures of others without their leave.'),
    ('works_of_others', 'es', 'Usa textos o imágenes de otras personas sin su permiso.');

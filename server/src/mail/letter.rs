use super::{
    RowId,
    layout::{Block, render},
    texts::{Texts, texts},
};
use crate::privacy::Concern;
use app::{
    i18n::{Lang, confirm_subject, sign_in_subject},
    reports::Outcome,
    signatures::EmailAddress,
};
use jiff::Timestamp;

/// What a mail says. Has no `Debug`: links and codes open doors and belong into no log.
#[derive(Clone, PartialEq, Eq)]
pub enum Letter {
    /// Asks the owner of the mailbox to confirm a signature.
    Confirm {
        /// The campaign's title.
        campaign: String,
        /// The whole address of the confirmation page; once confirmed it leads to the page of the signature.
        link: String,
        /// Eight digits.
        code: String,
    },
    /// Answers someone who signs a campaign again.
    AlreadySigned {
        /// The campaign's title.
        campaign: String,
        /// The whole address of the page of the signature.
        link: String,
    },
    /// Leads to an account.
    SignIn {
        /// The whole address of the page with the button.
        link: String,
    },
    /// Tells the owner of an account that somebody has signed in.
    SignedIn {
        /// The whole address of the account's page.
        link: String,
    },
    /// Tells whoever writes a campaign that a moderator has decided.
    Reviewed {
        /// The whole address of the page that says what.
        link: String,
    },
    /// Tells a team that its campaign has reached a number of signatures.
    Milestone {
        /// The campaign's title.
        campaign: String,
        /// The whole address of the page on which it is run.
        link: String,
    },
    /// Tells a campaign's team that it was hidden.
    Hidden {
        /// The whole address of the campaign's page, which says why.
        link: String,
    },
    /// Tells them that it is public again.
    ShownAgain {
        /// The whole address of the campaign's page.
        link: String,
    },
    /// Answers somebody who reported something.
    ReportClosed {
        /// What was done.
        outcome: Outcome,
    },
    /// Tells the owner of an account that an authenticator app was set up.
    ProofSetUp {
        /// The whole address of the account's page.
        link: String,
    },
    /// Tells the owner of an account that its authenticator app was removed.
    ProofRemoved {
        /// The whole address of the account's page.
        link: String,
    },
    /// Tells the owner of an account that a passkey was added to it.
    PasskeyAdded {
        /// The whole address of the page of passkeys.
        link: String,
    },
    /// Tells the owner of an account that a passkey of it was removed.
    PasskeyRemoved {
        /// The whole address of the page of passkeys.
        link: String,
    },
    /// Tells the owner of an account that its role in the house was changed.
    RoleChanged {
        /// The whole address of the account's page.
        link: String,
    },
    /// Invites to help in the house.
    StaffInvited {
        /// The whole address of the sign-in page.
        link: String,
    },
    /// Invites to start campaigns.
    CampaignerInvited {
        /// The whole address of the sign-in page.
        link: String,
    },
    /// News on a campaign, to a signer who asked for it or to one who writes it.
    Update(Box<UpdateLetter>),
    /// Asks whoever owns the mailbox whether they support a draft, without a word of it.
    Support {
        /// The whole address of the page with the button.
        link: String,
    },
    /// Invites into a team.
    TeamInvited {
        /// The whole address of the page with the button.
        link: String,
    },
    /// Tells the owners of a team that somebody has joined.
    TeamJoined {
        /// The whole address of the team's page.
        link: String,
    },
    /// Tells a member that others have changed what they may do in a team.
    TeamChanged {
        /// The whole address of the page of one's teams.
        link: String,
    },
    /// Tells that another team would hand something over.
    CampaignOffered {
        /// The whole address of the page of one's teams.
        link: String,
    },
    /// Tells the owners of a team that what they offered was taken.
    CampaignTaken {
        /// The whole address of the team's page.
        link: String,
    },
    /// Shows an operator that mail arrives (`mail test ADDRESS`).
    Test,
}

/// News on a campaign.
#[derive(Clone, PartialEq, Eq)]
pub struct UpdateLetter {
    /// The campaign's title.
    pub campaign: String,
    /// What happened, in one line.
    pub title: String,
    /// The text in Markdown.
    pub text: String,
    /// The same as HTML that was sanitised.
    pub html: String,
    /// BCP 47 code of the language of title and text.
    pub locale: String,
    /// The whole address of the campaign's updates.
    pub link: String,
    /// The whole address at which no more of them are asked for; none in a mail by which its writer tries it out.
    pub unsubscribe: Option<String>,
}

/// A mail that the worker has leased from the outbox.
#[derive(Clone)]
pub struct Leased {
    /// The row.
    pub id: RowId,
    /// How many tries have failed before.
    pub attempts: u32,
    /// When the mail was put into the outbox.
    pub queued_at: Timestamp,
    /// The signer's language.
    pub lang: Lang,
    /// Where it goes.
    pub to: EmailAddress,
    /// What it says.
    pub letter: Letter,
    /// What ends should it come back for good.
    pub concern: Concern,
}

/// What every mail tells of the house it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// Its name. Subject and first line name it, and never the campaign: a lock screen shows them.
    pub name: String,
    /// Hours that a confirmation link works.
    pub link_hours: u32,
}

/// A letter in words.
pub(super) struct Content {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

impl Letter {
    /// Where its reader asks for no more of its kind, if it is one of many.
    pub(super) fn unsubscribe(&self) -> Option<&str> {
        match self {
            Self::Update(update) => update.unsubscribe.as_deref(),
            _ => None,
        }
    }

    /// Writes the letter. The only words in it that are not ours are a campaign's title and updates, which a review has passed; nothing
    /// that the signer typed is in it, since a stranger may have typed the address.
    pub(super) fn write(&self, lang: Lang, house: &House) -> Content {
        let t = texts(lang);
        let name = one_line(&house.name);
        let (subject, blocks) = match self {
            Self::Confirm { campaign, link, code } => {
                (confirm_subject(lang, &name), confirm(t, &name, house.link_hours, campaign, link, code))
            }
            Self::AlreadySigned { campaign, link } => {
                ((t.again_subject)(&name), already_signed(t, &name, campaign, link))
            }
            Self::SignIn { link } => (sign_in_subject(lang, &name), sign_in(t, &name, link)),
            Self::SignedIn { link } => ((t.signed_in_subject)(&name), signed_in(t, &name, link)),
            Self::Milestone { campaign, link } => ((t.milestone_subject)(&name), milestone(t, &name, campaign, link)),
            Self::Reviewed { link } => ((t.reviewed_subject)(&name), told(t, &name, t.reviewed_what, link)),
            Self::Hidden { link } => ((t.hidden_subject)(&name), told(t, &name, t.hidden_what, link)),
            Self::ShownAgain { link } => ((t.hidden_subject)(&name), told(t, &name, t.shown_again_what, link)),
            Self::ReportClosed { outcome } => ((t.report_subject)(&name), report_closed(t, &name, *outcome)),
            Self::ProofSetUp { link } => ((t.proof_set_up_subject)(&name), told(t, &name, t.proof_set_up_what, link)),
            Self::ProofRemoved { link } => {
                ((t.proof_removed_subject)(&name), told(t, &name, t.proof_removed_what, link))
            }
            Self::PasskeyAdded { link } => {
                ((t.passkey_added_subject)(&name), told(t, &name, t.passkey_added_what, link))
            }
            Self::PasskeyRemoved { link } => {
                ((t.passkey_removed_subject)(&name), told(t, &name, t.passkey_removed_what, link))
            }
            Self::RoleChanged { link } => ((t.changed_subject)(&name), told(t, &name, t.role_changed_what, link)),
            Self::StaffInvited { link } => {
                ((t.staff_invited_subject)(&name), told(t, &name, t.staff_invited_what, link))
            }
            Self::CampaignerInvited { link } => {
                ((t.invited_subject)(&name), told(t, &name, t.campaigner_invited_what, link))
            }
            Self::Update(letter) => ((t.update_subject)(&name), update(t, &name, letter)),
            Self::Support { link } => {
                (confirm_subject(lang, &name), team(t, &name, t.support_what, link, t.support_how))
            }
            Self::TeamInvited { link } => {
                ((t.invited_subject)(&name), team(t, &name, t.invited_what, link, t.invited_how))
            }
            Self::TeamJoined { link } => ((t.joined_subject)(&name), team(t, &name, t.joined_what, link, t.joined_how)),
            Self::TeamChanged { link } => ((t.changed_subject)(&name), told(t, &name, t.changed_what, link)),
            Self::CampaignOffered { link } => {
                ((t.offered_subject)(&name), team(t, &name, t.offered_what, link, t.offered_how))
            }
            Self::CampaignTaken { link } => ((t.taken_subject)(&name), told(t, &name, t.taken_what, link)),
            Self::Test => {
                ((t.test_subject)(&name), vec![Block::text((t.first_line)(&name)), Block::text(t.test_arrived)])
            }
        };
        let (text, html) = render(lang, &subject, &blocks);
        Content { subject, text, html }
    }
}

fn confirm(t: &Texts, house: &str, hours: u32, campaign: &str, link: &str, code: &str) -> Vec<Block> {
    vec![
        Block::text((t.first_line)(house)),
        Block::text(t.confirm_who),
        Block::Title(one_line(campaign)),
        Block::text(t.confirm_how),
        Block::Link(link.to_owned()),
        Block::text((t.link_works)(hours)),
        Block::text(t.code_how),
        Block::Code(grouped(code)),
        Block::text((t.code_rule)(house)),
        Block::text((t.not_you)(hours)),
        Block::text(t.keep),
    ]
}

fn already_signed(t: &Texts, house: &str, campaign: &str, link: &str) -> Vec<Block> {
    vec![
        Block::text((t.first_line)(house)),
        Block::text(t.again_who),
        Block::Title(one_line(campaign)),
        Block::text(t.again_counts),
        Block::text(t.again_how),
        Block::Link(link.to_owned()),
        Block::text(t.again_not_you),
    ]
}

fn sign_in(t: &Texts, house: &str, link: &str) -> Vec<Block> {
    vec![
        Block::text((t.first_line)(house)),
        Block::text(t.sign_in_who),
        Block::Link(link.to_owned()),
        Block::text(t.sign_in_works),
        Block::text(t.sign_in_not_you),
    ]
}

fn signed_in(t: &Texts, house: &str, link: &str) -> Vec<Block> {
    vec![
        Block::text((t.first_line)(house)),
        Block::text(t.signed_in_what),
        Block::text(t.signed_in_not_you),
        Block::Link(link.to_owned()),
    ]
}

/// What is to be known, and the page that says more.
fn told(t: &Texts, house: &str, what: &'static str, link: &str) -> Vec<Block> {
    vec![Block::text((t.first_line)(house)), Block::text(what), Block::Link(link.to_owned())]
}

fn milestone(t: &Texts, house: &str, campaign: &str, link: &str) -> Vec<Block> {
    vec![
        Block::text((t.first_line)(house)),
        Block::text(t.milestone_what),
        Block::Title(one_line(campaign)),
        Block::text(t.milestone_how),
        Block::Link(link.to_owned()),
    ]
}

fn report_closed(t: &Texts, house: &str, outcome: Outcome) -> Vec<Block> {
    let done = match outcome {
        Outcome::Nothing => t.report_nothing,
        Outcome::Hidden => t.report_hidden,
        Outcome::ReasonRemoved => t.report_removed,
    };
    vec![
        Block::text((t.first_line)(house)),
        Block::text(t.report_who),
        Block::text(done),
        Block::text(t.report_deleted),
    ]
}

fn update(t: &Texts, house: &str, letter: &UpdateLetter) -> Vec<Block> {
    let mut blocks = vec![
        Block::text((t.first_line)(house)),
        Block::text(if letter.unsubscribe.is_some() { t.update_who } else { t.update_test }),
        Block::Title(one_line(&letter.campaign)),
        Block::Heading(one_line(&letter.title), letter.locale.clone()),
        Block::Prose { text: letter.text.clone(), html: letter.html.clone(), locale: letter.locale.clone() },
        Block::text(t.update_page),
        Block::Link(letter.link.clone()),
    ];
    if let Some(link) = &letter.unsubscribe {
        blocks.extend([Block::text(t.update_stop), Block::Link(link.clone())]);
    }
    blocks
}

/// What has happened, the link, and what else is to be known.
fn team(t: &Texts, house: &str, before: &str, link: &str, after: &str) -> Vec<Block> {
    vec![Block::text((t.first_line)(house)), Block::text(before), Block::Link(link.to_owned()), Block::text(after)]
}

/// `1234 5678`, as it is easiest to copy from one screen to another. The form takes it with or without the space.
fn grouped(code: &str) -> String {
    match code.split_at_checked(4) {
        Some((left, right)) if code.len() == 8 => format!("{left} {right}"),
        _ => code.to_owned(),
    }
}

/// One line without control characters and marks that turn the writing direction: nothing that is put into a mail can begin a line
/// or a header of its own.
pub(crate) fn one_line(text: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let plain: String =
        text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").replace(turns, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://sign.example.org/en/campaigns/halt/confirm/AbC-_123";
    const MINE: &str = "https://sign.example.org/en/campaigns/halt/signature/AbC-_123";

    fn house() -> House {
        House { name: "Undersigned".to_owned(), link_hours: 72 }
    }

    fn confirm_letter(campaign: &str) -> Letter {
        Letter::Confirm { campaign: campaign.to_owned(), link: LINK.to_owned(), code: "12345678".to_owned() }
    }

    fn again_letter(campaign: &str) -> Letter {
        Letter::AlreadySigned { campaign: campaign.to_owned(), link: MINE.to_owned() }
    }

    fn update_letter(campaign: &str) -> Letter {
        Letter::Update(Box::new(UpdateLetter {
            campaign: campaign.to_owned(),
            title: "The committee listened".to_owned(),
            text: "On **Monday** we handed over the first half of the signatures, and the committee asked for figures.\n\n- next: 4 \
                   March\n- [the minutes](https://example.org/minutes)"
                .to_owned(),
            html: "<p>On <strong>Monday</strong> we handed over the first half of the signatures, and the committee asked for \
                   figures.</p>"
                .to_owned(),
            locale: "en".to_owned(),
            link: "https://sign.example.org/en/campaigns/halt/updates".to_owned(),
            unsubscribe: Some("https://sign.example.org/en/campaigns/halt/unsubscribe/AbC-_123".to_owned()),
        }))
    }

    /// Compares with a file beside this one; with `WRITE_SAMPLES=1` in the environment writes it, to be read and committed.
    fn assert_sample(name: &str, written: &str) {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/mail/samples").join(name);
        if std::env::var_os("WRITE_SAMPLES").is_some() {
            std::fs::write(&path, written).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), written, "{name}");
    }

    #[test]
    fn whole_mails_read_as_their_samples() {
        for lang in Lang::ALL {
            let code = lang.code();
            let title = "Halt the deportations & bring them home";
            let sign_in = Letter::SignIn { link: "https://sign.example.org/en/sign-in/link/AbC-_123".to_owned() };
            let signed_in = Letter::SignedIn { link: "https://sign.example.org/en/account".to_owned() };
            for (name, letter) in [
                ("confirm", confirm_letter(title)),
                ("already-signed", again_letter(title)),
                ("sign-in", sign_in),
                ("signed-in", signed_in),
                ("proof-set-up", Letter::ProofSetUp { link: "https://sign.example.org/en/account".to_owned() }),
                ("proof-removed", Letter::ProofRemoved { link: "https://sign.example.org/en/account".to_owned() }),
                (
                    "passkey-added",
                    Letter::PasskeyAdded { link: "https://sign.example.org/en/account/passkeys".to_owned() },
                ),
                (
                    "passkey-removed",
                    Letter::PasskeyRemoved { link: "https://sign.example.org/en/account/passkeys".to_owned() },
                ),
                ("role-changed", Letter::RoleChanged { link: "https://sign.example.org/en/account".to_owned() }),
                ("staff-invited", Letter::StaffInvited { link: "https://sign.example.org/en/sign-in".to_owned() }),
                (
                    "campaigner-invited",
                    Letter::CampaignerInvited { link: "https://sign.example.org/en/sign-in".to_owned() },
                ),
                ("reviewed", Letter::Reviewed { link: "https://sign.example.org/en/account".to_owned() }),
                (
                    "milestone",
                    Letter::Milestone {
                        campaign: title.to_owned(),
                        link: "https://sign.example.org/en/account/campaigns/run/halt".to_owned(),
                    },
                ),
                ("hidden", Letter::Hidden { link: "https://sign.example.org/en/campaigns/halt".to_owned() }),
                ("shown-again", Letter::ShownAgain { link: "https://sign.example.org/en/campaigns/halt".to_owned() }),
                ("report-nothing", Letter::ReportClosed { outcome: Outcome::Nothing }),
                ("report-hidden", Letter::ReportClosed { outcome: Outcome::Hidden }),
                ("report-removed", Letter::ReportClosed { outcome: Outcome::ReasonRemoved }),
                ("update", update_letter(title)),
                ("support", Letter::Support { link: "https://sign.example.org/en/support/confirm/abc".to_owned() }),
                ("team-invited", Letter::TeamInvited { link: team_link("join/abc") }),
                ("team-joined", Letter::TeamJoined { link: team_link("0a1b") }),
                ("team-changed", Letter::TeamChanged { link: team_link("") }),
                ("campaign-offered", Letter::CampaignOffered { link: team_link("") }),
                ("campaign-taken", Letter::CampaignTaken { link: team_link("0a1b") }),
                ("test", Letter::Test),
            ] {
                let content = letter.write(lang, &house());
                assert_sample(
                    &format!("{name}.{code}.txt"),
                    &format!("Subject: {}\n\n{}", content.subject, content.text),
                );
                assert_sample(&format!("{name}.{code}.html"), &content.html);
            }
        }
    }

    fn team_link(end: &str) -> String {
        format!("https://sign.example.org/en/account/teams/{end}").trim_end_matches('/').to_owned()
    }

    #[test]
    fn a_lock_screen_shows_the_house_and_not_the_campaign() {
        for lang in Lang::ALL {
            let title = "Halt the deportations";
            for letter in [
                confirm_letter(title),
                again_letter(title),
                update_letter(title),
                Letter::RoleChanged { link: LINK.to_owned() },
                Letter::Support { link: LINK.to_owned() },
                Letter::TeamInvited { link: LINK.to_owned() },
                Letter::TeamJoined { link: LINK.to_owned() },
                Letter::TeamChanged { link: LINK.to_owned() },
                Letter::CampaignOffered { link: LINK.to_owned() },
                Letter::CampaignTaken { link: LINK.to_owned() },
            ] {
                let content = letter.write(lang, &house());
                let first_line = content.text.lines().next().unwrap();
                for shown in [content.subject.as_str(), first_line] {
                    assert!(shown.contains("Undersigned"), "{shown}");
                    let lower = shown.to_lowercase();
                    for word in ["halt", "deport", "campaign", "campaña", "sign ", "signature", "firma", "1234"] {
                        assert!(
                            !lower.replace("undersigned", "").replace("confirma", "").contains(word),
                            "{word} in {shown}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn links_are_whole_and_the_code_is_in_two_groups() {
        let content = confirm_letter("T").write(Lang::En, &house());
        assert!(content.text.lines().any(|line| line == LINK));
        assert!(content.html.contains(&format!(r#"<a href="{LINK}">{LINK}</a>"#)), "{}", content.html);
        assert!(content.text.contains("1234 5678") && content.html.contains("1234 5678"));
    }

    #[test]
    fn nothing_of_a_title_is_read_as_html_or_begins_a_line() {
        let title =
            "</title><script>alert(1)</script>\r\nBcc: x@example.org\u{2028}\u{202e}evil \"q\" <img src=x onerror=a>";
        for letter in [confirm_letter(title), again_letter(title), update_letter(title)] {
            for lang in Lang::ALL {
                let content = letter.write(lang, &house());
                let html = content.html.to_lowercase();
                for raw in ["<script", "<img", "</title><script", "\u{202e}"] {
                    assert!(!html.contains(raw), "{raw} in {html}");
                }
                assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
                assert!(!content.text.lines().any(|line| line.starts_with("Bcc") || line.starts_with("evil")));
                assert!(!content.text.contains(['\r', '\u{2028}', '\u{202e}']));
                assert!(!content.subject.contains(['\r', '\n']));
            }
        }
    }

    #[test]
    fn nothing_is_fetched_when_a_mail_is_read() {
        for lang in Lang::ALL {
            let html = confirm_letter("T").write(lang, &house()).html;
            for fetched in ["<img", "<link", "url(", "src=", "@import", "<script", "background="] {
                assert!(!html.contains(fetched), "{fetched}");
            }
        }
    }

    #[test]
    fn hours_and_codes_of_other_sizes_read_well() {
        let one = House { link_hours: 1, ..house() };
        assert!(confirm_letter("T").write(Lang::En, &one).text.contains("for 1 hour."));
        assert!(confirm_letter("T").write(Lang::Es, &one).text.contains("durante 1 hora."));
        assert_eq!(grouped("1234"), "1234");
        assert_eq!(grouped("ñ2345678"), "ñ2345678");
    }
}

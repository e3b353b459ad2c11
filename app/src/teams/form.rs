use crate::form::Checkbox;
use crate::signatures::Problem;
use crate::typed::{TextProblem, one_line, required};
use serde::Deserialize;

/// What a team may have.
pub mod team_limits {
    /// Greatest length of a name, in characters.
    pub const NAME_MAX: u32 = 80;
    /// Members.
    pub const MEMBERS: u32 = 50;
    /// Invitations that nobody has answered yet.
    pub const INVITATIONS: u32 = 20;
    /// Mails about invitations and offers in an hour.
    pub const MAILS: u32 = 10;
    /// Teams that one account may own when it makes another.
    pub const OWNED: u32 = 5;
    /// Days that an invitation or an offer can be accepted.
    pub const DAYS: u32 = 7;
}

/// The forms on a team's page: each button says what it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct TeamForm {
    /// `make`, `rename`, `invite`, `withdraw`, `role`, `remove`, `leave`, `offer` or `take_back`.
    pub action: String,
    /// The member or the invitation that it is about.
    pub id: String,
    /// The campaign that it is about.
    pub campaign: String,
    /// The name of the team.
    pub name: String,
    /// Who is invited.
    pub email: String,
    /// Who is offered a campaign.
    pub to: String,
    /// The role of a member.
    pub role: String,
    /// "Yes, I want to leave".
    pub sure: Checkbox,
}

/// The form that answers an offer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct OfferForm {
    /// `make` (a team), `accept` or `decline`.
    pub action: String,
    /// The campaign that is offered.
    pub campaign: String,
    /// The team that is to have it; none: a new one.
    pub team: String,
    /// The name of a team to be made.
    pub name: String,
}

/// Why a form about a team was refused. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamProblem {
    /// The name breaks a rule.
    Name(TextProblem),
    /// The address breaks a rule.
    Address(Problem),
    /// No role was chosen.
    NoRole,
    /// This address has an invitation that it has not answered.
    Invited,
    /// This address is in the team.
    Member,
    /// The campaign is offered to somebody.
    Offered,
    /// As many invitations as there may be: so many.
    Invitations(u32),
    /// As many mails as an hour may have: so many.
    Mails(u32),
    /// As many members as there may be: so many.
    Members(u32),
    /// As many teams as one account may own: so many.
    Owned(u32),
    /// A team keeps an owner.
    LastOwner,
    /// A draft that waits for a moderator stays where it is.
    Waits,
    /// The team that is to have the draft has as many as it may: so many.
    Drafts(u32),
    /// The box was not ticked.
    NotSure,
}

/// A team's name, with its white space tidied.
///
/// # Errors
/// What is wrong with it.
pub fn team_name(typed: &str) -> Result<String, TextProblem> {
    one_line(typed, team_limits::NAME_MAX).and_then(required)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_eighty_characters() {
        assert_eq!(team_name("  Riders \n of line 9 ").as_deref(), Ok("Riders of line 9"));
        assert_eq!(team_name(" \t"), Err(TextProblem::Missing));
        assert_eq!(team_name(&"ñ".repeat(80)).map(|name| name.len()), Ok(160));
        assert_eq!(team_name(&"ñ".repeat(81)), Err(TextProblem::TooLong(80)));
        assert_eq!(team_name("Riders\u{202e}9"), Err(TextProblem::ControlCharacter));
    }
}

//! Those who ask, and what each may expect.

use crate::helpers::Page;
use app::accounts::Role;
use server::accounts::Proof;

/// A role in a team, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TeamRole {
    Analyst,
    Editor,
    Owner,
}

/// Who may call a route.
#[derive(Clone, Copy, Debug)]
pub enum May {
    Anyone,
    /// Whoever is signed in.
    Account,
    /// Those with at least this role in the team that the object belongs to.
    Team(TeamRole),
    /// The same, of what scripts fetch: whoever may not is led nowhere.
    Fetched(TeamRole),
    /// The same, after a second proof. None of the teams' members has given it: those with the role are asked for it.
    Unproved(TeamRole),
    /// Those with at least this role in the house, who have proved it.
    House(Role, Proof),
}

/// Somebody who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    Nobody,
    /// The owner of another team.
    Stranger,
    Member(TeamRole),
    Moderator,
    Admin,
    /// Who gave the second proof yesterday.
    YesterdaysModerator,
    YesterdaysAdmin,
    /// Who gave it more than ten minutes ago.
    EarlierAdmin,
}

impl Who {
    pub const ALL: [Self; 10] = [
        Self::Nobody,
        Self::Stranger,
        Self::Member(TeamRole::Analyst),
        Self::Member(TeamRole::Editor),
        Self::Member(TeamRole::Owner),
        Self::Moderator,
        Self::Admin,
        Self::YesterdaysModerator,
        Self::YesterdaysAdmin,
        Self::EarlierAdmin,
    ];

    pub fn expects(self, may: May) -> Answer {
        let proved = |proof, yes: bool| if yes { Answer::Through } else { proof };
        match (may, self) {
            (May::Anyone, _) => Answer::Through,
            (May::Fetched(_) | May::Unproved(_), Self::Nobody) => Answer::NotThere,
            (May::Unproved(least), Self::Member(role)) if role >= least => Answer::Proof,
            (_, Self::Nobody) => Answer::SignIn,
            (May::Account, _) => Answer::Through,
            (May::Team(least) | May::Fetched(least), Self::Member(role)) if role >= least => Answer::Through,
            (May::House(..), Self::Admin) | (May::House(Role::Moderator, _), Self::Moderator) => Answer::Through,
            (May::House(_, proof), Self::EarlierAdmin) => proved(Answer::Proof, matches!(proof, Proof::Today)),
            (May::House(..), Self::YesterdaysAdmin) | (May::House(Role::Moderator, _), Self::YesterdaysModerator) => {
                Answer::Proof
            }
            (May::Team(_) | May::Fetched(_) | May::Unproved(_) | May::House(..), _) => Answer::NotThere,
        }
    }
}

/// What somebody was answered, as far as their rights go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Was led to signing in, or told to.
    SignIn,
    /// Was led to the second proof.
    Proof,
    /// Was told nothing of what is there.
    NotThere,
    /// Was let in: the page, the deed, or what is wrong with the form.
    Through,
}

impl Answer {
    pub fn of(page: &Page) -> Self {
        let led = |path: &str| page.header("location").is_some_and(|to| to.starts_with(path));
        match page.status.as_u16() {
            302 | 303 if led("/en/sign-in") && !led("/en/sign-in?saved=") && !led("/en/sign-in/sent") => Self::SignIn,
            401 => Self::SignIn,
            302 | 303 if led("/en/account/proof?next=") => Self::Proof,
            403 if page.path.ends_with("/copy") => Self::Proof,
            404 => Self::NotThere,
            status if status < 500 && status != 403 => Self::Through,
            status => panic!("{} answered {status}: {}", page.path, page.text()),
        }
    }
}

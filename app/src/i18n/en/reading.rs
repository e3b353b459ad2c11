use crate::campaigns::Reading as R;
use crate::i18n::{ReadingMsg as M, Text};
use crate::keys::ReadingProblem as P;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Who may read the signers",
        M::Explain => {
            "The sign form says beside its button what the campaign’s team can read. A change therefore holds for those who sign after it: \
             what was not told to a signer is never sealed. “Counts only” also stops the list of those who signed before. Think of \
             who stands behind the campaign: a trap learns exactly what is allowed here."
        }
        M::Legend => "The team’s key holders may read",
        M::Choice(R::None) => "Counts only",
        M::Choice(R::Names) => "Names",
        M::Choice(R::Contact) => "Names, and addresses of those who allow it",
        M::Means(R::None) => "The safe choice, and the one every campaign begins with.",
        M::Means(R::Names) => {
            "Name, country and postcode area of each signer. Fit for lists that are handed over on paper."
        }
        M::Means(R::Contact) => "The same, and the e-mail address of whoever ticks that the team may write to them.",
        M::Save => "Save",
        M::Saved => "Saved. It holds for whoever opens the sign form from now on.",
        M::NothingChanged => "Nothing was changed.",
        M::Problem(P::Missing) => "Choose one of the three.",
        M::Problem(P::NoKey) => {
            "This campaign has no key yet, so nobody could open what is sealed. Its team has to make one first."
        }
        M::Problem(P::OwnTeam) => "You belong to this campaign’s team: another moderator has to decide this.",
    };
    text.into()
}

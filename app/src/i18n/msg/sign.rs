use crate::campaigns::{Reading, ReasonsMode};
use crate::signatures::{Field, Problem};

/// The sign form.
#[derive(Clone, Copy)]
pub enum SignMsg<'a> {
    /// Heading of the form.
    Title,
    /// A field's label.
    Label(Field),
    /// What a field takes and what it is for, with its limits; `None` in a table would be an empty text.
    Help(Field),
    /// What becomes of a reason, with its limit.
    ReasonHelp(ReasonsMode),
    /// The first entry of the list of countries.
    ChooseCountry,
    /// How many characters a reason may still have; negative if it is too long.
    CharactersLeft(i64),
    /// What is wrong with a field, and what to do.
    Problem(Field, Problem),
    /// Before the address that was probably meant; the address is a button that follows, and [`SignMsg::HintEnd`] closes the question.
    HintStart,
    /// After that address.
    HintEnd,
    /// Said once the hint was taken.
    HintTaken {
        /// The address that is now in the field.
        address: &'a str,
    },
    /// Legend of the choices.
    Choices,
    /// "Show my reason".
    ShowReason,
    /// "Show my name".
    ShowName,
    /// What showing a name means.
    ShowNameHelp,
    /// "Send me updates".
    Updates,
    /// "The team may write to me".
    Contact,
    /// What allowing that means.
    ContactHelp,
    /// Label of the field that people do not meet.
    Trap,
    /// Heading of the lines about data.
    DataTitle,
    /// First line: the mail.
    DataMail,
    /// Second line: who can read what.
    DataReading(Reading),
    /// Third line: the address.
    DataAddress,
    /// Fourth line: what is never kept, and the way back.
    DataNever,
    /// Link to the privacy page.
    DataMore,
    /// The button.
    Submit,
    /// The button while the form is under way.
    Pending,
}

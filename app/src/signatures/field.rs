use serde::{Deserialize, Serialize};

/// A field of a form, by its name in HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Field {
    /// The signer's name.
    Name,
    /// The address that the confirmation goes to.
    Email,
    /// The country of residence.
    Country,
    /// The first part of a postcode.
    Postcode,
    /// Why one signs.
    Reason,
    /// The code from the mail.
    Code,
    /// The digits that another browser shows once a sign-in link's button was pressed there.
    SignInCode,
    /// The digits that an authenticator app shows.
    ProofCode,
    /// "Yes, close my account".
    Sure,
}

impl Field {
    /// The field's `name` and `id` in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Country => "country",
            Self::Postcode => "postcode",
            Self::Reason => "reason",
            Self::Code | Self::SignInCode | Self::ProofCode => "code",
            Self::Sure => "sure",
        }
    }

    /// The field of the sign form or its code form with this `name`.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Name, Self::Email, Self::Country, Self::Postcode, Self::Reason, Self::Code]
            .into_iter()
            .find(|field| field.name() == name)
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// Nothing was entered.
    Missing,
    /// Fewer characters than the field needs.
    TooShort {
        /// The least number of characters.
        min: u32,
    },
    /// More characters than the field takes.
    TooLong {
        /// The greatest number of characters.
        max: u32,
    },
    /// A web address, which spammers put into names.
    Link,
    /// Begins with `=`, `+`, `-` or `@`, which a spreadsheet would run as a formula.
    FormulaStart,
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// No letter in it.
    NoLetter,
    /// Not an e-mail address.
    NotAnAddress,
    /// An address whose mail domain those who run the house have blocked.
    Blocked,
    /// Not in the list.
    NotInList,
    /// Not a postcode: other characters than letters, digits, spaces and hyphens.
    NotAPostcode,
    /// The code does not fit. Said alike for a wrong code, no row and too many tries.
    WrongCode,
    /// The only admin cannot go.
    LastAdmin,
    /// Too many codes did not fit.
    Wait {
        /// Minutes until the next may be tried.
        minutes: u32,
    },
}

use crate::accounts::Role;
use crate::error::AppError;
use crate::signatures::{EmailAddress, Problem};
use serde::Deserialize;

/// The forms on the page of people: each button says what it does.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct PeopleForm {
    /// `invite` (an address), `change` (somebody's role) or `withdraw` (an invitation).
    pub action: String,
    /// The address, as typed.
    pub email: String,
    /// The role's code.
    pub role: String,
    /// Whom it is about: [`Person::id`](super::Person::id) or [`OpenInvitation::id`](super::OpenInvitation::id).
    pub person: String,
}

impl PeopleForm {
    /// The address to invite.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn address(&self) -> Result<EmailAddress, Problem> {
        EmailAddress::parse(&self.email)
    }

    /// The role, if there is one of this code.
    pub fn role(&self) -> Option<Role> {
        Role::parse(&self.role)
    }
}

/// A form that came back.
#[derive(Clone, Default)]
pub struct PeopleState {
    /// As it was sent.
    pub form: PeopleForm,
    /// What is wrong with the address.
    pub problem: Option<Problem>,
    /// Whether it would leave the house without an admin.
    pub last_admin: bool,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

//! Moderators and admins, as admins see them.

mod form;
pub(crate) mod pages;
mod port;
mod view;

pub use form::{PeopleForm, PeopleState};
pub use port::{PeopleAnswer, Staff, StaffPort};
pub use view::{OpenInvitation, People, Person};

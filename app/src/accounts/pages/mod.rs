//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod account;
mod sign_in;
mod sign_in_link;
mod sign_in_sent;

pub use account::AccountPage;
pub use sign_in::SignIn;
pub use sign_in_link::SignInLink;
pub use sign_in_sent::SignInSent;

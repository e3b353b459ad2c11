//! The pages of this room, one a file.

mod replies;
mod run;

pub use replies::RepliesPage;
pub use run::Run;

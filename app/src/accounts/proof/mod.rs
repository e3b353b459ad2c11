//! The second proof of who uses an account: six digits from an authenticator app (RFC 6238), or a passkey.

mod form;
mod page;
mod port;
mod view;

pub use form::{PROOF_DIGITS, ProofForm};
pub(crate) use page::SecondProof;
pub use port::{ProofAnswer, Proofs, ProofsPort};
pub use view::{Enrolment, ProofView, Qr};

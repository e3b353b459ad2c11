//! What a command tells its user when it cannot go on.

use std::fmt;

/// One sentence that says what is wrong and what to do about it. Goes to standard error or the log; never holds a secret or a
/// signer's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure with its sentence, remedy included.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

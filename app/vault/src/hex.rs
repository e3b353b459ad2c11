//! Bytes as lower-case hexadecimal digits, for messages.

use std::fmt;

/// Prints its bytes as lower-case hexadecimal digits, two a byte.
pub(crate) struct Hex<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

//! What all forms share: checkboxes as HTML sends them, field errors as data, and the state of a form that came back.

use crate::error::AppError;
use crate::signatures::Problem;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A checkbox as a browser sends it: `on` or nothing at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checkbox(pub bool);

impl Serialize for Checkbox {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if self.0 { "on" } else { "" })
    }
}

impl<'de> Deserialize<'de> for Checkbox {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(!text.is_empty()))
    }
}

/// The digits of a code as people type it; spaces and hyphens between them are dropped.
///
/// # Errors
/// [`Problem::Missing`] or [`Problem::WrongCode`].
pub(crate) fn digits<const N: usize>(typed: &str) -> Result<[u8; N], Problem> {
    let digits = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>();
    if digits.is_empty() {
        return Err(Problem::Missing);
    }
    let digits = <[u8; N]>::try_from(digits.as_bytes()).map_err(|_| Problem::WrongCode)?;
    if digits.iter().all(u8::is_ascii_digit) { Ok(digits) } else { Err(Problem::WrongCode) }
}

/// One field's error: which field, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError<F, P> {
    /// The field.
    pub field: F,
    /// What is wrong.
    pub problem: P,
}

/// A form as it stands: what was typed, and what was wrong with it. It travels from a refused POST into the page, and from
/// there into the browser, so it never holds a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormState<T, E> {
    /// The fields as they were typed.
    pub input: T,
    /// Errors that belong to a field.
    pub errors: Vec<E>,
    /// An error of the whole form.
    pub failure: Option<AppError>,
}

impl<T, E> FormState<T, E> {
    /// The same with something else in the place of the fields.
    pub fn map<U>(self, input: impl FnOnce(T) -> U) -> FormState<U, E> {
        FormState { input: input(self.input), errors: self.errors, failure: self.failure }
    }
}

impl<T: Default, E> Default for FormState<T, E> {
    fn default() -> Self {
        Self { input: T::default(), errors: Vec::new(), failure: None }
    }
}

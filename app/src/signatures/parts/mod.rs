//! The parts of this room's pages, one a file.

mod choices;
mod country_field;
mod data_box;
mod email_field;
mod model;
mod reason_field;
mod sign;
mod submit;

pub(crate) use model::FormModel;
#[cfg(feature = "ssr")]
pub(crate) use sign::Sign;

use choices::Choices;
use country_field::CountryField;
use data_box::DataBox;
use email_field::EmailField;
use model::read_sign_form;
use reason_field::ReasonField;
use submit::SubmitButton;

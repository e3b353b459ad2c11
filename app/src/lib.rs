//! Everything of Undersigned that a browser may see: domain types, validation, pages, server functions and the *ports* that the
//! server implements. Nothing here knows of SQL, mail or secrets: this crate is what browsers download.

#![recursion_limit = "512"]

pub mod campaigns;
pub mod error;
pub mod form;
pub mod i18n;
pub mod paths;
pub mod privacy;
pub mod signatures;
pub mod site;
#[cfg(feature = "ssr")]
pub mod visitor;

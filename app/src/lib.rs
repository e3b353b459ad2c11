//! Everything of Undersigned that a browser may see: domain types, validation, pages, server functions and the *ports* that the
//! server implements. Nothing here knows of SQL, mail or secrets: this crate is what browsers download.
//!
//! Pages are made on the server alone. What has to be alive in the browser is an *island* (`#[island]`): the sign form, and the buttons
//! that pass a campaign on. Only islands, and what they use, become WASM.

#![recursion_limit = "512"]

pub mod accounts;
#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod audit;
mod browser;
pub mod campaigns;
#[cfg(feature = "ssr")]
pub mod drafts;
pub mod error;
#[cfg(feature = "ssr")]
pub mod exports;
pub mod form;
#[cfg(feature = "ssr")]
pub mod house;
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod invalidation;
#[cfg(feature = "ssr")]
pub mod keys;
#[cfg(feature = "ssr")]
pub mod moderation;
pub mod paths;
#[cfg(feature = "ssr")]
pub mod pictures;
pub mod privacy;
#[cfg(feature = "ssr")]
pub mod reports;
#[cfg(feature = "ssr")]
pub mod running;
#[cfg(feature = "ssr")]
pub mod settings;
pub mod signatures;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "ssr")]
pub mod staff;
#[cfg(feature = "ssr")]
pub mod supporters;
#[cfg(feature = "ssr")]
pub mod teams;
#[cfg(feature = "ssr")]
pub mod typed;
mod ui;
#[cfg(feature = "ssr")]
pub mod updates;
#[cfg(feature = "ssr")]
pub mod visitor;

/// Called by the page's script once the WASM has been loaded, before it wakes the islands of the page.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}

//! Everything of Undersigned that a browser may see: domain types, validation, pages, server functions and the *ports* that the
//! server implements. Nothing here knows of SQL, mail or secrets: this crate is what browsers download.

#![recursion_limit = "512"]

mod answer;
pub mod app;
mod browser;
pub mod campaigns;
pub mod error;
pub mod form;
pub mod i18n;
pub mod paths;
pub mod privacy;
pub mod signatures;
pub mod site;
mod ui;
#[cfg(feature = "ssr")]
pub mod visitor;

/// Called by the page's script once the WASM has been loaded: makes the page that the server sent alive.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(app::App);
}

//! The few things that only a browser can do. Called from effects and event handlers of islands, which never run on the server.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Moves the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // Fails only on elements that cannot have the focus.
        let _ = element.focus();
    }
}

/// Selects the text of the field with this id, if it is there.
pub fn select(id: &str) {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(field) = field {
        field.select();
    }
}

/// Copies a text; `false` where the browser does not allow it (no secure context, no permission).
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    if !has(&navigator, "clipboard") {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Whether the device has a way of sharing.
pub fn can_share() -> bool {
    has(&window().navigator(), "share")
}

/// Opens the device's way of sharing. That a reader closes it again is no error.
pub async fn share(title: &str, url: &str) {
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(url);
    let _ = JsFuture::from(window().navigator().share_with_data(&data)).await;
}

/// Prints the page.
pub fn print() {
    let _ = window().print();
}

/// Leads to another page of ours.
pub fn go_to(path: &str) {
    // Fails only on what is no address.
    let _ = window().location().set_href(path);
}

fn has(object: &JsValue, key: &str) -> bool {
    js_sys::Reflect::get(object, &JsValue::from_str(key)).is_ok_and(|value| !value.is_undefined())
}

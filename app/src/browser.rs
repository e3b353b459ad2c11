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

/// Why a device gave no passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyTrouble {
    /// Its owner has cancelled it, has none for this site, or did nothing for too long: browsers do not tell which.
    Cancelled,
    /// It has one for this account already.
    Registered,
    /// The browser does not allow it at this address.
    NotAllowedHere,
    /// Anything else.
    Failed,
}

/// Whether the browser has passkeys, and takes and gives them as JSON.
pub fn has_passkeys() -> bool {
    let class = js_sys::Reflect::get(&window(), &"PublicKeyCredential".into()).unwrap_or_default();
    class.is_function() && has(&class, "parseCreationOptionsFromJSON") && has(&class, "parseRequestOptionsFromJSON")
}

/// Has a device make a passkey, or use one, as these options of WebAuthn (JSON) say; its answer as JSON.
///
/// # Errors
/// Why there is none.
pub async fn passkey(options: &str, new: bool) -> Result<String, PasskeyTrouble> {
    let (parse, act) =
        if new { ("parseCreationOptionsFromJSON", "create") } else { ("parseRequestOptionsFromJSON", "get") };
    let answer = async {
        let class = js_sys::Reflect::get(&window(), &"PublicKeyCredential".into())?;
        let options = call(&class, parse, &js_sys::JSON::parse(options)?)?;
        let request = js_sys::Object::new();
        js_sys::Reflect::set(&request, &"publicKey".into(), &options)?;
        let credentials = js_sys::Reflect::get(&window().navigator(), &"credentials".into())?;
        let given = call(&credentials, act, &request)?.dyn_into::<js_sys::Promise>()?;
        // Asks the credential's own `toJSON`.
        js_sys::JSON::stringify(&JsFuture::from(given).await?)
    };
    answer.await.map(String::from).map_err(|error| {
        let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        match name.as_deref() {
            Some("NotAllowedError" | "AbortError") => PasskeyTrouble::Cancelled,
            Some("InvalidStateError") => PasskeyTrouble::Registered,
            Some("SecurityError") => PasskeyTrouble::NotAllowedHere,
            _ => PasskeyTrouble::Failed,
        }
    })
}

/// Posts a form with this in its hidden field, past what listens to its being sent.
pub fn send_with(form: &web_sys::HtmlFormElement, name: &str, value: &str) {
    let field = form.query_selector(&format!("[name={name}]")).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value(value);
        // Fails on nothing that a page of ours has.
        let _ = form.submit();
    }
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(object, &method.into())?.dyn_into::<js_sys::Function>()?.call1(object, argument)
}

fn has(object: &JsValue, key: &str) -> bool {
    js_sys::Reflect::get(object, &JsValue::from_str(key)).is_ok_and(|value| !value.is_undefined())
}

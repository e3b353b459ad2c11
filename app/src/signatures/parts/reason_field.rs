use super::FormModel;
use crate::campaigns::ReasonsMode;
use crate::i18n::{SignMsg, tr, use_lang};
use crate::signatures::{Field, limits};
use crate::ui::{FieldFrame, TextArea};
use leptos::prelude::*;

/// Why one signs, with what is left of its length.
#[component]
pub fn ReasonField(
    /// The form's state.
    model: FormModel,
    /// The reason as typed before.
    value: String,
    /// When reasons are shown.
    mode: ReasonsMode,
    /// How many characters there are.
    used: RwSignal<u32>,
) -> impl IntoView {
    let lang = use_lang();
    let control = model.control(Field::Reason, true);
    let left = move || tr(lang, SignMsg::CharactersLeft(i64::from(limits::REASON_MAX) - i64::from(used.get())));
    view! {
        <FieldFrame control=control help=tr(lang, SignMsg::ReasonHelp(mode)) optional=true>
            <TextArea field=Field::Reason value=value rows=3 control=control/>
            <p class="limit" id="reason-left" aria-live="off">{left}</p>
        </FieldFrame>
    }
}

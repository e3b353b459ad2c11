use super::{Heading, InnerPage};
use crate::error::AppError;
use crate::i18n::{DraftMsg, ErrorMsg, tr, use_lang};
use crate::paths;
use crate::typed::KeptForm;
use leptos::prelude::*;

/// What was typed, and the button that sends it once more after signing in elsewhere. Takes the focus.
#[component]
pub fn Kept(
    /// The form.
    form: KeptForm,
) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, ErrorMsg::Title(AppError::SignIn.into()));
    let typed =
        form.typed().map(|text| view! { <blockquote class="quoted">{text.to_owned()}</blockquote> }).collect_view();
    let fields = form
        .fields
        .into_iter()
        .map(|(name, value)| view! { <input r#type="hidden" name=name value=value/> })
        .collect_view();
    view! {
        <InnerPage title=title.clone()>
            <Heading text=title/>
            <div class="notice" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, DraftMsg::SignedOut)}</p>
                <p><a href=paths::sign_in(lang) target="_blank">{tr(lang, DraftMsg::SignInElsewhere)}</a></p>
            </div>
            {typed}
            <form class="form" method="post" action=form.path>
                {fields}
                <button type="submit" class="button">{tr(lang, DraftMsg::SendAgain)}</button>
            </form>
        </InnerPage>
    }
}

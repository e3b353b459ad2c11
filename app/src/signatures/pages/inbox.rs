use super::use_address;
use crate::campaigns::Slug;
use crate::error::AppError;
use crate::form::{FieldError, FormState};
use crate::i18n::{FlowMsg, Lang, SignMsg, tr, use_lang};
use crate::paths;
use crate::signatures::parts::{FormModel, SubmitButton};
use crate::signatures::{self as door, CodeForm, CodeOutcome, Field, Problem, SignError};
use crate::site::Site;
use crate::ui::{BackLink, ErrorSummary, Heading, PageTitle, TextField, Tongue, failed, loaded};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_meta::Meta;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// "Check your inbox": the address as typed, what the mail is called, the code, and what to do when nothing comes.
#[component]
pub fn Inbox() -> impl IntoView {
    let lang = use_lang();
    let slug = use_address().slug;
    let state = SharedValue::new(|| use_context::<FormState<CodeForm, SignError>>().unwrap_or_default()).into_inner();
    let inbox = Resource::new(
        move || slug.get(),
        move |slug| async move {
            let slug = slug.ok_or(AppError::NotFound)?;
            failed(door::inbox(lang, slug.clone())).await.map(|inbox| (slug, inbox))
        },
    );
    loaded(inbox, slug.into(), move |(slug, inbox)| page(lang, &slug, inbox, state.clone()))
}

fn page(lang: Lang, slug: &Slug, inbox: door::Inbox, state: FormState<CodeForm, SignError>) -> AnyView {
    let title = tr(lang, FlowMsg::InboxTitle);
    let form_address = format!("{}#email", paths::campaign(lang, slug));
    let first = match inbox.address {
        Some(address) => view! {
            <p class="abstract">
                {tr(lang, FlowMsg::MailOnItsWay)}
                <br/>
                <strong class="address">{address}</strong>
                " "
                <a href=form_address>{tr(lang, FlowMsg::ChangeAddress)}</a>
            </p>
        }
        .into_any(),
        None => view! { <p class="abstract">{tr(lang, FlowMsg::MailPerhaps)}</p> }.into_any(),
    };
    let outbox = use_context::<Site>().is_some_and(|site| site.dev_outbox).then(|| {
        view! {
            <p>
                {tr(lang, FlowMsg::DevOutboxText)}
                " "
                <a href="/dev/outbox" rel="external">{tr(lang, FlowMsg::DevOutbox)}</a>
            </p>
        }
    });
    let advice = [FlowMsg::NothingSpam, FlowMsg::NothingAddress, FlowMsg::NothingAgain, FlowMsg::NothingBefore]
        .map(|line| view! { <li>{tr(lang, line)}</li> })
        .into_iter()
        .collect_view();
    view! {
        <PageTitle text=title.clone()/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page" tabindex="-1">
            <BackLink href=paths::campaign(lang, slug) text=inbox.title tongue=Tongue::of(&inbox.text_lang, lang)/>
            <Heading text=title/>
            {first}
            <p>
                {tr(lang, FlowMsg::SubjectStart)}
                <strong>{tr(lang, FlowMsg::Subject)}</strong>
                {tr(lang, FlowMsg::SubjectEnd)}
            </p>
            {outbox}
            <Code slug=slug.clone() state=state/>
            <section class="prose" aria-labelledby="nothing">
                <h2 id="nothing" class="section">{tr(lang, FlowMsg::NothingTitle)}</h2>
                <ul>{advice}</ul>
            </section>
        </main>
    }
    .into_any()
}

/// The form that takes the code.
#[component]
fn Code(slug: Slug, state: FormState<CodeForm, SignError>) -> impl IntoView {
    let lang = use_lang();
    let model = FormModel::new(&state);
    let element = NodeRef::<html::Form>::new();
    let thanks = paths::thanks(lang, &slug);
    let send = Action::new(move |form: &CodeForm| door::confirm_by_code(lang, slug.clone(), form.clone()));
    let pending = send.pending();
    let navigate = use_navigate();
    let refuse = move |problem| model.refuse(vec![FieldError { field: Field::Code, problem }], None);
    Effect::new(move |_| match send.value().get() {
        None => {}
        Some(Ok(CodeOutcome::Confirmed)) => navigate(&thanks, NavigateOptions::default()),
        Some(Ok(CodeOutcome::Wrong)) => refuse(Problem::WrongCode),
        Some(Err(failure)) => model.refuse(Vec::new(), Some(failure)),
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(form) = element.get_untracked().filter(|_| !pending.get_untracked()) else { return };
        let data = web_sys::FormData::new_with_form(&form).ok();
        let form = CodeForm { code: data.and_then(|data| data.get("code").as_string()).unwrap_or_default() };
        match form.validate() {
            Err(problem) => refuse(problem),
            Ok(_) => {
                model.clear();
                send.dispatch(form);
            }
        }
    };
    view! {
        <form node_ref=element class="form card" method="post" novalidate=true on:submit=submit>
            <ErrorSummary errors=model.summary failure=model.failure attempt=model.attempt/>
            <TextField
                control=model.control(Field::Code, true)
                value=state.input.code
                help=tr(lang, SignMsg::Help(Field::Code))
                class="code"
                autocomplete="one-time-code"
                inputmode="numeric"
            />
            <SubmitButton text=tr(lang, FlowMsg::ConfirmButton) pending_text=tr(lang, FlowMsg::Confirming) pending=pending/>
        </form>
    }
}

use crate::i18n::{Lang, ReviewMsg, tr, use_lang};
use crate::moderation::{GroundAction, GroundField, GroundRow, GroundState, ModerationPort};
use crate::paths;
use crate::ui::{
    BackLink, Complaint, Done, Heading, HouseNav, HouseRoom, InnerPage, Refusal, answered, text_area_content, use_saved,
};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// The catalogue of reasons for refusing and hiding, as admins edit it.
#[component]
pub fn CataloguePage() -> impl IntoView {
    let saved = use_saved();
    let grounds = async move { port::<ModerationPort>()?.catalogue(&visitor()?).await };
    answered(grounds, None, move |grounds| view! { <Page grounds=grounds saved=saved/> }.into_any())
}

#[component]
fn Page(grounds: Vec<GroundRow>, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, ReviewMsg::Catalogue);
    let state = use_context::<GroundState>();
    let said = GroundAction::parse(&saved).filter(|_| state.is_none());
    let said = said.map(|action| view! { <Done text=tr(lang, ReviewMsg::DidGround(action))/> });
    let state = state.unwrap_or_default();
    let known = grounds.iter().any(|ground| ground.code == state.form.code);
    let adding = state.form.action() == Some(GroundAction::Add) || !known;
    let form_id = if adding { "new" } else { state.form.code.as_str() };
    let errors = state.errors.iter().map(|error| {
        (format!("#{form_id}-{}", error.field.name()), tr(lang, ReviewMsg::GroundProblem(error.field, error.problem)))
    });
    let errors = errors.collect::<Vec<_>>();
    let items = grounds
        .into_iter()
        .map(|ground| {
            let own = (!adding && ground.code == state.form.code).then_some(&state);
            item(lang, ground, own)
        })
        .collect_view();
    let new = fields(lang, "new", None, adding.then_some(&state));
    view! {
        <InnerPage title=title.clone()>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review(lang) text=tr(lang, ReviewMsg::Queue)/>
            <Heading text=title/>
            {said}
            <Refusal errors=errors kept=tr(lang, ReviewMsg::NothingChanged) failure=state.failure.clone()/>
            <p>{tr(lang, ReviewMsg::CatalogueText)}</p>
            <ul class="catalogue" role="list">{items}</ul>
            <section aria-labelledby="new-title">
                <h2 id="new-title" class="section">{tr(lang, ReviewMsg::NewGround)}</h2>
                <form class="form card" method="post" action=paths::review_catalogue(lang) novalidate=true>
                    {new}
                    <button type="submit" class="button-quiet" name="action" value=GroundAction::Add.code()>
                        {tr(lang, ReviewMsg::DoGround(GroundAction::Add))}
                    </button>
                </form>
            </section>
        </InnerPage>
    }
}

/// A reason with its texts and what can be done with it.
fn item(lang: Lang, ground: GroundRow, state: Option<&GroundState>) -> AnyView {
    let code = ground.code.clone();
    let retired = ground.retired.then(|| view! { " "<span class="band">{tr(lang, ReviewMsg::Retired)}</span> });
    let turn = if ground.retired { GroundAction::Restore } else { GroundAction::Retire };
    let id = format!("{code}-name");
    let [labelled_by, described_by, described_too] = [id.clone(), id.clone(), id.clone()];
    let fields = fields(lang, &code, Some(&ground), state);
    view! {
        <li>
            <form class="form" method="post" action=paths::review_catalogue(lang) novalidate=true aria-labelledby=labelled_by>
                <p id=id><code>{code.clone()}</code>{retired}</p>
                <input r#type="hidden" name="code" value=code/>
                {fields}
                <div class="actions">
                    <button type="submit" class="button-quiet" name="action" value=GroundAction::Change.code() aria-describedby=described_by>
                        {tr(lang, ReviewMsg::DoGround(GroundAction::Change))}
                    </button>
                    <button type="submit" class="button-quiet" name="action" value=turn.code() aria-describedby=described_too>
                        {tr(lang, ReviewMsg::DoGround(turn))}
                    </button>
                </div>
            </form>
        </li>
    }
    .into_any()
}

/// A text for each language, and the name of a new one.
fn fields(lang: Lang, form_id: &str, ground: Option<&GroundRow>, state: Option<&GroundState>) -> AnyView {
    let field = |field: GroundField, value: String, help: Option<crate::i18n::Text>| {
        let (name, id) = (field.name(), format!("{form_id}-{}", field.name()));
        let problem = state.and_then(|state| state.errors.iter().find(|error| error.field == field));
        let invalid = problem.is_some().then_some("true");
        let error_id = format!("{id}-error");
        let help_id = format!("{id}-help");
        let described_by = [help.is_some().then(|| help_id.clone()), problem.map(|_| error_id)];
        let described_by = described_by.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let described_by = (!described_by.is_empty()).then_some(described_by);
        let problem = problem.map(|error| {
            let text = tr(lang, ReviewMsg::GroundProblem(error.field, error.problem));
            view! { <Complaint name=id.clone() text=text/> }
        });
        let help = help.map(|help| view! { <p class="help" id=help_id>{help}</p> });
        let text_lang = match field {
            GroundField::Text(text_lang) if text_lang != lang => Some(text_lang.code()),
            _ => None,
        };
        let label = view! { <label for=id.clone()>{tr(lang, ReviewMsg::GroundLabel(field))}</label> };
        // A text is longer than a line of a narrow screen.
        let control = match field {
            GroundField::Code => view! {
                <input
                    r#type="text"
                    id=id
                    name=name
                    value=value
                    autocomplete="off"
                    aria-describedby=described_by
                    aria-invalid=invalid
                />
            }
            .into_any(),
            GroundField::Text(_) => view! {
                <textarea
                    id=id
                    name=name
                    rows="3"
                    lang=text_lang
                    aria-describedby=described_by
                    aria-invalid=invalid
                    inner_html=text_area_content(&value)
                ></textarea>
            }
            .into_any(),
        };
        view! {
            <div class="field">
                {label}
                {help}
                {problem}
                {control}
            </div>
        }
        .into_any()
    };
    let code = ground.is_none().then(|| {
        let typed = state.map(|state| state.form.code.clone()).unwrap_or_default();
        field(GroundField::Code, typed, Some(tr(lang, ReviewMsg::GroundCodeHelp)))
    });
    let texts = Lang::ALL.map(|text_lang| {
        let stored = ground.and_then(|ground| ground.texts.iter().find(|(other, _)| *other == text_lang));
        let stored = stored.map(|(_, text)| text.clone()).unwrap_or_default();
        let value = match state {
            Some(state) if !state.form.texts.is_empty() => state.form.text(text_lang).to_owned(),
            _ => stored,
        };
        field(GroundField::Text(text_lang), value, None)
    });
    view! { {code}{texts.collect_view()} }.into_any()
}

use super::groups::{GROUPS, listed};
use super::{FactRows, FieldFrame, LineField, TextBox, Tie, ZoneField};
use crate::drafts::{DraftError, DraftField as F, DraftForm, DraftKey};
use crate::i18n::{DraftMsg, Lang, tr, use_lang};
use crate::paths;
use crate::site::Site;
use crate::ui::Choice;
use leptos::prelude::*;

/// The form in which a campaign is written.
#[component]
pub fn TextForm(
    /// The draft's id.
    id: String,
    /// The version that it is sent with.
    version: i64,
    /// The texts in it.
    form: DraftForm,
    /// What was wrong when it was last sent.
    errors: Vec<DraftError>,
    /// What has to be done before it can be submitted.
    missing: Vec<DraftError>,
    /// Empty rows of figures that were asked for.
    more: u32,
    /// Whether it changes the texts of a public campaign: what is not a text is settled elsewhere then.
    changes: bool,
    /// The campaign's key.
    key: DraftKey,
) -> impl IntoView {
    let lang = use_lang();
    let groups = GROUPS
        .map(|(group, heading, fields)| {
            let asks = (group == "who" && !changes).then(|| {
                view! {
                    // Says that the box was there, where it is not ticked.
                    <input r#type="hidden" name="asks_postcode" value=""/>
                    <Choice
                        name="asks_postcode"
                        checked=form.asks_postcode.0
                        label=tr(lang, DraftMsg::AsksPostcode)
                        help=tr(lang, DraftMsg::AsksPostcodeHelp).into_owned()
                    />
                }
            });
            let fields = fields
                .iter()
                .filter(|field| !changes || field.is_text())
                .map(|field| control(lang, Tie::of(*field, &errors), &form))
                .collect_view();
            if group == "facts" {
                let open = more > 0 || !form.facts.is_empty();
                let rows = view! { <FactRows facts=form.facts.clone() errors=errors.clone() more=more/> };
                return view! {
                    <section class="form" aria-labelledby=group>
                        <h2 id=group class="section">{tr(lang, heading)}</h2>
                        <details class="more" open=open>
                            <summary>{tr(lang, DraftMsg::FactsOptional)}</summary>
                            <div class="form">{fields}{rows}</div>
                        </details>
                    </section>
                }
                .into_any();
            }
            view! {
                <section class="form" aria-labelledby=group>
                    <h2 id=group class="section">{tr(lang, heading)}</h2>
                    {fields}
                    {asks}
                </section>
            }
            .into_any()
        })
        .into_iter()
        .collect_view();
    view! {
        <form id="draft" class="form" method="post" action=paths::draft(lang, &id) novalidate=true>
            <input r#type="hidden" name="version" value=version.to_string()/>
            // Enter in a field presses the first button of a form.
            <button type="submit" name="action" value="save" hidden=true></button>
            {groups}
            <section class="form" aria-labelledby="done">
                <h2 id="done" class="section">{tr(lang, DraftMsg::GroupDone)}</h2>
                {to_do(lang, &missing)}
                {about_key(lang, key)}
                <p id="submit-help">{tr(lang, DraftMsg::SubmitHelp)}</p>
                <div class="actions">
                    <button type="submit" class="button-quiet" name="action" value="save">{tr(lang, DraftMsg::Save)}</button>
                    <a class="button-quiet" href=paths::preview(lang, &id) target="_blank">{tr(lang, DraftMsg::Preview)}</a>
                </div>
                <button type="submit" class="button" name="action" value="submit" aria-describedby="submit-help">
                    {tr(lang, DraftMsg::Submit)}
                </button>
            </section>
        </form>
    }
}

/// What has to be done first, with a link to each field.
fn to_do(lang: Lang, missing: &[DraftError]) -> impl IntoView + use<> {
    let items = listed(lang, missing)
        .into_iter()
        .map(|(field, text)| view! { <li><a href=field>{text}</a></li> })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <div class="data">
                <h3>{tr(lang, DraftMsg::MissingTitle)}</h3>
                <ul>{items}</ul>
            </div>
        }
    })
}

/// Whether there is a key, what that means, and for owners the way to its page, which loses nothing that was typed.
fn about_key(lang: Lang, key: DraftKey) -> impl IntoView + use<> {
    let (said, way) = match key {
        DraftKey::Settled => return None,
        DraftKey::Made { owner } => (DraftMsg::HasKey, owner.then_some(DraftMsg::KeyLink)),
        DraftKey::None { owner: true } => (DraftMsg::NoKey, Some(DraftMsg::MakeKey)),
        DraftKey::None { owner: false } => (DraftMsg::NoKeyForEditors, None),
    };
    let way = way.map(|text| {
        view! {
            <p class="actions">
                <button type="submit" class="button-quiet" name="action" value="key">{tr(lang, text)}</button>
            </p>
        }
    });
    Some(view! {
        <div class="data">
            <h3>{tr(lang, DraftMsg::KeyTitle)}</h3>
            <p>{tr(lang, said)}</p>
            {way}
        </div>
    })
}

/// The control of a field, with the text that is in it.
fn control(lang: Lang, tie: Tie, form: &DraftForm) -> AnyView {
    let form = form.clone();
    match tie.field {
        F::Title => view! { <LineField tie=tie value=form.title/> }.into_any(),
        F::Slug => {
            let origin = use_context::<Site>().unwrap_or_default().origin;
            let start = format!("{origin}/campaigns/");
            view! { <LineField tie=tie value=form.slug words=false start=start/> }.into_any()
        }
        F::StartedBy => view! { <LineField tie=tie value=form.started_by/> }.into_any(),
        F::Locale => language(lang, tie, &form.locale).into_any(),
        F::Targets => view! { <TextBox tie=tie value=form.targets rows=3/> }.into_any(),
        F::Demands => view! { <TextBox tie=tie value=form.demands rows=5/> }.into_any(),
        F::Summary => view! { <TextBox tie=tie value=form.summary rows=4/> }.into_any(),
        F::Story => view! { <TextBox tie=tie value=form.story rows=16 above=examples(lang).into_any()/> }.into_any(),
        F::FactsTitle => view! { <LineField tie=tie value=form.facts.title/> }.into_any(),
        F::FactsSentence => view! { <TextBox tie=tie value=form.facts.sentence rows=2/> }.into_any(),
        F::FactsUnit => view! { <LineField tie=tie value=form.facts.unit/> }.into_any(),
        F::FactsNote => view! { <TextBox tie=tie value=form.facts.note rows=2/> }.into_any(),
        F::Sources => view! { <TextBox tie=tie value=form.sources rows=3/> }.into_any(),
        // In rows of their own.
        F::Fact(..) => ().into_any(),
        F::Goal => view! { <LineField tie=tie value=form.goal class="short" inputmode="numeric"/> }.into_any(),
        F::ClosesOn => view! { <LineField tie=tie value=form.closes_on kind="date" class="short"/> }.into_any(),
        F::TimeZone => view! { <ZoneField tie=tie value=form.time_zone/> }.into_any(),
    }
}

/// The languages of the interface, by their own names; the page's, where none was chosen.
fn language(lang: Lang, tie: Tie, chosen: &str) -> impl IntoView + use<> {
    let chosen = Lang::parse(chosen).unwrap_or(lang);
    let options = Lang::ALL
        .into_iter()
        .map(|lang| {
            view! { <option value=lang.code() lang=lang.code() selected=lang == chosen>{lang.own_name()}</option> }
        })
        .collect_view();
    view! {
        <FieldFrame tie=tie>
            <select id="locale" name="locale" aria-describedby=tie.described_by() aria-invalid=tie.invalid()>
                {options}
            </select>
        </FieldFrame>
    }
}

/// Examples of Markdown, to be opened.
fn examples(lang: Lang) -> impl IntoView {
    view! {
        <details class="more">
            <summary>{tr(lang, DraftMsg::StoryExamples)}</summary>
            <pre>{tr(lang, DraftMsg::StoryExample)}</pre>
        </details>
    }
}

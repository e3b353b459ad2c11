use crate::exports::{CampaignChoice, Column, CountsField, CountsProblem, CountsQuery, Dimension};
use crate::i18n::{CountsMsg, Text, tr, use_lang};
use crate::paths;
use crate::ui::{Choice, Complaint, Tongue};
use leptos::prelude::*;

type Errors = Vec<(CountsField, CountsProblem)>;

/// What is to be counted. Sent by GET: it changes nothing, and its address can be kept.
#[component]
pub fn CountsForm(
    /// What was asked for.
    query: CountsQuery,
    /// Campaigns that can be chosen.
    campaigns: Vec<CampaignChoice>,
    /// What is wrong with it.
    errors: Errors,
) -> impl IntoView {
    let lang = use_lang();
    let summary = (!errors.is_empty()).then(|| {
        let items = errors
            .iter()
            .map(|(field, problem)| {
                let href = format!("#{}", field.name());
                view! { <li><a href=href>{tr(lang, CountsMsg::Problem(*problem))}</a></li> }
            })
            .collect_view();
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, CountsMsg::Wrong)}</p>
                <ul>{items}</ul>
            </div>
        }
    });
    let chosen = campaigns
        .into_iter()
        .enumerate()
        .map(|(number, campaign)| {
            let tongue = Tongue::of(&campaign.text_lang, lang);
            let id = format!("campaign-{number}");
            let checked = query.campaigns.contains(&campaign.slug);
            view! {
                <div class="check">
                    <input r#type="checkbox" id=id.clone() name="campaign" value=campaign.slug.as_str().to_owned() checked=checked/>
                    <label for=id lang=tongue.lang dir=tongue.dir>{campaign.title}</label>
                </div>
            }
        })
        .collect_view();
    let groups =
        ticks("by", Dimension::GROUPS.map(|by| (by.name(), query.by.contains(&by), tr(lang, CountsMsg::Group(by)))));
    let columns = ticks(
        "column",
        Column::ALL.map(|column| (column.name(), query.columns.contains(&column), tr(lang, CountsMsg::Column(column)))),
    );
    let times = [Dimension::Day, Dimension::Hour].map(|by| {
        view! { <option value=by.name() selected=query.by.contains(&by)>{tr(lang, CountsMsg::By(by))}</option> }
    });
    let by_error = complaint(lang, &errors, CountsField::By);
    let column_error = complaint(lang, &errors, CountsField::Columns);
    view! {
        <form class="form card" method="get" action=paths::house_counts(lang) novalidate=true>
            {summary}
            <fieldset class="checks" aria-describedby="campaigns-help">
                <legend>{tr(lang, CountsMsg::Campaigns)}</legend>
                <p class="help" id="campaigns-help">{tr(lang, CountsMsg::AllOfThem)}</p>
                <div class="checks-long">{chosen}</div>
            </fieldset>
            <p class="help" id="days-help">{tr(lang, CountsMsg::DaysHelp)}</p>
            <div class="pair">
                <DayField field=CountsField::From label=tr(lang, CountsMsg::From) value=query.from.clone() errors=errors.clone()/>
                <DayField field=CountsField::To label=tr(lang, CountsMsg::To) value=query.to.clone() errors=errors.clone()/>
            </div>
            <div class="field">
                <label for="by">{tr(lang, CountsMsg::OverTime)}</label>
                {by_error}
                <select
                    id="by"
                    name="by"
                    class="short"
                    aria-describedby=wrong(&errors, CountsField::By).then_some("by-error")
                    aria-invalid=wrong(&errors, CountsField::By).then_some("true")
                >
                    <option value="">{tr(lang, CountsMsg::NotOverTime)}</option>
                    {times}
                </select>
            </div>
            <fieldset class="checks">
                <legend>{tr(lang, CountsMsg::Groups)}</legend>
                {groups}
            </fieldset>
            <fieldset class="checks" id="column" tabindex="-1" aria-describedby="column-help">
                <legend>{tr(lang, CountsMsg::Columns)}</legend>
                <p class="help" id="column-help">{tr(lang, CountsMsg::ColumnsHelp)}</p>
                {column_error}
                {columns}
            </fieldset>
            <Choice
                name="exact"
                checked=query.exact
                label=tr(lang, CountsMsg::Exact)
                quoted=None
                help=tr(lang, CountsMsg::ExactHelp)
            />
            <button type="submit" class="button-quiet">{tr(lang, CountsMsg::Show)}</button>
        </form>
    }
}

fn wrong(errors: &Errors, field: CountsField) -> bool {
    errors.iter().any(|(at, _)| *at == field)
}

fn complaint(lang: crate::i18n::Lang, errors: &Errors, field: CountsField) -> Option<impl IntoView + use<>> {
    let problem = errors.iter().find(|(at, _)| *at == field).map(|(_, problem)| *problem);
    problem.map(|problem| view! { <Complaint name=field.name() text=tr(lang, CountsMsg::Problem(problem))/> })
}

/// Boxes that share a name.
fn ticks<const N: usize>(name: &'static str, boxes: [(&'static str, bool, Text); N]) -> impl IntoView {
    boxes.map(|(value, checked, label)| {
        let id = format!("{name}-{value}");
        view! {
            <div class="check">
                <input r#type="checkbox" id=id.clone() name=name value=value checked=checked/>
                <label for=id>{label}</label>
            </div>
        }
    })
}

/// A day.
#[component]
fn DayField(field: CountsField, label: Text, value: String, errors: Errors) -> impl IntoView {
    let lang = use_lang();
    let name = field.name();
    let invalid = wrong(&errors, field);
    let described_by = if invalid { format!("days-help {name}-error") } else { "days-help".to_owned() };
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {complaint(lang, &errors, field)}
            <input
                r#type="date"
                class="short"
                id=name
                name=name
                value=value
                aria-describedby=described_by
                aria-invalid=invalid.then_some("true")
            />
        </div>
    }
}

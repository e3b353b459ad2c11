use super::{FieldFrame, Tie};
use crate::drafts::ZONES;
use crate::i18n::{DraftMsg, tr, use_lang};
use leptos::prelude::*;

/// The time zones of the world by region, so that nobody must know their codes.
#[component]
pub fn ZoneField(
    /// The field and its state.
    tie: Tie,
    /// The zone that is chosen, as stored.
    value: String,
) -> impl IntoView {
    let lang = use_lang();
    let value = if value.trim().is_empty() { "UTC".to_owned() } else { value };
    let listed = value == "UTC"
        || ZONES.iter().any(|(region, cities)| {
            value
                .strip_prefix(region)
                .and_then(|rest| rest.strip_prefix('/'))
                .is_some_and(|city| cities.split(' ').any(|other| other == city))
        });
    // What an older form or a campaign's file has, which may be another name of one of these.
    let other = (!listed).then(|| view! { <option value=value.clone() selected=true>{value.clone()}</option> });
    let groups = ZONES
        .into_iter()
        .map(|(region, cities)| {
            let options = cities
                .split(' ')
                .map(|city| {
                    let zone = format!("{region}/{city}");
                    let chosen = zone == value;
                    view! { <option value=zone selected=chosen>{city.replace('/', " – ").replace('_', " ")}</option> }
                })
                .collect_view();
            view! { <optgroup label=tr(lang, DraftMsg::Region(region)).into_owned()>{options}</optgroup> }
        })
        .collect_view();
    view! {
        <FieldFrame tie=tie>
            <select
                id="time_zone"
                name="time_zone"
                aria-describedby=tie.described_by()
                aria-invalid=tie.invalid()
            >
                {other}
                <option value="UTC" selected=value == "UTC">{tr(lang, DraftMsg::Utc)}</option>
                {groups}
            </select>
        </FieldFrame>
    }
}

//! Who may call what: a table of all routes, and each of them tried by everybody.

mod house;
mod table;
mod who;

use crate::helpers::{On, Page, Site};
use house::House;
use std::collections::{BTreeMap, BTreeSet};
use table::{CROSSED, ROUTES, Row};
use who::{Answer, TeamRole, Who};

/// A route's method and its address, with `{}` for each part that varies.
type Route = (String, String);

/// Every route that the router has, as it says itself. Pages of other languages must be the same as those of `/en`.
fn routes(site: &Site) -> BTreeSet<Route> {
    let text = site.router_text();
    let (text, _) = text.split_once("fallback_router").expect("routes, then what is done without one");
    let (mut methods, mut addresses) = (BTreeMap::new(), BTreeMap::new());
    for entry in text.split("RouteId(").skip(1) {
        let (id, rest) = entry.split_once("): ").expect("an entry of the router");
        if let Some(rest) = rest.strip_prefix("MethodRouter(MethodRouter { ") {
            let fields = rest.split_once(", fallback").expect("a list of methods").0.split(", ");
            let taken = fields.filter_map(|field| field.split_once(": ").filter(|(_, handler)| *handler != "None"));
            methods.insert(id, taken.map(|(method, _)| method.to_uppercase()).collect::<Vec<_>>());
        } else if let Some(rest) = rest.strip_prefix('"') {
            addresses.entry(id).or_insert_with(|| rest.split('"').next().unwrap());
        }
    }
    assert!(addresses.len() > 50, "the router says less of itself than it did: {text}");
    let mut of_language = BTreeMap::<_, BTreeSet<Route>>::new();
    for (id, address) in &addresses {
        let (lang, english) = match address.strip_prefix("/es") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => ("es", format!("/en{rest}")),
            _ if *address == "/en" || address.starts_with("/en/") => ("en", (*address).to_owned()),
            _ => ("", (*address).to_owned()),
        };
        let taken = methods.get(id).into_iter().flatten().map(|method| (method.clone(), varied(&english)));
        of_language.entry(lang).or_default().extend(taken);
    }
    assert_eq!(of_language["en"], of_language["es"], "routes of a language");
    of_language.remove("es");
    of_language.into_values().flatten().collect()
}

/// `{}` in the place of `{slug}`, `{id}` and the like, and no query.
fn varied(address: &str) -> String {
    let address = address.strip_suffix("{rows}").unwrap_or(address);
    let parts = address.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_has_its_row() {
    let site = Site::open(On::Sqlite).await;
    let listed = ROUTES.iter().map(|Row(method, address, ..)| ((*method).to_owned(), varied(address)));
    assert_eq!(listed.collect::<BTreeSet<_>>(), routes(&site));
    site.close().await;
}

/// Asks for the row's page, or sends its `form`.
async fn ask(house: &mut House, who: Who, Row(method, address, ..): &Row, form: &str) -> Page {
    if *method == "GET" { house.get(who, address).await } else { house.post(who, address, form).await }
}

/// The forms of a row; of a page, the asking for it.
fn forms(row: &Row) -> Vec<&'static str> {
    if row.3.is_empty() { vec![""] } else { row.3.to_vec() }
}

async fn whoever_may_not_is_told_nothing_and_changes_nothing(on: On) {
    let mut house = House::open(on).await;
    let mut wrong = Vec::new();
    for row in ROUTES {
        for form in forms(row) {
            for who in Who::ALL.into_iter().filter(|who| who.expects(row.2) != Answer::Through) {
                let before = house.changes().await;
                let answer = Answer::of(&ask(&mut house, who, row, form).await);
                // Work that is done by the clock may have written meanwhile, once.
                if house.changes().await != before {
                    let before = house.changes().await;
                    ask(&mut house, who, row, form).await;
                    if house.changes().await != before {
                        wrong.push(format!("{who:?} changed something: {} {} {form}", row.0, row.1));
                    }
                }
                if answer != who.expects(row.2) {
                    wrong.push(format!(
                        "{who:?}: {answer:?} in the place of {:?}: {} {} {form}",
                        who.expects(row.2),
                        row.0,
                        row.1
                    ));
                }
            }
        }
    }
    for (address, forms) in CROSSED {
        for who in [Who::Stranger, Who::Member(TeamRole::Owner), Who::Moderator, Who::Admin] {
            let before = house.changes().await;
            let page = house.get(who, address).await;
            assert_eq!(Answer::of(&page), Answer::NotThere, "{who:?}: {address}");
            for form in *forms {
                let page = house.post(who, address, form).await;
                assert_eq!(Answer::of(&page), Answer::NotThere, "{who:?}: {address} {form}");
            }
            assert_eq!(house.changes().await, before, "{who:?}: {address}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    house.site.close().await;
}

async fn whoever_may_is_let_through(on: On) {
    let mut house = House::open(on).await;
    let mut wrong = Vec::new();
    for row in ROUTES {
        for form in forms(row) {
            for who in Who::ALL.into_iter().filter(|who| who.expects(row.2) == Answer::Through) {
                let refused = |page: &Page| Answer::of(page) != Answer::Through && !matches!(row.2, who::May::Anyone);
                // Those before may have used up what this is about.
                if refused(&ask(&mut house, who, row, form).await) {
                    house.site.close().await;
                    house = House::open(on).await;
                    let page = ask(&mut house, who, row, form).await;
                    if refused(&page) {
                        wrong.push(format!("{who:?}: {}: {} {} {form}", page.status, row.0, row.1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    house.site.close().await;
}

flows!(whoever_may_not_is_told_nothing_and_changes_nothing, whoever_may_is_let_through);

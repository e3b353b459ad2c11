//! Changes to the texts of a public campaign.

use super::{BORRADOR, DRAFT, seen};
use crate::fake_drafts::{FakeDrafts, whole};
use crate::fakes::slug;
use app::drafts::{Draft, DraftForm, DraftKey, DraftState};
use axum::http::StatusCode;

const TEXTS: &str = "/en/account/campaigns/texts/night-bus";

fn changes() -> Draft {
    Draft { changes: Some(slug("night-bus")), key: DraftKey::Settled, ..whole() }
}

#[tokio::test]
async fn nothing_but_texts_is_changed() {
    let page = seen(FakeDrafts::of(changes()), DRAFT).await;
    page.has("You are changing the texts of a public campaign.")
        .has("href=\"/en/campaigns/night-bus\" target=\"_blank\"")
        .has("Delete these changes")
        .has("The text that is public stays.");
    for name in ["title", "targets", "demands", "summary", "story", "facts_title", "started_by"] {
        page.has(&format!("name=\"{name}\""));
    }
    for name in ["slug", "locale", "goal", "closes_on", "time_zone", "sources", "asks_postcode"] {
        page.lacks(&format!("name=\"{name}\""));
    }
    seen(FakeDrafts::of(changes()), BORRADOR).await.has("Estás cambiando los textos de una campaña pública.");
}

#[tokio::test]
async fn it_is_said_what_stays_public() {
    let waiting = Draft { state: DraftState::Submitted, ..changes() };
    seen(FakeDrafts::of(waiting), DRAFT).await.has("the text that is public stays. You get a mail");
    let refused = Draft { state: DraftState::Rejected, ..changes() };
    seen(FakeDrafts::of(refused), DRAFT)
        .await
        .has("A moderator has refused these changes")
        .lacks("so it is not public");
}

#[tokio::test]
async fn the_page_of_texts_leads_to_each() {
    let page = seen(FakeDrafts::of(whole()), TEXTS).await;
    page.has("Change the texts</button>")
        .has("href=\"/en/campaigns/night-bus/texts/1\">Text 1</a>, public since 1 March 2026")
        .has("href=\"/en/campaigns/night-bus\">Text 2</a>, public now, since 3 March 2026");
    seen(FakeDrafts::of(changes()), TEXTS)
        .await
        .has("changes that are being written")
        .has(&format!("href=\"{DRAFT}\""))
        .lacks("Change the texts</button>");
    let foreign = Draft { form: DraftForm { locale: String::new(), ..whole().form }, ..whole() };
    seen(FakeDrafts::of(foreign), TEXTS).await.has("not one that this site speaks").lacks("Change the texts</button>");
    let nobody = seen(FakeDrafts::default(), TEXTS).await;
    assert_eq!((nobody.status, nobody.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")));
}

use super::{BORRADOR, DRAFT, NEW, seen};
use crate::fake_drafts::{FakeDrafts, filled_with, whole};
use crate::fakes::NASTY;
use crate::house::get;
use app::drafts::{Draft, DraftError, DraftField, DraftForm, DraftKey, DraftProblem, DraftState};
use axum::http::StatusCode;

#[tokio::test]
async fn only_who_is_signed_in_writes_campaigns() {
    for path in [NEW, DRAFT, "/en/account/campaigns/draft/d1/preview"] {
        let page = get(path).await;
        assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")), "{path}");
    }
    assert_eq!(seen(FakeDrafts::none(), DRAFT).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_stands_in_its_form() {
    let page = seen(FakeDrafts::of(whole()), DRAFT).await;
    assert_eq!(page.status, StatusCode::OK);
    page.has("<title>Keep the night bus running – Undersigned</title>")
        .has("value=\"Keep the night bus running\"")
        .has("https://undersigned.example/campaigns/</code>")
        .has("City Council\nAna Ruiz; Mayor</textarea>")
        .has("<option value=\"es\" lang=\"es\" selected>Español</option>")
        .has("name=\"version\" value=\"7\"")
        .has("name=\"action\" value=\"save\"")
        .has("name=\"action\" value=\"submit\" aria-describedby=\"submit-help\"")
        .has("href=\"/en/account/campaigns/draft/d1/preview\"")
        .has("You get a mail with the decision.")
        .has("name=\"action\" value=\"delete\"")
        .lacks("role=\"alert\"")
        .lacks("role=\"status\"")
        .lacks("Before it can be submitted");
    for field in DraftField::ALL {
        let name = field.name();
        for part in [format!(" id=\"{name}\" name=\"{name}\""), format!("<label for=\"{name}\">")] {
            assert_eq!(page.html.matches(&part).count(), 1, "{part}");
        }
        page.has(&format!("id=\"{name}-help\""));
    }
    assert!(page.between("id=\"asks_postcode\"", ">").contains("checked"));
    page.has("type=\"date\" id=\"closes_on\" name=\"closes_on\" value=\"2027-03-31\"");
    seen(FakeDrafts::of(whole()), BORRADOR)
        .await
        .has("Tus exigencias</label>")
        .has("(opcional)")
        .has("Enviar a revisión")
        .has("El último día termina allí a medianoche.");
}

#[tokio::test]
async fn what_was_done_is_said_while_it_holds() {
    let submitted = || Draft { state: DraftState::Submitted, ..whole() };
    seen(FakeDrafts::of(whole()), &format!("{DRAFT}?saved=draft")).await.has("role=\"status\"").has("Saved.");
    seen(FakeDrafts::of(whole()), &format!("{DRAFT}?saved=back")).await.has("Taken back.");
    seen(FakeDrafts::of(submitted()), &format!("{DRAFT}?saved=submitted")).await.has("Submitted for review.");
    seen(FakeDrafts::of(submitted()), &format!("{DRAFT}?saved=draft")).await.lacks("role=\"status\"");
    seen(FakeDrafts::none(), "/en/account?saved=deleted").await.has("The draft is deleted.");
}

#[tokio::test]
async fn what_is_missing_is_told_quietly() {
    let missing = DraftError::of;
    let draft = Draft {
        form: DraftForm { title: String::new(), ..whole().form },
        missing: vec![
            missing(DraftField::Demands, DraftProblem::Missing),
            missing(DraftField::StartedBy, DraftProblem::Missing),
        ],
        ..whole()
    };
    let page = seen(FakeDrafts::of(draft), DRAFT).await;
    page.has("Untitled</h1>").lacks("class=\"error\"").lacks("aria-invalid");
    let list = page.between("Before it can be submitted</h3>", "</ul>");
    let (demands, started) = (list.find("href=\"#demands\""), list.find("href=\"#started_by\""));
    assert!(demands.is_some() && demands < started, "in the order of the form: {list}");
}

#[tokio::test]
async fn what_a_moderator_said_is_quoted() {
    let remark = Some(NASTY.to_owned());
    let back = Draft { remark: remark.clone(), ..whole() };
    let page = seen(FakeDrafts::of(back), DRAFT).await;
    page.has("A moderator sent this back:").has("name=\"title\"").lacks("<script>alert");
    assert!(page.between("<blockquote", "</blockquote>").contains("&lt;script&gt;"));
    let grounds = vec!["It calls for hatred.".into()];
    let refused = Draft { remark, grounds, state: DraftState::Rejected, ..whole() };
    seen(FakeDrafts::of(refused), DRAFT)
        .await
        .has("You can change it and submit it again.")
        .has("Why it was refused:")
        .has("<li>It calls for hatred.</li>")
        .has("name=\"action\" value=\"take_back\"")
        .has("name=\"action\" value=\"delete\"")
        .lacks("name=\"title\"")
        .lacks("<script>alert");
}

#[tokio::test]
async fn what_waits_can_only_be_taken_back() {
    let waiting = FakeDrafts::of(Draft { state: DraftState::Submitted, ..whole() });
    let page = seen(waiting.clone(), DRAFT).await;
    page.has("It waits for a moderator.")
        .has("name=\"action\" value=\"take_back\"")
        .has(&format!("href=\"{DRAFT}/preview\""))
        .lacks("name=\"title\"")
        .lacks("value=\"delete\"");
    seen(waiting, BORRADOR).await.has("Recuperarlo para cambiarlo");
}

#[tokio::test]
async fn a_preview_is_the_public_page_without_its_form() {
    let page = seen(FakeDrafts::of(whole()), &format!("{DRAFT}/preview")).await;
    page.has("Preview: nobody but you sees this page.")
        .has("<li>Run it hourly.</li>")
        .has("people sign here")
        .has("data-length=\"medium\"")
        .has(&format!("href=\"{DRAFT}\""))
        .lacks("name=\"email\"")
        .lacks("leptos-island")
        .lacks("/qr/")
        .lacks("Still missing");
    assert_eq!(page.html.matches("<h1").count(), 1);
    let empty = FakeDrafts::of(Draft { form: DraftForm::default(), ..whole() });
    let page = seen(empty.clone(), &format!("{DRAFT}/preview")).await;
    assert_eq!(page.status, StatusCode::OK);
    for text in
        ["what you ask, in one line", "whom you ask", "who starts it", "the summary", "your demands", "the story"]
    {
        page.has(&format!("Still missing: {text}"));
    }
    seen(empty, &format!("{BORRADOR}/preview")).await.has("Todavía falta: el resumen").has("aquí se firma");
    let nasty = FakeDrafts::of(Draft { form: filled_with(NASTY), ..whole() });
    seen(nasty, &format!("{DRAFT}/preview")).await.lacks("<script>alert").lacks("</title></textarea>");
}

#[tokio::test]
async fn the_account_lists_what_one_writes_and_what_is_public() {
    let none = seen(FakeDrafts::none(), "/en/account").await;
    none.has("The campaigns that you start will be listed here.")
        .has("href=\"/en/account/campaigns/new\" class=\"button-quiet\">Start a campaign</a>")
        .has("where nobody else is in one, its drafts are deleted")
        .has("they need another one first");
    for (state, remark, en, es) in [
        (DraftState::Draft, None, "draft", "borrador"),
        (DraftState::Draft, Some("Who are you?"), "sent back to you", "devuelta para cambios"),
        (DraftState::Submitted, None, "waits for a moderator", "en espera de moderación"),
        (DraftState::Rejected, None, "refused", "rechazada"),
    ] {
        let who = FakeDrafts::of(Draft { state, remark: remark.map(Into::into), ..whole() });
        seen(who.clone(), "/en/account").await.has(&format!("<span class=\"meta\">{en}</span>"));
        seen(who, "/es/account")
            .await
            .has(&format!("<span class=\"meta\">{es}</span>"))
            .has("12.431 personas han firmado");
    }
    let nasty = FakeDrafts::of(Draft { form: filled_with(NASTY), ..whole() });
    let page = seen(nasty, "/en/account").await;
    page.has(&format!("href=\"{DRAFT}\"")).has("href=\"/en/campaigns/safe-crossing\"").lacks("<script>alert");
    seen(FakeDrafts::of(Draft { form: filled_with(" "), ..whole() }), "/en/account").await.has("Untitled</a>");
}

#[tokio::test]
async fn pages_of_drafts_are_not_to_be_found_and_bring_no_script() {
    let submitted = Draft { state: DraftState::Submitted, ..whole() };
    let preview = format!("{DRAFT}/preview");
    for (draft, path) in [(whole(), NEW), (whole(), DRAFT), (submitted, DRAFT), (whole(), &preview)] {
        let page = seen(FakeDrafts::of(draft), path).await;
        page.has("name=\"robots\" content=\"noindex\"").lacks("canonical").lacks("type=\"module\"").lacks(" style=");
    }
}

#[tokio::test]
async fn each_source_has_its_link() {
    let path = "/en/account/counts/night-bus/links";
    let form = DraftForm { sources: "flyer\nradio".into(), ..whole().form };
    let page = seen(FakeDrafts::of(Draft { form, ..whole() }), path).await;
    page.has("https://undersigned.example/campaigns/night-bus?source=flyer")
        .has("https://undersigned.example/campaigns/night-bus?source=radio")
        .has("flyer\nradio</textarea>")
        .lacks("role=\"status\"");
    seen(FakeDrafts::of(whole()), &format!("{path}?saved=sources"))
        .await
        .has("role=\"status\"")
        .has("will be listed here");
    assert_eq!(seen(FakeDrafts::default(), path).await.location.as_deref(), Some("/en/sign-in"));
    assert_eq!(seen(FakeDrafts::none(), path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_says_whether_it_has_a_key() {
    for (key, said, button) in [
        (DraftKey::None { owner: true }, "This campaign has no key.", Some("Save and make a key")),
        (DraftKey::None { owner: false }, "An owner of the team can make one.", None),
        (DraftKey::Made { owner: true }, "This campaign has a key.", Some("Save and look at the key")),
        (DraftKey::Made { owner: false }, "This campaign has a key.", None),
    ] {
        let page = seen(FakeDrafts::of(Draft { key, ..whole() }), DRAFT).await;
        page.has(said);
        match button {
            Some(text) => page.has(&format!("value=\"key\" class=\"button-quiet\">{text}</button>")),
            None => page.lacks("value=\"key\""),
        };
    }
    seen(FakeDrafts::of(Draft { key: DraftKey::Settled, ..whole() }), DRAFT).await.lacks("The key to the signers");
    let set = format!("{DRAFT}?saved=key");
    seen(FakeDrafts::of(Draft { key: DraftKey::Made { owner: true }, ..whole() }), &set).await.has("has its key now");
    seen(FakeDrafts::of(whole()), &set).await.lacks("has its key now");
}

//! A campaign's picture: what is kept of a file, and who sees it when.

mod sent;

use crate::drafts::{body, send, started};
use crate::helpers::{Browser, On, Page, Site};
use app::accounts::Role;
use image::ImageFormat;
pub use sent::halves;

const CAMPAIGN: &str = "/en/campaigns/night-bus";
const TEXTS: &str = "/en/account/campaigns/texts/night-bus";
const TITLE: &str = "Keep the night bus running";
const ALT: (&str, &str) = ("alt_en", "A bus <at> night");

async fn put(browser: &mut Browser, draft: &str, alt: &str, file: Option<&[u8]>) -> Page {
    browser.upload(&format!("{draft}/picture"), &[("action", "put"), ("alt_en", alt)], file).await
}

/// The addresses of the picture on a page, by width; the widest one last.
pub fn files(page: &Page) -> Vec<(u32, String)> {
    let Some(list) = page.attribute("picture", "srcset") else { return Vec::new() };
    let files = list.split(", ").map(|file| {
        let (address, width) = file.split_once(' ').unwrap();
        (width.trim_end_matches('w').parse().unwrap(), address.to_owned())
    });
    files.collect()
}

fn case(draft: &str) -> String {
    format!("/en/review/campaign/{}", id(draft))
}

fn id(draft: &str) -> &str {
    draft.rsplit('/').next().unwrap()
}

async fn publish(moderator: &mut Browser, draft: &str, version: &str) {
    moderator.post(&case(draft), body(&[("action", "publish"), ("version", version)])).await.expect(303);
}

/// What stands at a place of a picture.
fn colour(bytes: &[u8], at: (u32, u32)) -> &'static str {
    let picture = image::load_from_memory(bytes).unwrap().into_rgb8();
    if picture.get_pixel(at.0, at.1).0[0] > 128 { "red" } else { "blue" }
}

async fn a_picture_is_reviewed_and_shown_with_its_campaign(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut stranger = site.signed_in("eve@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let draft = started(&mut ana, TITLE).await;
    let page = format!("{draft}/picture");
    assert!(ana.get(&draft).await.expect(200).links().contains(&page));
    ana.get(&page).await.expect(200).says("What can be seen on it");

    // Nothing is saved without both, and what was typed is kept.
    let refused = put(&mut ana, &draft, ALT.1, None).await.expect(422).says("Choose a picture.");
    assert_eq!(refused.form().value("alt_en"), ALT.1);
    let phone = sent::from_a_phone(1_700, 1_200);
    put(&mut ana, &draft, " ", Some(&phone)).await.expect(422).says("Say what can be seen on the picture.");
    put(&mut ana, &draft, &"a".repeat(251), Some(&phone)).await.expect(422).says("Use at most 250 characters.");
    assert_eq!(site.number("SELECT count(*) FROM picture_files").await, 0);

    let saved = put(&mut ana, &draft, ALT.1, Some(&phone)).await.expect(303);
    assert_eq!(saved.location(), format!("{page}?saved=picture"));
    let seen = ana.follow(&saved).await.expect(200).says("The picture is saved.");
    for (name, value) in [("alt", ALT.1), ("width", "1200"), ("height", "1700")] {
        assert_eq!(seen.attribute("picture", name).as_deref(), Some(value));
    }
    let own = files(&seen);
    assert_eq!(own.iter().map(|(width, _)| *width).collect::<Vec<_>>(), [480, 960, 1_200]);
    for (width, address) in &own {
        let file = ana.get(address).await.expect(200);
        assert_eq!((file.header("content-type"), file.header("cache-control")), (Some("image/jpeg"), Some("no-store")));
        // Turned to the right, what was above is on the right.
        assert_eq!((colour(&file.bytes, (5, 5)), colour(&file.bytes, (width - 5, 5))), ("blue", "red"));
        for trace in [&b"Exif"[..], b"GPS", b"Cam\0", b"\xff\xe1"] {
            assert!(!file.bytes.windows(trace.len()).any(|bytes| bytes == trace), "{trace:?} in the file of {width}");
        }
        stranger.get(address).await.expect(404);
        site.browser().get(address).await.expect(404);
        moderator.get(address).await.expect(404);
    }
    let name = own[2].1.rsplit('/').next().unwrap().to_owned();
    let public = format!("/pictures/{name}");
    let reviewed = format!("/en/review/pictures/{}/{name}", id(&draft));
    site.browser().get(&public).await.expect(404);
    moderator.get(&reviewed).await.expect(404);
    assert_eq!(files(&ana.get(&format!("{draft}/preview")).await.expect(200)), own);

    // While it waits, moderators see it and nobody changes it.
    send(&mut ana, &draft, "1", "submit", &[]).await.expect(303);
    let seen = moderator.get(&case(&draft)).await.expect(200);
    assert_eq!(files(&seen).last().unwrap().1, reviewed);
    assert_eq!(moderator.get(&reviewed).await.expect(200).header("cache-control"), Some("no-store"));
    ana.get(&reviewed).await.expect(404);
    assert_eq!(put(&mut ana, &draft, "Another", None).await.expect(303).location(), page);
    assert_eq!(ana.post(&page, body(&[("action", "remove")])).await.expect(303).location(), page);
    ana.get(&page).await.expect(200).says("cannot be changed while");
    let told = site.run(&["review", "show", id(&draft)]).succeeds().out;
    assert!(told.contains("A bus <at> night") && told.contains(&case(&draft)), "{told}");
    site.browser().get(&public).await.expect(404);
    publish(&mut moderator, &draft, "2").await;

    let shown = site.browser().get(CAMPAIGN).await.expect(200);
    assert_eq!(files(&shown).last().unwrap().1, public);
    for tag in [
        format!("property=\"og:image\" content=\"http://127.0.0.1:3000{public}\""),
        "property=\"og:image:height\" content=\"1700\"".to_owned(),
        "property=\"og:image:alt\" content=\"A bus &lt;at&gt; night\"".to_owned(),
    ] {
        assert!(shown.body.contains(&tag), "{tag}");
    }
    let file = site.browser().get(&public).await.expect(200);
    assert_eq!(file.header("content-type"), Some("image/jpeg"));
    assert_eq!(file.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(file.header("x-content-type-options"), Some("nosniff"));
    site.browser().get(&public.replace("-1200", "-1201")).await.expect(404);

    // Hidden, it is the moderators' alone.
    let hide = "/en/review/campaigns/night-bus";
    moderator.post(hide, body(&[("action", "hide"), ("ground", "hatred")])).await.expect(303);
    site.browser().get(&public).await.expect(404);
    let seen = moderator.get(hide).await.expect(200);
    moderator.get(&files(&seen).last().unwrap().1).await.expect(200);
    moderator.post(hide, body(&[("action", "show")])).await.expect(303);
    site.browser().get(&public).await.expect(200);
    site.close().await;
}

async fn another_picture_of_a_public_campaign_waits_with_its_texts(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let draft = started(&mut ana, TITLE).await;
    put(&mut ana, &draft, "A bus", Some(&sent::halves(500, 400, ImageFormat::Png))).await.expect(303);
    send(&mut ana, &draft, "1", "submit", &[]).await.expect(303);
    publish(&mut moderator, &draft, "2").await;
    let public = async || files(&site.browser().get(CAMPAIGN).await.expect(200));
    let first = public().await;
    assert_eq!(first.len(), 2);

    // Changes begin with what is public; deleting them leaves it.
    ana.post(TEXTS, String::new()).await.expect(303);
    assert_eq!(files(&ana.get(&format!("{draft}/preview")).await.expect(200)).len(), 2);
    ana.post(&draft, body(&[("version", "1"), ("action", "delete"), ("sure", "on")])).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM pictures").await, 1);
    site.browser().get(&first[1].1).await.expect(200);

    ana.post(TEXTS, String::new()).await.expect(303);
    put(&mut ana, &draft, "Two buses", Some(&sent::halves(400, 500, ImageFormat::WebP))).await.expect(303);
    assert_eq!(public().await, first, "nothing is public that nobody has looked at");
    send(&mut ana, &draft, "1", "submit", &[]).await.expect(303);
    let waiting =
        moderator.get(&case(&draft)).await.expect(200).says("Another picture takes the place of the public one.");
    moderator.get(&files(&waiting)[0].1).await.expect(200);
    let name = files(&waiting)[0].1.rsplit('/').next().unwrap().to_owned();
    site.browser().get(&format!("/pictures/{name}")).await.expect(404);
    // Refused, it stays out of sight.
    moderator
        .post(&case(&draft), body(&[("action", "reject"), ("version", "2"), ("ground", "unclear")]))
        .await
        .expect(303);
    site.browser().get(&format!("/pictures/{name}")).await.expect(404);
    assert_eq!(public().await, first);
    ana.post(&draft, body(&[("action", "take_back")])).await.expect(303);
    send(&mut ana, &draft, "2", "submit", &[]).await.expect(303);
    publish(&mut moderator, &draft, "3").await;
    site.clock.minutes(1);
    assert_eq!(public().await, [(400, format!("/pictures/{name}"))]);
    // What it replaces is gone for good.
    site.browser().get(&first[1].1).await.expect(404);
    assert_eq!(site.number("SELECT count(*) FROM picture_files").await, 1);
    assert!(files(&site.browser().get(&format!("{CAMPAIGN}/texts/1")).await.expect(200)).is_empty());

    // Other words for the same picture, then none any more.
    ana.post(TEXTS, String::new()).await.expect(303);
    put(&mut ana, &draft, "Three buses", None).await.expect(303);
    send(&mut ana, &draft, "1", "submit", &[]).await.expect(303);
    moderator.get(&case(&draft)).await.expect(200).says("The picture stays, with another text");
    publish(&mut moderator, &draft, "2").await;
    let described = site.browser().get(CAMPAIGN).await.expect(200);
    assert_eq!(described.attribute("picture", "alt").as_deref(), Some("Three buses"));
    ana.post(TEXTS, String::new()).await.expect(303);
    let removed = ana.post(&format!("{draft}/picture"), body(&[("action", "remove")])).await.expect(303);
    ana.follow(&removed).await.expect(200).says("The picture is removed.");
    assert_eq!(public().await.len(), 1);
    send(&mut ana, &draft, "1", "submit", &[]).await.expect(303);
    moderator.get(&case(&draft)).await.expect(200).says("The public picture is taken away.");
    publish(&mut moderator, &draft, "2").await;
    assert!(public().await.is_empty());
    assert_eq!(site.number("SELECT (SELECT count(*) FROM pictures) + (SELECT count(*) FROM picture_files)").await, 0);
    site.close().await;
}

async fn whatever_is_no_picture_is_refused_beside_its_field(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let draft = started(&mut ana, TITLE).await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let whole = sent::halves(600, 600, ImageFormat::Png);
    let mut large = whole.clone();
    large.resize((8 << 20) + 1, 0);
    let bomb = sent::bomb();
    assert!(bomb.len() < 3 << 20, "{} bytes", bomb.len());
    for (file, said) in [
        (&svg[..], "This is no picture in one of the three formats."),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "This is no picture in one of the three formats."),
        (&whole[..whole.len() / 2], "The file is damaged"),
        (&sent::halves(200, 600, ImageFormat::Jpeg), "The picture is too small"),
        (&large, "The file has more than 8 MB."),
        (&bomb, "The picture has more than 25 million pixels."),
    ] {
        let refused = put(&mut ana, &draft, ALT.1, Some(file)).await.expect(422).says(said);
        assert!(
            refused.body.contains("id=\"file-error\"")
                && refused.body.contains("aria-describedby=\"file-help file-error\"")
        );
        assert_eq!(refused.form().value("alt_en"), ALT.1);
    }
    // Of more than that nothing is read at all.
    large.resize(33 << 20, 0);
    put(&mut ana, &draft, ALT.1, Some(&large)).await.expect(413);
    assert_eq!(site.number("SELECT count(*) FROM pictures").await, 0);

    // A picture that is something else as well is a picture alone.
    put(&mut ana, &draft, ALT.1, Some(&sent::polyglot())).await.expect(303);
    let page = ana.get(&format!("{draft}/picture")).await.expect(200);
    for (_, address) in files(&page) {
        let file = ana.get(&address).await.expect(200).bytes;
        for trace in [&b"script"[..], b"PK\x03\x04", b"\xff\xfe"] {
            assert!(!file.windows(trace.len()).any(|bytes| bytes == trace), "{trace:?}");
        }
    }
    site.close().await;
}

async fn a_picture_is_its_teams_and_goes_with_its_draft(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut stranger = site.signed_in("eve@example.org").await;
    let draft = started(&mut ana, TITLE).await;
    let page = format!("{draft}/picture");
    let picture = sent::halves(400, 400, ImageFormat::Png);
    put(&mut stranger, &draft, "Mine", Some(&picture)).await.expect(404);
    stranger.get(&page).await.expect(404);
    stranger.post(&page, body(&[("action", "remove")])).await.expect(404);
    assert_eq!(site.browser().get(&page).await.location(), "/en/sign-in");

    // Whose session has ended keeps the text; the file is chosen anew.
    let kept = put(&mut site.browser(), &draft, "A bus at night", Some(&picture)).await.expect(401);
    let form = kept.says("A bus at night").form();
    assert_eq!((form.action.as_str(), form.value("alt_en")), (page.as_str(), "A bus at night"));
    let again = ana.send(&form).await.expect(422).says("Choose a picture.");
    assert_eq!(again.form().value("alt_en"), "A bus at night");
    assert_eq!(site.number("SELECT count(*) FROM pictures").await, 0);

    // The same picture of two drafts is two of them.
    let other = started(&mut ana, "Plant a hundred trees").await;
    for draft in [&draft, &other] {
        put(&mut ana, draft, "A bus", Some(&picture)).await.expect(303);
    }
    assert_eq!(site.number("SELECT count(*) FROM picture_files").await, 2);
    ana.post(&draft, body(&[("version", "1"), ("action", "delete"), ("sure", "on")])).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM picture_files").await, 1);
    ana.post("/en/account", body(&[("action", "close"), ("sure", "on")])).await.expect(303);
    assert_eq!(site.number("SELECT (SELECT count(*) FROM pictures) + (SELECT count(*) FROM picture_files)").await, 0);
    site.close().await;
}

flows!(
    a_picture_is_reviewed_and_shown_with_its_campaign,
    another_picture_of_a_public_campaign_waits_with_its_texts,
    whatever_is_no_picture_is_refused_beside_its_field,
    a_picture_is_its_teams_and_goes_with_its_draft,
);

//! The flow in Spanish, from the shared link to the thank-you page.

use crate::helpers::{On, Site};

async fn a_signer_is_served_in_spanish(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.headers = vec![("accept-language", "es-MX,es;q=0.9,en;q=0.5")];
    let shared = browser.get("/campaigns/halt-deportations").await.expect(302);
    assert_eq!(shared.location(), "/es/campaigns/halt-deportations");
    let page = browser.follow(&shared).await.expect(200);
    assert!(page.body.contains("<html lang=\"es\""), "{}", &page.body[..400]);
    let form = page.form();
    assert_eq!(form.value("country"), "MX", "guessed from the language");
    let form = form.set("name", "Ana").set("email", "ana@example.org");
    let signed = browser.send(&form).await.expect(303);
    browser.follow(&signed).await.expect(200).says("Revisa tu correo");
    let letter = site.mail().await;
    assert!(letter.subject.contains("confirma tu dirección de correo"), "{}", letter.subject);
    assert!(letter.link().starts_with("/es/campaigns/halt-deportations/confirm/"), "{}", letter.link());
    browser.get(letter.link()).await.says("Confirma tu firma");
    let confirmed = browser.press(letter.link()).await.expect(303);
    browser.follow(&confirmed).await.expect(200).says("Gracias").says("Tu firma cuenta.");
    assert_eq!(site.count().await, 1);
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE locale = 'es' AND country = 'MX'").await, 1);
    site.close().await;
}

async fn a_refusal_is_in_the_language_of_its_page(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    let form = browser.get("/es/campaigns/halt-deportations").await.expect(200).form();
    browser.send(&form).await.expect(422).says_nothing_of("Enter your name");
    browser.get("/es/campaigns/no-such-campaign").await.expect(404).says_nothing_of("There is nothing here");
    site.close().await;
}

flows!(a_signer_is_served_in_spanish, a_refusal_is_in_the_language_of_its_page);

use super::house::House;
use crate::config::PublicUrl;
use qrcode::{EcLevel, QrCode, render::svg};

fn house() -> House {
    House::with(|options| options.public_url = PublicUrl::parse("https://sign.example.org").unwrap())
}

#[tokio::test]
async fn the_qr_code_leads_to_the_shared_address() {
    let answer = house().get("/qr/safe-crossing.svg").await;
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    let address = "https://sign.example.org/campaigns/safe-crossing?source=qr";
    let code = QrCode::with_error_correction_level(address, EcLevel::M).unwrap();
    assert_eq!(answer.body, code.render::<svg::Color>().min_dimensions(240, 240).build());
}

#[tokio::test]
async fn crawlers_are_kept_from_what_is_personal() {
    let answer = house().get("/robots.txt").await;
    for line in [
        "Disallow: /api/",
        "Disallow: /dev/",
        "Disallow: /es/campaigns/*/confirm/",
        "Disallow: /en/campaigns/*/signature/",
    ] {
        assert!(answer.body.lines().any(|l| l == line), "{line}: {}", answer.body);
    }
    assert!(answer.body.contains("Sitemap: https://sign.example.org/sitemap.xml"));
}

#[tokio::test]
async fn the_sitemap_names_every_campaign_in_every_language() {
    let answer = house().get("/sitemap.xml").await;
    for campaign in ["campaign-1", "campaign-2", "campaign-3"] {
        for lang in ["en", "es"] {
            assert!(answer.body.contains(&format!("<loc>https://sign.example.org/{lang}/campaigns/{campaign}</loc>")));
        }
    }
    let alternate = "hreflang=\"x-default\" href=\"https://sign.example.org/campaigns/campaign-1\"";
    assert_eq!(answer.body.matches(alternate).count(), 2, "{}", answer.body);
    assert!(answer.body.contains("hreflang=\"es\" href=\"https://sign.example.org/es/campaigns/campaign-1\""));
}

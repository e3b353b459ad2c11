//! Campaigns are brought in by a command, beside the running site.

use crate::helpers::{On, Site};
use std::{fs, os::unix::fs::PermissionsExt};

/// A campaign's file.
pub fn campaign(slug: &str, title: &str, summary: &str) -> String {
    format!(
        "slug = \"{slug}\"\nstarted_by = \"Neighbors\"\nteam = \"Neighbors\"\ntime_zone = \"UTC\"\ngoal = 100\ndefault_locale = \"en\"\n\
         [texts.en]\ntitle = \"{title}\"\nsummary = \"{summary}\"\nstory = \"A story.\"\ndemands = [\"Do it.\"]\nconsent = \"I agree.\"\n\
         [[texts.en.targets]]\nname = \"The council\"\n"
    )
}

/// Imports a campaign; its private key lies outside the data folder, in the returned folder.
pub fn import(site: &Site, file: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("campaign.toml");
    fs::write(&path, file).unwrap();
    let key = folder.path().join("campaign.key");
    site.run(&["campaign", "import", path.to_str().unwrap(), "--key-out", key.to_str().unwrap()]).succeeds();
    folder
}

async fn an_imported_campaign_can_be_signed(on: On) {
    let site = Site::open(on).await;
    let folder = import(&site, &campaign("night-bus", "Bring the night bus back", "It is gone."));
    let key = fs::metadata(folder.path().join("campaign.key")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600);
    let list = site.run(&["campaign", "list"]).succeeds();
    let lines = [["halt-deportations", "0"], ["library-sundays", "0"], ["night-bus", "0"], ["safe-crossing", "0"]];
    assert_eq!(list.table('\t'), lines);

    let mut browser = site.browser();
    let form = browser.get("/en/campaigns/night-bus").await.expect(200).says("Bring the night bus back").form();
    browser.send(&form.set("name", "Ana").set("email", "ana@example.org").set("country", "US")).await.expect(303);
    browser.press(site.mail().await.link()).await.expect(303);
    assert_eq!(site.count().await, 1);
    assert!(site.run(&["campaign", "list"]).succeeds().out.contains("night-bus\t1\n"));
    site.close().await;
}

async fn a_mistake_is_told_and_imports_nothing(on: On) {
    let site = Site::open(on).await;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).into_os_string().into_string().unwrap();
    let (file, key) = (path("campaign.toml"), path("campaign.key"));
    let right = campaign("night-bus", "Bring the night bus back", "It is gone.");
    let mistakes = [
        (right.replace("goal", "gaol"), "line 5"),
        (right.replace("goal = 100", "goal = 3"), "line 5: goal takes 10 to 1,000,000,000"),
        (right.replace("Do it.", ""), "line 11: texts.en.demands"),
        (right.replace("\"UTC\"", "\"Mars\""), "line 4: time_zone"),
        (right.replace("texts.en", "texts.es"), "texts.en is missing"),
        (right.replace("texts.en", "texts.EN"), "EN is no language code"),
        (right.replace("goal = 100", "goal = 100\ncloses_on = \"2020-03-31\""), "line 6: closes_on is over"),
        (campaign("halt-deportations", "A copy of another one", "Copied."), "halt-deportations exists already"),
    ];
    for (text, told) in mistakes {
        fs::write(&file, text).unwrap();
        site.run(&["campaign", "import", &file, "--key-out", &key]).fails().tells(told);
        assert!(!folder.path().join("campaign.key").exists(), "{told}");
    }
    fs::write(&file, &right).unwrap();
    let inside = site.path("campaign.key").into_os_string().into_string().unwrap();
    site.run(&["campaign", "import", &file, "--key-out", &inside]).fails().tells("lies in the data folder");
    for new in [site.path("new"), folder.path().join("new")] {
        let inside_new = new.join("campaign.key").into_os_string().into_string().unwrap();
        site.run(&["campaign", "import", &file, "--key-out", &inside_new]).fails().tells("Name one that is there");
        assert!(!new.exists());
    }
    fs::write(&key, "the only copy of another key").unwrap();
    site.run(&["campaign", "import", &file, "--key-out", &key]).fails().tells("campaign.key");
    assert_eq!(fs::read_to_string(&key).unwrap(), "the only copy of another key");

    let left = "SELECT count(*) FROM campaigns c JOIN revisions r ON r.campaign_id = c.id JOIN campaign_keys k ON k.campaign_id = c.id";
    assert_eq!((site.number(left).await, site.number("SELECT count(*) FROM teams").await), (3, 3));
    assert_eq!(site.number("SELECT count(*) FROM revisions").await, 3);
    site.browser().get("/en/campaigns/night-bus").await.expect(404);
    site.close().await;
}

flows!(an_imported_campaign_can_be_signed, a_mistake_is_told_and_imports_nothing);

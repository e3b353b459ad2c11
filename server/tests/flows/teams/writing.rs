//! Two who write one draft at the same moment.

use super::{TEAMS, joined};
use crate::drafts::{send, started};
use crate::helpers::{On, Site};

async fn two_editors_never_overwrite_each_other_silently(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let draft = started(&mut ana, "Keep the night bus running").await;
    let links = ana.get(TEAMS).await.expect(200).links();
    let team = links.into_iter().find(|link| link.starts_with("/en/account/teams/")).unwrap();
    let mut ben = joined(&site, &mut ana, &team, "ben@example.org", "editor").await;
    let beside = match on {
        On::Sqlite => None,
        On::Postgres => Some(site.beside().await),
    };
    if let Some(beside) = &beside {
        ben.moves_to(beside);
    }
    for version in 1..5 {
        let (from, to) = (version.to_string(), (version + 1).to_string());
        let texts = [format!("Ana, {version}."), format!("Ben, {version}.")];
        let (of_ana, of_ben) = ([("summary", texts[0].as_str())], [("summary", texts[1].as_str())]);
        let (one, two) = tokio::join!(
            send(&mut ana, &draft, &from, "save", &of_ana),
            send(&mut ben, &draft, &from, "save", &of_ben)
        );
        let (saved, refused) = match (one.status.as_u16(), two.status.as_u16()) {
            (303, 422) => (0, (1, two)),
            (422, 303) => (1, (0, one)),
            statuses => panic!("{statuses:?}"),
        };
        let stored = ana.get(&draft).await.expect(200).forms().remove(0);
        assert_eq!((stored.value("summary"), stored.value("version")), (texts[saved].as_str(), to.as_str()));
        // Who was slower has all of it still, and is told that somebody else was faster.
        let (slower, page) = refused;
        let typed = page.says("Somebody else has saved this draft meanwhile.").forms().remove(0);
        assert_eq!((typed.value("summary"), typed.value("version")), (texts[slower].as_str(), to.as_str()));
    }
    if let Some(beside) = beside {
        beside.close().await;
    }
    site.close().await;
}

flows!(two_editors_never_overwrite_each_other_silently);

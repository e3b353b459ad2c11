//! A server that is killed while somebody writes a campaign keeps what it has answered for; what is still being typed is saved after it.

use crate::drafts::{SOUND, body};
use crate::helpers::{Answer, Form, House, request};
use std::{net::SocketAddr, path::Path};

const NEW: &str = "/en/account/campaigns/new";

/// A browser that stays open while the server goes and comes.
struct Writer {
    cookie: String,
}

impl Writer {
    fn signed_in(house: &House) -> Self {
        let cookie = |answer: &Answer| answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        let asked = request(house.address, "POST", "/en/sign-in", "", &body(&[("email", "ana@example.org")])).unwrap();
        let asked = cookie(&asked);
        let link = house.newest_mail().path_under("/en/sign-in/link/");
        let signed_in = request(house.address, "POST", &link, &asked, "").unwrap();
        Self { cookie: cookie(&signed_in) }
    }

    /// Where a form leads.
    #[track_caller]
    fn posts(&self, address: SocketAddr, path: &str, body: &str) -> String {
        let answer = request(address, "POST", path, &self.cookie, body).unwrap();
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.header("location").unwrap().to_owned()
    }

    /// The draft's form as it stands on its page.
    #[track_caller]
    fn form(&self, address: SocketAddr, draft: &str) -> Form {
        let page = request(address, "GET", draft, &self.cookie, "").unwrap();
        assert_eq!(page.status, 200, "{}", page.body);
        Form::all(draft, &page.body).remove(0)
    }
}

fn start(folder: &Path) -> House {
    House::start(folder, &[])
}

#[test]
fn a_draft_survives_kills_and_is_written_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut house = start(folder.path());
    let ana = Writer::signed_in(&house);
    let draft = ana.posts(house.address, NEW, &body(&[("title", "Keep the night bus running")]));
    for round in 1..=3 {
        // Killed as soon as it has answered; meanwhile the page stays open, and what is typed into it is sent in vain.
        let saved = format!("Saved in round {round}.");
        let typed = ana.form(house.address, &draft).set("summary", &saved).set("story", SOUND[7].1);
        ana.posts(house.address, &draft, &format!("{}&action=save", typed.body()));
        let open = ana.form(house.address, &draft).set("summary", &format!("Typed in round {round}."));
        let gone = house.address;
        house.kill();
        let sent = format!("{}&action=save", open.body());
        assert!(request(gone, "POST", &draft, &ana.cookie, &sent).is_err());

        house = start(folder.path());
        let stored = ana.form(house.address, &draft);
        assert_eq!((stored.value("summary"), stored.value("story")), (saved.as_str(), SOUND[7].1));
        ana.posts(house.address, &draft, &sent);
        let stored = ana.form(house.address, &draft);
        assert_eq!(stored.value("summary"), format!("Typed in round {round}."));
        assert_eq!(stored.value("version"), (1 + 2 * round).to_string());
    }
}

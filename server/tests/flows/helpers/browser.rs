use super::{CAMPAIGN, Form, Page, Site};
use axum::{Router, body::Body, extract::ConnectInfo};
use http::{HeaderValue, Method, Request, header};
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tower::ServiceExt;

pub const HOST: &str = "127.0.0.1:3000";
pub const ORIGIN: &str = "http://127.0.0.1:3000";
/// The same with a name, where the configuration says so.
pub const NAMED: &str = "http://localhost:3000";

/// Speaks to the router as a browser without script does.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    peer: SocketAddr,
    cookies: BTreeMap<String, String>,
    /// What it says of itself besides.
    pub headers: Vec<(&'static str, &'static str)>,
    /// `Origin` of forms.
    pub origin: &'static str,
}

impl Browser {
    pub fn new(router: Router) -> Self {
        let peer = SocketAddr::from(([127, 0, 0, 1], 50_000));
        Self { router, peer, cookies: BTreeMap::new(), headers: Vec::new(), origin: ORIGIN }
    }

    /// The same from another network.
    pub fn on_network(mut self, last: u8) -> Self {
        self.peer = SocketAddr::from(([192, 0, 2, last], 50_000));
        self
    }

    /// Goes on at another server of the same house, with the same cookies.
    pub fn moves_to(&mut self, site: &Site) {
        self.router = site.browser().router;
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.ask(Method::GET, path, Vec::new(), String::new()).await
    }

    /// Sends a form, and does not follow the answer.
    pub async fn send(&mut self, form: &Form) -> Page {
        self.post(&form.action, form.body()).await
    }

    /// Sends what a form would, whether a page has it or not.
    pub async fn post(&mut self, path: &str, body: String) -> Page {
        let headers = vec![
            (header::ORIGIN.as_str(), self.origin),
            (header::CONTENT_TYPE.as_str(), "application/x-www-form-urlencoded"),
        ];
        self.ask(Method::POST, path, headers, body).await
    }

    /// Sends a form with a file, as `multipart/form-data`.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], file: Option<&[u8]>) -> Page {
        const KIND: &str = "multipart/form-data; boundary=----boundary7MA4YWxk";
        let headers = vec![(header::ORIGIN.as_str(), self.origin), (header::CONTENT_TYPE.as_str(), KIND)];
        let mut body = Vec::new();
        for (name, value) in fields {
            let part =
                format!("------boundary7MA4YWxk\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        // A browser sends an empty file where none was chosen.
        let name = if file.is_some() { "IMG_0042.jpg" } else { "" };
        let part = format!(
            "------boundary7MA4YWxk\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(file.unwrap_or_default());
        body.extend_from_slice(b"\r\n------boundary7MA4YWxk--\r\n");
        self.ask(Method::POST, path, headers, body).await
    }

    /// Calls a server function as our script does.
    pub async fn call(&mut self, path: &str, json: String) -> Page {
        let headers = vec![(header::ORIGIN.as_str(), self.origin), (header::CONTENT_TYPE.as_str(), "application/json")];
        self.ask(Method::POST, path, headers, json).await
    }

    /// Goes where a redirect leads.
    #[track_caller]
    pub fn follow(&mut self, page: &Page) -> impl Future<Output = Page> {
        let path = page.location().to_owned();
        async move { self.get(&path).await }
    }

    /// Opens the campaign, fills in the form and sends it.
    pub async fn sign(&mut self, name: &str, email: &str) -> Page {
        let form = self.sign_form(name, email).await;
        let page = self.send(&form).await;
        assert_eq!(page.location(), format!("{CAMPAIGN}/inbox"));
        page
    }

    /// The sign form, filled in.
    pub async fn sign_form(&mut self, name: &str, email: &str) -> Form {
        let page = self.get(CAMPAIGN).await.expect(200);
        page.form().set("name", name).set("email", email).set("country", "US")
    }

    /// Opens a link and presses its one button.
    pub async fn press(&mut self, path: &str) -> Page {
        let page = self.get(path).await.expect(200);
        self.send(&page.form()).await
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    async fn ask(
        &mut self,
        method: Method,
        path: &str,
        headers: Vec<(&'static str, &'static str)>,
        body: impl Into<Body>,
    ) -> Page {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
        for (name, value) in headers.into_iter().chain(self.headers.iter().copied()) {
            request = request.header(name, HeaderValue::from_static(value));
        }
        if !self.cookies.is_empty() {
            let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        let request = request.extension(ConnectInfo(self.peer)).body(body.into()).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
            }
        }
        Page { path: path.to_owned(), status: parts.status, headers: parts.headers, body, bytes }
    }
}

//! The campaign's page, against a bare handler that returns the same bytes with the same headers from memory.

use crate::client::{Answer, Run, ask, load};
use crate::house::{BOUNDS, House};
use axum::Router;
use http::{HeaderMap, HeaderName, HeaderValue};
use server::run::serve;
use std::error::Error;
use std::io::Write;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio_util::sync::CancellationToken;

const PAGE: &str = "/en/campaigns/halt-deportations";
const WARM_UP: u32 = 2_000;
const VIEWS: u32 = 20_000;

/// What was measured.
pub struct Page {
    pub run: Run,
    pub limit: Run,
    /// Of the document.
    pub html: Sizes,
    /// Of the style sheet, if the site was built.
    pub css: Option<Sizes>,
}

/// Bytes of a file.
pub struct Sizes {
    pub plain: usize,
    /// In brotli of the best quality.
    pub brotli: usize,
    /// As the server sends it to a browser that takes brotli, and how.
    pub sent: usize,
    pub encoding: String,
}

/// Measures both.
///
/// # Errors
/// When an answer is not what it should be.
pub fn measure(runtime: &Runtime, house: &House) -> Result<Page, Box<dyn Error>> {
    let page = |_| request(house.address, PAGE, "");
    let (head, body) = ask(house.address, &page(0), |answer| (answer.head.to_owned(), answer.body()))?;
    let html = String::from_utf8(body.clone())?;
    if !html.contains("name=\"email\"") {
        return Err(format!("this is not the campaign's page:\n{head}\n{html}").into());
    }
    // The nonce differs from answer to answer, but not in its length.
    let right = |answer: &Answer| answer.status == 200 && answer.length() == body.len();
    load(house.address, 0..WARM_UP, page, right)?;
    let run = load(house.address, 0..VIEWS, page, right)?;
    let limit = bare(runtime, &head, &body)?;
    let style = html.split_once("rel=\"stylesheet\" href=\"").and_then(|(_, rest)| rest.split('"').next());
    let css = style.map(|path| sizes(house.address, path)).transpose()?.flatten();
    let html = sizes(house.address, PAGE)?.ok_or("the page is gone")?;
    Ok(Page { run, limit, html, css })
}

fn request(address: SocketAddr, path: &str, encodings: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\n\
         Sec-Fetch-Dest: document\r\nAccept: text/html,application/xhtml+xml\r\nAccept-Language: en-US,en;q=0.5\r\n\
         Accept-Encoding: {encodings}\r\n\r\n"
    )
    .into_bytes()
}

/// Serves these bytes by the server's own loop, without any layer of ours.
fn bare(runtime: &Runtime, head: &str, body: &[u8]) -> Result<Run, Box<dyn Error>> {
    let mut headers = HeaderMap::new();
    for (name, value) in head.split("\r\n").filter_map(|line| line.split_once(": ")) {
        // These three are the connection's.
        if !["date", "content-length", "transfer-encoding"].contains(&name) {
            headers.append(HeaderName::try_from(name)?, HeaderValue::from_str(value)?);
        }
    }
    let bytes = axum::body::Bytes::copy_from_slice(body);
    let router = Router::new().fallback(move || std::future::ready((headers.clone(), bytes.clone())));
    let stop = CancellationToken::new();
    let stopped = stop.clone().cancelled_owned();
    let (address, serving) = runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        Ok::<_, std::io::Error>((address, tokio::spawn(serve(listener, router, BOUNDS, stopped))))
    })?;
    let page = |_| request(address, PAGE, "");
    let right = |answer: &Answer| answer.status == 200 && answer.length() == body.len();
    load(address, 0..WARM_UP, page, right)?;
    let run = load(address, 0..VIEWS, page, right)?;
    stop.cancel();
    runtime.block_on(serving)?;
    Ok(run)
}

/// `None` for a file that was not built.
fn sizes(address: SocketAddr, path: &str) -> Result<Option<Sizes>, Box<dyn Error>> {
    let plain = ask(address, &request(address, path, ""), |answer| (answer.status == 200).then(|| answer.body()))?;
    let Some(plain) = plain else { return Ok(None) };
    let (sent, encoding) = ask(address, &request(address, path, "gzip, deflate, br"), |answer| {
        (answer.length(), answer.header("content-encoding").unwrap_or("plain").to_owned())
    })?;
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 65_536, 11, 22).write_all(&plain)?;
    Ok(Some(Sizes { plain: plain.len(), brotli: brotli.len(), sent, encoding }))
}

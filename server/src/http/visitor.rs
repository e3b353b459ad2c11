//! Who asks, as far as the ports may know: the network, shortened, and the values of our cookies.

use super::App;
use crate::privacy::CookieSealer;
use app::visitor::{Network, Visitor};
use axum::extract::{ConnectInfo, Request};
use http::{HeaderMap, header};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

pub(super) fn identify(app: &App, request: &mut Request) {
    let peer = peer(request).map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip());
    let client = client(peer, request.headers(), app.options.trusted_hops);
    let secure = app.options.public_url.is_https();
    let visitor = Visitor {
        network: network(client),
        cookie: cookie(request.headers(), CookieSealer::name(secure)),
        session: cookie(request.headers(), CookieSealer::session_name(secure)),
        passkey: cookie(request.headers(), CookieSealer::passkey_name(secure)),
    };
    request.extensions_mut().insert(visitor);
}

/// Who the connection comes from.
pub(super) fn peer(request: &Request) -> Option<SocketAddr> {
    request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0)
}

/// The client's address. Each trusted proxy appends the address it was asked from, so the one that counts stands as many places
/// from the right as there are proxies; what stands left of it the client may have written itself.
fn client(peer: IpAddr, headers: &HeaderMap, hops: u8) -> IpAddr {
    let Some(skip) = usize::from(hops).checked_sub(1) else { return peer };
    let entries = headers.get_all("x-forwarded-for").into_iter().filter_map(|value| value.to_str().ok());
    let entries = entries.flat_map(|value| value.split(',')).collect::<Vec<_>>();
    entries.into_iter().rev().nth(skip).and_then(address).unwrap_or(peer)
}

/// An address as proxies write it: bare, or with a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')).unwrap_or(text);
    bare.parse::<IpAddr>().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// A household gets a /56 or more of IPv6; an IPv4 address stands for itself, whichever way it is written.
fn network(ip: IpAddr) -> Network {
    match ip.to_canonical() {
        IpAddr::V4(ip) => Network(ip.to_ipv6_mapped().octets()),
        IpAddr::V6(ip) => {
            let mut octets = ip.octets();
            octets[7..].fill(0);
            Network(octets)
        }
    }
}

/// The value of the cookie with this name; the first, if a browser sends two.
pub(super) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let pairs = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    pairs
        .flat_map(|pairs| pairs.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn forwarded(values: &[&'static str]) -> HeaderMap {
        values
            .iter()
            .map(|value| (http::HeaderName::from_static("x-forwarded-for"), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn a_forged_header_counts_nothing() {
        let peer = ip("192.0.2.1");
        let headers = forwarded(&["203.0.113.9, 198.51.100.7"]);
        assert_eq!(client(peer, &headers, 0), peer);
        assert_eq!(client(peer, &headers, 1), ip("198.51.100.7"));
        assert_eq!(client(peer, &headers, 2), ip("203.0.113.9"));
        assert_eq!(client(peer, &headers, 3), peer, "fewer entries than proxies: something else sent it");
        assert_eq!(
            client(peer, &forwarded(&["203.0.113.9", "198.51.100.7"]), 1),
            ip("198.51.100.7"),
            "two header lines"
        );
        assert_eq!(client(peer, &forwarded(&["unknown"]), 1), peer);
        assert_eq!(client(peer, &forwarded(&["[2001:db8::1]:443"]), 1), ip("2001:db8::1"));
    }

    #[test]
    fn networks_are_as_large_as_households() {
        assert!(network(ip("2001:db8:0:12ab::1")) == network(ip("2001:db8:0:12ff:ffff::9")));
        assert!(network(ip("2001:db8:0:12ab::1")) != network(ip("2001:db8:0:13ab::1")));
        assert!(network(ip("::ffff:192.0.2.1")) == network(ip("192.0.2.1")));
        assert!(network(ip("192.0.2.1")) != network(ip("192.0.2.2")));
    }

    #[test]
    fn our_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=b; undersigned=x=y; undersignedb=z"));
        assert_eq!(cookie(&headers, "undersigned").as_deref(), Some("x=y"));
        assert_eq!(cookie(&headers, "__Host-undersigned"), None);
    }
}

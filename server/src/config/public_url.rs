use serde::Deserialize;
use std::{
    fmt,
    net::{IpAddr, SocketAddr},
};

/// The address under which readers find the site: scheme, host and perhaps a port, nothing behind it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicUrl {
    https: bool,
    /// Host in lower case and, where it is not the scheme's own, the port.
    authority: String,
}

impl PublicUrl {
    /// Reads an address; a slash at the end is dropped.
    ///
    /// # Errors
    /// A sentence for the operator.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let text = text.trim().trim_end_matches('/');
        let (https, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
            (Some(rest), _) => (true, rest),
            (None, Some(rest)) => (false, rest),
            (None, None) => return Err("a public URL begins with https:// (or, on this machine alone, http://)"),
        };
        let authority = rest.parse::<http::uri::Authority>().map_err(|_| NOT_AN_ORIGIN)?;
        if authority.as_str().contains('@') || authority.host().is_empty() {
            return Err(NOT_AN_ORIGIN);
        }
        // Browsers leave a scheme's own port out of `Origin`.
        let host = authority.host().to_ascii_lowercase();
        let authority = match authority.port_u16() {
            Some(port) if port != if https { 443 } else { 80 } => format!("{host}:{port}"),
            _ => host,
        };
        Ok(Self { https, authority })
    }

    /// What a browser on this machine would ask for, where nothing else was configured.
    pub(super) fn of_listener(listen: SocketAddr) -> Self {
        let host = match listen.ip() {
            ip if ip.is_unspecified() => "127.0.0.1".to_owned(),
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        let authority = if listen.port() == 80 { host } else { format!("{host}:{}", listen.port()) };
        Self { https: false, authority }
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> String {
        self.to_string()
    }

    /// The origin with a path of this site behind it.
    pub fn join(&self, path: &str) -> String {
        format!("{self}{path}")
    }

    /// Whether it is served over TLS.
    pub fn is_https(&self) -> bool {
        self.https
    }

    /// The host without its port.
    pub fn host(&self) -> &str {
        host_of(&self.authority)
    }

    /// Whether only this machine can reach it.
    pub fn is_loopback(&self) -> bool {
        is_loopback_name(self.host())
    }
}

const NOT_AN_ORIGIN: &str = "a public URL is a scheme, a host and perhaps a port, such as https://sign.example.org";

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.https { "https" } else { "http" }, self.authority)
    }
}

impl TryFrom<String> for PublicUrl {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

fn host_of(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => authority,
    }
}

/// Whether a host, with or without a port, names this machine: `localhost`, 127.0.0.0/8 or `[::1]`.
pub fn is_loopback_name(authority: &str) -> bool {
    let host = host_of(authority);
    let bare = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).unwrap_or(host);
    host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_a_browser_calls_an_origin() {
        let origin = |text| PublicUrl::parse(text).map(|url| url.origin());
        assert_eq!(origin("https://Sign.Example.org/").as_deref(), Ok("https://sign.example.org"));
        assert_eq!(origin("https://sign.example.org:443").as_deref(), Ok("https://sign.example.org"));
        assert_eq!(origin("http://127.0.0.1:3000").as_deref(), Ok("http://127.0.0.1:3000"));
        for bad in
            ["sign.example.org", "ftp://a.org", "https://a.org/path", "https://", "https://me@a.org", "https://a.org?x"]
        {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn knows_the_names_of_this_machine() {
        for here in ["localhost", "LOCALHOST:3000", "127.0.0.1", "127.8.9.1:80", "[::1]", "[::1]:3000"] {
            assert!(is_loopback_name(here), "{here}");
        }
        for elsewhere in
            ["localhost.example.org", "10.0.0.1", "0.0.0.0:3000", "[2001:db8::1]:80", "", "127.0.0.1.nip.io"]
        {
            assert!(!is_loopback_name(elsewhere), "{elsewhere}");
        }
    }
}

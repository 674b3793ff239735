//! Where a request comes from: the peer, or what a trusted proxy says.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::http::request::Parts;

use crate::guard::is_loopback;
use crate::refusal::Refused;
use crate::state::{Desk, Settings};

/// The address of whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address itself.
    pub ip: IpAddr,
    /// True when the request came straight from this machine and nothing says that a proxy stands between.
    pub is_this_machine: bool,
}

/// Addresses that one customer of a network provider holds: one IPv4 address, or an IPv6 /64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Group(IpAddr);

impl Address {
    /// Whom limits count together with this address.
    pub fn group(self) -> Group {
        match self.ip {
            IpAddr::V4(_) => Group(self.ip),
            IpAddr::V6(ip) => Group(IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX)))),
        }
    }

    /// Whoever opened the connection, unless a trusted proxy says for whom it did.
    pub fn of(settings: &Settings, peer: IpAddr, headers: &HeaderMap) -> Self {
        let peer = peer.to_canonical();
        let is_trusted = |ip: IpAddr| settings.trusted_proxies.iter().any(|network| network.contains(ip));
        let is_forwarded = is_forwarded(headers);
        if !is_trusted(peer) {
            return Self { ip: peer, is_this_machine: peer.is_loopback() && !is_forwarded };
        }
        // Each proxy adds whom it saw at the end, so the last one that is not ours is the asker. What stands before
        // it, the asker may have written.
        let mut ip = peer;
        let named = headers.get_all("x-forwarded-for").into_iter().rev();
        let addresses = named.filter_map(|value| value.to_str().ok()).flat_map(|value| value.rsplit(','));
        for text in addresses {
            let Some(address) = parse(text) else { break };
            ip = address;
            if !is_trusted(address) {
                break;
            }
        }
        Self { ip, is_this_machine: ip.is_loopback() && !is_forwarded }
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.ip.fmt(f)
    }
}

/// Whether anything says that a proxy stands between. Whoever asks this machine itself calls it by a name of its own; a
/// proxy passes on the name that people use.
fn is_forwarded(headers: &HeaderMap) -> bool {
    const SIGNS: [&str; 9] = [
        "forwarded",
        "via",
        "x-real-ip",
        "x-client-ip",
        "x-cluster-client-ip",
        "true-client-ip",
        "cf-connecting-ip",
        "fastly-client-ip",
        "x-original-host",
    ];
    let is_sign = |name: &str| name.starts_with("x-forwarded") || name.starts_with("x-envoy-") || SIGNS.contains(&name);
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    headers.keys().any(|name| is_sign(name.as_str())) || !host.is_some_and(is_loopback)
}

/// An address as proxies write it, with or without a port.
fn parse(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let ip = text.parse::<IpAddr>().ok();
    let ip = ip.or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()));
    ip.map(|ip| ip.to_canonical())
}

impl FromRequestParts<Desk> for Address {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Refused> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(*known);
        }
        let Some(ConnectInfo(peer)) = parts.extensions.get::<ConnectInfo<SocketAddr>>() else {
            tracing::error!("the server was started without the addresses of its peers");
            return Err(Refused::broken());
        };
        let address = Self::of(&desk.settings, peer.ip(), &parts.headers);
        parts.extensions.insert(address);
        Ok(address)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::state::Network;

    fn of(trusted: &[&str], peer: &str, forwarded: &[&str]) -> String {
        let mut settings = Settings::new("http://localhost:1", "");
        settings.trusted_proxies = trusted.iter().map(|text| Network::parse(text).unwrap()).collect();
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        Address::of(&settings, peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn trust_80_only_a_trusted_proxy_says_for_whom_it_asks() {
        assert_eq!(of(&[], "203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(of(&["10.0.0.0/8"], "10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(of(&["10.0.0.0/8"], "10.0.0.1", &["1.1.1.1, 198.51.100.1, 10.0.0.2"]), "198.51.100.1");
        assert_eq!(of(&["10.0.0.0/8"], "10.0.0.1", &["1.1.1.1", "198.51.100.1"]), "198.51.100.1");
        assert_eq!(of(&["10.0.0.0/8"], "10.0.0.1", &["198.51.100.1, <script>"]), "10.0.0.1");
        assert_eq!(of(&["::1"], "::1", &["[2001:db8::1]:443"]), "2001:db8::1");
    }

    #[test]
    fn trust_80_an_ipv6_network_counts_as_one() {
        let group = |ip: &str| Address { ip: ip.parse().unwrap(), is_this_machine: false }.group();
        assert_eq!(group("2001:db8:1:2::1"), group("2001:db8:1:2:ffff::9"));
        assert_ne!(group("2001:db8:1:2::1"), group("2001:db8:1:3::1"));
        assert_ne!(group("198.51.100.1"), group("198.51.100.2"));
    }
}

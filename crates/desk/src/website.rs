//! A website that may show a client's widget, as an origin: `https://www.example.fi`, or `https://*.example.fi` for
//! every name below. It goes into `frame-ancestors` word for word, so nothing but an origin may be one. And the pages of
//! a website, as people mean them.

/// The origin that somebody meant: lower case, without path and default port. `None` when it is no origin.
pub fn origin(typed: &str) -> Option<String> {
    let typed = typed.trim().to_ascii_lowercase();
    let (scheme, rest) = match typed.split_once("://") {
        Some((scheme, rest)) => (scheme, rest),
        None => ("https", typed.as_str()),
    };
    let default_port = match scheme {
        "https" => 443,
        "http" => 80,
        _ => return None,
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, Some(port.parse::<u16>().ok().filter(|port| *port > 0)?)),
        None => (authority, None),
    };
    let is_named = is_host(host.strip_prefix("*.").filter(|below| below.contains('.')).unwrap_or(host));
    if !is_named {
        return None;
    }
    Some(match port.filter(|port| *port != default_port) {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    })
}

/// Whether `origin`, as a browser sends it, is one of `websites`.
pub fn is_listed(websites: &[String], origin: &str) -> bool {
    websites.iter().any(|website| match website.split_once("://*.") {
        None => website == origin,
        Some((scheme, below)) => {
            let host = origin.strip_prefix(scheme).and_then(|rest| rest.strip_prefix("://"));
            host.and_then(|host| host.strip_suffix(below)).is_some_and(|name| name.len() > 1 && name.ends_with('.'))
        }
    })
}

/// Whether `page` is one of `websites`; while none are listed, every page is.
pub fn is_page_of(websites: &[String], page: &str) -> bool {
    websites.is_empty() || origin(page).is_some_and(|origin| is_listed(websites, &origin))
}

/// The address of a page as it may be kept: of the web, without what a site or a browser may hide in it. Query and fragment
/// go, and so does `user:password@`. `None` for what is no page of the web, as `javascript:`.
pub fn bare_page(address: &str) -> Option<String> {
    let (scheme, rest) = address.split(['?', '#']).next()?.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !["https", "http"].contains(&scheme.as_str()) {
        return None;
    }
    // A browser takes any number of slashes, of either kind, before the host.
    let rest = rest.trim_start_matches(['/', '\\']);
    let (authority, path) = rest.find(['/', '\\']).and_then(|end| rest.split_at_checked(end)).unwrap_or((rest, ""));
    // The host stands behind the last one: a password may have one in it.
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    Some(format!("{scheme}://{host}{path}"))
}

/// The path of a page, without query and fragment: `/prices` of `https://www.example.fi/prices?x=1`.
pub fn path(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
}

/// Whether a page is `place` or lies under it: `/prices` stands for itself and what lies under it, and not for `/pricesheet`; `/`
/// is the front page alone. Both as people read them: without query, whatever their capitals.
pub fn is_under(page: &str, place: &str) -> bool {
    let (page, place) = (as_read(page).1, as_read(place).1);
    let place = without_slash(&place);
    let rest = without_slash(&page).strip_prefix(place);
    rest.is_some_and(|rest| rest.is_empty() || (!place.is_empty() && rest.starts_with('/')))
}

fn without_slash(path: &str) -> &str {
    path.strip_suffix('/').unwrap_or(path)
}

/// An address as people read it, without what follows a question mark: the website with the path, and the path alone.
pub fn as_read(address: &str) -> (String, String) {
    let bare = address.split(['?', '#']).next().unwrap_or_default();
    let whole = bare.split_once("://").map_or(bare, |(_, rest)| rest);
    let path = whole.find('/').and_then(|at| whole.get(at..)).unwrap_or("/");
    (decoded(whole).to_lowercase(), decoded(path).to_lowercase())
}

/// `p%C3%A4iv%C3%A4` as `päivä`; what is no such thing stays as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let coded = match (first, after) {
            (b'%', [high, low, after @ ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| (high * 16 + low, after)),
            _ => None,
        };
        let (byte, after) = coded.unwrap_or((*first, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// A name of ASCII labels (an international name in its `xn--` form), or an IPv4 address.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    host.len() <= 253 && host.split('.').all(is_label) && (host.contains('.') || host == "localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_a_page_is_what_stands_behind_its_host() {
        for (address, meant) in [
            ("https://www.example.fi/prices/new?x=1#y", "/prices/new"),
            ("https://www.example.fi", "/"),
            ("https://www.example.fi?x=/y", "/"),
            ("/prices", "/prices"),
            ("", "/"),
        ] {
            assert_eq!(path(address), meant);
        }
    }

    #[test]
    fn a_page_is_kept_without_the_password_that_stands_in_its_address() {
        for (address, kept) in [
            ("https://www.example.fi/hinnat?x=1#y", "https://www.example.fi/hinnat"),
            ("https://aino:salainen@www.example.fi/hinnat", "https://www.example.fi/hinnat"),
            ("HTTPS://aino:salainen@www.example.fi", "https://www.example.fi"),
            ("hTTp://aino@www.example.fi:8080/", "http://www.example.fi:8080/"),
            ("https://aino:sala@inen@www.example.fi/", "https://www.example.fi/"),
            ("https:///aino:salainen@www.example.fi/", "https://www.example.fi/"),
            ("https://aino:salainen@www.example.fi\\a", "https://www.example.fi\\a"),
            ("https://www.example.fi/@aino/kuvat", "https://www.example.fi/@aino/kuvat"),
        ] {
            assert_eq!(bare_page(address).as_deref(), Some(kept), "{address}");
        }
        for other in ["", "/hinnat", "www.example.fi", "javascript://a:b@www.example.fi/", "file:///etc", "mailto:aino@example.fi"] {
            assert_eq!(bare_page(other), None, "{other}");
        }
    }

    #[test]
    fn a_page_counts_where_its_website_is_listed_or_none_is() {
        let listed = ["https://www.example.fi".to_owned(), "https://*.kunta.fi".to_owned()];
        for page in ["https://www.example.fi/vip?x=1", "https://asiointi.kunta.fi/"] {
            assert!(is_page_of(&listed, page), "{page}");
        }
        for page in ["https://evil.example/vip", "https:///vip", "/vip", "https://www.example.fi.evil.example/"] {
            assert!(!is_page_of(&listed, page), "{page}");
        }
        assert!(is_page_of(&[], "https://evil.example/vip"));
    }

    #[test]
    fn a_place_stands_for_itself_and_what_lies_under_it_and_the_front_page_for_itself() {
        let on = |place: &str, page: &str| is_under(page, place);
        assert!(on("/hinnat", "/hinnat/") && on("/hinnat/", "/hinnat") && on("/hinnat", "https://www.example.fi/hinnat/yritys?x=1"));
        assert!(!on("/hinnat", "/hinnasto") && !on("/hinnat", "/hinnat2") && !on("/hinnat/yritys", "/hinnat"));
        assert!(on("/", "https://www.example.fi") && on("/", "") && !on("/", "/hinnat"));
        assert!(on("/Päiväkoti", "/p%C3%A4iv%c3%a4koti/haku"), "as people read it");
    }

    #[test]
    fn what_people_type_becomes_an_origin() {
        for (typed, meant) in [
            ("https://www.Example.fi/chat?x=1#y", "https://www.example.fi"),
            (" example.fi ", "https://example.fi"),
            ("https://example.fi:443", "https://example.fi"),
            ("http://localhost:8081/", "http://localhost:8081"),
            ("http://127.0.0.1:8082", "http://127.0.0.1:8082"),
            ("https://*.example.fi", "https://*.example.fi"),
            ("https://xn--hmeenlinna-q5a.fi", "https://xn--hmeenlinna-q5a.fi"),
        ] {
            assert_eq!(origin(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn nothing_else_gets_into_the_header() {
        for typed in [
            "",
            "*",
            "https://*",
            "https://*.fi",
            "https://a.*.fi",
            "ftp://example.fi",
            "javascript://example.fi",
            "https://example.fi; script-src *",
            "https://example.fi https://evil.example",
            "https://user@example.fi",
            "https://example.fi:0",
            "https://example.fi:99999",
            "https://exa\nmple.fi",
            "https://hämeenlinna.fi",
            "https://example..fi",
            "'self'",
            "intranet",
        ] {
            assert_eq!(origin(typed), None, "{typed}");
        }
    }

    #[test]
    fn trust_118_a_name_that_only_resembles_a_listed_one_is_not_listed() {
        let websites = ["https://www.example.fi".to_owned(), "https://*.shop.fi".to_owned()];
        for listed in ["https://www.example.fi", "https://a.shop.fi", "https://a.b.shop.fi"] {
            assert!(is_listed(&websites, listed), "{listed}");
        }
        for other in [
            "null",
            "",
            "http://www.example.fi",
            "https://www.example.fi.evil.example",
            "https://evil-www.example.fi",
            "https://www.example.fi:8443",
            "https://shop.fi",
            "https://evilshop.fi",
            "https://.shop.fi",
            "http://a.shop.fi",
            "https://a.shop.fi.evil.example",
        ] {
            assert!(!is_listed(&websites, other), "{other}");
        }
    }
}

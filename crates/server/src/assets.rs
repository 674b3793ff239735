//! The web apps inside the binary. `build.rs` made and compressed the files; here they are only found.

use base64::Engine as _;
use bytes::Bytes;
use rust_embed::RustEmbed;

/// The text (`texts/*/server.ftl`) that a page answers with, as 503, when the binary was built without its apps.
pub const NOT_BUILT: &str = "server-web-not-built";

#[derive(RustEmbed)]
#[folder = "$LUUKKU_WEB_ASSETS"]
struct Files;

/// How the bytes of an [`Asset`] are packed: the value of `Content-Encoding`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// As they are, without the header.
    Plain,
    /// `gzip`
    Gzip,
    /// `br`
    Brotli,
}

impl Encoding {
    /// The value of `Content-Encoding`; none for plain bytes.
    pub fn header(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        }
    }
}

/// What the asker can unpack, besides plain bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Accepts {
    brotli: bool,
    gzip: bool,
}

impl Accepts {
    /// Reads an `Accept-Encoding` header. What it does not name is not accepted.
    pub fn from_header(header: &str) -> Self {
        let named = |wanted: &str| {
            header.split(',').any(|one| {
                let (name, rest) = one.split_once(';').unwrap_or((one, ""));
                let refused = matches!(rest.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
                name.trim().eq_ignore_ascii_case(wanted) && !refused
            })
        };
        Self { brotli: named("br"), gzip: named("gzip") }
    }

    /// Smallest first.
    fn preferred(self) -> impl Iterator<Item = Encoding> {
        let brotli = self.brotli.then_some(Encoding::Brotli);
        let gzip = self.gzip.then_some(Encoding::Gzip);
        brotli.into_iter().chain(gzip).chain([Encoding::Plain])
    }
}

/// One file of the web apps, ready to be sent.
#[derive(Debug, Clone)]
pub struct Asset {
    /// The body, packed as `encoding` says. No copy: it lies in the binary.
    pub bytes: Bytes,
    /// The value of `Content-Type`.
    pub media_type: &'static str,
    /// The value of `ETag`, quotes included; differs between encodings.
    pub etag: String,
    /// The name holds a hash of the content, so the answer may be kept for ever.
    pub immutable: bool,
    /// How `bytes` are packed. Answers vary by `Accept-Encoding` whatever this is.
    pub encoding: Encoding,
}

/// Whether the binary holds its web apps; `LUUKKU_WEB=skip` leaves them out.
pub fn are_built() -> bool {
    !cfg!(web_skipped)
}

/// Finds a file by its address on the desk (`/assets/x.js`, `index.html`), in the smallest form that is accepted.
pub fn find(path: &str, accepts: Accepts) -> Option<Asset> {
    let path = path.trim_start_matches('/');
    // A packed file is a form of another file, not a file of its own.
    if matches!(ending(path), "gz" | "br") {
        return None;
    }
    let plain = Files::get(path)?;
    let (encoding, file) = accepts
        .preferred()
        .find_map(|encoding| Files::get(&format!("{path}{}", encoding.ending())).map(|file| (encoding, file)))
        .unwrap_or((Encoding::Plain, plain));
    let hash = file.metadata.sha256_hash();
    let short = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(hash.split_at(12).0);
    Some(Asset {
        bytes: match file.data {
            std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            std::borrow::Cow::Owned(bytes) => Bytes::from(bytes),
        },
        media_type: media_type(path),
        etag: format!("\"{short}\""),
        immutable: path.starts_with("assets/"),
        encoding,
    })
}

/// The first characters of the hash of a file, for addresses that change when the file does.
pub fn version(path: &str) -> Option<String> {
    let asset = find(path, Accepts::default())?;
    Some(asset.etag.trim_matches('"').to_owned())
}

fn media_type(path: &str) -> &'static str {
    match ending(path) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "wav" => "audio/wav",
        _ => "application/octet-stream",
    }
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    #[cfg_attr(web_skipped, ignore = "built without the web apps")]
    fn the_binary_holds_the_pages_of_the_desk() {
        for page in ["index.html", "frame.html", "widget.js"] {
            let asset = find(page, Accepts::default()).expect(page);
            assert!(!asset.bytes.is_empty());
            assert!(!asset.immutable, "{page} must be asked for again, or nobody gets a new version");
        }
    }

    #[test]
    #[cfg_attr(web_skipped, ignore = "built without the web apps")]
    fn every_script_and_style_that_a_page_names_is_there_and_kept_for_ever() {
        let page = find("index.html", Accepts::default()).unwrap();
        let html = String::from_utf8(page.bytes.to_vec()).unwrap();
        let named: Vec<&str> = html.split('"').filter(|part| part.starts_with("/assets/")).collect();
        assert!(named.len() >= 2, "a script and a style: {html}");
        for path in named {
            assert!(find(path, Accepts::default()).expect(path).immutable);
        }
    }

    #[test]
    #[cfg_attr(web_skipped, ignore = "built without the web apps")]
    fn a_browser_gets_the_smallest_form_it_understands() {
        let form = |header| find("widget.js", Accepts::from_header(header)).unwrap();
        assert_eq!(form("gzip, deflate, br, zstd").encoding, Encoding::Brotli);
        assert_eq!(form("gzip;q=0.5, br;q=0").encoding, Encoding::Gzip);
        assert_eq!(form("identity").encoding, Encoding::Plain);
        assert_ne!(form("br").etag, form("gzip").etag);
        assert!(form("br").bytes.len() < form("").bytes.len());
    }

    #[test]
    #[cfg_attr(web_skipped, ignore = "built without the web apps")]
    fn only_files_of_the_apps_can_be_asked_for() {
        for path in ["widget.js.br", "../Cargo.toml", "/etc/passwd", "assets", "", ".vite/workspace.json"] {
            assert!(find(path, Accepts::default()).is_none(), "{path}");
        }
    }
}

//! The loader in every version that this desk has ever served, for websites that pin one with its hash (trust 115).
//! A pinned address must not stop working with an upgrade, and the binary holds the newest version only: each desk
//! keeps what it serves in `loaders/` of its data folder. The name is a hash of the bytes, so a file never changes.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use sha2::{Digest, Sha384};

use crate::assets::{self, Accepts};
use crate::private;

const LOADER: &str = "widget.js";
/// Letters of a version: 12 bytes in base64url.
const VERSION_LENGTH: usize = 16;

/// The line for a website that loads this version and no other. None when the binary was built without its apps.
pub fn pinned_line(base_url: &str, widget_key: &str) -> Option<String> {
    let version = assets::version(LOADER)?;
    let bytes = assets::find(LOADER, Accepts::default())?.bytes;
    let integrity = integrity(&bytes);
    Some(format!(
        "<script src=\"{base_url}/widget/{version}/widget.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\" \
         data-widget=\"{widget_key}\" async></script>"
    ))
}

/// The hash of a script as browsers check it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Keeps the version in the binary for the time when another one is there.
///
/// # Errors
/// When it cannot be written. The desk can be served all the same.
pub fn keep(data_dir: &Path) -> io::Result<()> {
    let (Some(version), Some(loader)) = (assets::version(LOADER), assets::find(LOADER, Accepts::default())) else { return Ok(()) };
    let path = path(data_dir, &version);
    if path.exists() {
        return Ok(());
    }
    private::make_folder(&data_dir.join("loaders"))?;
    let half = path.with_extension("part");
    private::make_file(&half)?.write_all(&loader.bytes)?;
    fs::rename(half, path)
}

/// An earlier version, if this desk has served it.
pub async fn earlier(data_dir: &Path, version: &str) -> Option<Bytes> {
    // A name and never a path.
    let is_version = version.len() == VERSION_LENGTH && version.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if !is_version {
        return None;
    }
    tokio::fs::read(path(data_dir, version)).await.ok().map(Bytes::from)
}

fn path(data_dir: &Path, version: &str) -> PathBuf {
    data_dir.join("loaders").join(format!("{version}.js"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_browsers_check() {
        // From the specification of Subresource Integrity.
        let known = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), known);
    }

    #[tokio::test]
    async fn trust_115_an_earlier_loader_is_served_by_its_name_and_nothing_else_is() {
        let folder = std::env::temp_dir().join(format!("luukku-loaders-{}", uuid::Uuid::now_v7()));
        fs::create_dir_all(folder.join("loaders")).unwrap();
        fs::write(folder.join("loaders/abcdefgh-_345678.js"), "earlier").unwrap();
        fs::write(folder.join("secret.js"), "secret").unwrap();
        assert_eq!(earlier(&folder, "abcdefgh-_345678").await, Some(Bytes::from_static(b"earlier")));
        for other in ["", "abcdefgh-_345679", "../secret", "../../etc/passwd", "..%2fsecret", "abcdefgh-_345678.js", "/////////secret.j"] {
            assert_eq!(earlier(&folder, other).await, None, "{other}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    #[cfg_attr(web_skipped, ignore = "built without the web apps")]
    fn trust_115_what_is_kept_is_what_is_served() {
        let folder = std::env::temp_dir().join(format!("luukku-loaders-{}", uuid::Uuid::now_v7()));
        fs::create_dir(&folder).unwrap();
        for _ in 0..2 {
            keep(&folder).unwrap();
        }
        let version = assets::version(LOADER).unwrap();
        let kept = fs::read(path(&folder, &version)).unwrap();
        let line = pinned_line("https://desk.example.fi", "KEY").unwrap();
        assert!(line.contains(&format!("/widget/{version}/widget.js")) && line.contains(&integrity(&kept)), "{line}");
        assert_eq!(version.len(), VERSION_LENGTH);
        fs::remove_dir_all(folder).unwrap();
    }
}

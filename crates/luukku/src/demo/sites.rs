//! The two websites on which the demo's customers meet the widget. Plain files; only two words in them are filled in.

/// A file of a demo website.
#[derive(Clone, Copy, Debug)]
pub struct SiteFile {
    /// As in `Content-Type`.
    pub media_type: &'static str,
    text: &'static str,
}

impl SiteFile {
    /// The file with the address of the desk (without a slash at its end) and the key of the client's widget in it.
    pub fn filled(self, desk: &str, widget: &str) -> String {
        self.text.replace("{{desk}}", desk).replace("{{widget}}", widget)
    }
}

/// The file at `path` (`/` is the front page) on the website of the client with the key `client`.
pub fn file(client: &str, path: &str) -> Option<SiteFile> {
    let name = path.strip_prefix('/')?;
    let name = if name.is_empty() { "index.html" } else { name };
    let files: &[(&str, &'static str)] = match client {
        "koskela" => &KOSKELA,
        "havuvaara" => &HAVUVAARA,
        _ => return None,
    };
    let text = files.iter().find(|(file, _)| *file == name).map(|(_, text)| *text)?;
    let is_style = name.rsplit_once('.').is_some_and(|(_, kind)| kind == "css");
    let media_type = if is_style { "text/css; charset=utf-8" } else { "text/html; charset=utf-8" };
    Some(SiteFile { media_type, text })
}

macro_rules! site {
    ($folder:literal, $($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../demo/sites/", $folder, "/", $name)))),+]
    };
}

const KOSKELA: [(&str, &str); 13] = site!(
    "koskela",
    "koskela.css",
    "index.html",
    "kirjautuminen.html",
    "tulostaminen.html",
    "etayhteys.html",
    "sv.html",
    "inloggning.html",
    "utskrift.html",
    "distansanslutning.html",
    "en.html",
    "signing-in.html",
    "printing.html",
    "remote-access.html",
);

const HAVUVAARA: [(&str, &str); 10] = site!(
    "havuvaara",
    "havuvaara.css",
    "index.html",
    "kaarna-2.html",
    "toimitus-ja-palautus.html",
    "sv.html",
    "kaarna-2-sv.html",
    "leverans-och-retur.html",
    "en.html",
    "kaarna-2-en.html",
    "delivery-and-returns.html",
);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use super::*;
    use crate::demo::content;

    fn sites() -> [(&'static str, &'static [(&'static str, &'static str)]); 2] {
        [("koskela", &KOSKELA), ("havuvaara", &HAVUVAARA)]
    }

    /// What stands between each `before` and the next `"` in `text`.
    fn quoted<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
        text.split(before).skip(1).map(|rest| rest.split('"').next().unwrap())
    }

    /// Whether `link` (`page.html#place`) leads to a page of `client` and to a place on it; `from` is the page it is on.
    fn leads_somewhere(client: &str, from: &str, link: &str) -> bool {
        let (page, place) = link.split_once('#').unwrap_or((link, ""));
        let page = if page.is_empty() { from } else { page };
        file(client, &format!("/{page}")).is_some_and(|file| place.is_empty() || file.text.contains(&format!("id=\"{place}\"")))
    }

    #[test]
    fn every_page_carries_the_widget_and_says_its_language() {
        for (client, files) in sites() {
            for (name, _) in files.iter().filter(|(name, _)| *name != format!("{client}.css")) {
                let text = file(client, &format!("/{name}")).unwrap().filled("http://127.0.0.1:7480", "w1");
                assert!(text.contains(r#"<script src="http://127.0.0.1:7480/widget.js" data-widget="w1" data-invite async>"#), "{name}");
                assert!(["fi", "sv", "en"].iter().any(|tag| text.contains(&format!("<html lang=\"{tag}\">"))), "{name}");
                assert_eq!(text.matches("<h1>").count(), 1, "{name}");
                assert!(!text.contains("{{") && !text.contains("style="), "{name}");
            }
        }
    }

    #[test]
    fn every_link_on_a_page_leads_to_a_page_of_its_site() {
        for (client, files) in sites() {
            for (name, text) in files {
                for link in quoted(text, "href=\"").filter(|link| !link.starts_with("data:")) {
                    assert!(leads_somewhere(client, name, link), "{client}/{name} → {link}");
                }
            }
        }
    }

    #[test]
    fn conversations_begin_on_pages_that_exist_and_send_people_to_places_that_exist() {
        let content = content::load(|client| format!("\"site:{client}")).unwrap();
        let said = content
            .conversations
            .iter()
            .map(|one| (&one.client, &one.start_page, one.turns.iter().map(|turn| turn.text.as_str()).collect::<Vec<_>>()));
        let scripts = content
            .scripts
            .iter()
            .map(|script| (&script.client, &script.start_page, script.turns.iter().map(|line| line.text.as_str()).collect()));
        let mut links = 0;
        for (client, start_page, texts) in said.chain(scripts) {
            assert!(file(client, start_page).is_some(), "{client}{start_page}");
            let marker = format!("\"site:{client}/");
            for rest in texts.iter().flat_map(|text| text.split(marker.as_str()).skip(1)) {
                let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && !"-.#".contains(sign)).unwrap_or(rest.len());
                let link = rest[..end].trim_end_matches('.');
                assert!(leads_somewhere(client, "", link), "{client}: {link}");
                links += 1;
            }
        }
        assert!(links >= 8);
    }

    #[test]
    fn the_front_page_is_at_the_root_and_nothing_else_is_served() {
        assert!(file("koskela", "/").unwrap().text.contains("<html lang=\"fi\">"));
        assert_eq!(file("havuvaara", "/havuvaara.css").unwrap().media_type, "text/css; charset=utf-8");
        for (client, path) in [("koskela", "/../organisation.toml"), ("koskela", "index.html"), ("luukku", "/")] {
            assert!(file(client, path).is_none(), "{client}{path}");
        }
    }
}

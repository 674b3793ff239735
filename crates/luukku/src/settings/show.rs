//! `luukku config show`: what holds, and who said it. Secrets are not shown.

use std::fmt::Write;

use super::read::Source;
use super::{Given, Settings, limits};

impl Given {
    /// What this source says, and where it says nothing, what `weaker` says.
    #[must_use]
    pub fn or(self, weaker: Self) -> Self {
        Self {
            listen: self.listen.or(weaker.listen),
            base_url: self.base_url.or(weaker.base_url),
            data: self.data.or(weaker.data),
            trusted_proxies: self.trusted_proxies.or(weaker.trusted_proxies),
            log_format: self.log_format.or(weaker.log_format),
            log_level: self.log_level.or(weaker.log_level),
            limits: self.limits.or(weaker.limits),
            // A secret and the file it is in are one setting.
            database_url: self.database_url.clone().or_else(|| weaker.database_url.filter(|_| self.database_url_file.is_none())),
            database_url_file: self.database_url_file.or_else(|| weaker.database_url_file.filter(|_| self.database_url.is_none())),
            metrics_token: self.metrics_token.clone().or_else(|| weaker.metrics_token.filter(|_| self.metrics_token_file.is_none())),
            metrics_token_file: self.metrics_token_file.or_else(|| weaker.metrics_token_file.filter(|_| self.metrics_token.is_none())),
        }
    }
}

/// The settings as a TOML file, with who said what.
pub fn show(settings: &Settings, sources: &[(Source, Given)]) -> String {
    let from = |says: fn(&Given) -> bool| {
        let source = sources.iter().find(|(_, given)| says(given));
        source.map_or_else(|| "by default".to_owned(), |(source, _)| format!("from {source}"))
    };
    let proxies: Vec<&String> = sources.iter().find_map(|(_, given)| given.trusted_proxies.as_ref()).into_iter().flatten().collect();
    let lines = [
        ("listen", format!("{:?}", settings.listen.to_string()), from(|given| given.listen.is_some())),
        (
            "base_url",
            settings.base_url.as_ref().map_or_else(|| "(none: where it listens)".to_owned(), |url| format!("{url:?}")),
            from(|given| given.base_url.is_some()),
        ),
        ("data", format!("{:?}", settings.data.display().to_string()), from(|given| given.data.is_some())),
        (
            "database_url",
            settings.database_url.as_ref().map_or_else(|| "(none: SQLite in the data folder)".to_owned(), |url| format!("{url:?}")),
            from(|given| given.database_url.is_some() || given.database_url_file.is_some()),
        ),
        ("trusted_proxies", format!("{proxies:?}"), from(|given| given.trusted_proxies.is_some())),
        (
            "metrics_token",
            settings.metrics_token.as_ref().map_or_else(|| "(none)".to_owned(), |token| format!("{token:?}")),
            from(|given| given.metrics_token.is_some() || given.metrics_token_file.is_some()),
        ),
        ("log_format", format!("{:?}", settings.log_format.to_string()), from(|given| given.log_format.is_some())),
        ("log_level", format!("{:?}", settings.log_level.to_string()), from(|given| given.log_level.is_some())),
    ];
    let lines = lines.into_iter().fold(String::new(), |mut text, (name, value, source)| {
        // What is not shown is no value, so that the answer cannot be taken for a file of settings.
        let mark = if value.starts_with('(') { "# " } else { "" };
        // Writing to a string does not fail.
        let _ = writeln!(text, "{mark}{name} = {value}  # {source}");
        text
    });
    lines + &limits::show(&settings.limits, &from(|given| given.limits.is_some()))
}

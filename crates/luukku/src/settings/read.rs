//! The three sources, and how a mistake in one of them is told.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, MapDeserializer};

use super::Given;

/// Begins every variable of the environment that is a setting.
const PREFIX: &str = "LUUKKU_";
/// Names the file.
const CONFIG: &str = "LUUKKU_CONFIG";

/// Variables with the same beginning that only building and testing look at. They are in the environment of whoever
/// starts a desk from the sources, and are no settings.
const NOT_SETTINGS: [&str; 8] = [
    "LUUKKU_BINARY",
    "LUUKKU_CHROMIUM",
    "LUUKKU_DESK",
    "LUUKKU_TEST_POSTGRES",
    "LUUKKU_TEST_ROUNDS",
    "LUUKKU_WEB",
    "LUUKKU_WEB_ASSETS",
    "LUUKKU_WEB_OUT",
];

/// A setting that cannot be used. The sentence never holds the value of a secret.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake(String);

impl Mistake {
    /// `name` and what is wrong with it.
    pub fn new(name: &str, what: impl fmt::Display) -> Self {
        Self(format!("{name} {what}"))
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Mistake {}

/// What `flags`, the environment and the file say together. `config` is the file of the command line.
///
/// # Errors
/// The first mistake, with the place where it stands.
pub fn read(
    flags: &Given,
    config: Option<&Path>,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Vec<(Source, Given)>, Mistake> {
    let variables: Vec<(String, String)> = environment.into_iter().filter(|(name, _)| name.starts_with(PREFIX)).collect();
    let named = variables.iter().find(|(name, _)| name == CONFIG).map(|(_, path)| PathBuf::from(path));
    let mut sources = vec![(Source::Flags, flags.clone()), (Source::Environment, from_environment(variables)?)];
    if let Some(path) = config.map(Path::to_owned).or(named) {
        let given = from_file(&path)?;
        sources.push((Source::File(path), given));
    }
    Ok(sources)
}

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The command line.
    Flags,
    /// The environment.
    Environment,
    /// The file.
    File(PathBuf),
}

impl fmt::Display for Source {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flags => to.write_str("the command line"),
            Self::Environment => to.write_str("the environment"),
            Self::File(path) => write!(to, "{}", path.display()),
        }
    }
}

fn from_file(path: &Path) -> Result<Given, Mistake> {
    let text =
        std::fs::read_to_string(path).map_err(|error| Mistake::new(&path.display().to_string(), format!("cannot be read: {error}")))?;
    // The library's own message shows the line, and the line may hold a secret.
    toml::from_str(&text).map_err(|error| {
        let line = error.span().and_then(|span| text.get(..span.start)).map_or(1, |before| before.matches('\n').count() + 1);
        Mistake(format!("{}, line {line}: {}", path.display(), error.message()))
    })
}

fn from_environment(variables: Vec<(String, String)>) -> Result<Given, Mistake> {
    let mut given = Vec::new();
    for (name, value) in variables {
        if name == CONFIG || NOT_SETTINGS.contains(&name.as_str()) {
            continue;
        }
        let setting = name.strip_prefix(PREFIX).unwrap_or(&name).to_lowercase();
        if setting == "limits" {
            return Err(Mistake::new(&name, "is a table of several settings: set it in a file, and name that with LUUKKU_CONFIG"));
        }
        // Each by itself first, so that a mistake has its name.
        one(setting.clone(), value.clone()).map_err(|error| told(&name, &error))?;
        given.push((setting, value));
    }
    let all = given.into_iter().map(|(setting, value)| (setting, Words(value)));
    Given::deserialize(MapDeserializer::<_, ValueError>::new(all)).map_err(|error| Mistake(error.to_string()))
}

fn one(setting: String, value: String) -> Result<Given, ValueError> {
    Given::deserialize(MapDeserializer::<_, ValueError>::new(std::iter::once((setting, Words(value)))))
}

fn told(name: &str, error: &ValueError) -> Mistake {
    let error = error.to_string();
    if !error.starts_with("unknown field") {
        return Mistake(format!("the environment variable {name}: {error}"));
    }
    let known = error.split_once("expected one of ").map_or_else(String::new, |(_, known)| known.replace('`', ""));
    // A table has no place in one variable.
    let known: Vec<String> =
        known.split(", ").filter(|known| *known != "limits").map(|known| format!("{PREFIX}{}", known.to_uppercase())).collect();
    Mistake(format!("the environment variable {name} is not a setting. There are {CONFIG}, {}", known.join(", ")))
}

/// The text of a variable: itself, one of a few words, or a list with commas, as the setting asks for it.
struct Words(String);

impl IntoDeserializer<'_, ValueError> for Words {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> serde::Deserializer<'de> for Words {
    type Error = ValueError;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_string(self.0)
    }

    fn deserialize_option<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: serde::de::Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        let parts: Vec<String> = self.0.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
        visitor.visit_seq(serde::de::value::SeqDeserializer::new(parts.into_iter()))
    }

    fn deserialize_enum<V: serde::de::Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct map struct identifier ignored_any
    }
}

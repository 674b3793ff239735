//! What is known of a customer: a client's own short list of fields, which agents fill so that nobody asks again.

use crate::id::{ClientId, KnownFieldId};
use crate::language::Language;

/// The most fields that one client uses at once: a longer list is not read during a chat.
pub const MOST: usize = 20;
/// The most fields that one client has, retired ones included.
pub const MOST_EVER: usize = 100;
/// The most characters of a field's name.
pub const LONGEST_NAME: usize = 40;
/// The most characters of what is known.
pub const LONGEST_VALUE: usize = 200;

/// A field of a client. What is known in a retired one is kept until somebody takes it out; nothing new comes into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Which.
    pub id: KnownFieldId,
    /// Whose.
    pub client: ClientId,
    /// Its name by language, in the order of [`Language::ALL`]; empty where nobody has given one.
    pub names: [String; 3],
    /// Whether it is out of use.
    pub is_retired: bool,
}

impl Field {
    /// Its name in `language`, as far as there is one.
    pub fn name_in(&self, language: Language) -> &str {
        let of = Language::ALL.iter().zip(&self.names).find(|(one, _)| **one == language);
        of.map_or("", |(_, name)| name.as_str())
    }

    /// Whether `text` may stand in it of a customer of `client`. A retired one takes only the empty text: what nobody may write any
    /// more can still be taken out.
    pub fn takes(&self, client: ClientId, text: &str) -> bool {
        self.client == client && (!self.is_retired || text.is_empty())
    }

    /// Whether two could not be told apart in some language.
    pub fn is_called_like(&self, other: &Self) -> bool {
        self.names.iter().zip(&other.names).any(|(one, other)| !one.is_empty() && one.to_lowercase() == other.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(names: [&str; 3], is_retired: bool) -> Field {
        let nobody = uuid::Uuid::nil();
        Field { id: KnownFieldId(nobody), client: ClientId(nobody), names: names.map(str::to_owned), is_retired }
    }

    #[test]
    fn only_a_field_of_the_customers_own_client_that_is_in_use_takes_anything() {
        let (own, other) = (ClientId(uuid::Uuid::nil()), ClientId(uuid::Uuid::from_u128(1)));
        assert!(field(["Laite", "", ""], false).takes(own, "ThinkPad"));
        assert!(!field(["Laite", "", ""], false).takes(other, "ThinkPad"));
        assert!(!field(["Laite", "", ""], true).takes(own, "ThinkPad"));
    }

    #[test]
    fn what_stands_in_a_retired_field_can_be_taken_out_by_its_own_client_alone() {
        let (own, other) = (ClientId(uuid::Uuid::nil()), ClientId(uuid::Uuid::from_u128(1)));
        assert!(field(["Laite", "", ""], true).takes(own, ""));
        assert!(!field(["Laite", "", ""], true).takes(other, ""));
    }

    #[test]
    fn two_fields_are_alike_when_one_language_cannot_tell_them_apart() {
        let device = field(["Laite", "Apparat", ""], false);
        assert!(device.is_called_like(&field(["laite", "Dator", ""], false)));
        assert!(!device.is_called_like(&field(["Kone", "Dator", ""], false)), "no name is not a name");
        assert_eq!(device.name_in(Language::Sv), "Apparat");
    }
}

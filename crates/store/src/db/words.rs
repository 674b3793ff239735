//! How each engine is asked for words: the statement is the same, the question in it is not.

use super::{Engine, Tx};

impl Tx {
    /// What `search_index` is asked for: entries that have every one of `beginnings` at the start of a word with one and the
    /// same of `tags`, each of which is there once. Tags and beginnings are letters and digits, so nothing in them means anything to an engine.
    pub(crate) fn words_question(&self, tags: &[String], beginnings: &[String]) -> String {
        question(self.engine(), tags, beginnings)
    }
}

fn question(engine: Engine, tags: &[String], beginnings: &[String]) -> String {
    let (and, or) = match engine {
        Engine::Sqlite => (" AND ", " OR "),
        Engine::Postgres => (" & ", " | "),
    };
    let word = |tag: &str, beginning: &String| match engine {
        Engine::Sqlite => format!("\"{tag}{beginning}\"*"),
        Engine::Postgres => format!("'{tag}{beginning}':*"),
    };
    let all = |tag: &String| format!("({})", beginnings.iter().map(|one| word(tag, one)).collect::<Vec<_>>().join(and));
    tags.iter().map(all).collect::<Vec<_>>().join(or)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_asked_for_with_one_tag() {
        let (tags, asked) = (["aaaac".to_owned(), "bbbbc".to_owned()], ["las".to_owned(), "tu".to_owned()]);
        let lite = question(Engine::Sqlite, &tags, &asked);
        assert_eq!(lite, r#"("aaaaclas"* AND "aaaactu"*) OR ("bbbbclas"* AND "bbbbctu"*)"#);
        let postgres = question(Engine::Postgres, &tags, &asked);
        assert_eq!(postgres, "('aaaaclas':* & 'aaaactu':*) | ('bbbbclas':* & 'bbbbctu':*)");
    }
}

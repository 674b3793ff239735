//! Words that only thank. Somebody who writes "kiitos!" after an answer does not ask for anything more, so a solved
//! case stays solved. Anything that might be a question or news must not be taken for thanks: a customer who is not
//! heard is worse than a case that is opened once too often.

/// Longer than this is never only thanks.
const MOST_WORDS: usize = 16;

/// Words that thank, in the three languages and as people really spell them.
#[rustfmt::skip]
const THANKS: &[&str] = &[
    "kiitos", "kiitoksia", "kiitokset", "kiitän", "kiitämme", "kiitti", "kiitii", "kiittis", "kiits", "kitos", "kiitosta", "kiitosss",
    "tack", "tackar", "tackåtack", "tackade", "taack",
    "thanks", "thank", "thanx", "thx", "thnx", "tnx", "tx", "ty", "tysm", "cheers", "ta", "grateful", "appreciate", "appreciated", "kudos", "obliged", "kiitoos", "tacksam",
];

/// Signs that thank by themselves.
const THANKING_SIGNS: [char; 10] = ['🙏', '👍', '❤', '🧡', '💛', '💚', '💙', '💜', '🩷', '🤍'];

/// Signs that say that something is not well, whatever the words say.
const UNHAPPY_SIGNS: [char; 12] = ['👎', '😡', '😠', '🤬', '😢', '😞', '😟', '🙁', '☹', '😒', '😤', '🤔'];

/// What people put around their thanks: how much, for what, greetings, wishes, "it works".
#[rustfmt::skip]
const AROUND: &[&str] = &[
    // Finnish
    "paljon", "tosi", "todella", "erittäin", "hirveästi", "kovasti", "suuret", "suuri", "iso", "isot", "valtavasti", "kauniisti",
    "kauheasti", "kaunis", "lämmin", "lämpimät", "lämpimästi", "vielä", "kerran", "sinulle", "sulle", "teille", "kaikille", "kaikesta",
    "avusta", "avustasi", "avustanne", "neuvosta", "neuvoista", "neuvosi", "vastauksesta", "vastauksestasi", "tiedosta",
    "tiedoista", "ohjeesta", "ohjeista", "palvelusta", "palvelu", "nopeasta", "nopea", "hyvästä", "ystävällisestä", "mukavasta", "loistavasta",
    "hei", "heippa", "heihei", "moi", "moikka", "moimoi", "moro", "terve", "terveisin", "näkemiin",
    "hyvää", "mukavaa", "kivaa", "ihanaa", "päivää", "päivänjatkoa", "jatkoa", "päivän", "viikonloppua", "iltaa", "illanjatkoa", "kesää", "syksyä", "talvea",
    "kevättä", "joulua", "vappua", "juhannusta", "viikkoa", "loppuviikkoa", "ok", "okei", "okej", "okay", "selvä", "selvää", "selvisi", "jees", "jes",
    "niin", "oikein", "mahtavaa", "mahtava", "hienoa", "hieno", "loistavaa", "loistava", "ihana", "super", "hyvä", "homma", "juttu", "upeaa", "kiva",
    "toimii", "toimi", "nyt", "auttoi", "onnistui", "samoin", "sitä", "itsellesi", "itsellenne",
    // Swedish
    "så", "mycket", "tusen", "stort", "hemskt", "jättemycket", "för", "snabba", "snabbt", "all", "allt",
    "informationen", "detsamma", "hej", "hejdå", "då", "adjö", "vi", "ses", "ha", "en", "bra", "fin", "trevlig", "dag", "kväll", "helg", "det", "fungerar",
    "nu", "jag", "är", "perfekt", "toppen", "härligt", "jättebra", "snällt", "snälla",
    // English
    "you", "very", "much", "so", "a", "lot", "many", "lots", "for", "the", "your", "quick", "everything",
    "bye", "goodbye", "hi", "hello", "have", "nice", "great", "good", "day", "evening", "weekend", "perfect", "awesome", "it", "works", "worked", "really", "i",
];

/// What is thanked for. Before the thanks the same words are a plea: "svar, tack!", "help, thanks".
#[rustfmt::skip]
const THANKED_FOR: &[&str] = &[
    "apu", "avun", "vastaus", "hjälp", "hjälpen", "svar", "svaret", "igen", "help", "helping", "reply", "answer", "again",
];

/// Whether `text` thanks and says nothing else. A file that came with it is news, whatever the words say: that is for
/// the caller to look at.
///
/// ```
/// assert!(desk::courtesy::is_only_thanks("Kiitos paljon avusta 😊"));
/// assert!(!desk::courtesy::is_only_thanks("Kiitos, mutta ei toimi"));
/// ```
pub fn is_only_thanks(text: &str) -> bool {
    if text.contains(['?', '？', '¿', '؟', '\u{37E}']) || text.contains(UNHAPPY_SIGNS) || text.contains(":(") || text.contains(":-(") {
        return false;
    }
    let mut has_thanked = false;
    let mut count = 0;
    for piece in text.split_whitespace().filter(|piece| !is_smiley(piece)) {
        for word in piece.split(|character: char| !belongs_to_word(character)).filter(|word| !word.is_empty()) {
            count += 1;
            let word = plain(word);
            let is_thanks = THANKS.contains(&word.as_str());
            has_thanked |= is_thanks;
            let is_courtesy = is_thanks || AROUND.contains(&word.as_str()) || (has_thanked && THANKED_FOR.contains(&word.as_str()))
                // Finnish "and", but a Swedish yes where it begins: "ja tack" takes an offer.
                || (word == "ja" && count > 1);
            if count > MOST_WORDS || !is_courtesy {
                return false;
            }
        }
    }
    has_thanked || text.contains(THANKING_SIGNS)
}

fn belongs_to_word(character: char) -> bool {
    character.is_alphanumeric() || is_dots(character)
}

/// Dots and rings written apart from their letter (NFD).
fn is_dots(character: char) -> bool {
    matches!(character, '\u{308}' | '\u{30A}')
}

/// `:)`, `;-D`, `<3`, `xD`: letters and digits that are a face or a heart.
fn is_smiley(piece: &str) -> bool {
    let piece = piece.trim_end_matches(['.', ',', '!']);
    piece == "<3"
        || piece.eq_ignore_ascii_case("xd")
        || (piece.starts_with([':', ';', '=', '8'])
            && piece.chars().count() <= 3
            && piece.ends_with(['D', 'd', 'P', 'p', 'b', '3', 'o', 'O', '*', ')', ']', '}']))
}

/// Lower case, dots and rings put on their letters, and letters that are drawn out for warmth made two at most:
/// "Kiitooooos" is "kiitoos".
fn plain(word: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        let composed = match (letters.last(), letter) {
            (Some('a'), '\u{308}') => Some('ä'),
            (Some('o'), '\u{308}') => Some('ö'),
            (Some('a'), '\u{30A}') => Some('å'),
            _ => None,
        };
        if let Some(composed) = composed {
            letters.pop();
            letters.push(composed);
        } else if !letters.ends_with(&[letter, letter]) {
            letters.push(letter);
        }
    }
    letters.into_iter().collect()
}

//! Prepared replies, as examples.

use desk::language::Language;
use desk::prepared::{LONGEST_NAME, NameRefusal, Part, TemplateRefusal, Variable, name, nameless, parse, write};

/// The text for Kaisa, or for somebody without a name.
fn filled(text: &str, customer: Option<&str>) -> String {
    let parts = parse(text).unwrap();
    let parts = if customer.is_none() { nameless(&parts).unwrap_or(parts) } else { parts };
    let value = |part: &Part| match part {
        Part::Words(words) => words.clone(),
        Part::Value(Variable::CustomerName) => customer.expect("nobody's name was asked for").to_owned(),
        Part::Value(Variable::AgentFirstName) => "Aino".to_owned(),
        Part::Value(Variable::CaseNumber) => "4821".to_owned(),
        Part::Value(Variable::ClientName) => "Havuvaara".to_owned(),
    };
    parts.iter().map(value).collect()
}

#[test]
fn variables_are_filled_and_everything_else_stays() {
    let text = "Hei {asiakas}, täällä {neuvoja}!\n\nAsiasi numero on {asianumero}.\nTerveisin {asiakkuus}";
    let there = "Hei Kaisa, täällä Aino!\n\nAsiasi numero on 4821.\nTerveisin Havuvaara";
    assert_eq!(filled(text, Some("Kaisa")), there);
    assert_eq!(filled("Ei muuttujia: 50 % [x] \\", None), "Ei muuttujia: 50 % [x] \\");
}

#[test]
fn without_a_name_the_sentence_is_still_right() {
    for (text, left) in [
        ("Hei {asiakas}!", "Hei!"),
        ("Hei {asiakas}, katson tätä.", "Hei, katson tätä."),
        ("Hei {asiakas} ja kiitos.", "Hei ja kiitos."),
        ("Kiitos, {asiakas}!", "Kiitos!"),
        ("Kiitos, {asiakas}, odotuksesta.", "Kiitos, odotuksesta."),
        ("{asiakas}, kiitos viestistä.", "Kiitos viestistä."),
        ("Selvä. {asiakas}, katson heti.", "Selvä. Katson heti."),
        ("Hei!\n{asiakas}, odotatko hetken?", "Hei!\nOdotatko hetken?"),
        ("{asiakas}!\nÄlä huoli.", "Älä huoli."),
        ("Hej {kund} 🙂", "Hej 🙂"),
        ("Thank you {customer}", "Thank you"),
        ("{customer}", ""),
        ("{customer} {customer}, élan", "Élan"),
        ("Hei {asiakas}! Täällä {neuvoja}. Kiitos, {asiakas}.", "Hei! Täällä Aino. Kiitos."),
        ("{neuvoja} ja {asiakas}", "Aino ja"),
    ] {
        assert_eq!(filled(text, None), left, "{text}");
    }
}

#[test]
fn a_text_that_needs_no_name_is_the_same_for_everybody() {
    assert_eq!(nameless(&parse("Terveisin {neuvoja}").unwrap()), None);
}

#[test]
fn an_unknown_variable_is_refused_by_its_name() {
    for (text, unknown) in [("Hei {nimi}!", "{nimi}"), ("{}", "{}"), ("{asiakas }{asiakkaan nimi}", "{asiakkaan nimi}")] {
        assert_eq!(parse(text), Err(TemplateRefusal::UnknownVariable(unknown.to_owned())), "{text}");
    }
}

#[test]
fn a_brace_without_its_other_half_is_refused() {
    for text in ["Hei {asiakas!", "Hei asiakas}!", "{", "}", "{{asiakas}}", "{asiakas\n}", "{asiakas}}"] {
        assert_eq!(parse(text), Err(TemplateRefusal::LoneBrace), "{text}");
    }
}

#[test]
fn variables_may_be_written_in_any_language_and_are_kept_in_that_of_the_text() {
    let parts = parse("{ Asiakas } {RÅDGIVARE} {case-number} {client}").unwrap();
    assert_eq!(write(&parts, Language::Fi), "{asiakas} {neuvoja} {asianumero} {asiakkuus}");
    assert_eq!(write(&parts, Language::Sv), "{kund} {rådgivare} {ärendenummer} {kundorganisation}");
    assert_eq!(write(&parts, Language::En), "{customer} {agent} {case-number} {client}");
}

#[test]
fn no_word_names_two_variables() {
    for language in Language::ALL {
        for variable in Variable::ALL {
            assert_eq!(parse(&variable.written(language)), Ok(vec![Part::Value(variable)]));
        }
    }
}

#[test]
fn a_name_is_one_word_in_small_letters() {
    assert_eq!(name(" /Tervehdys "), Ok("tervehdys".to_owned()));
    assert_eq!(name("Återbetalning-2"), Ok("återbetalning-2".to_owned()));
    assert_eq!(name(" / "), Err(NameRefusal::Empty));
    assert_eq!(name("kaksi sanaa"), Err(NameRefusal::NotOneWord));
    assert_eq!(name("a/b"), Err(NameRefusal::NotOneWord));
    assert_eq!(name(&"ö".repeat(LONGEST_NAME)), Ok("ö".repeat(LONGEST_NAME)));
    assert_eq!(name(&"ö".repeat(LONGEST_NAME + 1)), Err(NameRefusal::TooLong));
}

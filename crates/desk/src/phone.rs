//! Telephone numbers as people write them, and as the desk keeps them (E.164: `+358401234567`).
//!
//! Lenient: what can be called is taken. Refused are numbers that nobody can be called at, short and emergency numbers,
//! and numbers whose call costs more than a call.

use crate::hours::Country;

/// The longest number there is (E.164), and the longest that anybody writes with spaces and brackets.
const MOST_DIGITS: usize = 15;
const LONGEST: usize = 40;
/// With its country code; shorter ones are services of a network.
const LEAST_DIGITS: usize = 8;

/// Why a number is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneRefusal {
    /// It is no telephone number.
    NotANumber,
    /// An emergency number, or a short number of a network.
    Short,
    /// A call to it costs more than a call.
    Premium,
}

/// What calls of these begin with, after the country code: Finland (Traficom's numbering: 0600, 0700 and the service numbers 010,
/// 020, 029, 030, 039, 0606, 071, 073, 075 are at most corporate; of these only 0600, 0606 and 0700 cost more), Sweden
/// (PTS: 0900, 0939, 0944), Norway (Nkom: 82), Denmark (90), Estonia (900), Germany (0900, 0137), United Kingdom (09, 087),
/// the North American plan (900, 976), France (089), the Netherlands (0900), the international
/// shared-cost and premium codes (808, 979), and satellites and ships (870, 881–883).
const PREMIUM: [&str; 42] = [
    "358600", "358606", "358700", "46900", "46939", "46944", "4782", "4590", "372900", "49900", "49137", "449", "4487", "1900", "1976",
    "3389", "979", "808", "31900", "870", "881", "882", "883", "358118", "46118", "43900", "43930", "41900", "41901", "41906", "39899",
    "39892", "34803", "34806", "34807", "32900", "48700", "37190", "370900", "878", "888", "7809",
];

/// Emergency numbers are refused whatever is written after them.
const EMERGENCY: [&str; 4] = ["358112", "46112", "372112", "1911"];

/// Whose numbers are written without a country code where a client's clock shows `time_zone`.
pub fn home(time_zone: &str) -> Country {
    if time_zone == "Europe/Stockholm" { Country::Sweden } else { Country::Finland }
}

/// The number in the form in which it is kept, written by somebody whose telephone is in `home`.
///
/// # Errors
/// Why it is not taken.
pub fn normalised(written: &str, home: Country) -> Result<String, PhoneRefusal> {
    if written.len() > LONGEST {
        return Err(PhoneRefusal::NotANumber);
    }
    let digits = international(written.trim(), home)?;
    if PREMIUM.iter().any(|begins| digits.starts_with(begins)) {
        return Err(PhoneRefusal::Premium);
    }
    if digits.len() < LEAST_DIGITS || EMERGENCY.iter().any(|begins| digits.starts_with(begins)) {
        return Err(PhoneRefusal::Short);
    }
    if digits.len() > MOST_DIGITS || digits.starts_with('0') {
        return Err(PhoneRefusal::NotANumber);
    }
    Ok(format!("+{digits}"))
}

/// The digits that a kept number is found by: with its country code, and as it is written within the countries where desks are.
pub fn found_by(phone: &str) -> Vec<String> {
    let digits = phone.trim_start_matches('+');
    let within = ["358", "46"].iter().filter_map(|code| digits.strip_prefix(code)).map(|rest| format!("0{rest}"));
    std::iter::once(digits.to_owned()).chain(within).filter(|one| one.len() > 1).collect()
}

/// The fewest digits that are looked for as those of a number.
const FEWEST_ASKED: usize = 5;

/// The digits that somebody looks for who writes a number, or its beginning, in whatever way; none for what is no number.
pub fn looked_for(typed: &str) -> Option<String> {
    let typed = typed.trim().replace("(0)", "");
    let rest = typed.strip_prefix('+').unwrap_or(&typed);
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if typed.len() > LONGEST || digits.len() < FEWEST_ASKED || !rest.chars().all(is_of_a_number) {
        return None;
    }
    let abroad = if typed.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let asked = abroad.map_or(digits.clone(), |abroad| without_trunk_zero(abroad.to_owned()));
    (asked.len() >= FEWEST_ASKED).then_some(asked)
}

fn is_of_a_number(sign: char) -> bool {
    sign.is_ascii_digit() || " -()./\u{a0}\u{2011}\u{2013}".contains(sign)
}

/// All digits, from the country code on.
fn international(written: &str, home: Country) -> Result<String, PhoneRefusal> {
    // +358 (0)40 …: the zero is for calls within the country.
    let written = written.replace("(0)", "");
    let (plus, rest) = written.strip_prefix('+').map_or((false, written.as_str()), |rest| (true, rest));
    if !rest.chars().all(is_of_a_number) {
        return Err(PhoneRefusal::NotANumber);
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Err(PhoneRefusal::NotANumber);
    }
    let code = match home {
        Country::Finland => "358",
        Country::Sweden => "46",
    };
    if plus {
        return Ok(without_trunk_zero(digits));
    }
    // 00 goes abroad from everywhere in Europe; 990 and 999 went from Finland.
    if let Some(abroad) = digits.strip_prefix("00") {
        return Ok(without_trunk_zero(abroad.to_owned()));
    }
    match digits.strip_prefix('0') {
        Some(national) => Ok(without_trunk_zero(format!("{code}{national}"))),
        // 358401234567 is often written without its plus.
        None if digits.starts_with(code) && digits.len() > LEAST_DIGITS => Ok(without_trunk_zero(digits)),
        None if digits.len() < LEAST_DIGITS => Err(PhoneRefusal::Short),
        None => Err(PhoneRefusal::NotANumber),
    }
}

/// Whose numbers have no zero after the country code, which is said for calls within the country: +358 040… is said by many.
const TRUNKED: [&str; 18] =
    ["358", "46", "47", "45", "44", "49", "31", "32", "33", "34", "41", "43", "48", "353", "370", "371", "372", "354"];

fn without_trunk_zero(digits: String) -> String {
    let code = TRUNKED.iter().find(|code| digits.starts_with(**code));
    code.and_then(|code| Some(format!("{code}{}", digits.strip_prefix(code)?.trim_start_matches('0')))).unwrap_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_finland(written: &str) -> Result<String, PhoneRefusal> {
        normalised(written, Country::Finland)
    }

    #[test]
    fn finnish_numbers_are_taken_however_they_are_written() {
        for written in [
            "040 123 4567",
            "0401234567",
            "+358 40 123 4567",
            "+358 (0)40 1234567",
            "+358 040 123 4567",
            "00358-40-1234567",
            "358401234567",
            "358 040 123 4567",
        ] {
            assert_eq!(in_finland(written).as_deref(), Ok("+358401234567"), "{written}");
        }
        assert_eq!(in_finland("09 310 1691").as_deref(), Ok("+35893101691"));
        assert_eq!(in_finland("029 553 9000").as_deref(), Ok("+358295539000"));
    }

    #[test]
    fn numbers_of_other_countries_are_taken_with_their_country_code() {
        assert_eq!(in_finland("+46 70 123 45 67").as_deref(), Ok("+46701234567"));
        assert_eq!(in_finland("00 372 5123 4567").as_deref(), Ok("+37251234567"));
        assert_eq!(in_finland("+1 (212) 555-0123").as_deref(), Ok("+12125550123"));
        assert_eq!(in_finland("+44 20 7946 0018").as_deref(), Ok("+442079460018"));
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let found_by = found_by("+358401234567");
        for typed in ["040 123 4567", "+358401234567", "+358 (0)40 123", "00358-40-1234567", "0401234567", "358 40 12", "+358 040 123 4567"]
        {
            let asked = looked_for(typed).unwrap_or_default();
            assert!(!asked.is_empty() && found_by.iter().any(|one| one.starts_with(&asked)), "{typed}");
        }
        for none in ["4821", "+35800000", "2 hinta 40 e", "aino@esim.fi", "", "+", "040 1"] {
            assert_eq!(looked_for(none), None, "{none}");
        }
    }

    #[test]
    fn a_number_without_a_country_code_is_of_the_country_where_the_desk_is() {
        assert_eq!((home("Europe/Helsinki"), home("Europe/Stockholm")), (Country::Finland, Country::Sweden));
        assert_eq!(normalised("070-123 45 67", Country::Sweden).as_deref(), Ok("+46701234567"));
    }

    #[test]
    fn nobody_is_called_at_an_emergency_or_short_number() {
        for written in
            ["112", "911", "118", "+358 112", "10020", "116117", "0112 1234", "+358 0112 12345", "358 0112 12345", "+46 112 12345"]
        {
            assert_eq!(in_finland(written), Err(PhoneRefusal::Short), "{written}");
        }
    }

    #[test]
    fn nobody_is_called_at_a_number_that_costs_more() {
        for written in [
            "0600 12345",
            "0700 123 456",
            "+358 600 12345",
            "358 0600 12345",
            "+46 900 123 4567",
            "+44 9011 234567",
            "+1 900 555 0123",
            "0606 12345",
            "+881 6 1234 5678",
        ] {
            assert_eq!(in_finland(written), Err(PhoneRefusal::Premium), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_taken() {
        let long = "0".repeat(1_000_000);
        for written in [
            "",
            " ",
            "soittakaa",
            "040 123 4567; rm -rf",
            "<b>040",
            "+",
            "131052-308T",
            "040,1234567",
            "+000000000",
            &long,
            "99999999999999999999",
        ] {
            assert_eq!(in_finland(written), Err(PhoneRefusal::NotANumber), "{}", written.chars().take(30).collect::<String>());
        }
    }

    #[test]
    fn a_kept_number_is_kept_as_it_is() {
        for kept in ["+358401234567", "+46701234567", "+12125550123"] {
            assert_eq!(in_finland(kept).as_deref(), Ok(kept));
        }
    }
}

//! A client's own colour, which words must be readable on (WCAG 2.2, 1.4.3: at least 4.5 to 1).

/// A colour of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The ink of ordinary text, `--text` of the light theme.
const INK: Colour = Colour { red: 0x0f, green: 0x1e, blue: 0x22 };
const WHITE: Colour = Colour { red: 0xff, green: 0xff, blue: 0xff };
const BLACK: Colour = Colour { red: 0, green: 0, blue: 0 };
const ENOUGH: f64 = 4.5;

impl Colour {
    /// From `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()))?;
        let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self { red: channel(0)?, green: channel(2)?, blue: channel(4)? })
    }

    /// As `#rrggbb`.
    pub fn to_text(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// Whether white or ordinary text can be read on it.
    pub fn carries_text(self) -> bool {
        contrast(self, WHITE) >= ENOUGH || contrast(self, INK) >= ENOUGH
    }

    /// White or the ink of ordinary text, whichever is read better on it.
    #[must_use]
    pub fn ink(self) -> Self {
        if contrast(self, WHITE) >= contrast(self, INK) { WHITE } else { INK }
    }

    /// The same when it carries text, else the nearest that does: a little darker or a little lighter.
    #[must_use]
    pub fn nearest_that_carries_text(self) -> Self {
        let mixed = (0..=100).flat_map(|percent| [self.mixed(BLACK, percent), self.mixed(WHITE, percent)]);
        mixed.into_iter().find(|colour| colour.carries_text()).unwrap_or(BLACK)
    }

    fn mixed(self, other: Self, percent: u32) -> Self {
        let channel = |own: u8, other: u8| {
            let sum = u32::from(own) * (100 - percent) + u32::from(other) * percent;
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        Self { red: channel(self.red, other.red), green: channel(self.green, other.green), blue: channel(self.blue, other.blue) }
    }

    /// Relative luminance as WCAG defines it, 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (a, b) = (one.luminance(), other.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn black_on_white_is_21_to_1() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 0.001);
    }

    #[test]
    fn a_colour_that_carries_no_text_is_answered_with_the_nearest_that_does() {
        assert!(Colour::parse("#0b5cad").unwrap().carries_text());
        assert!(Colour::parse("#ffd84d").unwrap().carries_text());
        let grey = Colour::parse("#7a7a7a").unwrap();
        assert!(!grey.carries_text());
        let nearest = grey.nearest_that_carries_text();
        assert!(nearest.carries_text());
        let apart = i32::from(nearest.red) - i32::from(grey.red);
        assert!(apart.abs() < 12, "{}", nearest.to_text());
    }

    #[test]
    fn words_on_a_dark_colour_are_white_and_on_a_light_one_dark() {
        let ink = |colour: &str| Colour::parse(colour).unwrap().ink().to_text();
        assert_eq!((ink("#0b5cad").as_str(), ink("#ffd84d").as_str(), ink("#ffcc00").as_str()), ("#ffffff", "#0f1e22", "#0f1e22"));
    }

    #[test]
    fn only_six_hexadecimal_digits_are_a_colour() {
        for wrong in ["", "#fff", "0b5cad", "#0b5cag", "#0b5cad00", "red", "#ää0000"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }
}

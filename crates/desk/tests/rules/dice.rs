//! What the tests of the rules share.

/// A small generator of the same numbers every time (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    /// Begins at `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// One of `choices`.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::try_from(self.below(u64::try_from(choices.len()).unwrap())).unwrap()]
    }

    /// Fills a pattern: `9` becomes a digit, `f` a hexadecimal digit; everything else stays.
    pub fn fill(&mut self, pattern: &str) -> String {
        let mut fill_one = |sign: char| match sign {
            '9' => char::from_digit(u32::try_from(self.below(10)).unwrap(), 10).unwrap(),
            'f' => char::from_digit(u32::try_from(self.below(16)).unwrap(), 16).unwrap(),
            other => other,
        };
        pattern.chars().map(&mut fill_one).collect()
    }
}

/// Up to `longest` pieces out of `pieces`, glued together.
pub fn gibberish(dice: &mut Dice, pieces: &[&str], longest: u64) -> String {
    (0..=dice.below(longest)).map(|_| dice.pick(pieces)).collect()
}

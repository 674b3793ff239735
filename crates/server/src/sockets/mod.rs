//! What open screens are told besides what happens in cases.

pub mod told;

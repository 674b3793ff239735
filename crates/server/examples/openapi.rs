//! Prints the description of the API, for `cargo xtask wire`, which makes the TypeScript of it.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(&server::openapi::text())
}

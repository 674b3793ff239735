//! The `luukku` command.

#[allow(dead_code)] // The demo command is not there yet.
mod demo;

fn main() {}

//! What tests need: databases on both engines, and (with the feature `server`) a whole desk.
//!
//! The store's own tests use this without `server`, so that they build without the edge. With it: [`whole_desk`] (a
//! desk with a clock that the test sets), [`people`] (organisations, clients, agents of every role, visitors) and
//! [`browser`] (asks the desk in-process and keeps cookies).

#[cfg(feature = "server")]
pub mod browser;
pub mod databases;
#[cfg(feature = "server")]
pub mod people;
pub mod postgres_cluster;
#[cfg(feature = "server")]
pub mod rules;
#[cfg(feature = "server")]
pub mod whole_desk;

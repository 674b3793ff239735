//! What tests need: databases on both engines, and (with the feature `server`) a whole desk.
//!
//! The store's own tests use this without `server`, so that they build without the edge.

pub mod databases;
pub mod postgres_cluster;

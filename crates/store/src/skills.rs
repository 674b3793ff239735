//! What agents can know. Who knows what is in [`crate::agents`].

use desk::id::{OrganisationId, SkillId};
use desk::moment::Moment;
use desk::routing::Demand;

use crate::db::{Result, Row, Tx};
use crate::{statements, values};

/// How many skills one organisation may have.
pub const LIMIT: i64 = 200;

/// Something that agents can know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Which.
    pub skill_id: SkillId,
    /// Name.
    pub name: String,
}

statements! {
    // Whoever adds, removes or gives skills is decided one after the other: otherwise two could both be the last that fits, and a
    // person could be given one that is being removed.
    TURN = "update organisations set alive_at_us = alive_at_us where organisation_id = $1";
    LIST = "select skill_id, name from skills where organisation_id = $1 order by name, skill_id limit $2";
    LOAD = "select skill_id, name from skills where organisation_id = $1 and skill_id = $2";
    BY_NAME = "select skill_id, name from skills where organisation_id = $1 and name = $2";
    ADD = "insert into skills (organisation_id, skill_id, name, created_at_us) values ($1, $2, $3, $4) on conflict do nothing";
    RENAME = "update skills set name = $3 where organisation_id = $1 and skill_id = $2";
    REMOVE = "delete from skills where organisation_id = $1 and skill_id = $2";
}

/// Makes whoever else adds, removes or gives skills wait until this unit ends. Taken before the rows of agents.
pub async fn take_turn(tx: &mut Tx, organisation: OrganisationId) -> Result<()> {
    tx.execute(TURN, values![organisation]).await?;
    Ok(())
}

/// Every skill, by name.
pub async fn list(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Skill>> {
    tx.rows(LIST, values![organisation, LIMIT]).await?.iter().map(read).collect()
}

/// One skill.
pub async fn load(tx: &mut Tx, organisation: OrganisationId, skill: SkillId) -> Result<Option<Skill>> {
    tx.row(LOAD, values![organisation, skill]).await?.as_ref().map(read).transpose()
}

/// The skill of this name.
pub async fn by_name(tx: &mut Tx, organisation: OrganisationId, name: &str) -> Result<Option<Skill>> {
    tx.row(BY_NAME, values![organisation, name]).await?.as_ref().map(read).transpose()
}

/// Stores a new one. False when the id or the name is taken.
pub async fn add(tx: &mut Tx, organisation: OrganisationId, new: &Skill, at: Moment) -> Result<bool> {
    Ok(tx.execute(ADD, values![organisation, new.skill_id, &new.name, at]).await? == 1)
}

/// Stores another name, which must be free. False when there is no such skill.
pub async fn rename(tx: &mut Tx, organisation: OrganisationId, skill: &Skill) -> Result<bool> {
    Ok(tx.execute(RENAME, values![organisation, skill.skill_id, &skill.name]).await? == 1)
}

/// Removes one; harmless when it is gone. Nothing needs it any more.
pub async fn remove(tx: &mut Tx, organisation: OrganisationId, skill: SkillId) -> Result<()> {
    tx.execute(REMOVE, values![organisation, skill]).await?;
    Ok(())
}

/// What a contact needs without a skill that has been removed since: nobody waits for what nobody can know.
pub(crate) async fn still_there(tx: &mut Tx, organisation: OrganisationId, demand: Demand) -> Result<Demand> {
    let Some(skill) = demand.skill else { return Ok(demand) };
    let there = load(tx, organisation, skill).await?;
    Ok(Demand { skill: there.map(|there| there.skill_id), ..demand })
}

fn read(row: &Row) -> Result<Skill> {
    Ok(Skill { skill_id: row.get(0)?, name: row.get(1)? })
}

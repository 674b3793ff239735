//! The rules of clients about what their contacts need, in their order.

use desk::id::{ClientId, OrganisationId};
use desk::routing::rules::{Asks, CustomerIs, PageIs, Rule, When};

use crate::db::{Failure, Result, Row, Tx};
use crate::{statements, stored, values};

/// How many rules of a client are read: [`desk::routing::rules::MOST`], and a few more.
const LIMIT: i64 = 60;

statements! {
    OF_CLIENT = "select rule_id, name, languages, page_how, page, customer, level, skill_id, priority, team_id, categories from routing_rules
                  where organisation_id = $1 and client_id = $2 order by place, rule_id limit $3";
    ADD = "insert into routing_rules (organisation_id, rule_id, client_id, place, name, languages, page_how, page, customer, level,
            skill_id, priority, team_id, categories) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing";
    REMOVE_ALL = "delete from routing_rules where organisation_id = $1 and client_id = $2";
}

/// A client's rules in their order.
pub async fn of_client(tx: &mut Tx, organisation: OrganisationId, client: ClientId) -> Result<Vec<Rule>> {
    tx.rows(OF_CLIENT, values![organisation, client, LIMIT]).await?.iter().map(read).collect()
}

/// Stores these rules in the place of those that the client has. False when an id is taken by another client's rule: roll back then.
pub async fn put(tx: &mut Tx, organisation: OrganisationId, client: ClientId, rules: &[Rule]) -> Result<bool> {
    tx.execute(REMOVE_ALL, values![organisation, client]).await?;
    for (place, rule) in (1_i64..).zip(rules) {
        let Rule { id, name, when, asks } = rule;
        let (how, page) = match &when.page {
            None => (None, None),
            Some(PageIs::Under(path)) => (Some("under"), Some(path.clone())),
            Some(PageIs::Containing(part)) => (Some("containing"), Some(part.clone())),
        };
        let values = values![
            organisation,
            *id,
            client,
            place,
            name,
            stored::texts(&when.languages),
            how,
            page,
            when.customer.map(stored::text),
            asks.level.map(i64::from),
            asks.skill,
            asks.priority,
            asks.team,
            stored::ids(&when.categories)
        ];
        if tx.execute(ADD, values).await? != 1 {
            return Ok(false);
        }
    }
    Ok(true)
}

fn read(row: &Row) -> Result<Rule> {
    let page = match (row.get::<Option<String>>(3)?.as_deref(), row.get::<Option<String>>(4)?) {
        (None, _) => None,
        (Some("under"), Some(path)) => Some(PageIs::Under(path)),
        (Some("containing"), Some(part)) => Some(PageIs::Containing(part)),
        (Some(_), _) => return Err(Failure::Corrupt),
    };
    let customer: Option<CustomerIs> = stored::optional(row.get::<Option<String>>(5)?.as_deref())?;
    Ok(Rule {
        id: row.get(0)?,
        name: row.get(1)?,
        when: When {
            languages: stored::values(&row.get::<String>(2)?)?,
            page,
            customer,
            categories: stored::ids_of(&row.get::<String>(10)?)?,
        },
        asks: Asks { level: row.get::<Option<i64>>(6)?.map(stored::level), skill: row.get(7)?, priority: row.get(8)?, team: row.get(9)? },
    })
}

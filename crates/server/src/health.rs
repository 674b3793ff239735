//! Whether the desk is well, for whoever watches it.

use std::fmt::Write;

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use sha2::{Digest, Sha256};
use store::{Failure, Tx, organisations};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::address::Address;
use crate::figures::{Counter, Figures};
use crate::refusal::{Answer, Refused};
use crate::state::Desk;
use crate::who::bearer;
use axum::extract::State;

/// The routes of this file.
pub fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(healthz)).routes(routes!(metrics))
}

#[utoipa::path(get, path = "/healthz", responses((status = OK, description = "The database answers and is not closed to writing, and the desk tells its screens what happens"),
    (status = 503)))]
async fn healthz(State(desk): State<Desk>) -> Answer<&'static str> {
    if desk.own_work.has_ended() || desk.pulse.stands_still() {
        // Messages would be kept and nobody told; only a new start mends that.
        tracing::error!("the desk has stopped telling its screens what happens; it has to be started again");
        return Err(Refused::new(StatusCode::SERVICE_UNAVAILABLE, "not_stored").retry_after(5));
    }
    desk.db.read(async |tx: &mut Tx| organisations::all(tx).await.map(|_| ())).await?;
    // Nothing is written. After a disk that failed the database is closed to writing until the desk is started again,
    // and whoever watches over the desk should do that. What passes by itself is no illness.
    match desk.db.unit(async |_: &mut Tx| Ok(())).await {
        Ok(()) | Err(Failure::Busy | Failure::Full) => Ok("ok\n"),
        Err(failure) => Err(failure.into()),
    }
}

#[utoipa::path(get, path = "/metrics", responses((status = OK, description = "Figures as Prometheus text")))]
async fn metrics(State(desk): State<Desk>, address: Address, headers: HeaderMap) -> Answer<impl IntoResponse> {
    if !address.is_this_machine && !has_token(&desk, &headers) {
        return Err(Refused::not_found());
    }
    let sizes = desk.db.read(async |tx: &mut Tx| {
        let mut all = organisations::Size::default();
        for organisation in organisations::all(tx).await? {
            let size = organisations::size(tx, organisation.organisation_id).await?;
            all.cases += size.cases;
            all.waiting += size.waiting;
        }
        Ok(all)
    });
    let text = write(&desk.figures, sizes.await?, desk.live.count()).map_err(|_| Refused::broken())?;
    Ok((StatusCode::OK, [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text))
}

/// Compares hashes, so that the time it takes tells nothing about the token.
fn has_token(desk: &Desk, headers: &HeaderMap) -> bool {
    let (Some(token), Some(given)) = (&desk.settings.metrics_token, bearer(headers)) else { return false };
    !token.is_empty() && Sha256::digest(token) == Sha256::digest(given)
}

fn write(figures: &Figures, size: organisations::Size, screens: (usize, usize)) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    let (agents, visitors) = screens;
    writeln!(text, "# HELP luukku_cases_total Cases opened.\n# TYPE luukku_cases_total counter\nluukku_cases_total {}", size.cases)?;
    writeln!(text, "# HELP luukku_waiting Contacts that wait.\n# TYPE luukku_waiting gauge\nluukku_waiting {}", size.waiting)?;
    writeln!(text, "# HELP luukku_screens Open screens.\n# TYPE luukku_screens gauge")?;
    writeln!(text, "luukku_screens{{of=\"agents\"}} {agents}\nluukku_screens{{of=\"visitors\"}} {visitors}")?;
    let mut counter = |name: &str, help: &str, counter: &Counter| {
        writeln!(text, "# HELP luukku_{name} {help}\n# TYPE luukku_{name} counter\nluukku_{name} {}", counter.get())
    };
    counter("requests_total", "Requests answered.", &figures.requests)?;
    counter("refused_total", "Answers of 400-499.", &figures.refused)?;
    counter("failed_total", "Answers of 500-599.", &figures.failed)?;
    counter("limited_total", "Requests refused because of too many.", &figures.limited)?;
    counter("panics_total", "Handlers that panicked.", &figures.panics)?;
    counter("messages_stored_total", "Messages and notes stored.", &figures.messages_stored)?;
    writeln!(text, "# HELP luukku_commit_seconds How long units of work took to be durable.")?;
    writeln!(text, "# TYPE luukku_commit_seconds histogram")?;
    for (edge_us, count) in figures.commits.cumulative() {
        writeln!(text, "luukku_commit_seconds_bucket{{le=\"{}\"}} {count}", seconds(edge_us))?;
    }
    let (count, sum_us) = figures.commits.totals();
    writeln!(text, "luukku_commit_seconds_bucket{{le=\"+Inf\"}} {count}")?;
    writeln!(text, "luukku_commit_seconds_sum {}\nluukku_commit_seconds_count {count}", seconds(sum_us))?;
    Ok(text)
}

fn seconds(us: u64) -> String {
    format!("{}.{:06}", us / 1_000_000, us % 1_000_000)
}

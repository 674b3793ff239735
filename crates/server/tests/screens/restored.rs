//! A backup that is put back while people look on: every screen comes back and finds the other history (D4).

use std::io;

use serde_json::{Value, json};
use store::backup::{Giver, Onto, Part, Taker, read_all, write_all};
use testkit::whole_desk::WholeDesk;

use crate::acts::{start, texts, write};
use crate::screen::Listening;

#[derive(Default)]
struct Kept(Vec<Part>);

impl Taker for Kept {
    fn take(&mut self, part: Part) -> io::Result<()> {
        self.0.push(part);
        Ok(())
    }
}

struct Given(std::vec::IntoIter<Part>);

impl Giver for Given {
    fn give(&mut self) -> io::Result<Option<Part>> {
        Ok(self.0.next())
    }
}

#[tokio::test]
async fn a_restore_sends_every_screen_back_and_none_keeps_what_is_not_there_any_more() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let (mut early, _) = listening.widget(&mut visitor).await;
        start(&mut visitor, &mut organisation.agent.browser, "ennen").await;
        // A desk that has run for a while knows which history it tells of.
        early.next_of("queue").await;
        let kept = read_all(&whole.desk.db, Kept::default()).await.unwrap().unwrap();
        write(&mut visitor, "jälkeen").await;
        let (mut widget, welcome) = listening.widget(&mut visitor).await;
        let (mut screen, _) = listening.workspace(&mut organisation.agent).await;
        assert_eq!(texts(&welcome["conversation"]["entries"]), ["ennen", "jälkeen"]);
        write_all(&whole.desk.db, Given(kept.0.into_iter()), Onto::Anything, "toinen elämä".into()).await.unwrap().unwrap();
        whole.desk.pulse.hurry();
        assert_eq!(widget.end().await, (4000, "resume".into()));
        assert_eq!(screen.end().await, (4000, "resume".into()));
        // The seq it has is a place in both histories; only the epoch tells them apart.
        let has = json!({ "epoch": welcome["epoch"], "seq": 2 });
        let (mut widget, resumed) = listening.widget_with(&mut visitor, has).await;
        assert_eq!((&resumed["epoch"], &resumed["conversation"]), (&json!("toinen elämä"), &Value::Null));
        widget.next_of("resync").await;
        let (_, anew) = listening.widget(&mut visitor).await;
        assert_eq!(texts(&anew["conversation"]["entries"]), ["ennen"]);
        // Sessions are not in a backup: whoever was signed in signs in again.
        organisation.agent.browser.post("/api/socket-ticket", json!({})).await.expect(401);
    }
}

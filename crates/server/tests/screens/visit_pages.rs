//! The pages of a visit, which a website tells with its visitor's consent: the agents who see the case see them, as long as the
//! contact goes on, and nobody can tell them of anybody else's visit.

use serde_json::{Value, json};
use testkit::browser::Reply;
use testkit::people::Visitor;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::acts::{act, start, take};
use crate::screen::Listening;

fn page(path: &str, title: &str, ago_s: i64) -> Value {
    json!({ "address": format!("https://www.example.fi{path}"), "title": title, "ago_s": ago_s })
}

async fn tell(visitor: &mut Visitor, pages: Value) -> Reply {
    visitor.browser.put(&format!("/api/widget/{}/visit-pages", visitor.key), json!({ "pages": pages })).await
}

fn shown(pages: &Value) -> Vec<(String, Value)> {
    let one = |page: &Value| (page["address"].as_str().unwrap().replace("https://www.example.fi", ""), page["title"].clone());
    pages.as_array().unwrap().iter().map(one).collect()
}

#[tokio::test]
async fn the_agent_sees_where_the_customer_has_been_until_the_contact_ends() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let listening = Listening::to(&whole).await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei").await;
        let (mut agent, _) = listening.workspace(&mut organisation.agent).await;
        let (mut elsewhere, _) = listening.workspace(&mut organisation.agent_elsewhere).await;
        let (mut widget, _) = listening.widget(&mut visitor).await;
        let aino = &mut organisation.agent.browser;
        let path = format!("/api/cases/{case}");
        assert!(shown(&aino.get(&path).await.expect(200).json()["visit_pages"]).is_empty(), "nothing unless the website tells it");

        let pages = json!([page("/hinnat?tunnus=1#a", "Hinnat", 60), page("/tuki", "  Tuki\u{202E} <b>131052-308T</b> ", 5)]);
        tell(&mut visitor, pages).await.expect(204);
        let told = agent.next_of("visit_pages").await;
        let expected = [("/hinnat".to_owned(), json!("Hinnat")), ("/tuki".to_owned(), json!("Tuki <b>●●●●●●-●●●●</b>"))];
        assert_eq!(shown(&told["pages"]), expected, "without query and fragment, cleaned and masked");
        assert_eq!(told["pages"][0]["at"], json!(whole.desk.now().millis() - 60_000));
        assert_eq!(shown(&aino.get(&path).await.expect(200).json()["visit_pages"]), expected);
        assert!(elsewhere.everything().await.iter().all(|frame| frame["type"] != "visit_pages"));
        assert!(!json!(widget.everything().await).to_string().contains("hinnat"));

        take(aino, &case).await;
        act(aino, &case, "end", json!({})).await.expect(200);
        assert!(shown(&aino.get(&path).await.expect(200).json()["visit_pages"]).is_empty());
        // Between two contacts nothing is kept.
        tell(&mut visitor, json!([page("/lomat", "Lomat", 0)])).await.expect(204);
        assert!(shown(&aino.get(&path).await.expect(200).json()["visit_pages"]).is_empty());
    }
}

#[tokio::test]
async fn only_pages_of_the_clients_own_websites_are_kept_and_no_password_in_their_address() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut organisation.agent.browser, "Hei").await;
        let told = json!([
            { "address": "https://www.terveys.example/oireet", "title": "Oireet", "ago_s": 60 },
            { "address": "HTTPS://aino:salainen@www.example.fi/hinnat", "title": "Hinnat", "ago_s": 5 },
        ]);
        tell(&mut visitor, told).await.expect(204);
        let view = organisation.agent.browser.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(shown(&view["visit_pages"]), [("/hinnat".to_owned(), json!("Hinnat"))]);
    }
}

#[tokio::test]
async fn what_a_hostile_page_tells_is_small_and_of_its_own_visit_trust_119() {
    for whole in WholeDesk::on_each_engine().await {
        let organisation = whole.organisation("Yliopisto").await;
        let mut aino = organisation.agent.browser.clone();
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let case = start(&mut visitor, &mut aino, "Hei").await;
        let mut other = whole.visitor(&organisation.clients[0]);
        tell(&mut other, json!([page("/", "Vieras", 0)])).await.expect(404);
        let mut nobody = Visitor { browser: visitor.browser.clone().without("authorization"), ..visitor.clone() };
        tell(&mut nobody, json!([page("/", "Vieras", 0)])).await.expect(404);

        let many = (0..30).map(|place| page(&format!("/{place}"), "x", 30 - place)).collect::<Vec<_>>();
        tell(&mut visitor, json!(many)).await.expect(204);
        let kept = shown(&aino.get(&format!("/api/cases/{case}")).await.expect(200).json()["visit_pages"]);
        assert_eq!((kept.len(), kept[0].0.as_str(), kept[19].0.as_str()), (20, "/10", "/29"));

        let odd = json!([{ "address": "javascript:alert(1)", "title": "x", "ago_s": 0 }, page("/a", &"ä".repeat(5_000), -5)]);
        tell(&mut visitor, odd).await.expect(204);
        let view = aino.get(&format!("/api/cases/{case}")).await.expect(200).json();
        assert_eq!(view["visit_pages"].as_array().unwrap().len(), 1, "only pages of the web");
        assert_eq!(view["visit_pages"][0]["title"].as_str().unwrap().chars().count(), 200);
        tell(&mut visitor, json!([page("/a", &"x".repeat(1_000_000), 0)])).await.expect(413);
    }
}

#[tokio::test]
async fn a_visitor_is_told_back_what_they_have_said_of_themselves_and_nobody_else_is() {
    for whole in WholeDesk::on_each_engine().await {
        let mut organisation = whole.organisation("Yliopisto").await;
        let mut visitor = whole.visitor(&organisation.clients[0]);
        let told = async |visitor: &Visitor| visitor.browser.clone().get(&format!("/api/widget/{}/told", visitor.key)).await;
        assert_eq!(told(&visitor).await.expect(200).json(), json!({ "name": null, "email": null }));
        let body = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Hei", "language": "fi",
            "name": "Kaisa", "email": "kaisa@esimerkki.fi" });
        visitor.browser.post(&format!("/api/widget/{}/left-messages", visitor.key), body).await.expect(200);
        assert_eq!(told(&visitor).await.expect(200).json(), json!({ "name": "Kaisa", "email": "kaisa@esimerkki.fi" }));
        assert_eq!(told(&whole.visitor(&organisation.clients[0])).await.expect(200).json()["email"], json!(null));
        let elsewhere = Visitor { key: organisation.clients[1].key.clone(), ..visitor.clone() };
        assert_eq!(told(&elsewhere).await.expect(200).json()["email"], json!(null), "not at another client either");
        // Who sits there when the conversation is shown to nobody any more may be somebody else.
        let owner = &mut organisation.owner.browser;
        let case = owner.get("/api/cases").await.expect(200).json()["items"][0]["case_id"].as_str().unwrap().to_owned();
        owner.post(&format!("/api/cases/{case}/take"), json!({})).await.expect(200);
        owner.post(&format!("/api/cases/{case}/solve"), json!({})).await.expect(200);
        assert_eq!(told(&visitor).await.expect(200).json()["email"], json!("kaisa@esimerkki.fi"));
        owner.post(&format!("/api/cases/{case}/close"), json!({})).await.expect(200);
        assert_eq!(told(&visitor).await.expect(200).json(), json!({ "name": null, "email": null }));
        let nobody = Visitor { browser: visitor.browser.clone().without("authorization"), ..visitor };
        told(&nobody).await.expect(401);
    }
}

//! Whose word a name or an address is: the website's, or what somebody whom it has signed in has typed (trust 81).

use serde_json::{Value, json};
use testkit::people::Visitor;
use testkit::whole_desk::WholeDesk;
use uuid::Uuid;

use crate::identity::{Website, case_of, named};

/// The visitor leaves a message under this name and address, and the agents see the customer so.
async fn leaves(visitor: &mut Visitor, aino: &mut testkit::browser::Browser, says: Value) -> Value {
    let mut body = json!({ "contact_id": Uuid::now_v7(), "message_id": Uuid::now_v7(), "text": "Hei", "language": "fi" });
    for (field, value) in says.as_object().unwrap() {
        body[field] = value.clone();
    }
    visitor.browser.post(&format!("/api/widget/{}/left-messages", visitor.key), body).await.expect(200);
    let told = visitor.browser.get(&format!("/api/widget/{}/conversation", visitor.key)).await.expect(200).json();
    case_of(aino, told["case_number"].as_i64().unwrap()).await["row"]["customer"].clone()
}

#[tokio::test]
async fn trust_81_what_a_signed_visitor_types_is_told_from_what_their_website_has_said() {
    for desk in WholeDesk::unlimited_on_each_engine().await {
        let a = desk.organisation("A").await;
        let (site, mut aino) = (Website::of(&desk, &a).await, a.agent.browser.clone());
        aino.put("/api/me/presence", json!({ "presence": "away" })).await.expect(200);
        let mut signed = named(&mut desk.visitor(&a.clients[0]), &site.token(&site.claims("asiakas-7"))).await;

        let customer = leaves(&mut signed, &mut aino, json!({})).await;
        assert_eq!((&customer["verified"], &customer["typed"]), (&json!(true), &json!(false)), "nothing was typed");
        let typed = json!({ "name": "Joku Muu", "email": "joku@muu.example" });
        let customer = leaves(&mut signed, &mut aino, typed.clone()).await;
        assert_eq!((&customer["name"], &customer["verified"], &customer["typed"]), (&json!("Joku Muu"), &json!(true), &json!(true)));
        let mut at_once = named(&mut desk.visitor(&a.clients[0]), &site.token(&site.claims("asiakas-8"))).await;
        assert_eq!(leaves(&mut at_once, &mut aino, typed.clone()).await["typed"], true, "with the first words as well");

        let mut claims = site.claims("asiakas-7");
        claims["name"] = json!("Kaisa Lehtonen");
        let mut signed = named(&mut desk.visitor(&a.clients[0]), &site.token(&claims)).await;
        let customer = leaves(&mut signed, &mut aino, json!({})).await;
        assert_eq!((&customer["name"], &customer["typed"]), (&json!("Kaisa Lehtonen"), &json!(true)), "the address is still typed");
        let mut claims = site.claims("asiakas-7");
        claims["email"] = json!("kaisa@example.fi");
        let mut signed = named(&mut desk.visitor(&a.clients[0]), &site.token(&claims)).await;
        let customer = leaves(&mut signed, &mut aino, typed.clone()).await;
        assert_eq!((&customer["email"], &customer["typed"]), (&json!("kaisa@example.fi"), &json!(false)), "both are the site's word");

        let anonymous = leaves(&mut desk.visitor(&a.clients[0]), &mut aino, typed).await;
        assert_eq!((&anonymous["verified"], &anonymous["typed"]), (&json!(false), &json!(false)));
    }
}

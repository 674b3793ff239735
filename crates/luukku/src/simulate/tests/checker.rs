//! Reads a scenario and a trace as somebody outside does, and says which promise was broken.

use std::collections::BTreeMap;

use serde_json::Value;

/// How often what happened.
#[derive(Debug, Default)]
pub struct Count(BTreeMap<String, usize>);

impl Count {
    /// Whether every kind of line was there, and each often.
    pub fn everything_happened(&self) -> bool {
        let words =
            ["arrived", "offered", "accepted", "refused", "taken_back", "ended", "abandoned", "to_form", "slots", "present", "absent"];
        words.iter().all(|word| self.0.get(*word).is_some_and(|times| *times > 50))
    }
}

#[derive(Clone, PartialEq, Debug)]
enum Stands {
    NotYet,
    Waiting,
    Offered(String, f64),
    Held(String, f64),
    Over,
}

struct Contact<'a> {
    says: &'a Value,
    stands: Stands,
    passed_by: Vec<String>,
}

struct Agent<'a> {
    says: &'a Value,
    slots: i64,
    is_present: bool,
}

struct Floor<'a> {
    settings: &'a Value,
    agents: BTreeMap<String, Agent<'a>>,
    contacts: BTreeMap<String, Contact<'a>>,
    /// Since when a contact stands although somebody could have it.
    idle: BTreeMap<String, f64>,
}

/// Panics with the line that breaks a promise.
pub fn check(scenario: &Value, lines: &[Value], count: &mut Count) {
    let named = |list: &'static str| scenario[list].as_array().unwrap().iter().map(|one| (one["id"].as_str().unwrap().to_owned(), one));
    let agents = named("agents").map(|(id, says)| (id, Agent { says, slots: says["slots"].as_i64().unwrap(), is_present: false }));
    let contacts = named("contacts").map(|(id, says)| (id, Contact { says, stands: Stands::NotYet, passed_by: Vec::new() }));
    let mut floor =
        Floor { settings: &scenario["settings"], agents: agents.collect(), contacts: contacts.collect(), idle: BTreeMap::new() };
    let mut before = 0.0;
    for (place, line) in lines.iter().enumerate() {
        let at = line["t"].as_f64().unwrap();
        assert!(at >= before, "time goes back at {line}");
        before = at;
        floor.line(at, line);
        *count.0.entry(line["e"].as_str().unwrap().to_owned()).or_default() += 1;
        if lines.get(place + 1).is_none_or(|next| next["t"] != line["t"]) {
            floor.moment_is_over(at);
        }
    }
    for (id, contact) in &floor.contacts {
        assert_eq!(contact.stands, Stands::Over, "{id} never came to an end");
    }
}

impl Floor<'_> {
    fn line(&mut self, at: f64, line: &Value) {
        let word = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
        let (contact, agent) = (word("contact"), word("agent"));
        match line["e"].as_str().unwrap() {
            "present" => self.agents.get_mut(&agent).unwrap().is_present = true,
            "absent" => self.agents.get_mut(&agent).unwrap().is_present = false,
            "slots" => self.agents.get_mut(&agent).unwrap().slots = line["value"].as_i64().unwrap(),
            "refused" => {}
            "arrived" => {
                assert!((self.contacts[&contact].says["at"].as_f64().unwrap() - at).abs() < 0.001, "{line}");
                self.moves(&contact, &[Stands::NotYet], Stands::Waiting, line);
            }
            "offered" => {
                self.may_have(at, &contact, &agent, line);
                self.is_first(&contact, line);
                self.is_another(&contact, &agent, line);
                assert!(self.load(&agent) < self.agents[&agent].slots, "no room for the offer: {line}");
                self.moves(&contact, &[Stands::Waiting], Stands::Offered(agent, at), line);
            }
            "accepted" => {
                self.may_have(at, &contact, &agent, line);
                let offered = match &self.contacts[&contact].stands {
                    Stands::Offered(to, since) if *to == agent => Stands::Offered(to.clone(), *since),
                    Stands::NotYet | Stands::Waiting | Stands::Offered(..) | Stands::Held(..) | Stands::Over => Stands::Waiting,
                };
                self.moves(&contact, &[offered], Stands::Held(agent.clone(), at), line);
                let held = self.held(&agent);
                assert!(held <= self.agents[&agent].slots, "{held} held: {line}");
            }
            "taken_back" => {
                let contact = self.contacts.get_mut(&contact).unwrap();
                match &contact.stands {
                    Stands::Offered(from, since) => {
                        assert_eq!(*from, agent, "{line}");
                        // Who went away with the offer before them had no time to take it: that is held against nobody.
                        if at - since >= self.settings["offer_s"].as_f64().unwrap() {
                            contact.passed_by.push(agent);
                        }
                    }
                    Stands::Held(from, _) => assert_eq!(*from, agent, "{line}"),
                    other @ (Stands::NotYet | Stands::Waiting | Stands::Over) => panic!("{other:?}: {line}"),
                }
                contact.stands = Stands::Waiting;
            }
            "ended" => {
                let Stands::Held(by, since) = self.contacts[&contact].stands.clone() else { panic!("nobody had it: {line}") };
                let handling = self.contacts[&contact].says["handling_s"].as_f64().unwrap();
                assert!(by == agent && (at - since - handling).abs() < 0.001, "{line}");
                self.moves(&contact, &[Stands::Held(by, since)], Stands::Over, line);
            }
            "abandoned" | "to_form" => {
                let is_in_queue = matches!(self.contacts[&contact].stands, Stands::Waiting | Stands::Offered(..));
                assert!(is_in_queue, "{line}");
                self.contacts.get_mut(&contact).unwrap().stands = Stands::Over;
            }
            other => panic!("{other}"),
        }
    }

    fn moves(&mut self, contact: &str, from: &[Stands], to: Stands, line: &Value) {
        let contact = self.contacts.get_mut(contact).unwrap();
        assert!(from.contains(&contact.stands), "{:?}: {line}", contact.stands);
        contact.stands = to;
    }

    /// Nobody without the language, level or skill, and nobody who is away by the scenario or by the trace.
    fn may_have(&self, at: f64, contact: &str, agent: &str, line: &Value) {
        assert!(self.knows(contact, agent), "does not know enough: {line}");
        let agent = &self.agents[agent];
        let here = |stretch: &Value| stretch[0].as_f64().unwrap() <= at && at < stretch[1].as_f64().unwrap();
        let stretches = agent.says["present"].as_array().unwrap();
        assert!(agent.is_present && stretches.iter().any(here), "is away: {line}");
        if let (Some(seen), Some(stretch)) = (agent.says["last_seen"].as_f64(), stretches.iter().find(|stretch| here(stretch))) {
            let is_of_stretch = seen >= stretch[0].as_f64().unwrap();
            let gone = seen + self.settings["presence_s"].as_f64().unwrap();
            assert!(!is_of_stretch || at < gone, "has been gone since {gone}: {line}");
        }
    }

    fn knows(&self, contact: &str, agent: &str) -> bool {
        let (contact, agent) = (&self.contacts[contact].says, &self.agents[agent].says);
        let level = agent["languages"][contact["language"].as_str().unwrap()].as_i64().unwrap_or(0);
        let skills = agent["skills"].as_array().unwrap();
        level >= contact["min_level"].as_i64().unwrap_or(1) && (contact["skill"].is_null() || skills.contains(&contact["skill"]))
    }

    /// First come, first offered, among those who ask for the same.
    fn is_first(&self, contact: &str, line: &Value) {
        if self.settings["mode"] == "pull" {
            return;
        }
        let asks = |says: &Value| [says["priority"].clone(), says["language"].clone(), says["min_level"].clone(), says["skill"].clone()];
        let mine = self.contacts[contact].says;
        for (id, other) in &self.contacts {
            let is_before = other.says["at"].as_f64() < mine["at"].as_f64();
            let is_passed_over = other.stands == Stands::Waiting && is_before && asks(other.says) == asks(mine);
            assert!(!is_passed_over, "{id} came before: {line}");
        }
    }

    /// Who let an offer pass gets it again only when nobody else could have it.
    fn is_another(&self, contact: &str, agent: &str, line: &Value) {
        let passed_by = &self.contacts[contact].passed_by;
        let others = self.free_for(contact).into_iter().filter(|other| !passed_by.contains(other)).count();
        assert!(!passed_by.contains(&agent.to_owned()) || others == 0 || self.settings["mode"] == "pull", "{others} others: {line}");
    }

    fn held(&self, agent: &str) -> i64 {
        let held = self.contacts.values().filter(|one| matches!(&one.stands, Stands::Held(by, _) if by == agent));
        i64::try_from(held.count()).unwrap()
    }

    fn load(&self, agent: &str) -> i64 {
        let has = |one: &&Contact| matches!(&one.stands, Stands::Held(by, _) | Stands::Offered(by, _) if by == agent);
        i64::try_from(self.contacts.values().filter(has).count()).unwrap()
    }

    fn free_for(&self, contact: &str) -> Vec<String> {
        let is_free = |(id, agent): &(&String, &Agent)| agent.is_present && self.knows(contact, id) && self.load(id) < agent.slots;
        self.agents.iter().filter(is_free).map(|(id, _)| id.clone()).collect()
    }

    /// What has to be so once everything of a moment has happened.
    fn moment_is_over(&mut self, at: f64) {
        let mut idle = BTreeMap::new();
        for (id, contact) in &self.contacts {
            if let Stands::Offered(_, since) = contact.stands {
                assert!(at - since < self.settings["offer_s"].as_f64().unwrap(), "{at}: the offer of {id} stands since {since}");
            }
            if contact.stands == Stands::Waiting {
                let is_attended = self.agents.iter().any(|(agent, now)| now.is_present && self.knows(id, agent));
                assert!(is_attended, "{at}: {id} waits for nobody");
                let free = self.free_for(id);
                assert!(self.settings["mode"] == "pull" || free.is_empty(), "{at}: {id} stands although {free:?} are free");
                if !free.is_empty() {
                    let since = self.idle.get(id).copied().unwrap_or(at);
                    let stood = at - since;
                    assert!(
                        stood < self.settings["idle_s"].as_f64().unwrap(),
                        "{at}: {id} stands for {stood} s although {free:?} are free"
                    );
                    idle.insert(id.clone(), since);
                }
            }
        }
        self.idle = idle;
    }
}

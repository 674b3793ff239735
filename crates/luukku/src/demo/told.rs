//! What the demo says at its start: where everything is, and who can sign in.

use std::fmt::Write;
use std::path::Path;

use super::content::{Content, Role};
use super::simulate;
use super::stage::Stages;

/// A calm page for a terminal.
pub fn ready(folder: &Path, desk: &str, content: &Content, stages: &Stages, password: &str, is_simulated: bool) -> String {
    let mut text = String::new();
    let clients = content.organisation.clients.iter().map(|client| (client.name.as_str(), stages.address(&client.key)));
    let addresses: Vec<(&str, String)> = clients.collect();
    let people = &content.organisation.agents;
    let wide = |names: &mut dyn Iterator<Item = &str>| names.map(|name| name.chars().count()).max().unwrap_or_default();
    let (names, emails) = (
        wide(
            &mut std::iter::once("Workspace")
                .chain(addresses.iter().map(|(name, _)| *name))
                .chain(people.iter().map(|one| one.name.as_str())),
        ),
        wide(&mut people.iter().map(|one| one.email.as_str())),
    );
    // Writing to a string does not fail.
    let _ = write!(
        text,
        "\nLuukku is ready at {desk}\nThis is a demo desk in {}; every start makes it anew. Ctrl-C ends it.\n\n",
        folder.display()
    );
    let _ = writeln!(text, "  {:names$}  {desk}  where the desk answers", "Workspace");
    for (name, address) in &addresses {
        let _ = writeln!(text, "  {name:names$}  {address}  a website with the chat, where customers ask");
    }
    let _ = write!(text, "\n  Everybody signs in with the password {password}\n\n");
    for one in people {
        let (free, role) = (if simulate::is_for_people(&one.key) && is_simulated { "  free for you" } else { "" }, role(one.role));
        let _ = writeln!(text, "  {:names$}  {:emails$}  {role}{free}", one.name, one.email);
    }
    let _ = if is_simulated {
        write!(text, "\nCustomers come and agents answer by themselves. Some wait half a minute for you; then a colleague takes them.\n")
    } else {
        write!(
            text,
            "\nThe chats are closed until somebody is there: sign in to the workspace and say that you are present. Then open a\nwebsite in another window and ask something.\n"
        )
    };
    text
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Owner => "owner",
        Role::Supervisor => "supervisor",
        Role::Agent => "agent",
        Role::ReadOnly => "reads only",
    }
}

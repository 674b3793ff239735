//! Settings as they are given to the program.

use crate::desk::{Folder, complaint, luukku, run};

#[test]
fn an_unknown_name_is_refused_wherever_it_stands_and_named() {
    let folder = Folder::new();
    let file = folder.path("luukku.toml");
    std::fs::write(&file, "listen = \"127.0.0.1:0\"\ntrusted_proxy = \"10.0.0.1\"\n").unwrap();
    let in_file = run(&["serve", "--config", file.to_str().unwrap()]);
    let in_flags = run(&["serve", "--trusted-proxy=10.0.0.1"]);
    let in_environment = luukku().arg("serve").env("LUUKKU_TRUSTED_PROXY", "10.0.0.1").output().unwrap();
    for (refused, names) in [
        (in_file, ["luukku.toml, line 2", "`trusted_proxy`"]),
        (in_flags, ["--trusted-proxy", "unexpected argument"]),
        (in_environment, ["LUUKKU_TRUSTED_PROXY", "not a setting"]),
    ] {
        assert!(!refused.status.success());
        let told = complaint(&refused);
        assert!(names.iter().all(|name| told.contains(name)), "{told}");
    }
}

#[test]
fn trust_125_what_is_set_can_be_looked_at_without_its_secrets() {
    let shown = luukku()
        .args(["config", "show", "--metrics-token", "kanarianlintu-tokenissa"])
        .env("LUUKKU_DATABASE_URL", "postgres://luukku:kanarianlintu@db.example/luukku")
        .output()
        .unwrap();
    assert!(shown.status.success());
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(text.contains("listen = \"127.0.0.1:8080\"  # by default"), "{text}");
    assert!(text.contains("metrics_token = (set, not shown)  # from the command line"), "{text}");
    assert!(!text.contains("kanarianlintu"), "{text}");
}

#![allow(clippy::unwrap_used)]

use server::limits::Rate;

use super::*;

fn together(sources: Vec<(Source, Given)>) -> Given {
    sources.into_iter().map(|(_, given)| given).reduce(Given::or).unwrap()
}

fn environment(variables: &[(&str, &str)]) -> Vec<(String, String)> {
    variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn file(text: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("luukku-settings-{}.toml", uuid::Uuid::now_v7()));
    std::fs::write(&path, text).unwrap();
    path
}

fn settings(variables: &[(&str, &str)]) -> Result<Settings, Mistake> {
    Settings::from_given(&together(read(&Given::default(), None, environment(variables))?))
}

#[test]
fn trust_125_a_desk_without_settings_listens_to_this_machine_alone() {
    let settings = settings(&[]).unwrap();
    assert!(settings.listen.ip().is_loopback());
    assert_eq!(settings.for_server(settings.listen).base_url, "http://127.0.0.1:8080");
}

#[test]
fn the_command_line_beats_the_environment_which_beats_the_file() {
    let path = file("listen = \"127.0.0.1:1\"\nbase_url = \"https://file.example\"\ndata = \"/file\"\n");
    let flags = Given { listen: "127.0.0.1:3".parse().ok(), ..Given::default() };
    let variables = environment(&[("LUUKKU_LISTEN", "127.0.0.1:2"), ("LUUKKU_BASE_URL", "https://environment.example/")]);
    let given = together(read(&flags, Some(&path), variables).unwrap());
    let settings = Settings::from_given(&given).unwrap();
    assert_eq!(settings.listen.port(), 3);
    assert_eq!(settings.base_url.as_deref(), Some("https://environment.example"));
    assert_eq!(settings.data, PathBuf::from("/file"));
}

#[test]
fn an_unknown_name_in_the_file_is_told_with_its_line_and_without_what_stands_there() {
    let path = file("# mine\nlisten = \"127.0.0.1:1\"\ndatabase_ulr = \"postgres://luukku:hush@host/luukku\"\n");
    let mistake = read(&Given::default(), Some(&path), []).unwrap_err().to_string();
    assert!(mistake.contains("line 3") && mistake.contains("`database_ulr`"), "{mistake}");
    assert!(!mistake.contains("hush"), "{mistake}");
}

#[test]
fn an_unknown_variable_is_told_with_its_name() {
    let mistake = settings(&[("LUUKKU_LISTN", "127.0.0.1:1")]).unwrap_err().to_string();
    assert!(mistake.contains("LUUKKU_LISTN is not a setting") && mistake.contains("LUUKKU_LISTEN"), "{mistake}");
    assert!(settings(&[("LUUKKU_WEB", "skip"), ("PATH", "/bin")]).is_ok());
}

#[test]
fn a_value_that_cannot_be_used_is_told_with_its_name() {
    for (name, value) in [
        ("LUUKKU_LISTEN", "everywhere"),
        ("LUUKKU_LOG_FORMAT", "xml"),
        ("LUUKKU_TRUSTED_PROXIES", "10.0.0.0/8,proxy"),
        ("LUUKKU_BASE_URL", "desk.example.fi"),
        ("LUUKKU_BASE_URL", "https://desk.example.fi/luukku"),
        ("LUUKKU_METRICS_TOKEN", "1234"),
    ] {
        let mistake = settings(&[(name, value)]).unwrap_err().to_string().to_lowercase();
        let setting = name.trim_start_matches("LUUKKU_").to_lowercase();
        assert!(mistake.contains(&setting), "{mistake}");
    }
}

#[test]
fn a_list_in_the_environment_has_commas() {
    let settings = settings(&[("LUUKKU_TRUSTED_PROXIES", "10.0.0.0/8, ::1")]).unwrap();
    assert_eq!(settings.trusted_proxies.len(), 2);
}

#[test]
fn trust_125_a_secret_may_lie_in_a_file_and_is_never_shown() {
    let token = "a-token-of-enough-letters";
    let path = file(&format!("{token}\n"));
    let variables = environment(&[
        ("LUUKKU_METRICS_TOKEN_FILE", path.to_str().unwrap()),
        ("LUUKKU_DATABASE_URL", "postgres://luukku:hush@host/luukku"),
    ]);
    let sources = read(&Given::default(), None, variables).unwrap();
    let settings = Settings::from_given(&together(sources.clone())).unwrap();
    assert_eq!(settings.metrics_token.as_ref().map(Secret::reveal), Some(token));
    let shown = show(&settings, &sources);
    assert!(shown.contains("metrics_token = (set, not shown)") && shown.contains("from the environment"), "{shown}");
    for text in [shown, format!("{settings:?}"), format!("{sources:?}")] {
        assert!(!text.contains(token) && !text.contains("hush"), "{text}");
    }
}

#[test]
fn what_is_shown_can_be_read_as_a_file_of_settings() {
    let sources = read(&Given::default(), None, environment(&[("LUUKKU_LISTEN", "[::1]:9000")])).unwrap();
    let settings = Settings::from_given(&together(sources.clone())).unwrap();
    let path = file(&show(&settings, &sources));
    assert_eq!(together(read(&Given::default(), Some(&path), []).unwrap()).listen, Some(settings.listen));
}

#[test]
fn trust_110_limits_are_set_in_the_file_and_what_it_does_not_name_is_as_usual() {
    let path =
        file("listen = \"127.0.0.1:1\"\n[limits]\nvisitor_message = { burst = 7, every_ms = 500 }\nvisitor_open = 9\nupload_mb = 20\n");
    let sources = read(&Given::default(), Some(&path), []).unwrap();
    let settings = Settings::from_given(&together(sources.clone())).unwrap();
    let usual = Limits::default();
    let changed = Limits { visitor_message: Rate::new(7, 500), visitor_open: 9, upload_mb: 20, ..usual };
    assert_eq!(settings.limits, changed);
    assert_eq!(settings.for_server(settings.listen).limits, changed);
    // What is shown is a file that says the same.
    let again = file(&show(&settings, &sources));
    assert_eq!(Settings::from_given(&together(read(&Given::default(), Some(&again), []).unwrap())).unwrap().limits, changed);
}

#[test]
fn a_limit_that_cannot_be_is_told_with_its_line_and_name() {
    for (line, words) in [
        ("visitor_mesage = { burst = 1, every_ms = 1 }", "`visitor_mesage`"),
        ("visitor_message = { burst = 0, every_ms = 1 }", "nonzero"),
        ("visitor_message = { burst = 1, every_ms = 0 }", "nonzero"),
        ("visitor_message = { burst = 1 }", "`every_ms`"),
        ("visitor_message = { burst = -1, every_ms = 1 }", "-1"),
        ("visitor_message = 5", "expected struct"),
        ("visitor_open = 0", "nonzero"),
    ] {
        let mistake = read(&Given::default(), Some(&file(&format!("[limits]\n{line}\n"))), []).unwrap_err().to_string();
        assert!(mistake.contains("line 2") && mistake.contains(words), "{mistake}");
    }
    let mistake = settings(&[("LUUKKU_LIMITS", "7")]).unwrap_err().to_string();
    assert!(mistake.contains("LUUKKU_LIMITS is a table"), "{mistake}");
}

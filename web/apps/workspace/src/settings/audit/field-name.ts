import type { T } from "../texts.ts";

/** What a setting is called on its own page; one that this page does not know yet is called as the desk calls it. */
export function fieldName(field: string, t: T): string {
  switch (field) {
    case "name":
      return t("audit-field-name");
    case "desk_name":
      return t("client-desk-name");
    case "rules":
      return t("nav-rules");
    case "languages":
      return t("client-languages");
    case "colour":
      return t("colour");
    case "time_zone":
      return t("time-zone");
    case "holidays":
      return t("holidays");
    case "closed_by_hand":
      return t("closed-by-hand");
    case "when_closed":
      return t("when-closed");
    case "queue_ceiling":
      return t("queue-ceiling");
    case "answer_target_s":
      return t("answer-target");
    case "silence_min":
      return t("silence");
    case "thanks_grace_min":
      return t("thanks-grace");
    case "message_weight":
      return t("weights-message");
    case "known_fields":
      return t("known-fields");
    case "call_back":
      return t("call-back");
    case "ease":
      return t("ease");
    case "opening_target":
      return t("target-closes");
    case "websites":
      return t("websites");
    case "greeting_fi":
      return `${t("greetings")} ${t("in-language", { language: "fi" })}`;
    case "greeting_sv":
      return `${t("greetings")} ${t("in-language", { language: "sv" })}`;
    case "greeting_en":
      return `${t("greetings")} ${t("in-language", { language: "en" })}`;
    default:
      return fieldOfSpeech(field, t);
  }
}

function fieldOfSpeech(field: string, t: T): string {
  switch (field) {
    case "speech.greeting":
      return t("speech-who", { which: "greeting" });
    case "speech.closing":
      return t("speech-who", { which: "closing" });
    case "speech.closing_fi":
      return `${t("closings")} ${t("in-language", { language: "fi" })}`;
    case "speech.closing_sv":
      return `${t("closings")} ${t("in-language", { language: "sv" })}`;
    case "speech.closing_en":
      return `${t("closings")} ${t("in-language", { language: "en" })}`;
    case "speech.warning_fi":
      return `${t("warnings")} ${t("in-language", { language: "fi" })}`;
    case "speech.warning_sv":
      return `${t("warnings")} ${t("in-language", { language: "sv" })}`;
    case "speech.warning_en":
      return `${t("warnings")} ${t("in-language", { language: "en" })}`;
    case "speech.rules_fi":
      return `${t("rules")} ${t("in-language", { language: "fi" })}`;
    case "speech.rules_sv":
      return `${t("rules")} ${t("in-language", { language: "sv" })}`;
    case "speech.rules_en":
      return `${t("rules")} ${t("in-language", { language: "en" })}`;
    case "speech.agent_rules":
      return t("agent-rules");
    case "speech.style":
      return t("style");
    case "speech.avoid":
      return t("avoid");
    case "speech.emoji":
      return t("emoji-who");
    default:
      return fieldOfPeople(field, t);
  }
}

function fieldOfPeople(field: string, t: T): string {
  switch (field) {
    case "offers":
      return t("team-offers");
    case "overflow":
      return t("team-overflow");
    case "is_self_directed":
      return t("team-self-directed");
    case "proposed_by":
      return t("audit-proposed-by");
    case "consented":
      return t("audit-consented");
    case "clients":
      return t("team-clients");
    case "agents":
      return t("team-agents");
    case "teams":
      return t("agent-teams");
    case "first_name":
      return t("agent-first-name");
    case "email":
      return t("agent-email");
    case "role":
      return t("agent-role");
    case "slots":
      return t("agent-slots");
    case "may_exceed":
      return t("agent-may-exceed");
    case "speaks":
      return t("agent-languages");
    case "skills":
      return t("agent-skills");
    case "active":
      return t("agent-active");
    case "client":
      return t("prepared-client");
    case "kind":
      return t("prepared-kind");
    case "language":
      return t("prepared-language");
    case "text":
      return t("prepared-text");
    case "scopes":
      return t("token-scopes");
    case "days":
      return t("token-life");
    case "algorithm":
      return t("identity-algorithm");
    case "retires_in_hours":
      return t("identity-retire-when");
    case "minded_by":
      return t("launch-minded-by");
    case "review_on":
      return t("launch-review-on");
    default:
      return fieldOfLaunch(field, t);
  }
}

function fieldOfLaunch(field: string, t: T): string {
  switch (field) {
    case "launch_purpose":
      return t("launch-purpose");
    case "launch_closed":
      return t("launch-closed");
    case "launch_asking":
      return t("launch-asking");
    case "launch_criticism":
      return t("launch-criticism");
    case "launch_rules":
      return t("launch-rules");
    case "launch_invitations":
      return t("launch-invitations");
    case "launch_offers":
      return t("launch-offers");
    default:
      return fieldOfApproaches(field, t);
  }
}

function fieldOfApproaches(field: string, t: T): string {
  switch (field) {
    case "on":
      return t("approaches-on");
    case "per_visit":
      return t("approach-per-visit");
    case "per_day":
      return t("approach-per-day");
    case "per_week":
      return t("approach-per-week");
    case "peace_days":
      return t("approach-peace");
    case "held_out_percent":
      return t("approach-held-out");
    case "approaches":
      return t("approach-field");
    default:
      return field;
  }
}

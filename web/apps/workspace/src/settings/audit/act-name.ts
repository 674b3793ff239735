import type { T } from "../texts.ts";

/** What happened, in words; an act that this page does not know yet is told as the desk wrote it. */
export function actName(act: string, t: T): string {
  switch (act) {
    case "signed_in":
      return t("act-signed-in");
    case "sign_in_failed":
      return t("act-sign-in-failed");
    case "signed_out":
      return t("act-signed-out");
    case "device_signed_out":
      return t("act-device-signed-out");
    case "password_changed":
      return t("act-password-changed");
    case "password_chosen":
      return t("act-password-chosen");
    case "password_link_made":
      return t("act-password-link-made");
    case "set_up":
      return t("act-set-up");
    case "client_added":
      return t("act-client-added");
    case "client_changed":
      return t("act-client-changed");
    case "labels_changed":
      return t("act-labels-changed");
    case "known_fields_changed":
      return t("act-known-fields-changed");
    case "weights_changed":
      return t("act-weights-changed");
    case "approaches_changed":
      return t("act-approaches-changed");
    case "rules_changed":
      return t("act-rules-changed");
    case "identity_key_added":
      return t("act-identity-key-added");
    case "identity_key_retired":
      return t("act-identity-key-retired");
    case "client_opened":
      return t("act-client-opened");
    case "block_lifted":
      return t("act-block-lifted");
    case "agent_rules_read":
      return t("act-agent-rules-read");
    case "client_review_changed":
      return t("act-client-review-changed");
    case "launch_point_confirmed":
      return t("act-launch-point-confirmed");
    case "prepared_reply_added":
      return t("act-prepared-reply-added");
    case "prepared_reply_changed":
      return t("act-prepared-reply-changed");
    case "prepared_reply_removed":
      return t("act-prepared-reply-removed");
    case "skill_added":
      return t("act-skill-added");
    case "skill_changed":
      return t("act-skill-changed");
    case "skill_removed":
      return t("act-skill-removed");
    case "team_added":
      return t("act-team-added");
    case "team_changed":
      return t("act-team-changed");
    case "team_removed":
      return t("act-team-removed");
    case "team_decided":
      return t("act-team-decided");
    case "agent_invited":
      return t("act-agent-invited");
    case "agent_changed":
      return t("act-agent-changed");
    case "agent_teams_changed":
      return t("act-agent-teams-changed");
    case "api_token_made":
      return t("act-api-token-made");
    case "api_token_revoked":
      return t("act-api-token-revoked");
    default:
      return act;
  }
}

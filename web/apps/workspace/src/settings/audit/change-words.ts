/** What was changed, from what to what, in the reader's words. Values are as the settings had them. */
import type { Language } from "@luukku/wire";
import { roleName } from "../agents/role-name.ts";
import { SCOPES, scopeName } from "../api/scopes.ts";
import { EMOJI_RULES, SAID_HOW } from "../clients/speech.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../prepared/groups.ts";
import type { T } from "../texts.ts";
import type { AuditChange, Scope } from "../wire.ts";
import { approachLines } from "./approach-words.ts";
import { fieldName } from "./field-name.ts";
import { dayLines, exceptionLines, holidayWords, offersWords, overflowWords } from "./hour-words.ts";
import { callBackWords, easeWords, openingTargetWords } from "./rule-words.ts";
import { speaksWords } from "./speaks-words.ts";

/** One line of the log. */
export interface ChangeLine {
  field: string;
  before: string;
  after: string;
}

export function changeLines(change: AuditChange, t: T, language: Language): ChangeLine[] {
  const { field, before, after } = change;
  if (field === "week") return dayLines(before, after, t, language);
  if (field === "exceptions") return exceptionLines(before, after, t);
  if (field === "approaches") return approachLines(before, after, t);
  const words = (value: unknown) => valueWords(field, value, t);
  return [{ field: fieldName(field, t), before: words(before), after: words(after) }];
}

function valueWords(field: string, value: unknown, t: T): string {
  if (field === "holidays") return holidayWords(value, t);
  if (field === "overflow") return overflowWords(value, t);
  if (field === "offers") return offersWords(value, t);
  if (field === "call_back") return callBackWords(value, t);
  if (field === "ease") return easeWords(value, t);
  if (field === "opening_target") return openingTargetWords(value, t);
  if (field === "speaks") return speaksWords(value, t);
  // Written only where it is so.
  if (field === "is_self_directed") return value ? t("audit-yes") : t("audit-no");
  if (value === null || value === undefined || value === "") return t("audit-empty");
  if (typeof value === "boolean") return value ? t("audit-yes") : t("audit-no");
  if (typeof value === "number") return withUnit(field, value, t);
  if (typeof value === "string") return word(field, value, t);
  if (Array.isArray(value)) {
    return value.length === 0 ? t("audit-empty") : value.map((one) => word(field, String(one), t)).join(", ");
  }
  return JSON.stringify(value);
}

function withUnit(field: string, value: number, t: T): string {
  const number = value.toLocaleString();
  switch (field) {
    case "answer_target_s":
      return `${number} ${t("unit-seconds")}`;
    case "silence_min":
    case "thanks_grace_min":
      return `${number} ${t("unit-minutes")}`;
    case "queue_ceiling":
      return `${number} ${t("unit-people")}`;
    case "message_weight":
      return `${number} ${t("weights-unit")}`;
    case "held_out_percent":
      return t("percent-of", { value: number });
    case "per_visit":
    case "per_day":
    case "per_week":
      return `${number} ${t("approach-times")}`;
    case "peace_days":
      return t("token-days", { days: value });
    case "days":
      return t("token-days", { days: value });
    case "retires_in_hours":
      return t("identity-in-hours", { hours: value });
    default:
      return number;
  }
}

/** A word of the settings in the reader's language; anything else is somebody's own words. */
function word(field: string, value: string, t: T): string {
  const language = LANGUAGES.find((one) => one === value);
  if (language && (field === "language" || field === "languages")) return LANGUAGE_NAMES[language];
  const scope: Scope | undefined = SCOPES.find((one) => one === value);
  if (scope && field === "scopes") return scopeName(scope, t);
  const role = (["owner", "supervisor", "agent", "read_only"] as const).find((one) => one === value);
  if (role && field === "role") return roleName(role, t);
  if (field === "kind") return value === "sales_text" ? t("prepared-kind-sales") : t("prepared-kind-reply");
  const how = SAID_HOW.find((one) => one === value);
  if (how && (field === "speech.greeting" || field === "speech.closing")) return t("said-how", { how });
  const rule = EMOJI_RULES.find((one) => one === value);
  if (rule && field === "speech.emoji") return t("emoji-rule", { rule });
  if (field === "algorithm") return value === "hs256" ? t("identity-hs256") : t("identity-eddsa");
  if (field !== "when_closed") return value;
  switch (value) {
    case "hidden":
      return t("when-closed-hidden");
    case "hours":
      return t("when-closed-hours");
    default:
      return t("when-closed-message");
  }
}

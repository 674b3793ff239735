import type { Texts } from "virtual:texts/set-up";
import type { Translate } from "@luukku/texts";
import type { StepError } from "./steps.ts";

type T = Translate<Texts>;

export function sentenceOf(error: StepError, t: T): string {
  switch (error.kind) {
    case "empty":
      return emptySentence(error.id, t);
    case "no_language":
      return t("error-languages");
    case "week":
      return t("error-week");
    case "website":
      return t("error-website", { typed: error.detail });
    case "email":
      return t("error-email");
    case "password_short":
      return t("error-password-short", { count: error.detail });
    case "password_long":
      return t("error-password-long");
    case "told":
      return error.detail;
  }
}

function emptySentence(id: StepError["id"], t: T): string {
  switch (id) {
    case "organisation":
      return t("error-organisation");
    case "client":
      return t("error-client");
    case "time_zone":
      return t("error-time-zone");
    case "owner_name":
      return t("error-name");
    case "owner_email":
      return t("error-email");
    case "owner_password":
    case "languages":
    case "week":
    case "websites":
      return "";
  }
}

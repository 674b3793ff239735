/** Names of states, languages and channels, and where things of the desk are found. */

import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { CaseState, Channel, Language, MaskedKind } from "@luukku/wire";

type T = Translate<Texts>;

export function stateName(state: CaseState, t: T): string {
  const names: Record<CaseState, string> = {
    new: t("state-new"),
    open: t("state-open"),
    waiting_for_customer: t("state-waiting-for-customer"),
    waiting_for_others: t("state-waiting-for-others"),
    solved: t("state-solved"),
    closed: t("state-closed"),
  };
  return names[state];
}

export function languageName(language: Language, t: T): string {
  const names: Record<Language, string> = { fi: t("language-fi"), sv: t("language-sv"), en: t("language-en") };
  return names[language];
}

/** A language by its own name, for a row: the one that is not ours must be seen at once. */
export const OWN_NAMES: Record<Language, string> = { fi: "suomi", sv: "svenska", en: "English" };

export function channelName(channel: Channel, t: T): string {
  const names: Record<Channel, string> = {
    chat: t("channel-chat"),
    message: t("channel-message"),
    call_back: t("channel-call-back"),
  };
  return names[channel];
}

export function maskName(kind: MaskedKind, t: T): string {
  const names: Record<MaskedKind, string> = {
    personal_identity_code: t("masked-identity-code"),
    swedish_personal_number: t("masked-swedish-number"),
    payment_card: t("masked-card"),
    bank_account: t("masked-account"),
  };
  return names[kind];
}

export function casePath(number: number): string {
  return `/cases/${number}`;
}

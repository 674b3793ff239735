/** Why I cannot take what waits: the desk refuses it in the claim, and the row says so before anybody tries. */
import type { Texts } from "virtual:texts/desk";
import type { Translate } from "@luukku/texts";
import type { CaseRow } from "@luukku/wire";
import type { LiveDesk } from "../live/desk.svelte.ts";
import { lackOf } from "../live/knowing.ts";
import { isForUs } from "../live/places.ts";
import { lackName } from "./lack.ts";

type Around = Pick<LiveDesk, "me" | "self" | "skills" | "teams">;

/** What I am not, in words, whether or not I have a luukku free; `null` when it is for me, or when I only look. */
export function whyNotMine(row: CaseRow, { me, self, skills, teams }: Around, t: Translate<Texts>): string | null {
  if (me === null || me.role === "read_only") return null;
  const lack = lackOf(row.contact, self, skills);
  if (lack) return lackName(lack, t);
  if (isForUs(row, me, teams)) return null;
  const team = teams.get(row.contact.for_team ?? "")?.name;
  return team === undefined ? null : t("queue-for-team", { team });
}

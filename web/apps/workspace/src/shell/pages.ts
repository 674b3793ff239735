import type { Role } from "@luukku/wire";
import type { PageName } from "../router.ts";

interface MainPage {
  name: PageName;
  path: string;
}

/** Who looks after others: the server asks the same and refuses the rest. */
export function supervises(role: Role | undefined): boolean {
  return role === "owner" || role === "supervisor";
}

/** Who may see the team's page: those who look after others, and those who only look. */
export function seesTeam(role: Role | undefined): boolean {
  return supervises(role) || role === "read_only";
}

/** Who answers customers. */
export function answers(role: Role | undefined): boolean {
  return role !== undefined && role !== "read_only";
}

/** The pages of the main menu, as far as the role sees them; `decides`: a team of mine is self-directed. */
export function mainPages(role: Role | undefined, decides: boolean): MainPage[] {
  const pages: MainPage[] = [
    { name: "desk", path: "/" },
    { name: "cases", path: "/cases" },
  ];
  if (seesTeam(role)) pages.push({ name: "team", path: "/team" });
  if (decides) pages.push({ name: "decisions", path: "/decisions" });
  return [...pages, { name: "settings", path: "/settings" }];
}

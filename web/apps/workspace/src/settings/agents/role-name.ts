import type { Role } from "@luukku/wire";
import type { T } from "../texts.ts";

export function roleName(role: Role, t: T): string {
  switch (role) {
    case "owner":
      return t("role-owner");
    case "supervisor":
      return t("role-supervisor");
    case "agent":
      return t("role-agent");
    case "read_only":
      return t("role-reader");
  }
}

/** What a role may do, in one sentence. */
export function roleHint(role: Role, t: T): string {
  switch (role) {
    case "owner":
      return t("role-owner-what");
    case "supervisor":
      return t("role-supervisor-what");
    case "agent":
      return t("role-agent-what");
    case "read_only":
      return t("role-reader-what");
  }
}

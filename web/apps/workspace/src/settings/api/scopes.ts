import type { T } from "../texts.ts";
import type { Scope } from "../wire.ts";

export const SCOPES: readonly Scope[] = ["read_cases", "write_cases", "read_settings", "write_settings"];

export function scopeName(scope: Scope, t: T): string {
  switch (scope) {
    case "read_cases":
      return t("scope-read-cases");
    case "write_cases":
      return t("scope-write-cases");
    case "read_settings":
      return t("scope-read-settings");
    case "write_settings":
      return t("scope-write-settings");
  }
}

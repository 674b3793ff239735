/** The size of a file. */
import type { Words } from "./format";

export function sizeOf({ t }: Words, bytes: number): string {
  if (bytes < 1_000_000) return t("size-kb", { size: Math.max(1, Math.round(bytes / 1000)) });
  return t("size-mb", { size: Math.round(bytes / 100_000) / 10 });
}

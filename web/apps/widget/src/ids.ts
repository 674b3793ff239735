/** Random bytes; the browser's own in the widget, fixed ones in tests. */
export type Random = (bytes: number) => Uint8Array;

export const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

/** A UUIDv7: ids are made by whoever makes the thing, so that a message sent twice is still one message (D2). */
export function newId(now = Date.now(), source = random): string {
  const time = Math.floor(now).toString(16).padStart(12, "0");
  const noise = [...source(10)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[Number.parseInt(noise[3] ?? "0", 16) & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`;
}

/** The visitor's own secret: 32 random bytes as base64url. The desk keeps only its hash. */
export function newSecret(source = random): string {
  return btoa(String.fromCharCode(...source(32)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

export type PasswordProblem = { kind: "short"; count: number } | { kind: "long" };

/** Length is all we ask of a password: at least 12 characters, at most 1,024 bytes. */
export function passwordProblem(password: string): PasswordProblem | null {
  const count = [...password].length;
  const bytes = new TextEncoder().encode(password).length;
  if (bytes < 12 || count < 12) return { kind: "short", count };
  return bytes > 1024 ? { kind: "long" } : null;
}

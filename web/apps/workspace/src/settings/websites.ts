/** Websites as people type them, one per line, and as the desk takes them: origins. The desk checks again. */

export interface Websites {
  origins: string[];
  /** The first line that is no address. */
  wrong: string | null;
}

export function parseWebsites(text: string): Websites {
  const lines = text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const origins = lines.map(originOf);
  return {
    origins: [...new Set(origins.filter((one) => one !== null))],
    wrong: lines.find((_, at) => origins[at] === null) ?? null,
  };
}

/** `www.example.fi/chat` → `https://www.example.fi`; `*.example.fi` keeps its star; `null` when it is no address. */
export function originOf(typed: string): string | null {
  const found = /^(?:(https?):\/\/)?(\*\.)?([^/?#:\s]+)(?::(\d{1,5}))?(?:[/?#].*)?$/i.exec(typed.trim().toLowerCase());
  const [, scheme = "https", star = "", typedHost = "", port] = found ?? [];
  const host = asciiOf(typedHost);
  if (!isHost(host) || (star !== "" && !host.includes("."))) return null;
  const usual = scheme === "https" ? "443" : "80";
  return `${scheme}://${star}${host}${port === undefined || port === usual ? "" : `:${port}`}`;
}

/** As browsers name it to the desk: `äänekoski.fi` → `xn--nekoski-4waa.fi`. */
function asciiOf(host: string): string {
  if (/^[ -~]*$/.test(host)) return host;
  const address = `https://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : "";
}

function isHost(host: string): boolean {
  const labels = host.split(".");
  return (
    (labels.length > 1 || host === "localhost") &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  );
}

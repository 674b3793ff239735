/** A client's own colour: words must be readable on it (WCAG 2.2, 1.4.3). The desk asks the same. */

const INK = "#0f1e22";
const ENOUGH = 4.5;

/** `#rrggbb` in small letters, of `#RRGGBB`, `rrggbb` or `#rgb`; `null` when it is no colour. */
export function parseColour(text: string): string | null {
  const digits = text.trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/.test(digits) ? `#${[...digits].map((one) => one + one).join("")}` : null;
}

/** Contrast of two colours, 1–21. */
export function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The better ink on `colour`, and how well it is read. */
export function inkOn(colour: string): { ink: string; contrast: number } {
  const [white, dark] = [contrast(colour, "#ffffff"), contrast(colour, INK)];
  return white >= dark ? { ink: "#ffffff", contrast: white } : { ink: INK, contrast: dark };
}

export function carriesText(colour: string): boolean {
  return inkOn(colour).contrast >= ENOUGH;
}

/** The nearest colour that carries text: a little darker or a little lighter. */
export function nearest(colour: string): string {
  for (let percent = 0; percent <= 100; percent += 1) {
    for (const other of [0, 255]) {
      const mixed = mix(colour, other, percent);
      if (carriesText(mixed)) return mixed;
    }
  }
  return "#000000";
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function mix(colour: string, other: number, percent: number): string {
  const mixed = channels(colour).map((own) => Math.floor((own * (100 - percent) + other * percent) / 100));
  return `#${mixed.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

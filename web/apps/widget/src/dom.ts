/** Making elements. Text goes in as text nodes only; nothing here reads markup. */
type Child = Node | string | null | false | undefined;
type Attributes = Record<string, string | number | boolean | null | undefined>;

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  set(node, attributes);
  node.append(...children.filter(isThere));
  return node;
}

export function set(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) node.removeAttribute(name);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
}

export function isThere<Value>(value: Value | null | false | undefined): value is Value {
  return value !== null && value !== false && value !== undefined;
}

/** Words of other people: their direction does not spill over. */
export function isolated(words: string): HTMLElement {
  return el("bdi", {}, words);
}

export function button(attributes: Attributes, run: () => void, ...children: Child[]): HTMLButtonElement {
  const node = el("button", { type: "button", ...attributes }, ...children);
  node.addEventListener("click", run);
  return node;
}

const ICONS = {
  clip: "M20 11.5 12 19.6a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6",
  smile: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20M8 14s1.5 2 4 2 4-2 4-2M9 9h.01M15 9h.01",
  down: "m6 9 6 6 6-6",
  close: "M18 6 6 18M6 6l12 12",
  tick: "M20 6 9 17l-5-5",
  shield: "M12 3l7 3v6c0 4-3 7-7 9-4-2-7-5-7-9V6zM9 12l2 2 4-4",
  stop: "M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 7v6M12 16.5v.5",
  warn: "M12 3 22 20H2zM12 10v4M12 17v.3",
  file: "M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8zM14 2v6h6",
  clock: "M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20M12 7v5l3 2",
};

const SVG = "http://www.w3.org/2000/svg";

export function icon(name: keyof typeof ICONS, size = 20): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  set(svg, { class: `icon icon-${name}`, width: size, height: size, viewBox: "0 0 24 24", "aria-hidden": "true" });
  const path = document.createElementNS(SVG, "path");
  set(path, { d: ICONS[name] });
  svg.append(path);
  return svg;
}

/** The hatch: opening, sill. */
export function mark(size = 26): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  set(svg, { class: "mark", width: size, height: size, viewBox: "0 0 24 24", "aria-hidden": "true" });
  const parts = ["M1 1h16a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6H7a6 6 0 0 1-6-6Z", "M6 7h12v6H6Z", "M4.5 15h15v2.6h-15Z"];
  for (const d of parts) {
    const path = document.createElementNS(SVG, "path");
    set(path, { d });
    svg.append(path);
  }
  return svg;
}

/** A part of the screen that is drawn anew only when what it shows has changed; the focus stays where it was. */
export class Region<Node extends HTMLElement = HTMLElement> {
  readonly node: Node;
  #drawn = "";

  constructor(node: Node) {
    this.node = node;
    node.hidden = true;
  }

  draw(shows: unknown, build: () => Child[]): void {
    const now = JSON.stringify(shows);
    if (now === this.#drawn) return;
    this.#drawn = now;
    const focused = this.node.contains(document.activeElement) ? document.activeElement?.id : "";
    this.node.replaceChildren(...build().filter(isThere));
    this.node.hidden = this.node.childNodes.length === 0;
    if (focused) document.getElementById(focused)?.focus();
  }
}

/**
 * Turns Fluent files into small pieces of JavaScript, so that no Fluent parser travels to the browser.
 * Known here: plain text, `{ $name }`, `{ NUMBER($name, …) }`, `{ "literal" }` and selectors over a variable.
 * Everything else is an error with file and line, because a message that works on one side only is worse than none.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentParser, lineOffset } from "@fluent/syntax";

export const LANGUAGES = /** @type {const} */ (["fi", "sv", "en"]);
/** Where the Fluent files live: `texts/<language>/<area>.ftl` at the root of the repository. */
export const TEXTS = fileURLToPath(new URL("../../../../texts/", import.meta.url));

const CATEGORIES = new Set(["zero", "one", "two", "few", "many", "other"]);
const NUMBER_OPTIONS = new Set(["minimumFractionDigits", "maximumFractionDigits", "minimumIntegerDigits"]);

/** @typedef {{ key: string, line: number, code: string, variables: Map<string, "number" | "any"> }} Message */

/** The areas that exist, by the file names of the first language. */
export function areas() {
  return readdirSync(join(TEXTS, LANGUAGES[0]))
    .filter((name) => name.endsWith(".ftl"))
    .map((name) => name.slice(0, -4))
    .sort();
}

/**
 * @param {string} area
 * @param {string} language
 */
export function fileOf(area, language) {
  return join(TEXTS, language, `${area}.ftl`);
}

/**
 * @param {string} area
 * @param {string} language
 */
export function readArea(area, language) {
  const file = fileOf(area, language);
  return compile(readFileSync(file, "utf8"), `texts/${language}/${area}.ftl`);
}

/**
 * @param {string} source
 * @param {string} name for error messages
 * @returns {Message[]}
 */
export function compile(source, name) {
  const at = (/** @type {any} */ node) => `${name}:${lineOffset(source, node.span?.start ?? 0) + 1}`;
  /** @type {Message[]} */
  const messages = [];
  for (const entry of new FluentParser().parse(source).body) {
    if (entry.type.endsWith("Comment")) continue;
    if (entry.type === "Junk") {
      const why = /** @type {any} */ (entry).annotations.map((/** @type {any} */ a) => a.message).join("; ");
      throw new Error(`${at(entry)}: ${why}`);
    }
    const message = /** @type {any} */ (entry);
    if (message.type !== "Message") throw new Error(`${at(entry)}: ${message.type} is not supported`);
    const key = message.id.name;
    if (message.attributes.length > 0) throw new Error(`${at(entry)}: ${key} has attributes; make them messages`);
    if (messages.some((other) => other.key === key)) throw new Error(`${at(entry)}: ${key} is there twice`);
    /** @type {Message["variables"]} */
    const variables = new Map();
    const text = pattern(message.value, variables, at);
    messages.push({
      key,
      line: lineOffset(source, message.span?.start ?? 0) + 1,
      code: text.dynamic ? `(a,f)=>${text.code}` : text.code,
      variables,
    });
  }
  return messages;
}

/**
 * @param {any} node
 * @param {Message["variables"]} variables
 * @param {(node: any) => string} at
 * @returns {{ code: string, dynamic: boolean }}
 */
function pattern(node, variables, at) {
  /** @type {string[]} */
  const parts = [];
  let text = "";
  for (const element of node.elements) {
    if (element.type === "TextElement") {
      text += element.value;
    } else if (element.expression.type === "StringLiteral") {
      text += element.expression.parse().value;
    } else {
      if (text !== "" || parts.length === 0) parts.push(JSON.stringify(text));
      text = "";
      parts.push(expression(element.expression, variables, at));
    }
  }
  if (text !== "" || parts.length === 0) parts.push(JSON.stringify(text));
  const dynamic = node.elements.some(
    (/** @type {any} */ element) => element.type === "Placeable" && element.expression.type !== "StringLiteral",
  );
  if (dynamic && parts[0] === '""' && parts[1] !== undefined) parts.shift();
  return { code: parts.join("+"), dynamic };
}

/**
 * @param {any} node
 * @param {Message["variables"]} variables
 * @param {(node: any) => string} at
 * @returns {string}
 */
function expression(node, variables, at) {
  switch (node.type) {
    case "VariableReference":
      note(variables, node.id.name, "any");
      return `f.n(${read(node.id.name)})`;
    case "FunctionReference":
      return number(node, variables, at);
    case "SelectExpression":
      return select(node, variables, at);
    default:
      throw new Error(`${at(node)}: ${node.type} is not supported here`);
  }
}

/**
 * @param {any} node
 * @param {Message["variables"]} variables
 * @param {(node: any) => string} at
 */
function number(node, variables, at) {
  const [value, ...more] = node.arguments.positional;
  if (node.id.name !== "NUMBER" || value?.type !== "VariableReference" || more.length > 0) {
    throw new Error(`${at(node)}: only NUMBER($name, …) is supported, not ${node.id.name}`);
  }
  /** @type {Record<string, number>} */
  const options = {};
  for (const { name, value: given } of node.arguments.named) {
    if (!NUMBER_OPTIONS.has(name.name)) throw new Error(`${at(node)}: NUMBER knows no ${name.name}`);
    options[name.name] = Number(given.value);
  }
  note(variables, value.id.name, "number");
  const given = Object.keys(options).length > 0 ? `,${JSON.stringify(options)}` : "";
  return `f.n(${read(value.id.name)}${given})`;
}

/**
 * @param {any} node
 * @param {Message["variables"]} variables
 * @param {(node: any) => string} at
 */
function select(node, variables, at) {
  const by = node.selector.type === "FunctionReference" ? node.selector.arguments.positional[0] : node.selector;
  if (by?.type !== "VariableReference") throw new Error(`${at(node)}: a selector must be a variable`);
  let numeric = true;
  let other = '""';
  /** @type {string[]} */
  const variants = [];
  for (const variant of node.variants) {
    const name = variant.key.type === "NumberLiteral" ? variant.key.value : variant.key.name;
    if (variant.key.type !== "NumberLiteral" && !CATEGORIES.has(name)) numeric = false;
    const text = pattern(variant.value, variables, at).code;
    if (variant.default) other = text;
    else variants.push(`${JSON.stringify(name)}:${text}`);
  }
  note(variables, by.id.name, numeric ? "number" : "any");
  // `__proto__: null`: a word such as "constructor" must not find anything.
  return `f.s(${read(by.id.name)},{__proto__:null${variants.map((one) => `,${one}`).join("")}},${other})`;
}

/** @param {string} name */
function read(name) {
  return /^[A-Za-z_]\w*$/.test(name) ? `a.${name}` : `a[${JSON.stringify(name)}]`;
}

/**
 * @param {Message["variables"]} variables
 * @param {string} name
 * @param {"number" | "any"} kind
 */
function note(variables, name, kind) {
  if (kind === "number" || !variables.has(name)) variables.set(name, kind);
}

/**
 * One language of one area as a JavaScript module.
 * @param {Message[]} messages
 */
export function moduleOf(messages) {
  return `export default {${messages.map((one) => `${JSON.stringify(one.key)}:${one.code}`).join(",\n")}};\n`;
}

/** The types of all areas: a key that does not exist or an argument that is missing fails the type check. */
export function typesOf() {
  const lines = ["// Written by packages/texts from texts/fi/*.ftl. Do not edit."];
  for (const area of areas()) {
    lines.push(
      `declare module "virtual:texts/${area}" {`,
      `  import type { Translate } from "@luukku/texts";`,
      "  export interface Texts {",
      ...readArea(area, LANGUAGES[0]).map((one) => `    ${JSON.stringify(one.key)}: ${argumentsOf(one)};`),
      "  }",
      `  export type Language = ${LANGUAGES.map((one) => JSON.stringify(one)).join(" | ")};`,
      "  /** Loads one language of this area; the others stay on the server. */",
      "  export function load(language: Language): Promise<Translate<Texts>>;",
      "}",
    );
    for (const language of LANGUAGES) {
      lines.push(
        `declare module "virtual:texts/${area}/${language}" {`,
        `  const messages: import("@luukku/texts").Messages<import("virtual:texts/${area}").Texts>;`,
        "  export default messages;",
        "}",
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

/** @param {Message} message */
function argumentsOf(message) {
  if (message.variables.size === 0) return "null";
  const types = [...message.variables].map(
    ([name, kind]) => `${JSON.stringify(name)}: ${kind === "number" ? "number" : "string | number"}`,
  );
  return `{ ${types.join("; ")} }`;
}

/**
 * The Vite plugin behind `virtual:texts/<area>` (with `load(language)`) and `virtual:texts/<area>/<language>`.
 */
import { fileOf, LANGUAGES, moduleOf, readArea } from "./compile.js";
import { writeTypes } from "./write-types.js";

const ADDRESS = /^virtual:texts\/([a-z-]+)(?:\/([a-z]{2}))?$/;

/** @returns {import("vite").Plugin} */
export function texts() {
  return {
    name: "luukku-texts",
    buildStart() {
      writeTypes();
    },
    resolveId(id) {
      return ADDRESS.test(id) ? `\0${id}` : null;
    },
    load(id) {
      const [, area, language] = ADDRESS.exec(id.slice(1)) ?? [];
      if (!id.startsWith("\0") || area === undefined) return null;
      if (language === undefined) return loaderOf(area);
      this.addWatchFile(fileOf(area, language));
      return moduleOf(readArea(area, language));
    },
    handleHotUpdate({ file, server }) {
      if (!file.endsWith(".ftl")) return;
      writeTypes();
      server.ws.send({ type: "full-reload" });
    },
  };
}

/** @param {string} area */
function loaderOf(area) {
  const cases = LANGUAGES.map((one) => `${one}: () => import("virtual:texts/${area}/${one}")`);
  return `import { createTexts } from "@luukku/texts";
const languages = { ${cases.join(", ")} };
export const load = async (language) => createTexts((await languages[language]()).default, language);
`;
}

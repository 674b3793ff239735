import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TEXT = /\.(html|js|css|svg|json|txt|webmanifest|map)$/;

/**
 * Puts a `.gz` and a `.br` next to every text file, so that the server never compresses anything itself.
 * @param {string} folder
 */
export function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!TEXT.test(name) || name.startsWith(".vite")) continue;
    const file = join(folder, name);
    const plain = readFileSync(file);
    const brotli = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    };
    keepIfSmaller(`${file}.gz`, gzipSync(plain, { level: 9 }), plain.length);
    keepIfSmaller(`${file}.br`, brotliCompressSync(plain, brotli), plain.length);
  }
}

/**
 * @param {string} file
 * @param {Buffer} packed
 * @param {number} plainSize
 */
function keepIfSmaller(file, packed, plainSize) {
  if (packed.length < plainSize) writeFileSync(file, packed);
}

/** What a website's server runs for each page that it shows to somebody who has signed in. */
import type { Algorithm } from "../wire.ts";

export function snippet(algorithm: Algorithm, audience: string): string {
  const signing =
    algorithm === "hs256"
      ? 'createHmac("sha256", process.env.LUUKKU_SECRET).update(said).digest("base64url")'
      : 'sign(null, Buffer.from(said), process.env.LUUKKU_PRIVATE_KEY).toString("base64url")';
  return [
    `import { ${algorithm === "hs256" ? "createHmac" : "sign"}, randomUUID } from "node:crypto";`,
    "",
    'const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");',
    "",
    "export function identityToken(customer) {",
    "  const now = Math.floor(Date.now() / 1000);",
    "  const claims = {",
    `    aud: "${audience}",`,
    "    sub: customer.id, name: customer.name, email: customer.email,",
    "    iat: now, exp: now + 300, jti: randomUUID(),",
    "  };",
    `  const said = part({ alg: "${algorithm === "hs256" ? "HS256" : "EdDSA"}", typ: "JWT" }) + "." + part(claims);`,
    `  return said + "." + ${signing};`,
    "}",
  ].join("\n");
}

/** The site's line with the place where the token goes. */
export function lineWithToken(embed: string): string {
  return embed.replace(/ data-widget=/, ' data-identity="TOKEN" data-widget=');
}

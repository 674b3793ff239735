import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { ask } from "../src/live/api.ts";

/** A desk that takes every request and never answers, or answers only the half. */
async function silent(begins: boolean, then: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => {
    if (begins) response.write("{");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await then(`http://127.0.0.1:${isHere(address) ? address.port : 0}/`);
  server.closeAllConnections();
  server.close();
}

function isHere(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

test.each([
  ["nothing at all", false],
  ["half an answer", true],
])("a request that hangs counts as unanswered: %s", async (_, begins) => {
  await silent(begins, async (address) => {
    expect(await ask("GET", address, undefined, { withinMs: 100 })).toEqual({ ok: false, problem: null });
  });
});

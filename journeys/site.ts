// A small website made of the pages that a journey gives it.
import { createServer } from "node:http";

/** A website of its own: the pages that it is given, with the headers that it is given. */
export async function site(pages: Record<string, string>, headers: Record<string, string> = {}) {
  const server = createServer((request, response) => {
    const body = pages[new URL(request.url ?? "/", "http://x").pathname];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(
      `<!doctype html><html lang="fi"><meta charset="utf-8"><link rel="icon" href="data:,"><title>x</title>${body}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://localhost:${address.port}`, close };
}

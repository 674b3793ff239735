// The customer's own website: another site than the desk (`localhost` against `127.0.0.1`), with the chat embedded.
import { createServer, type Server } from "node:http";

const LANGUAGES = new Set(["fi", "sv", "en"]);

export class Website {
  /** The line that the desk gave for the website. */
  embed = "";

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async open(): Promise<Website> {
    const server = createServer();
    // Both families: `localhost` may mean either.
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const website = new Website(server, `http://localhost:${address.port}`);
    server.on("request", (request, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      // A careful site: it allows the desk and nothing else.
      response.end(website.#page(new URL(request.url ?? "/", website.origin).pathname));
    });
    return website;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** `/sv/…` is in Swedish, `/en/…` in English, everything else in Finnish. */
  #page(path: string): string {
    const first = path.split("/")[1] ?? "";
    const language = LANGUAGES.has(first) ? first : "fi";
    return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <title>Havuvaara ${path}</title>
  </head>
  <body>
    <main>
      <h1>Havuvaara</h1>
      <p><a href="/${language}/tuotteet">Kaarna 2</a></p>
    </main>
    ${this.embed}
  </body>
</html>`;
  }
}

/**
 * Both apps with reload: the workspace on 5173, the widget's frame on 5174. A desk must be running
 * (`cargo xtask dev` starts one); its address is in LUUKKU_DESK.
 */
import { createServer } from "vite";

for (const configFile of ["apps/workspace/vite.config.js", "apps/widget/vite.config.js"]) {
  const server = await createServer({ configFile });
  await server.listen();
  server.printUrls();
}

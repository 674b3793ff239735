import { expect, test } from "./fixtures.ts";

test("where a network lets no WebSocket through, the same talk goes by long poll", async ({
  cable,
  office,
  visitor,
  workspace,
  expected,
}) => {
  expected.push(/WebSocket connection to/);
  cable.refusesSockets = true;
  const aino = await workspace(await office.invite("Aino Aalto"));
  const vieras = await visitor();
  const polled = new Set<string>();
  for (const page of [aino.page, vieras.page]) {
    page.on("request", (request) => polled.add(new URL(request.url()).pathname.replace(/poll\/.*/, "poll/")));
    page.on("websocket", (socket) => socket.on("framereceived", () => polled.add("a frame of a socket")));
  }

  await expect(aino.presence).toHaveAccessibleName(/^Paikallaolo: Tauolla/);
  await aino.comeToWork();
  await expect(vieras.launcher).toContainText("Kysy");
  await vieras.open();
  await vieras.write("Kuuleeko kukaan?");
  await expect(aino.queue.getByRole("link", { name: /Vierailija 1/ })).toBeVisible();
  await aino.takeNext();
  await expect(vieras.chat.getByRole("heading", { name: "Aino vastaa sinulle" })).toBeVisible();
  await aino.field.pressSequentially("Kuulen");
  await expect(vieras.chat.getByText("Aino kirjoittaa")).toBeVisible();
  await aino.field.press("Enter");
  await expect(vieras.message("Kuulen")).toBeVisible();
  await vieras.field.pressSequentially("Hienoa");
  await expect(aino.page.getByText("Vierailija 1 kirjoittaa").last()).toBeVisible();
  await vieras.field.press("Enter");
  await expect(aino.message("Hienoa")).toBeVisible();
  await expect(vieras.message("Hienoa")).toContainText("Luettu");
  expect(await vieras.said()).toEqual(["Kuuleeko kukaan?", "Kuulen", "Hienoa"]);
  expect(await aino.said()).toEqual(["Kuuleeko kukaan?", "Kuulen", "Hienoa"]);

  expect(polled).toContain("/api/poll/");
  expect(polled).toContain(`/api/widget/${office.client.widget_key}/poll/`);
  expect(polled).not.toContain("a frame of a socket");
});

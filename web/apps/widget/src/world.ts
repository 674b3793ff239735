/** The browser, as the connection needs it. */
import { type Api, isNothing, isPoll, isTicket } from "./api";
import type { World } from "./connection";
import { POLL_PATIENCE_MS } from "./patience";

export function worldOf(api: Api): World {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    later(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ticket: () => api.ask("POST", "/socket-ticket", isTicket),
    socket(on) {
      const address = new URL(api.address("/socket"), location.href);
      address.protocol = address.protocol.replace("http", "ws");
      const socket = new WebSocket(address);
      socket.onopen = () => on.open();
      socket.onmessage = ({ data }) => typeof data === "string" && on.message(data);
      socket.onclose = () => on.close();
      return socket;
    },
    beginPoll: (hello) => api.ask("POST", "/poll", isPoll, hello),
    poll: (screen, after) =>
      api.ask("GET", `/poll/${encodeURIComponent(screen)}?after=${after}`, isPoll, undefined, POLL_PATIENCE_MS),
    sayByPoll: (screen, says) => api.ask("POST", `/poll/${encodeURIComponent(screen)}`, isNothing, says),
  };
}

import type { BlockedPlace, Cause, Evidence } from "../evidence.ts";
import { standsInSource } from "./sources.ts";

/** Whether the program waits for new clients alone in a call that could wait for those that it has taken as well. */
export function watchesOnlyNewClients(evidence: Evidence, { call, on }: BlockedPlace): boolean {
  return on === "listening" && waitsForMany.has(call) && standsInSource(evidence, /\bselect|\bpoll|\bepoll/i);
}

const waitsForMany = new Set(["select", "poll", "epoll"]);

/** What to say of it. */
export const notInTheList: Pick<Cause, "name" | "idea" | "look"> = {
  name: { en: "select() does not watch the client", id: "select() tidak mengawasi client" },
  idea: {
    en: "select(), poll() and selectors wake only for the sockets that they were given: what a client sends on another one is not noticed.",
    id: "select(), poll(), dan selectors hanya bangun untuk socket yang diberikan kepadanya: kiriman client di socket lain tidak diketahui.",
  },
  look: {
    en: "Put the socket that accept() returned into the same list, read from those that select() names, and take it out when its client has left.",
    id: "Masukkan socket hasil accept() ke daftar yang sama, baca dari socket yang disebut select(), dan keluarkan begitu client-nya pergi.",
  },
};

import { type Diagnoser, strength } from "../evidence.ts";
import { readerOfAnother } from "./conversations.ts";
import { blockedIn, subject } from "./phrases.ts";

/** A UDP server that connected its socket: the kernel drops datagrams from all other peers. */
export const connectedToOne: Diagnoser = (evidence) => {
  const { failure, kind, transport } = evidence;
  if (transport !== "udp" || kind !== "server" || !unanswered.has(failure.code)) return null;
  const place = readerOfAnother(evidence, failure.who);
  if (place === undefined) return null;
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} was ${blockedIn(place).en}: its socket was connected to ${place.on}, so what ${failure.who} sent did not reach it.`,
      id: `${subject(evidence).id} ${blockedIn(place).id}: socket-nya terhubung (connect) ke ${place.on}, sehingga kiriman ${failure.who} tidak sampai kepadanya.`,
    },
    idea: {
      en: "connect() on a UDP socket makes the kernel take datagrams from that one address alone and turn everybody else away.",
      id: "connect() pada socket UDP membuat kernel hanya menerima datagram dari satu alamat itu dan menolak yang lain.",
    },
    look: {
      en: "Leave connect() to clients: recvfrom() tells who sent each datagram, and sendto() takes that address.",
      id: "connect() hanya untuk client: recvfrom() memberi tahu pengirim setiap datagram, dan sendto() memakai alamat itu.",
    },
  };
};

const unanswered = new Set(["no-reply", "replies-missing"]);

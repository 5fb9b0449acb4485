import { type Cause, type Diagnoser, type Evidence, type Finding, strength } from "./evidence.ts";
import { oneDatagramOnly } from "./one-datagram-only.ts";
import { connectedToOne } from "./support/connected-to-one.ts";
import { failedConversation, hasLeft } from "./support/conversations.ts";
import { uncaughtError } from "./support/last-words.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** The first client is served, and no other. */
export const oneClientOnly: Cause = {
  about: "any",
  name: { en: "Serves one client only", id: "Hanya melayani satu client" },
  idea: {
    en: "accept() gives one connection. A server that is to serve the next client too must come back to accept().",
    id: "accept() menghasilkan satu koneksi. Agar client berikutnya juga dilayani, server harus kembali ke accept().",
  },
  look: {
    en: "Put accept() into a loop of its own, and close only the client's socket in it, never the listening one.",
    id: "Letakkan accept() di dalam perulangan, dan di situ tutup hanya socket milik client, jangan socket yang listen.",
  },
  find: (evidence) => oneDatagramOnly(evidence) ?? connectedToOne(evidence) ?? oneConnectionOnly(evidence),
};

const oneConnectionOnly: Diagnoser = (evidence) => {
  const { failure, kind, exit, conversations } = evidence;
  const [first, ...others] = conversations;
  if (kind !== "server" || first === undefined || first.peer === failure.who || !hasEnded(evidence, first.peer))
    return null;
  if (exit) {
    // How many others were connected when it ended depends on timing.
    const isServed = others.some(({ peer, received }) => received.length > 0 || hasLeft(evidence, peer));
    return isServed || !unservedByTheGone.has(failure.code) ? null : endedAfter(evidence, first.peer);
  }
  const isNext = others.every((other) => other.peer === failure.who);
  return isNext && unserved.has(failure.code) ? stoppedAccepting(evidence, first.peer) : null;
};

const unserved = new Set(["exited-early", "refused", "not-listening", "not-accepted", "no-reply", "reset-early"]);
const unservedByTheGone = new Set([...unserved, "closed-early", "not-taken"]);

function hasEnded(evidence: Evidence, peer: string): boolean {
  const conversation = evidence.conversations.find((each) => each.peer === peer);
  return hasLeft(evidence, peer) || (conversation !== undefined && conversation.end !== null);
}

function endedAfter(evidence: Evidence, first: string): Finding | null {
  const status = evidence.exit?.status ?? 0;
  if (uncaughtError(evidence) || evidence.exit?.limit) return null;
  return {
    strength: status === 0 ? strength.shown : strength.described,
    saw: {
      en: `${subject(evidence).en} served ${first} and then ended (exit status ${status}); the next client found nobody.`,
      id: `${subject(evidence).id} melayani ${first} lalu berakhir (status keluar ${status}); client berikutnya tidak dilayani siapa pun.`,
    },
  };
}

function stoppedAccepting(evidence: Evidence, first: string): Finding | null {
  const [place] = evidence.blocked;
  const accepts = evidence.blocked.some(({ on, call }) => on === "listening" || waitsForMany.has(call));
  if (place === undefined || accepts || failedConversation(evidence)?.taken?.accepted) return null;
  return {
    strength: strength.likely,
    saw: {
      en: `${subject(evidence).en} served ${first} and was then ${blockedIn(place).en}, not in accept(), while ${evidence.failure.who} waited.`,
      id: `${subject(evidence).id} melayani ${first} lalu ${blockedIn(place).id}, bukan di accept(), sementara ${evidence.failure.who} menunggu.`,
    },
  };
}

/** A program that waits in one of these calls may be waiting for the next client. */
const waitsForMany = new Set(["epoll", "poll", "select", "io_uring"]);

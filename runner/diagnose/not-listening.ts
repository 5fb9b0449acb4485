import { type Cause, type Evidence, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** A server that never calls listen(). */
export const notListening: Cause = {
  about: "any",
  name: { en: "Never listens", id: "Tidak pernah listen" },
  idea: {
    en: "A TCP server needs socket(), bind(), listen() and then accept(): until listen() is called, every client is refused.",
    id: "Server TCP memerlukan socket(), bind(), listen(), lalu accept(): sebelum listen() dipanggil, setiap client ditolak.",
  },
  look: {
    en: "Check that listen() is really reached, and on the same socket that you bound. Does anything before it wait or return?",
    id: "Periksa apakah listen() benar-benar tercapai, dan pada socket yang sama dengan yang di-bind. Adakah sesuatu sebelumnya yang menunggu atau keluar?",
  },
  find: (evidence) => {
    const { failure, kind, exit } = evidence;
    const path = failure.code === "not-listening" || failure.code === "exited-early" ? failure.facts?.path : undefined;
    const exitedQuietly = failure.code === "exited-early" && exit?.status === 0;
    // Whether one that ends at once was seen listening for a moment is chance.
    const endedUnused = exitedQuietly && evidence.conversations.length === 0;
    if (kind !== "server" || (path === undefined && !endedUnused && happened(evidence, "listening"))) return null;
    if (failure.code !== "not-listening" && !exitedQuietly) return null;
    const [is, adalah] = state(evidence);
    if (path !== undefined) return { ...lacksPath, saw: atPath(evidence, path, is, adalah) };
    if (evidence.transport === "udp")
      return { ...neverBinds, ...(exitedQuietly && endsAtOnceOverUdp), saw: overUdp(evidence, is, adalah) };
    if (failure.facts?.over === "udp") return { ...lacksUdp, saw: overUdp(evidence, is, adalah) };
    return {
      strength: strength.likely,
      ...(exitedQuietly && endsAtOnce),
      saw: {
        en: `${subject(evidence).en} ${is} and no socket of it was listening.`,
        id: `${subject(evidence).id} ${adalah} dan tidak ada socket-nya yang listen.`,
      },
    };
  },
};

/** The texts for a server that ended without an error; it may have listened for a moment. */
const endsAtOnce = {
  name: { en: "Ends before it serves", id: "Berakhir sebelum melayani" },
  idea: {
    en: "A server goes on until somebody stops it: socket(), bind(), listen(), and then a loop around accept() that does not end.",
    id: "Server berjalan sampai dihentikan: socket(), bind(), listen(), lalu perulangan accept() yang tidak berakhir.",
  },
  look: {
    en: "See what is really reached: does the file call its main function, is listen() called, and does the loop around accept() begin and go on?",
    id: "Periksa apa yang benar-benar tercapai: apakah fungsi utamanya dipanggil, apakah listen() dipanggil, dan apakah perulangan accept() dimulai dan terus berjalan?",
  },
};

/** The texts for a UDP server that never calls bind(), or binds a TCP socket. */
const neverBinds = {
  strength: strength.likely,
  idea: {
    en: "A UDP server needs socket(AF_INET, SOCK_DGRAM), bind() and then recvfrom(); there is no listen and no accept.",
    id: "Server UDP memerlukan socket(AF_INET, SOCK_DGRAM), bind(), lalu recvfrom(); tidak ada listen dan tidak ada accept.",
  },
  look: {
    en: "Check that the socket is made with SOCK_DGRAM and that bind() is really reached. Does anything before it wait or return?",
    id: "Periksa apakah socket dibuat dengan SOCK_DGRAM dan bind() benar-benar tercapai. Adakah sesuatu sebelumnya yang menunggu atau keluar?",
  },
};

/** The same for one that ended without an error; it may have been bound for a moment. */
const endsAtOnceOverUdp = {
  name: endsAtOnce.name,
  idea: {
    en: "A server goes on until somebody stops it: socket(AF_INET, SOCK_DGRAM), bind(), and then a loop around recvfrom() that does not end.",
    id: "Server berjalan sampai dihentikan: socket(AF_INET, SOCK_DGRAM), bind(), lalu perulangan recvfrom() yang tidak berakhir.",
  },
  look: {
    en: "See what is really reached: does the file call its main function, is bind() called, and does the loop around recvfrom() begin and go on?",
    id: "Periksa apa yang benar-benar tercapai: apakah fungsi utamanya dipanggil, apakah bind() dipanggil, dan apakah perulangan recvfrom() dimulai dan terus berjalan?",
  },
};

/** The texts for a server at a path in the file system. */
const lacksPath = {
  strength: strength.likely,
  idea: {
    en: "A server of AF_UNIX has a path in the place of an address and a port: socket(AF_UNIX, SOCK_STREAM), bind(path), listen() and then accept().",
    id: "Server AF_UNIX memakai path sebagai ganti alamat dan port: socket(AF_UNIX, SOCK_STREAM), bind(path), listen(), lalu accept().",
  },
  look: {
    en: "Check that the socket is made with AF_UNIX, that bind() gets exactly this path, relative to the folder in which the program runs, and that listen() is reached.",
    id: "Periksa apakah socket dibuat dengan AF_UNIX, apakah bind() mendapat path yang persis ini, relatif terhadap folder tempat program berjalan, dan apakah listen() tercapai.",
  },
};

function atPath(evidence: Evidence, path: string, is: string, adalah: string) {
  return {
    en: `${subject(evidence).en} ${is} and no socket of it was listening at ${path} in its working folder.`,
    id: `${subject(evidence).id} ${adalah} dan tidak ada socket-nya yang listen di ${path} dalam folder kerjanya.`,
  };
}

/** The texts for a server of both transports that opened only one of them. */
const lacksUdp = {
  strength: strength.likely,
  idea: {
    en: "TCP and UDP count their ports apart: a server of both needs a socket for each and must serve both at once.",
    id: "TCP dan UDP menghitung portnya masing-masing: server untuk keduanya perlu satu socket untuk tiap protokol dan harus melayani keduanya sekaligus.",
  },
  look: {
    en: "Look at whether a SOCK_DGRAM socket is bound before the loop that serves TCP begins, and who serves it meanwhile.",
    id: "Periksa apakah socket SOCK_DGRAM sudah di-bind sebelum perulangan yang melayani TCP dimulai, dan siapa yang melayaninya sementara itu.",
  },
};

function overUdp(evidence: Evidence, is: string, adalah: string) {
  return {
    en: `${subject(evidence).en} ${is} and no socket of it waited for datagrams (UDP).`,
    id: `${subject(evidence).id} ${adalah} dan tidak ada socket-nya yang menunggu datagram (UDP).`,
  };
}

function state({ exit, blocked, failure }: Evidence): [string, string] {
  if (exit) return [`ended with status ${exit.status}`, `berakhir dengan status ${exit.status}`];
  const [place] = blocked;
  if (place) return [`was ${blockedIn(place).en}`, blockedIn(place).id];
  return failure.facts?.gaveUp === "computes"
    ? ["kept the processor busy", "terus menyibukkan prosesor"]
    : ["was running", "sedang berjalan"];
}

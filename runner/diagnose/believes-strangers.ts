import { type Cause, type Evidence, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { innerSubject, quoted } from "./support/phrases.ts";

/** A UDP client that accepts a datagram from any sender as the server's answer. */
export const believesStrangers: Cause = {
  about: "any",
  name: { en: "Believes every sender", id: "Mempercayai pengirim mana pun" },
  idea: {
    en: "Anybody may send to a UDP port. That a datagram came does not say that it came from the server.",
    id: "Siapa pun boleh mengirim ke sebuah port UDP. Datagram yang datang belum tentu dari server.",
  },
  look: {
    en: "Compare the address that recvfrom() returns with the server's and wait on if it is another, or connect() the socket: then the kernel does it.",
    id: "Bandingkan alamat dari recvfrom() dengan alamat server dan tunggu lagi kalau berbeda, atau panggil connect() pada socket: kernel yang memeriksanya.",
  },
  find(evidence) {
    const { kind, transport, failure, output } = evidence;
    if (kind !== "client" || transport !== "udp" || failure.code !== "no-output") return null;
    const stranger = evidence.conversations.find((each) => isStranger(each.peer, evidence));
    const words = stranger && joined(stranger.sent).toString().trim();
    if (!stranger || !words || !output.stdout.includes(words)) return null;
    const said = quoted(joined(stranger.sent));
    return {
      strength: strength.named,
      saw: {
        en: `${stranger.peer}, to whom ${innerSubject(evidence).en} had sent nothing, sent it ${said.en}, and it printed that as the reply.`,
        id: `${stranger.peer}, yang tidak dikirimi apa pun oleh ${innerSubject(evidence).id}, mengirim ${said.id}, dan itulah yang dicetak sebagai balasan.`,
      },
    };
  },
};

/** Whether this peer was not asked, but another one was. */
function isStranger(peer: string, { conversations }: Evidence): boolean {
  const wasAsked = conversations.find((each) => each.peer === peer)?.received.length !== 0;
  return !wasAsked && conversations.some((each) => each.peer !== peer && each.received.length > 0);
}

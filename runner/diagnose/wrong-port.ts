import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { subject } from "./support/phrases.ts";

/** The program uses another port than the one that it was told in the way the lab asks for. */
export const wrongPort: Diagnoser = (evidence) => {
  const { failure, port } = evidence;
  const { given, found } = failure.facts ?? {};
  if (failure.code === "wrong-port" && found !== undefined) {
    return {
      strength: strength.certain,
      saw: {
        en: `${subject(evidence).en} was told port ${given} and listened on port ${found}.`,
        id: `${subject(evidence).id} diberi port ${given} tetapi listen di port ${found}.`,
      },
    };
  }
  if (failure.code === "reply-from-elsewhere") return { ...otherSocket, saw: answeredFrom(evidence) };
  if (!isDeafToTheAskedWay(evidence)) return null;
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} did not take the port ${ways[port.asked]?.en}: it takes it ${ways[port.method]?.en}.`,
      id: `${subject(evidence).id} tidak menerima port ${ways[port.asked]?.id}: ia mengambilnya ${ways[port.method]?.id}.`,
    },
  };
};

/** The answer left from another socket than the one at which the question came. */
const otherSocket = {
  strength: strength.certain,
  idea: {
    en: "A client knows its server by address and port. One that called connect(), as nc -u does, never sees what comes from another port, and a careful one ignores it.",
    id: "Client mengenali server dari alamat dan port-nya. Client yang memanggil connect(), seperti nc -u, tidak pernah melihat kiriman dari port lain, dan client yang teliti mengabaikannya.",
  },
  look: {
    en: "Send the answer with the socket that received the question instead of making a new one for it.",
    id: "Kirim balasan dengan socket yang menerima pesannya, jangan membuat socket baru untuk itu.",
  },
};

function answeredFrom(evidence: Evidence) {
  const { asked, from } = evidence.failure.facts ?? {};
  return {
    en: `${subject(evidence).en} was asked at port ${asked} and answered from port ${from}.`,
    id: `${subject(evidence).id} ditanya di port ${asked} tetapi membalas dari port ${from}.`,
  };
}

/** The program listened when it was launched in another way, and does not in the way the lab asks for. */
function isDeafToTheAskedWay(evidence: Evidence): boolean {
  const { failure, port, kind } = evidence;
  const wasAsked = evidence.transcript.filter((event) => event.kind === "started").length === 1;
  const neverListened = ["exited-early", "not-listening"].includes(failure.code) && !happened(evidence, "listening");
  return kind === "server" && wasAsked && neverListened && port.asked !== port.method && port.method !== "typed";
}

const ways: Record<string, { en: string; id: string }> = {
  flag: { en: "after an option such as --port N", id: "dari opsi seperti --port N" },
  argument: { en: "as a bare argument", id: "dari argumen tanpa opsi" },
  command: { en: "from its arguments, as the lab says", id: "dari argumennya, seperti yang diminta lab" },
  environment: { en: "from the environment", id: "dari variabel lingkungan" },
  source: { en: "from its own source", id: "dari kodenya sendiri" },
  typed: { en: "from the keyboard", id: "dari keyboard" },
  placeholder: { en: "from its command line", id: "dari baris perintahnya" },
};

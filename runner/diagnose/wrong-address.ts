import { happened } from "./conversations.ts";
import { type Diagnoser, strength } from "./evidence.ts";
import { subject } from "./phrases.ts";

/** A server that listens, but not at the address at which a client looks for it. */
export const wrongAddress: Diagnoser = (evidence) => {
  const { failure, kind, exit, transcript } = evidence;
  if (kind !== "server" || exit || failure.code !== "not-listening" || !happened(evidence, "listening")) return null;
  const where = transcript.find((event) => event.kind === "listening")?.detail ?? "";
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} listened at ${where} only, where this client did not look for it.`,
      id: `${subject(evidence).id} hanya listen di ${where}, sedangkan client ini mencarinya di alamat lain.`,
    },
  };
};

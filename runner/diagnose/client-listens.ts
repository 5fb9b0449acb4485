import { type Cause, type Evidence, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** A client that waits for connections instead of making one. */
export const clientListens: Cause = {
  about: "any",
  name: { en: "A client that listens", id: "Client yang listen" },
  idea: {
    en: "A server waits with bind(), listen() and accept(); a client goes to it with connect(). Two that wait never meet.",
    id: "Server menunggu dengan bind(), listen(), dan accept(); client mendatanginya dengan connect(). Dua-duanya menunggu berarti tidak pernah bertemu.",
  },
  look: {
    en: "In the client leave out bind(), listen() and accept(), and call connect() with the server's host and port.",
    id: "Di client hilangkan bind(), listen(), dan accept(), lalu panggil connect() dengan host dan port server.",
  },
  find(evidence) {
    const { failure, kind, blocked } = evidence;
    const place = blocked.find(({ on, call }) => on === "listening" || call === "accept");
    if (
      kind !== "client" ||
      failure.code !== "no-connection" ||
      !(place || (isAlone(evidence) && happened(evidence, "listening")))
    )
      return null;
    const how = place ? blockedIn(place) : { en: "listening", id: "sedang listen" };
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} was ${how.en}, where it should have connected.`,
        id: `${subject(evidence).id} ${how.id}, padahal seharusnya terhubung (connect).`,
      },
      location: place?.location ?? null,
    };
  },
};

/** Whether no other program was started that might be the one that listened. */
function isAlone({ transcript }: Evidence): boolean {
  return new Set(transcript.filter(({ kind }) => kind === "started").map(({ who }) => who)).size <= 1;
}

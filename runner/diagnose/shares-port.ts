import { type Cause, strength } from "./evidence.ts";
import { subject } from "./support/phrases.ts";

/** SO_REUSEPORT lets a second copy listen on the same port without an error. */
export const sharesPort: Cause = {
  about: "any",
  name: { en: "Shares its port with a second copy", id: "Berbagi port dengan salinan kedua" },
  idea: {
    en: "With SO_REUSEPORT the kernel shares a port's clients out among several processes: an old copy that was forgotten goes on taking some. For a restart SO_REUSEADDR is enough.",
    id: "Dengan SO_REUSEPORT kernel membagi client sebuah port kepada beberapa proses: salinan lama yang terlupa terus mengambil sebagian. Untuk menjalankan ulang, SO_REUSEADDR cukup.",
  },
  look: {
    en: "Set SO_REUSEADDR alone before bind(): no SO_REUSEPORT, reuse_port or reusePort.",
    id: "Atur SO_REUSEADDR saja sebelum bind(): tanpa SO_REUSEPORT, reuse_port, atau reusePort.",
  },
  find(evidence) {
    const port = evidence.failure.code === "no-exit" ? evidence.failure.facts?.shares : undefined;
    if (port === undefined) return null;
    return {
      strength: strength.certain,
      saw: {
        en: `${subject(evidence).en} was running already and listening at port ${port}; a second copy of it listened at the same port.`,
        id: `${subject(evidence).id} sudah berjalan dan mendengarkan di port ${port}; salinan keduanya ikut mendengarkan di port yang sama.`,
      },
    };
  },
};

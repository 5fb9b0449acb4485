import type { Text } from "../model/text.ts";
import { type Cause, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { innerSubject, quoted, quotedLine } from "./support/phrases.ts";

/** A program that prints bytes in its language's notation instead of their text. */
export const printsRawBytes: Cause = {
  about: "any",
  name: { en: "Prints bytes instead of text", id: "Mencetak byte, bukan teks" },
  idea: {
    en: "What comes from a socket are bytes. Printed as they are, a language shows their numbers or their kind, and no letters.",
    id: "Yang datang dari socket adalah byte. Kalau dicetak begitu saja, yang terlihat adalah bilangan atau jenisnya, bukan huruf.",
  },
  look: { en: "Decode what was received before you print it.", id: "Decode data yang diterima sebelum dicetak." },
  find(evidence) {
    const { failure, conversations, output } = evidence;
    const [conversation] = conversations;
    if (failure.code !== "no-output" || conversation === undefined) return null;
    const found = forms(joined(conversation.sent)).find(({ shown }) => shown.test(output.stdout));
    if (found === undefined) return null;
    const line = output.stdout.split("\n").find((printed) => found.shown.test(printed)) ?? "";
    const sent = quoted(joined(conversation.sent));
    return {
      strength: strength.named,
      look: found.look,
      saw: {
        en: `${conversation.peer} sent ${sent.en}, and ${innerSubject(evidence).en} printed ${quotedLine(line)}.`,
        id: `${conversation.peer} mengirim ${sent.id}, tetapi ${innerSubject(evidence).id} mencetak ${quotedLine(line)}.`,
      },
    };
  },
};

/** The notations of languages for these bytes. */
function forms(bytes: Buffer): { shown: RegExp; look: Text }[] {
  const some = [...bytes.subarray(0, examined)];
  if (some.length === 0) return [];
  const hex = some.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return [
    {
      shown: new RegExp(`<Buffer ${hex}`),
      look: same("data.toString(), or socket.setEncoding('utf8')", "data.toString(), atau socket.setEncoding('utf8')"),
    },
    { shown: new RegExp(`\\[${some.join(" ")}`), look: same("string(buffer[:n])", "string(buffer[:n])") },
    {
      shown: new RegExp(`\\[${some.join(", ")}`),
      look: same(
        "String::from_utf8_lossy(&buffer[..n]) in Rust, new String(buffer, 0, n) in Java",
        "String::from_utf8_lossy(&buffer[..n]) di Rust, new String(buffer, 0, n) di Java",
      ),
    },
    {
      shown: /\[B@[0-9a-f]{4,8}\b/,
      look: same(
        "new String(buffer, 0, n, StandardCharsets.UTF_8)",
        "new String(buffer, 0, n, StandardCharsets.UTF_8)",
      ),
    },
  ];
}

function same(en: string, id: string): Text {
  return {
    en: `Make text of the bytes before you print them: ${en}.`,
    id: `Ubah byte menjadi teks sebelum dicetak: ${id}.`,
  };
}

/** This many in a row are not a coincidence. */
const examined = 4;

import type { Language, Text } from "../model/text.ts";

/** What a program of the lab is, in a line. */
export function programAbout(about: { over: string | null; port: Text | null; files: readonly string[] }): Text {
  const { over, port, files } = about;
  const line = (language: Language, words: { port: string; names: string }) =>
    [
      ...(over ? [over] : []),
      ...(port ? [`${words.port}: ${port[language]}`] : []),
      `${words.names} ${files.join(", ")}`,
    ].join("; ");
  return {
    en: line("en", { port: "its port", names: "found by the names" }),
    id: line("id", { port: "portnya", names: "dikenali dari nama" }),
  };
}

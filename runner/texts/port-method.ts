import type { Text } from "../model/text.ts";

/** How a program takes its port, in a few words for the head of a report. */
export const portMethodTexts = {
  flag: ({ flag }: { flag: string }): Text => ({ en: `${flag} N`, id: `${flag} N` }),
  argument: ({ before }: { before: readonly string[] }): Text => {
    const words = [...before, "N"].join(" ");
    return { en: `as an argument: ${words}`, id: `sebagai argumen: ${words}` };
  },
  arguments: ({ words }: { words: readonly string[] }): Text => {
    const shown = words.join(" ").replaceAll("{port}", "N");
    return { en: `as arguments: ${shown}`, id: `sebagai argumen: ${shown}` };
  },
  command: ({ command }: { command: readonly string[] }): Text => {
    const words = command.join(" ").replaceAll("{port}", "N").replaceAll("{words}", "…");
    return { en: `as arguments: ${words}`, id: `sebagai argumen: ${words}` };
  },
  environment: ({ name }: { name: string }): Text => ({
    en: `environment: ${name}=N`,
    id: `variabel lingkungan: ${name}=N`,
  }),
  path: ({ path }: { path: string }): Text => ({
    en: `the socket ${path} in its working folder (AF_UNIX)`,
    id: `socket ${path} di folder kerjanya (AF_UNIX)`,
  }),
  typed: ({ before = [] }: { before?: readonly string[] }): Text => {
    const shown = before.length === 0 ? "" : `: ${[...before, "N"].join(", ")}`;
    return { en: `asks on the keyboard${shown}`, id: `ditanyakan lewat keyboard${shown}` };
  },
  placeholder: (): Text => ({ en: "as its wirecheck.yaml says", id: "sesuai wirecheck.yaml-nya" }),
  source: ({ port }: { port?: number }): Text => ({
    en: port === undefined ? "written in the source" : `${port}, written in the source`,
    id: port === undefined ? "tertulis di dalam kode" : `${port}, tertulis di dalam kode`,
  }),
};

import type { Text } from "../model/text.ts";

const names: Readonly<Record<string, string>> = { passMark: "pass-mark" };

/** What a command over a class was not told and took from elsewhere. */
export function settingsText(
  filledIn: readonly { option: string; value: string; from: "course" | "grades" }[],
  courseFile: string | null,
): Text {
  const list = (from: "course" | "grades") =>
    filledIn
      .filter((each) => each.from === from)
      .map(({ option, value }) => `${names[option] ?? option} ${value}`)
      .join(", ");
  const [course, grades] = [list("course"), list("grades")];
  const say = (ofCourse: string, ofGrades: string) =>
    [course && `${ofCourse} ${courseFile}: ${course}`, grades && `${ofGrades}: ${grades}`].filter(Boolean).join("\n");
  return { en: say("From", "As before"), id: say("Dari", "Seperti sebelumnya") };
}

/** What takes a while before the first hand-in is graded. */
export function setupText(language: string, folder: string): Text {
  return {
    en: `Installing the libraries for ${language} (${folder}), once`,
    id: `Memasang pustaka untuk ${language} (${folder}), sekali saja`,
  };
}

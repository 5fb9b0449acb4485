import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import { copyTemplate } from "./copy-template.ts";

/** Makes the repository of a course: its file, a late policy, a class list, a place for hand-ins and a workflow for CI. */
export async function initCourse(folder: string): Promise<void> {
  // The schemas for the editor are those of this wirecheck.
  const schema = (text: string) =>
    text.replace(
      /^(# yaml-language-server: \$schema=).*\/([\w.]+)$/m,
      (_, before: string, name: string) => `${before}${join(packageRoot(), name)}`,
    );
  const where = await copyTemplate("course", folder, (_, text) => schema(text));
  const typed = where === "." ? "" : `cd ${where} && `;
  process.stdout.write(
    `\nNext: put hand-ins into hand-ins/, then\n  ${typed}wirecheck grade hand-ins/ --out grades/\n`,
  );
}

import type { SourceTree } from "../launcher.ts";
import { blankOut, slashSyntax } from "../support/blank-out.ts";

/** Modules that the program imports, that go.mod requires, and that are not in vendor/. */
export function goLibraries(sources: readonly string[], { files, read }: SourceTree): string[] {
  if (files.some((file) => /(?:^|\/)vendor\/modules\.txt$/.test(file))) return [];
  const manifests = files.filter((file) => /(?:^|\/)go\.mod$/.test(file)).map(read);
  const required = manifests.flatMap((text) =>
    [...text.matchAll(/^[^\S\n]*(?:require\s+)?([\w.-]+\.[\w./~-]+)\s+v\d/gm)].map(([, module = ""]) => module),
  );
  const code = sources.map((file) => blankOut(read(file), slashSyntax, { keepStrings: true })).join("\n");
  const imported = [...code.matchAll(/"([\w-]+\.[\w./~-]+)"/g)].map(([, path = ""]) => path);
  const isUsed = (module: string) => imported.some((path) => path === module || path.startsWith(`${module}/`));
  return [...new Set(required)].filter(isUsed);
}

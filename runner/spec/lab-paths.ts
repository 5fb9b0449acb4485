import type { Lab } from "./lab.ts";

/** Functions that change the paths in a lab: those of its programs, and those of the folders that list libraries. */
export interface Places {
  program(file: string): string;
  libraries(folder: string): string;
}

/** The same lab with other paths of its references, its helpers and the folders of its `setup`. */
export function withPaths(lab: Lab, place: Places): Lab {
  const programs = Object.entries(lab.programs).map(([role, program]) => [
    role,
    program.reference === undefined ? program : { ...program, reference: place.program(program.reference) },
  ]);
  const helpers = Object.entries(lab.helpers ?? {}).map(([role, helper]) => [
    role,
    { ...helper, file: place.program(helper.file) },
  ]);
  const setup = Object.entries(lab.setup ?? {}).map(([language, folder]) => [language, place.libraries(folder)]);
  return {
    ...lab,
    programs: Object.fromEntries(programs),
    ...(lab.helpers && { helpers: Object.fromEntries(helpers) }),
    ...(lab.setup && { setup: Object.fromEntries(setup) }),
  };
}

/** The folders to which a lab refers, each once: those of its programs, and those that list libraries. */
export function foldersOf(lab: Lab, folderOf: (file: string) => string): string[] {
  const folders = new Set<string>();
  const note = (folder: string) => {
    folders.add(folder);
    return folder;
  };
  withPaths(lab, { program: (file) => note(folderOf(file)), libraries: note });
  return [...folders];
}

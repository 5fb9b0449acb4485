/** The content of a file, for `write-files.py`. */
export type Content = string | { zeros: number } | Archive;

/** A zip archive, valid or damaged. */
export interface Archive {
  members: Record<string, Content>;
  damage?: "truncated" | "encrypted";
}

/** Files by their paths. */
export type Files = Record<string, Content>;

/** The same files in a folder. */
export function within(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

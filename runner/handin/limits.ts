/** What a hand-in may hold: far more than anyone writes by hand, far less than hurts. */
export const handInLimits = {
  /** Files kept, junk not counted. */
  files: 2_000,
  /** Files that are looked at, junk (a folder node_modules) included. */
  entries: 200_000,
  fileBytes: 32 * 2 ** 20,
  totalBytes: 64 * 2 ** 20,
  /** Bytes of an archive itself. */
  archiveBytes: 256 * 2 ** 20,
  /** Bytes that an archive may say it holds, junk (a folder node_modules) included: all of it is streamed through. */
  streamedBytes: 2 ** 30,
  /** Unpacked bytes by archive bytes, asked from `ratioFromBytes` on; source code reaches about 20. */
  ratio: 200,
  ratioFromBytes: 4 * 2 ** 20,
  /** Bytes of one file that are read as text. */
  textBytes: 2 ** 20,
  nameBytes: 255,
  pathBytes: 1_024,
  depth: 32,
} as const;

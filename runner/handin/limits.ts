/** The limits of a hand-in: far more than anyone writes by hand, far less than would do harm. */
export const handInLimits = {
  /** Files that are kept, without junk. */
  files: 2_000,
  /** Files that are listed, including junk (a folder node_modules). */
  entries: 200_000,
  fileBytes: 32 * 2 ** 20,
  totalBytes: 64 * 2 ** 20,
  /** Bytes of an archive itself. */
  archiveBytes: 256 * 2 ** 20,
  /** Unpacked bytes that an archive may declare, including junk (a folder node_modules), all of which is unpacked. */
  streamedBytes: 2 ** 30,
  /** Unpacked bytes per byte of an archive, checked from `ratioFromBytes` on; source code reaches about 20. */
  ratio: 200,
  ratioFromBytes: 4 * 2 ** 20,
  /** Bytes of one file that are read as text. */
  textBytes: 2 ** 20,
  nameBytes: 255,
  pathBytes: 1_024,
  depth: 32,
} as const;

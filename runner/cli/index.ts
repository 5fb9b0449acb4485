import type { LoadCommand } from "./command-line.ts";

const completed = {
  check: async () => (await import("./check.ts")).addCheck,
  watch: async () => (await import("./watch/watch.ts")).addWatch,
  ui: async () => (await import("./ui.ts")).addUi,
  grade: async () => (await import("./for-classes.ts")).addGrade,
  report: async () => (await import("./for-classes.ts")).addReport,
  worker: async () => (await import("./worker.ts")).addWorker,
  merge: async () => (await import("./for-classes.ts")).addMerge,
  verify: async () => (await import("./verify.ts")).addVerify,
  init: async () => (await import("./init.ts")).addInit,
  record: async () => (await import("./record.ts")).addRecord,
  labs: async () => (await import("./labs.ts")).addLabs,
  export: async () => (await import("./export.ts")).addExport,
  doctor: async () => (await import("./doctor.ts")).addDoctor,
} satisfies Record<string, LoadCommand>;

/** Every command of wirecheck, in the order of the help; each is loaded only when it is called. */
export const commands: Readonly<Record<string, LoadCommand>> = {
  ...completed,
  completion: async () => (await import("./completion.ts")).addCompletion(completed),
};

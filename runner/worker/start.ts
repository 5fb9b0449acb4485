/** Loads the worker once the engine has its settings. */
await import("../engine.ts");
await import("./worker.ts");

export {};

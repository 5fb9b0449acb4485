import { createHmac, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { UsageProblem } from "../model/usage-problem.ts";

/** The environment variable with the course key, used when no file is named. */
export const keyVariable = "WIRECHECK_QUEUE_KEY";

/**
 * The secret shared by those who put hand-ins into a queue and those who grade them. Data without its signature was
 * written by another process, such as a program that escaped from a sandbox.
 */
export class CourseKey {
  readonly #secret: Buffer;

  constructor(secret: string) {
    this.#secret = Buffer.from(secret);
  }

  /** Distinguishes keys without revealing anything about them. */
  get id(): string {
    return this.sign("id").slice(0, 8);
  }

  /** The signature of these parts, in this order, for one purpose. */
  sign(purpose: "id" | "order" | "result", ...parts: readonly (string | Uint8Array)[]): string {
    const hmac = createHmac("sha256", this.#secret);
    for (const part of [purpose, ...parts]) {
      const bytes = typeof part === "string" ? Buffer.from(part) : part;
      hmac.update(`${bytes.length}:`).update(bytes);
    }
    return hmac.digest("hex");
  }

  /** Whether a signature is that of these parts. */
  verifies(signature: string, ...signed: Parameters<CourseKey["sign"]>): boolean {
    const [given, own] = [Buffer.from(signature), Buffer.from(this.sign(...signed))];
    return given.length === own.length && timingSafeEqual(given, own);
  }
}

/**
 * Reads the course key from a file, or from its variable when no file is named. It is never an argument, because every
 * user of the machine could read that; and the variable is removed, so that no child process inherits it.
 *
 * @throws UsageProblem
 */
export async function readCourseKey(file: string | undefined, environment = process.env): Promise<CourseKey> {
  const written = environment[keyVariable];
  delete environment[keyVariable];
  const secret = (file === undefined ? (written ?? "") : await textOf(file)).trim();
  if (secret.length >= shortestKey) return new CourseKey(secret);
  const where = file ?? (written === undefined ? null : keyVariable);
  const problem = where === null ? "a queue needs a course key" : `the course key in ${where} is too short`;
  throw new UsageProblem(
    `${problem}: write one with \`openssl rand -hex 32 > course.key\`, and name it with --queue-key or put it into ${keyVariable}`,
  );
}

/** Long enough that it cannot be guessed: the length of what `openssl rand -hex 16` prints. */
const shortestKey = 32;

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageProblem(`the course key ${file} cannot be read (${error.code}): check its name and permissions`);
  });
}

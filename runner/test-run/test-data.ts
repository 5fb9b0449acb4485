import type { Arena } from "../arena/arena.ts";
import { fill } from "../steps/support/fill.ts";
import { LabFault } from "../steps/support/names.ts";
import { type PayloadFields, type PayloadSource, payloadBytes } from "../steps/support/payload.ts";
import { type Certificates, certificatesFor, type TestCertificates } from "../wire/certificates.ts";
import { randomBytes } from "./random-bytes.ts";
import { RecentlyMade } from "./recently-made.ts";
import type { TestSetup } from "./test-setup.ts";
import { type EnteredWorld, enterWorld } from "./world.ts";

/** The data of one run of a test: what its seed draws, its payloads, files and certificates, and the values of `{name}`. */
export class TestData implements PayloadSource {
  readonly values = new Map<string, string>();
  readonly #setup: Pick<TestSetup, "test" | "seed" | "world">;
  readonly #draws = new Map<string, number>();
  #world: EnteredWorld | null = null;
  #certificates: Certificates | null = null;

  constructor(setup: Pick<TestSetup, "test" | "seed" | "world">) {
    this.#setup = setup;
  }

  /** Sets up the world of the programs before they are started; its draws become values. */
  async enterWorld(arena: Arena, during: (work: Promise<void>) => Promise<void>): Promise<void> {
    const { world, test, seed } = this.#setup;
    if (world !== undefined) {
      const random = (label: string, length: number) => randomBytes(seed, `${test.id} world ${label}`, length);
      this.#world = await enterWorld(world, arena, random, during);
      for (const [name, value] of Object.entries(this.#world.drawn)) this.values.set(name, value);
    }
    const needsCertificates = [test.files, test.payloads].some((all) =>
      Object.values(all ?? {}).some(({ pem }) => pem),
    );
    if (needsCertificates) this.#certificates = await this.certificates();
  }

  /** The world, once it was entered; null if the lab has none. */
  get world(): EnteredWorld | null {
    return this.#world;
  }

  /** The names of the world's draws, which have their values from the lab. */
  get drawn(): ReadonlySet<string> {
    return new Set(Object.keys(this.#world?.drawn ?? {}));
  }

  certificates(): Promise<TestCertificates> {
    return certificatesFor(["localhost", "127.0.0.1", "::1", ...(this.#world?.names ?? [])]);
  }

  random(length: number, label: string): Buffer {
    const draw = (this.#draws.get(label) ?? 0) + 1;
    this.#draws.set(label, draw);
    return randomBytes(this.#setup.seed, `${this.#setup.test.id} ${label} ${draw}`, length);
  }

  payload(name: string): Buffer {
    const fields = this.#setup.test.payloads?.[name];
    if (fields === undefined) throw new LabFault(`the test has no payload named ${name}`);
    return this.#named("payload", name, fields);
  }

  file(name: string): Buffer {
    const fields = this.#setup.test.files?.[name];
    if (fields === undefined) throw new LabFault(`the lab has no file named ${name}`);
    return this.#named("file", name, fields);
  }

  /** All files of the lab and the test, by their paths. */
  files(): Record<string, Buffer> {
    const names = Object.keys(this.#setup.test.files ?? {});
    return Object.fromEntries(names.map((name) => [name, this.file(name)]));
  }

  /** The bytes of a payload or file, the same at each call. Those of a file are the same in all tests, which may share a launch. */
  #named(kind: "payload" | "file", name: string, fields: PayloadFields): Buffer {
    const label = kind === "file" ? `file ${name}` : `${this.#setup.test.id} payload ${name}`;
    const random = (length: number) => randomBytes(this.#setup.seed, label, length);
    const source = {
      random,
      payload: (inner: string) => this.payload(inner),
      file: (inner: string) => this.file(inner),
      pem: (which: keyof Certificates) => Buffer.from(this.#certificates?.[which] ?? ""),
    };
    const filled = fill(fields, Object.fromEntries(this.values));
    const make = () => payloadBytes(filled, source, name);
    const { random: bytes, letters, lines } = filled;
    if ((bytes ?? letters ?? lines) === undefined) return make();
    return drawn.get(JSON.stringify([this.#setup.seed, label, filled]), make);
  }
}

/** Large payloads of random bytes, of all tests that this process plays. */
const drawn = new RecentlyMade(32 * 1024 * 1024);

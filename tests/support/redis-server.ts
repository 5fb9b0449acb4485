import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

/** Why queues cannot be tested here; null if they can. */
export const noRedis = spawnSync("redis-server", ["--version"]).error
  ? "there is no redis-server (`apt-get install redis-server`)"
  : null;

/** A Redis server on a Unix socket that writes every command to disk before it answers. */
export class RedisServer {
  readonly folder: string;
  readonly #options: readonly string[];
  #process: ChildProcess | null = null;

  private constructor(folder: string, options: readonly string[]) {
    this.folder = folder;
    this.#options = options;
  }

  /** @param options in addition to those that a queue needs */
  static async start(options: readonly string[] = []): Promise<RedisServer> {
    const server = new RedisServer(await mkdtemp(join(tmpdir(), "wirecheck-redis-")), options);
    await server.restart();
    return server;
  }

  /** Its address for `--queue`. */
  get url(): string {
    return `unix://${join(this.folder, "socket")}`;
  }

  get pid(): number {
    return this.#process?.pid as number;
  }

  /** Starts it again with the data on disk; resolves when it answers. */
  async restart(): Promise<void> {
    const data = join(this.folder, "data");
    await mkdir(data, { recursive: true });
    const socket = ["--port", "0", "--unixsocket", join(this.folder, "socket"), "--dir", data];
    const kept = ["--appendonly", "yes", "--save", "", "--maxmemory-policy", "noeviction"];
    this.#process = spawn("redis-server", [...socket, ...kept, ...this.#options], { stdio: "ignore" });
    await this.with((redis) => redis.ping());
  }

  /** Kills it, as a power cut would. */
  async kill(): Promise<void> {
    const ended = once(this.#process as ChildProcess, "exit");
    this.#process?.kill("SIGKILL");
    await ended;
  }

  /** Calls `use` with a connection. */
  async with<T>(use: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(join(this.folder, "socket"), { maxRetriesPerRequest: null, retryStrategy: () => 20 });
    redis.on("error", () => {});
    try {
      return await use(redis);
    } finally {
      redis.disconnect();
    }
  }

  /** All keys. */
  keys(): Promise<string[]> {
    return this.with((redis) => redis.keys("*"));
  }

  /** Ends it synchronously, for exit handlers. */
  end(): void {
    this.#process?.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    if (this.#process?.exitCode === null && this.#process.signalCode === null) await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

import type { Redis } from "ioredis";
import type { Graded } from "../class/grade-delivery.ts";
import type { CourseKey } from "./course-key.ts";
import { deflate, inflate } from "./deflate.ts";
import { classOf, labOf, labSeconds, parcelOf, parcelSeconds } from "./names.ts";

/** Everything a worker needs to grade a hand-in. */
export interface Parcel {
  order: string;
  files: Buffer;
}

/** A packed lab and its digest, which identifies it. */
export interface PackedLab {
  packed: Buffer;
  digest: string;
}

/** Hand-ins, labs and results in Redis, signed with the course key. */
export class Parcels {
  readonly #redis: Redis;
  readonly #key: CourseKey;

  constructor(redis: Redis, key: CourseKey) {
    this.#redis = redis;
    this.#key = key;
  }

  /** Puts a hand-in into Redis, and its lab if it is missing; true when the hand-in is new. */
  async put(classId: string, id: string, { order, files }: Parcel, lab: PackedLab): Promise<boolean> {
    const signature = this.#key.sign("order", id, order);
    const done = await this.#redis
      .multi()
      .hset(parcelOf(id), { order, signature, files })
      .expire(parcelOf(id), parcelSeconds)
      .sadd(classOf(classId), id)
      .expire(classOf(classId), parcelSeconds)
      .expire(labOf(lab.digest), labSeconds)
      .exec();
    const [added, , , , hasLab] = (done ?? []).map(([fault, value]) => {
      if (fault) throw fault;
      return Number(value);
    });
    if (!hasLab) await this.putLab(lab);
    return (added ?? 0) > 0;
  }

  /** The hand-in with this id; null when it was already collected, "unsigned" when it was written without the key. */
  async get(id: string): Promise<Parcel | null | "unsigned"> {
    const [order, signature, files] = await this.#redis.hmgetBuffer(parcelOf(id), "order", "signature", "files");
    if (!order && !signature && !files) return null;
    if (!order || !signature || !files) return "unsigned";
    if (!this.#key.verifies(signature.toString(), "order", id, order)) return "unsigned";
    return { order: order.toString(), files };
  }

  /** Puts a lab into Redis, or extends its lifetime there. */
  async putLab({ digest, packed }: PackedLab): Promise<void> {
    if ((await this.#redis.expire(labOf(digest), labSeconds)) === 0)
      await this.#redis.set(labOf(digest), packed, "EX", labSeconds);
  }

  getLab(digest: string): Promise<Buffer | null> {
    return this.#redis.getBuffer(labOf(digest));
  }

  /** Stores a result with its hand-in, unless that was collected or withdrawn meanwhile. */
  async answer(id: string, graded: Graded): Promise<void> {
    const bytes = await deflate(Buffer.from(JSON.stringify(graded)));
    await this.#redis.eval(putIfPresent, 1, parcelOf(id), bytes, this.#key.sign("result", id, bytes));
  }

  /** The result of a hand-in; null when there is none, "unsigned" when it was written without the key. */
  async result(id: string): Promise<Graded | null | "unsigned"> {
    const [bytes, signature] = await this.#redis.hmgetBuffer(parcelOf(id), "result", "result-signature");
    if (!bytes) return null;
    if (!signature || !this.#key.verifies(signature.toString(), "result", id, bytes)) return "unsigned";
    return JSON.parse((await inflate(bytes)).toString()) as Graded;
  }

  async dropResult(id: string): Promise<void> {
    await this.#redis.hdel(parcelOf(id), "result", "result-signature");
  }

  /** Removes a hand-in and its result. */
  async remove(classId: string, id: string): Promise<void> {
    await this.#redis.multi().del(parcelOf(id)).srem(classOf(classId), id).exec();
  }

  /** The hand-ins of a class that are still there. */
  ofClass(classId: string): Promise<string[]> {
    return this.#redis.smembers(classOf(classId));
  }
}

const putIfPresent = `
if redis.call("EXISTS", KEYS[1]) == 0 then return 0 end
redis.call("HSET", KEYS[1], "result", ARGV[1], "result-signature", ARGV[2])
return 1
`;

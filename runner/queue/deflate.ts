import { promisify } from "node:util";
import { deflateRaw, inflateRaw, type ZlibOptions } from "node:zlib";

/** Compresses data for Redis. */
export const deflate = promisify(deflateRaw) as (bytes: Uint8Array) => Promise<Buffer>;

/** Decompresses; rejects when the result is longer than `maxOutputLength`. */
export const inflate = promisify(inflateRaw) as (
  bytes: Uint8Array,
  options?: Pick<ZlibOptions, "maxOutputLength">,
) => Promise<Buffer>;

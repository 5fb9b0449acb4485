import { promisify } from "node:util";
import { deflateRaw, inflateRaw, type ZlibOptions } from "node:zlib";

/** Compresses what goes into Redis. */
export const deflate = promisify(deflateRaw) as (bytes: Uint8Array) => Promise<Buffer>;

/** The bytes that were compressed; rejects where they are more than `maxOutputLength`. */
export const inflate = promisify(inflateRaw) as (
  bytes: Uint8Array,
  options?: Pick<ZlibOptions, "maxOutputLength">,
) => Promise<Buffer>;

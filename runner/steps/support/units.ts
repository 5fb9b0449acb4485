import * as z from "zod";

const unitMs = { ms: 1, s: 1000, min: 60_000 } as const;
const unitBytes = { B: 1, KiB: 1024, MiB: 1024 * 1024 } as const;

/** A span of time as labs write it: 15ms, 1.5s, 1min. */
export const duration = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|min)$/, "write a time with its unit, such as 15ms, 1.5s or 1min")
  .describe("A time with its unit: 15ms, 1.5s, 1min");

/** A number of bytes as labs write it: 1024, 64KiB, 1MiB. */
export const size = z
  .union([
    z.int().nonnegative(),
    z.string().regex(/^\d+(\.\d+)?(B|KiB|MiB)$/, "write a size in bytes, or with its unit: 64KiB, 1MiB"),
  ])
  .describe("A number of bytes, or with its unit: 64KiB, 1MiB");

/** Milliseconds of a duration. */
export function toMs(written: z.infer<typeof duration>): number {
  return Number.parseFloat(written) * unitMs[written.replace(/[\d.]+/, "") as keyof typeof unitMs];
}

/** Bytes of a size. */
export function toBytes(written: z.infer<typeof size>): number {
  if (typeof written === "number") return written;
  return Math.round(Number.parseFloat(written) * unitBytes[written.replace(/[\d.]+/, "") as keyof typeof unitBytes]);
}

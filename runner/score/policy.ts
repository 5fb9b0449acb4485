import * as z from "zod";
import { instantOf, isTimeZone } from "./local-time.ts";

const localTime = z.string().describe("2025-11-21 23:59 in the policy's time zone, or 2025-11-21T23:59+07:00");
const percent = z.number().min(0).max(100);
const per = z
  .enum(["day", "hour"])
  .describe("Each one begun counts as a whole. A day ends at the deadline's time of day in its time zone");

/** What being late costs, in per cent. */
export const percentPenalty = z.strictObject({
  percent: percent.describe("Per cent lost for each day or hour"),
  per,
  of: z.enum(["maximum", "earned"]).optional().describe("What it is per cent of. @default maximum"),
});

/** What being late costs, in points. */
export const pointsPenalty = z.strictObject({
  points: z.number().nonnegative().describe("Points lost for each day or hour"),
  per,
});

const penalty = z.union([percentPenalty, pointsPenalty]);

/** How final points are rounded. */
export const rounding = z.strictObject({
  to: z.number().positive().describe("To multiples of this many points: 1, 0.5, 0.01"),
  mode: z.enum(["nearest", "up", "down"]).optional().describe("@default nearest, halves up"),
});

/** What a `late.yaml` says: how points become the marks of a gradebook. */
export const writtenPolicy = z.strictObject({
  deadline: localTime
    .optional()
    .describe("Until when hand-ins are in time: 2025-11-21 23:59, or 2025-11-21T23:59+07:00. @default nothing is late"),
  timezone: z
    .string()
    .refine(isTimeZone, "must be a time zone such as Asia/Jakarta")
    .optional()
    .describe("The time zone of all times without one of their own: Asia/Jakarta"),
  "grace-minutes": z
    .number()
    .nonnegative()
    .optional()
    .describe("A hand-in up to this late counts as in time. @default 0"),
  penalty: penalty
    .optional()
    .describe("What being late costs, as { percent: 10, per: day } or { points: 5, per: hour }. @default nothing"),
  floor: percent
    .optional()
    .describe("Per cent of the maximum below which lateness cannot lower the points. @default 0"),
  "reject-after": z
    .union([z.strictObject({ days: z.number().nonnegative() }), z.strictObject({ hours: z.number().nonnegative() })])
    .optional()
    .describe("How late is too late, as { days: 3 } or { hours: 12 }: a later hand-in earns nothing. @default never"),
  extensions: z
    .record(z.string(), localTime)
    .optional()
    .describe("Deadlines of single students, by id, e-mail address, user name or name"),
  missing: z.enum(["blank", "zero"]).optional().describe("What a student who handed in nothing gets. @default blank"),
  "pass-mark": percent.optional().describe("Per cent of the maximum with which the lab is passed"),
  rounding: rounding.optional().describe("How final points are rounded. @default to hundredths"),
});
export type WrittenPolicy = z.infer<typeof writtenPolicy>;

/** How points become final points; all times are moments. */
export interface Policy {
  deadline: Date | null;
  /** IANA time zone of the course, whose clocks decide when a day ends; null when the policy names none. */
  timezone: string | null;
  graceMs: number;
  penalty: z.infer<typeof penalty> | null;
  /** Per cent of the maximum. */
  floor: number;
  rejectAfter: { days: number } | { hours: number } | null;
  /** By student id. */
  extensions: ReadonlyMap<string, Date>;
  missing: "blank" | "zero";
  /** Per cent of the maximum. */
  passMark: number | null;
  rounding: { to: number; mode: "nearest" | "up" | "down" };
}

/** Points as they are, rounded to hundredths; nothing is late. */
export const noPolicy: Policy = {
  deadline: null,
  timezone: null,
  graceMs: 0,
  penalty: null,
  floor: 0,
  rejectAfter: null,
  extensions: new Map(),
  missing: "blank",
  passMark: null,
  rounding: { to: 0.01, mode: "nearest" },
};

/** The policy that a file describes, or the keys whose times do not exist. */
export function toPolicy(written: WrittenPolicy): { policy: Policy } | { impossible: string[][] } {
  const zone = written.timezone ?? null;
  const deadline = written.deadline === undefined ? null : instantOf(written.deadline, zone);
  const extensions = Object.entries(written.extensions ?? {}).map(([id, time]) => [id, instantOf(time, zone)] as const);
  const impossible = extensions.filter(([, time]) => time === null).map(([id]) => ["extensions", id]);
  if (written.deadline !== undefined && deadline === null) impossible.unshift(["deadline"]);
  if (impossible.length > 0) return { impossible };
  const policy = {
    deadline,
    timezone: zone,
    graceMs: (written["grace-minutes"] ?? 0) * 60_000,
    penalty: written.penalty ?? null,
    floor: written.floor ?? 0,
    rejectAfter: written["reject-after"] ?? null,
    extensions: new Map(extensions as [string, Date][]),
    missing: written.missing ?? "blank",
    passMark: written["pass-mark"] ?? null,
    rounding: { to: written.rounding?.to ?? 0.01, mode: written.rounding?.mode ?? "nearest" },
  };
  return { policy };
}

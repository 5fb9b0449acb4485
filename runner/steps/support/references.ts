import * as z from "zod";
import { isMap } from "./is-map.ts";

/** What a field of a step refers to. Its schema cannot check the reference; `checkSteps` does, before a test is played. */
export interface Reference {
  /**
   * stream, datagrams, peer (either of the two), listener, endpoint (any of them): one of the grader's; role: a program of the lab;
   * program: one that was started; payload: bytes of the test; file: one of its files; field: a field of a list of bytes, which may
   * refer to either; pattern: a regular expression, whose named groups become values.
   */
  to:
    | "stream"
    | "datagrams"
    | "peer"
    | "listener"
    | "endpoint"
    | "role"
    | "program"
    | "payload"
    | "file"
    | "field"
    | "pattern";
}

/** A name that a step makes known to later steps. */
export interface Brought {
  name: string;
  kind: "stream" | "datagrams" | "listener" | "program" | "value";
}

/** What a lab says about the programs to which a step refers. */
export interface KnownPrograms {
  /** The role of the program under test, which a step uses if it names none. */
  role: string;
  transport(role: string): "tcp" | "udp";
}

/** The schemas of fields that refer to something. */
export const references = z.registry<Reference>();

/** One name to which a step's arguments refer, and its place in them. */
export interface Referred extends Reference {
  name: string;
  path: readonly (string | number)[];
}

/** All names to which a value refers, by the registered schemas within its own schema. */
export function referredIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly (string | number)[] = [],
): Referred[] {
  if (value === undefined) return [];
  const known = references.get(schema as z.ZodType);
  if (known && typeof value === "string") return [{ ...known, name: value, path }];
  const def = schema._zod.def as Definition;
  switch (def.type) {
    case "object":
      return Object.entries(def.shape ?? {}).flatMap(([key, field]) =>
        isMap(value) ? referredIn(field, value[key], [...path, key]) : [],
      );
    case "array":
      return Array.isArray(value)
        ? value.flatMap((entry, index) => (def.element ? referredIn(def.element, entry, [...path, index]) : []))
        : [];
    case "union":
      return (def.options ?? [])
        .filter((option) => z.safeParse(option, value).success)
        .slice(0, 1)
        .flatMap((option) => referredIn(option, value, path));
    default:
      return def.innerType ? referredIn(def.innerType, value, path) : [];
  }
}

interface Definition {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  innerType?: z.core.$ZodType;
}

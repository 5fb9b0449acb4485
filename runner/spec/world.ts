import * as z from "zod";
import { duration } from "../steps/support/units.ts";

const drawName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "write a name in small letters, digits and hyphens, such as own-address");

const otherwise = z
  .union([
    z.string(),
    z.array(z.string()).min(1),
    z.strictObject({
      machine: z
        .enum(["hostname", "addresses", "name", "port"])
        .describe("hostname: its own; addresses: its own; name: the name of the address `of`; port: of a service `of`"),
      of: z.string().optional().describe("An address, or a service and its protocol: http/tcp"),
    }),
  ])
  .optional()
  .describe(
    "Its value in tier local, where programs see the machine as it is: a text, several right ones, or a fact of the machine",
  );

/** A value that is drawn from the seed, so that it cannot be known before the run. */
const draw = z.union([
  z.strictObject({
    name: z.string().regex(/\?/, "write ? for each letter to draw").describe("A name; each ? is a random letter"),
    otherwise,
  }),
  z.strictObject({
    address: z
      .string()
      .regex(/^(\d+|\?)(\.(\d+|\?)){3}$/, "write an IPv4 address with ? for each number to draw, such as 10.?.?.?")
      .describe("An IPv4 address; each ? is a random number from 1 to 254"),
    otherwise,
  }),
  z.strictObject({
    number: z.tuple([z.int(), z.int()]).describe("A random number between these two"),
    otherwise,
  }),
]);
export type Draw = z.infer<typeof draw>;
export type Otherwise = Draw["otherwise"];

/** The machine and the name server that programs see; in its texts, {name} is the value of a draw. */
export const world = z.strictObject({
  draws: z
    .record(drawName, draw)
    .optional()
    .describe("Names, addresses and numbers that each test draws from the seed; steps can use them as {name}"),
  hostname: z.string().optional().describe("The machine's name"),
  address: z
    .string()
    .optional()
    .describe("The machine's IPv4 address: of an interface, of its name, and the source of its connections"),
  hosts: z
    .record(z.string(), z.string())
    .optional()
    .describe("IPv4 addresses of names in /etc/hosts; the grader answers at any address"),
  services: z
    .array(
      z.strictObject({
        name: z.string(),
        port: z.union([z.int(), z.string()]),
        protocol: z.enum(["tcp", "udp"]),
      }),
    )
    .optional()
    .describe("The content of /etc/services"),
  dns: z
    .array(
      z.strictObject({
        name: z.string(),
        addresses: z
          .array(z.string())
          .describe("IPv4 and IPv6 addresses; asked for an IPv4 address, DNS gives the name"),
        after: duration.optional().describe("The delay of every answer about it"),
        silent: z.literal(true).optional().describe("The name server does not answer questions about it"),
      }),
    )
    .optional()
    .describe("The names that DNS knows; any other name does not exist"),
});
export type World = z.infer<typeof world>;

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { result } from "../../runner/model/result.ts";
import { nothingLeft, Workplace } from "./workplace.ts";

/**
 * Tests that programs which try to stay alive, spread or hinder others leave nothing behind in a tier, and fail only
 * their own test.
 *
 * @param programs their sources by what they do
 */
export function describeHostilePrograms(tier: "full" | "ports", programs: Readonly<Record<string, string>>): void {
  describe(`in tier ${tier}`, () => {
    let place: Workplace;
    beforeEach(() => {
      place = new Workplace();
    });
    afterEach(() => place.remove());

    it.each(Object.entries(programs))("a server that %s leaves nothing and harms no other test", async (_, source) => {
      // Twice as many tests as workers, so that some are played on the worker that had the hostile program.
      const only = ["echo-text", "next-client", "echo-utf8", "restart"];
      const args = ["--program", "server", "--tier", tier, "--only", ...only, "--json", "-"];
      const { status, stdout, stderr } = await place.run("check", "tcp-echo-once", place.server(source), ...args);
      expect(place.leftovers()).toEqual(nothingLeft);
      expect({ status, stderr: stderr.match(/^ {4}at .*/m) }).toEqual({ status: 1, stderr: null });
      const { tests } = result.parse(JSON.parse(stdout));
      expect(tests.filter((test) => test.status !== "passed").map((test) => test.id)).toEqual(["next-client"]);
    });
  });
}

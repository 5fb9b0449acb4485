import { missingToolchain } from "../../runner/verify/missing-toolchain.ts";
import { type Judged, listJudged } from "../../tests/support/judged.ts";
import { timingBank } from "./timing-bank.ts";

/** The fixtures and timing programs that are asked for, and the names of those whose language this machine lacks. */
export async function playableBank(
  isAsked: (name: string) => boolean,
): Promise<{ bank: Judged[]; unplayable: string[] }> {
  const all = [...(await listJudged()), ...timingBank()].filter((each) => isAsked(nameOf(each)));
  const lacking = await Promise.all(all.map(({ folder }) => missingToolchain(folder)));
  return {
    bank: all.filter((_, index) => lacking[index] === null),
    unplayable: all.filter((_, index) => lacking[index] !== null).map(nameOf),
  };
}

function nameOf({ lab, name }: Judged): string {
  return `${lab}/${name}`;
}

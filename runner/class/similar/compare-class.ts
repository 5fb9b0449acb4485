import type { ComparedHandIn, Similarity } from "../../model/similarity.ts";
import type { ClassPlan } from "../class-run.ts";
import type { Delivery } from "../delivery.ts";
import { compareSources, linesOf, type Sources } from "./compare-sources.ts";
import { deliveredSources } from "./read-sources.ts";

/** Compares what a class handed in: the attempts of each student that count, and hand-ins without a certain owner. */
export async function compareClass(
  plan: ClassPlan,
  deliveries: readonly Delivery[],
  given: readonly Sources[],
  scratch: string,
): Promise<Similarity> {
  const counted = plan.handIns.filter(({ graded }) => graded);
  const left: string[] = [];
  const handIns: (ComparedHandIn & Sources)[] = [];
  for (const { key, path } of counted) {
    const delivery = deliveries.find((each) => each.path === path);
    const sources = delivery ? await deliveredSources(delivery, scratch) : { files: [] };
    const students = plan.students.filter((student) => student.handIns.includes(key));
    if (sources.files.length === 0) left.push(path);
    else
      handIns.push({
        path,
        students: students.map(({ id, name }) => ({ id, name })),
        lines: linesOf(sources),
        ...sources,
      });
  }
  const pairs = compareSources(handIns, given).flatMap(({ left: one, right: other, ...shared }) => {
    const [leftOne, rightOne] = [handIns[one], handIns[other]];
    return leftOne && rightOne && !areOfOne(leftOne, rightOne)
      ? [{ left: shown(leftOne), right: shown(rightOne), ...shared }]
      : [];
  });
  return { compared: handIns.length, left, pairs: pairs.slice(0, mostPairs) };
}

/** More than a person looks at. */
const mostPairs = 100;

/** Two attempts of one student are alike for a good reason. */
function areOfOne(one: ComparedHandIn, other: ComparedHandIn): boolean {
  return one.students.some(({ id }) => other.students.some((student) => student.id === id));
}

function shown({ path, students, lines }: ComparedHandIn): ComparedHandIn {
  return { path, students, lines };
}

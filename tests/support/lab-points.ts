import { loadLab } from "../../runner/spec/load-lab.ts";

/** The points of a lab's tests, extra credit left out, that fit; of all of them where nothing else is said. */
export async function labPoints(
  id: string,
  fits: (test: { id: string; program?: string | undefined }) => boolean = () => true,
) {
  const lab = await loadLab(`specs/${id}/lab.yaml`);
  if (!("value" in lab)) throw new Error(`the lab ${id} cannot be read`);
  return lab.value.tests.filter((test) => !test.optional && fits(test)).reduce((sum, { points }) => sum + points, 0);
}

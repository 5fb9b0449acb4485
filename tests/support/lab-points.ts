import { loadLab } from "../../runner/spec/load-lab.ts";

/** The points of the matching tests of a lab, without extra credit. By default all tests match. */
export async function labPoints(
  id: string,
  fits: (test: { id: string; program?: string | undefined }) => boolean = () => true,
) {
  const lab = await loadLab(`specs/${id}/lab.yaml`);
  if (!("value" in lab)) throw new Error(`the lab ${id} cannot be read`);
  return lab.value.tests.filter((test) => !test.optional && fits(test)).reduce((sum, { points }) => sum + points, 0);
}

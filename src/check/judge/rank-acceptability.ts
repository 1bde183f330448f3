import { smaa } from "../../decision/robustness/smaa.ts";
import { certainTable } from "../../decision/robustness/uncertain-table.ts";
import { anyWeights } from "../../decision/robustness/weight-set.ts";

/** The largest standard error of a share is half of 1/√draws, 0.005; the seed is fixed, so that a gate never flickers. */
const OPTIONS = { draws: 10_000, seed: 1 };

/**
 * Share of the space of weights in which an alternative takes each rank, the first rank first: the rank acceptability index of SMAA-2
 * without knowledge of the weights.
 *
 * @param values 0..1 of each alternative by each criterion
 */
export function rankAcceptability(
  values: readonly (readonly number[])[],
  own: number,
): readonly number[] {
  const criteria = values[own]?.length ?? 0;
  const worth = Array.from({ length: criteria }, () => (value: number) => value);
  return smaa(certainTable(values, worth), anyWeights(criteria), OPTIONS).acceptability[own] ?? [];
}

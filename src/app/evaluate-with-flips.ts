import type { Catalog } from "../catalog/types.ts";
import type { Workload } from "../input/workload-types.ts";
import type { EvaluationResult } from "../report/types.ts";
import { resultOf, type EvaluateOptions } from "./evaluate.ts";
import { flipsByPlanning } from "./what-if/flips.ts";
import { begin, rankNow, type Start } from "./what-if/start.ts";
import { tornado } from "./what-if/tornado.ts";
import { witnessesOfResult } from "./witnesses.ts";

/**
 * As `evaluate`, with the changes of prices, demand, limits and bandwidth after which another candidate wins, and with what
 * each assumption does to the lead, and what other methods of decision say. Every one is planned anew some dozen times, which takes seconds instead of tenths.
 *
 * @throws ModelError as `evaluate`
 */
export function evaluateWithFlips(
  workload: Workload,
  catalog: Catalog,
  options: EvaluateOptions,
): EvaluationResult {
  const start = begin(workload, catalog, options);
  return withFlips(start, resultOf(start, options));
}

function withFlips(start: Start, result: EvaluationResult): EvaluationResult {
  const { recommendation } = result;
  if (recommendation === null) return result;
  const ranking = rankNow(start);
  const known = recommendation.flipPoints.filter(({ input }) => input === "weight");
  const flipPoints = [...known, ...flipsByPlanning(start, ranking)];
  return {
    ...result,
    witnesses: witnessesOfResult(result),
    recommendation: {
      ...recommendation,
      flipPoints: flipPoints.toSorted((a, b) => a.change - b.change),
      assumptions: tornado(start, ranking),
    },
  };
}

/** Beside it, so that a command loads one part of the program and not two. */
export { evaluate } from "./evaluate.ts";

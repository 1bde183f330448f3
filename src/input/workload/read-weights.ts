import { DEFAULT_WEIGHTS } from "../default-weights.ts";
import { isMapping } from "../mapping.ts";
import { didYouMean } from "../suggest.ts";
import type { Workload } from "../workload-types.ts";
import { fieldsAt, pathOf, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";

/**
 * Weight of every criterion, summing to 1. Criteria that a given list leaves out weigh 0; without a list those of the field of
 * use hold.
 */
export function readWeights(
  context: Context,
  preferences: Fields,
  application: string,
): Pick<Workload, "weights" | "weightsFrom"> {
  const { criteria, defaultWeights = {} } = context.known;
  if (!isMapping(preferences.values["weights"])) {
    const usual = Object.hasOwn(defaultWeights, application)
      ? defaultWeights[application]
      : undefined;
    return {
      weights: normalise(criteria, usual ?? DEFAULT_WEIGHTS),
      weightsFrom: "application",
    };
  }
  const weights = fieldsAt(preferences, "weights");
  for (const name of Object.keys(weights.values)) {
    if (criteria.includes(name)) continue;
    report(context, pathOf(weights, name), {
      code: "CS1303",
      message: `there is no criterion "${name}"`,
      help: didYouMean(name, criteria),
      part: "key",
    });
  }
  const numbers = Object.entries(weights.values).filter(([, value]) => typeof value === "number");
  if (numbers.every(([, value]) => value === 0)) {
    report(context, weights.path, {
      code: "CS1404",
      message: "no criterion has a weight above 0",
      help: 'write for example "weights: {cost: 50, performance: 50}", or leave weights out',
    });
  }
  return { weights: normalise(criteria, Object.fromEntries(numbers)) };
}

function normalise(
  criteria: readonly string[],
  weights: Readonly<Record<string, unknown>>,
): Record<string, number> {
  const own = criteria.map((id) => {
    const weight = Object.hasOwn(weights, id) ? Number(weights[id]) : 0;
    return [id, weight] as const;
  });
  const total = own.reduce((sum, [, weight]) => sum + weight, 0);
  return Object.fromEntries(own.map(([id, weight]) => [id, total > 0 ? weight / total : 0]));
}

import { isMapping } from "../mapping.ts";
import { didYouMean } from "../suggest.ts";
import { fieldsAt, pathOf, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";

/** What counts how much when the file does not say. */
const DEFAULT_WEIGHTS: Readonly<Record<string, number>> = {
  cost: 30,
  performance: 20,
  energy: 15,
  latency: 10,
  scalability: 10,
  software: 10,
  risk: 5,
};

/** Weight of every criterion, summing to 1. Criteria that a given list leaves out weigh 0. */
export function readWeights(context: Context, preferences: Fields): Record<string, number> {
  const { criteria } = context.known;
  if (!isMapping(preferences.values["weights"])) return normalise(criteria, DEFAULT_WEIGHTS);
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
  return normalise(criteria, Object.fromEntries(numbers));
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

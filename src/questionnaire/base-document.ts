import { isMapping, type Mapping } from "../input/mapping.ts";
import { parseQuantity } from "../units/quantity.ts";
import { sameValue, valueAt, withoutValue, withValue } from "./document.ts";
import { presetTasks } from "./preset-tasks.ts";
import { scaleQuantity } from "./scale-quantity.ts";

/**
 * An example workload as questions work on it: lengths and latency limits in their long form, so that each figure has a
 * place of its own, and without the description, which tells of the example only.
 */
export function presetDocument(example: Mapping, title: string): Mapping {
  const tasks = presetTasks(example).map(({ value }) => longForm(value));
  const named = withValue(
    withoutValue(example, ["scenario", "description"]),
    ["scenario", "name"],
    title,
  );
  return withValue(named, ["demand", "tasks"], tasks);
}

function longForm(task: Mapping): Mapping {
  const { input, output, latency } = task;
  const limits = isMapping(latency)
    ? Object.fromEntries(
        Object.entries(latency).map(([key, limit]) => [
          key,
          isMapping(limit) ? limit : { max: limit },
        ]),
      )
    : null;
  return {
    ...task,
    ...(input === undefined ? {} : { input: isMapping(input) ? input : { mean: input } }),
    ...(output === undefined ? {} : { output: isMapping(output) ? output : { mean: output } }),
    ...(limits === null ? {} : { latency: limits }),
  };
}

/**
 * The money that the scenario's example may spend is for the work of the example: it grows with the sites, and says
 * nothing about other work.
 */
export function withFittingBudget(document: Mapping, preset: Mapping): Mapping {
  if (!sameValue(workOf(document), workOf(preset))) {
    return (["capital", "monthly", "perUnit"] as const).reduce(
      (left, key) => withoutValue(left, ["budget", key]),
      document,
    );
  }
  const factor = sitesOf(document) / sitesOf(preset);
  if (factor === 1) return document;
  return (["capital", "monthly"] as const).reduce((left, key) => {
    const money = valueAt(left, ["budget", key]);
    const scaled = typeof money === "string" ? scaleQuantity(money, factor) : null;
    return scaled === null ? left : withValue(left, ["budget", key], scaled);
  }, document);
}

/** What is done and how much of it; how fast and how exactly is another matter. */
function workOf(document: Mapping): unknown {
  const manner = new Set(["latency", "precision", "mode", "prefixCache", "disaggregation"]);
  return presetTasks(document).map(({ value }) =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !manner.has(key))),
  );
}

function sitesOf(document: Mapping): number {
  const written = valueAt(document, ["scenario", "sites"]) ?? 1;
  if (typeof written !== "string" && typeof written !== "number") return 1;
  const count = parseQuantity(written, "count");
  return count.ok && count.value > 0 ? count.value : 1;
}

import { isMapping } from "../mapping.ts";
import { fieldsAt, report, textAt, type Fields } from "../workload/context.ts";
import {
  entriesAt,
  idsOf,
  numberAt,
  placeOf,
  type Ids,
  type MatrixContext,
} from "./matrix-context.ts";
import type { Matrix, MatrixCriterion, SharedError, WeightKnowledge } from "./matrix-types.ts";
import { DEVIATIONS_IN_INTERVAL } from "./read-cells.ts";
import { orderAt } from "./read-order.ts";
import { ratiosAt } from "./read-ratios.ts";

export interface Names {
  readonly criteria: Ids;
  readonly alternatives: Ids;
}

export function readRobustness(
  context: MatrixContext,
  root: Fields,
  criteria: readonly MatrixCriterion[],
  names: Names,
): Matrix["robustness"] {
  const fields = fieldsAt(root, "robustness");
  const shared = entriesAt(fields, "sharedErrors");
  idsOf(context, shared, "shared errors");
  return {
    draws: numberAt(fields, "draws") ?? 10_000,
    seed: numberAt(fields, "seed") ?? 1,
    weights: readKnowledge(context, fields, names.criteria),
    sharedErrors: shared.map((error) => readShared(context, error, criteria, names)),
  };
}

function readKnowledge(
  context: MatrixContext,
  robustness: Fields,
  ids: Ids,
): WeightKnowledge | null {
  const stated = robustness.values["weights"];
  if (stated === "any" || stated === "stated") return stated;
  if (!isMapping(stated)) return null;
  const fields = fieldsAt(robustness, "weights");
  const lowest = Array.from(ids, () => 0);
  const highest = Array.from(ids, () => 1);
  const intervals = fieldsAt(fields, "intervals");
  for (const [key, interval] of Object.entries(intervals.values)) {
    const path = [...intervals.path, key];
    const place = placeOf(context, ids, key, path, { noun: "criterion", part: "key" });
    if (place === null || !Array.isArray(interval)) continue;
    const [low, high] = interval.map(Number);
    lowest[place] = low ?? 0;
    highest[place] = high ?? 1;
    if ((low ?? 0) > (high ?? 1)) {
      const message = `${low} is more than ${high}`;
      report(context, path, { code: "CS1606", message, help: "write the smaller weight first" });
    }
  }
  const knowledge = {
    groups: orderAt(context, fields, ids, { complete: false }),
    lowest,
    highest,
    ratios: ratiosAt(context, fields, ids),
  };
  const empty = context.known.emptyBecause(knowledge);
  if (empty !== null) {
    const help = "weights are shares of 1: widen the intervals or the ratios";
    report(context, fields.path, { code: "CS1606", message: empty, help, part: "key" });
  }
  return knowledge;
}

function readShared(
  context: MatrixContext,
  fields: Fields,
  criteria: readonly MatrixCriterion[],
  names: Names,
): SharedError {
  const loadings = entriesAt(fields, "moves").flatMap((move): SharedError["loadings"][number][] => {
    const at = [...move.path, "criterion"];
    const criterion = placeOf(context, names.criteria, move.values["criterion"], at, {
      noun: "criterion",
    });
    if (criterion === null) return [];
    const errors = criteria[criterion]?.errors ?? "relative";
    const factor = numberAt(move, "factor");
    const deviation = numberAt(move, "deviation");
    const wanted = errors === "relative" ? factor : deviation;
    if (wanted === null || (factor !== null && deviation !== null)) {
      const right = errors === "relative" ? "factor" : "deviation";
      report(context, at, {
        code: "CS1608",
        message: `the errors of "${String(move.values["criterion"])}" are ${errors}`,
        help: `write a ${right}, and nothing else`,
      });
      return [];
    }
    const size = errors === "relative" ? (2 * Math.log(wanted)) / DEVIATIONS_IN_INTERVAL : wanted;
    const loading = move.values["opposite"] === true ? -size : size;
    return alternativesOf(context, move, names.alternatives).map((alternative) => ({
      criterion,
      alternative,
      loading,
    }));
  });
  return { id: textAt(fields, "id") ?? "", loadings };
}

function alternativesOf(context: MatrixContext, move: Fields, ids: Ids): number[] {
  const listed = move.values["alternatives"];
  if (!Array.isArray(listed)) return [...ids.values()];
  return (listed as unknown[]).flatMap((name, index) => {
    const path = [...move.path, "alternatives", index];
    const place = placeOf(context, ids, name, path, { noun: "alternative" });
    return place === null ? [] : [place];
  });
}

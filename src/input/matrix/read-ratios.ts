import { has, pathOf, report, type Fields } from "../workload/context.ts";
import { entriesAt, numberAt, placeOf, type Ids, type MatrixContext } from "./matrix-context.ts";
import type { WeightRatio } from "./matrix-types.ts";

/** Ratios of two weights, from `ratios`: how many times as much the one weighs as the other. */
export function ratiosAt(context: MatrixContext, fields: Fields, ids: Ids): WeightRatio[] {
  return entriesAt(fields, "ratios").flatMap((ratio): WeightRatio[] => {
    const [of, to] = (["of", "to"] as const).map((key) =>
      placeOf(context, ids, ratio.values[key], pathOf(ratio, key), { noun: "criterion" }),
    );
    const atLeast = numberAt(ratio, "atLeast");
    const atMost = numberAt(ratio, "atMost");
    const fault = faultOf(of === to, atLeast, atMost);
    if (fault !== null) {
      const at = has(ratio, "atLeast") ? pathOf(ratio, "atLeast") : pathOf(ratio, "of");
      report(context, at, { code: "CS1606", ...fault });
      return [];
    }
    return typeof of === "number" && typeof to === "number" ? [{ of, to, atLeast, atMost }] : [];
  });
}

function faultOf(
  isSame: boolean,
  atLeast: number | null,
  atMost: number | null,
): { message: string; help: string } | null {
  if (isSame) return { message: "a ratio of a weight to itself", help: "name two criteria" };
  if (atLeast === null && atMost === null) {
    return { message: "a ratio without a bound", help: "add atLeast, atMost or both" };
  }
  if (atLeast !== null && atMost !== null && atLeast >= atMost) {
    return {
      message: `atLeast ${atLeast} is not below atMost ${atMost}`,
      help: "leave some room between them: weights are drawn from it",
    };
  }
  return null;
}

import type { ValidatedRow, ValidationResult } from "../../validation/types.ts";
import type { Block } from "../document.ts";
import { MEASUREMENT_SETS, SET_WORDS } from "./sets.ts";
import type { ValidationView } from "./view.ts";

/** Predicted against measured, one plot a set: the rows that the summary counts. */
export function scatterBlocks({ rows }: ValidationResult, view: ValidationView): Block[] {
  if (!view.scatter) return [];
  return MEASUREMENT_SETS.flatMap((set): Block[] => {
    const points = rows
      .filter((row) => row.set === set && isCounted(row))
      .flatMap(({ measured, predicted }) =>
        predicted === null ? [] : [{ x: measured, y: predicted }],
      );
    if (points.length === 0) return [];
    const plot = { xTitle: "measured, in the unit of each row", yTitle: "predicted", points };
    return [
      { kind: "heading", text: `${set}: ${SET_WORDS[set]}` },
      { kind: "scatter", plot },
    ];
  });
}

/** Time to first token of serving points is queueing, which is reported apart. */
function isCounted({ set, metric, grade, excluded }: ValidatedRow): boolean {
  const firm = excluded === null && (grade === "A" || grade === "B");
  return firm && !(set === "serving-points" && metric === "ttft_ms");
}

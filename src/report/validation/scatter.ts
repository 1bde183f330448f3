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

function isCounted({ grade, excluded }: ValidatedRow): boolean {
  return excluded === null && (grade === "A" || grade === "B");
}

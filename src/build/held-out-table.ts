import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { isMapping } from "../input/mapping.ts";
import type { Table } from "../report/document.ts";
import { MEASUREMENT_SETS, SET_WORDS } from "../report/validation/sets.ts";
import { CALIBRATION_FILE } from "./calibration-file.ts";

const COLUMNS = [
  ["inSample", "Fitted on"],
  ["unseenSources", "Source held out"],
  ["unseenChips", "Chip held out"],
  ["unseenStacks", "Stack held out"],
] as const;

/** Errors in the sample and out of it, median / 90th percentile, as the last calibration wrote them. */
export async function heldOutTable(root: string): Promise<Table> {
  const document: unknown = parse(await readFile(join(root, CALIBRATION_FILE), "utf8"));
  const errors: unknown = isMapping(document) ? document["errors"] : null;
  const cell = (key: string, set: string): string => {
    const column: unknown = isMapping(errors) ? errors[key] : null;
    const found: unknown = isMapping(column) ? column[set] : null;
    if (!isMapping(found)) throw new Error(`${CALIBRATION_FILE} has no errors.${key}.${set}`);
    return `${Number(found["medianErrorFactor"]).toFixed(2)} / ${Number(found["p90ErrorFactor"]).toFixed(2)}`;
  };
  return {
    columns: [
      { id: "set", title: "Set", type: "text" },
      ...COLUMNS.map(([id, title]) => ({ id, title, type: "sum" as const })),
    ],
    rows: MEASUREMENT_SETS.map((set) => [
      { value: SET_WORDS[set] },
      ...COLUMNS.map(([key]) => ({ value: cell(key, set) })),
    ]),
  };
}

import type { Diagnostic } from "../../input/diagnostic.ts";
import type { SourceDocument } from "../../input/source-document.ts";
import type { Dimension } from "../../units/dimensions.ts";
import { formatQuantity } from "../../units/format.ts";
import { parseQuantity } from "../../units/quantity.ts";
import { SPEC_FIELDS } from "./fields.ts";
import { writtenAt } from "./written.ts";

/** Dimension of each quantity of a spec file by its dotted key. */
const DIMENSIONS: ReadonlyMap<string, Dimension> = new Map([
  ...SPEC_FIELDS.map(({ id, dimension }): [string, Dimension] => [id, dimension]),
  ["process.node", "nanometres"],
  ["process.largestDie", "square-millimetres"],
  ["process.dieWidth", "metres"],
  ["process.dieHeight", "metres"],
  ["onChip.lastLevelCache", "bytes"],
  ["links.scaleUp.laneRate", "bytes-per-second"],
  ["links.scaleOut.laneRate", "bytes-per-second"],
  ["links.host.bandwidth", "bytes-per-second"],
  ["rent", "usd-per-hour"],
]);

/** The schema knows forms only; the reader of quantities knows which unit was meant. */
export function explainQuantity(diagnostic: Diagnostic, document: SourceDocument): Diagnostic {
  const key = diagnostic.path.replace(/\.value$/u, "");
  const dimension = DIMENSIONS.get(key);
  if (diagnostic.code !== "CS1105" || dimension === undefined) return diagnostic;
  const written = writtenAt(document, diagnostic.path.split("."));
  if (typeof written !== "string" && typeof written !== "number") return diagnostic;
  const reading = parseQuantity(written, dimension);
  if (!reading.ok) {
    return { ...diagnostic, code: "CS1201", message: reading.message, help: reading.help };
  }
  const help = `write a number, a space and a unit: ${formatQuantity(reading.value, dimension)}`;
  return { ...diagnostic, message: `"${written}" is not the form of a figure`, help };
}

import type { Dimension } from "../../units/dimensions.ts";
import { formatQuantity } from "../../units/format.ts";
import { significant } from "../figures.ts";

export interface FlatField {
  /** Dotted path of the figure, as provenance names it. */
  field: string;
  value: unknown;
}

/** Every leaf of a plain value by its dotted path; lists of plain values stay whole. */
export function flatten(value: object, prefix = ""): FlatField[] {
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
    const field = `${prefix}${key}`;
    if (Array.isArray(child)) {
      return child.every((entry) => typeof entry !== "object")
        ? [{ field, value: child }]
        : child.flatMap((entry: object, index) => flatten(entry, `${field}[${index}].`));
    }
    return typeof child === "object" && child !== null
      ? flatten(child, `${field}.`)
      : [{ field, value: child }];
  });
}

const DIMENSIONS: readonly (readonly [RegExp, Dimension])[] = [
  [/BytesPerSecond$/u, "bytes-per-second"],
  [/bytes$/iu, "bytes"],
  [/^peakOpsPerSecond\.|OpsPerSecond$/u, "operations-per-second"],
  [/Watts(PerChip)?$/u, "watts"],
  [/UsdPer(Chip)?Hour$/iu, "usd-per-hour"],
  [/Usd(PerChip)?$/u, "usd"],
  [/Seconds$/u, "seconds"],
  [/Hz$/u, "hertz"],
  [/SquareMillimetres$/u, "square-millimetres"],
  [/Nanometres$/u, "nanometres"],
  [/(^|\.)(parameters|activeParameters|transistors|publishedMacs|embeddingParameters)$/u, "count"],
];

/** A field's value with the unit that its name ends in; what is not known reads "unknown". */
export function fieldText({ field, value }: FlatField): string {
  if (value === null || value === undefined) return "unknown";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number") return typeof value === "string" ? value : JSON.stringify(value);
  const dimension = DIMENSIONS.find(([pattern]) => pattern.test(field))?.[1];
  if (dimension !== undefined) return formatQuantity(value, dimension);
  return Number.isInteger(value) ? String(value) : significant(value);
}

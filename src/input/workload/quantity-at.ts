import { formatQuantity } from "../../units/format.ts";
import { parseQuantity } from "../../units/quantity.ts";
import type { QuantityOptions } from "../../units/quantity.ts";
import { shorten } from "../../units/read-number.ts";
import type { Bound } from "./bounds.ts";
import { pathOf, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";

/**
 * The quantity at `key` in the bound's base unit; null when it is absent or was reported.
 *
 * @param options.things what a count or rate may count.
 */
export function quantityAt(
  context: Context,
  fields: Fields,
  key: string,
  bound: Bound,
  options: QuantityOptions = {},
): number | null {
  const written = fields.values[key];
  if (typeof written !== "string" && typeof written !== "number") return null;
  const path = pathOf(fields, key);
  const reading = parseQuantity(written, bound.dimension, options);
  if (!reading.ok) {
    report(context, path, { code: "CS1201", message: reading.message, help: reading.help });
    return null;
  }
  const fault = quantityFault(reading.value, shorten(String(written).trim()), bound);
  if (fault === null) return reading.value;
  report(context, path, { code: "CS1202", ...fault });
  return null;
}

/** Why a value cannot be right, in words; null when it lies inside the bound. `written` is as the file has it. */
export function quantityFault(
  value: number,
  written: string,
  { dimension, least, most, whole = false }: Bound,
): { message: string; help: string } | null {
  const range = `from ${formatQuantity(least, dimension)} to ${formatQuantity(most, dimension)}`;
  const accepted = `accepted here: ${range}`;
  if (value === 0 && least > 0) {
    return {
      message: `"${written}" is zero`,
      help: `leave the key out for no figure; ${accepted}`,
    };
  }
  if (value < least) {
    return { message: `"${written}" is too small`, help: `is the unit right? ${accepted}` };
  }
  if (value > most) {
    return { message: `"${written}" is absurdly large`, help: `is the unit right? ${accepted}` };
  }
  if (whole && !Number.isInteger(Number(value.toPrecision(12)))) {
    return { message: `"${written}" is not a whole number`, help: accepted };
  }
  return null;
}

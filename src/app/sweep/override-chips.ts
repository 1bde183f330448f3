import type { Catalog, Chip } from "../../catalog/types.ts";
import { tidy } from "../../input/over/expand-values.ts";
import { quantityFault } from "../../input/workload/quantity-at.ts";
import type { ChipAxis, ChipSetting } from "./axis.ts";
import { chipFault } from "./chip-faults.ts";
import type { ChipField } from "./chip-fields.ts";

export interface ChosenSetting {
  axis: ChipAxis;
  setting: ChipSetting;
}

export type Override =
  | { ok: true; catalog: Catalog }
  | { ok: false; code: "CS1202" | "CS1804"; message: string; help: string };

/**
 * The catalogue with other figures for some chips; everything else, also what was estimated from such a figure, stays as it is. A
 * figure that is given is no longer an estimate.
 */
export function overrideChips(base: Catalog, chosen: readonly ChosenSetting[]): Override {
  if (chosen.length === 0) return { ok: true, catalog: base };
  const changed = new Map<string, Chip>();
  const rents = new Map<string, number>();
  for (const { axis, setting } of chosen) {
    for (const id of axis.chips) {
      const chip = changed.get(id) ?? base.chips.find((each) => each.id === id);
      if (chip === undefined) continue;
      const result = withSetting(chip, axis.field, setting, base);
      if (result === null) continue;
      if ("message" in result) return { ok: false, code: "CS1202", ...result };
      changed.set(id, result);
      if (axis.field.key === "rent" && result.rentUsdPerHour !== null) {
        rents.set(id, result.rentUsdPerHour);
      }
    }
  }
  const cloudPrices = base.cloudPrices.map((offer) => {
    const usdPerChipHour = rents.get(offer.chip);
    return usdPerChipHour === undefined ? offer : { ...offer, usdPerChipHour };
  });
  const catalog: Catalog = {
    ...base,
    chips: base.chips.map((chip) => changed.get(chip.id) ?? chip),
    cloudPrices: rents.size === 0 ? base.cloudPrices : cloudPrices,
  };
  for (const chip of base.chips) {
    const now = changed.get(chip.id);
    const message = now === undefined ? null : chipFault(now, catalog);
    // What the catalogue has itself is not for the user to mend.
    if (message !== null && chipFault(chip, base) === null) {
      const help = "vary the other figure too, or leave this value out";
      return { ok: false, code: "CS1804", message, help };
    }
  }
  return { ok: true, catalog };
}

/** Null where the chip has no such figure to multiply or no such link, so that a class can be varied as a whole. */
function withSetting(
  chip: Chip,
  field: ChipField,
  setting: ChipSetting,
  base: Catalog,
): Chip | { message: string; help: string } | null {
  if (field.kind === "flag") {
    const { value } = setting.kind === "value" ? setting : { value: null };
    return typeof value === "boolean" ? field.write(chip, value) : null;
  }
  if (field.kind === "name") {
    const { value } = setting.kind === "value" ? setting : { value: null };
    return typeof value === "string" ? field.write(chip, value) : null;
  }
  const value = figureOf(chip, field, setting, base);
  if (value === null) return null;
  const fault = quantityFault(value, `${field.key} of ${chip.id}`, field.bound);
  if (fault) return fault;
  const written = field.write(chip, value);
  if (written === null) return null;
  return { ...written, estimated: chip.estimated.filter((name) => name !== field.figure) };
}

function figureOf(
  chip: Chip,
  field: Extract<ChipField, { kind: "figure" }>,
  setting: ChipSetting,
  base: Catalog,
): number | null {
  if (setting.kind === "value") return typeof setting.value === "number" ? setting.value : null;
  const known = field.read(chip, base);
  if (known === null) return null;
  const value = tidy(known * setting.factor);
  return field.bound.whole === true ? Math.round(value) : value;
}

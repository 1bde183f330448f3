import type { Catalog, Chip } from "../../catalog/types.ts";
import type { Diagnostic } from "../../input/diagnostic.ts";
import type { OverValue } from "../../input/over/expand-values.ts";
import { overDiagnostic, type OverText, type Piece } from "../../input/over/over-text.ts";
import { didYouMean } from "../../input/suggest.ts";
import { quantityFault } from "../../input/workload/quantity-at.ts";
import { parseQuantity } from "../../units/quantity.ts";
import type { Axis, ChipSetting } from "./axis.ts";
import { CHIP_FIELDS, type ChipField } from "./chip-fields.ts";
import { selectChips } from "./select-chips.ts";

/** `chip.ID.KEY`, where ID is a chip, a class or `*`, and KEY a figure of a chip profile. Faults go to `diagnostics`. */
export function readChipAxis(
  over: OverText,
  values: readonly OverValue[],
  catalog: Catalog,
  diagnostics: Diagnostic[],
): Axis | null {
  const [, id, ...rest] = over.steps;
  const whole = { text: over.key, start: 0 };
  const fail = (piece: Piece, said: { message: string; help: string | null }): null => {
    diagnostics.push(overDiagnostic(over.line, piece, { code: "CS1802", ...said }));
    return null;
  };
  if (id === undefined || rest.length === 0) {
    const help = "write chip.ID.KEY, such as chip.h100-sxm.memory.bandwidth";
    return fail(whole, { message: `"${over.key}" names no figure of a chip`, help });
  }
  const selected = selectChips([id.text], catalog);
  if (!selected.ok) return fail(id, selected);
  const key = rest.map(({ text }) => text).join(".");
  const field = CHIP_FIELDS.find((each) => each.key === key);
  if (!field) {
    const first = rest[0] ?? id;
    const help = didYouMean(
      key,
      CHIP_FIELDS.map((each) => each.key),
    );
    const piece = { text: over.key.slice(first.start), start: first.start };
    const list = `keys: ${CHIP_FIELDS.map((each) => each.key).join(", ")}`;
    return fail(piece, { message: `a chip has no figure "${key}"`, help: help ?? list });
  }
  const settings: ChipSetting[] = [];
  for (const value of values) {
    const setting = readSetting(value, field, selected.chips, catalog);
    if ("message" in setting) {
      const { code, message, help } = setting;
      diagnostics.push(overDiagnostic(over.line, value.piece, { code, message, help }));
    } else settings.push(setting);
  }
  if (settings.length < values.length) return null;
  const chips = selected.chips.map((chip) => chip.id);
  return { key: over.key, over, values, target: "chip", chips, field, settings };
}

interface SettingFault {
  code: Diagnostic["code"];
  message: string;
  help: string | null;
}

function readSetting(
  value: OverValue,
  field: ChipField,
  chips: readonly Chip[],
  catalog: Catalog,
): ChipSetting | SettingFault {
  if (field.kind !== "figure") return readProperty(value, field, catalog);
  const { bound, key } = field;
  const lacking = chips.every((chip) => field.write(chip, bound.least) === null) && chips[0];
  if (lacking) {
    const message = `${lacking.id} has no such link, so it has no "${key}" to vary`;
    return { code: "CS1802", message, help: "chipselect catalog show tells what it has" };
  }
  if (value.kind === "factor") {
    const unknown = chips.find((chip) => field.read(chip, catalog) === null);
    if (!unknown || chips.length > 1) return { kind: "factor", factor: value.factor };
    const message = `nobody publishes "${key}" of ${unknown.id}, so there is nothing to multiply`;
    return { code: "CS1803", message, help: "give the values themselves" };
  }
  const { given } = value;
  if (typeof given !== "string" && typeof given !== "number") {
    const message = `"${key}" takes a quantity, not ${value.piece.text}`;
    return { code: "CS1103", message, help: null };
  }
  const reading = parseQuantity(given, bound.dimension);
  if (!reading.ok) return { code: "CS1201", message: reading.message, help: reading.help };
  const fault = quantityFault(reading.value, String(given), bound);
  return fault ? { code: "CS1202", ...fault } : { kind: "value", value: reading.value };
}

function readProperty(
  value: OverValue,
  field: Exclude<ChipField, { kind: "figure" }>,
  catalog: Catalog,
): ChipSetting | SettingFault {
  const given = value.kind === "given" ? value.given : null;
  const { text } = value.piece;
  if (field.kind === "flag") {
    if (typeof given === "boolean") return { kind: "value", value: given };
    const message = `"${field.key}" takes true or false, not ${text}`;
    return { code: "CS1103", message, help: null };
  }
  const names = field.names(catalog);
  if (typeof given === "string" && names.includes(given)) return { kind: "value", value: given };
  const message = `the catalogue has no ${field.key} "${text}"`;
  return { code: "CS1302", message, help: didYouMean(text, names) };
}

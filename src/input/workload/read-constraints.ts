import { didYouMean } from "../suggest.ts";
import type { Constraints, Filter } from "../workload-types.ts";
import { BOUNDS } from "./bounds.ts";
import { choiceAt, fieldsAt, pathOf, report, textAt } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { isCalendarDate } from "./calendar-date.ts";
import { quantityAt } from "./quantity-at.ts";
import { spelling } from "./spelling.ts";

const SAFETY = ["QM", "ASIL-A", "ASIL-B", "ASIL-C", "ASIL-D"] as const;

/** Hard limits on what may be recommended; without any, everything may. */
export function readConstraints(context: Context, constraints: Fields): Constraints {
  const { vendors, classes, chips, stacks, formFactors } = context.known;
  const filter = (key: string, what: string, names: readonly string[]): Filter =>
    readFilter(context, fieldsAt(constraints, key), what, names);
  return {
    vendors: filter("vendors", "vendor", vendors),
    classes: filter("classes", "class of chips", classes),
    chips: filter("chips", "chip", chips),
    stacks: filter("stacks", "software stack", stacks),
    formFactors: filter("formFactors", "form factor", formFactors),
    safety: choiceAt(constraints, "safety", SAFETY, null),
    exportClass: choiceAt(constraints, "export", ["any", "unrestricted", "china"], "any"),
    availableBy: readDate(context, constraints, "availableBy"),
    chipPowerWatts: quantityAt(context, constraints, "chipPower", BOUNDS.chipPower),
    clockScaling: constraints.values["clockScaling"] === true,
    allowEstimates: constraints.values["allowEstimates"] !== false,
    usedHardware: constraints.values["usedHardware"] === true,
  };
}

function readFilter(
  context: Context,
  fields: Fields,
  what: string,
  names: readonly string[],
): Filter {
  const allow = readNames(context, fields, "allow", what, names);
  const deny = readNames(context, fields, "deny", what, names);
  for (const { name, index } of deny) {
    if (!allow.some((allowed) => allowed.name === name)) continue;
    report(context, [...pathOf(fields, "deny"), index], {
      code: "CS1403",
      message: `"${name}" is allowed and denied`,
      help: "remove it from one of the lists",
    });
  }
  return { allow: allow.map(({ name }) => name), deny: deny.map(({ name }) => name) };
}

interface ListedName {
  name: string;
  index: number;
}

function readNames(
  context: Context,
  fields: Fields,
  key: "allow" | "deny",
  what: string,
  names: readonly string[],
): ListedName[] {
  const list = fields.values[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((written: unknown, index) => {
    if (typeof written !== "string" || written === "") return [];
    const name = spelling(written, names);
    if (name !== null) return [{ name, index }];
    report(context, [...pathOf(fields, key), index], {
      code: "CS1302",
      message: `the catalogue has no ${what} "${written}"`,
      help: didYouMean(written, names) ?? "see: chipselect catalog list",
    });
    return [];
  });
}

function readDate(context: Context, fields: Fields, key: string): string | null {
  const written = textAt(fields, key);
  if (written === null || !/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  if (isCalendarDate(written)) return written;
  report(context, pathOf(fields, key), {
    code: "CS1105",
    message: `"${written}" is not a day of the calendar`,
    help: "dates are year-month-day, for example 2027-01-31",
  });
  return null;
}

import { parseQuantity } from "../units/quantity.ts";
import type { Dimension } from "../units/quantity.ts";
import { isMapping } from "./read-figures.ts";
import type { Confidence } from "./types.ts";

/** A mapping of a schema-valid profile. Each reader throws a TypeError that names the key when the schema was not checked. */
export interface ProfileFields {
  isText(key: string): boolean;
  text(key: string): string;
  textOrNull(key: string): string | null;
  flag(key: string): boolean;
  flagOrNull(key: string): boolean | null;
  count(key: string): number;
  countOrNull(key: string): number | null;
  /** In the base unit that the dimension is named for (see parseQuantity). */
  quantity(key: string, dimension: Dimension): number;
  quantityOrNull(key: string, dimension: Dimension): number | null;
  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice;
  someOf<Choice extends string>(key: string, choices: readonly Choice[]): readonly Choice[];
  texts(key: string): readonly string[];
  /** The mappings of a list. */
  entries(key: string): readonly ProfileFields[];
  section(key: string): ProfileFields;
  sectionOrNull(key: string): ProfileFields | null;
}

export const CONFIDENCES: readonly Confidence[] = ["certain", "high", "medium", "low"];

/** `place` is the dotted key of the mapping in its file, for messages; empty for the file itself. */
export function profileFields(document: unknown, place = ""): ProfileFields {
  if (!isMapping(document)) throw new TypeError(`${place || "a profile"} is not a mapping`);
  const placeOf = (key: string): string => (place === "" ? key : `${place}.${key}`);
  const fail = (key: string, what: string): never => {
    throw new TypeError(`${placeOf(key)} ${what}`);
  };
  const isAbsent = (key: string): boolean => document[key] === undefined || document[key] === null;
  const list = (key: string): readonly unknown[] => {
    const value = document[key];
    return Array.isArray(value) ? value : fail(key, "is not a list");
  };
  const choose = <Choice extends string>(
    key: string,
    value: unknown,
    choices: readonly Choice[],
  ): Choice =>
    choices.find((choice) => choice === value) ?? fail(key, `is not one of ${choices.join(", ")}`);

  const fields: ProfileFields = {
    isText: (key) => typeof document[key] === "string",
    text(key) {
      const value = document[key];
      return typeof value === "string" ? value : fail(key, "is not text");
    },
    textOrNull: (key) => (isAbsent(key) ? null : fields.text(key)),
    flag(key) {
      const value = document[key];
      return typeof value === "boolean" ? value : fail(key, "is not true or false");
    },
    flagOrNull: (key) => (isAbsent(key) ? null : fields.flag(key)),
    count(key) {
      const value = document[key];
      return typeof value === "number" ? value : fail(key, "is not a number");
    },
    countOrNull: (key) => (isAbsent(key) ? null : fields.count(key)),
    quantity(key, dimension) {
      const reading = parseQuantity(fields.text(key), dimension);
      return reading.ok ? reading.value : fail(key, `is wrong: ${reading.message}`);
    },
    quantityOrNull: (key, dimension) => (isAbsent(key) ? null : fields.quantity(key, dimension)),
    oneOf: (key, choices) => choose(key, document[key], choices),
    someOf: (key, choices) => list(key).map((value) => choose(key, value, choices)),
    texts: (key) => list(key).map(String),
    entries: (key) =>
      list(key).map((entry, index) => profileFields(entry, `${placeOf(key)}[${index}]`)),
    section: (key) => profileFields(document[key], placeOf(key)),
    sectionOrNull: (key) => (isAbsent(key) ? null : fields.section(key)),
  };
  return fields;
}

/** A figure that most profiles lack and leave out. */
export function present<K extends string>(key: K, value: number | null): { [key in K]?: number } {
  const found: { [key in K]?: number } = {};
  if (value !== null) found[key] = value;
  return found;
}

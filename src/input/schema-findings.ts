import type { ErrorObject } from "ajv";
import { isMapping } from "./mapping.ts";
import type { Path } from "./path.ts";
import type { Finding } from "./schema-diagnostics.ts";
import { didYouMean } from "./suggest.ts";
import { shorten } from "../units/read-number.ts";

type Rewriter = (
  error: ErrorObject,
  name: string,
  kind: string | null,
) => Omit<Finding, "below" | "part"> & Partial<Finding>;

/**
 * Says in plain words what a schema error means.
 *
 * @param path place of the value, for its name in the message.
 * @param kind what the mapping round the value says it is (`kind: training`), or null.
 */
export function schemaFinding(error: ErrorObject, path: Path, kind: string | null): Finding {
  const rewrite = REWRITERS[error.keyword] ?? other;
  return { below: [], part: "value", ...rewrite(error, nameOf(path), kind) };
}

const REWRITERS: Readonly<Record<string, Rewriter>> = {
  additionalProperties: (error) => {
    const key = String(error.params["additionalProperty"]);
    const valid = isMapping(error.parentSchema?.["properties"])
      ? Object.keys(error.parentSchema["properties"])
      : [];
    const message = `unknown key "${shorten(key)}"`;
    return { code: "CS1101", below: [key], part: "key", message, help: didYouMean(key, valid) };
  },
  required: (error, name) => {
    const key = String(error.params["missingProperty"]);
    const message = `missing key "${key}" in ${name}`;
    return { code: "CS1102", part: "key", message, help: missingHelp(key, error.parentSchema) };
  },
  type: typeFinding,
  enum: (error, name) => {
    const values = allowed(error);
    const message = `${quote(error.data)} is not a value of ${name}`;
    return { code: "CS1104", message, help: didYouMean(plain(error.data), values) };
  },
  const: (error, name) => ({
    code: "CS1104",
    message: `${quote(error.data)} is not a value of ${name}`,
    help: `write ${quote(error.params["allowedValue"])}`,
  }),
  pattern: (error, name) => ({
    code: "CS1105",
    message: `${quote(error.data)} does not have the form of ${name}`,
    help: formHelp(error.parentSchema),
  }),
  minLength: (error, name) => ({
    code: "CS1105",
    message: `${name} is empty`,
    help: exampleHelp(error.parentSchema),
  }),
  maxLength: (error, name) => ({
    code: "CS1105",
    message: `${name} is longer than ${error.params["limit"]} characters`,
    help: null,
  }),
  minItems: (error, name) => ({
    code: "CS1106",
    message: `${name} needs at least ${error.params["limit"]} ${error.params["limit"] === 1 ? "entry" : "entries"}`,
    help: exampleHelp(error.parentSchema),
  }),
  maxItems: (error, name) => ({
    code: "CS1106",
    message: `${name} has more than ${error.params["limit"]} entries`,
    help: null,
  }),
  minProperties: (error, name) => ({
    code: "CS1106",
    message: `${name} is empty`,
    help: exampleHelp(error.parentSchema),
  }),
  uniqueItems: (error, name) => ({
    code: "CS1106",
    below: [Math.max(Number(error.params["i"]), Number(error.params["j"]))],
    message: `the same entry stands twice in ${name}`,
    help: "remove one of them",
  }),
  minimum: (error, name) => boundFinding(error, name, "below"),
  maximum: (error, name) => boundFinding(error, name, "above"),
  exclusiveMinimum: (error, name) => boundFinding(error, name, "not above"),
  exclusiveMaximum: (error, name) => boundFinding(error, name, "not below"),
  multipleOf: (error, name) => ({
    code: "CS1202",
    message: `${name} must be a whole multiple of ${error.params["multipleOf"]}`,
    help: null,
  }),
  "false schema": (_error, name, kind) => ({
    code: "CS1107",
    part: "key",
    message: `${name} does not belong ${kind === null ? "here" : `to kind ${kind}`}`,
    help: "remove it, or check the kind",
  }),
};

function other(error: ErrorObject, name: string): ReturnType<Rewriter> {
  const help = exampleHelp(error.parentSchema);
  return { code: "CS1105", message: `${name} has none of the accepted forms`, help };
}

function typeFinding(error: ErrorObject, name: string): ReturnType<Rewriter> {
  const wantedTypes: unknown = error.params["type"];
  const types = (Array.isArray(wantedTypes) ? wantedTypes : [wantedTypes]).map(String);
  const example = exampleHelp(error.parentSchema);
  if (error.data === null) {
    const help = example === null ? "give it a value, or remove it" : `${example}; or remove it`;
    return { code: "CS1103", message: `${name} has no value`, help };
  }
  const said = plain(error.data);
  if (types.includes("boolean") && /^(yes|on|y|no|off|n)$/i.test(said)) {
    const meant = /^(yes|on|y)$/i.test(said);
    const message = `"${said}" is text in YAML 1.2, and ${name} takes true or false`;
    return { code: "CS1103", message, help: `write ${meant}` };
  }
  const scalar = typeof error.data === "number" || typeof error.data === "boolean";
  const quoted = types.length === 1 && types[0] === "string" && scalar;
  const wanted = types.map((type) => TYPE_NAMES[type] ?? type).join(" or ");
  return {
    code: "CS1103",
    message: `${name} takes ${wanted}, not ${describe(error.data)}`,
    help: quoted ? `put it in quotes: "${said}"` : example,
  };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  null: "nothing",
};

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? `the text ${quote(value)}` : plain(value);
}

function boundFinding(error: ErrorObject, name: string, side: string): ReturnType<Rewriter> {
  const { limit } = error.params;
  const message = `${name} is ${plain(error.data)}, which is ${side} ${limit}`;
  return { code: "CS1202", message, help: exampleHelp(error.parentSchema) };
}

function missingHelp(key: string, schema: ErrorObject["parentSchema"]): string | null {
  const properties = schema?.["properties"];
  const property = isMapping(properties) ? properties[key] : undefined;
  const described = isMapping(property) ? property : {};
  const examples = schema?.["examples"];
  const whole = Array.isArray(examples) && isMapping(examples[0]) ? examples[0][key] : undefined;
  const example = firstExample(described) ?? whole;
  const values = Array.isArray(described["enum"]) ? described["enum"].map(String) : [];
  if (values.length > 0) return `add "${key}: ..."; valid: ${values.join(", ")}`;
  if (example !== undefined) return `add "${key}: ${inline(example)}"`;
  const description = described["description"];
  return typeof description === "string" ? description : null;
}

function exampleHelp(schema: ErrorObject["parentSchema"]): string | null {
  const example = firstExample(schema ?? {});
  return example === undefined ? null : `for example: ${inline(example)}`;
}

function formHelp(schema: ErrorObject["parentSchema"]): string | null {
  const description = schema?.["description"];
  const example = exampleHelp(schema);
  if (typeof description !== "string") return example;
  return example === null ? description : `${description} ${example}`;
}

function firstExample(schema: Readonly<Record<string, unknown>>): unknown {
  const examples = schema["examples"];
  return Array.isArray(examples) ? (examples[0] as unknown) : undefined;
}

/** A value as it would be written in a YAML file on one line. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isMapping(value)) return plain(value);
  const pairs = Object.entries(value).map(([key, entry]) => `${key}: ${inline(entry)}`);
  return `{${pairs.join(", ")}}`;
}

function allowed(error: ErrorObject): string[] {
  const values: unknown = error.params["allowedValues"];
  return Array.isArray(values) ? values.map(String) : [];
}

function quote(value: unknown): string {
  return `"${shorten(plain(value))}"`;
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** The key as it stands in messages; an entry of a list is named after the list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the document";
  if (typeof last === "string") return `"${last}"`;
  const list = path.at(-2);
  return list === undefined ? `entry ${last + 1}` : `entry ${last + 1} of "${String(list)}"`;
}

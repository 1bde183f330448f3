import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { chipFiles } from "./chips-on-disk.ts";

const schema = new URL("../../schemas/chip.schema.json", import.meta.url);
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
  JSON.parse(readFileSync(schema, "utf8")),
);

const files = chipFiles();
const h100 = files.find(({ stem }) => stem === "h100-sxm")?.text ?? "";

/** The H100 profile with one line changed, checked against the schema: paths of what it objects to. */
function objections(from: string | RegExp, to: string): string[] {
  const text = h100.replace(from, to);
  expect(text).not.toBe(h100);
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, params }) => {
    const key: unknown = params["missingProperty"] ?? params["additionalProperty"] ?? "";
    return `${instancePath} ${String(key)}`;
  });
}

describe("the schema of chip profiles", () => {
  it("accepts every profile of the catalogue", () => {
    const refused = files.filter(({ document }) => !validate(document));
    expect(refused.map(({ stem }) => stem)).toEqual([]);
  });

  it.each([
    ["a misspelt key", "vendor: NVIDIA", "vender: NVIDIA", "vender"],
    ["a missing source", /^source:.*\n/m, "", "source"],
    ["a missing family", /^family:.*\n/m, "", "family"],
    ["a class that does not exist", "class: gpu", "class: gpus", "/class"],
    ["an id with capitals", "id: h100-sxm", "id: H100", "/id"],
    ["a year as text", "year: 2022", "year: '2022'", "/year"],
    ["a capacity without a unit", "capacity: 80 GB", "capacity: 80", "/memory/capacity"],
    ["a capacity in bits", "capacity: 80 GB", "capacity: 80 Gb", "/memory/capacity"],
    ["a negative power", "tdp: 700 W", "tdp: -700 W", "/power/tdp"],
    ["a power in dollars", "tdp: 700 W", "tdp: 700 USD", "/power/tdp"],
    ["a peak without a time", "fp8: 1978.9 TFLOP/s", "fp8: 1978.9 TFLOP", "/compute/peak/fp8"],
    ["a precision that does not exist", "    fp8:", "    fp9:", "fp9"],
    ["half a core", "cores: 132", "cores: 131.5", "/compute/cores"],
    ["a price without a date", /, date: "2025-03", note: "market[^"]*"/, "", "/price"],
    ["a confidence of one's own", "confidence: certain", "confidence: sure", "/confidence"],
    ["an override without its value", "{value: 67 W, ", "{", "/power/idle"],
  ])("refuses %s", (_, from, to, where) => {
    expect(objections(from, to)).toContainEqual(expect.stringContaining(where));
  });
});

import { describe, expect, it } from "vitest";
import type { ProfileDocuments } from "../../src/build/compile-catalog.ts";
import { referenceFaults } from "../../src/build/reference-faults.ts";
import type { Ids } from "../../src/build/reference-faults.ts";
import { readYaml } from "../../src/input/read-yaml.ts";
import type { SourceDocument } from "../../src/input/source-document.ts";

function documentOf(file: string, text: string): SourceDocument {
  const reading = readYaml(text, file);
  if (!reading.ok) throw new Error(`${file} is not YAML`);
  return reading.value;
}

const NONE: ProfileDocuments = {
  chips: [],
  models: [],
  systems: [],
  stacks: [],
  families: [],
  cloudPrices: [],
  grids: [],
  applications: [],
  workloads: [],
};

const IDS: Ids = {
  chips: ["h100-sxm"],
  systems: ["hgx"],
  stacks: ["vllm"],
  families: ["nvidia-hopper"],
};

function said(documents: Partial<ProfileDocuments>): string[] {
  return referenceFaults(IDS, { ...NONE, ...documents }).map(
    ({ file, line, column, code, message, help }) =>
      `${file}:${line}:${column} ${code} ${message}; ${help}`,
  );
}

describe("names in profiles", () => {
  const chip = "id: h100-sxm\nfamily: nvidia-hopper\nsystem: hgx\nstacks: [vllm]\n";

  it("may lead to what the catalogue has", () => {
    expect(said({ chips: [documentOf("h100-sxm.yaml", chip)] })).toEqual([]);
  });

  it("are refused where they lead nowhere", () => {
    const text = "id: x\nfamily: nvidia-hoper\nsystem: hgx\nstacks: [vllm, vlm]\n";
    expect(said({ chips: [documentOf("x.yaml", text)] })).toEqual([
      'x.yaml:2:9 CS1302 there is no family "nvidia-hoper"; did you mean "nvidia-hopper"? valid: nvidia-hopper',
      'x.yaml:4:16 CS1302 there is no stack "vlm"; did you mean "vllm"? valid: vllm',
    ]);
  });

  it("of the chips in a price list are checked too", () => {
    const text = "id: aws\noffers:\n  - {chip: h100-sxm}\n  - {chip: h900}\n";
    expect(said({ cloudPrices: [documentOf("aws.yaml", text)] })).toEqual([
      'aws.yaml:4:12 CS1302 there is no chip "h900"; valid: h100-sxm',
    ]);
  });

  it("stand for one profile only", () => {
    const documents = [documentOf("a/x.yaml", "id: x\n"), documentOf("b/x.yaml", "id: x\n")];
    expect(said({ models: documents })).toEqual([
      'b/x.yaml:1:5 CS1405 the id "x" is also that of a/x.yaml; give each profile its own id',
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { modelProblems } from "../../src/catalog/check-model.ts";
import { readModel } from "../../src/catalog/read-model.ts";
import { modelProfiles, profileErrors } from "./model-profiles.ts";

const profiles = modelProfiles();

describe("every model profile", () => {
  it.each(profiles.map((file) => [file.path, file] as const))("%s", (_path, file) => {
    expect(profileErrors(file.document)).toEqual([]);
    expect(file.document["id"]).toBe(file.id);
    expect(file.text).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/schemas\/model\.schema\.json\n/,
    );
    const { model, provenance } = readModel(file.document);
    expect(modelProblems(model)).toEqual([]);
    expect(provenance[0]?.field).toBe("*");
    expect(provenance.every((entry) => entry.source.length > 3)).toBe(true);
  });

  it("has an id of its own", () => {
    const ids = profiles.map((file) => file.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the model schema refuses", () => {
  const good = {
    id: "tiny",
    name: "Tiny",
    family: "Own",
    task: "text-generation",
    kind: "decoder",
    source: "config.json",
    confidence: "high",
    parameters: "70.6 B",
    shape: { layers: 2, hidden: 64, heads: 4 },
  };

  it("nothing in a complete profile", () => {
    expect(profileErrors(good)).toEqual([]);
  });

  it.each([
    ["a profile without source", { source: undefined }, /source/],
    ["an unknown key", { paramters: 3 }, /propert/],
    ["a key of another kind", { blocks: [] }, /propert/],
    ["an unknown kind", { kind: "transformer" }, /kind/],
    ["a decoder without shape", { shape: undefined }, /shape/],
    ["an unknown confidence", { confidence: "sure" }, /confidence/],
    ["a count with a wrong unit", { parameters: "70.6 GB" }, /parameters/],
    ["a figure without its source", { parameters: { value: 7 } }, /parameters/],
    ["zero layers", { shape: { layers: 0, hidden: 64, heads: 4 } }, /shape\/layers/],
    ["half a head", { shape: { layers: 1, hidden: 64, heads: 2.5 } }, /shape\/heads/],
    [
      "windowed layers without a window",
      { shape: { ...good.shape, span: { windowLayers: 1 } } },
      /span/,
    ],
  ])("%s", (_name, change, message) => {
    const document = JSON.parse(JSON.stringify({ ...good, ...change }));
    expect(profileErrors(document).join("\n")).toMatch(message);
  });
});

import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BLOCK_TYPES } from "../../../src/workload/blocks/registry.ts";
import { COMMON_PARAMETERS } from "../../../src/workload/blocks/block-type.ts";

/** Files of the folder that hold no block type. */
const SHARED = new Set([
  "block-type.ts",
  "check-blocks.ts",
  "expand-blocks.ts",
  "macs.ts",
  "network.ts",
  "parameter.ts",
  "registry.ts",
  "tensor.ts",
]);

const FOLDER = new URL("../../../src/workload/blocks", import.meta.url);

describe("block types", () => {
  test("each is a file of its own name, and each file is registered", () => {
    const files = readdirSync(FOLDER).filter((file) => !SHARED.has(file));
    expect(files.toSorted()).toEqual([...BLOCK_TYPES.keys()].map((id) => `${id}.ts`).toSorted());
  });

  test.each([...BLOCK_TYPES.values()])("$id describes itself and its parameters", (type) => {
    expect(type.description).toMatch(/\.$/);
    for (const parameter of Object.values(type.parameters)) {
      expect(parameter.description).not.toBe("");
      expect(parameter.expects).not.toBe("");
    }
  });

  test.each([...BLOCK_TYPES.values()])("$id takes no key that all blocks have", (type) => {
    const common = Object.keys(COMMON_PARAMETERS);
    expect(Object.keys(type.parameters).filter((key) => common.includes(key))).toEqual([]);
  });
});

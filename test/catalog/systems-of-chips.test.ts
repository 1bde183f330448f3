import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFamily } from "../../src/catalog/read-family.ts";
import { readStack } from "../../src/catalog/read-stack.ts";
import { readSystem } from "../../src/catalog/read-system.ts";
import { readChip } from "../../src/catalog/read-chip.ts";
import { catalogFiles } from "./profile-files.ts";

const chips = catalogFiles("chips").map((file) => readChip(file.document).chip);
const families = new Map(catalogFiles("families").map((f) => [f.id, readFamily(f.document)]));
const systems = new Map(catalogFiles("systems").map((f) => [f.id, readSystem(f.document)]));
const stacks = new Map(catalogFiles("stacks").map((f) => [f.id, readStack(f.document)]));

describe("every chip", () => {
  it("is in a family of its class that there is", () => {
    const wrong = chips.filter((chip) => families.get(chip.family)?.class !== chip.class);
    expect(wrong.map(({ id, family }) => `${id} in ${family}`)).toEqual([]);
  });

  it("stands in a system that there is", () => {
    expect(chips.filter((chip) => !systems.has(chip.system)).map(({ id }) => id)).toEqual([]);
  });

  it("runs at least one stack, and only stacks that there are", () => {
    const wrong = chips.filter(
      (chip) => chip.stacks.length === 0 || chip.stacks.some((id) => !stacks.has(id)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("has a stack with kernels for a format that it has a peak for", () => {
    const idle = chips.filter((chip) => {
      const formats = Object.keys(chip.peakOpsPerSecond);
      const supported = chip.stacks.flatMap((id) => stacks.get(id)?.precisions ?? []);
      return formats.length > 0 && !supported.some((format) => formats.includes(format));
    });
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it("finds its whole scale-up domain in its system", () => {
    const cut = chips.filter((chip) => {
      const system = systems.get(chip.system);
      return (
        chip.scaleUp !== null &&
        system !== undefined &&
        chip.scaleUp.domainChips > system.scaleUpChips
      );
    });
    // Their domain of 8 counts the two GPUs of a package; the node holds 4 packages.
    expect(cut.map(({ id }) => id)).toEqual(["mi250", "mi250x"]);
  });
});

/** Stacks that no plan uses any more, but that published measurements were made with. */
const frameworks = readFileSync(
  new URL("../../profiles/measurements/frameworks.yaml", import.meta.url),
  "utf8",
);
const measuredStacks = [...stacks.keys()].filter((id) =>
  new RegExp(`stacks: \\[[^\\]]*\\b${id}\\b`, "u").test(frameworks),
);

describe("nothing lies about unused", () => {
  it.each([
    ["system", [...systems.keys()], chips.map((chip) => chip.system)],
    ["stack", [...stacks.keys()], [...chips.flatMap((chip) => chip.stacks), ...measuredStacks]],
    [
      "family",
      [...families.keys()],
      [
        ...chips.map((chip) => chip.family),
        ...[...families.values()].flatMap(({ parent }) => parent ?? []),
      ],
    ],
  ])("every %s belongs to a chip or a measurement", (_kind, known, used) => {
    expect(known.filter((id) => !used.includes(id))).toEqual([]);
  });
});

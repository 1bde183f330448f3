import { describe, expect, it } from "vitest";
import type { Unsaid, UnsaidFact } from "../../src/validation/unsaid.ts";
import { deepseekV3, llama70b, llama8b } from "../support/models.ts";
import { catalog, llmRow, NAMING, predicted } from "./rows.ts";

/** What the scripts of a source say of runs whose rows do not: profiles/measurements/frameworks.yaml. */
const fact = (says: Unsaid, scope: Partial<UnsaidFact["scope"]> = {}): UnsaidFact => ({
  scope: {
    source: "sample",
    framework: [],
    model: [],
    chip: [],
    version: [],
    measured: [],
    ...scope,
  },
  says,
});
/** Tokens of a round with one, two and three proposals. */
const YIELDS = [1.9, 2.6, 2.8];
const on = catalog(deepseekV3);
const step = (fields: Record<string, string>, ...unsaid: UnsaidFact[]): number =>
  predicted(
    llmRow({
      metric: "tpot_ms",
      scenario: "server",
      chips: "8",
      tp: "8",
      source_title: "a sample of runs",
      framework_version: "1.2",
      note: "measured 2026-02-06",
      ...fields,
    }),
    on,
    { ...NAMING, unsaid, roundYields: { [llama70b.id]: YIELDS, [deepseekV3.id]: YIELDS } },
  );

describe("keys and values in a format that only the source's scripts name", () => {
  const long = { input_tokens: "100000", batch: "16" };
  const plain = step(long);
  const narrow: Unsaid = { cache: "fp8" };

  it("are read in that format", () => {
    expect(step(long, fact(narrow))).toBe(step({ ...long, kv_precision: "fp8" }));
    expect(step(long, fact(narrow))).toBeLessThan(plain);
  });

  it("stay as the row says where it does", () => {
    expect(step({ ...long, kv_precision: "bf16" }, fact(narrow))).toBe(plain);
  });

  it.each([
    ["of another source", { source: "another paper" }],
    ["of other frameworks", { framework: ["splitter"] }],
    ["of other models", { model: [deepseekV3.id] }],
    ["of other chips", { chip: ["a100"] }],
    ["of other releases", { version: ["1.1", "1.3"] }],
    ["of other days", { measured: ["2026-02-05"] }],
  ])("are 16 bits in runs %s than the fact is about", (_, scope) => {
    expect(step(long, fact(narrow, scope))).toBe(plain);
  });

  it.each([
    ["framework", { framework: ["engine"] }],
    ["model", { model: [llama8b.id] }],
    ["chip", { chip: ["a100", "h100"] }],
    ["release", { version: ["1.2"] }],
    ["day", { measured: ["2026-02-06"] }],
    ["year", { measured: ["2026"] }],
  ])("are read so where the %s agrees", (_, scope) => {
    expect(step(long, fact(narrow, scope))).toBeLessThan(plain);
  });
});

describe("a sum and the norm behind it in one kernel", () => {
  it("save the launch of the norm", () => {
    expect(step({}, fact({ fusedNorms: true }))).toBeLessThan(step({}));
    const alone = { chips: "1", tp: "1", model_id: llama8b.id };
    expect(step(alone, fact({ fusedNorms: true }))).toBe(step(alone));
  });
});

describe("lengths drawn from below the stated ones", () => {
  it("are shorter in the mean", () => {
    const stated = { input_tokens: "1000", output_tokens: "500" };
    const shorter = { input_tokens: "900", output_tokens: "450" };
    expect(step(stated, fact({ lengthShare: 0.9 }))).toBe(step(shorter));
  });
});

describe("speculation with a model's own prediction head", () => {
  const run = { model_id: llama70b.id };
  const plain = step(run);
  const stated = step({ ...run, note: "MTP3" });

  it("takes a step of the model and three of the head for the tokens of a round", () => {
    // Reading weights is the time of one dense sequence: 80 layers and the vocabulary, then three times one layer with it.
    const alone = { ...run, scenario: "decode-only", chips: "1", tp: "", batch: "1" };
    const vocabulary = 128_256 * 8192;
    const head = (70.6e9 / 80 + 2 * 8192 ** 2 + vocabulary) / (70.6e9 - vocabulary);
    const expected = 2.8 / (1 + 3 * head);
    const quicker = step(alone) / step({ ...alone, note: "MTP3" });
    expect(quicker).toBeGreaterThan(0.95 * expected);
    expect(quicker).toBeLessThan(1.05 * expected);
  });

  it.each(["MTP=3", "MTP with 3 draft layers", "MTP speculative decoding with 3 draft layers"])(
    "is read from a note: %s",
    (note) => {
      expect(step({ ...run, note })).toBe(stated);
    },
  );

  it("is known from the scripts of the source where the note is silent", () => {
    expect(step(run, fact({ proposals: 3 }))).toBe(stated);
  });

  it("proposes as many as the scripts say for attention data parallelism", () => {
    const both = fact({ proposals: 3, proposalsOfDataParallel: 1 });
    const split = { model_id: deepseekV3.id, tp: "1", note: "attention dp 8, moe tp 1, moe ep 8" };
    const one = { ...split, note: `${split.note}, MTP1` };
    expect(step(split, both)).toBe(step(one));
    expect(step(split, both)).not.toBe(step(split));
  });

  it("is none without a word of it, by name only, or where nobody measured what a round yields", () => {
    expect(step({ ...run, note: "no MTP" })).toBe(plain);
    expect(step({ ...run, note: "MTP5" })).toBe(plain);
    expect(step({ note: "MTP3" })).toBe(step({}));
  });
});

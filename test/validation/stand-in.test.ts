import { describe, expect, it } from "vitest";
import type { BlocksModel } from "../../src/catalog/types.ts";
import { validate } from "../../src/validation/validate.ts";
import { bertLarge } from "../support/models.ts";
import { catalog, NAMING, row } from "./rows.ts";

function network(id: string, channels: number, gigaMacs: number): BlocksModel {
  return {
    ...bertLarge,
    id,
    kind: "blocks",
    parameters: 9 * channels ** 2,
    publishedMacs: gigaMacs * 1e9,
    input: { channels: 3, height: 224, width: 224, depth: 1 },
    blocks: [
      { type: "conv", out: channels, kernel: 3, stride: 2 },
      { type: "conv", out: channels, kernel: 3 },
    ],
  };
}

const small = network("plain-small", 64, 0.48);
const large = network("plain-large", 512, 30);
const mobile = network("mobile-one", 64, 0.48);
const on = catalog(small, large, mobile);

const naming = {
  ...NAMING,
  networkSizes: { "Listed Net": { macs: 1.92e9, parameters: null, side: 224 } },
};

const outcome = (fields: Record<string, string>) =>
  validate(
    [
      row("vision", {
        model_id: "",
        metric: "latency_ms",
        weights_precision: "int8",
        activation_precision: "int8",
        batch: "1",
        scenario: "single-stream",
        input_shape: "224x224x3",
        value: "1",
        ...fields,
      }),
    ],
    on,
    { version: "t", naming },
  ).rows[0];

describe("a network that the catalogue lacks", () => {
  it("is stood in for by the nearest of its kind in work, where its row states the work", () => {
    const stated = (gmacs: string) => ({ model: "Novel", note: `x; gmacs=${gmacs}; y` });
    expect(outcome(stated("0.5"))?.model).toBe("plain-small scaled");
    expect(outcome(stated("25"))?.model).toBe("plain-large scaled");
    expect(outcome({ ...stated("0.5"), model: "MobileNovel" })?.model).toBe("mobile-one scaled");
  });

  it("takes longer in proportion to its work", () => {
    const busy = { model: "Novel", scenario: "fixed-batch", batch: "64" };
    const one = outcome({ ...busy, note: "gmacs=30" })?.predicted ?? 0;
    const four = outcome({ ...busy, note: "gmacs=120" })?.predicted ?? 0;
    expect(four / one).toBeGreaterThan(2);
    expect(four / one).toBeLessThan(4.5);
  });

  it("has the work that its authors count, whatever a vendor's table prints", () => {
    const listed = outcome({ model: "listed net" })?.predicted;
    expect(outcome({ model: "listed net", note: "gmacs=0.2" })?.predicted).toBe(listed);
  });

  it("is stood in for by its published size, at the input of the row", () => {
    const usual = outcome({ model: "listed net" })?.predicted ?? 0;
    const doubled = outcome({ model: "listed net", input_shape: "448x448x3" })?.predicted ?? 0;
    expect(usual).toBeGreaterThan(0);
    expect(doubled).toBeGreaterThan(usual);
  });

  it("stays unknown where nobody says how much work it is", () => {
    expect(outcome({ model: "Novel", note: "" })).toMatchObject({
      predicted: null,
      skipped: "model not in the catalogue: Novel",
    });
  });
});

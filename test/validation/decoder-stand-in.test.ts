import { describe, expect, it } from "vitest";
import { llama8b } from "../support/models.ts";
import { llmRow, predicted, results } from "./rows.ts";

const found = (fields: Record<string, string>) =>
  results([llmRow({ metric: "tpot_ms", model_id: "", ...fields })])[0];

describe("a language model that the catalogue lacks", () => {
  it("is stood in for by one as large, where its name or the note says how large it is", () => {
    const known = predicted(llmRow({ metric: "tpot_ms", model_id: llama8b.id }));
    for (const row of [
      { model: "Novel-7.5B-Chat" },
      { model: "novel 8b" },
      { model: "Novel", note: "x; params_m=7600" },
    ]) {
      expect(found(row)?.model).toBe(`${llama8b.id} as large`);
      expect(found(row)?.predicted).toBeCloseTo(known, 9);
    }
  });

  it("stays unknown without a size, far from every size that there is, or of another kind", () => {
    for (const model of [
      "Novel",
      "Novel-20B",
      "Novel-8x7B",
      "Novel-8B-A1B",
      "Novel-VL-8B",
      "Mamba-8B",
    ]) {
      expect(found({ model })?.skipped).toBe(`model not in the catalogue: ${model}`);
    }
  });
});

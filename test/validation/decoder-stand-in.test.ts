import { describe, expect, it } from "vitest";
import { deepseekV3, llama8b } from "../support/models.ts";
import { catalog, llmRow, predicted, results } from "./rows.ts";

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

  it("of a family of mixtures is stood in for by a member alone: its name does not say how much is active", () => {
    const of = (model: string) =>
      results([llmRow({ metric: "tpot_ms", model_id: "", model })], catalog(deepseekV3))[0];
    expect(of("deepseek-ai/DeepSeek-V9-650B")?.model).toBe(`${deepseekV3.id} as large`);
    // A dense model of 70 billion is in the catalogue, and would be several times slower.
    expect(of("DeepSeek-V9-70B")?.skipped).toBe("model not in the catalogue: DeepSeek-V9-70B");
    expect(of("Novel-70B")?.predicted).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from "vitest";
import { saturatedBatch } from "../../src/validation/queued-requests.ts";
import { llmRow } from "./rows.ts";

const run = (input: string, output: string, title = "TensorRT-LLM performance overview v1.0") =>
  llmRow({ input_tokens: input, output_tokens: output, source_title: title });

describe("sequences that a saturated run holds", () => {
  it("are as many as fit while the queue is long", () => {
    // 30,000 requests of 128 + 128 tokens (perf-overview.md): 2,000 at a time make 15 full rounds.
    expect(saturatedBatch(run("128", "128"), 2000)).toBe(2000);
  });

  it("are no more than the requests of the run", () => {
    expect(saturatedBatch(run("1024", "32768"), 8192)).toBe(1000);
  });

  it("are fewer where the last round is small", () => {
    // 1,500 requests with room for 1,024 take two rounds: 750 at a time in the mean.
    expect(saturatedBatch(run("2048", "2048"), 1024)).toBe(750);
  });

  it("are as many as fit for other lengths and other sources", () => {
    expect(saturatedBatch(run("77", "99"), 1024)).toBe(1024);
    expect(saturatedBatch(run("2048", "2048", "MLPerf"), 1024)).toBe(1024);
  });
});

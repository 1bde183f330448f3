import { describe, expect, it } from "vitest";
import { frameworkOf } from "../../src/validation/row-fields.ts";
import { llmRow } from "./rows.ts";

const name = (framework: string, version = "", title = "") =>
  frameworkOf(llmRow({ framework, framework_version: version, source_title: title }));

describe("the software behind a printed name", () => {
  it("is the early one for early releases", () => {
    expect(name("vllm", "0.6.3")).toBe("vllm-2024");
    expect(name("vllm", "0.10.2")).toBe("vllm");
    expect(name("trt-llm", "0.15.0")).toBe("trt-llm-2024");
    expect(name("trt-llm", "1.0 (PyTorch backend)")).toBe("trt-llm");
  });

  it("is told by the date of the source where no release is stated", () => {
    expect(name("vllm", "", "LLM-Inference-Bench (arXiv:2411.00136)")).toBe("vllm-2024");
    expect(name("vllm", "", "vLLM blog: Intel Arc Pro B-series")).toBe("vllm");
    expect(name("vllm", "0.11.1", "Some paper (arXiv:2411.00136)")).toBe("vllm");
    expect(name("exllama", "", "LLM-Inference-Bench (arXiv:2411.00136)")).toBe("exllama");
  });

  it("is another build where the version names one", () => {
    const build = "llama.cpp batched-bench, ampere_optimized_llama.cpp_r2.0.0";
    expect(name("llama.cpp", build)).toBe("ampere-llama.cpp");
    expect(name("llama.cpp", "llama.cpp batched-bench, llama.cpp_ea02c75")).toBe("llama.cpp");
  });
});

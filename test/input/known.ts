import type { KnownNames } from "../../src/input/known-names.ts";

/** A small catalogue's names, so that the tests here do not change with the real one. */
export const KNOWN: KnownNames = {
  models: ["llama3.1-8b", "llama3.1-70b", "gpt3-175b", "resnet50", "sdxl"],
  chips: ["h100-sxm", "h100-pcie", "h200-sxm", "b200", "mi300x", "orin-nx-16"],
  classes: ["cpu", "gpu", "tpu", "asic", "fpga", "npu", "mcu"],
  vendors: ["NVIDIA", "AMD", "Intel", "Google", "Huawei"],
  stacks: ["vllm", "tensorrt-llm", "pytorch"],
  formFactors: ["SXM5", "PCIe FHFL", "OAM"],
  criteria: ["cost", "performance", "energy", "latency", "scalability", "software", "risk"],
  tokenLengths: new Map(
    ["llama3.1-8b", "llama3.1-70b", "gpt3-175b"].map((id) => [id, { input: true, output: true }]),
  ),
};

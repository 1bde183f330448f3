import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { createNames } from "../../src/validation/names.ts";
import { readNaming } from "../../src/validation/naming.ts";

const text = readFileSync(join(packageRoot(), "profiles/measurements/frameworks.yaml"), "utf8");
const catalog = loadBuiltinCatalog();
const naming = readNaming(parse(text));
const names = createNames(catalog, naming);

/** Id of the chip, or null where the name means none or several. */
function chipOf(printed: string): string | null {
  const found = names.chip(printed);
  return "id" in found ? found.id : null;
}

describe("names of chips", () => {
  it.each([
    // case, punctuation, vendor, brand
    ["NVIDIA GeForce RTX 4090", "rtx4090"],
    ["nvidia rtx4090", "rtx4090"],
    ["GeForce RTX™ 4090", "rtx4090"],
    ["RTX 3080 Ti", "rtx3080ti"],
    ["NVIDIA RTX 6000 Ada Generation", "rtx6000-ada"],
    ["RTX A6000", "rtx-a6000"],
    ["NVIDIA A6000", "rtx-a6000"],
    ["NVIDIA Tesla T4", "t4"],
    ["AMD Radeon RX 7900 XTX", "rx7900xtx"],
    ["RX 7900 XT", "rx7900xt"],
    ["AMD Instinct MI300X", "mi300x"],
    ["Intel(R) Xeon(R) Platinum 8480+", "xeon-8480p"],
    ["Intel Xeon 8592+ (2S)", "xeon-8592p"],
    ["AMD EPYC 9654", "epyc-9654"],
    ["AMD Ryzen 9 7950X (16-core)", "ryzen-7950x"],
    ["Intel Core i9-13900K", "core-i9-13900k"],
    ["Raspberry Pi 5 CPU (4x Cortex-A76)", "rpi5"],
    ["AWS Graviton4 (96 vCPU)", "graviton4"],
    ["Google TPU v6e", "tpu-v6e"],
    ["Google TPU v5p-128", "tpu-v5p"],
    ["AMD Ryzen 9 5950X", "ryzen-5950x"],
    ["TI TDA4VM", "tda4vm"],
    ["Nordic nRF5340 (Cortex-M33)", "nrf5340"],
    ["NVIDIA H100 SXM 80GB x 8", "h100-sxm"],
    // memory and form tell variants
    ["A100-SXM4-80GB", "a100-80-sxm"],
    ["NVIDIA A100-PCIE-40GB", "a100-40-pcie"],
    ["NVIDIA A100 80GB PCIe", "a100-80-pcie"],
    ["NVIDIA H100 80GB HBM3", "h100-sxm"],
    ["H100 SXM5-80GB", "h100-sxm"],
    ["NVIDIA H100 PCIe", "h100-pcie"],
    ["8x NVIDIA H100 SXM 80GB", "h100-sxm"],
    ["NVIDIA H100 NVL 94GB", "h100-nvl"],
    ["V100-SXM2-32GB", "v100-sxm2-32"],
    ["NVIDIA RTX 3080 12GB", "rtx3080-12"],
    ["NVIDIA GeForce RTX 4060 Ti 8GB", "rtx4060ti-8"],
    ["NVIDIA L4 24GB", "l4"],
    // numbers of GPU cores
    ["Apple M2 Max (30-core GPU)", "m2-max-30c"],
    ["Apple M2 Max (38-core GPU)", "m2-max"],
    ["M1 Pro", "m1-pro"],
    ["Apple M4 Max (64GB)", "m4-max"],
    // engines of a system on chip
    ["Apple M2 Max (CPU cores)", "m2-max-cpu"],
    ["Apple M3 (MacBook Pro 2023, CPU)", "m3-cpu"],
    ["Intel Core Ultra 7 155H", "core-ultra-155h-cpu"],
    ["Intel Core Ultra 7 155H iGPU", "core-ultra-155h-gpu"],
    ["Intel Core Ultra 7 155H NPU", "core-ultra-155h"],
    ["Qualcomm Snapdragon 8 Gen 3 NPU", "sd8gen3"],
    ["Qualcomm Snapdragon 8 Gen 3 (OnePlus 12 CPU)", "sd8gen3-cpu"],
    ["Qualcomm Snapdragon 8 Gen 3 (Samsung S24 Ultra Adreno 750 GPU)", "sd8gen3-gpu"],
    ["AMD Ryzen AI Max+ 395 (Radeon 8060S GPU)", "ryzen-ai-max-395"],
    ["AMD Ryzen AI Max+ 395 (CPU)", "ryzen-ai-max-395-cpu"],
    ["NVIDIA Jetson AGX Orin (Cortex-A78AE CPU)", "jetson-agx-orin-cpu"],
    ["Rockchip RK3588 NPU", "rk3588"],
    ["NXP MCX N947 CPU", "mcxn947-cpu"],
    ["STM32L4R5 (Cortex-M4)", "stm32l4r5"],
  ])("%s is %s", (printed, id) => {
    expect(chipOf(printed)).toBe(id);
  });

  it.each([
    ["several", "NVIDIA A100"],
    ["several", "NVIDIA A100 SXM"],
    ["several", "NVIDIA H100"],
    ["another bin", "Apple M2 Max (24-core GPU)"],
    ["another memory", "NVIDIA RTX 4090 48GB"],
    ["another memory", "NVIDIA L4 48GB"],
    ["another engine", "Intel Core i9-13900K iGPU"],
    ["another engine", "Apple M2 Max Neural Engine"],
    ["another engine", "Qualcomm Snapdragon 8 Gen 3 sensing hub eNPU"],
    ["another part", "NVIDIA RTX 6000"],
    ["another part", "NVIDIA RTX 4090 Laptop"],
    ["another part", "AMD MI300"],
    ["another part", "Intel Xeon Platinum 8481"],
    ["not the part as sold", "NVIDIA RTX 4090 (overclocked)"],
    ["not the part as sold", "Intel Xeon Platinum 8480+ preproduction"],
    ["not said", "Intel Ice Lake laptop (SKU not stated)"],
    ["nothing", ""],
  ])("%s: %j is no chip", (_why, printed) => {
    expect(chipOf(printed)).toBeNull();
  });

  it("says which chips a name does not tell apart", () => {
    expect(names.chip("NVIDIA A100 SXM")).toEqual({ several: ["a100-40-sxm", "a100-80-sxm"] });
  });

  it("find every chip of the catalogue by its own id, and nearly all by their own name", () => {
    const ids = catalog.chips.map(({ id }) => id);
    expect(ids.filter((id) => chipOf(id) !== id)).toEqual([]);
    // A profile of an NPU is named like its processor, whose bare name means the CPU.
    const wrong = catalog.chips.filter(
      ({ id, name }) => ![id, `${id}-cpu`, null].includes(chipOf(name)),
    );
    expect(wrong.map(({ id, name }) => `${id} → ${chipOf(name)}`)).toEqual([]);
    const unfound = catalog.chips.filter(({ name }) => chipOf(name) === null);
    expect(unfound.length).toBeLessThan(catalog.chips.length / 20);
  });
});

describe("names of models", () => {
  it.each([
    ["meta-llama/Llama-3.1-8B-Instruct", "llama3.1-8b"],
    ["Meta-Llama-3.1-70B-Instruct-FP8", "llama3.1-70b"],
    ["Llama 3.1 8B", "llama3.1-8b"],
    ["llama3.1:8b", "llama3.1-8b"],
    ["Llama-v3.1-8B-Instruct", "llama3.1-8b"],
    ["Llama-2-7b-chat-hf", "llama2-7b"],
    ["LLaMA 7B", "llama2-7b"],
    ["TheBloke/Llama-2-13B-chat-GPTQ", "llama2-13b"],
    ["Qwen/Qwen2.5-7B-Instruct-AWQ", "qwen2.5-7b"],
    ["Qwen2.5-Coder-32B-Instruct", "qwen2.5-32b"],
    ["Qwen/Qwen3-30B-A3B-Instruct-2507", "qwen3-30b-a3b"],
    ["deepseek-ai/DeepSeek-R1-Distill-Qwen-14B", "qwen2.5-14b"],
    ["DeepSeek-V3-0324", "deepseek-v3"],
    ["mistralai/Mistral-7B-Instruct-v0.3", "mistral-7b"],
    ["Mixtral-8x7B-Instruct-v0.1", "mixtral-8x7b"],
    ["google/gemma-2-9b-it", "gemma2-9b"],
    ["gemma3:4b", "gemma3-4b"],
    ["microsoft/Phi-3.5-mini-instruct", "phi-3-mini"],
    ["openai/gpt-oss-120b", "gpt-oss-120b"],
    ["nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-FP8", "nemotron3-super-120b"],
    ["Qwen1.5 0.5B", "qwen1.5-0.5b"],
    ["ResNet-50", "resnet50"],
    ["resnet50_pt", "resnet50"],
    ["ResNet-50 v1.5", "resnet50"],
    ["MobileNetV2", "mobilenet-v2"],
    ["mobilenet_v1_1.0_224", "mobilenet-v1"],
    ["ViT-B/16", "vit-base-16"],
    ["google/vit-base-patch16-224", "vit-base-16"],
    ["YOLOv8n", "yolov8n"],
    ["yolov5s", "yolov5s"],
    ["YOLO11x", "yolo11x"],
    ["bert-base-uncased", "bert-base"],
    ["BERT-Large SQuAD", "bert-large"],
    ["openai/whisper-large-v3", "whisper-large-v3"],
    ["Inceptionv1", "inception-v1"],
    ["tf_inceptionv4_3.5", "inception-v4"],
  ])("%s is %s", (printed, id) => {
    expect(names.model(printed)).toBe(id);
  });

  it.each([
    "",
    "Llama 3.1",
    "Llama 5 8B",
    "Qwen2.5-VL-7B-Instruct",
    "Qwen2.5",
    "DeepSeek",
    "Mistral Medium",
    "gemma",
    "GPT-4",
    "ResNet",
    "ResNet-1202",
    "YOLOv8q",
    "BERT tiny",
    "base",
    "instruct",
    "8b",
  ])("%j is no model of the catalogue", (printed) => {
    expect(names.model(printed)).toBeNull();
  });

  it("find every model by its own id and name", () => {
    const lost = catalog.models.filter(({ id, name }) =>
      [id, name].some((each) => ![id, null].includes(names.model(each))),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
    const byId = catalog.models.filter(({ id }) => names.model(id) !== id);
    expect(byId.map(({ id }) => id)).toEqual([]);
  });
});

describe("aliases", () => {
  it("lead to chips and models that there are", () => {
    const chips = new Set(catalog.chips.map(({ id }) => id));
    const models = new Set(catalog.models.map(({ id }) => id));
    expect(Object.values(naming.chipAliases).filter((id) => !chips.has(id))).toEqual([]);
    expect(Object.values(naming.modelAliases).filter((id) => !models.has(id))).toEqual([]);
  });

  it("no size is listed for a network that the catalogue has", () => {
    const had = Object.keys(naming.networkSizes).filter((name) => names.model(name) !== null);
    expect(had).toEqual([]);
  });
});

import { isMapping } from "../input/mapping.ts";
import { readRoundYields, type RoundYields } from "./speculation.ts";
import { readUnsaid, type UnsaidFact } from "./unsaid.ts";

/** How one framework of the measurements is described. */
export interface FrameworkRule {
  /** Stack ids to try in this order; a trailing `*` stands for any ending. Stacks of the chip's own list come first. */
  stacks: readonly string[];
  /** Several chips hold layers one after the other instead of shards (llama.cpp's default split). */
  layerSplit: boolean;
  /** Key/value cache that the framework takes for models in 8 bits and fewer when nobody says. */
  narrowCache: "fp8" | null;
  /** Multiplies FP4 weights by FP8 activations on chips with FP4 units where the row does not say. */
  blockActivations?: boolean;
  /** Convolutions in FP32 multiply in TF32 where the chip can, as the library's default. */
  tf32Convolutions: boolean;
  /** Networks in FP32 run in FP16 on Arm cores that have it, as the library's or the harness's default. */
  halfOnArm?: boolean;
  /** Data-parallel training keeps weights sharded (FSDP, ZeRO-3) where the row does not say. */
  shardedWeights: boolean;
  /** Pipelines run plain 1F1B where the row does not say. */
  plainPipeline: boolean;
  /** Pipelines are interleaved as finely as the layers allow where the row does not say. */
  deepInterleave: boolean;
  /** Its published runs came before flash attention, unless a row says otherwise. */
  earlyKernels: boolean;
}

/** Size of a convolution network, as its row or its authors state it. */
export interface NetworkSize {
  /** Multiply-accumulates of one input. */
  macs: number;
  parameters: number | null;
  /** Side of the square input that the work is counted for; null where it is the input of the row. */
  side: number | null;
}

/** profiles/measurements/frameworks.yaml: names of the measurements in the words of the catalogue. */
export interface Naming {
  frameworks: Readonly<Record<string, FrameworkRule>>;
  /** Chip as the source prints it → chip id, for rows whose chip_id is empty. */
  chips: Readonly<Record<string, string>>;
  /** Model as the source prints it → model id, for rows whose model_id is empty. */
  models: Readonly<Record<string, string>>;
  /** Names that other sources print → id, in any spelling (chip-words.ts, model-words.ts). */
  chipAliases: Readonly<Record<string, string>>;
  modelAliases: Readonly<Record<string, string>>;
  /** Convolution networks that the catalogue lacks → published size (stand-in.ts). */
  networkSizes: Readonly<Record<string, NetworkSize>>;
  roundYields: RoundYields;
  unsaid: readonly UnsaidFact[];
}

/** @throws TypeError when the document does not have the form of frameworks.yaml */
export function readNaming(document: unknown): Naming {
  if (!isMapping(document)) throw new TypeError("frameworks.yaml must be a mapping");
  const frameworks: Record<string, FrameworkRule> = {};
  for (const [name, value] of Object.entries(mappingAt(document, "frameworks"))) {
    frameworks[name] = readRule(name, value);
  }
  return {
    frameworks,
    chips: textsAt(document, "chips"),
    models: textsAt(document, "models"),
    chipAliases: textsAt(document, "chipAliases"),
    modelAliases: textsAt(document, "modelAliases"),
    networkSizes: sizesAt(document, "networkSizes"),
    roundYields: readRoundYields(optionalAt(document, "roundYields")),
    unsaid: readUnsaid(document["unsaid"]),
  };
}

function readRule(name: string, value: unknown): FrameworkRule {
  if (!isMapping(value)) throw new TypeError(`frameworks.${name} must be a mapping`);
  const stacks = value["stacks"];
  if (!Array.isArray(stacks) || stacks.length === 0 || !stacks.every(isText)) {
    throw new TypeError(`frameworks.${name}.stacks must be a list of stack ids`);
  }
  return {
    stacks,
    layerSplit: value["layerSplit"] === true,
    narrowCache: value["narrowCache"] === "fp8" ? "fp8" : null,
    blockActivations: value["blockActivations"] === true,
    tf32Convolutions: value["tf32Convolutions"] === true,
    halfOnArm: value["halfOnArm"] === true,
    shardedWeights: value["shardedWeights"] === true,
    plainPipeline: value["plainPipeline"] === true,
    deepInterleave: value["deepInterleave"] === true,
    earlyKernels: value["earlyKernels"] === true,
  };
}

function mappingAt(document: Readonly<Record<string, unknown>>, key: string) {
  const value = document[key];
  if (!isMapping(value)) throw new TypeError(`${key} must be a mapping`);
  return value;
}

/** A mapping that may be left out. */
const optionalAt = (document: Readonly<Record<string, unknown>>, key: string) =>
  document[key] === undefined ? {} : mappingAt(document, key);

function textsAt(document: Readonly<Record<string, unknown>>, key: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(optionalAt(document, key))) {
    if (!isText(value)) throw new TypeError(`${key}.${name} must be an id`);
    texts[name] = value;
  }
  return texts;
}

/** `name: {gigaMacs: 22.65, megaParameters: 18.5, side: 640}`; the parameters may be left out. */
function sizesAt(
  document: Readonly<Record<string, unknown>>,
  key: string,
): Record<string, NetworkSize> {
  const sizes: Record<string, NetworkSize> = {};
  for (const [name, value] of Object.entries(optionalAt(document, key))) {
    const giga = isMapping(value) ? value["gigaMacs"] : undefined;
    const mega = isMapping(value) ? value["megaParameters"] : undefined;
    const side = isMapping(value) ? value["side"] : undefined;
    if (typeof giga !== "number" || typeof side !== "number") {
      throw new TypeError(`${key}.${name} must have numbers gigaMacs and side`);
    }
    const parameters = typeof mega === "number" ? mega * 1e6 : null;
    sizes[name] = { macs: giga * 1e9, parameters, side };
  }
  return sizes;
}

const isText = (value: unknown): value is string => typeof value === "string";

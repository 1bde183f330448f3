import { isMapping } from "../read-figures.ts";
import type { WidePart } from "../types.ts";
import type { ConfigReader } from "./config-reader.ts";

/** Names of modules, as lists of modules that are not converted write them, literally or as patterns. */
const PARTS: readonly { name: RegExp; parts: readonly WidePart[] }[] = [
  { name: /self_attn/u, parts: ["attention-inputs", "attention-output"] },
  { name: /shared_expert/u, parts: ["shared-experts"] },
  { name: /mlp\W+(?:gate|up|down)[^.]*_proj/u, parts: ["dense-layers"] },
];

/**
 * What a checkpoint of four bits leaves in 16: `modules_to_not_convert` (MXFP4, AWQ) or `ignore` (compressed-tensors) of the
 * `quantization_config`. Nothing where the file describes another format, or leaves only embedding and head.
 */
export function wideParts(config: ConfigReader): { fourBitWide?: readonly WidePart[] } {
  const quantization = config.section("quantization_config");
  if (quantization === undefined || !isFourBit(quantization)) return {};
  const kept = [quantization["modules_to_not_convert"], quantization["ignore"]]
    .flat()
    .filter((name) => typeof name === "string");
  const parts = PARTS.filter(({ name }) => kept.some((module) => name.test(module))).flatMap(
    (each) => each.parts,
  );
  return parts.length === 0 ? {} : { fourBitWide: parts };
}

function isFourBit(quantization: Readonly<Record<string, unknown>>): boolean {
  if (quantization["quant_method"] === "mxfp4" || quantization["bits"] === 4) return true;
  const groups = quantization["config_groups"];
  return (
    isMapping(groups) &&
    Object.values(groups).some(
      (group) =>
        isMapping(group) && isMapping(group["weights"]) && group["weights"]["num_bits"] === 4,
    )
  );
}

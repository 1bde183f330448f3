import { modelProblems } from "./check-model.ts";
import { configReader, flattened } from "./hugging-face/config-reader.ts";
import type { ConfigFindings } from "./hugging-face/config-reader.ts";
import { decoderProfile } from "./hugging-face/decoder.ts";
import { ENCODER_TYPES } from "./hugging-face/encoders.ts";
import { DECODER_TYPES } from "./hugging-face/model-types.ts";
import { readModel } from "./read-model.ts";
import { isMapping } from "./read-figures.ts";
import type { Model } from "./types.ts";

export type HuggingFaceReading =
  | { ok: true; model: Model; warnings: string[] }
  | { ok: false; message: string; help: string };

/**
 * Model described by the parsed config.json of a Hugging Face repository. Parameters are computed from the shape
 * (config.json has none). A model type that isn't listed is read as a decoder by the usual keys, with a warning.
 */
export function modelFromHuggingFace(
  config: Readonly<Record<string, unknown>>,
  name: string,
): HuggingFaceReading {
  const findings: ConfigFindings = { problems: [], warnings: [] };
  const profile = profileOf(config, findings);
  const [problem] = findings.problems;
  if (problem !== undefined) return { ok: false, ...problem };
  const { model } = readModel({
    id: slugOf(name),
    name,
    family: modelTypeOf(config) || "own",
    source: `config.json of ${name}`,
    confidence: "high",
    ...profile,
  });
  const [contradiction] = modelProblems(model);
  if (contradiction !== undefined) {
    return { ok: false, message: contradiction.message, help: contradiction.help };
  }
  return { ok: true, model, warnings: findings.warnings };
}

function profileOf(
  config: Readonly<Record<string, unknown>>,
  findings: ConfigFindings,
): Record<string, unknown> {
  const tower = isMapping(config["vision_config"]) ? config["vision_config"] : undefined;
  const text = isMapping(config["text_config"]) ? config["text_config"] : undefined;
  const wholeType = modelTypeOf(config);
  if ((wholeType === "clip" || wholeType === "siglip") && tower !== undefined) {
    findings.warnings.push("only the image tower is modelled, not the text tower");
    return encoderOf(`${wholeType}_vision_model`, tower, findings);
  }
  if (tower !== undefined || isMapping(config["audio_config"])) {
    findings.warnings.push("only the language model is modelled, not the image or audio tower");
  }
  const flat = flattened(config, ["text_config", "attn_config", "ffn_config"]);
  const type = modelTypeOf(text ?? {}) || wholeType;
  if (Object.hasOwn(ENCODER_TYPES, type)) return encoderOf(type, flat, findings);
  return decoderOf(type, flat, findings);
}

function encoderOf(
  type: string,
  config: Readonly<Record<string, unknown>>,
  findings: ConfigFindings,
): Record<string, unknown> {
  const profile = ENCODER_TYPES[type]?.(configReader(config, {}, findings));
  return profile ?? {};
}

function decoderOf(
  modelType: string,
  config: Readonly<Record<string, unknown>>,
  findings: ConfigFindings,
): Record<string, unknown> {
  const type = Object.hasOwn(DECODER_TYPES, modelType) ? DECODER_TYPES[modelType] : undefined;
  const reader = configReader(config, type?.defaults ?? {}, findings);
  const profile = decoderProfile(reader, type);
  if (type === undefined) {
    const named = modelType === "" ? "no model_type" : `model_type "${modelType}" is unknown`;
    reader.warn(`${named}: read as a decoder by the usual keys; check its shape and parameters`);
  }
  return profile;
}

function modelTypeOf(config: Readonly<Record<string, unknown>>): string {
  return typeof config["model_type"] === "string" ? config["model_type"] : "";
}

/** "meta-llama/Llama-3.1-70B" → "llama-3.1-70b". */
function slugOf(name: string): string {
  const last = name.split("/").pop() ?? name;
  return last.toLowerCase().replaceAll(/[^a-z0-9.]+/g, "-");
}

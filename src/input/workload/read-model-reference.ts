import validateProfile from "../../generated/validate-model-profile.js";
import type { ModelFault } from "../known-names.ts";
import { isMapping } from "../mapping.ts";
import type { Mapping } from "../mapping.ts";
import { schemaDiagnostics } from "../schema-diagnostics.ts";
import { didYouMean } from "../suggest.ts";
import type { ModelReference } from "../workload-types.ts";
import { fieldsAt, pathOf, present, report, textAt } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { spelling } from "./spelling.ts";

const UNKNOWN: ModelReference = { kind: "catalog", id: "" };

/** The model that `key` names: an id of the catalogue, a Hugging Face configuration, or a profile in the file. */
export function readModelReference(context: Context, parent: Fields, key: string): ModelReference {
  const written = parent.values[key];
  if (typeof written === "string") return fromCatalog(context, parent, key, written);
  if (!isMapping(written)) return UNKNOWN;
  const fields = fieldsAt(parent, key);
  const given = present(fields, ["huggingFace", "profile"]);
  if (given.length !== 1) {
    report(context, fields.path, {
      code: "CS1108",
      message: "a model of your own is given in exactly one way",
      help: "write {huggingFace: ./config.json} or {profile: {...}}",
    });
    return UNKNOWN;
  }
  return given[0] === "profile" ? fromProfile(context, fields) : fromHuggingFace(context, fields);
}

function fromCatalog(
  context: Context,
  parent: Fields,
  key: string,
  written: string,
): ModelReference {
  const id = spelling(written, context.known.models);
  if (id !== null) return { kind: "catalog", id };
  const isPath = /[\\/]|\.json$/.test(written);
  if (written !== "") {
    report(context, pathOf(parent, key), {
      code: "CS1301",
      message: `the catalogue has no model "${written}"`,
      help: helpFor(written, isPath, context.known.models),
    });
  }
  return UNKNOWN;
}

function helpFor(written: string, isPath: boolean, models: readonly string[]): string {
  if (written.endsWith(".json")) return `a file is given as {huggingFace: ${written}}`;
  const plain = plainName(written);
  const known = spelling(plain, models);
  const likely = known === null ? didYouMean(plain, models) : `did you mean "${known}"?`;
  if (!isPath) return likely ?? "see: chipselect catalog list models";
  return likely === null
    ? `a file is given as {huggingFace: ${written}}`
    : `${likely} Or give its file: {huggingFace: ./config.json}`;
}

/** What names on a model hub add to that of the shape: who tuned it for what, and how the file stores it. */
const HUB_WORDS =
  /[-_](instruct|chat|it|base|hf|coder|math|fp8|bf16|awq|gptq|gguf|int4|int8)(?=[-_]|$)/gi;

/** "meta-llama/Llama-3.1-8B-Instruct" has the shape of "llama-3.1-8b". */
function plainName(written: string): string {
  return (written.split("/").pop() ?? "").replaceAll(HUB_WORDS, "");
}

function fromHuggingFace(context: Context, fields: Fields): ModelReference {
  const path = textAt(fields, "huggingFace");
  if (path === null || path === "") return UNKNOWN;
  const file = context.sources.readJson(path);
  const fault = (message: string, help: string | null): void =>
    report(context, pathOf(fields, "huggingFace"), { code: "CS1304", message, help });
  if (!file.ok) {
    fault(`${path}: ${file.message}`, "the path is relative to the workload file");
    return UNKNOWN;
  }
  if (!isMapping(file.value)) {
    fault(`${path} holds no JSON object`, "name the config.json of a model");
    return UNKNOWN;
  }
  for (const { path: place, message, help } of context.sources.checkHuggingFace?.(file.value) ??
    []) {
    fault([path, place, message].filter((part) => part !== "").join(": "), help);
  }
  return { kind: "hugging-face", path, config: file.value };
}

function fromProfile(context: Context, fields: Fields): ModelReference {
  const profile = fields.values["profile"];
  const path = pathOf(fields, "profile");
  if (!isMapping(profile)) return UNKNOWN;
  if (!validateProfile(profile)) {
    const errors = validateProfile.errors ?? [];
    context.diagnostics.push(...schemaDiagnostics(context.document, errors, path));
    return { kind: "inline", profile };
  }
  for (const { path: place, message, help } of profileFaults(context, profile)) {
    const steps = place === "" ? [] : place.split(".");
    report(context, [...path, ...steps], { code: "CS1305", message, help });
  }
  return { kind: "inline", profile };
}

/** The catalogue's reader throws a TypeError or RangeError for a profile that it cannot make a model of. */
function profileFaults(context: Context, profile: Mapping): readonly ModelFault[] {
  try {
    return context.sources.checkProfile?.(profile) ?? [];
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error;
    return [{ path: "", message: error.message, help: null }];
  }
}

import type { FigureProvenance } from "./provenance.ts";
import { figureReader, isMapping, provenanceOf } from "./read-figures.ts";
import { MODEL_KINDS } from "./read-model-kinds.ts";
import type { Model } from "./types.ts";

export interface ReadModel {
  model: Model;
  /** First the file's own source (field "*"), then each figure that has another one. */
  provenance: FigureProvenance[];
}

/**
 * Model of a schema-valid profile, from the catalogue or written in a workload file. Missing parameters are computed
 * from the shape and named in `estimated`.
 *
 * @throws TypeError for a document that the schema would have refused.
 */
export function readModel(document: unknown): ReadModel {
  if (!isMapping(document)) throw new TypeError("a model profile is a mapping");
  const kind = document["kind"];
  if (!isModelKind(kind)) throw new TypeError(`unknown kind of model: ${String(kind)}`);
  const file = provenanceOf(document, "*");
  const overrides: FigureProvenance[] = [];
  const figures = figureReader(document, "", overrides, file.confidence);
  const { body, computed, usualTask } = MODEL_KINDS[kind](figures);
  const parameters = figures.count("parameters");
  const activeParameters = figures.count("activeParameters");
  const total = parameters ?? computed?.total;
  if (total === undefined) throw new TypeError(`a model of kind ${kind} needs its parameters`);
  const isPartlyActive = computed !== null && computed.active < computed.total;
  const estimated = [
    ...(parameters === null ? ["parameters"] : []),
    ...(activeParameters === null && isPartlyActive ? ["activeParameters"] : []),
  ];
  const id = figures.text("id") ?? "inline-model";
  const common = {
    id,
    name: figures.text("name") ?? id,
    family: figures.text("family") ?? "own",
    task: figures.text("task") ?? usualTask,
    parameters: total,
    activeParameters: activeParameters ?? (isPartlyActive ? computed.active : total),
    maxContextTokens: figures.count("maxContext"),
    publishedMacs: figures.count("macs"),
    confidence: file.confidence,
    verified: document["verified"] !== false && [file, ...overrides].some(isReRead),
    estimated,
    note: file.note,
  };
  return { model: { ...common, ...body }, provenance: [file, ...overrides] };
}

/** A source that begins with "recalled" was written down from memory. */
function isReRead({ source }: FigureProvenance): boolean {
  return !source.startsWith("recalled");
}

function isModelKind(kind: unknown): kind is Model["kind"] {
  return typeof kind === "string" && Object.hasOwn(MODEL_KINDS, kind);
}

import { modelFromHuggingFace } from "../catalog/model-from-hugging-face.ts";
import { readModel } from "../catalog/read-model.ts";
import type { Catalog, Model } from "../catalog/types.ts";
import type { ModelReference, Task, Workload } from "../input/workload-types.ts";
import { lowerAlike, prepareTask, type Draft, type PreparedTask } from "../planner/prepare-task.ts";

export interface PreparedWorkload {
  tasks: readonly PreparedTask[];
  /** Model of each task, by task id. */
  models: ReadonlyMap<string, Model>;
  warnings: readonly string[];
}

/**
 * Finds the model of every task (and of its distillations) and lowers them.
 *
 * @throws ModelError when a reference leads nowhere; its message and help are for people.
 */
export function prepareWorkload(workload: Workload, catalog: Catalog): PreparedWorkload {
  const warnings: string[] = [];
  const known = new Map(catalog.models.map((model) => [model.id, model]));
  const resolve = (reference: ModelReference, task: Task): Model =>
    resolveModel(reference, task, known, warnings);
  const models = new Map<string, Model>();
  const prepared: PreparedTask[] = [];
  for (const task of workload.tasks) {
    const model = resolve(task.model, task);
    models.set(task.id, model);
    const distilled = task.compression.flatMap((compression) =>
      compression.kind === "distillation" ? [resolve(compression.model, task)] : [],
    );
    const draft = draftOf(task, model, (reference) => resolve(reference, task));
    if (task.kind === "inference" && task.prefixHitRate > 0 && model.kind !== "decoder") {
      throw new ModelError(
        `task ${task.id}: ${model.name} has no prompt whose beginning could be cached`,
        "remove prefixCache; it belongs to language models",
      );
    }
    const alike = prepared.find((each) => lowerAlike(each.task, task));
    prepared.push(alike ? { ...alike, task } : prepareTask(task, model, distilled, draft));
  }
  return { tasks: prepared, models, warnings };
}

/** What drafts for a task's speculative decoding; null where nothing does. */
function draftOf(
  task: Task,
  model: Model,
  resolve: (reference: ModelReference) => Model,
): Draft | null {
  if (task.kind !== "inference" || !task.speculation?.draft) return null;
  if (task.speculation.draft.kind === "prediction-head") {
    if (model.kind === "decoder") return "prediction-head";
    throw new ModelError(
      `task ${task.id}: ${model.name} has no multi-token prediction head`,
      "only language models have one; name a model that drafts, or leave the draft out for n-gram lookup",
    );
  }
  const draft = resolve(task.speculation.draft);
  if (draft.kind === "decoder" || draft.kind === "encoder-decoder") return draft;
  throw new ModelError(
    `task ${task.id}: ${draft.name} writes no tokens, so it cannot draft any`,
    "name a language model, or leave the draft out for n-gram lookup",
  );
}

export class ModelError extends Error {
  readonly help: string;
  constructor(message: string, help: string) {
    super(message);
    this.name = "ModelError";
    this.help = help;
  }
}

function resolveModel(
  reference: ModelReference,
  task: Task,
  known: ReadonlyMap<string, Model>,
  warnings: string[],
): Model {
  switch (reference.kind) {
    case "catalog": {
      const model = known.get(reference.id);
      if (model) return model;
      throw new ModelError(
        `task ${task.id}: no model "${reference.id}" in the catalogue`,
        "chipselect catalog list models",
      );
    }
    case "inline":
      return readModel(reference.profile).model;
    case "hugging-face": {
      const reading = modelFromHuggingFace(reference.config, reference.path);
      if (!reading.ok) {
        throw new ModelError(`${reference.path}: ${reading.message}`, reading.help);
      }
      warnings.push(...reading.warnings.map((warning) => `${reference.path}: ${warning}`));
      return reading.model;
    }
    default:
      return reference satisfies never;
  }
}

import type { Model } from "../catalog/types.ts";
import type { AccuracyRisk, Compression, InferenceTask, Task } from "../input/workload-types.ts";
import { lowerModel } from "../workload/lower-model.ts";
import { cachePrefixes } from "../workload/prefix-cache.ts";
import { predictionHead } from "../workload/prediction-head.ts";
import type { Program } from "../workload/program.ts";
import { rememberSteps } from "../workload/remember.ts";
import { speculate, tokensPerRound } from "../workload/speculate.ts";
import { lowerTraining, type TrainingProgram } from "../workload/training-program.ts";
import { pruneProgram } from "./prune.ts";

/** A task with its model and everything that may stand in for it, lowered once for all chips. */
export interface PreparedTask {
  task: Task;
  model: Model;
  variants: readonly TaskVariant[];
}

export interface TaskVariant {
  model: Model;
  program: Program | TrainingProgram;
  /** Names of the compressions and of the way of decoding in use, for the report. */
  compression: readonly string[];
  accuracyRisk: AccuracyRisk;
  /** Share of the work that chips with 2:4 sparse units skip; 0 without. */
  sparseShare: number;
}

/** Whether two tasks lower to the same variants: then those of one serve both, with every step that they remember. */
export const lowerAlike = (a: Task, b: Task): boolean => loweredBy(a) === loweredBy(b);

/** All that `prepareTask` reads of a task. */
const loweredBy = (task: Task): string =>
  task.kind === "inference"
    ? JSON.stringify([
        task.model,
        task.compression,
        task.steps,
        task.prefixHitRate,
        task.speculation,
      ])
    : JSON.stringify([task.kind, task.model, task.compression]);

/** What proposes tokens: another model, or the prediction head of the model itself. */
export type Draft = Model | "prediction-head";

/** `distilled` are the models of the task's distillations, in their order; `draft` is what drafts for its speculative decoding. */
export function prepareTask(
  task: Task,
  model: Model,
  distilled: readonly Model[],
  draft: Draft | null = null,
): PreparedTask {
  if (task.kind !== "inference") {
    // Weights that are pruned while they train save no work: gradients need all of them.
    const kit: Kit<TrainingProgram> = { lower: lowerTraining, prune: (program) => program };
    return { task, model, variants: compressions(task, model, distilled, kit) };
  }
  const kit: Kit<Program> = { lower: (each) => lowerServed(task, each), prune: pruneProgram };
  const plain = compressions(task, model, distilled, kit);
  const speculating = plain.flatMap((each) => withSpeculation(task, each, draft));
  const variants = [...plain, ...speculating].map((each) => ({
    ...each,
    program: rememberSteps(each.program),
  }));
  return { task, model, variants };
}

/** How programs of one kind are made. */
interface Kit<P> {
  lower: (model: Model) => P;
  prune: (program: P, pattern: Pruning["pattern"], share: number) => P;
}

type Pruning = Extract<Compression, { kind: "pruning" }>;

function lowerServed(task: InferenceTask, model: Model): Program {
  const program = lowerModel(model, task.steps);
  return program.kind === "generative" && model.kind === "decoder"
    ? cachePrefixes(program, task.prefixHitRate)
    : program;
}

/** The task's model, and what its compressions make of it. */
function compressions<P extends Program | TrainingProgram>(
  task: Task,
  model: Model,
  distilled: readonly Model[],
  { lower, prune }: Kit<P>,
): (TaskVariant & { program: P })[] {
  const program = lower(model);
  let next = 0;
  return [
    { model, program, compression: [], accuracyRisk: "none", sparseShare: 0 },
    ...task.compression.map((compression): TaskVariant & { program: P } => {
      const { accuracyRisk } = compression;
      if (compression.kind === "distillation") {
        const smaller = distilled[next++] ?? model;
        const name = `${smaller.name} in its place`;
        const own = { model: smaller, program: lower(smaller), compression: [name] };
        return { ...own, accuracyRisk, sparseShare: 0 };
      }
      const { pattern, share } = compression;
      return {
        model,
        program: prune(program, pattern, share),
        compression: [`${pattern} pruning of ${Math.round(share * 100)} %`],
        accuracyRisk,
        sparseShare: pattern === "2:4" ? share : 0,
      };
    }),
  ];
}

/** The variant with a draft beside it, where the task allows one and the model writes token by token. */
function withSpeculation(
  { speculation, steps }: InferenceTask,
  variant: TaskVariant & { program: Program },
  draft: Draft | null,
): (TaskVariant & { program: Program })[] {
  const { program, model } = variant;
  if (!speculation || program.kind !== "generative") return [];
  const proposer = draft && lowerDraft(draft, model, steps);
  if (proposer && proposer.kind !== "generative") return [];
  const { tokens, acceptance } = speculation;
  const name = `${tokens} tokens proposed ${proposedBy(draft)}`;
  const round = { tokens, yielded: tokensPerRound(tokens, acceptance) };
  return [
    {
      ...variant,
      program: speculate(program, proposer, round),
      compression: [...variant.compression, name],
    },
  ];
}

function lowerDraft(draft: Draft, model: Model, steps: InferenceTask["steps"]): Program | null {
  if (draft !== "prediction-head") return lowerModel(draft, steps);
  return model.kind === "decoder" ? predictionHead(model) : null;
}

function proposedBy(draft: Draft | null): string {
  if (draft === null) return "from the prompt";
  return draft === "prediction-head" ? "by its prediction head" : `by ${draft.name}`;
}

import { isMapping, type Mapping } from "../input/mapping.ts";
import { valueAt } from "./document.ts";

export const LOADS = ["rate", "users", "frames", "volume"] as const;
export type Load = (typeof LOADS)[number];

/** A task of a workload document, as far as questions depend on it. */
export interface DocumentTask {
  id: string;
  /** Id of a catalogue model; null for a model of one's own. */
  model: string | null;
  training: boolean;
  load: Load | null;
  value: Mapping;
}

export function presetTasks(document: Mapping): readonly DocumentTask[] {
  const tasks = valueAt(document, ["demand", "tasks"]);
  if (!Array.isArray(tasks)) return [];
  return tasks.filter(isMapping).map((value, index) => ({
    id: typeof value["id"] === "string" ? value["id"] : `task-${index + 1}`,
    model: typeof value["model"] === "string" ? value["model"] : null,
    training: value["kind"] !== "inference",
    load: LOADS.find((load) => Object.hasOwn(value, load)) ?? null,
    value,
  }));
}

import { modelProblems } from "../catalog/check-model.ts";
import { modelFromHuggingFace } from "../catalog/model-from-hugging-face.ts";
import { readModel } from "../catalog/read-model.ts";
import type { ModelFault, WorkloadSources } from "../input/known-names.ts";

/** What the catalogue knows about models of one's own, for the reader of workload files. */
export const MODEL_CHECKS: Required<Pick<WorkloadSources, "checkProfile" | "checkHuggingFace">> = {
  checkProfile: (profile) => modelProblems(readModel(profile).model),
  checkHuggingFace(config): readonly ModelFault[] {
    const reading = modelFromHuggingFace(config, "config.json");
    return reading.ok ? [] : [{ path: "", message: reading.message, help: reading.help }];
  },
};

import { PRECISIONS } from "../units/precision.ts";
import type { ProfileFields } from "./profile-fields.ts";
import type { TrainingStates } from "./types.ts";

/** The `training` section of a stack's profile; absent where the profile has none. */
export function readTrainingStates(section: ProfileFields | null): { training?: TrainingStates } {
  if (section === null) return {};
  return {
    training: {
      gradients: section.oneOf("gradients", PRECISIONS),
      optimizerStates: section.someOf("optimizerStates", PRECISIONS),
    },
  };
}

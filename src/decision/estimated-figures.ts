/** Parts of a chip that no simulation or cost depends on: process facts describe how a chip is made. */
const WITHOUT_EFFECT = ["process."];

/** Of a chip's estimated fields (dotted names), those that times, watts or money depend on. */
export function figuresThatCount(estimated: readonly string[]): readonly string[] {
  return estimated.filter((field) => !WITHOUT_EFFECT.some((prefix) => field.startsWith(prefix)));
}

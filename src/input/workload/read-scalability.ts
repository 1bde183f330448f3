import { formatQuantity } from "../../units/format.ts";
import type { Budget, Place, Scalability, Task } from "../workload-types.ts";
import { isJob } from "./is-job.ts";
import { BOUNDS } from "./bounds.ts";
import { fieldsAt, has, pathOf, report } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";

/** Double-width cards that a large workstation's case, board and socket of 1.6 to 2 kW hold and feed. */
const CARDS_OF_A_PC = 4;

/** Growth target and size limit. Without a growth target the factor is 1, at the end of the horizon. */
export function readScalability(
  context: Context,
  scalability: Fields,
  { horizonSeconds }: Budget,
  tasks: readonly Task[],
  place: Place,
): Scalability {
  const growth = fieldsAt(scalability, "growth");
  const things = { things: ["other"] } as const;
  const growthFactor = quantityAt(context, growth, "factor", BOUNDS.growthFactor, things) ?? 1;
  const growthSeconds = quantityAt(context, growth, "within", BOUNDS.growthTime) ?? horizonSeconds;
  // A job is over long before the next one, which may be larger.
  const lasting = tasks.length === 0 || !tasks.every(isJob);
  if (lasting && has(growth, "within") && growthSeconds > horizonSeconds) {
    report(context, pathOf(growth, "within"), {
      code: "CS1408",
      severity: "warning",
      message: `the growth target lies after the horizon of ${formatQuantity(horizonSeconds, "seconds")}`,
      help: "growth counts in the criterion scalability alone, costs are those of today's demand; or raise budget.horizon",
    });
  }
  const maxChips = quantityAt(context, scalability, "maxChips", BOUNDS.maxChips, things);
  return {
    growthFactor,
    growthSeconds,
    maxChips: maxChips ?? (place === "pc" ? CARDS_OF_A_PC : null),
  };
}

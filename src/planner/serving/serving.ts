import type { InferenceTask } from "../../input/workload-types.ts";
import type {
  ServingBase,
  ServingMemory,
  ServingPoint,
  ServingSetup,
} from "../../simulation/serving.ts";
import type { FormatOption } from "../format-options.ts";
import type { PrefillPool } from "./prefill-pool.ts";
import type { TaskPlanHead } from "../task-plan.ts";

/** A layout that holds the model, with what it stores. */
export interface Held {
  setup: ServingSetup;
  memory: ServingMemory;
}

/** A layout at its best batch, waiting for its number of replicas. */
export interface Serving {
  task: InferenceTask;
  base: ServingBase;
  point: ServingPoint;
  option: FormatOption;
  head: TaskPlanHead;
  /** Requests per second, all replicas; of closed-loop users when every replica is full. */
  demand: number;
  demandFactor: number;
  /** Who reads the prompts; null where every replica reads its own. */
  pool: PrefillPool | null;
  /** Time that a request spends in a replica which has nothing else to do. */
  quickestSeconds(): number;
  /** Where its replicas settle, by their number, as far as anybody asked. */
  settled: Map<number, State>;
}

/** What each replica is doing, and the requests per second that all of them get. */
export interface State {
  actual: ServingPoint;
  demand: number;
}

/** Every replica as full as planned, which is its slowest state. */
export const fullState = ({ point, demand }: Serving): State => ({ actual: point, demand });

/** Time that a request spends in a replica (Little's law). */
export const responseSeconds = (point: ServingPoint): number =>
  point.batch / point.requestsPerSecond;

import { accuracy } from "./accuracy.ts";
import { capital } from "./capital.ts";
import { carbon } from "./carbon.ts";
import { cost } from "./cost.ts";
import type { Criterion } from "./criterion.ts";
import { energy } from "./energy.ts";
import { flexibility } from "./flexibility.ts";
import { latency } from "./latency.ts";
import { performance } from "./performance.ts";
import { risk } from "./risk.ts";
import { scalability } from "./scalability.ts";
import { software } from "./software.ts";
import { supply } from "./supply.ts";
import { timeToDeploy } from "./time-to-deploy.ts";
import { unitCost } from "./unit-cost.ts";

/** Every criterion, in the order of the tables. Their default weights are in src/input/default-weights.ts. */
export const CRITERIA: readonly Criterion[] = [
  cost,
  performance,
  energy,
  latency,
  scalability,
  software,
  risk,
  unitCost,
  capital,
  carbon,
  supply,
  accuracy,
  timeToDeploy,
  flexibility,
];

import type { Kind } from "./kind.ts";
import { chips } from "./kinds/chips.ts";
import { models } from "./kinds/models.ts";
import { systems } from "./kinds/systems.ts";
import { stacks } from "./kinds/stacks.ts";
import { families } from "./kinds/families.ts";
import { prices } from "./kinds/prices.ts";
import { scenarios } from "./kinds/scenarios.ts";
import { applications } from "./kinds/applications.ts";
import { grids } from "./kinds/grids.ts";

/** Everything that `catalog list` can list. */
export const KINDS: readonly Kind[] = [
  chips,
  models,
  systems,
  stacks,
  families,
  prices,
  grids,
  applications,
  scenarios,
];

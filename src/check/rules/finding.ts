import type { Path } from "../../input/path.ts";
import type { Dimension } from "../../units/dimensions.ts";
import { formatQuantity } from "../../units/format.ts";
import type { RuleFinding } from "./rule.ts";

/** A figure above its limit. */
export function above(said: {
  path: Path;
  value: number;
  limit: number;
  dimension: Dimension;
  unit: string;
  message: string;
  help: string;
}): RuleFinding {
  const { path, value, limit, dimension, unit, message, help } = said;
  return {
    path,
    message,
    expected: `at most ${formatQuantity(limit, dimension)}`,
    found: formatQuantity(value, dimension),
    value,
    limit,
    unit,
    missedBy: value / limit - 1,
    help,
  };
}

/** A statement that is wrong without being too much or too little. */
export function odd(said: Pick<RuleFinding, "path" | "message" | "help">): RuleFinding {
  return {
    ...said,
    expected: null,
    found: null,
    value: null,
    limit: null,
    unit: "",
    missedBy: null,
  };
}

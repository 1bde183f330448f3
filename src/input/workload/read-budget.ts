import { parseCostPerWork } from "../../units/cost-per-work.ts";
import type { Budget, Task } from "../workload-types.ts";
import { BOUNDS } from "./bounds.ts";
import { didYouMean } from "../suggest.ts";
import { choiceAt, has, pathOf, report, textAt } from "./context.ts";
import type { Context, Fields } from "./context.ts";
import { quantityAt } from "./quantity-at.ts";
import { spelling } from "./spelling.ts";

/** US industrial users paid 0.08 to 0.09 USD in 2024 (EIA); most others pay more. */
const USUAL_ENERGY_PRICE = 0.1;
const THREE_YEARS = 3 * 365.25 * 86_400;
const MOST_PER_UNIT_USD = 1e12;

/** Limits on money and power, null where there is none. */
export function readBudget(context: Context, budget: Fields, tasks: readonly Task[]): Budget {
  const read: Budget = {
    capitalUsd: quantityAt(context, budget, "capital", BOUNDS.capital),
    monthlyUsd: quantityAt(context, budget, "monthly", BOUNDS.monthly),
    perUnit: readPerUnit(context, budget),
    powerWatts: quantityAt(context, budget, "power", BOUNDS.sitePower),
    energyUsdPerKilowattHour:
      quantityAt(context, budget, "energyPrice", BOUNDS.energyPrice) ?? USUAL_ENERGY_PRICE,
    ...readCarbon(context, budget),
    horizonSeconds: quantityAt(context, budget, "horizon", BOUNDS.horizon) ?? THREE_YEARS,
    ownership: choiceAt(budget, "ownership", ["own", "rent", "either"], "either"),
  };
  warnOfIdleLimits(context, budget, read, tasks);
  return read;
}

/** A figure of one's own wins over the name of a grid; without either, the world's mix stands in. */
function readCarbon(
  context: Context,
  budget: Fields,
): Pick<Budget, "carbonGramsPerKilowattHour" | "carbonSource"> {
  const own = quantityAt(context, budget, "carbonIntensity", BOUNDS.carbonIntensity);
  const { grids = {} } = context.known;
  const written = textAt(budget, "grid");
  const id = written === null ? "world" : (spelling(written, Object.keys(grids)) ?? written);
  const grid = Object.hasOwn(grids, id) ? grids[id] : undefined;
  if (written !== null && grid === undefined) {
    report(context, pathOf(budget, "grid"), {
      code: "CS1302",
      message: `the catalogue has no grid "${written}"`,
      help: didYouMean(written, Object.keys(grids)),
    });
  }
  if (own !== null) {
    return { carbonGramsPerKilowattHour: own, carbonSource: "the workload file" };
  }
  if (grid === undefined) return {};
  const { name, gramsPerKilowattHour, year, source } = grid;
  return {
    carbonGramsPerKilowattHour: gramsPerKilowattHour,
    carbonSource: `${name}, ${year}: ${source}`,
  };
}

function readPerUnit(context: Context, budget: Fields): Budget["perUnit"] {
  const written = budget.values["perUnit"];
  if (typeof written !== "string" && typeof written !== "number") return null;
  const path = pathOf(budget, "perUnit");
  const reading = parseCostPerWork(written);
  if (!reading.ok) {
    report(context, path, { code: "CS1201", message: reading.message, help: reading.help });
    return null;
  }
  if (reading.usd === 0 || reading.usd > MOST_PER_UNIT_USD) {
    const message = `"${written}" is ${reading.usd === 0 ? "zero" : "absurdly large"}`;
    report(context, path, { code: "CS1202", message, help: "leave the key out for no limit" });
    return null;
  }
  return { usd: reading.usd, unit: reading.unit };
}

function warnOfIdleLimits(
  context: Context,
  budget: Fields,
  { capitalUsd, monthlyUsd, perUnit, ownership }: Budget,
  tasks: readonly Task[],
): void {
  if (ownership === "rent" && capitalUsd !== null) {
    const instead = monthlyUsd === null ? "set budget.monthly instead" : "budget.monthly binds";
    report(context, pathOf(budget, "capital"), {
      code: "CS1407",
      severity: "warning",
      message: "a capital budget does not limit what is only rented",
      help: `${instead}, or set ownership: either`,
      part: "key",
    });
  }
  if (perUnit === null || tasks.length === 0 || !has(budget, "perUnit")) return;
  const { unit } = perUnit;
  if (tasks.some((task) => comesIn(task, unit))) return;
  report(context, pathOf(budget, "perUnit"), {
    code: "CS1407",
    severity: "warning",
    message: `no task of this workload does its work in units of a ${unit}, so this limits nothing`,
    help: tasks.some(({ kind }) => kind === "inference")
      ? "price requests, frames or tokens"
      : "price a run or tokens",
  });
}

/** Whether the work of a task is counted in a unit of price: see `unitsOfWork` in src/economics. */
function comesIn(task: Task, unit: NonNullable<Budget["perUnit"]>["unit"]): boolean {
  if (unit === "million-tokens") return true;
  if (task.kind !== "inference") return unit === "run";
  const { kind } = task.load;
  return { run: kind === "volume", frame: kind === "frames", request: kind !== "frames" }[unit];
}

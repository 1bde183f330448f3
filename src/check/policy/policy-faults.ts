import type { Diagnostic } from "../../input/diagnostic.ts";
import type { LatencyLimits, Workload } from "../../input/workload-types.ts";
import { didYouMean } from "../../input/suggest.ts";
import type { NamedWorkload } from "../judge/laboratory.ts";
import type { Assertion, Policy } from "./types.ts";

/** What a policy asks that this run cannot answer: workloads and specs that were not given, latencies planned at another percentile. */
export function policyFaults(
  { assertions }: Policy,
  specs: readonly string[],
  workloads: readonly NamedWorkload[],
): Diagnostic[] {
  const names = workloads.map(({ id }) => id);
  return assertions.flatMap((assertion) => [
    ...unknown(assertion, "workload", assertion.workloads ?? [], names),
    ...unknown(assertion, "spec", assertion.specs ?? [], specs),
    ...workloads
      .filter(({ id }) => assertion.workloads === null || assertion.workloads.includes(id))
      .flatMap(({ id, workload }) => percentileFault(assertion, id, workload)),
  ]);
}

function unknown(
  assertion: Assertion,
  what: "workload" | "spec",
  asked: readonly string[],
  given: readonly string[],
): Diagnostic[] {
  return asked
    .filter((name) => !given.includes(name))
    .map((name) =>
      fault(
        assertion,
        "CS2003",
        `"${assertion.id}" holds for the ${what} "${name}", which this run does not have`,
        didYouMean(name, given, "given"),
      ),
    );
}

/** Time per output token has no spread in the model, so every percentile is the same figure. */
const PLANNED_AT: Readonly<Record<string, keyof LatencyLimits>> = {
  timeToFirstToken: "timeToFirstToken",
  endToEnd: "endToEnd",
};

function percentileFault(assertion: Assertion, name: string, workload: Workload): Diagnostic[] {
  const { metric, percentile } = assertion;
  const key = metric === "everyCriterion" ? undefined : PLANNED_AT[metric.id];
  if (percentile === null || key === undefined) return [];
  return workload.tasks.flatMap((task) => {
    if (task.kind !== "inference" || task.mode === "batch") return [];
    const limit = task.latency[key];
    if (limit?.percentile === percentile) return [];
    const planned =
      limit === null || limit.percentile === null ? "its mean" : `p${limit.percentile}`;
    return [
      fault(
        assertion,
        "CS2010",
        `"${assertion.id}" asks for p${percentile}, but ${name} plans ${task.id} at ${planned}`,
        `give ${key} of the workload a percentile: ${percentile}`,
      ),
    ];
  });
}

function fault(
  { place, id }: Assertion,
  code: string,
  message: string,
  help: string | null,
): Diagnostic {
  return { code, severity: "error", ...place, path: id, message, help };
}

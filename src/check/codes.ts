import type { CodeInfo } from "../input/codes.ts";

/** Codes of `check` that are no rules of spec sanity: CS20xx could not be judged, CS21xx was judged and fails. */
export const CHECK_CODES = {
  CS2001: {
    title: "unknown metric",
    explanation:
      "An assertion of the policy judges a metric that does not exist. It would never fail, so it is an error. `chipselect explain policy-metrics` lists the metrics.",
  },
  CS2002: {
    title: "unknown preset or policy",
    explanation:
      "`extends` names neither a preset (recommended, strict) nor a policy file. Files are named relative to the policy that extends them and end in .yaml.",
  },
  CS2003: {
    title: "unknown workload or spec",
    explanation:
      "An assertion holds for a workload or a spec that the command was not given. It would be skipped in silence, so it is an error. Workloads are named by their file without .yaml, specs by their id.",
  },
  CS2004: {
    title: "nothing to compare with",
    explanation:
      "An assertion needs exactly one of atMost, atLeast, below, above, equals and noWorseThan.",
  },
  CS2005: {
    title: "change without a reason",
    explanation:
      "An entry that changes an assertion of a preset says why, so that the next reader need not guess.",
  },
  CS2006: {
    title: "neither way is better",
    explanation:
      "`noWorseThan`, `bestOf` and `worstOf` need a metric of which less or more is better. Write atMost or atLeast with a figure instead.",
  },
  CS2007: {
    title: "assertion given twice",
    explanation: "Reports and tests name assertions by id, so it must be unique in the file.",
  },
  CS2008: {
    title: "unknown rule",
    explanation: "`rules` takes codes (CS3004) or names (die-reticle) of rules of spec sanity.",
  },
  CS2009: {
    title: "key does not belong to this metric",
    explanation:
      "`percentile` belongs to latencies, `row` to measurements, `with` to metrics of a workload.",
  },
  CS2010: {
    title: "latency planned at another percentile",
    explanation:
      "The policy asks for a percentile of a latency that the workload plans at another one, or as a mean. Give the workload's limit the same percentile, so that the plan and the policy speak of the same figure.",
  },
  CS2011: {
    title: "name used twice",
    explanation:
      "Two workloads or two specs of one run have the same name; reports could not tell them apart.",
  },
  CS2012: {
    title: "policies extend each other in a circle",
    explanation: "A policy extends itself through others. Take one of the `extends` out.",
  },
  CS2020: {
    title: "malformed baseline",
    explanation:
      "The baseline is not a file that `chipselect check --save-baseline FILE` wrote. A baseline that cannot be read is never taken for an empty one. Write it anew on the base branch.",
  },
  CS2021: {
    title: "stale baseline entry",
    explanation:
      "The baseline has a spec, a workload or a metric that this run does not have. Write the baseline anew, so that it cannot hide a check that was dropped.",
  },
  CS2030: {
    title: "measurements of another chip",
    explanation:
      "`--measured` takes rows whose chip_id is the id of a spec of this run. No row of the file is of one.",
  },
  CS2040: {
    title: "policy test cannot be run",
    explanation:
      "A test names an assertion that the policy does not have, gives a metric that does not exist, or a figure with a wrong unit.",
  },
  CS2041: {
    title: "a test of a policy fails",
    explanation:
      "`chipselect check --test` judges the figures of each test by the policy, without simulating anything. The assertions that fail must be those under `fails`, no more and no less; those under `passes` must hold.",
  },
  CS2050: {
    title: "suppression without a reason",
    explanation:
      "`# chipselect-ignore: CS3005 liquid cooled` names one or more codes of rules and says why. Without a reason nobody can tell later whether it still holds.",
  },
  CS2051: {
    title: "stale suppression",
    explanation:
      "The comment accepts a finding that is not there any more, or names a code that no rule has. Take it out, so that it cannot hide the next one.",
  },
  CS2101: {
    title: "an assertion of the policy fails",
    explanation:
      "The figure is on the wrong side of what the policy asks. The finding says by how much, and which single figure of the spec, changed as little as possible, would make it pass; that change is found by simulating again, not by a formula.",
  },
  CS2102: {
    title: "a promise cannot be kept: there is no figure",
    explanation:
      "The metric has no value: the chip cannot run the workload at all, or the figure needs something that nobody states. A promise without a figure does not hold.",
  },
  CS2103: {
    title: "worse than the baseline",
    explanation:
      "The figure is worse than that of the base branch by more than the tolerance of the policy.",
  },
  CS2104: {
    title: "silicon behind the promise",
    explanation:
      "A measurement of the bring-up or the emulator is further from the prediction than the policy accepts: measured ÷ predicted for a rate, predicted ÷ measured for a time.",
  },
} as const satisfies Record<string, CodeInfo>;

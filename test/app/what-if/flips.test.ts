import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../../src/app/builtin-catalog.ts";
import { evaluate } from "../../../src/app/evaluate.ts";
import { evaluateWithFlips } from "../../../src/app/evaluate-with-flips.ts";
import type { Catalog } from "../../../src/catalog/types.ts";
import type { FlipPoint } from "../../../src/decision/decision.ts";
import type { Workload } from "../../../src/input/workload-types.ts";
import { exampleWorkload } from "../../support/expectations.ts";

const catalog = loadBuiltinCatalog();

/** A file and a catalogue, edited as a person would: one figure at a time. */
interface Edited {
  workload: Workload;
  catalog: Catalog;
}

const LATENCY = /^demand\.tasks\[(\d+)\]\.latency\.(\w+)$/u;
const DEMAND =
  /^demand\.tasks(\[0\]\.(rate|frames\.rate|users\.concurrent|volume\.requests|tokens))?$/u;

/** Puts `value` where the flip point says that the input stands. Written apart from the program's own way to do so. */
function edit(workload: Workload, { path, from }: FlipPoint, value: number): Edited {
  const factor = value / from;
  const chip = /^chips\.(.+)\.(priceUsd|rentUsdPerHour|memory\.bandwidthBytesPerSecond)$/u.exec(
    path,
  );
  if (chip) return { workload, catalog: editChip(chip[1] ?? "", chip[2] ?? "", value, factor) };
  const [, index, limit = ""] = LATENCY.exec(path) ?? [];
  const tasks = workload.tasks.map((task, position): Workload["tasks"][number] => {
    if (task.kind !== "inference") {
      return DEMAND.test(path) ? { ...task, totalTokens: task.totalTokens * factor } : task;
    }
    if (position === Number(index)) {
      // The limits of the examples are percentiles, all of them.
      const percentile =
        Object.values(task.latency).find((set) => set !== null)?.percentile ?? null;
      const set = { limitSeconds: value, percentile };
      return { ...task, latency: { ...task.latency, [limit]: set } };
    }
    return DEMAND.test(path) ? { ...task, load: grown(task.load, factor) } : task;
  });
  const budget =
    path === "budget.energyPrice"
      ? { ...workload.budget, energyUsdPerKilowattHour: value }
      : workload.budget;
  const criterion = /^preferences\.weights\.(.+)$/u.exec(path)?.[1];
  const weights =
    criterion === undefined ? workload.weights : reweighed(workload.weights, criterion, value);
  return { workload: { ...workload, tasks, budget, weights }, catalog };
}

type Load = Extract<Workload["tasks"][number], { kind: "inference" }>["load"];

function grown(load: Load, factor: number): Load {
  switch (load.kind) {
    case "rate":
      return { ...load, requestsPerSecond: load.requestsPerSecond * factor };
    case "users":
      return { ...load, concurrentUsers: load.concurrentUsers * factor };
    case "frames":
      return { ...load, framesPerSecond: load.framesPerSecond * factor };
    case "volume":
      return { ...load, requests: load.requests * factor };
    default:
      return load satisfies never;
  }
}

function editChip(id: string, figure: string, value: number, factor: number): Catalog {
  const chips = catalog.chips.map((chip) => {
    if (chip.id !== id) return chip;
    if (figure === "priceUsd") return { ...chip, priceUsd: value };
    if (figure === "rentUsdPerHour") {
      return { ...chip, rentUsdPerHour: chip.rentUsdPerHour && chip.rentUsdPerHour * factor };
    }
    return { ...chip, memory: { ...chip.memory, bandwidthBytesPerSecond: value } };
  });
  const cloudPrices = catalog.cloudPrices.map((offer) =>
    offer.chip === id && figure === "rentUsdPerHour"
      ? { ...offer, usdPerChipHour: offer.usdPerChipHour * factor }
      : offer,
  );
  return { ...catalog, chips, cloudPrices };
}

/** One weight as stated, the others in their old proportions. */
function reweighed(
  weights: Workload["weights"],
  criterion: string,
  value: number,
): Workload["weights"] {
  const rest = 1 - (weights[criterion] ?? 0);
  return Object.fromEntries(
    Object.entries(weights).map(([id, weight]) => [
      id,
      id === criterion ? value : (weight * (1 - value)) / rest,
    ]),
  );
}

const winnerOf = ({ workload, catalog: edited }: Edited): string | null =>
  evaluate(workload, edited, { version: "0" }).recommendation?.id ?? null;

/** Rented and interactive; bought, several tasks at a fixed rate; a microcontroller. Every criterion that weighs applies. */
describe.each(["natural-language-services", "autonomous-driving", "keyword-spotting"])(
  "the flip points of %s",
  (name) => {
    const workload = exampleWorkload(name, catalog);
    const { recommendation } = evaluateWithFlips(workload, catalog, { version: "0" });
    const winner = recommendation?.id ?? null;
    const flips = recommendation?.flipPoints ?? [];
    const planned = flips.filter(({ input }) => input !== "weight");

    it("are many, of several inputs, the smallest first", () => {
      expect(new Set(flips.map(({ input }) => input)).size).toBeGreaterThanOrEqual(3);
      const changes = flips.map(({ change }) => change);
      expect(changes).toEqual(changes.toSorted((a, b) => a - b));
    });

    it.each(planned.map((flip) => [flip.sentence, flip] as const))(
      "holds on one side and flips on the other: %s",
      (_sentence, flip) => {
        const { from, to, holdsAt, direction } = flip;
        expect(direction === "rises" ? to > from : to < from).toBe(true);
        // The two sides lie within a thousandth of each other.
        expect(Math.abs(to / holdsAt - 1)).toBeLessThanOrEqual(1e-3);
        expect(winnerOf(edit(workload, flip, holdsAt))).toBe(winner);
        expect(winnerOf(edit(workload, flip, to))).toBe(flip.newWinner);
        expect(flip.newWinner).not.toBe(winner);
      },
    );

    it.each(
      flips.filter(({ input }) => input === "weight").map((flip) => [flip.sentence, flip] as const),
    )("crosses at the weight: %s", (_sentence, flip) => {
      const past = flip.direction === "rises" ? 1e-6 : -1e-6;
      expect(winnerOf(edit(workload, flip, flip.to - past))).toBe(winner);
      expect(winnerOf(edit(workload, flip, flip.to + past))).toBe(flip.newWinner);
    });
  },
);

describe("prices that flip, in an evaluation that nobody asked for more", () => {
  it.each([
    "natural-language-services",
    "medical-imaging",
    "pre-training",
    "education-tutor",
    "recommendation",
    "edge-image-recognition",
  ])("hold on one side and flip on the other for %s", (name) => {
    const workload = exampleWorkload(name, catalog);
    const { recommendation } = evaluate(workload, catalog, { version: "0" });
    const flips = (recommendation?.flipPoints ?? []).filter(({ input }) => input !== "weight");
    expect(flips.length).toBeGreaterThan(0);
    for (const flip of flips) {
      expect(["price", "rent"]).toContain(flip.input);
      expect(Math.abs(flip.to / flip.holdsAt - 1)).toBeLessThanOrEqual(1e-3);
      expect(winnerOf(edit(workload, flip, flip.holdsAt))).toBe(recommendation?.id);
      expect(winnerOf(edit(workload, flip, flip.to))).toBe(flip.newWinner);
    }
  });
});

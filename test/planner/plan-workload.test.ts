import { describe, expect, it } from "vitest";
import type { InferenceTask } from "../../src/input/workload-types.ts";
import { planWorkload } from "../../src/planner/plan-workload.ts";
import type { Plan } from "../../src/planner/types.ts";
import { h100, system } from "../support/chips.ts";
import { bertLarge, llama8b } from "../support/models.ts";
import { chat, hardware, prepared, pretraining, workload } from "../support/tasks.ts";

const task = chat();
const tasks = [prepared(task, llama8b)];
const YEARS_3 = 3 * 365.25 * 86_400;

type Options = NonNullable<Parameters<typeof workload>[1]>;

function result(options: Options = {}, on = hardware(), factor = 1, of: InferenceTask = task) {
  return planWorkload(workload([of], options), [prepared(of, llama8b)], on, factor);
}

function plan(...args: Parameters<typeof result>): Plan {
  const found = result(...args);
  if (!found.ok) throw new Error(found.limits.map(({ message }) => message).join("\n"));
  return found.plan;
}

describe("chips", () => {
  it("are rounded up to what is sold or rented at a time, and the spare ones idle", () => {
    const board = system({ minimumChipsOwned: 8, minimumChipsRented: 4 });
    const own = plan({ budget: { ownership: "own" } }, hardware({ system: board }));
    expect(own).toMatchObject({ chips: 8, ownership: "own" });
    expect(plan({ budget: { ownership: "rent" } }, hardware({ system: board })).chips).toBe(4);
    const [busy] = own.tasks;
    const chipsWatts = (busy?.metrics.wattsPerChip ?? 0) + 7 * 70;
    expect(own.powerWatts).toBeCloseTo((chipsWatts + 8 * 500) * 1.25, 6);
  });

  it("are counted at every site", () => {
    const one = plan();
    const ten = plan({ sites: 10 });
    expect(ten).toMatchObject({ chips: 10 * one.chips, chipsPerSite: one.chipsPerSite });
    expect(ten.cost.totalUsd).toBeCloseTo(10 * one.cost.totalUsd, 3);
    expect(ten.powerWattsPerSite).toBeCloseTo(one.powerWatts, 6);
  });
});

describe("ownership", () => {
  it("is whichever is cheaper when the budget allows either", () => {
    const cost = (ownership: "own" | "rent" | "either"): number =>
      plan({ budget: { ownership } }).cost.totalUsd;
    expect(cost("either")).toBe(Math.min(cost("own"), cost("rent")));
  });

  it("falls on renting when the capital does not suffice to buy", () => {
    const cheapToBuy = hardware({ chip: h100({ rentUsdPerHour: 10 }) });
    expect(plan({}, cheapToBuy).ownership).toBe("own");
    expect(plan({ budget: { capitalUsd: 1000 } }, cheapToBuy).ownership).toBe("rent");
  });

  it("is impossible without a price, and says so", () => {
    const unpriced = hardware({ chip: h100({ priceUsd: null, rentUsdPerHour: null }) });
    const found = result({}, unpriced);
    expect(found.ok).toBe(false);
    expect(found.limits[0]).toMatchObject({ id: "price", pass: false });
  });
});

describe("limits of the budget and the site", () => {
  it.each([
    ["capital", { budget: { capitalUsd: 1000, ownership: "own" } }, "budget"],
    ["monthly", { budget: { monthlyUsd: 1 } }, "budget"],
    ["per-unit", { budget: { perUnit: { usd: 1e-6, unit: "request" } } }, "budget"],
    ["power", { budget: { powerWatts: 10 } }, "power"],
  ] as const)("%s is reported with figure, limit and shortfall", (id, options, boundBy) => {
    const found = result(options);
    if (found.ok) throw new Error("expected a miss");
    const miss = found.limits.find((limit) => limit.id === id);
    expect(found.boundBy).toBe(boundBy);
    expect(miss?.pass).toBe(false);
    expect(miss?.shortfall).toBeCloseTo(Number(miss?.value) - Number(miss?.limit), 6);
  });

  it("monthly pays for what is bought too, where no capital is named for it", () => {
    const budget = { monthlyUsd: 1e6, ownership: "own" } as const;
    const monthly = (more: { capitalUsd?: number }) => {
      const { limits, plan: found } = result({ budget: { ...budget, ...more } });
      if (found === null) throw new Error("no plan");
      return { limit: limits.find(({ id }) => id === "monthly"), cost: found.cost };
    };
    // The horizon of the fixture is three years.
    const { limit, cost } = monthly({});
    expect(limit?.title).toBe("Monthly cost with purchase");
    expect(Number(limit?.value) / (cost.totalUsd / 36)).toBeCloseTo(1, 2);
    const apart = monthly({ capitalUsd: 1e9 });
    expect(apart.limit?.value).toBeCloseTo(apart.cost.monthlyUsd, 6);
  });

  it("a price of a unit that no task delivers limits nothing", () => {
    const limits = result({ budget: { perUnit: { usd: 1e-9, unit: "run" } } }).limits;
    expect(limits.map(({ id }) => id)).not.toContain("per-unit");
  });

  it("max-chips holds for each site", () => {
    const scalability = { growthFactor: 1, growthSeconds: 1, maxChips: 1 };
    expect(result({ scalability, sites: 5 }).ok).toBe(true);
    const busy = chat({ load: { kind: "rate", requestsPerSecond: 300 } });
    expect(result({ scalability }, hardware(), 1, busy).ok).toBe(false);
  });
});

describe("cost per unit", () => {
  it("of a language model counts the tokens read and written", () => {
    const { cost } = plan();
    const millionTokens = (2 * YEARS_3 * (1000 + 200)) / 1e6;
    expect(cost.perUnit?.unit).toBe("million-tokens");
    expect(cost.perUnit?.usd).toBeCloseTo(cost.totalUsd / millionTokens, 9);
  });

  it("of other models counts requests, and of mixed tasks what they have in common", () => {
    const embed = chat({ id: "embed" });
    const encoder = prepared(embed, bertLarge);
    const unit = (ids: readonly ("chat" | "embed" | "train")[]): string | null | undefined => {
      const all = {
        chat: prepared(task, llama8b),
        embed: encoder,
        train: prepared(train, llama8b),
      };
      const chosen = ids.map((id) => all[id]);
      const found = planWorkload(workload(chosen.map((each) => each.task)), chosen, hardware(), 1);
      return found.plan?.cost.perUnit?.unit ?? null;
    };
    const train = pretraining();
    expect(unit(["embed"])).toBe("request");
    expect(unit(["chat", "embed"])).toBe("request");
    expect(unit(["train"])).toBe("run");
    expect(unit(["train", "chat"])).toBeNull();
  });

  it("of a fixed volume counts the grown volume", () => {
    const load = { kind: "volume", requests: 1e6, deadlineSeconds: 1e5 } as const;
    const volume = chat({ mode: "batch", load });
    const grown = plan({}, hardware(), 3, volume).cost;
    const tokens = (3e6 * 1200) / 1e6;
    expect(grown.perUnit?.usd).toBeCloseTo(grown.totalUsd / tokens, 9);
  });
});

describe("work of a fixed size", () => {
  it("pays rent and energy only until it is done", () => {
    const load = { kind: "volume", requests: 1e5, deadlineSeconds: 1e5 } as const;
    const found = plan(
      { budget: { ownership: "rent" } },
      hardware(),
      1,
      chat({ mode: "batch", load }),
    );
    const [each] = found.tasks;
    const seconds = 1e5 / (each?.metrics.capacityPerSecond ?? 1);
    expect(found.cost.totalUsd).toBeCloseTo((found.chips * 3 * seconds) / 3600, 6);
    expect(found.energyJoulesOverHorizon).toBeCloseTo(found.powerWatts * seconds, 3);
  });
});

describe("several tasks", () => {
  it("share a chip when each needs a part of it and their models fit side by side", () => {
    const second = chat({ id: "second", load: { kind: "rate", requestsPerSecond: 1 } });
    const both = [...tasks, prepared(second, llama8b)];
    const found = planWorkload(workload([task, second]), both, hardware(), 1);
    expect(found.ok && found.plan.chips).toBe(1);
    const shares = found.plan?.tasks.map(({ chipShare }) => chipShare) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(0.85);
  });

  it("have chips of their own when sharing would break a latency limit", () => {
    const seldom = chat({ load: { kind: "rate", requestsPerSecond: 0.2 } });
    const [idle] = plan({}, hardware(), 1, seldom).tasks;
    const limitSeconds = 1.1 * (idle?.metrics.timePerOutputTokenSeconds ?? 0);
    const timePerOutputToken = { limitSeconds, percentile: null };
    const strict = { ...seldom, latency: { ...seldom.latency, timePerOutputToken } };
    // The other task takes a fifth of the chip: tokens would come a quarter later.
    const second = chat({ id: "second", load: { kind: "rate", requestsPerSecond: 5 } });
    const both = [prepared(strict, llama8b), prepared(second, llama8b)];
    const found = planWorkload(workload([strict, second]), both, hardware(), 1);
    expect(found.ok && found.plan.chips).toBe(2);
  });

  it("must share on a board that carries only one chip", () => {
    const board = system({ chipsPerNode: 1, scaleUpChips: 1, scaleOut: null });
    const heavy = chat({ id: "heavy", load: { kind: "rate", requestsPerSecond: 20 } });
    const both = [...tasks, prepared(heavy, llama8b)];
    const found = planWorkload(workload([task, heavy]), both, hardware({ system: board }), 1);
    expect(found.ok).toBe(false);
    expect(found.limits.find(({ id }) => id === "sharing")?.message).toContain("2 chips");
  });
});

import type { Chip } from "../../catalog/types.ts";
import { sameFormats } from "../../simulation/formats.ts";
import type { OneShotPoint, OneShotSetup } from "../../simulation/one-shot.ts";
import { lazyList } from "../../units/lazy-list.ts";
import type { Pins } from "../pins.ts";
import { pointsOf } from "./batches.ts";

interface Known {
  setup: OneShotSetup;
  sizes: readonly number[];
  pointAt: (index: number) => OneShotPoint | undefined;
}

/** Of the last chip alone: chips are looked at one after the other, each for all tasks. */
let latest: { chip: Chip; known: Known[] } | null = null;

/** `pointsOf` by index. Tasks that run the same model alike, such as a daily and a bulk load, share the batches of a chip. */
export function sharedPoints(
  setup: OneShotSetup,
  sizes: readonly number[],
  pins: Pins,
): Known["pointAt"] {
  const { chip } = setup.device;
  if (latest?.chip !== chip) latest = { chip, known: [] };
  const { known } = latest;
  const same = known.find((each) => each.sizes === sizes && isAlike(each.setup, setup));
  if (same) return same.pointAt;
  const pointAt = lazyList(() => pointsOf(setup, sizes, pins));
  known.push({ setup, sizes, pointAt });
  return pointAt;
}

const isAlike = (a: OneShotSetup, b: OneShotSetup): boolean =>
  a.program === b.program &&
  a.device === b.device &&
  a.sharding === b.sharding &&
  a.length === b.length &&
  a.samplesPerRequest === b.samplesPerRequest &&
  a.steps === b.steps &&
  sameFormats(a.formats, b.formats);

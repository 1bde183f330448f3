import { leadOf, type Ranker, type ReversalTest } from "./ranker.ts";

export interface PairTests {
  /** Test 2: all pairs judged alone must not form a circle. */
  readonly circles: ReversalTest<{ alternatives: readonly [number, number, number] }>;
  /** Test 3: the ranking put together from the pairs must be that of the whole. */
  readonly recombined: ReversalTest<{ better: number; worse: number }>;
}

/** Tests 2 and 3 of Wang & Triantaphyllou 2008: every pair of the tested alternatives is judged alone. */
export function pairTests(
  ranker: Ranker,
  figures: readonly (readonly number[])[],
  whole: readonly number[],
  tested: readonly number[],
): PairTests {
  const n = tested.length;
  const beats = Array.from({ length: n }, () => Array.from({ length: n }, () => false));
  const flipped: { better: number; worse: number }[] = [];
  let tried = 0;
  for (let p = 0; p < n; p += 1) {
    for (let q = p + 1; q < n; q += 1) {
      const [a, b] = [tested[p] ?? 0, tested[q] ?? 0];
      const scores = ranker.scores([figures[a] ?? [], figures[b] ?? []]);
      if (scores === null) continue;
      tried += 1;
      const lead = leadOf(scores[0], scores[1], ranker);
      if (lead > 0) (beats[p] ?? [])[q] = true;
      if (lead < 0) (beats[q] ?? [])[p] = true;
      const inWhole = leadOf(whole[a], whole[b], ranker);
      if (lead < 0 && inWhole > 0) flipped.push({ better: a, worse: b });
    }
  }
  return {
    circles: circles(beats, tested),
    recombined: { tried, failures: flipped },
  };
}

function circles(
  beats: readonly (readonly boolean[])[],
  tested: readonly number[],
): PairTests["circles"] {
  const n = tested.length;
  const failures: { alternatives: readonly [number, number, number] }[] = [];
  let tried = 0;
  for (let p = 0; p < n; p += 1) {
    for (let q = p + 1; q < n; q += 1) {
      for (let r = q + 1; r < n; r += 1) {
        tried += 1;
        const forth = beats[p]?.[q] === true && beats[q]?.[r] === true && beats[r]?.[p] === true;
        const back = beats[q]?.[p] === true && beats[r]?.[q] === true && beats[p]?.[r] === true;
        const [a, b, c] = [tested[p] ?? 0, tested[q] ?? 0, tested[r] ?? 0];
        if (forth) failures.push({ alternatives: [a, b, c] });
        if (back) failures.push({ alternatives: [a, c, b] });
      }
    }
  }
  return { tried, failures };
}

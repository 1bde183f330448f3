import type { SweepPoint } from "./types.ts";

/** What a sweep found, counted while points go by; its size depends on the number of chips, not of points. */
export interface SweepTally {
  points: number;
  /** Points without a candidate that meets every limit. */
  infeasible: number;
  /** Points whose values contradict each other. */
  faulty: number;
  firstFault: string | null;
  /** Chip id → points that it wins. */
  wins: ReadonlyMap<string, number>;
}

export type TalliedPoint = Pick<SweepPoint, "winner" | "fault">;

export class Tally implements SweepTally {
  points = 0;
  infeasible = 0;
  faulty = 0;
  firstFault: string | null = null;
  readonly wins = new Map<string, number>();

  add({ winner, fault }: TalliedPoint): void {
    this.points += 1;
    if (fault !== null) {
      this.faulty += 1;
      this.firstFault ??= fault;
    } else if (winner === null) {
      this.infeasible += 1;
    } else {
      this.wins.set(winner, (this.wins.get(winner) ?? 0) + 1);
    }
  }
}

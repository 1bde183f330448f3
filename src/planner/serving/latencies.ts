import { lengthVariation, waitSeconds } from "../../simulation/queueing.ts";
import { isWithin, latencyLimit, type FigureLimit } from "../limits.ts";
import type { Serving, State } from "./serving.ts";
import { inputFactor, outputAt } from "./tails.ts";

/** What a user waits for when `replicas` share the demand and each is in a state. */
export class Latencies {
  readonly perToken: number;
  private readonly serving: Serving;
  private readonly replicas: number;
  private readonly state: State;

  constructor(serving: Serving, replicas: number, state: State) {
    this.serving = serving;
    this.replicas = replicas;
    this.state = state;
    this.perToken = state.actual.timePerOutputTokenSeconds;
  }

  firstToken(percentile: number | null): number {
    return this.readSeconds(percentile) + this.state.actual.stepSeconds;
  }

  endToEnd(percentile: number | null): number {
    const tokens = outputAt(this.serving.task, percentile);
    return this.firstToken(percentile) + (tokens - 1) * this.perToken;
  }

  /** Until the prompt is read. */
  private readSeconds(percentile: number | null): number {
    const { task, base, pool } = this.serving;
    if (pool) return pool.handedOverSeconds(percentile);
    const { actual, demand } = this.state;
    const seconds = actual.prefillLatencySeconds * inputFactor(task, percentile);
    if (task.mode === "batch") return seconds;
    const queue = {
      arrivalsPerSecond: demand / this.replicas / base.sharding.data,
      serviceSeconds: base.prefillSeconds,
      serviceVariation: lengthVariation(task.inputLength.mean, task.inputLength.p95),
    };
    return seconds + waitSeconds(queue, percentile);
  }

  /** `limits` without the words. */
  meetLimits(): boolean {
    const { timeToFirstToken, timePerOutputToken, endToEnd } = this.serving.task.latency;
    return (
      (!timePerOutputToken || isWithin(this.perToken, timePerOutputToken.limitSeconds)) &&
      (!timeToFirstToken ||
        isWithin(this.firstToken(timeToFirstToken.percentile), timeToFirstToken.limitSeconds)) &&
      (!endToEnd || isWithin(this.endToEnd(endToEnd.percentile), endToEnd.limitSeconds))
    );
  }

  limits(): readonly FigureLimit[] {
    const { id, latency } = this.serving.task;
    const { timeToFirstToken, timePerOutputToken, endToEnd } = latency;
    const first = timeToFirstToken && this.firstToken(timeToFirstToken.percentile);
    const whole = endToEnd && this.endToEnd(endToEnd.percentile);
    return [
      ...latencyLimit(id, "time-to-first-token", timeToFirstToken, first ?? 0),
      ...latencyLimit(id, "time-per-output-token", timePerOutputToken, this.perToken),
      ...latencyLimit(id, "end-to-end", endToEnd, whole ?? 0),
    ];
  }
}

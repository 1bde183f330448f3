import { servingBase, servingPoint, type ServingBase } from "../simulation/serving.ts";
import type { Setup } from "./clock.ts";
import { crudeClock } from "./clock.ts";
import { decodeSeconds, prefillSeconds } from "./generation.ts";
import type { GenerativeProgram } from "../workload/program.ts";

/** Steady state of one replica that always has `batch` requests in flight. */
export interface SteadyState {
  requestsPerSecond: number;
  timePerOutputTokenSeconds: number;
  prefillSeconds: number;
}

/** Most sequences that engines schedule at once where their profile does not say. */
const MOST_SEQUENCES = 1024;

export function baseOf(
  setup: Setup & { program: GenerativeProgram },
  inputTokens: number,
  outputTokens: number,
): ServingBase {
  const { program, device, formats, sharding } = setup;
  return servingBase({ program, device, formats, sharding, inputTokens, outputTokens });
}

const mostSequences = ({ device }: ServingBase): number =>
  device.stack.mostSequences ?? MOST_SEQUENCES;

/** The largest batch that fits, up to what engines schedule; one sequence at least. */
export const largestBatch = (base: ServingBase): number =>
  Math.max(1, Math.min(base.largestBatch, mostSequences(base) * base.sharding.data));

export function simulated(base: ServingBase, batch: number): SteadyState {
  const point = servingPoint(base, batch);
  return {
    requestsPerSecond: point.requestsPerSecond,
    timePerOutputTokenSeconds: point.timePerOutputTokenSeconds,
    prefillSeconds: point.prefillLatencySeconds,
  };
}

/** The crude baseline's steady state: one prefill for every request between the decode steps. */
export function crudeSteadyState(
  setup: Setup & { program: GenerativeProgram },
  base: ServingBase,
  batch: number,
): SteadyState {
  const clock = crudeClock(setup);
  const { program, sharding, inputTokens, outputTokens } = base;
  const generation = { program, sharding, inputTokens, outputTokens, batch };
  const decode = decodeSeconds(generation, clock);
  const prefill = prefillSeconds({ ...generation, batch: sharding.data }, clock) / sharding.data;
  const perRequest = (outputTokens * decode) / batch + prefill / sharding.pipeline;
  return {
    requestsPerSecond: 1 / perRequest,
    timePerOutputTokenSeconds: (batch * perRequest) / outputTokens,
    prefillSeconds: prefill,
  };
}

import type { GenerativeProgram } from "./program.ts";

/** The same program where the engine still has the keys and values of a share `hitRate` of each prompt: attention reads them, nothing computes them. */
export function cachePrefixes(program: GenerativeProgram, hitRate: number): GenerativeProgram {
  if (hitRate === 0) return program;
  return {
    ...program,
    prefill: (batch, inputTokens, sharding) =>
      program.prefill(batch, inputTokens, sharding, hitRate * inputTokens),
  };
}

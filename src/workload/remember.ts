import type { Program } from "./program.ts";
import type { Sharding, Step } from "./types.ts";

/**
 * The same program, lowering each step once. Steps do not depend on the chip, so the whole catalogue shares them, as far as it
 * shares the objects that say how they are sharded.
 */
export function rememberSteps<P extends Program>(program: P): P {
  if (program.kind === "one-shot") {
    const forward = new StepMemory();
    return {
      ...program,
      forward: (batch, length, sharding) =>
        forward.recall(sharding, length, 0, batch, () => program.forward(batch, length, sharding)),
      activationElementsPerSample: rememberLengths((length) =>
        program.activationElementsPerSample(length),
      ),
    };
  }
  const prefill = new StepMemory();
  const decode = new StepMemory();
  return {
    ...program,
    prefill: (batch, input, sharding, cached = 0) =>
      prefill.recall(sharding, input, cached, batch, () =>
        program.prefill(batch, input, sharding, cached),
      ),
    decode: (batch, input, generated, sharding, newTokens = 1) =>
      newTokens === 1
        ? decode.recall(sharding, input, generated, batch, () =>
            program.decode(batch, input, generated, sharding),
          )
        : program.decode(batch, input, generated, sharding, newTokens),
  };
}

/** Steps by sharding, two lengths in tokens, and batch. */
class StepMemory {
  private readonly steps = new WeakMap<Sharding, Map<number, Map<number, Map<number, Step>>>>();

  recall(
    sharding: Sharding,
    length: number,
    further: number,
    batch: number,
    lower: () => Step,
  ): Step {
    let byLength = this.steps.get(sharding);
    if (!byLength) this.steps.set(sharding, (byLength = new Map()));
    let byFurther = byLength.get(length);
    if (!byFurther) byLength.set(length, (byFurther = new Map()));
    let byBatch = byFurther.get(further);
    if (!byBatch) byFurther.set(further, (byBatch = new Map()));
    let step = byBatch.get(batch);
    if (!step) byBatch.set(batch, (step = lower()));
    return step;
  }
}

function rememberLengths(elements: (length: number) => number): typeof elements {
  const known = new Map<number, number>();
  return (length) => {
    const value = known.get(length) ?? elements(length);
    known.set(length, value);
    return value;
  };
}

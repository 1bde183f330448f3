import type { Program } from "./program.ts";
import type { Sharding, Step } from "./types.ts";

/**
 * The same program, lowering each prefill and each forward pass once. Steps do not depend on the chip, so the whole catalogue
 * shares them. Decode steps are left alone: their batch differs from chip to chip and they are cheap to lower.
 */
export function rememberSteps<P extends Program>(program: P): P {
  const steps = new Map<string, Step>();
  const remember = (
    lower: (batch: number, length: number, sharding: Sharding) => Step,
  ): typeof lower => {
    return (batch, length, sharding) => {
      const { tensor, pipeline, expert, context, data } = sharding;
      const key = `${batch}/${length}/${tensor}/${pipeline}/${expert}/${context}/${data}`;
      const known = steps.get(key);
      if (known) return known;
      const step = lower(batch, length, sharding);
      steps.set(key, step);
      return step;
    };
  };
  return program.kind === "generative"
    ? { ...program, prefill: remember((...args) => program.prefill(...args)) }
    : {
        ...program,
        forward: remember((...args) => program.forward(...args)),
        activationElementsPerSample: rememberLengths((length) =>
          program.activationElementsPerSample(length),
        ),
      };
}

function rememberLengths(elements: (length: number) => number): typeof elements {
  const known = new Map<number, number>();
  return (length) => {
    const value = known.get(length) ?? elements(length);
    known.set(length, value);
    return value;
  };
}

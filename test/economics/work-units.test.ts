import { describe, expect, it } from "vitest";
import type { InferenceTask } from "../../src/input/workload-types.ts";
import { costPerUnit, unitsOfWork } from "../../src/economics/work-units.ts";
import { inferenceTask, trainingTask } from "../decision/workload-fixture.ts";

const chat = inferenceTask();
const pretrain = trainingTask();

describe("units of work", () => {
  it("counts requests and tokens over the horizon", () => {
    expect(unitsOfWork(chat, "request", 10, 3600)).toBe(36_000);
    expect(unitsOfWork(chat, "million-tokens", 10, 3600)).toBe(36);
    expect(unitsOfWork(chat, "frame", 10, 3600)).toBeNull();
  });

  it("counts a fixed volume once", () => {
    const nightly: InferenceTask = {
      ...chat,
      load: { kind: "volume", requests: 5_000, deadlineSeconds: 60 },
    };
    expect(unitsOfWork(nightly, "request", 999, 3600)).toBe(5_000);
    expect(unitsOfWork(nightly, "run", 999, 3600)).toBe(1);
  });

  it("counts frames where the load is in frames, and only there", () => {
    const video: InferenceTask = {
      ...chat,
      load: { kind: "frames", streams: 2, framesPerSecond: 30 },
    };
    expect(unitsOfWork(video, "frame", 60, 10)).toBe(600);
    expect(unitsOfWork(video, "request", 60, 10)).toBeNull();
  });

  it("counts a training as one run and by its tokens", () => {
    expect(unitsOfWork(pretrain, "run", 0, 1)).toBe(1);
    expect(unitsOfWork(pretrain, "million-tokens", 0, 1)).toBe(300_000);
    expect(unitsOfWork(pretrain, "request", 0, 1)).toBeNull();
  });

  it("divides the money by what is counted, and says nothing where nothing is", () => {
    expect(costPerUnit(72, [36, null])).toBe(2);
    expect(costPerUnit(72, [null])).toBeNull();
  });
});

import { describe, expect, it, vi } from "vitest";
import { evaluate } from "../../../src/app/evaluate.ts";
import { loadBuiltinCatalog } from "../../../src/app/builtin-catalog.ts";
import { knownNames } from "../../../src/app/known-names.ts";
import { readWorkload } from "../../../src/input/read-workload.ts";
import { displayWidth } from "../../../src/report/terminal/width.ts";
import { converse, press, say } from "./conversation.ts";

/** A conversation evaluates some hundred workloads; a busy machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

const catalog = loadBuiltinCatalog();

/** The written file, evaluated as `chipselect evaluate` does. */
function evaluated(text: string) {
  const sources = { readJson: () => ({ ok: false, message: "no files" }) as const };
  const reading = readWorkload(text, "workload.yaml", knownNames(catalog), sources);
  if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
  return evaluate(reading.value, catalog, { version: "0" });
}

const COMMON = ["edge-image-recognition", "natural-language-services", "pre-training"];

describe.each(COMMON)("from the start to a recommendation for %s", (scenario) => {
  it("takes at most twelve answers, and the file gives the ranking that the session showed", async () => {
    const { outcome, prompts, lines, text } = await converse([say("What is it for", scenario)], {
      width: 200,
    });
    expect(outcome).toBe("done");
    expect(prompts.length).toBeLessThanOrEqual(12);
    expect(prompts.at(-1)?.message).toBe("Right like this?");
    const { candidates, recommendation } = evaluated(text);
    const leaders = candidates.slice(0, 3).map(({ name }, index) => `${index + 1} ${name}`);
    const last = lines.findLast((line) => line.startsWith("Now: ")) ?? "";
    expect(last).toContain(`Now: ${leaders.join(" > ")} | `);
    expect(last).toContain(`lead ${recommendation?.margin?.toFixed(3)}`);
  });
});

describe("a conversation", () => {
  it("asks next what could change the winner, and says so", async () => {
    const { prompts } = await converse([say("What is it for", "natural-language-services")]);
    const messages = prompts.map(({ message }) => message);
    expect(messages.slice(0, 4)).toEqual([
      "What is it for? Take the nearest.",
      "Which model? Type to search.",
      "How do you know how much work there is?",
      "How many requests arrive at a busy time?",
    ]);
    expect(messages[4]).toMatch(/ This can change the winner\.$/u);
    expect(messages.at(-2)).toBe("What counts how much?");
  });

  it("shows the top three and how firm they are after each answer, in one line", async () => {
    const { lines, prompts } = await converse(
      [
        say("What is it for", "natural-language-services"),
        say("Which model", "llama3.1-8b"),
        say("How many requests", "20 requests/s"),
      ],
      { width: 90 },
    );
    const live = lines.filter((line) => line.startsWith("Now: "));
    // The review is the last prompt, and no answer about the workload.
    expect(live).toHaveLength(prompts.length - 1);
    expect(live[0]).toMatch(/^Now: 1 .+ > 2 .+ > 3 .+ \| lead 0\.\d{3}$/u);
    // Scenario, model, measure and number of requests: then the rest can be tried.
    expect(live[3]).toMatch(/\| lead 0\.\d{3} \| first in \d+\/\d+ what-ifs$/u);
    expect(live.every((line) => displayWidth(line) <= 90)).toBe(true);
  });

  it("goes back at Esc with the answer that was given as the default", async () => {
    const { prompts, answers } = await converse([
      say("What is it for", "natural-language-services"),
      say("Which model", "llama3.1-8b"),
      press("how much work there is", "back"),
      say("Which model", "qwen3-8b"),
    ]);
    const models = prompts.filter(({ message }) => message.startsWith("Which model"));
    expect(models.map(({ default: usual }) => usual)).toEqual(["llama3.1-70b", "llama3.1-8b"]);
    expect(answers.get("chat.model")).toBe("qwen3-8b");
  });

  it("says at Esc on the first question that there is no way back", async () => {
    const { lines } = await converse([
      press("What is it for", "back"),
      say("What is it for", "keyword-spotting"),
    ]);
    expect(lines).toContain("This is the first question.");
  });

  it("explains at ?, then asks the same again", async () => {
    const { lines, prompts } = await converse([
      say("What is it for", "natural-language-services"),
      press("How many requests", "explain"),
    ]);
    expect(lines.join(" ")).toContain("Take the busiest hour");
    const asked = prompts.filter(({ message }) => message.startsWith("How many requests"));
    expect(asked).toHaveLength(2);
  });

  it("ends when the person has heard enough: the rest keeps its default, and the file says what was assumed", async () => {
    const { prompts, text, outcome } = await converse([
      press("What is it for", "enough"),
      say("What is it for", "natural-language-services"),
      press("Which model", "enough"),
    ]);
    expect(outcome).toBe("done");
    expect(prompts.at(-1)?.message).toBe("Right like this?");
    expect(prompts).toHaveLength(4);
    expect(text).toContain("model: llama3.1-70b # Model (assumed)");
    expect(evaluated(text).recommendation).not.toBeNull();
  });

  it("leaves at Ctrl-C from any question", async () => {
    const { outcome, answers } = await converse([
      say("What is it for", "pre-training"),
      press("Which model", "quit"),
    ]);
    expect(outcome).toBe("cancelled");
    expect([...answers.keys()]).toEqual(["scenario"]);
  });

  it("leaves with every answer when it is interrupted between two questions", async () => {
    const { outcome, answers } = await converse(
      [say("What is it for", "keyword-spotting"), say("Which model", "mlperf-tiny-kws")],
      { interruptedAfter: 2 },
    );
    expect(outcome).toBe("cancelled");
    expect([...answers.keys()]).toEqual(["scenario", "listen.model"]);
  });

  it("does not ask what a file or the command line answered", async () => {
    const fixed = { scenario: "pre-training", "pretrain.model": "llama3.1-70b" };
    const { prompts } = await converse([], { fixed });
    const messages = prompts.map(({ message }) => message);
    expect(messages.some((message) => /What is it for|Which model/u.test(message))).toBe(false);
    expect(messages[0]).toBe("How many tokens is it trained on?");
  });

  it("names the task where there are several, and asks nothing of those that are left out", async () => {
    const { prompts } = await converse([say("What is it for", "edge-image-recognition")]);
    expect(prompts.some(({ message }) => message.startsWith("watch: Which model?"))).toBe(true);
    const one = await converse([
      say("What is it for", "edge-image-recognition"),
      say("side by side", ["recognise"]),
    ]);
    expect(one.prompts.some(({ message }) => message.includes("watch"))).toBe(false);
  });

  it("speaks Chinese, in the questions, the ranking and the file", async () => {
    const { prompts, lines, text } = await converse([say("用来做什么", "keyword-spotting")], {
      language: "zh",
    });
    expect(prompts.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true);
    expect(lines.some((line) => line.startsWith("目前："))).toBe(true);
    expect(text).toContain("（假定）");
    expect(evaluated(text).recommendation).not.toBeNull();
  });
});

describe("the review", () => {
  const opening = say("What is it for", "natural-language-services");

  it("lists every figure with who said so", async () => {
    const { lines } = await converse([opening, press("Which model", "enough")]);
    expect(lines).toContain("Your workload");
    const line = (label: string) => lines.find((each) => each.startsWith(`  ${label} `));
    expect(line("Scenario")).toMatch(/Chat and text service \(answered\)$/u);
    expect(line("Model")).toMatch(/Llama 3.1 70B \(llama3.1-70b\) \(assumed\)$/u);
    expect(line("Functional safety")).toBeUndefined();
  });

  it("changes any answer and comes back", async () => {
    const { text, prompts } = await converse([
      opening,
      press("Which model", "enough"),
      say("Right like this", "edit:power"),
      say("How much electrical power", "9 kW"),
    ]);
    expect(text).toContain("power: 9 kW # Power of a site, at most\n");
    expect(prompts.filter(({ message }) => message === "Right like this?")).toHaveLength(2);
  });

  it("comes back at Esc from a change, unchanged, and at Esc of its own to the last question", async () => {
    const { text, prompts } = await converse([
      opening,
      press("Which model", "enough"),
      say("Right like this", "edit:power"),
      press("How much electrical power", "back"),
      press("Right like this", "back"),
    ]);
    expect(text).not.toContain("power:");
    const messages = prompts.map(({ message }) => message);
    expect(messages.slice(2, 6)).toEqual([
      "Right like this?",
      "How much electrical power does a site have?",
      "Right like this?",
      "What is it for? Take the nearest.",
    ]);
  });

  it("asks more on demand, past the twelve answers", async () => {
    const short = await converse([say("What is it for", "smart-city-video")]);
    const long = await converse([
      say("What is it for", "smart-city-video"),
      say("Right like this", "more"),
    ]);
    expect(long.prompts.length).toBeGreaterThan(short.prompts.length + 1);
    expect(long.outcome).toBe("done");
  });

  it("changes the scenario, whose own questions then follow", async () => {
    const { prompts, text } = await converse([
      opening,
      press("Which model", "enough"),
      say("Right like this", "edit:scenario"),
      say("What is it for", "keyword-spotting"),
    ]);
    expect(text).toContain("model: mlperf-tiny-kws");
    expect(prompts.some(({ message }) => message.startsWith("How many frames"))).toBe(true);
  });

  it("leaves with the answers kept", async () => {
    const { outcome } = await converse([
      opening,
      press("Which model", "enough"),
      say("Right like this", "quit"),
    ]);
    expect(outcome).toBe("quit");
  });
});

describe("weights", () => {
  const opening = [
    say("What is it for", "natural-language-services"),
    press("Which model", "enough"),
    say("Right like this", "edit:weights"),
  ];

  it("by sliders, in one question", async () => {
    const weights = { cost: 80, latency: 20 };
    const { text } = await converse([
      ...opening,
      say("What counts how much", "sliders"),
      say("How much does each criterion count", weights),
    ]);
    expect(evaluated(text).workload.weights).toMatchObject({ cost: 0.8, latency: 0.2, risk: 0 });
  });

  it("by swings, with the ends of each range", async () => {
    const { prompts, text } = await converse([
      ...opening,
      say("What counts how much", "swing"),
      say("All criteria are at their worst", "latency"),
      say("How many is cost", "25"),
    ]);
    const most = prompts.find(({ message }) => message.startsWith("All criteria"));
    expect(most?.choices.find(({ value }) => value === "cost")?.name).toMatch(
      /^cost \(worst \d+, best \d+(?:\.\d+)? k USD\)$/u,
    );
    expect(text).toMatch(/\n {4}cost: 25\n/u);
    expect(text).toMatch(/\n {4}latency: 100\n/u);
  });

  it("by pairs, with a hint where they contradict each other", async () => {
    const method = say("What counts how much", "pairwise");
    const fine = await converse([...opening, method]);
    expect(fine.lines.join("\n")).toMatch(/Consistency ratio of the comparisons 0\.0\d/u);
    const contradiction = await converse([
      ...opening,
      method,
      say("How much does cost count against latency", "1/9"),
    ]);
    expect(contradiction.lines.join(" ")).toMatch(
      /contradict each other \(consistency ratio \d\.\d\d, good is below 0\.1\): cost against latency fits least/u,
    );
  });
});

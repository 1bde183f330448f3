import { PassThrough } from "node:stream";
import { render } from "@inquirer/testing";
import { describe, expect, it } from "vitest";
import { createPrompter, type Reply, type Shown } from "../../../src/cli/prompts/prompter.ts";
import { promptTheme } from "../../../src/cli/prompts/theme.ts";
import { type Language } from "../../../src/texts/language.ts";
import { textsOf } from "../../../src/texts/texts.ts";

interface Streams {
  input?: NodeJS.ReadableStream;
  output?: NodeJS.WritableStream;
}

/** The prompt of a question on a virtual screen. */
async function shown(question: Shown, language: Language = "en", ascii = false) {
  const texts = textsOf(language).prompts;
  const theme = promptTheme({ colour: 0, ascii }, texts);
  const prompt = (config: Shown, { input, output }: Streams = {}): Promise<Reply> => {
    if (input === undefined || output === undefined) throw new Error("the screen has streams");
    return createPrompter({ keyboard: input, screen: output }, theme, texts)(config);
  };
  const screen = await render(prompt, question);
  await settled();
  return screen;
}

/** inquirer draws and validates in later turns of the event loop. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const FRUIT = [
  { value: "apple", name: "Apple pie" },
  { value: "pear", name: "Pear" },
  { value: "plum", name: "Plum pie" },
];
const ANY = { default: null, choices: [], validate: () => null };

describe("a choice", () => {
  const question: Shown = { ...ANY, kind: "choice", message: "Which?", choices: FRUIT };

  it("shows every choice with the cursor on the default, and gives the value", async () => {
    const { getScreen, events, answer } = await shown({ ...question, default: "pear" });
    expect(getScreen()).toContain("? Which?\n  Apple pie\n❯ Pear\n  Plum pie");
    expect(getScreen()).toContain(
      "↑↓ navigate • ⏎ select • esc back • ? explain • ^D show the answer",
    );
    events.keypress("down");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: "plum" });
  });

  it("explains itself at ?, whatever is chosen", async () => {
    const { events, answer } = await shown(question);
    events.keypress({ name: "?" });
    expect(await answer).toEqual({ kind: "explain" });
  });

  it("speaks the language of the session, and draws with ASCII where nothing else can be drawn", async () => {
    const chinese = await shown(question, "zh");
    expect(chinese.getScreen()).toContain("esc 返回");
    chinese.events.keypress("enter");
    const plain = await shown(question, "en", true);
    expect(plain.getScreen()).toContain("> Apple pie");
    expect(plain.getScreen()).toMatch(/^[ -~\n]*$/u);
    plain.events.keypress("enter");
    await Promise.all([chinese.answer, plain.answer]);
  });
});

describe("a search", () => {
  const question: Shown = { ...ANY, kind: "search", message: "Which?", choices: FRUIT };

  it("finds choices by their words in any order", async () => {
    const { getScreen, events, answer } = await shown(question);
    events.type("pie plu");
    await settled();
    expect(getScreen()).toContain("❯ Plum pie");
    expect(getScreen()).not.toContain("Apple");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: "plum" });
  });

  it("starts at the default", async () => {
    const { events, answer } = await shown({ ...question, default: "pear" });
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: "pear" });
  });

  it("offers what is typed where that may be an answer", async () => {
    const typed = (term: string) => (term.endsWith(".json") ? [{ value: term, name: term }] : []);
    const { events, answer } = await shown({ ...question, typed });
    events.type("./my.json");
    await settled();
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: "./my.json" });
  });

  it("says why a choice is none", async () => {
    const validate = () => "not in season";
    const { getScreen, events, answer } = await shown({ ...question, validate });
    // inquirer tells once the whole name stands in the line.
    events.keypress("enter");
    await settled();
    events.keypress("enter");
    await settled();
    expect(getScreen()).toContain("> not in season");
    events.keypress("escape");
    await answer;
  });

  it("takes ? for a question only where nothing is typed yet", async () => {
    const { getScreen, events, answer } = await shown(question);
    events.type("p?");
    await settled();
    expect(getScreen()).toContain("p?");
    events.keypress("escape");
    expect(await answer).toEqual({ kind: "back" });
    const empty = await shown(question);
    empty.events.keypress({ name: "?" });
    expect(await empty.answer).toEqual({ kind: "explain" });
  });
});

describe("several of many", () => {
  const question: Shown = { ...ANY, kind: "many", message: "Which?", choices: FRUIT };

  it("starts with the default taken in; space takes in or out", async () => {
    const { getScreen, events, answer } = await shown({ ...question, default: ["apple", "plum"] });
    expect(getScreen()).toContain("❯◉ Apple pie\n ◯ Pear\n ◉ Plum pie");
    events.keypress("space");
    events.keypress("down");
    events.keypress("space");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: ["pear", "plum"] });
  });

  it("goes on only with a valid selection", async () => {
    const validate = (answer: unknown) =>
      Array.isArray(answer) && answer.length > 0 ? null : "choose at least one";
    const { getScreen, events, answer } = await shown({ ...question, validate });
    events.keypress("enter");
    await settled();
    expect(getScreen()).toContain("> choose at least one");
    events.keypress("a");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: ["apple", "pear", "plum"] });
  });
});

describe("a text", () => {
  const question: Shown = { ...ANY, kind: "text", message: "How many?", default: "20 requests/s" };

  it("takes the default at Enter", async () => {
    const { getScreen, events, answer } = await shown(question);
    expect(getScreen()).toContain("? How many? (20 requests/s)");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: "20 requests/s" });
  });

  it("says what is wrong and leaves the text to be mended", async () => {
    const validate = (answer: unknown) => (answer === "5 fps" ? null : 'unknown unit "kg"');
    const { getScreen, events, answer } = await shown({ ...question, validate });
    events.type("5 kg");
    events.keypress("enter");
    await settled();
    expect(getScreen()).toContain("5 kg");
    expect(getScreen()).toContain('> unknown unit "kg"');
    for (let i = 0; i < 2; i++) events.keypress("backspace");
    events.type("fps");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: "5 fps" });
  });

  it("explains itself at ? while the line is empty, in either width", async () => {
    for (const name of ["?", "？"]) {
      const { events, answer } = await shown(question);
      events.type(name);
      expect(await answer).toEqual({ kind: "explain" });
    }
    const { events, answer } = await shown(question);
    events.type("why?");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: "why?" });
  });
});

describe("sliders", () => {
  const question: Shown = {
    ...ANY,
    kind: "sliders",
    message: "How much?",
    default: { cost: 30, energy: 10 },
    choices: [
      { value: "cost", name: "cost" },
      { value: "energy", name: "energy" },
    ],
  };

  it("show every number with its share", async () => {
    const { getScreen, events, answer } = await shown(question);
    expect(getScreen()).toContain("❯ cost   ======--------------  30  75%");
    expect(getScreen()).toContain("  energy ==------------------  10  25%");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: { cost: 30, energy: 10 } });
  });

  it("move by five with the arrows and take digits, within 0 and 100", async () => {
    const { events, answer } = await shown(question);
    events.keypress("right");
    events.keypress("down");
    for (let i = 0; i < 4; i++) events.keypress("left");
    events.keypress("up");
    events.keypress("up");
    for (const digit of "250") events.keypress(digit);
    events.keypress("enter");
    // 30 + 5; 10 − 4 × 5 stays at 0; up from the first goes round to the last, where 250 is too much.
    expect(await answer).toEqual({ kind: "answer", answer: { cost: 35, energy: 100 } });
  });

  it("go on only when something counts", async () => {
    const validate = (answer: unknown) =>
      JSON.stringify(answer).includes("10") ? "one above 0" : null;
    const { getScreen, events, answer } = await shown({ ...question, validate });
    events.keypress("enter");
    await settled();
    expect(getScreen()).toContain("> one above 0");
    events.keypress("down");
    events.keypress("left");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: { cost: 30, energy: 5 } });
  });
});

describe("Esc", () => {
  it("is taken sooner than Node takes it, which waits half a second for what may follow", async () => {
    const texts = textsOf("en").prompts;
    const theme = promptTheme({ colour: 0, ascii: false }, texts);
    const [keyboard, screen] = [new PassThrough(), new PassThrough()];
    const prompter = createPrompter({ keyboard, screen }, theme, texts);
    const reply = prompter({ ...ANY, kind: "text", message: "How many?" });
    await settled();
    keyboard.write("\u001b");
    const late = new Promise((resolve) => setTimeout(resolve, 400, "late"));
    expect(await Promise.race([reply, late])).toEqual({ kind: "back" });
  });
});

describe("keys that lead away", () => {
  const kinds = ["choice", "search", "many", "text", "sliders"] as const;
  const question = (kind: Shown["kind"]): Shown => ({
    ...ANY,
    kind,
    message: "Which?",
    choices: FRUIT,
  });

  it.each(kinds)("work in a question of kind %s", async (kind) => {
    const back = await shown(question(kind));
    back.events.keypress("escape");
    expect(await back.answer).toEqual({ kind: "back" });
    const enough = await shown(question(kind));
    enough.events.keypress({ name: "d", ctrl: true });
    expect(await enough.answer).toEqual({ kind: "enough" });
    const quit = await shown(question(kind));
    quit.events.keypress({ name: "c", ctrl: true });
    expect(await quit.answer).toEqual({ kind: "quit" });
  });

  it("leave no listener behind, so that a long session stays fast", async () => {
    const { events, answer, input } = await shown(question("choice"));
    events.keypress("escape");
    await answer;
    await settled();
    expect(input.listenerCount("keypress")).toBe(0);
  });
});

describe("several of many that do not fit on a page", () => {
  const vendors = [
    "AMD",
    "Intel",
    "NVIDIA",
    "Nordic",
    ...Array.from("abcdefgh", (l) => `${l}-chip`),
  ];
  const question: Shown = {
    ...ANY,
    kind: "many",
    message: "Which vendors?",
    choices: vendors.map((name) => ({ value: name, name })),
  };

  it("says how many there are, and which are chosen", async () => {
    const { getScreen, events, answer } = await shown({ ...question, default: ["NVIDIA"] });
    expect(getScreen()).toContain("❯◯ AMD\n ◯ Intel\n ◉ NVIDIA");
    expect(getScreen()).toContain("Chosen: NVIDIA");
    expect(getScreen()).toContain("a-z search • ↑↓ navigate 12 choices • space take in or out");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: ["NVIDIA"] });
  });

  it("searches, takes in, and is ready for the next search; in the order of the choices", async () => {
    const { getScreen, events, answer } = await shown(question);
    events.type("nvi");
    expect(getScreen()).toContain("? Which vendors? nvi\n❯◯ NVIDIA\n");
    expect(getScreen()).not.toContain("AMD");
    events.type(" ");
    expect(getScreen()).toMatch(/^\? Which vendors\?\n/u);
    expect(getScreen()).toContain("❯◉ NVIDIA");
    events.type("amd ");
    expect(getScreen()).toContain("Chosen: AMD, NVIDIA");
    // Out again: the cursor stands on it still.
    events.type(" ");
    expect(getScreen()).toContain("Chosen: NVIDIA");
    events.keypress("down");
    events.type(" ");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: ["Intel", "NVIDIA"] });
  });

  it("says when nothing is found, in the language of the session, and takes nothing in then", async () => {
    const { getScreen, events, answer } = await shown(question, "zh");
    events.type("nvx");
    expect(getScreen()).toContain("> 没有找到");
    events.type(" ");
    expect(getScreen()).toContain("? Which vendors? nvx");
    for (let i = 0; i < 1; i++) events.keypress("backspace");
    expect(getScreen()).toContain("❯◯ NVIDIA");
    events.type(" ");
    expect(getScreen()).toContain("已选：NVIDIA");
    events.keypress("enter");
    expect(await answer).toEqual({ kind: "answer", answer: ["NVIDIA"] });
  });

  it("goes on only with a valid selection, and keeps ? for the search once something is typed", async () => {
    const validate = (chosen: unknown) =>
      Array.isArray(chosen) && chosen.length > 0 ? null : "choose at least one";
    const { getScreen, events, answer } = await shown({ ...question, validate });
    events.keypress("enter");
    expect(getScreen()).toContain("> choose at least one");
    events.type("n?");
    expect(getScreen()).toContain("? Which vendors? n?");
    events.keypress("escape");
    expect(await answer).toEqual({ kind: "back" });
    const empty = await shown(question);
    empty.events.keypress({ name: "?" });
    expect(await empty.answer).toEqual({ kind: "explain" });
  });
});

describe("while nobody types", () => {
  const REST = 300;
  const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST));

  it("tells the answers that are likely, and stops at the next key", async () => {
    const told: unknown[] = [];
    let stopped = 0;
    const ahead = (answers: unknown) => {
      told.push(answers);
      return () => {
        stopped += 1;
      };
    };
    const validate = (answer: unknown) => (answer === "5" ? "not a figure" : null);
    const question: Shown = { ...ANY, kind: "text", message: "How many?", default: "1 k" };
    const { events, answer } = await shown({ ...question, validate, ahead });
    await later();
    events.type("5");
    await later();
    events.type(" k");
    await later();
    events.keypress("enter");
    await answer;
    expect(told).toEqual([["1 k"], [], ["5 k"]]);
    expect(stopped).toBe(3);
  });

  it("begins with the default of a choice, and goes on with the others", async () => {
    const told: unknown[] = [];
    const ahead = (answers: unknown) => {
      told.push(answers);
      return () => {};
    };
    const question: Shown = { ...ANY, kind: "choice", message: "Which?", choices: FRUIT };
    const { events, answer } = await shown({ ...question, default: "pear", ahead });
    await later();
    events.keypress("enter");
    await answer;
    expect(told).toEqual([["pear", "apple", "plum"]]);
  });
});

describe("the line of keys", () => {
  it("breaks between keys where it is wider than the screen", () => {
    const { keysHelpTip } = promptTheme(
      { colour: 0, ascii: false },
      textsOf("en").prompts,
      () => 40,
    ).style;
    const lines = keysHelpTip([
      ["↑↓", "navigate"],
      ["space", "select"],
      ["⏎", "submit"],
    ]).split("\n");
    expect(lines).toEqual([
      "↑↓ navigate • space take in or out",
      "⏎ done • esc back • ? explain",
      "^D show the answer",
    ]);
  });
});

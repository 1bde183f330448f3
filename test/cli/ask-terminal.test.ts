import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chipselect } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";
import { hasTerminals, KEYS, TerminalSession } from "./terminal-session.ts";

vi.setConfig({ testTimeout: 120_000 });

const folder = temporaryFolders();
const sessions: TerminalSession[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.kill();
});

function start(argv: readonly string[], options: { cwd: string; stdout?: string; lang?: string }) {
  const session = new TerminalSession(["ask", ...argv], options);
  sessions.push(session);
  return session;
}

/** Chooses the scenario of a microcontroller, which evaluates fastest. */
async function chooseWakeWord(session: TerminalSession): Promise<void> {
  await session.see("What is it for?");
  session.type("wake");
  await session.see("❯ Wake word on a microcontroller");
  session.type(KEYS.enter);
  await session.see("Scenario: Wake word on a microcontroller");
}

describe.skipIf(!hasTerminals)("ask on a terminal", () => {
  it("leads from the first question to the file and its evaluation; Esc goes back, ? explains", async () => {
    const cwd = folder();
    const session = start(["-o", "w.yaml"], { cwd });
    await chooseWakeWord(session);
    await session.see("Now: 1 ");
    await session.see("? Which model?");
    session.type(KEYS.enter);
    await session.see("Model: ");
    await session.see("? How many frames a second");
    session.type("?");
    await session.see("With a unit: 30 fps");
    await session.see("? How many frames a second");
    session.type("5 kg");
    session.type(KEYS.enter);
    await session.see('> unknown unit "kg"');
    session.type("\x7f\x7ffps");
    session.type(KEYS.enter);
    await session.see("Frames of each stream: 5 fps");
    await session.see("what-ifs");
    await session.see("? ");
    session.type(KEYS.escape);
    // The answer that was given is the default now.
    await session.see("? How many frames a second from each stream? (5 fps)");
    session.type(KEYS.enter);
    await session.see("Frames of each stream: 5 fps");
    await session.see("? ");
    session.type(KEYS.enough);
    await session.see("Your workload");
    await session.see("Right like this?");
    session.type(KEYS.enter);
    await session.see("wrote w.yaml");
    expect(await session.end()).toBe(0);
    const text = readFileSync(join(cwd, "w.yaml"), "utf8");
    expect(text).toContain("rate: 5 fps # Frames of each stream\n");
    const { stdout } = await chipselect(["evaluate", "w.yaml"], { cwd, env: { COLUMNS: "100" } });
    expect(session.text().trimEnd().endsWith(stdout.trimEnd())).toBe(true);
  });

  it("writes the workload to stdout when that is a file, and draws on stderr alone", async () => {
    const cwd = folder();
    const target = join(cwd, "workload.yaml");
    const session = start([], { cwd, stdout: target });
    await chooseWakeWord(session);
    await session.see("? Which model?");
    session.type(KEYS.enough);
    await session.see("Yes, write it to standard output");
    session.type(KEYS.enter);
    expect(await session.end()).toBe(0);
    const text = readFileSync(target, "utf8");
    expect(text.startsWith("# yaml-language-server: $schema=")).toBe(true);
    expect(text).not.toContain("What is it for");
    expect(stripVTControlCharacters(text)).toBe(text);
    expect(session.text()).toContain("The same without questions:");
    expect((await chipselect(["evaluate", "workload.yaml"], { cwd })).code).toBe(0);
  });

  it("leaves at Ctrl-C with 130, keeps the answers on request, and goes on with --resume", async () => {
    const cwd = folder();
    const session = start(["-o", "w.yaml"], { cwd });
    await chooseWakeWord(session);
    await session.see("? Which model?");
    session.type(KEYS.enter);
    await session.see("? How many frames a second");
    session.type(KEYS.interrupt);
    await session.see("Keep your answers in chipselect-answers.yaml?");
    session.type(KEYS.enter);
    await session.see("chipselect ask --resume chipselect-answers.yaml");
    await session.see("Cancelled.");
    expect(await session.end()).toBe(130);
    expect(existsSync(join(cwd, "w.yaml"))).toBe(false);
    expect(readFileSync(join(cwd, "chipselect-answers.yaml"), "utf8")).toContain(
      "scenario: keyword-spotting\nlisten.model: mlperf-tiny-kws\n",
    );

    const resumed = start(["--resume", "-o", "w.yaml"], { cwd });
    await resumed.see("? How many frames a second");
    // Esc reaches the answers of the interrupted run.
    resumed.type(KEYS.escape);
    await resumed.see("? Which model?");
    resumed.type(KEYS.enough);
    await resumed.see("Right like this?");
    resumed.type(KEYS.enter);
    await resumed.see("wrote w.yaml");
    expect(await resumed.end()).toBe(0);
    expect(resumed.text()).not.toContain("What is it for?");
  });

  it("takes Ctrl-C while it computes as at a prompt: nothing is lost, and --resume goes on", async () => {
    const cwd = folder();
    const session = start(["-o", "w.yaml", "--set", "budget.energyPrice=0.2 USD/kWh"], { cwd });
    await session.see("What is it for?");
    session.type("voice");
    await session.see("❯ Voice assistant");
    session.type(KEYS.enter);
    // The answer is written down, and the program ranks some hundred chips for four models.
    await session.see("Scenario: Voice assistant", { settle: false });
    session.type(KEYS.interrupt);
    await session.see("Keep your answers in chipselect-answers.yaml?");
    session.type(KEYS.enter);
    await session.see(
      "  chipselect ask --resume chipselect-answers.yaml --set 'budget.energyPrice=0.2 USD/kWh' -o w.yaml\n",
    );
    await session.see("Cancelled.");
    expect(await session.end()).toBe(130);
    expect(readFileSync(join(cwd, "chipselect-answers.yaml"), "utf8")).toContain(
      "scenario: voice-assistant\n",
    );
    const resumed = start(["--resume", "-o", "w.yaml"], { cwd });
    await resumed.see("Which of these models run side by side?");
    resumed.type(KEYS.interrupt);
    await resumed.see("Keep your answers");
    resumed.type(KEYS.interrupt);
    expect(await resumed.end()).toBe(130);
  });

  it("keeps the answers at a signal from elsewhere, and leaves at once at a second one", async () => {
    const cwd = folder();
    const session = start(["-o", "w.yaml"], { cwd });
    await chooseWakeWord(session);
    await session.see("? Which model?");
    session.signal("SIGINT");
    await session.see("Keep your answers in chipselect-answers.yaml?");
    session.signal("SIGINT");
    expect(await session.end()).toBe(130);
    expect(existsSync(join(cwd, "chipselect-answers.yaml"))).toBe(false);
  });

  it("leaves at a second Ctrl-C without keeping anything", async () => {
    const cwd = folder();
    const session = start(["-o", "w.yaml"], { cwd });
    await chooseWakeWord(session);
    await session.see("? Which model?");
    session.type(KEYS.interrupt);
    await session.see("Keep your answers");
    session.type(KEYS.interrupt);
    await session.see("Cancelled.");
    expect(await session.end()).toBe(130);
    expect(existsSync(join(cwd, "chipselect-answers.yaml"))).toBe(false);
  });

  it("follows the terminal when it is resized", async () => {
    const cwd = folder();
    const session = start(["-o", "w.yaml"], { cwd });
    await chooseWakeWord(session);
    await session.see("? Which model?");
    session.resize(30, 60);
    session.type(KEYS.enter);
    await session.see("Now: 1 ");
    await session.see("? How many frames a second");
    session.type("5 fps");
    session.type(KEYS.enter);
    await session.see("Now: 1 ");
    await session.see("\n");
    const live = session
      .text()
      .split("\n")
      .filter((line) => line.startsWith("Now: 1 "));
    expect(Math.max(...live.slice(-1).map((line) => line.length))).toBeLessThanOrEqual(60);
    session.type(KEYS.interrupt);
    await session.see("Keep your answers");
    session.type(KEYS.interrupt);
    expect(await session.end()).toBe(130);
  });

  it("speaks the language of the locale", async () => {
    const session = start(["-o", "w.yaml"], { cwd: folder(), lang: "zh_CN.UTF-8" });
    await session.see("用来做什么");
    session.type("唤醒");
    await session.see("❯ 唤醒词");
    session.type(KEYS.enter);
    await session.see("应用场景：唤醒词");
    await session.see("? 用哪个模型");
    session.type(KEYS.enter);
    await session.see("? 每路数据流每秒多少帧");
    session.type("5 kg");
    session.type(KEYS.enter);
    await session.see("> “kg”不是速率的单位；可用的单位：frames/s");
    session.type(KEYS.interrupt);
    await session.see("把答案保存到 chipselect-answers.yaml 吗？");
    session.type(KEYS.interrupt);
    await session.see("已取消");
    expect(await session.end()).toBe(130);
  });

  it("refuses an existing file before the first question", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "workload.yaml"), "mine");
    const session = start([], { cwd });
    expect(await session.end()).toBe(2);
    expect(session.text()).toContain("workload.yaml exists already");
    expect(session.text()).not.toContain("What is it for?");
  });
});

import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { packageRoot } from "../../src/app/package-root.ts";

const EXECUTABLE = join(packageRoot(), "bin", "chipselect.js");
const DRIVER = join(import.meta.dirname, "pty.py");
const PATIENCE_MILLISECONDS = 20_000;

/** The pseudo terminals of Python's standard library: no package to compile. */
export const hasTerminals = spawnSync("python3", ["-c", "import pty"]).status === 0;

export const KEYS = {
  enter: "\r",
  escape: "\x1b",
  interrupt: "\x03",
  enough: "\x04",
  up: "\x1b[A",
  down: "\x1b[B",
  left: "\x1b[D",
  right: "\x1b[C",
} as const;

/** The built program on a real terminal, driven by what it shows. */
export class TerminalSession {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<number>;
  #shown = "";
  /** What was waited for lies before this; later waits look behind it. */
  #seen = 0;

  constructor(argv: readonly string[], options: { cwd: string; stdout?: string; lang?: string }) {
    this.#child = spawn(
      "python3",
      [DRIVER, options.stdout ?? "tty", process.execPath, EXECUTABLE, ...argv],
      {
        cwd: options.cwd,
        env: {
          PATH: process.env["PATH"] ?? "",
          TERM: "xterm-256color",
          NO_COLOR: "1",
          LANG: options.lang ?? "en_US.UTF-8",
        },
      },
    );
    this.#child.stdout.setEncoding("utf8");
    this.#child.stdout.on("data", (data: string) => {
      this.#shown += data;
    });
    this.#child.stderr.on("data", (data: Buffer) => {
      this.#shown += data.toString();
    });
    this.#ended = new Promise((resolve) => {
      this.#child.once("close", (code) => resolve(code ?? -1));
    });
  }

  /**
   * Waits until the text is shown after what was waited for before.
   *
   * @param settle false to go on before the next prompt listens
   */
  async see(text: string, { settle = true } = {}): Promise<void> {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const found = this.text().indexOf(text, this.#seen);
      if (found >= 0) {
        this.#seen = found + text.length;
        // The prompt listens to keys one turn of the event loop after it is drawn.
        if (settle) await new Promise((resolve) => setTimeout(resolve, 60));
        return;
      }
      if (Date.now() > deadline || this.#child.exitCode !== null) {
        throw new Error(`never saw "${text}" in:\n${this.text().slice(this.#seen)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  type(keys: string): void {
    this.#order({ send: keys });
  }

  resize(rows: number, columns: number): void {
    this.#order({ resize: [rows, columns] });
  }

  /** A signal from elsewhere, such as `kill`. */
  signal(name: "SIGINT"): void {
    this.#order({ signal: name });
  }

  /** Everything that was shown, without colours and cursor movements. */
  text(): string {
    return stripVTControlCharacters(this.#shown).replaceAll("\r", "");
  }

  raw(): string {
    return this.#shown;
  }

  async end(): Promise<number> {
    return this.#ended;
  }

  kill(): void {
    this.#child.kill();
  }

  #order(order: object): void {
    this.#child.stdin.write(`${JSON.stringify(order)}\n`);
  }
}

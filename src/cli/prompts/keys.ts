import { createInterface } from "node:readline";

/** Keys that lead away from a question, whatever its kind. */
export type Signal = "back" | "explain" | "enough";

interface Key {
  name?: string;
  ctrl?: boolean;
}

/**
 * Watches the keyboard beside the prompt: Esc steps back, `?` explains where it cannot be part of an answer, Ctrl-D has
 * enough. inquirer offers no such keys, but every prompt can be aborted.
 *
 * @param typed what is typed so far: in the middle of a text `?` is a letter
 */
export function watchKeys(
  keyboard: NodeJS.ReadableStream,
  abort: (signal: Signal) => void,
  typed: () => string,
): { signal: () => Signal | null; end: () => void } {
  let pressed: Signal | null = null;
  const listener = (text: string | undefined | null, key: Key | undefined): void => {
    const signal = signalOf(text ?? "", key ?? {}, typed());
    if (signal === null || pressed !== null) return;
    pressed = signal;
    abort(signal);
  };
  keyboard.on("keypress", listener);
  return {
    signal: () => pressed,
    end: () => {
      keyboard.removeListener("keypress", listener);
    },
  };
}

function signalOf(text: string, key: Key, typed: string): Signal | null {
  if (key.name === "escape") return "back";
  if (key.ctrl === true && key.name === "d") return "enough";
  // A Chinese keyboard types the wide one.
  const asked = text === "?" || text === "\uff1f" || key.name === "?";
  return asked && typed === "" ? "explain" : null;
}

/** What follows the first byte of an arrow key comes within this time, also from afar. */
const ESCAPE_MILLISECONDS = 80;

/**
 * Esc is known by nothing coming behind it. Node waits half a second for that, unless whoever reads the keyboard first says
 * otherwise; inquirer does not.
 */
export function hastenEscape(keyboard: NodeJS.ReadableStream): void {
  createInterface({
    input: keyboard,
    terminal: true,
    escapeCodeTimeout: ESCAPE_MILLISECONDS,
  }).close();
}

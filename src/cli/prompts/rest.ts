/** Who types goes on within this time; who reads does not. */
const REST_MILLISECONDS = 150;

/**
 * Calls `begin` whenever the keyboard has rested, and what that returned at the next key. Returns what ends it.
 */
export function whileResting(keyboard: NodeJS.ReadableStream, begin: () => () => void): () => void {
  let stop = (): void => {};
  const start = (): void => {
    stop = begin();
  };
  let timer = setTimeout(start, REST_MILLISECONDS);
  const halt = (): void => {
    clearTimeout(timer);
    stop();
    stop = () => {};
  };
  const listener = (): void => {
    halt();
    timer = setTimeout(start, REST_MILLISECONDS);
  };
  keyboard.on("keypress", listener);
  return () => {
    halt();
    keyboard.removeListener("keypress", listener);
  };
}

/**
 * A result as JSON, two spaces deep, ending with a newline. Keys keep the order in which the result was built, and
 * figures their full precision, so the same result gives the same bytes. What is not a finite number becomes null
 * (unknown); absent keys mean "not applicable".
 */
export function writeJson(result: object): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

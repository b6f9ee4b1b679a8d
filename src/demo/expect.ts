import { UnexpectedAnswer } from './browser.js';

/** Stops the story where something is not as it is told. */
export function expect(holds: boolean, what: string): void {
  if (!holds) throw new UnexpectedAnswer(`It should be so that ${what}.`);
}

export function expectSame(what: string, found: readonly string[], expected: readonly string[]): void {
  if (found.join() !== expected.join()) throw new UnexpectedAnswer(`${what}: ${found.join()}, not ${expected.join()}`);
}

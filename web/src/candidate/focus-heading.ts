/** Gives the focus to the heading of the page when what had it is done and goes, so that it is not lost. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

const margin = 8;

/**
 * Brings something into sight inside the column that it stands in, so that the page, and the evidence beside it, stays
 * where it is; the page is moved only where that is not enough.
 */
export function showBeside(element: HTMLElement): void {
  const column = element.closest<HTMLElement>('[data-column]');
  const { top, bottom } = element.getBoundingClientRect();
  if (column) {
    const frame = column.getBoundingClientRect();
    const isInSight = top >= frame.top && bottom <= Math.min(frame.bottom, window.innerHeight);
    if (!isInSight) column.scrollTop += top - frame.top - margin;
  }
  const after = element.getBoundingClientRect().top;
  if (after < 0 || after > window.innerHeight - margin) element.scrollIntoView({ block: 'nearest' });
}

import { type MouseEvent } from 'react';

/** Gives the focus to the group of fields around a button that is about to go, so that it is not lost. */
export function focusAround({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[data-field]')?.focus();
}

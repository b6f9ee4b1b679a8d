/** Opens the correction of the item on the page, at its date. */
export function focusDate(): void {
  const field = document.querySelector<HTMLElement>('[data-field=producedOn]');
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}

import { Required } from '../common/validation.js';

/** What is printed on every document, and whom it names. */
export class NumberAndName {
  /** The document number, such as TS-2026-7K3M-Q2XW; any case. */
  @Required(40)
  number: string;

  /** The holder's name, as it stands on the document. */
  @Required(300)
  name: string;
}

import { type Play } from './play.js';

/** Which targets, chosen from those of the document. */
export type Refs = (refs: Play['refs']) => string[];

export const only = (...refs: string[]): Refs => {
  return () => refs;
};
/** What `competent` needs: every criterion, key aspect and indicator. */
export const required: Refs = (refs) =>
  ['criterion', 'indicator', 'key_aspect'].flatMap((type) => refs.get(type) ?? []);
export const ofType = (...types: string[]): Refs => {
  return (refs) => types.flatMap((type) => refs.get(type) ?? []);
};
export const requiredBut = (...left: string[]): Refs => {
  return (refs) => required(refs).filter((ref) => !left.includes(ref));
};

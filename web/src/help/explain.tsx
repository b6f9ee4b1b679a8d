import { useWords } from '../i18n/words';
import { Help } from '../ui/help';
import { helpWords } from './words';

/** What can be asked about, wherever it stands. */
export type Subject =
  'rules' | 'claims' | 'findings' | 'waivers' | 'classes' | 'sampling' | 'blind' | 'kappa' | 'holds' | 'settings';

/** Explains a word of the trade where it is used, in two or three sentences. The same everywhere. */
export function Explain({ what }: { what: Subject }) {
  const say = useWords(helpWords);
  return (
    <Help title={say[`${what}Title`]}>
      <p>{say[what]}</p>
    </Help>
  );
}

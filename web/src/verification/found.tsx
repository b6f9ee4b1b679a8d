import { type Item } from '../api/use-api';
import { useWords } from '../i18n/words';
import { verifierWords } from './words';

type Finding = Item<'/api/training-bodies/{bodyId}/verifications'>['findings'][number];

/** What a verifier found, point by point. */
export function Found({ findings }: { findings: readonly Finding[] }) {
  const say = useWords(verifierWords);
  return (
    <ul>
      {findings.map(({ ruleOfEvidence, targetRef, text }, i) => (
        <li key={i}>
          {(ruleOfEvidence ?? targetRef) && (
            <strong>{[targetRef, ruleOfEvidence && say[ruleOfEvidence]].filter(Boolean).join('・')}　</strong>
          )}
          {text}
        </li>
      ))}
    </ul>
  );
}

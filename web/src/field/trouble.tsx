import { useWords } from '../i18n/words';
import { Notice } from '../ui/notice';
import { type Entry, type Refusal } from './kept/entry';
import { fieldWords } from './words';

/** What stands in the way of a record: in the server's words, or in ours where only this device knows. */
export function Trouble({ entry: { state, problem, sitting } }: { entry: Entry }) {
  const say = useWords(fieldWords);
  if (!problem) return null;
  const ours: Record<string, string> = {
    differs: say.differs,
    photos_refused: say.photosRefused,
    removed_too_late: say.removedTooLate,
    unforeseen: say.unforeseen,
  };
  return (
    <Notice tone={state === 'queued' ? 'wait' : 'gap'} title={ours[problem.code] ?? problem.message}>
      <Faults problem={problem} />
      {state === 'queued' && <p>{say.retryHelp}</p>}
      {state === 'refused' && <p>{sitting && /^sitting_/.test(problem.code) ? say.aloneHelp : say.refusedHelp}</p>}
    </Notice>
  );
}

function Faults({ problem: { errors } }: { problem: Refusal }) {
  if (errors.length === 0) return null;
  return (
    <ul>
      {errors.map(({ field, detail }) => (
        <li key={field + detail}>{detail}</li>
      ))}
    </ul>
  );
}

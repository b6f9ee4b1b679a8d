import { useWords } from '../i18n/words';
import { useMarking } from '../viewer/marking';
import { type EvidenceFile } from '../viewer/place';
import { usePlaceText } from '../viewer/place-text';
import { evidenceWords } from './evidence-words';
import css from './item.module.css';

/** Says that what is ticked next is said of the marked place, or how to mark one. */
export function MarkedPlace({ files }: { files: readonly EvidenceFile[] }) {
  const say = useWords(evidenceWords);
  const textOf = usePlaceText(files);
  const mark = useMarking()?.mark;
  return (
    <p role="status" className={css.mark}>
      {mark ? say.placeMarked(textOf(mark)) : say.placeHint}
    </p>
  );
}

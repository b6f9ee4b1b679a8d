import { useState } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Choices } from '../ui/form';
import { fileDay } from '../uploads/file-day';
import { type Upload } from '../uploads/use-uploads';
import css from './hand-in.module.css';
import { handInWords } from './hand-in-words';

/** Asked of several files: whether each is evidence by itself or all are one; and a way to date all of them at once. */
export function HowMany({
  uploads,
  isOne,
  onJoin,
  onSay,
}: {
  uploads: readonly Upload[];
  isOne: boolean;
  onJoin: (one: boolean) => void;
  onSay: (id: string, said: { producedOn: string }) => void;
}) {
  const say = useWords(handInWords);
  const [dated, setDated] = useState(0);
  const chosen = uploads.filter(({ state }) => state === 'chosen');
  const count = chosen.reduce((sum, { files }) => sum + files.length, 0);
  const undated = chosen.filter(({ producedOn }) => !producedOn);
  if (count < 2) return null;
  const dateAll = async (): Promise<void> => {
    const days = await Promise.all(undated.map(({ files }) => fileDay(files[0]!)));
    undated.forEach(({ id }, index) => onSay(id, { producedOn: days[index]!.day }));
    setDated(undated.length);
  };
  return (
    <div className={css.how}>
      <Choices
        name="together"
        label={say.together(count)}
        value={isOne ? 'one' : 'each'}
        onChoose={(value) => onJoin(value === 'one')}
        choices={[
          { value: 'each', label: say.each, hint: say.eachHint },
          { value: 'one', label: say.one, hint: say.oneHint },
        ]}
      />
      {chosen.length > 1 && (
        <div className={css.how}>
          <div>
            <Button small aria-disabled={undated.length === 0} onClick={() => void dateAll()}>
              {say.dateAll}
            </Button>
          </div>
          <p className={css.soft} role="status">
            {dated > 0 ? say.datedAll(dated) : say.dateAllHint}
          </p>
        </div>
      )}
    </div>
  );
}

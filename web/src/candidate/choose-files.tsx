import { type DragEvent, useId, useState } from 'react';
import { useWords } from '../i18n/words';
import { classes } from '../ui/classes';
import css from './hand-in.module.css';
import { handInWords } from './hand-in-words';

/** Ways to choose files: the camera, the device's files, or dropping them here. */
export function ChooseFiles({ lead, onChoose }: { lead: string; onChoose: (files: File[]) => void }) {
  const say = useWords(handInWords);
  const [isOver, setOver] = useState(false);
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <div
      className={classes(css.drop, isOver && css.over)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        onChoose([...event.dataTransfer.files]);
      }}
    >
      <p>{lead}</p>
      <div className={css.ways}>
        <Pick label={say.files} multiple main onChoose={onChoose} />
        <Pick label={say.photo} accept="image/*" capture="environment" camera onChoose={onChoose} />
        <Pick label={say.video} accept="video/*" capture="environment" camera onChoose={onChoose} />
      </div>
      <p className={css.dropHint}>{say.dropHint}</p>
    </div>
  );
}

function Pick({
  label,
  main = false,
  camera = false,
  onChoose,
  ...input
}: {
  label: string;
  main?: boolean;
  /** Only where there is one to hold. */
  camera?: boolean;
  multiple?: boolean;
  accept?: string;
  capture?: 'environment';
  onChoose: (files: File[]) => void;
}) {
  const id = useId();
  return (
    <div className={classes(css.pick, main && css.main, camera && css.camera)}>
      <input
        id={id}
        type="file"
        {...input}
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

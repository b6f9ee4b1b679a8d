import { Fragment, useState } from 'react';
import { useApi } from '../api/use-api';
import { type Item } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Badge, Loaded } from '../ui/page';
import css from './notices.module.css';
import { noticeWords } from './words';

/** A notice; its text is read when it is opened. */
export function NoticeRow({ notice, fresh }: { notice: Item<'/api/me/notices'>; fresh: boolean }) {
  const say = useWords(noticeWords);
  const { instant } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { state, sentAt, createdAt } = notice;
  return (
    <li>
      <details className={css.notice} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className={css.subject}>{notice.subject}</span>
          {fresh && <Badge tone="wait">{say.fresh}</Badge>}
          {(state === 'failed' || state === 'dropped' || state === 'waiting') && (
            <Badge tone={state === 'failed' ? 'gap' : undefined}>{say[state]}</Badge>
          )}
          <span className={css.when}>{sentAt ? say.from(instant(sentAt)) : say.made(instant(createdAt))}</span>
        </summary>
        {isOpen && <Letter id={notice.id} />}
      </details>
    </li>
  );
}

function Letter({ id }: { id: string }) {
  const say = useWords(noticeWords);
  const letter = useApi('/api/notices/{id}', { params: { id } });
  return (
    <div className={css.letter}>
      <Loaded of={letter}>{({ text }) => (text === null ? say.outdated : <Linked text={text} />)}</Loaded>
    </div>
  );
}

/** A text in which addresses can be followed. */
function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s，。）)]+)/);
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}

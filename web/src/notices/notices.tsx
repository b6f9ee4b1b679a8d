import { useEffect, useState } from 'react';
import { usePages } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { usePerson } from '../session/session';
import { Button, ButtonLink } from '../ui/button';
import { Empty, Loaded, Page } from '../ui/page';
import { NoticeRow } from './notice-row';
import css from './notices.module.css';
import { noticeWords } from './words';

/** What I was told, and which of it came since I last looked on this device. */
export function Notices() {
  const say = useWords(noticeWords);
  const { number } = useFormats();
  const notices = usePages('/api/me/notices');
  const seen = useLastLook();
  // What has been settled before it was sent has nothing new to say.
  const isFresh = ({ createdAt, droppedAt }: { createdAt: string; droppedAt: string | null }): boolean =>
    createdAt > seen && droppedAt === null;
  const fresh = notices.data?.filter(isFresh).length ?? 0;
  return (
    <Page title={say.title} narrow over={fresh > 0 && say.count(number(fresh))}>
      <Loaded of={notices}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>
              <p>{say.none}</p>
              <ButtonLink to="/">{say.goToWork}</ButtonLink>
            </Empty>
          ) : (
            <>
              <p>{say.help}</p>
              <ul className={css.list}>
                {rows.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} fresh={isFresh(notice)} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      {notices.hasNextPage && (
        <div>
          <Button busy={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
            {say.more}
          </Button>
        </div>
      )}
    </Page>
  );
}

/** When this page was last opened here before now. The server keeps no such thing. */
function useLastLook(): string {
  const key = `touchstone.notices.${usePerson().id}`;
  const [before] = useState(() => localStorage.getItem(key) ?? '');
  useEffect(() => localStorage.setItem(key, new Date().toISOString()), [key]);
  return before;
}

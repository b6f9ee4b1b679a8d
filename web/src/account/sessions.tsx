import { useApi, useSend } from '../api/use-api';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Notice, ProblemNotice } from '../ui/notice';
import { Badge, Loaded } from '../ui/page';
import css from './account.module.css';
import { deviceOf } from './device';
import { accountWords } from './words';

/** Where I am signed in, and the end of it. */
export function Sessions() {
  const say = useWords(accountWords);
  const { instant } = useFormats();
  const sessions = useApi('/api/sessions');
  const end = useSend('delete', '/api/sessions/{id}', { stale: ['/api/sessions'] });
  return (
    <>
      <p className={css.soft}>{say.sessionsHelp}</p>
      {end.isSuccess && <Notice tone="met" title={say.ended} />}
      {end.error && <ProblemNotice problem={end.error} />}
      <Loaded of={sessions}>
        {(rows) => (
          <ul className={css.rows}>
            {rows.map(({ id, userAgent, createdAt, expiresAt, current }) => {
              const device = deviceOf(userAgent) || say.unknownDevice;
              return (
                <li key={id}>
                  <div>
                    <div>{device}</div>
                    <div className={css.soft}>
                      {say.since(instant(createdAt))} · {say.until(instant(expiresAt))}
                    </div>
                  </div>
                  {current ? (
                    <Badge tone="met">{say.thisDevice}</Badge>
                  ) : (
                    <Button
                      aria-label={say.endOf(device)}
                      busy={end.isPending}
                      onClick={() => end.mutate({ params: { id } })}
                    >
                      {say.end}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </>
  );
}

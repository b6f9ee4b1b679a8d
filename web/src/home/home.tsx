import { useWords } from '../i18n/words';
import { Queue } from '../desk/queue';
import { shellWords } from '../shell/words';
import { Page } from '../ui/page';

/** What the signed-in person has to do. */
export function Home() {
  const say = useWords(shellWords);
  return (
    <Page title={say.work}>
      <Queue />
    </Page>
  );
}

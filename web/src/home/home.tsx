import { useWords } from '../i18n/words';
import { Queue } from '../desk/queue';
import { shellWords } from '../shell/words';
import { Page } from '../ui/page';
import { MyAssessments } from './my-assessments';
import { Waiting } from './waiting';

/** What the signed-in person has to do. */
export function Home() {
  const say = useWords(shellWords);
  return (
    <Page title={say.work}>
      <Waiting />
      <Queue />
      <MyAssessments />
    </Page>
  );
}

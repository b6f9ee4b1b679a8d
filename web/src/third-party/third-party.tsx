import { useEffect, useState } from 'react';
import { call, type Problem } from '../api/client';
import { useWords } from '../i18n/words';
import { useChooseLocale } from '../shell/locale';
import { Outside } from '../shell/outside';
import { ProblemNotice } from '../ui/notice';
import { Page } from '../ui/page';
import { type ThirdPartyForm } from './draft';
import { Closed } from './closed';
import { ReportForm } from './report-form';
import { bearing, takeSecret } from './secret';
import { thirdPartyWords } from './words';

/** The page behind the one-time link: what somebody without an account is asked, and what became of it. */
export function ThirdParty() {
  const say = useWords(thirdPartyWords);
  const [secret] = useState(takeSecret);
  return (
    <Outside>
      {secret ? (
        <Invited secret={secret} />
      ) : (
        <Page title={say.noSecretTitle} narrow>
          <p>{say.noSecretHelp}</p>
        </Page>
      )}
    </Outside>
  );
}

function Invited({ secret }: { secret: string }) {
  const say = useWords(thirdPartyWords);
  const choose = useChooseLocale();
  const [form, setForm] = useState<ThirdPartyForm | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reading, setReading] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    call('get', '/api/third-party-form', { headers: bearing(secret), signal: leaving.signal }).then(
      (found) => {
        // The language that they were written to in, unless they chose another on this device.
        if (!localStorage.getItem('touchstone.locale')) choose(found.locale);
        setProblem(null);
        setForm(found);
      },
      (error: Problem) => {
        if (!leaving.signal.aborted) setProblem(error);
      },
    );
    return () => leaving.abort();
    // The language is chosen once, not with every change of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [secret, reading]);
  const reload = (): void => {
    setForm(null);
    setReading(reading + 1);
  };
  if (problem?.status === 404) {
    return (
      <Page title={say.closedTitle} narrow>
        <p>{say.closedHelp}</p>
      </Page>
    );
  }
  if (problem) return <ProblemNotice problem={problem} retry={reload} />;
  if (!form) return null;
  if (form.closed) return <Closed form={form} />;
  return <ReportForm key={reading} secret={secret} form={form} onReload={reload} onSent={setForm} />;
}
